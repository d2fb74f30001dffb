import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../time/index';
import { slipEvidence, yearsApart } from './slip';

const date = (edtf: string, ...also: string[]) => ({
  value: parseEdtf(edtf)!,
  alternatives: also.map((other) => ({ value: parseEdtf(other)! })),
});
const slip = (meant: string, said: string) => slipEvidence(date(meant), parseEdtf(said)!);

describe('a slip', () => {
  it('in the year tells more than one in the month, and that more than one in the day', () => {
    const [year, month, day] = [slip('1923-03-05', '1924-03-05'), slip('1923-03-05', '1923-05-05'), slip('1923-03-05', '1923-03-08')];
    expect(year).toBeGreaterThan(month);
    expect(month).toBeGreaterThan(day);
    expect(day).toBeGreaterThan(0);
  });

  it('of two digits that changed places tells more than another digit', () => {
    expect(slip('1889', '1898')).toBeGreaterThan(slip('1889', '1888'));
    expect(slip('1793-01-21', '1793-01-12')).toBeGreaterThan(slip('1793-01-21', '1793-01-24'));
  });

  it('in the month of days that lie in one month is read like one in a month', () => {
    expect(slip('1923-11-08/1923-11-09', '1924-11')).toBe(slip('1923-11', '1924-11'));
  });

  it.each([
    ['1923-03-05', '1924-04-05'],
    ['1923-03', '1924-04'],
    ['1923', '1930'],
    ['1922/1925', '1926'],
    ['1923-03', '1983-03'],
  ])('is none of %s and %s', (meant, said) => {
    expect(slip(meant, said)).toBe(0);
  });

  it('may be in the year of a season, or in the season', () => {
    expect(slip('1922-06-24', '1923-22')).toBeGreaterThan(slip('1922-06-24', '1922-23'));
    expect(slip('1922-06-24', '1922-23')).toBeGreaterThan(0);
    expect(slip('1922-06-24', '1923-23')).toBe(0);
    expect(slip('1922-06-24', '1922-22')).toBe(0);
  });

  it('may be one of any value that is accepted', () => {
    expect(slipEvidence(date('1919-08-11', '1919-07-31'), parseEdtf('1920-07-31')!)).toBeGreaterThan(0);
  });
});

describe('the years between', () => {
  it('are the fewest of all accepted values', () => {
    expect(yearsApart(date('1541', '1539'), parseEdtf('1538')!)).toBe(1);
    expect(yearsApart(date('1541-02'), parseEdtf('1541')!)).toBe(0);
  });
});
