/** What is bundled into dist/, as esbuild's options. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `shipped-packs` as a module: the YAML texts of content/<chapter-id>/, for the browser server, which has no file system. */
const shippedPacks = {
  name: 'shipped-packs',
  setup(build) {
    build.onResolve({ filter: /^shipped-packs$/ }, () => ({ path: 'shipped-packs', namespace: 'shipped-packs' }));
    build.onLoad({ filter: /.*/, namespace: 'shipped-packs' }, async () => {
      const packs = [];
      const folders = (await readdir('content', { withFileTypes: true })).filter(
        (entry) => entry.isDirectory() && entry.name !== 'schemas',
      );
      for (const folder of folders) {
        const names = (await readdir(join('content', folder.name))).filter((name) => /\.ya?ml$/.test(name)).sort();
        const files = await Promise.all(
          names.map(async (name) => ({ file: `${folder.name}/${name}`, text: await readFile(join('content', folder.name, name), 'utf8') })),
        );
        packs.push({ folder: folder.name, files });
      }
      return {
        contents: `export default ${JSON.stringify(packs)}`,
        loader: 'js',
        watchDirs: folders.map((folder) => join(process.cwd(), 'content', folder.name)),
      };
    });
  },
};

/** The five bundles; minified for production, with source maps otherwise. */
export function bundles(production) {
  const common = {
    bundle: true,
    minify: production,
    sourcemap: !production,
    target: 'es2022',
    logLevel: 'info',
    legalComments: 'none',
    plugins: [shippedPacks],
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
