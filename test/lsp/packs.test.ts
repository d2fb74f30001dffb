import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Editor, type EditorOptions, hoverAt } from './editor';

const CHAPTER = 'id: tulips\ntitle: The Tulip Trade\n';
const TIMELINE = '- id: crash\n  when: 1637-02\n  what: The tulip market collapses in Haarlem\n';
const NOTES = '---\nchapter: tulips\n---\n\n- 1638 Feb: The tulip market collapses in Haarlem\n';

let folder: string;
let editor: Editor | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-notes-'));
});
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
  rmSync(folder, { recursive: true });
});

function writePack(name: string, files: Record<string, string>): void {
  mkdirSync(join(folder, name), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), text);
}

async function start(options: EditorOptions = {}): Promise<Editor> {
  editor = await Editor.start({ workspaceFolders: [pathToFileURL(folder).href], ...options });
  return editor;
}

const uriOf = (...path: string[]) => pathToFileURL(join(folder, ...path)).href;
const changed = (...path: string[]) =>
  editor!.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(...path), type: 2 }] });
const problemsOf = (uri: string) => editor!.publications.findLast((each) => each.uri === uri);

describe('packs of the workspace', () => {
  test.each(['packs', '.history-notes'])('in the folder %s serve notes', async (name) => {
    writePack(`${name}/tulips`, { 'chapter.yaml': CHAPTER, 'timeline.yaml': TIMELINE });
    await start();
    const doc = await editor!.open(NOTES);
    expect(await doc.findings()).toEqual(['event-date «1638 Feb»']);
    expect((await doc.diagnostics())[0]!.relatedInformation![0]!.location.uri).toBe(uriOf(name, 'tulips', 'timeline.yaml'));
  });

  test('are watched: a changed pack checks the open notes again', async () => {
    writePack('packs/tulips', { 'chapter.yaml': CHAPTER, 'timeline.yaml': TIMELINE });
    await start();
    const doc = await editor!.open(NOTES);
    expect(await doc.findings()).toHaveLength(1);
    const registration = await editor!.until('the watchers', () =>
      editor!.registrations.find((each) => JSON.stringify(each.registerOptions ?? null).includes('yaml')),
    );
    expect(registration.registerOptions).toMatchObject({
      watchers: [{ globPattern: { baseUri: uriOf('packs') } }, { globPattern: { baseUri: uriOf('.history-notes') } }],
    });

    const before = editor!.publications.length;
    writeFileSync(join(folder, 'packs/tulips/timeline.yaml'), TIMELINE.replace('1637', '1638'));
    await changed('packs', 'tulips', 'timeline.yaml');
    await editor!.until('another check', () =>
      editor!.publications.slice(before).find(({ uri, diagnostics }) => uri === doc.uri && diagnostics.length === 0),
    );
    expect(editor!.notifications.some(({ method }) => method === 'historyNotes/chaptersChanged')).toBe(true);
  });

  test('that are added while the notes are open make their chapter known', async () => {
    await start();
    const doc = await editor!.open(NOTES);
    expect(await doc.findings()).toEqual(['front-matter «tulips»']);
    writePack('packs/tulips', { 'chapter.yaml': CHAPTER, 'timeline.yaml': TIMELINE });
    await changed('packs', 'tulips', 'chapter.yaml');
    await editor!.until('the other finding', () => problemsOf(doc.uri)?.diagnostics[0]?.code === 'event-date');
  });

  test('are read again on request, for clients that watch nothing', async () => {
    await start({ capabilities: {} });
    const doc = await editor!.open(NOTES);
    expect(await doc.findings()).toEqual(['front-matter «tulips»']);
    writePack('packs/tulips', { 'chapter.yaml': CHAPTER, 'timeline.yaml': TIMELINE });
    await editor!.connection.sendRequest('historyNotes/reloadPacks');
    await editor!.until('the other finding', () => problemsOf(doc.uri)?.diagnostics[0]?.code === 'event-date');
  });

  test('have their faults shown where they stand, and work with what is sound', async () => {
    writePack('packs/tulips', {
      'chapter.yaml': CHAPTER,
      'timeline.yaml': `${TIMELINE}- id: second\n  when: the year dot\n  what: Nothing\n`,
    });
    await start();
    const doc = await editor!.open(NOTES);
    expect(await doc.findings()).toEqual(['event-date «1638 Feb»']);
    const uri = uriOf('packs', 'tulips', 'timeline.yaml');
    const { diagnostics } = await editor!.until('the problem', () => problemsOf(uri));
    expect(diagnostics).toMatchObject([
      { code: 'pack', source: 'history-notes', severity: 1, range: { start: { line: 4, character: 8 }, end: { line: 4, character: 20 } } },
    ]);
    writeFileSync(join(folder, 'packs/tulips/timeline.yaml'), TIMELINE);
    await changed('packs', 'tulips', 'timeline.yaml');
    await editor!.until('the clearing', () => problemsOf(uri)?.diagnostics.length === 0);
  });

  test('of a shipped pack’s id take its place, with a warning', async () => {
    writePack('packs/mine', { 'chapter.yaml': 'id: stalins-rise\ntitle: My own chapter\n' });
    await start();
    await editor!.open('---\nchapter: stalins-rise\n---\n').then((doc) => doc.diagnostics());
    const { diagnostics } = await editor!.until('the warning', () => problemsOf(uriOf('packs', 'mine', 'chapter.yaml')));
    expect(diagnostics).toMatchObject([{ code: 'pack', severity: 2, range: { start: { line: 0 } } }]);
    const chapters = await editor!.connection.sendRequest<{ id: string; title: string; origin: string }[]>('historyNotes/chapters');
    expect(chapters).toMatchObject([{ id: 'stalins-rise', title: 'My own chapter', origin: 'workspace' }]);
  });

  test('of one id are not mixed: the first counts', async () => {
    writePack('packs/a', { 'chapter.yaml': CHAPTER });
    writePack('packs/b', { 'chapter.yaml': CHAPTER });
    await start();
    const { diagnostics } = await editor!.until('the warning', () => problemsOf(uriOf('packs', 'b', 'chapter.yaml')));
    expect(diagnostics).toMatchObject([{ code: 'pack', severity: 2 }]);
  });

  test('may lie where a setting says, also outside the workspace', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'history-notes-'));
    writePack('lessons/tulips', { 'chapter.yaml': CHAPTER, 'timeline.yaml': TIMELINE });
    cpSync(join(folder, 'lessons/tulips'), join(elsewhere, 'tulips'), { recursive: true });
    rmSync(join(folder, 'lessons'), { recursive: true });
    await start({ settings: { packs: [elsewhere] } });
    expect(await (await editor!.open(NOTES)).findings()).toEqual(['event-date «1638 Feb»']);
    rmSync(elsewhere, { recursive: true });
  });

  test('come and go with the workspace’s folders', async () => {
    writePack('packs/tulips', { 'chapter.yaml': CHAPTER, 'timeline.yaml': TIMELINE });
    await start({ workspaceFolders: [] });
    const doc = await editor!.open(NOTES);
    expect(await doc.findings()).toEqual(['front-matter «tulips»']);
    const added = [{ uri: pathToFileURL(folder).href, name: 'notes' }];
    await editor!.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
    await editor!.until('the pack', () => problemsOf(doc.uri)?.diagnostics[0]?.code === 'event-date');
    await editor!.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: added } });
    await editor!.until('no pack', () => problemsOf(doc.uri)?.diagnostics[0]?.code === 'front-matter');
  });
});

