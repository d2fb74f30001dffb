import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Folder } from './run';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

describe('lookup', () => {
  test('json: one entry a name, in order', async () => {
    const run = await folder.run(['lookup', '--chapter', 'stalins-rise', '--format', 'json', 'Trotskii', 'Kamenev', 'Kirov']);
    expect(JSON.parse(run.out)).toEqual([
      { query: 'Trotskii', match: { id: 'trotsky', kind: 'person', name: 'Leon Trotsky', how: 'variant' } },
      { query: 'Kamenev', match: { id: 'kamenev', kind: 'person', name: 'Lev Kamenev', how: 'name' } },
      { query: 'Kirov', match: null },
    ]);
    expect(run.code).toBe(1);
  });

  test('ndjson and pretty', async () => {
    expect(JSON.parse((await folder.run(['lookup', '--format', 'ndjson', 'NEP'])).out)).toMatchObject({
      match: { kind: 'term', name: 'New Economic Policy' },
    });
    const run = await folder.run(['lookup', 'Kamenev']);
    expect(run).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Lev Kamenev (1883–1936)') });
    expect((await folder.run(['lookup', 'Kirov'])).out).toMatch(/^Kirov: nobody and nothing in Stalin/);
  });
});

describe('dates', () => {
  test('plain text: offsets and values, a line each', async () => {
    folder.write('a.txt', 'In May 1920 they left; three years later, on 2 June 1923, they returned.');
    const { out, code } = await folder.run(['dates', '--format', 'ndjson', 'a.txt']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toEqual({ file: 'a.txt', start: 3, end: 11, edtf: '1920-05' });
    expect(lines).toContainEqual({ file: 'a.txt', start: 45, end: 56, edtf: '1923-06-02' });
    expect(code).toBe(0);
  });

  test('notes: what is code or front matter is no date', async () => {
    folder.write('a.hnotes', '---\ntitle: Of 1850\n---\n\nIn `1917` and 1918.\n\n- 1922\n- Dec: it ends\n');
    const { out } = await folder.run(['dates', '--format', 'json', 'a.hnotes']);
    expect(JSON.parse(out).map(({ edtf }: { edtf: string }) => edtf)).toEqual(['1918', '1922', '1922-12']);
  });

  test('pretty, and what cannot be read', async () => {
    folder.write('a.txt', 'Only\n1917 here.');
    expect(await folder.run(['dates', 'missing.txt', 'a.txt'])).toEqual({
      code: 2,
      out: 'a.txt:2:1: 1917  1917\n',
      err: 'history-notes: missing.txt: there is no such file\n',
    });
  });
});

describe('explain', () => {
  test('a rule, and the list of rules', async () => {
    expect((await folder.run(['explain', 'event-date'])).out).toMatch(/^event-date \(warning\)\n\n[\s\S]*Flagged:[\s\S]*Not flagged:/);
    const { out, code } = await folder.run(['explain']);
    expect(out.split('\n').map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(['event-date', 'impossible-date', 'pack']));
    expect(code).toBe(0);
  });
});
