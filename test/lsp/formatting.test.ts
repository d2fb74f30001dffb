import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { Editor, marked, STALIN } from './editor';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor.stop());

const options = { tabSize: 2, insertSpaces: true };
const UNTIDY = '- 1922 Apr: Stalin becomes General Secretary \n- Dec: second stroke\n';

describe('formatting', () => {
  test('a document, with edits no larger than they must be', async () => {
    const doc = await editor.open(`${STALIN}${UNTIDY}`);
    const edits = await doc.request<TextEdit[]>('formatting', { options });
    expect(doc.with(edits)).toBe(`${STALIN}- 1922 Apr: Stalin becomes General Secretary\n- Dec:      second stroke\n`);
    expect(edits.map(({ newText }) => newText)).toEqual(['', '     ']);
    expect(await (await editor.open(doc.with(edits))).request('formatting', { options })).toEqual([]);
  });

  test('a range', async () => {
    const doc = await editor.open(`${STALIN}${UNTIDY}`);
    const edits = await doc.request<TextEdit[]>('rangeFormatting', { range: doc.rangeOf('Dec'), options });
    expect(doc.with(edits)).toBe(`${STALIN}- 1922 Apr: Stalin becomes General Secretary \n- Dec:      second stroke\n`);
  });

  test('as the settings say', async () => {
    const format = { alignTimelines: false, sortTimelines: true, dateStyle: 'day-month-year' };
    const other = await Editor.start({ settings: { format } });
    const doc = await other.open(`${STALIN}- 1924 Jan: Lenin dies\n- 1922 Apr: Stalin becomes General Secretary\n`);
    expect(doc.with(await doc.request('formatting', { options }))).toBe(
      `${STALIN}- April 1922: Stalin becomes General Secretary\n- January 1924: Lenin dies\n`,
    );
    await other.configure({ format: { ...format, dateStyle: 'nonsense' } });
    expect(doc.with(await doc.request('formatting', { options }))).toContain('- 1922 Apr: ');
    await other.stop();
  });
});

describe('Enter', () => {
  /** The text after the editor has broken the line at the cursor and the server has answered. */
  async function enter(source: string): Promise<string> {
    const { text, offset } = marked(source);
    const doc = await editor.open(`${STALIN}${text}`);
    const position = doc.positionAt(STALIN.length + offset);
    await doc.change({ range: { start: position, end: position }, text: '\n' });
    const edits = await doc.request<TextEdit[]>('onTypeFormatting', {
      position: { line: position.line + 1, character: 0 },
      ch: '\n',
      options,
    });
    return doc.with(edits).slice(STALIN.length);
  }

  test.each([
    ['goes on with the list', '- 1922 Apr: a‸', '- 1922 Apr: a\n- '],
    ['with the same bullet and indent', '* a\n  * [x] b‸', '* a\n  * [x] b\n  * [ ] '],
    ['ends it behind an empty item', '- 1922 Apr: a\n- ‸\n', '- 1922 Apr: a\n\n'],
    ['aligns a line of an aligned timeline', '- 1922 Apr: a\n- Dec:      b\n- May: c‸', '- 1922 Apr: a\n- Dec:      b\n- May:      c\n- '],
    ['but not where the others are not', '- 1922 Apr: a\n- Dec: b\n- May:   c‸', '- 1922 Apr: a\n- Dec: b\n- May:   c\n- '],
    ['nor where they may be so by chance', '- 1922 Apr: a\n- May: c‸', '- 1922 Apr: a\n- May: c\n- '],
    [
      'nor a date that is too long for it',
      '- 1922 Apr: a\n- Dec:      b\n- 12 December 1923: c‸',
      '- 1922 Apr: a\n- Dec:      b\n- 12 December 1923: c\n- ',
    ],
    ['leaves words that come along', '- a‸b', '- a\nb'],
    ['not in prose', 'Words.‸', 'Words.\n'],
    ['not in code', '```\n- a‸\n```', '```\n- a\n\n```'],
    ['nor where nothing is a list yet', '- ‸', '- \n'],
  ])('%s', async (_, source, expected) => expect(await enter(source)).toBe(expected));
});
