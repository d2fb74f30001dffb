/** A whole class's essays: checked over several cores, told in their order. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Folder, STALIN } from './run';

const FILES = 60;
const folder = new Folder();

beforeAll(() => {
  for (let i = 0; i < FILES; i++) {
    const name = `essays/${String(i).padStart(3, '0')}.hnotes`;
    if (i === 30) folder.write(name, new Uint8Array([0x80, 0x81]));
    else folder.write(name, `${STALIN}${'Nobody knew.\n\n'.repeat(i % 7)}In May 192${i % 2 ? 3 : 2} Stalin became General Secretary.\n`);
  }
  folder.write('essays/notes.md', '# No chapter\n');
});
afterAll(() => folder.remove());

test('with workers and without, the same is said in the same order', async () => {
  const alone = await folder.run(['check', '--format', 'json', '--jobs', '1', 'essays', 'nothing']);
  const together = await folder.run(['check', '--format', 'json', '--jobs', '3', 'essays', 'nothing']);
  expect(together).toEqual(alone);
  expect(alone.code).toBe(2);
  const reports = JSON.parse(alone.out) as { file: string; findings: unknown[] }[];
  expect(reports.map(({ file }) => file)).toEqual(
    Array.from({ length: FILES }, (_, i) => join('essays', `${String(i).padStart(3, '0')}.hnotes`)).filter((_, i) => i !== 30),
  );
  expect(reports.every(({ findings }) => findings.length === 1)).toBe(true);
  expect(alone.err).toContain('030.hnotes: the text is not valid UTF-8');
  expect(alone.err).toContain('nothing: ');
});

test('repairs are made by the workers, too', async () => {
  const run = await folder.run(['check', '--fix', '--jobs', '2', 'essays']);
  expect(run.err).toContain('030.hnotes');
  expect(run.out).toContain(`${FILES - 1} `);
  expect(readFileSync(join(folder.path, 'essays', '059.hnotes'), 'utf8')).toContain('In April 1922 Stalin');
});

test('--jobs takes a number of files', async () => {
  expect(await folder.run(['check', '--jobs', 'many', 'essays'])).toMatchObject({ code: 2, out: '' });
});
