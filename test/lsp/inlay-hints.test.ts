import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InlayHint, MarkupContent } from 'vscode-languageserver-protocol';
import { type Doc, Editor, STALIN } from './editor';

let editor: Editor;
let both: Editor;
beforeAll(async () => {
  editor = await Editor.start();
  both = await Editor.start({ settings: { inlayHints: { eventDates: false, lifeDates: true } } });
});
afterAll(() => Promise.all([editor.stop(), both.stop()]));

async function hintsOf(doc: Doc): Promise<InlayHint[]> {
  const { end } = doc.rangeOf(doc.text);
  return (await doc.request<InlayHint[] | null>('inlayHint', { range: { start: { line: 0, character: 0 }, end } })) ?? [];
}

/** The text with each hint in ⟨⟩ where it is shown. */
async function shown(text: string, by = editor): Promise<string> {
  const doc = await by.open(`${STALIN}${text}`);
  const hints = await hintsOf(doc);
  const edits = hints.map(({ position, label }) => ({ range: { start: position, end: position }, newText: `⟨${label}⟩` }));
  return doc.with(edits).slice(STALIN.length);
}

describe('the dates of events', () => {
  test('stand behind the name of an event, or behind the clause that tells it', async () => {
    expect(await shown('The Kronstadt Rebellion frightened the Party.')).toBe(
      'The Kronstadt Rebellion⟨(March 1921)⟩ frightened the Party.',
    );
    expect(await shown('Stalin became General Secretary.')).toBe('Stalin became General Secretary⟨(April 1922)⟩.');
    expect(await shown('So [[Kronstadt Rebellion|the rising]] frightened them.')).toBe(
      'So [[Kronstadt Rebellion|the rising]]⟨(March 1921)⟩ frightened them.',
    );
  });

  test('only where an event is told first', async () => {
    expect(await shown('The Kronstadt Rebellion came. The Kronstadt Rebellion went.')).toBe(
      'The Kronstadt Rebellion⟨(March 1921)⟩ came. The Kronstadt Rebellion went.',
    );
  });

  test.each([
    'In March 1921 the Kronstadt Rebellion frightened the Party.',
    'The Kronstadt Rebellion frightened the Party. The Kronstadt Rebellion of March 1921 was put down.',
    'A month later the Kronstadt Rebellion broke out.',
    '- 1921 Mar: Kronstadt Rebellion',
    '# The Kronstadt Rebellion',
    '> The Kronstadt Rebellion frightened the Party.',
    'He wrote: “The Kronstadt Rebellion frightened the Party and all of its friends.”',
    'Had the Kronstadt Rebellion succeeded, all would have been different.',
    '`Kronstadt Rebellion`',
    'In August 1922 Stalin became General Secretary.',
    'Nobody spoke of the weather.',
  ])('are not shown in %j', async (text) => expect(await shown(text)).toBe(text));

  test('come with a tooltip and the edit that writes them', async () => {
    const doc = await editor.open(`${STALIN}Stalin became General Secretary.`);
    const [hint] = await hintsOf(doc);
    expect(hint).not.toHaveProperty('textEdits');
    const resolved = await editor.connection.sendRequest<InlayHint>('inlayHint/resolve', hint);
    expect((resolved.tooltip as MarkupContent).value).toContain('April 1922');
    expect(doc.with(resolved.textEdits!)).toBe(`${STALIN}Stalin became General Secretary (April 1922).`);
    expect(await editor.connection.sendRequest('inlayHint/resolve', { ...hint, data: 7 })).toEqual({ ...hint, data: 7 });
  });

  test('once written, are gone', async () => {
    const doc = await editor.open(`${STALIN}Stalin became General Secretary (April 1922).`);
    expect(await hintsOf(doc)).toEqual([]);
    expect(await doc.findings()).toEqual([]);
  });

  test('of a part of the text', async () => {
    const doc = await editor.open(`${STALIN}The Kronstadt Rebellion came.\n\nStalin became General Secretary.\n`);
    const hints = await doc.request<InlayHint[]>('inlayHint', { range: doc.rangeOf('Stalin became General Secretary.') });
    expect(hints.map(({ label }) => label)).toEqual(['(April 1922)']);
  });
});

describe('life dates', () => {
  test('stand at the first mention of each person', async () => {
    expect(await shown('Lenin met @Trotsky. Lenin left.', both)).toBe('Lenin⟨(1870–1924)⟩ met @Trotsky⟨(1879–1940)⟩. Lenin left.');
  });

  test.each([
    'Lenin (1870–1924) spoke.',
    'In January 1924 Lenin died.',
    '> Lenin spoke.',
    '“Lenin spoke to us all that night.”',
    '# Lenin',
  ])('are not shown in %j', async (text) => expect(await shown(text, both)).toBe(text));

  test('unless asked for, are not shown', async () => {
    expect(await shown('Lenin spoke.')).toBe('Lenin spoke.');
  });
});

test('a client that asks for nothing more gets all at once', async () => {
  const plain = await Editor.start({ capabilities: { textDocument: { inlayHint: {} } } });
  const doc = await plain.open(`${STALIN}Stalin became General Secretary.`);
  const [hint] = await hintsOf(doc);
  expect(hint?.textEdits).toHaveLength(1);
  expect((hint!.tooltip as MarkupContent).kind).toBe('plaintext');
  await plain.stop();
});

test('a change of settings is followed', async () => {
  const doc = await both.open(`${STALIN}Lenin spoke.`);
  expect(await hintsOf(doc)).toHaveLength(1);
  const before = both.refreshes.length;
  await both.configure({ inlayHints: { eventDates: false, lifeDates: false } });
  await both.until('a refresh', () => both.refreshes.slice(before).includes('inlayHint'));
  expect(await hintsOf(doc)).toEqual([]);
});
