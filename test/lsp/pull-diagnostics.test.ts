import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { FullDocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { Editor, pullingCapabilities, STALIN, vscodeCapabilities } from './editor';

const WRONG = '- 1922 Aug: Stalin becomes General Secretary\n';
const LONG = { typingPause: 30_000 };

let editor: Editor;
afterEach(() => editor.stop());

const start = (settings: Record<string, unknown> = {}, more: Parameters<typeof Editor.start>[0] = {}) =>
  Editor.start({ capabilities: pullingCapabilities, settings, ...more });

const workspace = (previousResultIds: { uri: string; value: string }[] = [], streaming = false, source = new CancellationTokenSource()) =>
  editor.connection.sendRequest<WorkspaceDiagnosticReport>(
    'workspace/diagnostic',
    { previousResultIds, ...(streaming ? { partialResultToken: 'parts' } : {}) },
    source.token,
  );

const idOf = (report: { resultId?: string }) => report.resultId!;

describe('a client that pulls', () => {
  test('is told so, is answered, and is not pushed to', async () => {
    editor = await start({ typingPause: 0 });
    expect(editor.capabilities.diagnosticProvider).toEqual({
      identifier: 'notes',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    const doc = await editor.open(`${STALIN}${WRONG}`);
    const report = (await doc.pull()) as FullDocumentDiagnosticReport;
    expect(report.items).toMatchObject([
      {
        code: 'event-date',
        source: 'history-notes',
        range: doc.rangeOf('1922 Aug'),
        codeDescription: { href: expect.stringContaining('event-date') },
        relatedInformation: [{ message: expect.stringContaining('April 1922') }],
        data: { fact: { name: expect.any(String) } },
      },
    ]);
    await doc.replace('Stalin', '@Nobodyovich');
    expect(await doc.pulled()).toContain('unknown-person «Nobodyovich»');
    await doc.close();
    expect(editor.publications).toEqual([]);
  });

  test('hears that nothing has changed, by the id of the report that it has', async () => {
    editor = await start();
    const doc = await editor.open(`${STALIN}${WRONG}`);
    const first = await doc.pull();
    expect(await doc.pull(idOf(first))).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await doc.insert('Secretary', ' of the Party');
    expect((await doc.pull(idOf(first))).kind).toBe('full');
    expect((await doc.pull('of another session')).kind).toBe('full');
  });

  test('hears nothing of documents that are not served', async () => {
    editor = await start();
    const plain = await editor.open(WRONG, { uri: 'file:///notes/plain.md', languageId: 'markdown' });
    expect(await plain.pulled()).toEqual([]);
    const nowhere = await editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: 'file:///nowhere.hnotes' } });
    expect(nowhere).toMatchObject({ kind: 'full', items: [] });
  });

  test('is asked to pull again when settings change, and when a pack does', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'history-notes-'));
    try {
      mkdirSync(join(folder, 'packs', 'tulips'), { recursive: true });
      const timeline = join(folder, 'packs', 'tulips', 'timeline.yaml');
      const write = (year: number) =>
        writeFileSync(timeline, `- id: crash\n  when: ${year}-02\n  what: The tulip market collapses in Haarlem\n`);
      writeFileSync(join(folder, 'packs', 'tulips', 'chapter.yaml'), 'id: tulips\ntitle: The Tulip Trade\n');
      write(1637);
      editor = await start({}, { workspaceFolders: [pathToFileURL(folder).href] });
      const doc = await editor.open('---\nchapter: tulips\n---\n\n- 1638 Feb: The tulip market collapses in Haarlem\n');
      const before = await doc.pull();
      expect(await doc.pulled()).toEqual(['event-date «1638 Feb»']);

      const { repulls } = editor;
      await editor.configure({ rules: { 'event-date': 'off' } });
      await editor.until('a refresh', () => editor.repulls > repulls);
      expect(await doc.pulled()).toEqual([]);
      await editor.configure({});
      await editor.until('another', () => editor.repulls > repulls + 1);
      expect(await doc.pull(idOf(before))).toMatchObject({ kind: 'unchanged' });

      write(1638);
      const already = editor.repulls;
      await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: pathToFileURL(timeline).href, type: 2 }],
      });
      await editor.until('a refresh for the pack', () => editor.repulls > already);
      expect(await doc.pulled()).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('is not shown the word that is being typed until the writer pauses, and is then asked to pull again', async () => {
    editor = await start({ typingPause: 1000 });
    const doc = await editor.open(`${STALIN}Then @Zi\n`);
    expect(await doc.pulled()).toEqual(['unknown-person «Zi»']);
    await doc.insert('Then', ' @Lenni');
    const typed = Date.now();
    const { repulls } = editor;
    // What stands elsewhere is shown all the while.
    expect(await doc.pulled()).toEqual(['unknown-person «Zi»']);
    await editor.until('a refresh', () => editor.repulls > repulls);
    expect(Date.now() - typed).toBeGreaterThan(500);
    expect(await doc.pulled()).toEqual(['unknown-person «Lenni»', 'unknown-person «Zi»']);
    expect(editor.repulls).toBe(repulls + 1);
  });

  test('is shown it when the writer goes on, or saves', async () => {
    editor = await start(LONG);
    const doc = await editor.open(`${STALIN}Then \n`);
    await doc.insert('Then ', '@Zin');
    expect(await doc.pulled()).toEqual([]);
    await doc.insert('@Zin', ',');
    expect(await doc.pulled()).toEqual(['unknown-person «Zin»']);
    await doc.insert(',', ' @Lenni');
    expect(await doc.pulled()).toEqual(['unknown-person «Zin»']);
    const { repulls } = editor;
    await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: doc.uri } });
    await editor.until('a refresh', () => editor.repulls > repulls);
    expect(await doc.pulled()).toHaveLength(2);
  });

  test('a pull of a version that has passed is given up, and says that it is to be pulled again', async () => {
    editor = await start({}, { initializationOptions: { debounce: 300 } });
    const doc = await editor.open(`${STALIN}Text.\n`);
    await doc.pull();
    await doc.insert('Text', ' one');
    const overtaken = doc.pull();
    await doc.insert('one', ', two');
    await expect(overtaken).rejects.toMatchObject({ code: -32802, data: { retriggerRequest: true } });
    await expect(doc.pull()).resolves.toMatchObject({ kind: 'full' });
  });

  test('a pull that is cancelled ends at once', async () => {
    editor = await start({}, { initializationOptions: { debounce: 5000 } });
    const doc = await editor.open(`${STALIN}Text.\n`);
    await doc.pull();
    await doc.insert('Text', ' one');
    const source = new CancellationTokenSource();
    const waiting = doc.pull(undefined, source.token);
    const began = Date.now();
    source.cancel();
    await expect(waiting).rejects.toMatchObject({ code: -32800 });
    expect(Date.now() - began).toBeLessThan(2000);
  });
});

