/** How large what is installed is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Section } from './table';

export const sizes: Section = {
  name: 'sizes',
  title: 'Sizes of the bundles',
  async run({ product }) {
    const bundles = readdirSync(join(product, 'dist'))
      .filter((name) => name.endsWith('.js'))
      .map((name): [string, Buffer] => [name, readFileSync(join(product, 'dist', name))]);
    const content = readdirSync(join(product, 'content'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => readFileSync(join(product, 'content', name)));
    const all: [string, Buffer][] = [...bundles, ['shipped packs', Buffer.concat(content)]];
    return {
      tables: [
        {
          title: 'As packed',
          columns: [{ title: '' }, { title: 'raw', unit: 'kB' }, { title: 'gzip', unit: 'kB' }],
          rows: all.map(([name, bytes]) => [name, bytes.length / 1000, gzipSync(bytes, { level: 9 }).length / 1000]),
          notes: ['The server for browsers holds the shipped packs.'],
        },
      ],
      figures: {},
    };
  },
};
