/** What is bundled into dist/, as esbuild's options. */
import { join } from 'node:path';
import { shippedPacks } from './shipped-packs.mjs';

/** `shipped-packs` as a module: the packs of content/ with what is prepared of them, for the browser server, which has no file system. */
const shippedPacksModule = (prepared) => ({
  name: 'shipped-packs',
  setup(build) {
    build.onResolve({ filter: /^shipped-packs$/ }, () => ({ path: 'shipped-packs', namespace: 'shipped-packs' }));
    build.onLoad({ filter: /.*/, namespace: 'shipped-packs' }, async () => {
      const packs = prepared.length > 0 ? prepared : await shippedPacks();
      return {
        contents: `export default ${JSON.stringify(packs)}`,
        loader: 'js',
        watchDirs: packs.map(({ folder }) => join(process.cwd(), 'content', folder)),
      };
    });
  },
});

/** The five bundles; minified for production, with source maps otherwise. `prepared` is what `preparePacks` gives, none where packs are to be read at each start. */
export function bundles(production, prepared = []) {
  const common = {
    bundle: true,
    minify: production,
    sourcemap: !production,
    target: 'es2022',
    logLevel: 'info',
    legalComments: 'none',
    plugins: [shippedPacksModule(prepared)],
  };
  const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'] };
  // Nothing here may fetch; what a library could fetch with is taken out.
  const browser = { ...common, platform: 'browser', define: { global: 'globalThis', fetch: 'undefined' } };

  return [
    { ...node, entryPoints: ['client/src/node.ts'], outfile: 'dist/client.js' },
    { ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js' },
    { ...node, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
    { ...browser, format: 'cjs', external: ['vscode'], entryPoints: ['client/src/browser.ts'], outfile: 'dist/client.browser.js' },
    { ...browser, format: 'iife', entryPoints: ['server/src/browser.ts'], outfile: 'dist/server.browser.js' },
  ];
}
