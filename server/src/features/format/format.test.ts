import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { essays, read } from '../../../../test/support/essays';
import { applyEdits } from '../fix-all';
import { timelines } from '../timelines';
import { formatNotes } from './index';
import type { FormatStyle } from './style';

const PLAIN: FormatStyle = { alignTimelines: true, sortTimelines: false, dateStyle: 'off' };
const SORTED: FormatStyle = { ...PLAIN, sortTimelines: true };
const format = (text: string, style = PLAIN) => applyEdits(text, formatNotes(read(text), style));
/** What is found, wherever it stands. */
const found = (text: string) =>
  read(text).findings.map(({ code, message, start, end }) => `${code} ${message} «${text.slice(start, end)}»`);
const words = (text: string) => (text.match(/[^\s:*_+-]+/g) ?? []).sort();

describe('our essays', () => {
  test.each(essays.map(({ name, text }) => [name, text]))('%s: the same is found afterwards, and nothing is left to format', (_, text) => {
    const formatted = format(text, SORTED);
    expect(found(formatted).sort()).toEqual(found(text).sort());
    expect(formatNotes(read(formatted), SORTED)).toEqual([]);
    // Prose is never wrapped: what does not belong to a timeline stays on its line.
    expect(formatted.split('\n')).toHaveLength(text.split('\n').length);
  });

  test.each(['day-month-year', 'month-day-year', 'year-month-day', 'iso', 'day-short-month-year'] as const)('dates as %s', (dateStyle) => {
    for (const { text } of essays.filter((_, index) => index % 5 === 2)) {
      const style = { ...PLAIN, dateStyle };
      const formatted = format(text, style);
      const codes = (each: string) => read(each).findings.map(({ code }) => code);
      expect(codes(formatted)).toEqual(codes(text));
      expect(formatNotes(read(formatted), style)).toEqual([]);
    }
  });
});

describe('any notes', () => {
  const head = fc.constantFrom(
    '1922 Apr',
    '1924',
    'Dec',
    '**1921 Mar**',
    '5 Mar 1923',
    '1918–21',
    '21 January 1924',
    'Oct/Nov',
    '**May:**',
  );
  const line = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('- ', '* ', '+ ', '', '  - ', '-   ', '1. ', '10. ', '> - '),
        head,
        fc.constantFrom(':', ' :', ':  ', ':\t'),
        fc.constantFrom(' Lenin dies', ' a', ''),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom(
      '',
      '',
      '# Heading',
      'Prose of Lenin. ',
      'Two spaces  ',
      '- item',
      '    code  ',
      '```',
      '> quoted ',
      '<!-- history-notes-disable-next-line event-date -->',
      '1. one',
      '| a | b |',
      '---',
      '- - -',
      '\t- x ',
    ),
  );
  const notes = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
    .map(([lines, lineBreak]) => lines.join(lineBreak));

  test('formatting twice is formatting once, and loses no word', () => {
    fc.assert(
      fc.property(notes, fc.constantFrom(PLAIN, SORTED), (text, style) => {
        const once = format(text, style);
        expect(format(once, style)).toBe(once);
        // A year may be written that the line above gave before.
        const years = (each: string) => words(each).filter((word) => !/^\d{4}$/.test(word));
        expect(years(once)).toEqual(years(text));
      }),
      { numRuns: 100 },
    );
  });

  test('every line of sorted timelines keeps its date', () => {
    fc.assert(
      fc.property(notes, (text) => {
        // Lines below a list that is no list's may be counted to another timeline afterwards.
        const spans = (each: string) =>
          timelines(read(each).reading)
            .flatMap(({ entries }) => entries.map(({ span }) => `${span.first}/${span.last}`))
            .sort();
        expect(spans(format(text, SORTED))).toEqual(spans(text));
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is formatted', () => {
  test.each([
    [
      'the words of a timeline begin in one column',
      '- 1922 Apr: a\n- Dec: b\n- **1924**: c\n',
      '- 1922 Apr: a\n- Dec:      b\n- **1924**: c\n',
    ],
    [
      'a date that is long pushes no other line',
      '- 1922: a\n- 25 October / 7 November 1917: b\n- Dec: c\n',
      '- 1922: a\n- 25 October / 7 November 1917: b\n- Dec:  c\n',
    ],
    ['the colon stands right behind the date', '- 1922 Apr : a\n', '- 1922 Apr: a\n'],
    ['trailing spaces go, but for a line break', 'One \nTwo   \nthree\t\n \nfour\n', 'One\nTwo  \nthree\n\nfour\n'],
    ['one bullet for all lists', '* a\n* b\n\nText.\n\n+ c\n', '* a\n* b\n\nText.\n\n* c\n'],
    ['one space behind a bullet', '-   a\n-   b\n', '- a\n- b\n'],
    [
      'code, front matter and rules are left alone',
      '---\ntitle: x  \n---\n\n```\n* a  \n```\n\n* * *\n',
      '---\ntitle: x  \n---\n\n```\n* a  \n```\n\n* * *\n',
    ],
    [
      'prose is not wrapped',
      `${'Words and words. '.repeat(30).trim()}\nand more\n`,
      `${'Words and words. '.repeat(30).trim()}\nand more\n`,
    ],
  ])('%s', (_, text, expected) => expect(format(text)).toBe(expected));

  test('alignment can be switched off', () => {
    const text = '- 1922 Apr: a\n- Dec: b\n';
    expect(format(text, { ...PLAIN, alignTimelines: false })).toBe(text);
  });

  test.each([
    ['In April 1922 and on the 21st of January 1924.', 'In April 1922 and on 21 January 1924.'],
    ['On January 21, 1924, Lenin died.', 'On 21 January 1924, Lenin died.'],
    ['- **1922 Apr:** a\n- **Dec:** b', '- **April 1922:** a\n- **December:**   b'],
    ['“On January 21, 1924 he died and all of us wept.”', '“On January 21, 1924 he died and all of us wept.”'],
    ['the January 21, 1924 decree', 'the January 21, 1924 decree'],
    [
      'c. January 1924, in early January 1924, Monday, January 21, 1924',
      'c. January 1924, in early January 1924, Monday, January 21, 1924',
    ],
    ['On 21.1.1924 he died.', 'On 21 January 1924 he died.'],
    // The second date is what tells that the first is of March.
    ['4/3/1924 and 21.1.1924', '4/3/1924 and 21.1.1924'],
  ])('dates in one style: %j', (text, expected) => expect(format(text, { ...PLAIN, dateStyle: 'day-month-year' })).toBe(expected));
});
