import { describe, expect, it } from 'vitest';
import { parseNotes, silenced } from './index';

/** Which of the words "bad1", "bad2" … of the text a rule may still flag. */
function flagged(text: string, rule = 'event-date'): string[] {
  const notes = parseNotes(text);
  return [...text.matchAll(/bad\d/g)].filter(({ index }) => !silenced(notes, rule, index, index + 4)).map(([word]) => word);
}

describe('directives are read', () => {
  const read = (text: string) =>
    parseNotes(text).directives.map(({ kind, codes }) => [
      kind,
      ...codes.map(({ code, start, end }) => (text.slice(start, end) === code ? code : '?')),
    ]);

  it.each([
    ['<!-- history-notes-disable -->', ['disable']],
    ['<!--history-notes-enable event-date-->', ['enable', 'event-date']],
    [
      'words <!-- history-notes-disable-line event-date, life-dates misspelt-name --> more',
      ['disable-line', 'event-date', 'life-dates', 'misspelt-name'],
    ],
    ['<!-- history-notes-disable-next-line event-date -- my book differs, see p. 3 -->', ['disable-next-line', 'event-date']],
    ['<!-- history-notes-disable-file -- all of it -->', ['disable-file']],
    ['| a | b <!-- history-notes-disable-line --> |\n|---|---|', ['disable-line']],
    ['<div>\n<!-- history-notes-disable -->\n</div>', ['disable']],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it.each([
    '<!-- history-notes-disables -->',
    '<!-- disable -->',
    '`<!-- history-notes-disable -->`',
    '```\n<!-- history-notes-disable -->\n```',
    '<!-- history-notes-disable',
    '\\<!-- history-notes-disable -->',
  ])('none: %s', (text) => expect(read(text)).toEqual([]));

  it('in the order of the text', () =>
    expect(read('a <!-- history-notes-disable --> b\n\n<!-- history-notes-enable -->').map(([kind]) => kind)).toEqual([
      'disable',
      'enable',
    ]));
});

describe('silenced', () => {
  it('on the next line', () => expect(flagged('<!-- history-notes-disable-next-line event-date -->\nbad1\nbad2')).toEqual(['bad2']));
  it('on the next line that has words', () =>
    expect(flagged('<!-- history-notes-disable-next-line -->\n\nbad1\n\nbad2')).toEqual(['bad2']));
  it('on the same line', () => expect(flagged('bad1\n\nbad2 <!-- history-notes-disable-line --> bad3\n\nbad4')).toEqual(['bad1', 'bad4']));
  it('from here to there', () =>
    expect(flagged('bad1\n\n<!-- history-notes-disable -->\n\nbad2\n\nbad3 <!-- history-notes-enable --> bad4')).toEqual(['bad1', 'bad4']));
  it('to the end', () => expect(flagged('bad1 <!-- history-notes-disable event-date --> bad2\n\nbad3')).toEqual(['bad1']));
  it('in the whole file', () => expect(flagged('bad1\n\n<!-- history-notes-disable-file event-date -->')).toEqual([]));
  it('only the rules named', () => {
    expect(flagged('<!-- history-notes-disable-next-line life-dates -->\nbad1')).toEqual(['bad1']);
    expect(flagged('<!-- history-notes-disable life-dates, event-date -->\n\nbad1')).toEqual([]);
  });
  it('all but one', () =>
    expect(flagged('<!-- history-notes-disable -->\n<!-- history-notes-enable event-date -->\nbad1')).toEqual(['bad1']));
  it('with Windows line ends', () => expect(flagged('<!-- history-notes-disable-next-line -->\r\nbad1\r\nbad2')).toEqual(['bad2']));
  it('nothing without directives', () => expect(flagged('bad1')).toEqual(['bad1']));
});
