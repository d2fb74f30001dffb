import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-protocol';
import { type Doc, Editor, STALIN, vscodeCapabilities } from './editor';

const TYPES = ['person', 'event', 'date', 'term', 'source'];
const MODIFIERS = ['wrong', 'unknown'];

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor.stop());

/** Each token as `type «text»`, its modifiers behind the type. */
function spelled(doc: Doc, data: readonly number[]): string[] {
  const lines = doc.text.split(/\r\n|\n/);
  const tokens: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [deltaLine, deltaCharacter, length, type, bits] = data.slice(at, at + 5) as [number, number, number, number, number];
    character = deltaLine === 0 ? character + deltaCharacter : deltaCharacter;
    line += deltaLine;
    const modifiers = MODIFIERS.filter((_, bit) => bits & (1 << bit)).map((modifier) => `.${modifier}`);
    tokens.push(`${TYPES[type]}${modifiers.join('')} «${lines[line]!.slice(character, character + length)}»`);
  }
  return tokens;
}

async function tokensOf(text: string, by = editor): Promise<string[]> {
  const doc = await by.open(`${STALIN}${text}`);
  return spelled(doc, (await doc.request<SemanticTokens>('semanticTokens/full')).data);
}

describe('semantic tokens', () => {
  test('people, events, dates, terms and sources', async () => {
    expect(await tokensOf('After the Kronstadt Rebellion of March 1921 Lenin gave the peasants the NEP [@service2005, p. 210].\n')).toEqual(
      ['event «Kronstadt Rebellion»', 'date «March 1921»', 'person «Lenin»', 'term «NEP»', 'source «service2005»'],
    );
    expect(await tokensOf('- **1922 Apr:** @Stalin leads the [[Politburo]]\n')).toEqual([
      'date «1922 Apr»',
      'person «Stalin»',
      'term «Politburo»',
    ]);
  });

  test('what is wrong, and what is unknown', async () => {
    expect(await tokensOf('Lenin died in January 1925, said @Nobody in [[Nowhere]] [@nobody1999]. Trotksy wept.\n')).toEqual([
      'person «Lenin»',
      'date.wrong «January 1925»',
      expect.stringMatching(/^person\.unknown «@?Nobody»$/),
      expect.stringMatching(/^term\.unknown «(?:\[\[)?Nowhere(?:\]\])?»$/),
      expect.stringMatching(/^source\.(?:wrong\.)?unknown «nobody1999»$/),
      'person.wrong «Trotksy»',
    ]);
  });

  test('no pronouns, lengths of time, code or HTML', async () => {
    expect(await tokensOf('Lenin fell ill. He was ill for two years. `Trotsky` <b title="Stalin">\n')).toEqual(['person «Lenin»']);
  });

  test('a token that goes on in the next line is given in parts, or whole to whom can take it', async () => {
    const text = 'Then the Kronstadt\nRebellion broke out.\n';
    expect(await tokensOf(text)).toEqual(['event «Kronstadt»', 'event «Rebellion»']);
    expect(await tokensOf(text.replace('\n', '\r\n'))).toEqual(['event «Kronstadt»', 'event «Rebellion»']);
    const { semanticTokens } = vscodeCapabilities.textDocument;
    const capabilities = { textDocument: { semanticTokens: { ...semanticTokens, multilineTokenSupport: true } } };
    const other = await Editor.start({ capabilities });
    const doc = await other.open(`${STALIN}${text}`);
    expect((await doc.request<SemanticTokens>('semanticTokens/full')).data).toEqual([4, 9, 'Kronstadt\nRebellion'.length, 1, 0]);
    await other.stop();
  });

  test('of a range', async () => {
    const doc = await editor.open(`${STALIN}Lenin spoke.\n\nTrotsky spoke.\n\nStalin spoke.\n`);
    const tokens = await doc.request<SemanticTokens>('semanticTokens/range', { range: doc.rangeOf('Trotsky spoke.') });
    expect(spelled(doc, tokens.data)).toEqual(['person «Trotsky»']);
  });

  test('what an edit changes is told as the difference', async () => {
    const doc = await editor.open(`${STALIN}Lenin spoke.\n\nTrotsky spoke.\n\nStalin spoke.\n`);
    const before = await doc.request<SemanticTokens>('semanticTokens/full');
    await doc.replace('Trotsky', 'Kamenev and Zinoviev');
    const delta = await doc.request<SemanticTokensDelta>('semanticTokens/full/delta', { previousResultId: before.resultId });
    expect(delta.edits).toHaveLength(1);
    const data = [...before.data];
    for (const { start, deleteCount, data: inserted } of delta.edits) data.splice(start, deleteCount, ...(inserted ?? []));
    expect(spelled(doc, data)).toEqual(['person «Lenin»', 'person «Kamenev»', 'person «Zinoviev»', 'person «Stalin»']);
    expect(await doc.request('semanticTokens/full/delta', { previousResultId: delta.resultId })).toMatchObject({ edits: [] });
    expect(await doc.request('semanticTokens/full/delta', { previousResultId: 'unheard of' })).toHaveProperty('data');
  });

  test('are asked for again when packs or settings have changed', async () => {
    await editor.until('a refresh', () => editor.refreshes.includes('semanticTokens'));
    const before = editor.refreshes.length;
    await editor.configure({ rules: { 'event-date': 'off' } });
    await editor.until('another', () => editor.refreshes.slice(before).includes('semanticTokens'));
    await editor.configure({});
  });
});
