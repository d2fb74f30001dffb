import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FoldingRange, SelectionRange } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor, marked, STALIN } from './editor';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor.stop());

async function fold(text: string, on = editor): Promise<FoldingRange[]> {
  const doc = await on.open(text);
  return on.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: doc.uri } });
}

/** Each fold as its first and its last line. */
async function folds(text: string): Promise<[string, string][]> {
  const lines = text.split(/\r\n|\n|\r/);
  return (await fold(text)).map(({ startLine, endLine }) => [lines[startLine]!, lines[endLine]!]);
}

describe('folding', () => {
  test('front matter, sections, list items with what is nested in them', async () => {
    expect(
      await folds(`${STALIN}# One\r\n\r\nText.\r\n\r\n## Two\r\n\r\n- item\r\n  - nested\r\n    - deeper\r\n- item\r\n\r\n\r\n# Three\r\n`),
    ).toEqual([
      ['---', '---'],
      ['# One', '- item'],
      ['## Two', '- item'],
      ['- item', '    - deeper'],
      ['  - nested', '    - deeper'],
    ]);
  });

  test('the years of a timeline, with the lines that leave out the year', async () => {
    const lines = [
      '1921 Mar: NEP',
      '1922 Apr: Stalin',
      'May: a stroke',
      '- Dec: another',
      '1923 Jan: a postscript',
      '',
      '1924 Jan: Lenin dies',
      '- May: read',
    ];
    expect((await folds(`${STALIN}# T\n\n${lines.join('\n\n')}\n`)).slice(2)).toEqual([
      ['1921 Mar: NEP', '- May: read'],
      ['1922 Apr: Stalin', '- Dec: another'],
      ['1924 Jan: Lenin dies', '- May: read'],
    ]);
    const bullets = ['- 1921 Mar: NEP', '- 1922 Apr: Stalin', '  - and more', '- May: a stroke', '- 1923 Jan: a postscript'];
    expect((await folds(`${STALIN}${bullets.join('\n')}\n`)).slice(1)).toEqual([
      ['- 1921 Mar: NEP', '- 1923 Jan: a postscript'],
      ['- 1922 Apr: Stalin', '- May: a stroke'],
    ]);
  });

  test('code, quotes, tables and comments', async () => {
    const parts = [
      ['```js', '[[a]]: 1', '```'],
      ['> Somebody said', '> > that another', '> > said it', 'and so on.'],
      ['| a | b |', '| - | - |', '| 1 | 2 |'],
      ['<!--', 'later', '-->'],
      ['- item', '  ```', '  code', '  ```'],
    ];
    expect(await folds(`${STALIN}${parts.map((lines) => lines.join('\r\n')).join('\r\n\r\n')}\r\n\r\n> one line\r\n`)).toEqual([
      ['---', '---'],
      ['```js', '```'],
      ['> Somebody said', 'and so on.'],
      ['> > that another', 'and so on.'],
      ['| a | b |', '| 1 | 2 |'],
      ['<!--', '-->'],
      ['- item', '  ```'],
      ['  ```', '  ```'],
    ]);
  });

  test('nothing where nothing takes more than a line', async () => {
    expect(await folds('- item\n- item\n\n# One\n\n# Two\n\n')).toEqual([]);
  });

  test('whole lines, and no more than the client takes: the largest', async () => {
    const modest = await Editor.start({ capabilities: { textDocument: { foldingRange: { lineFoldingOnly: true, rangeLimit: 2 } } } });
    const text = `# One\n\n## Two\n\n${'- a\n  - b\n'.repeat(20)}`;
    expect(await fold(text, modest)).toEqual([
      { startLine: 0, endLine: 43 },
      { startLine: 2, endLine: 43 },
    ]);
    await modest.stop();
  });
});

describe('selection grows', () => {
  async function grown(source: string): Promise<string[]> {
    const { text, offset } = marked(source);
    const doc = await editor.open(text);
    const answer = await editor.connection.sendRequest<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri: doc.uri },
      positions: [doc.positionAt(offset), { line: 0, character: 0 }],
    });
    expect(answer).toHaveLength(2);
    const found: string[] = [];
    for (let at: SelectionRange | undefined = answer[0]; at; at = at.parent)
      found.push(TextDocument.create('', '', 0, text).getText(at.range));
    return found;
  }

  test('by word, mention, clause, sentence, paragraph, section, document', async () => {
    const clause = 'When Leon Trotsky left';
    const sentence = `${clause}, Stalin stayed.`;
    const paragraph = `${sentence} So it was.`;
    const section = `## Two\n\n${paragraph}`;
    const chapter = `# One\n\n${section}`;
    const text = `${chapter}\n\n# Three\n`;
    expect(await grown(text.replace('Trotsky', 'Trot‸sky'))).toEqual(['Trotsky', clause, sentence, paragraph, section, chapter, text]);
    expect((await grown(`${STALIN}${text.replace('Trotsky', 'Trot‸sky')}`)).slice(0, 5)).toEqual([
      'Trotsky',
      'Leon Trotsky',
      clause,
      sentence,
      paragraph,
    ]);
  });

  test('by item and by what is nested in it', async () => {
    const nested = '  - ne‸sted here';
    const list = `- one\n${nested}\n- two\n`;
    expect(await grown(list)).toEqual(['nested', 'nested here', '- nested here', '- one\n  - nested here', list.replace('‸', '')]);
  });

  test('by the parts of a mark', async () => {
    expect((await grown(`${STALIN}It was [@serv‸ice2005, p. 210].`)).slice(0, 3)).toEqual([
      'service2005',
      '@service2005, p. 210',
      'It was [@service2005, p. 210].',
    ]);
    expect((await grown(`${STALIN}[[Kronstadt Rebellion|the sail‸ors]]`)).slice(0, 3)).toEqual([
      'sailors',
      'the sailors',
      '[[Kronstadt Rebellion|the sailors]]',
    ]);
  });

  test('from between the words and in an empty document', async () => {
    expect(await grown('‸')).toEqual(['']);
    expect((await grown('One.\n\n‸\n\nTwo.')).at(-1)).toBe('One.\n\n\n\nTwo.');
  });
});
