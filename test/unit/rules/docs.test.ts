/** The pages of docs/ that are made from the code are those of the code as it is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pages } from '../../../scripts/build-docs';
import { rulePage } from '../../../server/src/features/diagnostics';
import { root } from '../packs/packs';

const all = pages();

it.each([...all.keys()])('%s is up to date (npm run docs)', (path) => {
  expect(existsSync(join(root, path))).toBe(true);
  expect(readFileSync(join(root, path), 'utf8')).toBe(all.get(path));
});

it('has no page of a rule that is no more', () => {
  expect(readdirSync(join(root, 'docs/rules')).filter((name) => !all.has(`docs/rules/${name}`))).toEqual([]);
});

it('has the pages that findings link to', () => {
  expect(rulePage('event-date')).toMatch(/\/docs\/rules\/event-date\.md$/);
});

const written = readdirSync(join(root, 'docs'), { recursive: true })
  .map((name) => join('docs', String(name)))
  .filter((name) => name.endsWith('.md'));

it.each(written)('%s links to files and headings that are there', (path) => {
  const text = readFileSync(join(root, path), 'utf8').replace(/^```.*?^```$/gms, '');
  const broken = [...text.matchAll(/\]\((?!https?:|command:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].filter(([, file = '', heading]) => {
    const target = file === '' ? join(root, path) : join(root, path, '..', file);
    if (!existsSync(target)) return true;
    return heading !== undefined && !anchors(readFileSync(target, 'utf8')).includes(heading);
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

/** The anchors that GitHub gives to a page's headings. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
