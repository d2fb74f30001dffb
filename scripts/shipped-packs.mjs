// The packs of content/.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `{ folder, files: [{ file, text }] }` of each, files by name and named from content/. */
export async function shippedPacks() {
  const folders = (await readdir('content', { withFileTypes: true })).filter((entry) => entry.isDirectory() && entry.name !== 'schemas');
  return Promise.all(
    folders.map(async ({ name: folder }) => {
      const names = (await readdir(join('content', folder))).filter((name) => /\.ya?ml$/.test(name)).sort();
      const files = names.map(async (name) => ({ file: `${folder}/${name}`, text: await readFile(join('content', folder, name), 'utf8') }));
      return { folder, files: await Promise.all(files) };
    }),
  );
}
