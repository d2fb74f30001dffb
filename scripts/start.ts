/**
 * `npm start`: builds everything, checks the sample essay in the terminal, and opens it in an editor with the extension loaded: VS Code where the
 * command `code` is installed, otherwise VS Code for the Web, served from this machine. `npm start -- --web` serves the web one in any case.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { open } from '@vscode/test-web';
import { root } from '../test/support/project';
import { freePort, webBuild } from '../test/support/web-build';

const samples = join(root, 'samples');
const essay = 'stalins-rise-essay.hnotes';

/** Runs a program in this terminal to its end; resolves to its exit code. */
async function run(program: string, args: readonly string[], shell = false): Promise<number> {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', shell });
  const [code] = await Promise.race([once(child, 'exit'), once(child, 'error').then(() => [1])]);
  return typeof code === 'number' ? code : 1;
}

/** The `code` command of desktop VS Code, if it is installed. */
function findCode(): string | undefined {
  const names = process.platform === 'win32' ? ['code.cmd', 'code-insiders.cmd'] : ['code', 'code-insiders'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  if (process.platform === 'darwin') folders.push('/Applications/Visual Studio Code.app/Contents/Resources/app/bin');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Opens the essay in desktop VS Code; false where there is none, or it would not start. */
async function openDesktop(): Promise<boolean> {
  const code = findCode();
  if (code === undefined) return false;
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, samples, join(samples, essay)];
  console.log(`\nOpening the essay in VS Code (${code}).`);
  // Windows starts a .cmd file only through its shell, which wants the quotes.
  const started =
    process.platform === 'win32'
      ? await run(
          `"${code}"`,
          args.map((each) => `"${each}"`),
          true,
        )
      : await run(code, args);
  if (started !== 0) console.log('It did not start.');
  return started === 0;
}

/** Serves VS Code for the Web on this machine, until it is interrupted. */
async function serveWeb(): Promise<void> {
  const port = await freePort(3000);
  const log = console.log;
  console.log = () => {};
  await open({ ...webBuild(), browserType: 'none', port, extensionDevelopmentPath: root, folderPath: samples });
  console.log = log;
  const payload = encodeURIComponent(JSON.stringify([['openFile', `vscode-test-web://mount/${essay}`]]));
  console.log(`
The essay is open in VS Code for the Web, with the extension loaded, at

  http://localhost:${port}/?payload=${payload}

It is served from this machine alone. What you change there lives in the browser's page; the files stay as they are. Ctrl+C ends it.`);
}

async function main(): Promise<void> {
  if ((await run(process.execPath, ['scripts/build.mjs'])) !== 0) throw new Error('The build failed.');
  console.log(`\n$ history-notes check samples/${essay}\n`);
  // 1 means findings, and the sample has three.
  if ((await run(process.execPath, ['dist/cli.js', 'check', join('samples', essay)])) > 1)
    throw new Error('The sample essay could not be checked.');
  if (process.argv.includes('--web') || !(await openDesktop())) await serveWeb();
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
