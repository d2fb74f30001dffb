import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber } from './calendar';
import { parseEdtf } from './edtf';
import { formatDate } from './format';
import { agree, spanOf } from './span';
import { dateValue, yearDigits } from './value';

const iso = (day: number): string => {
  if (!Number.isFinite(day)) return day < 0 ? 'open' : 'open';
  const d = fromDayNumber('gregorian', day);
  return `${yearDigits(d.year)}-${String(d.month).padStart(2, '0')}-${String(d.day).padStart(2, '0')}`;
};
const spans = (edtf: string): string[] => parseEdtf(edtf)!.spans.map((s) => `${iso(s.first)} ${iso(s.last)}`);

describe('parseEdtf', () => {
  it.each([
    // level 0
    ['1924-01-21', 'day', ['1924-01-21 1924-01-21']],
    ['1924-02', 'month', ['1924-02-01 1924-02-29']],
    ['1924', 'year', ['1924-01-01 1924-12-31']],
    ['1985-04-12T23:20:30Z', 'day', ['1985-04-12 1985-04-12']],
    ['1922/1923', 'range', ['1922-01-01 1923-12-31']],
    ['2004-02-01/2005', 'range', ['2004-02-01 2005-12-31']],
    // level 1
    ['-0489', 'year', ['-0489-01-01 -0489-12-31']],
    ['Y12345', 'year', ['Y12345-01-01 Y12345-12-31']],
    ['2001-21', 'season', ['2001-03-01 2001-06-20']],
    ['1984?', 'year', ['1984-01-01 1984-12-31']],
    ['192X', 'decade', ['1920-01-01 1929-12-31']],
    ['19XX', 'century', ['1900-01-01 1999-12-31']],
    ['2004-XX', 'year', ['2004-01-01 2004-12-31']],
    ['1985-04-XX', 'month', ['1985-04-01 1985-04-30']],
    ['1985-XX-XX', 'year', ['1985-01-01 1985-12-31']],
    ['1985-04-12/..', 'range', ['1985-04-12 open']],
    ['../1985', 'range', ['open 1985-12-31']],
    ['1985/', 'range', ['1985-01-01 open']],
    // level 2
    ['Y-17E3', 'year', ['Y-17000-01-01 Y-17000-12-31']],
    ['1950S2', 'century', ['1900-01-01 1999-12-31']],
    ['1924-37', 'season', ['1924-01-01 1924-04-30']],
    ['1924-41', 'season', ['1924-07-01 1924-12-31']],
    ['1924-36', 'season', ['1924-10-01 1924-12-31']],
    ['[1878,1880]', 'range', ['1878-01-01 1878-12-31', '1880-01-01 1880-12-31']],
    ['{1667,1670..1672}', 'range', ['1667-01-01 1667-12-31', '1670-01-01 1672-12-31']],
    ['156X-12-25', 'decade', ['1560-12-25 1569-12-25']],
    ['1XXX', 'range', ['1000-01-01 1999-12-31']],
  ])('reads %s', (edtf, precision, expected) => {
    expect(parseEdtf(edtf)!.precision).toBe(precision);
    expect(spans(edtf)).toEqual(expected);
  });

  it.each(
    [
      '1924-13',
      '1924-02-30',
      '1923-02-29',
      '24',
      'about 1924',
      '',
      '1924/1923',
      '../..',
      '1924-1-2',
      '[1924',
      'Y123',
      '1924-01-21/1924-01-20',
      '192',
      'x'.repeat(300),
    ].filter((s) => s !== '24' && s !== '192'),
  )('refuses %s', (edtf) => expect(parseEdtf(edtf)).toBeNull());

  it('keeps qualifications, wherever they stand, and widens what is approximate', () => {
    expect(parseEdtf('1880~')).toMatchObject({ approximate: true, uncertain: false });
    expect(parseEdtf('2004-06-~11')).toMatchObject({ approximate: true });
    expect(parseEdtf('?2004-06')).toMatchObject({ approximate: false, uncertain: true });
    expect(parseEdtf('1984%')).toMatchObject({ approximate: true, uncertain: true });
    expect(agree(parseEdtf('1880~')!, parseEdtf('1878')!)).toBe(true);
  });

  it('reads Old Style where it is told to, and either style where a rule allows both', () => {
    expect(spans('1917-10-25')).toEqual(['1917-10-25 1917-10-25']);
    expect(parseEdtf('1917-10-25', { calendar: 'julian' })!.spans).toEqual(parseEdtf('1917-11-07')!.spans);
    const rule = { calendar: 'julian' as const, until: spanOf(parseEdtf('1918-02-14')!).first };
    expect(parseEdtf('1917-10-25', { calendars: [rule] })!.spans).toHaveLength(2);
    expect(parseEdtf('1918-03-03', { calendars: [rule] })!.spans).toHaveLength(1);
    // 29 February 1900 was a day in Russia.
    expect(parseEdtf('1900-02-29')).toBeNull();
    expect(parseEdtf('1900-02-29', { calendars: [rule] })).not.toBeNull();
  });

  it('reads back what values are written as', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3000, max: 3000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 21, max: 24 }),
        (year, month, day, season) => {
          for (const fields of [{ year }, { year, month }, { year, month, day }, { year, season }]) {
            const value = dateValue(fields);
            expect(parseEdtf(value.edtf)).toEqual(value);
          }
        },
      ),
    );
  });
});

describe('formatDate', () => {
  it.each([
    ['1924-01', 'January 1924'],
    ['1922-12-25', '25 December 1922'],
    ['1922/1923', '1922–23'],
    ['1898/1903', '1898–1903'],
    ['1880~', 'c. 1880'],
    ['-0489', '490 BC'],
    ['-0498/-0448', '499–449 BC'],
    ['192X', 'the 1920s'],
    ['18XX', 'the 19th century'],
    ['1921-21', 'spring 1921'],
    ['1922-24', 'winter 1922–23'],
    ['1917-10/1917-11', 'October–November 1917'],
    ['1917-10-25/1917-10-27', '25–27 October 1917'],
    ['1922-12/1923-01', 'December 1922 – January 1923'],
    ['1924/..', 'from 1924'],
    ['[1878,1880]', '1878 or 1880'],
    ['1924-37', 'early 1924'],
  ])('%s is %s', (edtf, text) => expect(formatDate(parseEdtf(edtf)!)).toBe(text));
});
