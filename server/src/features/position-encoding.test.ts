import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines } from '../chapter/pack/lines';
import { createDocument, snapshotOf, updateDocument } from './position-encoding';

const ENCODINGS = ['utf-8', 'utf-16', 'utf-32'] as const;

/** What an encoder of its own makes of the text. */
const length = (text: string, encoding: (typeof ENCODINGS)[number]) => {
  if (encoding === 'utf-16') return text.length;
  return encoding === 'utf-8' ? new TextEncoder().encode(text).length : [...text].length;
};

/** Text with pairs, combining marks, lone halves of pairs and every line end, long enough for several steps. */
const texts = fc
  .array(fc.constantFrom('a', 'Lenin ', 'é', 'e\u0301', '—', '漢', '😀', '👩‍🎓', '\ud83d', '\udc00', '\n', '\r\n', '\r', ' '), {
    maxLength: 400,
  })
  .map((parts) => parts.join(''));

/** What can be sent: half a pair becomes U+FFFD. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

describe.each(ENCODINGS)('%s', (encoding) => {
  test('positions count its units, and lead back to the offset', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, seed) => {
        const document = createDocument('', '', 0, text, encoding);
        const plain = TextDocument.create('', '', 0, text);
        const lines = new Lines(text, encoding);
        const offset = text.length === 0 ? 0 : seed % (text.length + 1);
        const { line, character } = plain.positionAt(offset);
        const start = plain.offsetAt({ line, character: 0 });
        const whole = !/[\udc00-\udfff]/.test(text[offset] ?? '') || !/[\ud800-\udbff]/.test(text[offset - 1] ?? '');
        if (!whole) return;
        const position = document.positionAt(offset);
        expect(position).toEqual({ line, character: length(text.slice(start, start + character), encoding) });
        expect(document.offsetAt(position)).toBe(plain.offsetAt({ line, character }));
        if (start + character === offset) expect(lines.position(offset)).toEqual(position);
        expect(document.lineCount).toBe(plain.lineCount);
      }),
    );
  });

  test('changes leave the text that an editor has', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(fc.nat(), fc.nat(), texts), { maxLength: 4 }), (text, edits) => {
        let expected = wellFormed(text);
        let document = createDocument('', '', 0, expected, encoding);
        edits.forEach(([from, span, newText], index) => {
          const inserted = wellFormed(newText);
          const characters = [...expected];
          const start = characters.slice(0, from % (characters.length + 1)).join('').length;
          const end = start + [...expected.slice(start)].slice(0, span % 5).join('').length;
          const range = { start: document.positionAt(start), end: document.positionAt(end) };
          const [a, b] = [document.offsetAt(range.start), document.offsetAt(range.end)];
          document = updateDocument(document, [{ range, text: inserted }], index + 1);
          expected = expected.slice(0, a) + inserted + expected.slice(b);
          expect(document.getText()).toBe(expected);
          expect(document.version).toBe(index + 1);
        });
      }),
    );
  });

  test('positions beyond a line end at its end, and those beyond the text at the text’s', () => {
    const document = createDocument('', '', 0, 'é😀\r\nb', encoding);
    expect(document.offsetAt({ line: 0, character: 999 })).toBe(3);
    expect(document.offsetAt({ line: 9, character: 9 })).toBe(6);
    expect(document.positionAt(999)).toEqual({ line: 1, character: 1 });
    expect(document.getLineRange(0)).toEqual({ start: { line: 0, character: 0 }, end: { line: 0, character: length('é😀', encoding) } });
    expect(document.getEOLCharacters(0)).toBe('\r\n');
    expect(document.getText({ start: { line: 0, character: 0 }, end: { line: 0, character: 99 } })).toBe('é😀');
  });

  test('a snapshot keeps counting, and does not change', () => {
    const document = createDocument('', '', 0, '😀 Lenin', encoding);
    const snapshot = snapshotOf(document);
    updateDocument(document, [{ text: 'é' }], 1);
    expect(snapshot.getText()).toBe('😀 Lenin');
    expect(snapshot.positionAt(3).character).toBe(length('😀 ', encoding));
  });
});

test('a position within a character is its start', () => {
  const document = createDocument('', '', 0, 'aé😀b', 'utf-8');
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((character) => document.offsetAt({ line: 0, character }))).toEqual([0, 1, 1, 2, 2, 2, 2, 4, 5]);
});

test('a long line is counted in time', () => {
  const text = 'Ленин 😀 '.repeat(100_000);
  const document = createDocument('', '', 0, text, 'utf-8');
  const began = Date.now();
  for (let offset = 0; offset < text.length; offset += 100) expect(document.offsetAt(document.positionAt(offset)) - offset).toBeLessThan(2);
  expect(Date.now() - began).toBeLessThan(3000);
});
