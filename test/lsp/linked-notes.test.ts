/** Links between notes: what they lead to is known to the rule, the definition and the completion. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-protocol';
import { Cursor } from './cursor';
import { Editor, pullingCapabilities, STALIN } from './editor';
import { NotesFolder } from './notes-folder';

let folder: NotesFolder;
let root: string;
let editor: Editor;
const LINKS = `${STALIN}[[causes]], [[Essays/The End#Last words]], [[nowhere]], [[Kronstadt Rebellion]], [[#Part]], [[deep/causes]].\n\n# Part\n`;

function makeFolder() {
  folder = new NotesFolder();
  root = folder.root;
  folder.write('causes.hnotes', STALIN);
  folder.write('essays/The End.hnotes', `${STALIN}# First words\n\n## Last words\n`);
}

describe('a link to notes of the workspace is known', () => {
  beforeEach(makeFolder);
  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  test('by file name, with folders, with a heading', async () => {
    editor = await Editor.start({ workspaceFolders: [root] });
    const doc = await editor.open(LINKS, { uri: `${root}/a.hnotes` });
    expect(await doc.findings()).toEqual(['unknown-link «nowhere»', 'unknown-link «deep/causes»']);
  });

  test('beside notes that lie in no folder of the workspace, though not below', async () => {
    editor = await Editor.start();
    const doc = await editor.open(LINKS, { uri: `${root}/a.hnotes` });
    expect(await doc.findings()).toEqual([
      'unknown-link «Essays/The End#Last words»',
      'unknown-link «nowhere»',
      'unknown-link «deep/causes»',
    ]);
  });

  test('in notes that are not open, too', async () => {
    folder.write('essays/closed.hnotes', LINKS);
    editor = await Editor.start({ workspaceFolders: [root], capabilities: pullingCapabilities });
    const { items } = await editor.connection.sendRequest<{ items: { uri: string; items: { message: string }[] }[] }>(
      'workspace/diagnostic',
      {
        previousResultIds: [],
      },
    );
    const closed = items.find(({ uri }) => uri.endsWith('closed.hnotes'));
    expect(closed?.items.map(({ message }) => message)).toEqual([
      'The chapter has nothing called nowhere.',
      'The chapter has nothing called deep/causes.',
    ]);
  });

  test('in a workspace that only the client can read', async () => {
    const notesFiles = { 'vscode-vfs://host/notes/causes.hnotes': '' };
    editor = await Editor.start({ workspaceFolders: ['vscode-vfs://host/notes'], notesFiles, initializationOptions: { readNotes: true } });
    const doc = await editor.open(`${STALIN}[[causes]] [[nowhere]]`, { uri: 'vscode-vfs://host/notes/a.hnotes' });
    expect(await doc.findings()).toEqual(['unknown-link «nowhere»']);
  });

  test('as soon as the client says that they are there, and no longer than that', async () => {
    editor = await Editor.start({ workspaceFolders: [root] });
    const doc = await editor.open(`${STALIN}[[later]]`, { uri: `${root}/a.hnotes` });
    expect(await doc.findings()).toEqual(['unknown-link «later»']);
    const told = async (type: 1 | 3) => {
      editor.publications.length = 0;
      await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${root}/later.hnotes`, type }] });
      return doc.findings();
    };
    folder.write('later.hnotes', '');
    expect(await told(1)).toEqual([]);
    folder.delete('later.hnotes');
    expect(await told(3)).toEqual(['unknown-link «later»']);
  });
});

describe('in a link', () => {
  beforeAll(async () => {
    makeFolder();
    folder.write('essays/causes.hnotes', '');
    editor = await Editor.start({ workspaceFolders: [root] });
  });
  afterAll(async () => {
    await editor.stop();
    folder.remove();
  });

  async function complete(source: string) {
    const { doc, offset } = await Cursor.in(editor, source, { uri: `${root}/a.hnotes` });
    const list = await doc.completion(doc.positionAt(offset));
    await doc.close();
    return (list?.items ?? []).map((item) => ({
      label: item.label,
      text: () => doc.withCompletion(item, list!),
      details: item.labelDetails,
    }));
  }

  async function define(source: string): Promise<Location | null> {
    const at = await Cursor.in(editor, source, { uri: `${root}/a.hnotes` });
    const found = await at.ask<Location | null>('definition');
    await at.doc.close();
    return found;
  }

  test('other notes and the headings of these are offered behind what the chapter has', async () => {
    const offered = await complete(`${STALIN}# The causes of it\n\nSee [[cau‸\n`);
    expect(offered.map(({ label, details }) => [label, details?.detail?.trim()])).toEqual([
      ['The causes of it', 'heading'],
      ['causes', 'notes'],
      ['essays/causes', 'notes'],
    ]);
    expect(offered[2]!.text()).toBe(`${STALIN}# The causes of it\n\nSee [[essays/causes]]\n`);
    const all = (await complete(`${STALIN}# Part\n\nSee [[‸]]\n`)).map(({ label }) => label);
    expect(all).toEqual(expect.arrayContaining(['Kronstadt Rebellion', 'Part', 'causes', 'The End']));
    expect((await complete(`${STALIN}See [[serv‸\n`)).map(({ label }) => label)).toContain('Service 2005');
    expect(all).not.toContain('a');
    expect(all.indexOf('Kronstadt Rebellion')).toBeLessThan(all.indexOf('causes'));
  });

  test('behind # the headings of these notes alone', async () => {
    const offered = await complete(`${STALIN}# Kronstadt\n\nSee [[#‸\n`);
    expect(offered.map(({ text }) => text())).toEqual([`${STALIN}# Kronstadt\n\nSee [[#Kronstadt]]\n`]);
  });

  test('the definition is the notes, or the heading', async () => {
    expect(await define(`${STALIN}[[cau‸ses]]`)).toEqual({
      uri: `${root}/causes.hnotes`,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    });
    expect(await define(`${STALIN}[[the end#last‸ words]]`)).toMatchObject({
      uri: `${root}/essays/The%20End.hnotes`,
      range: { start: { line: 6 } },
    });
    expect(await define(`${STALIN}# Part\n\n[[‸part]]`)).toMatchObject({ uri: `${root}/a.hnotes`, range: { start: { line: 4 } } });
    expect(await define(`${STALIN}[[no‸where]]`)).toBeNull();
  });
});
