import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth, weekdayOf } from './calendar';
import { parseEdtf, readDates, writeDate } from './index';
import { dateValue } from './value';
import { MONTH_NAMES, WEEKDAY_NAMES } from './words';
import { ordinalSuffix } from './write';

const anchor = { anchor: parseEdtf('1926') };

/** The first date of `text`, written anew for another value. */
function repair(text: string, edtf: string, timelineHead = false): string | null {
  return writeDate(parseEdtf(edtf)!, readDates(text, { ...anchor, timelineHead })[0]!.form);
}

describe('writeDate', () => {
  it.each([
    ['Jan. 5th, 1925', '1924-01-05', 'Jan. 5th, 1924'],
    ['Jan. 5th, 1925', '1924-05-03', 'May 3rd, 1924'],
    ['21 January 1925', '1924-01-21', '21 January 1924'],
    ['21 January 1925', '1924-01', 'January 1924'],
    ['21 January 1925', '1924', '1924'],
    ['January 21, 1925', '1924-01', 'January 1924'],
    ['the 21st of January 1925', '1924-01-22', 'the 22nd of January 1924'],
    ['the fifth of March 1923', '1923-03-04', 'the fourth of March 1923'],
    ["'25", '1924', "'24"],
    ['’25', '1924', '’24'],
    ["Oct '27", '1927-11', "Nov '27"],
    ['Sept. 1927', '1927-10', 'Oct. 1927'],
    ['Oct. 1927', '1927-06', 'Jun. 1927'],
    ['JANUARY 1925', '1924-02', 'FEBRUARY 1924'],
    ['january 1925', '1924-02', 'february 1924'],
    ['25 XII 1923', '1922-12-24', '24 XII 1922'],
    ['25.12.1923', '1922-12-25', '25.12.1922'],
    ['04/13/1923', '1923-01-04', '01/04/1923'],
    ['1924-11-21', '1924-01-02', '1924-01-02'],
    ['1927-10', '1927-03', '1927-03'],
    ['10/1927', '1927-03', '3/1927'],
    ['Sunday, 21 January 1924', '1924-01-21', 'Monday, 21 January 1924'],
    ['Sun 20 January 1924', '1924-01-21', 'Mon 21 January 1924'],
    ['the summer of 1926', '1927-21', 'the spring of 1927'],
    ['the winter of 1922–23', '1923-24', 'the winter of 1923–24'],
    ['the winter of 1921–22', '1923-02', 'the winter of 1922–23'],
    ['Christmas 1923', '1922-12-25', 'Christmas 1922'],
    ['early 1925', '1924-11', 'late 1924'],
    ['the end of 1925', '1924-02', 'the beginning of 1924'],
    ['the first half of 1928', '1928-07', 'the second half of 1928'],
    ['the 1930s', '192X', 'the 1920s'],
    ['the thirties', '192X', 'the twenties'],
    ['the nineteenth century', '19XX', 'the twentieth century'],
    ['490 BC', '-0479', '480 BC'],
    ['1917 Oct/Nov', '1917-02/1917-03', '1917 Feb/Mar'],
    ['1917 Oct/Nov', '1917-10', '1917 Oct'],
  ])('%s for %s reads %s', (text, edtf, expected) => expect(repair(text, edtf)).toBe(expected));

  it.each([
    ['1922 Dec', '1923-01', '1923 Jan'],
    ['Dec', '1926-11', 'Nov'],
    ['Dec', '1925-11', '1925 Nov'],
  ])('timeline head %s for %s reads %s', (text, edtf, expected) => expect(repair(text, edtf, true)).toBe(expected));

  it('adds the year where the context holds another', () => {
    expect(repair('5 March', '1926-03-06')).toBe('6 March');
    expect(repair('5 March', '1923-03-05')).toBe('5 March 1923');
    expect(repair('March 5', '1923-03-05')).toBe('March 5, 1923');
  });

  it('is null where the form cannot carry the value', () => {
    expect(repair('490 BC', '1924')).toBeNull();
    expect(repair('1924', '-0489')).toBeNull();
    expect(repair('the following year', '1924')).toBeNull();
    expect(repair('Christmas 1923', '1922-11')).toBeNull();
    expect(repair('New Year 1924', '1923-02-03')).toBeNull();
    expect(repair('1924', '1922/1923')).toBeNull();
  });

  it('writes what reading gives back, in every form', () => {
    const forms: ((y: number, m: number, d: number) => string)[] = [
      (y, m, d) => `${d} ${MONTH_NAMES[m - 1]} ${y}`,
      (y, m, d) => `${d}${ordinalSuffix(d)} ${MONTH_NAMES[m - 1]}, ${y}`,
      (y, m, d) => `the ${d}${ordinalSuffix(d)} of ${MONTH_NAMES[m - 1]} ${y}`,
      (y, m, d) => `${MONTH_NAMES[m - 1]} ${d}, ${y}`,
      (y, m, d) => `${MONTH_NAMES[m - 1]!.slice(0, 3)} ${d}${ordinalSuffix(d)}, ${y}`,
      (y, m, d) => `${d}.${m}.${y}`,
      (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
      (y, m, d) => `${WEEKDAY_NAMES[weekdayOf(dateValue({ year: y, month: m, day: d }).spans[0]!.first)]}, ${d} ${MONTH_NAMES[m - 1]} ${y}`,
      (y, m, d) => `${y} ${MONTH_NAMES[m - 1]!.slice(0, 3)} ${d}`,
    ];
    const day = fc
      .record({ year: fc.integer({ min: 1100, max: 2100 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
      .filter((d) => d.day <= daysInMonth('gregorian', d.year, d.month));
    fc.assert(
      fc.property(fc.constantFrom(...forms), day, day, (form, a, b) => {
        const text = form(a.year, a.month, a.day);
        const [mention, ...rest] = readDates(text);
        expect(rest).toEqual([]);
        expect(text.slice(mention!.start, mention!.end)).toBe(text);
        expect(mention!.value).toEqual(dateValue(a));
        expect(writeDate(mention!.value!, mention!.form)).toBe(text);
        const other = writeDate(dateValue(b), mention!.form)!;
        expect(readDates(other)[0]!.value).toEqual(dateValue(b));
      }),
      { numRuns: 1000 },
    );
  });
});
