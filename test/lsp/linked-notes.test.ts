/** Links between notes: what they lead to is known to the rule, the definition and the completion. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-protocol';
import { type Doc, Editor, marked, pullingCapabilities, STALIN } from './editor';

let folder: string;
let root: string;
let editor: Editor;
const LINKS = `${STALIN}[[causes]], [[Essays/The End#Last words]], [[nowhere]], [[Kronstadt Rebellion]], [[#Part]], [[deep/causes]].\n\n# Part\n`;

function makeFolder() {
  folder = mkdtempSync(join(tmpdir(), 'history-notes-'));
  root = pathToFileURL(folder).href;
  mkdirSync(join(folder, 'essays'));
  writeFileSync(join(folder, 'causes.hnotes'), STALIN);
  writeFileSync(join(folder, 'essays/The End.hnotes'), `${STALIN}# First words\n\n## Last words\n`);
}
const removeFolder = () => rmSync(folder, { recursive: true });

describe('a link to notes of the workspace is known', () => {
  beforeEach(makeFolder);
  afterEach(async () => {
    await editor.stop();
    removeFolder();
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
    writeFileSync(join(folder, 'essays/closed.hnotes'), LINKS);
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
    writeFileSync(join(folder, 'later.hnotes'), '');
    expect(await told(1)).toEqual([]);
    rmSync(join(folder, 'later.hnotes'));
    expect(await told(3)).toEqual(['unknown-link «later»']);
  });
});

describe('in a link', () => {
  beforeAll(async () => {
    makeFolder();
    writeFileSync(join(folder, 'essays/causes.hnotes'), '');
    editor = await Editor.start({ workspaceFolders: [root] });
  });
  afterAll(async () => {
    await editor.stop();
    removeFolder();
  });

  async function at<T>(source: string, work: (doc: Doc, offset: number) => Promise<T>): Promise<T> {
    const { text, offset } = marked(source);
    const doc = await editor.open(text, { uri: `${root}/a.hnotes` });
    const result = await work(doc, offset);
    await doc.close();
    return result;
  }
  const complete = (source: string) =>
    at(source, async (doc, offset) => {
      const list = await doc.completion(doc.positionAt(offset));
      return (list?.items ?? []).map((item) => ({
        label: item.label,
        text: () => doc.withCompletion(item, list!),
        details: item.labelDetails,
      }));
    });
  const define = (source: string) =>
    at(source, (doc, offset) => doc.request<Location | null>('definition', { position: doc.positionAt(offset) }));

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
