import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './project';

/** Bundles the editor suite for an extension host (Node's, or a browser's worker); resolves to the bundle's path. */
export async function bundleSuite(host: 'node' | 'browser'): Promise<string> {
  const outfile = join(root, 'dist', 'test', `suite.${host}.js`);
  await esbuild.build({
    entryPoints: [join(root, 'test', 'vscode', 'suite', `index.${host}.ts`)],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: host,
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
    // Mocha finds its own files by path in Node; in a worker it must be inside the bundle.
    external: host === 'node' ? ['vscode', 'mocha'] : ['vscode'],
    ...(host === 'browser' ? { define: { global: 'globalThis' } } : {}),
  });
  return outfile;
}