describe('in the browser', () => {
  const readPacks = (folders: readonly string[]) =>
    folders
      .filter((each) => each.endsWith('/packs'))
      .map((each) => ({
        folder: `${each}/tulips`,
        files: [
          { file: `${each}/tulips/chapter.yaml`, text: CHAPTER },
          { file: `${each}/tulips/timeline.yaml`, text: TIMELINE },
        ],
      }));

  test('shipped packs are in the bundle, the workspace’s come from the client', async () => {
    await start({
      worker: true,
      workspaceFolders: ['vscode-vfs://github/school/notes'],
      initializationOptions: { readPacks: true, contentUri: 'https://example.org/extension/content' },
      readPacks,
    });
    const own = await editor!.open(NOTES);
    expect(await own.findings()).toEqual(['event-date «1638 Feb»']);
    expect((await own.diagnostics())[0]!.relatedInformation![0]!.location.uri).toBe(
      'vscode-vfs://github/school/notes/packs/tulips/timeline.yaml',
    );
    const shipped = await editor!.open('---\nchapter: stalins-rise\n---\n\n- 1922 Aug: Stalin becomes General Secretary\n');
    expect((await shipped.diagnostics())[0]!.relatedInformation![0]!.location.uri).toBe(
      'https://example.org/extension/content/stalins-rise/timeline.yaml',
    );
  });

  test('a virtual workspace on the desktop is read through the client too', async () => {
    await start({ workspaceFolders: ['vscode-vfs://github/school/notes'], initializationOptions: { readPacks: true }, readPacks });
    expect(await (await editor!.open(NOTES)).findings()).toEqual(['event-date «1638 Feb»']);
  });
});

test('what a pack says is shown as text, whatever it looks like', async () => {
  const people = [
    '- id: mallory',
    '  name: "Mallory [click](command:evil)"',
    '  short: Mallory',
    '  summary: "<img src=x onerror=alert(1)> **bold** `code` https://evil.example ![x](http://evil.example/x.png)"',
  ].join('\n');
  writePack('packs/tulips', { 'chapter.yaml': CHAPTER, 'people.yaml': `${people}\n` });
  await start();
  const text = (await hoverAt(editor!, '---\nchapter: tulips\n---\n\nThen Mal‸lory came.'))?.text;
  expect(text).toContain('Mallory \\[click\\](command:evil)');
  expect(text).toContain(
    '\\<img src=x onerror=alert(1)\\> \\*\\*bold\\*\\* \\`code\\` https\\://evil.example !\\[x\\](http\\://evil.example/x.png)',
  );
});
