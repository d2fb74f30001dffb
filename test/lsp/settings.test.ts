import { afterEach, describe, expect, test } from 'vitest';
import { Editor, STALIN, vscodeCapabilities } from './editor';

let editor: Editor;
afterEach(() => editor.stop());

const WRONG = '- 1922 Aug: Stalin becomes General Secretary\n';

describe('settings', () => {
  test('give each rule its severity, or turn it off; a change checks open notes again', async () => {
    editor = await Editor.start({ settings: { rules: { 'event-date': 'hint' } } });
    const doc = await editor.open(`${STALIN}${WRONG}`);
    expect((await doc.diagnostics())[0]!.severity).toBe(4);
    await editor.configure({ rules: { 'event-date': 'off' } });
    await editor.until('no diagnostics', () => editor.publications.findLast(({ uri }) => uri === doc.uri)?.diagnostics.length === 0);
  });

  test('silence own names', async () => {
    editor = await Editor.start({ settings: { ownNames: ['Trotksy'] } });
    expect(await (await editor.open(`${STALIN}Then Trotksy resigned.\n`)).findings()).toEqual([]);
  });

  test('name a chapter for notes that name none', async () => {
    editor = await Editor.start({ settings: { defaultChapter: 'stalins-rise' } });
    expect(await (await editor.open(WRONG)).findings()).toEqual(['event-date «1922 Aug»']);
    const other = await editor.open(`---\nchapter: nowhere\n---\n\n${WRONG}`);
    expect(await other.findings()).toEqual(['front-matter «nowhere»']);
  });

  test('are asked for when they change, not with each keystroke', async () => {
    editor = await Editor.start();
    const doc = await editor.open(`${STALIN}Text.\n`);
    await doc.diagnostics();
    const before = editor.configurationRequests;
    for (let i = 0; i < 10; i++) {
      await doc.replace('Text', 'Text more');
      await doc.completion({ line: 4, character: 3 });
    }
    await doc.diagnostics();
    expect(editor.configurationRequests).toBe(before);
  });

  test('reach the server without workspace/configuration: at the start, and pushed', async () => {
    const capabilities = { ...vscodeCapabilities, workspace: {} };
    editor = await Editor.start({ capabilities, initializationOptions: { settings: { rules: { 'event-date': 'error' } } } });
    const doc = await editor.open(`${STALIN}${WRONG}`);
    expect((await doc.diagnostics())[0]!.severity).toBe(1);
    await editor.configure({ rules: { 'event-date': 'information' } });
    await editor.until(
      'the new severity',
      () => editor.publications.findLast(({ uri }) => uri === doc.uri)?.diagnostics[0]?.severity === 3,
    );
  });

  test('that are nonsense count as not set', async () => {
    editor = await Editor.start({
      settings: { rules: { 'event-date': 'loud', __proto__: 'off' }, ownNames: 'Trotsky', packs: [7, null], defaultChapter: 12 },
    });
    const doc = await editor.open(`${STALIN}${WRONG}`);
    expect(await doc.findings()).toEqual(['event-date «1922 Aug»']);
  });
});
