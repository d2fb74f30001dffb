/** Kinds of workspaces: several folders, none, a file system that only the client can read, notes that were never saved. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-protocol';
import { Cursor } from './cursor';
import { type Doc, Editor, pullingCapabilities, STALIN } from './editor';
import { NotesFolder } from './notes-folder';

let editor: Editor | undefined;
let folder: NotesFolder;
beforeEach(() => {
  folder = new NotesFolder();
});
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
  folder.remove();
});

const WRONG = '- 1922 Aug: Stalin becomes General Secretary\n';

/** A pack in one of the folders: somebody died in a year. */
function writePack(root: string, id: string, year: number): void {
  folder.write(`${root}/packs/${id}/chapter.yaml`, `id: ${id}\ntitle: ${id}\n`);
  folder.write(`${root}/packs/${id}/people.yaml`, `- { id: smith, name: Mary Smith, short: Smith, died: ${year} }\n`);
}
const died = (id: string, year: number) => `---\nchapter: ${id}\n---\n\nMary Smith died in ${year}.\n`;

describe('a workspace of several folders', () => {
  test('has the packs of all of them, for the notes of all of them', async () => {
    writePack('one', 'wool', 1701);
    writePack('two', 'salt', 1801);
    editor = await Editor.start({ workspaceFolders: [folder.uri('one'), folder.uri('two')] });
    const findings = async (root: string, id: string, year: number) =>
      (await editor!.open(died(id, year), { uri: folder.uri(`${root}/${id}-${year}.hnotes`) })).findings();
    for (const root of ['one', 'two']) {
      expect(await findings(root, 'wool', 1701)).toEqual([]);
      expect(await findings(root, 'wool', 1702)).toEqual(['life-dates «1702»']);
      expect(await findings(root, 'salt', 1801)).toEqual([]);
      expect(await findings(root, 'salt', 1802)).toEqual(['life-dates «1802»']);
    }
  });

  test('has settings for each folder, in open notes and in others', async () => {
    folder.write('two/closed.hnotes', STALIN + WRONG);
    folder.write('one/closed.hnotes', STALIN + WRONG);
    editor = await Editor.start({
      workspaceFolders: [folder.uri('one'), folder.uri('two')],
      capabilities: pullingCapabilities,
      settingsOf: (uri) => (uri.startsWith(folder.uri('two')) ? { rules: { 'event-date': 'off' } } : undefined),
    });
    const one = await editor.open(STALIN + WRONG, { uri: folder.uri('one/open.hnotes') });
    const two = await editor.open(STALIN + WRONG, { uri: folder.uri('two/open.hnotes') });
    expect([await one.pulled(), await two.pulled()]).toEqual([['event-date «1922 Aug»'], []]);
    const { items } = await editor.connection.sendRequest<{ items: { uri: string; items: unknown[] }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const closed = items.filter(({ uri }) => uri.endsWith('closed.hnotes')).map(({ uri, items }) => [uri, items.length]);
    expect(closed.sort()).toEqual([
      [folder.uri('one/closed.hnotes'), 1],
      [folder.uri('two/closed.hnotes'), 0],
    ]);
  });
});

/** All that a writer sees at once. */
async function serves(doc: Doc): Promise<void> {
  expect(await doc.findings()).toEqual(['event-date «1922 Aug»', 'unknown-person «Zin»']);
  expect(JSON.stringify(await doc.hover(doc.rangeOf('Stalin').end))).toContain('1922');
  expect((await doc.completion(doc.rangeOf('@Zin').end))?.items.map(({ label }) => label)).toContain('Zinoviev');
  const [fix] = (await doc.actions(doc.rangeOf('Aug'))) ?? [];
  expect(doc.withAction(fix)).toContain('- 1922 Apr: ');
  expect(await doc.request('codeLens')).not.toEqual([]);
}

describe('notes that were never saved', () => {
  test('are served without a folder', async () => {
    editor = await Editor.start();
    await serves(await editor.open(`${STALIN}${WRONG}\n@Zin\n\n`, { uri: 'untitled:Untitled-1' }));
  });

  test('are checked against the default chapter before they name one', async () => {
    editor = await Editor.start({ workspaceFolders: [folder.root], settings: { defaultChapter: 'stalins-rise' } });
    const doc = await editor.open(WRONG, { uri: 'untitled:Untitled-1' });
    expect(await doc.findings()).toEqual(['event-date «1922 Aug»']);
  });

  test('link to the notes of the workspace', async () => {
    folder.write('causes.hnotes', STALIN);
    editor = await Editor.start({ workspaceFolders: [folder.root] });
    const at = await Cursor.in(editor, `${STALIN}[[cau‸ses]] [[nowhere]]`, { uri: 'untitled:Untitled-1' });
    expect(await at.doc.findings()).toEqual(['unknown-link «nowhere»']);
    expect(await at.ask<Location>('definition')).toMatchObject({ uri: folder.uri('causes.hnotes') });
  });
});

describe.each([true, false])('a workspace without a file system (worker: %s)', (worker) => {
  test('has the chapters that ship, even where the client reads nothing for the server', async () => {
    editor = await Editor.start({ worker, workspaceFolders: ['vscode-vfs://github/school/notes'] });
    await serves(await editor.open(`${STALIN}${WRONG}\n@Zin\n\n`, { uri: 'vscode-vfs://github/school/notes/a.hnotes' }));
    expect(editor.logs).toEqual([]);
  });
});
