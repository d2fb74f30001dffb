import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLineIndex } from './position';

const pieces = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', 'é', '😀', '\ud800', ' ')).map((parts) => parts.join(''));

describe('positions', () => {
  it('knows LF, CRLF and CR', () => {
    const index = createLineIndex('a\nb\r\nc\rd');
    expect(index.lineCount).toBe(4);
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((offset) => index.lineAt(offset))).toEqual([0, 0, 1, 1, 1, 2, 2, 3, 3]);
    expect(index.lineEnd(1)).toBe(3);
    expect(index.offsetAt({ line: 1, character: 99 })).toBe(3);
    expect(index.offsetAt({ line: 99, character: 0 })).toBe(8);
  });

  it('agrees with the language server’s documents', () => {
    fc.assert(
      fc.property(pieces, fc.nat(20), fc.nat(20), (text, line, character) => {
        const document = TextDocument.create('a:b', 'history-notes', 0, text);
        const index = createLineIndex(text);
        expect(index.lineCount).toBe(document.lineCount);
        for (let offset = 0; offset <= text.length; offset++) expect(index.positionAt(offset)).toEqual(document.positionAt(offset));
        expect(index.offsetAt({ line, character })).toBe(document.offsetAt({ line, character }));
      }),
    );
  });
});
