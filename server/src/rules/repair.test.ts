import { describe, expect, it } from 'vitest';
import { read } from '../../../test/unit/reading/small-chapter';
import type { FactDate } from '../chapter/model';
import type { DatedMention } from '../reading/model';
import { cardinalLike, ordinalLike } from '../reading/number-words';
import { parseEdtf } from '../time/index';
import { dateFixes, distanceInWords, factReference, replaceFix, whenInWords } from './repair';

const value = (edtf: string) => parseEdtf(edtf)!;
const span = (edtf: string) => value(edtf).spans[0]!;
const known = (edtf: string): FactDate => ({ value: value(edtf), alternatives: [] });

/** The text with its last date put right. */
function repaired(text: string, edtf: string): string {
  const reading = read(text);
  const mention = reading.mentions.filter((each): each is DatedMention => each.kind === 'date').at(-1)!;
  const [fix] = dateFixes(mention, known(edtf), reading);
  return fix!.edits.reduce((all, { start, end, newText }) => all.slice(0, start) + newText + all.slice(end), text);
}

describe('a date', () => {
  it.each([
    ['He died in May 1557.', '1556-05-07', 'He died in May 1556.'],
    ['He died on 7 May 1557.', '1556-05-07', 'He died on 7 May 1556.'],
    ['He died on May 7, 1557.', '1556-05-07', 'He died on May 7, 1556.'],
    ['He died on 8th May 1557.', '1556-05-07', 'He died on 7th May 1556.'],
    ['He died in 1557.', '1556-05-07', 'He died in 1556.'],
    ['He died in Feb. 1557.', '1556-12', 'He died in Dec. 1556.'],
    ['He died on 1557-05-08.', '1556-05-07', 'He died on 1556-05-07.'],
    ['He died in the spring of 1557.', '1556-05-07', 'He died in May 1556.'],
    ['They met in the autumn of 1557.', '1556-11-08/1556-11-09', 'They met in November 1556.'],
  ])('is put right in the writer’s own form: %s', (text, edtf, expected) => {
    expect(repaired(text, edtf)).toBe(expected);
  });

  it('is written out where the writer’s form is too fine for the fact', () => {
    expect(repaired('He died on 7 May 1557.', '1556')).toContain('1556');
    expect(repaired('He died on 7 May 1557.', '1556')).not.toContain('7 May');
  });

  it('names the new words in the title, and is the preferred fix', () => {
    const reading = read('He died in 1557.');
    const mention = reading.mentions.find((each): each is DatedMention => each.kind === 'date')!;
    expect(dateFixes(mention, known('1556'), reading)).toEqual([
      { title: 'Change to 1556', edits: [{ start: 11, end: 15, newText: '1556' }], preferred: true },
    ]);
  });
});

describe('a relative date', () => {
  it.each([
    ['He rose in May 1540, and three months later he fell.', '1540-10', 'He rose in May 1540, and five months later he fell.'],
    ['He rose in 1540, and two years later he fell.', '1545', 'He rose in 1540, and five years later he fell.'],
    ['He rose in 1540 and fell two years later.', '1541', 'He rose in 1540 and fell a year later.'],
    ['He rose in 1540 and fell two years later.', '1538', 'He rose in 1540 and fell two years earlier.'],
  ])('is counted from the same anchor: %s', (text, edtf, expected) => {
    expect(repaired(text, edtf)).toBe(expected);
  });
});

describe('a distance in words', () => {
  it.each([
    ['1924-01-21', '1924-01-22', 'a day', 'after'],
    ['1924-01-21', '1924-01-26', 'five days', 'after'],
    ['1924-01-01', '1924-01-15', 'two weeks', 'after'],
    ['1924-01', '1924-05', 'four months', 'after'],
    ['1924-05', '1924-01', 'four months', 'before'],
    ['1922-05', '1924-01', 'twenty months', 'after'],
    ['1921-05', '1924-01', 'three years', 'after'],
    ['1922', '1923', 'a year', 'after'],
    ['1923', '1917', 'six years', 'before'],
  ])('from %s to %s is %s %s', (from, to, amount, direction) => {
    expect(distanceInWords(span(from), span(to))).toEqual({ amount, direction });
  });

  it('is none between a day and itself', () => {
    expect(distanceInWords(span('1924-01-21'), span('1924-01-21'))).toBeNull();
  });
});

describe('a number', () => {
  it.each([
    ['14', 10, '10'],
    ['14th', 10, '10th'],
    ['14th', 1, '1st'],
    ['14th', 2, '2nd'],
    ['14th', 3, '3rd'],
    ['1st', 11, '11th'],
    ['1st', 12, '12th'],
    ['1st', 13, '13th'],
    ['1st', 21, '21st'],
    ['XIV', 10, 'X'],
    ['X', 14, 'XIV'],
    ['X', 49, 'XLIX'],
    ['X', 99, 'XCIX'],
    ['Fourteenth', 10, 'Tenth'],
    ['fourteenth', 12, 'twelfth'],
    ['tenth', 20, 'twentieth'],
    ['tenth', 21, 'twenty-first'],
    ['Tenth', 45, 'Forty-fifth'],
    ['tenth', 90, 'ninetieth'],
  ])('like %s, %i is %s', (written, number, expected) => {
    expect(ordinalLike(written, number)).toBe(expected);
  });

  it.each([
    ['3', 5, '5'],
    ['three', 5, 'five'],
    ['three', 20, 'twenty'],
    ['three', 42, 'forty-two'],
    ['three', 120, '120'],
  ])('that counts, like %s: %i is %s', (written, number, expected) => {
    expect(cardinalLike(written, number)).toBe(expected);
  });

  it('has a word for each from 1 to 99, all different', () => {
    const all = Array.from({ length: 99 }, (_, i) => i + 1);
    for (const written of ['first', 'I', '1st', '1']) expect(new Set(all.map((number) => ordinalLike(written, number))).size).toBe(99);
    expect(new Set(all.map((number) => cardinalLike('one', number))).size).toBe(99);
  });
});

describe('what a message says', () => {
  it('has “on” before a day and “in” before a month or a year', () => {
    expect(whenInWords(value('1793-07-13'))).toBe('on 13 July 1793');
    expect(whenInWords(value('1793-07'))).toBe('in July 1793');
    expect(whenInWords(value('1793'))).toBe('in 1793');
  });

  it('refers to the fact, with its date where it has one', () => {
    const fact = read('').knowledge.fact('siege')!;
    expect(factReference(fact)).toEqual({ id: 'siege', name: 'siege of Scarfell', place: fact.place });
    expect(factReference(fact, value('1550-06')).date).toBe('June 1550');
  });

  it('replaces one place', () => {
    expect(replaceFix('Change to x', 1, 2, 'x', false)).toEqual({
      title: 'Change to x',
      edits: [{ start: 1, end: 2, newText: 'x' }],
      preferred: false,
    });
  });
});
