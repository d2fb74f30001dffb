import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor, STALIN, vscodeCapabilities } from './editor';

const capabilities = {
  ...vscodeCapabilities,
  textDocument: { ...vscodeCapabilities.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

const NOTES = `---
chapter: stalins-rise
question: How far did Stalin owe his rise to luck?
---

# Notes on @[Leon Trotsky|the loser]

## Timeline

- 1922 Apr: Stalin becomes General Secretary
- **Dec:** Lenin writes his Testament
  - nested

## Questions

Why did Trotsky lose?

He lost. Why? Because of this.

- Was it luck?

# Second
`;

describe('document symbols', () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await Editor.start({ capabilities });
  });
  afterAll(() => editor.stop());

  const symbols = async (text: string) => {
    const doc = await editor.open(text);
    const answer = await editor.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: doc.uri } });
    await doc.close();
    return answer;
  };

  /** One line a symbol: indented, with its detail and the words that are selected. */
  function outline(list: readonly DocumentSymbol[], text: string, depth = 0): string[] {
    const document = TextDocument.create('', '', 0, text);
    return list.flatMap(({ name, detail, selectionRange, children }) => [
      `${'  '.repeat(depth)}${name}${detail ? ` (${detail})` : ''} «${document.getText(selectionRange)}»`,
      ...outline(children ?? [], text, depth + 1),
    ]);
  }

  test('headings hold what stands under them: timeline lines, questions', async () => {
    expect(outline(await symbols(NOTES), NOTES)).toEqual([
      'How far did Stalin owe his rise to luck? «question: How far did Stalin owe his rise to luck?»',
      'Notes on the loser «# Notes on @[Leon Trotsky|the loser]»',
      '  Timeline «## Timeline»',
      '    1922 Apr: Stalin becomes General Secretary «1922 Apr»',
      '    Dec: Lenin writes his Testament (December 1922) «Dec»',
      '  Questions «## Questions»',
      '    Why did Trotsky lose? «Why did Trotsky lose?»',
      '    Was it luck? «- Was it luck?»',
      'Second «# Second»',
    ]);
  });

  test('a section ends before the next heading of its level; every selection lies inside its symbol', async () => {
    const [, first, second] = await symbols(NOTES);
    const document = TextDocument.create('', '', 0, NOTES);
    expect(document.getText(first!.range)).toMatch(/^# Notes[\s\S]*Was it luck\?$/);
    expect(document.getText(second!.range)).toBe('# Second');
    const inside = ({ range, selectionRange, children }: DocumentSymbol): boolean =>
      document.offsetAt(range.start) <= document.offsetAt(selectionRange.start) &&
      document.offsetAt(selectionRange.end) <= document.offsetAt(range.end) &&
      (children ?? []).every(inside);
    expect([first!, second!].every(inside)).toBe(true);
  });

  test('a heading without words has a name all the same; a long line is cut', async () => {
    expect(
      (await symbols(`${STALIN}##\n\n1922: ${'word '.repeat(60)}\n`)).flatMap(({ name, children }) => [name, children?.[0]?.name.length]),
    ).toEqual(['##', 120]);
  });
});

test('a client without a tree gets a flat list with containers', async () => {
  const editor = await Editor.start({ capabilities: {} });
  const doc = await editor.open(NOTES);
  const flat = await editor.connection.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', { textDocument: { uri: doc.uri } });
  expect(flat.map(({ name, containerName }) => [name, containerName])).toContainEqual(['Timeline', 'Notes on the loser']);
  expect(flat.every(({ location }) => location.uri === doc.uri)).toBe(true);
  expect(flat).toHaveLength(9);
  await editor.stop();
});
