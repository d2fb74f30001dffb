import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeAt, Editor, hoverAt, STALIN } from './editor';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(async () => {
  expect(await editor.stop()).toBe(0);
  expect(editor.logs).toEqual([]);
});

const NASTY = [
  '',
  '\u0000',
  '\ufeff---\nchapter: stalins-rise\n---\n\n@Nobodyovich',
  '---\nchapter: [[[[\n---\n\nText',
  '---\nchapter: &a [*a]\n---\n',
  '---',
  '---\n',
  '@[[[@[[@|]|]]]]',
  '[@',
  '[[',
  '<!-- history-notes-disable',
  '<!-- history-notes-disable-line',
  '- 1922 Dec',
  '- 1922 Dec:',
  '**1924 Jan:',
  '\ud800 \udc00 @\ud83d',
  'e\u0301\u0301\u0301 \u202e@Stalin',
  '> '.repeat(500),
  '- '.repeat(500),
  `${'['.repeat(2000)}${']'.repeat(2000)}`,
  'In 99999999999999999999 and on 31/31/3131 and -1-1-1.',
  '# 1922\r\n\r\n- Dec: x\r- 1923: y\n',
];

test.each(NASTY)('whatever is typed has diagnostics within the text, hover and completion: %j', async (text) => {
  for (const whole of [text, STALIN + text]) {
    const doc = await editor.open(whole);
    const lines = whole.split(/\r\n|\r|\n/);
    for (const { range } of await doc.diagnostics()) {
      expect(range.end.line).toBeLessThan(lines.length);
      expect(range.end.character).toBeLessThanOrEqual(lines[range.end.line]!.length);
    }
    const end = { line: lines.length - 1, character: lines.at(-1)!.length };
    for (const position of [{ line: 0, character: 0 }, end, { line: 9999, character: 9999 }]) {
      await doc.hover(position);
      await doc.completion(position);
      await doc.actions({ start: { line: 0, character: 0 }, end: position });
    }
    await doc.close();
  }
});

test('requests about unknown documents are answered with nothing', async () => {
  const textDocument = { uri: 'file:///nowhere.hnotes' };
  const position = { line: 0, character: 0 };
  expect(await editor.connection.sendRequest('textDocument/hover', { textDocument, position })).toBeNull();
  expect(await editor.connection.sendRequest('textDocument/completion', { textDocument, position })).toBeNull();
});

test('one keystroke after the other, with a question after each, ends where a fresh reading does', async () => {
  const source = `${STALIN}- 1922 Apr: Stalin becomes General Secretary\n- Dec: @[Leon Trotsky] and [[NEP]] [@service2005, p. 210]\n\nTrotksy was expelled in 1925.\n`;
  const doc = await editor.open('');
  for (let i = 0; i < source.length; i++) {
    await doc.change({ range: { start: doc.positionAt(i), end: doc.positionAt(i) }, text: source[i]! });
    if (i % 3 === 0) await doc.completion(doc.positionAt(i + 1));
  }
  expect(doc.text).toBe(source);
  const fresh = await editor.open(source);
  expect(await doc.findings()).toEqual(await fresh.findings());
});

test('a long text is answered in time', async () => {
  const doc = await editor.open(STALIN + 'In April 1922 Stalin became General Secretary of the Party, and nobody saw why. '.repeat(2000));
  expect(await doc.findings()).toEqual([]);
  expect((await hoverAt(editor, `${STALIN}Sta‸lin`))?.text).toContain('Josef Stalin');
  expect((await completeAt(editor, `${STALIN}@Zin‸`)).labels).toEqual(['Zinoviev']);
});