describe('the whole workspace', () => {
  test('has a report for each document, unchanged where the client has it', async () => {
    editor = await start();
    const wrong = await editor.open(`${STALIN}${WRONG}`);
    const right = await editor.open(`${STALIN}Text.\n`);
    const { items } = await workspace();
    expect(items.map(({ uri, version, kind }) => ({ uri, version, kind }))).toEqual([
      { uri: wrong.uri, version: 1, kind: 'full' },
      { uri: right.uri, version: 1, kind: 'full' },
    ]);
    expect(items[0]).toMatchObject({ items: [{ code: 'event-date' }] });
    // Both ways of pulling have the same ids.
    expect(idOf(await wrong.pull())).toBe(items[0]!.resultId);
    const again = await workspace(items.map((item) => ({ uri: item.uri, value: item.resultId! })));
    expect(again.items.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
    await right.close();
    const after = await workspace(items.map((item) => ({ uri: item.uri, value: item.resultId! })));
    expect(after.items).toEqual([
      expect.objectContaining({ kind: 'unchanged' }),
      { uri: right.uri, version: null, kind: 'full', items: [] },
    ]);
  });

  test('is answered to a client that takes parts when there is something new', async () => {
    editor = await start();
    const doc = await editor.open(`${STALIN}${WRONG}`);
    const { items } = await workspace([], true);
    let answered = false;
    const waiting = workspace(
      items.map((item) => ({ uri: item.uri, value: item.resultId! })),
      true,
    ).finally(() => {
      answered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(answered).toBe(false);
    await doc.replace('Aug', 'Apr');
    expect(await waiting).toMatchObject({ items: [{ uri: doc.uri, version: 2, kind: 'full', items: [] }] });
  });

  test('a question that waits can be cancelled', async () => {
    editor = await start();
    const source = new CancellationTokenSource();
    const waiting = workspace([{ uri: 'file:///gone.hnotes', value: 'x' }], true, source);
    expect(await waiting).toMatchObject({ items: [{ kind: 'full', items: [] }] });
    await editor.open(`${STALIN}${WRONG}`);
    const { items } = await workspace();
    const previous = items.map((item) => ({ uri: item.uri, value: item.resultId! }));
    const second = workspace(previous, true, source);
    const third = new CancellationTokenSource();
    const last = workspace(previous, true, third);
    third.cancel();
    await expect(last).rejects.toMatchObject({ code: -32800 });
    source.cancel();
    await expect(second).rejects.toMatchObject({ code: -32800 });
  });
});

describe('notes that are not open', () => {
  let folder: string;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const touched = (name: string, type = 2) =>
    editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'history-notes-'));
    write('one.hnotes', `${STALIN}${WRONG}`);
    write('two.md', `${STALIN}Text.\n`);
    write('readme.md', WRONG);
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const startHere = (settings: Record<string, unknown> = {}) => start(settings, { workspaceFolders: [pathToFileURL(folder).href] });
  const previousOf = (items: WorkspaceDiagnosticReport['items']) =>
    items.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : []));

  test('are reported with the others, once each', async () => {
    editor = await startHere();
    const { items } = await workspace();
    expect(items).toMatchObject([
      { uri: uriOf('one.hnotes'), version: null, kind: 'full', items: [{ code: 'event-date' }] },
      { uri: uriOf('two.md'), version: null, kind: 'full', items: [] },
    ]);
    expect(items).toHaveLength(2);
    const doc = await editor.open(`${STALIN}Text.\n`, { uri: uriOf('one.hnotes') });
    expect((await workspace(previousOf(items))).items).toMatchObject([
      { uri: doc.uri, version: 1, kind: 'full', items: [] },
      { uri: uriOf('two.md'), kind: 'unchanged' },
    ]);
    await doc.close();
    // The editor pulls once more, and has what lies on the disk.
    expect(await doc.pull()).toMatchObject({ kind: 'full', items: [{ code: 'event-date' }], resultId: items[0]!.resultId });
  });

  test('are reported again when they change, come or go', async () => {
    editor = await startHere();
    const { items } = await workspace([], true);
    write('one.hnotes', `${STALIN}Text.\n`);
    const changed = workspace(previousOf(items), true);
    await touched('one.hnotes');
    const second = (await changed).items;
    expect(second).toMatchObject([{ uri: uriOf('one.hnotes'), kind: 'full', items: [] }]);
    const now = previousOf([...second, items[1]!]);
    write('three.hnotes', `${STALIN}@Nobodyovich`);
    const added = workspace(now, true);
    await touched('three.hnotes', 1);
    expect((await added).items).toMatchObject([{ uri: uriOf('three.hnotes'), items: [{ code: 'unknown-person' }] }]);
    rmSync(join(folder, 'two.md'));
    await touched('two.md', 3);
    expect((await workspace(now)).items).toContainEqual({ uri: uriOf('two.md'), version: null, kind: 'full', items: [] });
  });

  test('are left alone where a setting says so', async () => {
    editor = await startHere({ checkWholeWorkspace: false });
    expect((await workspace()).items).toEqual([]);
    const doc = await editor.open(`${STALIN}${WRONG}`, { uri: uriOf('one.hnotes') });
    expect((await workspace()).items).toMatchObject([{ uri: doc.uri, items: [{ code: 'event-date' }] }]);
    await doc.pull();
    const { repulls } = editor;
    await editor.configure({});
    await editor.until('a refresh', () => editor.repulls > repulls);
    expect((await workspace()).items).toHaveLength(2);
  });
});

describe('a client that cannot be told to pull again', () => {
  test('is pushed to, where it can be', async () => {
    const capabilities = {
      ...vscodeCapabilities,
      textDocument: { ...vscodeCapabilities.textDocument, diagnostic: {} },
    };
    editor = await start({}, { capabilities });
    expect(editor.capabilities.diagnosticProvider).toBeUndefined();
    const doc = await editor.open(`${STALIN}${WRONG}`);
    expect(await doc.findings()).toEqual(['event-date «1922 Aug»']);
  });

  test('is told all at once, where it can only pull', async () => {
    editor = await start(LONG, { capabilities: { textDocument: { diagnostic: {} } }, initializationOptions: { settings: LONG } });
    const doc = await editor.open(`${STALIN}Then \n`);
    await doc.insert('Then ', '@Zin');
    expect(await doc.pulled()).toEqual(['unknown-person «Zin»']);
  });
});
