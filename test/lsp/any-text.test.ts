/** Whatever is opened, be it bytes, nonsense or as long as a library: diagnostics lie in the text, and the next good document is served. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor, hoverAt, STALIN } from './editor';

const SEED = Number(process.env.SEED ?? 1924);
let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start({ settings: { timeLimit: 1 } });
});
afterAll(async () => {
  expect(await editor.stop()).toBe(0);
  expect(editor.logs).toEqual([]);
});

async function expectServed(text: string): Promise<void> {
  const doc = await editor.open(text);
  const lines = text.split(/\r\n|\r|\n/);
  for (const { range } of await doc.diagnostics()) {
    for (const { line, character } of [range.start, range.end]) {
      expect(line).toBeLessThan(lines.length);
      expect(character).toBeLessThanOrEqual(lines[line]!.length);
    }
  }
  const [at, end] = [doc.positionAt(text.length / 2), doc.positionAt(text.length)];
  await doc.hover(at);
  await doc.completion(end);
  const { uri } = doc;
  for (const method of ['documentSymbol', 'foldingRange', 'semanticTokens/full', 'documentLink', 'codeLens'])
    await editor.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri } });
  await editor.connection.sendRequest('textDocument/formatting', { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } });
  await doc.close();
}

async function expectWell(): Promise<void> {
  const doc = await editor.open(`${STALIN}In May 1923 Stalin became General Secretary.`);
  expect(await doc.findings()).toEqual(['event-date «May 1923»']);
  expect((await hoverAt(editor, `${STALIN}Sta‸lin`))?.text).toContain('Josef Stalin');
  await doc.close();
}

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  // Bytes, as a broken file is decoded.
  fc.uint8Array({ maxLength: 60 }).map((bytes) => new TextDecoder().decode(bytes)),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => String.fromCharCode(...bytes)),
  fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    ...[
      '\r',
      '\n',
      '\r\n',
      '\n\r',
      '\u2028',
      '\u0085',
      '\ufeff',
      '\u0000',
      '\u202e',
      '\u2067',
      'ستالين ',
      'לנין ',
      '👩‍🏫',
      '🇷🇺',
      'e\u0301'.repeat(20),
    ],
  ),
  fc.constantFrom(
    ...[
      '---\n',
      'chapter: stalins-rise\n',
      'chapter: [',
      '@[',
      '[[',
      '[@',
      '<!-- history-notes-disable',
      '-->',
      '| a |\n|--',
      '```',
      '**',
      '~~',
      '[^1]',
      '\n> ',
      '\n- ',
      '\n  1. ',
      '\n# ',
      '&nbsp;',
      '<b',
      '\\',
    ],
  ),
  fc.constantFrom(...['Stalin', 'Lenin died in 1925. ', 'Trotksy ', '1922 Dec: ', 'in May 1923', '31 June 1924']),
);
const anything = fc
  .tuple(fc.constantFrom('', '\ufeff', STALIN, STALIN.replaceAll('\n', '\r')), fc.array(piece, { maxLength: 25 }))
  .map(([head, pieces]) => head + pieces.join(''));

test('two hundred random documents', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(anything, expectServed), { numRuns: 200, seed: SEED });
  await expectWell();
});

const MILLION = 1_000_000;
const filled = (unit: string, length = MILLION) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

test.each([
  ['a line of a million letters', filled('a')],
  ['a line of a million characters of prose', filled('In April 1922 Stalin became General Secretary of the Party, and nobody saw why. ')],
  ['a sentence of a million characters', filled('Lenin died in January 1924, and ')],
  ['a million characters of names', filled('@Zinoviev ')],
  ['a million characters of marks that never end', filled('**[[@[')],
  ['a million characters of dates', filled('21 January 1924, ')],
  ['a table row of a million characters', `| a | b |\n|---|---|\n| ${filled('Lenin died in 1924 ')} | b |`],
  ['quotations nested ten thousand deep', `${'> '.repeat(10_000)}Lenin`],
  ['lists nested a thousand deep', Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- Lenin ${depth}`).join('\n')],
  ['half a million line ends', filled('\r\n\r')],
  ['a million combining marks', `e${filled('\u0301')}`],
  ['a million lone surrogates', filled('\ud800')],
  ['a million NULs', filled('\u0000')],
  ['a million right-to-left letters', filled('ستالين ')],
])('%s', { timeout: 60_000 }, async (_name, text) => {
  await expectServed(STALIN + text);
  await expectWell();
});

test('notes that take longer than the setting allows are checked as far as they go, and say so at the top', {
  timeout: 60_000,
}, async () => {
  const mistake = 'In May 1923 Stalin became General Secretary.\n\n';
  const text = STALIN + filled(mistake, 2 * MILLION);
  const started = performance.now();
  const doc = await editor.open(text);
  const [first, second, ...others] = await doc.diagnostics();
  expect(first).toMatchObject({ code: 'time-limit', severity: 3, range: { start: { line: 0, character: 0 } } });
  expect(second).toMatchObject({ code: 'event-date', range: { start: { line: 4 } } });
  const line = Number(/checked as far as line (\d+): the rest/.exec(String(first!.message))?.[1]);
  expect(line).toBeGreaterThan(4);
  expect(line).toBeLessThan(text.split('\n').length);
  for (const { range } of others) expect(range.end.line).toBeLessThan(line);
  // Not a measure of speed: without a limit it takes minutes.
  expect(performance.now() - started).toBeLessThan(30_000);
  await doc.close();
  await expectWell();
});
