import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../server/src/chapter/index';
import { applyEdit, wordEdits } from './edits';
import { summary } from './measure';
import { formats, type Report } from './print';
import { againstReaches } from './reaches';
import { SMALLEST, syntheticPacks } from './synthetic-pack';
import { written } from './table';
import { countWords, joined } from './texts';

async function bench(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run.mjs'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  const [code] = await once(child, 'close');
  return { code, out, err };
}

describe('the command', () => {
  test('measures everything, the peers too', { timeout: 300_000 }, async () => {
    const { code, out, err } = await bench('--quick', '--json');
    expect(code, err).toBe(0);
    const { sections } = JSON.parse(out) as Report;
    expect(sections.map(({ name }) => name)).toEqual(['checking', 'dates', 'server', 'growth', 'batch', 'sizes']);
    for (const { tables } of sections) {
      for (const { title, rows, columns } of tables) {
        expect(rows.length, title).toBeGreaterThan(0);
        for (const row of rows) {
          expect(row, title).toHaveLength(columns.length);
          // What the system does not tell stands as null elsewhere than on Linux.
          const unknown = process.platform === 'linux' ? [] : [null];
          for (const cell of row.slice(1)) expect([expect.any(Number), ...unknown], `${title}: ${row[0]}`).toContainEqual(cell);
        }
      }
    }
    const [checking, dates] = sections.map(({ tables }) => tables[0]!);
    for (const table of [checking!, dates!]) for (const row of table.rows) expect(row.at(-1), `found by ${row[0]}`).toBeGreaterThan(0);
  });

  test('a section or number that there is not', async () => {
    expect(await bench('--only', 'nothing')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('“nothing”') });
    expect(await bench('--essays', '0')).toMatchObject({ code: 2, out: '' });
  });

  test('a section that fails is said not to be measured', async () => {
    const { code, out, err } = await bench('--quick', '--only', 'dates', '--only', 'sizes', 'no-such-file.txt');
    expect(code).toBe(2);
    expect(err).toMatch(/dates: .*no-such-file\.txt/);
    expect(out).toMatch(/Not measured[\s\S]*Sizes of the bundles[\s\S]*server\.js/);
  });
});

test('an edit replaces a word by another, outside the front matter, the same in every run', () => {
  const first = '---\nchapter: some-chapter\n---\n';
  let text = `${first}Lenin died in January 1924, and Stalin spoke.\n`;
  const [edits, again] = [wordEdits(text), wordEdits(text)];
  for (let count = 0; count < 200; count++) {
    const edit = edits.next(text).value;
    expect(again.next(text).value).toEqual(edit);
    expect(text.slice(edit.start, edit.end)).toMatch(/^\p{L}{4,}$/u);
    expect(edit.text).toMatch(/^\p{L}{4,}$/u);
    text = applyEdit(text, edit);
    expect(text.startsWith(first)).toBe(true);
  }
});

test('words are counted with their marks, apostrophes and hyphens', () => {
  expect(countWords('Lenin’s so-called co\u0308op, 5,000 men!')).toBe(6);
});

test('essays are joined up to a length, in an order that the seed decides', () => {
  const essays = ['One.', 'Two.', 'Three.'].map((text) => ({ name: text, text }));
  const text = joined(essays, 100, 1);
  expect(text).toMatch(/^---\nchapter: stalins-rise\n---\n\n/);
  expect(text.length).toBeLessThanOrEqual(100);
  expect(text.length).toBeGreaterThan(85);
  expect(joined(essays, 100, 1)).toBe(text);
  expect(new Set([1, 2, 3, 4, 5].map((seed) => joined(essays, 100, seed))).size).toBeGreaterThan(1);
});

test('packs of every size are without fault, all names differ, and a larger one begins as a smaller one', () => {
  const [small, large] = [SMALLEST, 60 * SMALLEST].map((count) => {
    const loaded = [...syntheticPacks(count).values()].map((files) => loadPack(files));
    expect(loaded.flatMap(({ problems }) => problems)).toEqual([]);
    return { people: loaded.flatMap(({ chapter }) => chapter!.people), events: loaded.flatMap(({ chapter }) => chapter!.events) };
  });
  expect(large!.events).toHaveLength(60 * SMALLEST);
  expect(new Set(large!.people.map(({ name }) => name)).size).toBe(60 * SMALLEST);
  expect(large!.events.slice(0, SMALLEST).map(({ lines }) => lines)).toEqual(small!.events.map(({ lines }) => lines));
});

test('median and p95', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(summary(hundred)).toEqual({ median: 51, p95: 96, samples: 100 });
  expect(summary([7])).toEqual({ median: 7, p95: 7, samples: 1 });
});

test('three figures of a number count', () => {
  expect([0, 0.012345, 9.876, 98.76, 987.6, 1234567, 3, null, 'so'].map(written)).toEqual(
    ['0', '0.0123', '9.88', '98.8', '988', '1 234 567', '3', '–', 'so'], // biome-ignore format: one line
  );
});

test('reaches: reached, missed, not measured', () => {
  const { rows, missed } = againstReaches({ 'server.start': 300, 'server.memory': 101, 'batch.rate': 299_999 });
  const verdicts = Object.fromEntries(rows.map((row) => [row[0], row.at(-1)]));
  expect(verdicts).toMatchObject({
    'start of the server → first diagnostics': 'reached',
    'memory of the server with the shipped pack': 'missed',
    batch: 'missed',
    'reading dates, times chrono-node': 'not measured',
  });
  expect(missed).toBe(2);
});

test('printed for a terminal and as Markdown', () => {
  const table = {
    title: 'T',
    columns: [{ title: '' }, { title: 'time', unit: 'ms' }],
    rows: [
      ['a|b', 12.34],
      ['longer', null],
    ],
    notes: ['Note.'],
  };
  const machine = { date: '2026-11-30T00:00:00Z', node: '20', system: 'linux', processor: 'P', cores: 2, memory: 2 ** 34, load: [0, 1] };
  const report: Report = {
    machine,
    sections: [{ name: 's', title: 'Section', tables: [table], figures: {} }],
    reaches: againstReaches({}),
  };
  expect(formats.text(report)).toContain('T\n        time, ms\n──────  ────────\na|b         12.3\nlonger         –\nNote.\n');
  expect(formats.markdown(report)).toContain('### T\n\n|  | time, ms |\n| --- | --: |\n| a\\|b | 12.3 |\n| longer | – |\n\nNote.\n');
  expect(formats.text(report)).toContain('2026-11-30 · Node 20 · linux · 2 × P · 16 GB · load 0.0 before, 1.0 after');
});
