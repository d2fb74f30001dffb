import { describe, expect, it } from 'vitest';
import { parseNotes, sentences } from './index';

/**
 * Text made to be slow. No clock is raced: the limit is a hundred times what linear reading takes, and work that grows with the square of the
 * length passes it.
 */
const LENGTH = 100_000;
const LIMIT = 5_000;

const units = [
  ...[
    'a',
    ' ',
    '\t',
    '*',
    '**a ',
    '*a',
    'a*',
    '_',
    '~~',
    '~~a',
    '*a **b ',
    '***a',
    '`',
    '`a``b',
    '\\',
    '&',
    '&amp',
    '\r',
    '\n',
    '\r\n',
    '\u0000',
    '\ud800',
    '😀',
  ],
  ...[
    '[',
    ']',
    '[[',
    ']]',
    '[]',
    '[a](',
    '](',
    '](a "',
    '](a (',
    '[](\\(',
    '](<',
    '![',
    '[^',
    '[^a]',
    '[^a]: ',
    '[a]: b "c\n',
    '[a]: b\n',
    '[[a',
    '[[a|',
    '@[',
    '@[a',
    '@[a|b] ',
    '[@',
    '[@a',
    '[@a;',
    '[@{',
    '[@{a]',
    '[@a] ',
  ],
  ...[
    '@',
    '@a',
    '@a ',
    '@a1',
    '@A.',
    "@a'",
    '@a-',
    'a@',
    'a@a.',
    'a.a@',
    'a@b.cc',
    ';',
    '. ',
    '1. ',
    'a. ',
    'A. ',
    '.',
    '?"',
    '… ',
    '1924. ',
    '."',
    '.)',
    'p. ',
  ],
  ...[
    '<',
    '<!--',
    '<!-- ',
    '-->',
    '<!-- history-notes-disable -->',
    '<?',
    '<!A',
    '<![CDATA[',
    '<a',
    '<a b',
    '<a b="',
    "<a b='",
    '<a b=" c=\'',
    '</a',
    '<a b=\'<a b="',
    '<a:',
    '<div>\n',
    '<div>\n<!--',
  ],
  ...[
    '- ',
    '> ',
    '>',
    '- a\n',
    '> a\n',
    '1) ',
    '1924: ',
    '1924: a\n',
    '1922 – ',
    '- - a\n\n',
    '# ',
    '#',
    '=',
    '-',
    '---\n',
    '===\n',
    '|',
    '|a',
    '|-',
    '|-|\n',
    'a|b\n',
    'a|b\n-|-\n',
    '| a ',
    '    a\n',
    '```\n',
    '~~~',
    '\n\n- a',
  ],
  ...['http://', 'http://a', 'www.', 'www.a', 'http://a)', '(', ')', ':', '://', "'", '"', '–'],
];

describe('a hundred thousand characters', () => {
  it.each(units)('%j', { timeout: LIMIT }, (unit) => {
    const body = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
    const started = performance.now();
    for (const text of [body, `a ${body} b`, `- 1922: a\n${body}\nx`]) {
      const notes = parseNotes(text);
      expect(notes.text).toHaveLength(text.length);
      for (const block of notes.blocks) sentences(block.prose);
    }
    expect(performance.now() - started).toBeLessThan(LIMIT);
  });
});

it.each(['a', '*a ', '[[a', '<!-- ', '@a ', 'a. '])('a line of a million characters: %j', (unit) => {
  const started = performance.now();
  for (const block of parseNotes(unit.repeat(1_000_000 / unit.length)).blocks) sentences(block.prose);
  expect(performance.now() - started).toBeLessThan(LIMIT);
});

it('deep nesting is bounded', () => {
  for (const mark of ['> ', '- ', '1. ', '> - ']) {
    const notes = parseNotes(`${mark.repeat(5000)}Lenin died`);
    expect(notes.blocks.at(-1)?.prose.trimEnd()).toMatch(/Lenin died$/);
  }
  const nested = Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- a${depth}`).join('\n');
  expect(parseNotes(nested).blocks.length).toBeGreaterThan(0);
});

it('leading spaces before a table are no trap', () => {
  const started = performance.now();
  parseNotes(`a\nb|c\n${' '.repeat(LENGTH)}x\n`);
  parseNotes(`a\nb|c\n${' >'.repeat(LENGTH / 2)}x\n`);
  expect(performance.now() - started).toBeLessThan(LIMIT);
});
