import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Notes, parseNotes } from './index';

const fragments = fc.constantFrom(
  ...[
    'Stalin',
    "Zinov'ev",
    ' ',
    '  ',
    '    ',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    '@',
    '@[',
    ']',
    '[',
    '[[',
    ']]',
    '|',
    '[@',
    ';',
    ', p. 3',
    '*',
    '**',
    '_',
    '~~',
    '`',
    '```',
    '\\',
  ],
  ...[
    '# ',
    '- ',
    '1. ',
    '1924. ',
    '> ',
    '>',
    '---',
    '===',
    '|---|---|',
    '1922 Apr: ',
    '**1924**',
    'Dec: ',
    ' – ',
    ':',
    '(',
    ')',
    '](',
    '<',
    '>',
    '<!--',
    '-->',
    '<a b="',
    '<div>',
    'history-notes-disable-line',
  ],
  ...[
    'http://',
    'www.',
    'a@b.org',
    '&nbsp;',
    '[^1]',
    '[^1]: ',
    '[x] ',
    'chapter: a',
    '\ud800',
    '\udc00',
    '😀',
    'é',
    'e\u0301',
    '\u0000',
    '\ufeff',
    '\u2028',
    'שלום',
  ],
);
const document = fc.oneof(
  fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.array(fragments, { maxLength: 20 }).map((parts) => `---\n${parts.join('')}\n---\n${parts.join('')}`),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

function checkShape(notes: Notes): void {
  const { text, blocks, directives, frontMatter } = notes;
  let last = frontMatter?.end ?? 0;
  blocks.forEach((block, index) => {
    const { start, end, prose, marks, heading, parent } = block;
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
    last = end;
    expect(prose).toHaveLength(end - start);
    for (let i = 0; i < prose.length; i++) if (prose[i] !== ' ') expect(prose[i]).toBe(text[start + i]);
    expect(prose).not.toMatch(/[\r\n]/);
    expect(heading).toBeLessThan(index);
    if (heading >= 0) expect(blocks[heading]!.kind).toBe('heading');
    expect(parent).toBeLessThan(index);
    if (parent >= 0) expect(['list-item', 'paragraph', 'quote']).toContain(blocks[parent]!.kind);
    const inside = (range: { start: number; end: number }) => range.start >= start && range.start <= range.end && range.end <= end;
    let before = start;
    for (const mark of marks) {
      expect(inside(mark)).toBe(true);
      expect(mark.start).toBeGreaterThanOrEqual(before);
      before = mark.start;
      if (mark.kind === 'person' || mark.kind === 'link') {
        expect(text.slice(mark.nameRange.start, mark.nameRange.end)).toBe(mark.name);
        expect(mark.name).not.toBe('');
        if (mark.display) expect(inside(mark.display)).toBe(true);
      } else if (mark.kind === 'citation') {
        expect(text.slice(mark.keyRange.start, mark.keyRange.end)).toBe(mark.key);
        if (mark.locator) expect(text.slice(mark.locator.range.start, mark.locator.range.end)).toBe(mark.locator.text);
        expect(prose.slice(mark.start - start, mark.end - start).trim()).toBe('');
      }
    }
    for (const cell of block.cells ?? []) expect(inside(cell)).toBe(true);
    if (block.timelineHead) expect(inside(block.timelineHead)).toBe(true);
  });
  let previous = 0;
  for (const directive of directives) {
    expect(directive.start).toBeGreaterThanOrEqual(previous);
    previous = directive.end;
    expect(text.slice(directive.start, directive.end)).toMatch(/^<!--.*-->$/s);
  }
  for (const range of [...(frontMatter?.chapters ?? []), ...(frontMatter?.keys ?? []), ...(frontMatter?.problems ?? [])]) {
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end).toBeGreaterThanOrEqual(range.start);
    expect(range.end).toBeLessThanOrEqual(frontMatter!.end);
  }
}

describe('any text', () => {
  it('is read, its blocks in order, apart and as long as their prose', () => {
    fc.assert(
      fc.property(document, (text) => checkShape(parseNotes(text))),
      { numRuns: 1500 },
    );
  });

  it('is read alike with LF, CRLF and CR', () => {
    const summary = (text: string) =>
      parseNotes(text).blocks.map(({ kind, level, heading, parent, prose, marks, timelineHead: head }) => [
        kind,
        level,
        heading,
        parent,
        prose.replace(/\s+/g, ' '),
        marks.map((mark) => mark.kind),
        head !== undefined,
      ]);
    fc.assert(
      fc.property(document, (mixed) => {
        const text = mixed.replace(/\r\n?/g, '\n');
        expect(summary(text.replaceAll('\n', '\r\n'))).toEqual(summary(text));
        expect(summary(text.replaceAll('\n', '\r'))).toEqual(summary(text));
      }),
      { numRuns: 700 },
    );
  });

  it('is read the same twice, and its beginning without its end never fails', () => {
    const text =
      "---\nchapter: a\n---\n# @Stalin's [[NEP|policy]]\n\n- **1922** Apr: @[Leon Trotsky|he] [@service2005, p. 210; @x]\nDec: `code` <!-- history-notes-disable-line a -->\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: note";
    expect(parseNotes(text)).toEqual(parseNotes(text));
    for (let end = 0; end <= text.length; end++) checkShape(parseNotes(text.slice(0, end)));
  });
});
