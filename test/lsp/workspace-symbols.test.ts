import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SymbolInformation } from 'vscode-languageserver-protocol';
import { fuzzyScore } from '../../server/src/features/fuzzy';
import { Editor, STALIN } from './editor';

const folder = mkdtempSync(join(tmpdir(), 'history-notes-'));
let editor: Editor;
beforeAll(async () => {
  mkdirSync(join(folder, 'packs/own'), { recursive: true });
  writeFileSync(join(folder, 'packs/own/chapter.yaml'), 'id: own\ntitle: Own chapter\n');
  writeFileSync(join(folder, 'packs/own/people.yaml'), '- { id: smith, name: Mary Smith }\n');
  writeFileSync(join(folder, 'a b.hnotes'), `${STALIN}# Trotsky’s fall\n\n## Krupskaïa and others\n`);
  editor = await Editor.start({ workspaceFolders: [pathToFileURL(folder).href] });
});
afterAll(async () => {
  await editor.stop();
  rmSync(folder, { recursive: true });
});

async function search(query: string, on = editor): Promise<SymbolInformation[]> {
  return (await on.connection.sendRequest<SymbolInformation[] | null>('workspace/symbol', { query })) ?? [];
}
const names = async (query: string) => (await search(query)).map(({ name }) => name);

describe('workspace symbols', () => {
  test('people, by any of their names, first', async () => {
    expect((await names('trotsky'))[0]).toBe('Leon Trotsky (Trotsky)');
    expect((await names('leon trotsky'))[0]).toBe('Leon Trotsky');
    expect((await search('bronstein'))[0]).toMatchObject({
      name: expect.stringMatching(/^Leon Trotsky \(/),
      containerName: expect.stringMatching(/^Stalin/),
      location: { uri: expect.stringMatching(/people\.yaml$/) },
    });
  });

  test('events, terms, sources, headings of notes, people of the workspace’s own packs', async () => {
    expect((await names('kronst reb'))[0]).toBe('Kronstadt Rebellion');
    expect((await names('new econ'))[0]).toBe('New Economic Policy');
    expect((await search('service 2005'))[0]).toMatchObject({
      name: 'Service 2005',
      location: { uri: expect.stringMatching(/sources\.yaml$/) },
    });
    expect((await search('krupskaia and'))[0]).toMatchObject({
      name: 'Krupskaïa and others',
      containerName: 'a b.hnotes',
      location: { range: { start: { line: 6 } } },
    });
    expect((await search('mary'))[0]).toMatchObject({ name: 'Mary Smith', containerName: 'Own chapter' });
  });

  test('by initials and by letters with gaps', async () => {
    expect((await names('krreb'))[0]).toBe('Kronstadt Rebellion');
    expect(await names('zzzz')).toEqual([]);
  });

  test('no more than can be shown, also for no letters at all', async () => {
    expect((await names('')).length).toBeGreaterThan(50);
    expect((await names('e')).length).toBeLessThanOrEqual(200);
  });

  test('of a shipped chapter only where notes use it', async () => {
    const other = await Editor.start({ capabilities: {} });
    expect(await search('trotsky', other)).toEqual([]);
    await other.open(`${STALIN}Notes.`);
    expect((await search('trotsky', other))[0]?.name).toBe('Leon Trotsky (Trotsky)');
    await other.stop();
  });
});

describe('how well letters fit a name', () => {
  const better = (query: string, a: string, b: string) => (fuzzyScore(query, a) ?? -1) > (fuzzyScore(query, b) ?? -1);
  test('a whole, a beginning, letters together, a shorter name are better', () => {
    expect(better('lenin', 'Lenin', 'Leninism')).toBe(true);
    expect(better('len', 'Lenin dies', 'Valentin')).toBe(true);
    expect(better('nep', 'NEP adopted', 'Neither epoch')).toBe(true);
    expect(better('gs', 'General Secretary', 'Stalin is gone so soon')).toBe(true);
  });
  test('letters in another order, or that are not there, do not fit', () => {
    expect(fuzzyScore('nel', 'Lenin')).toBeNull();
    expect(fuzzyScore('leninx', 'Lenin')).toBeNull();
    expect(fuzzyScore('', 'Lenin')).toBe(0);
  });
});
