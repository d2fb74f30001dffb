import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, daysInMonth, fromDayNumber, toDayNumber, weekdayOf } from './calendar';

const DAY = 86_400_000;
/** Julian Day Number of 1970-01-01, at noon. */
const EPOCH = 2440588;

/** Jean Meeus, Astronomical Algorithms (2nd ed.), chapter 7; sound for positive Julian Day Numbers. */
function meeus(calendar: 'julian' | 'gregorian', year: number, month: number, day: number): number {
  const [y, m] = month <= 2 ? [year - 1, month + 12] : [year, month];
  const a = Math.floor(y / 100);
  const b = calendar === 'gregorian' ? 2 - a + Math.floor(a / 4) : 0;
  return Math.floor(365.25 * (y + 4716)) + Math.floor(30.6001 * (m + 1)) + day + b - 1524;
}

const date = (low: number, high: number) =>
  fc.record({ year: fc.integer({ min: low, max: high }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });

describe('day numbers', () => {
  it('agree with the Gregorian calendar of the platform on 10,000 days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000, max: 2_000_000 }), (n) => {
        const platform = new Date(n * DAY);
        expect(fromDayNumber('gregorian', n)).toEqual({
          year: platform.getUTCFullYear(),
          month: platform.getUTCMonth() + 1,
          day: platform.getUTCDate(),
        });
        expect(weekdayOf(n)).toBe(platform.getUTCDay());
      }),
      { numRuns: 10_000 },
    );
  });

  it.each(['julian', 'gregorian'] as const)('agree with the algorithm of Meeus (%s) on 10,000 days', (calendar) => {
    fc.assert(
      fc.property(date(-4000, 4000), ({ year, month, day }) => {
        expect(toDayNumber(calendar, year, month, day) + EPOCH).toBe(meeus(calendar, year, month, day));
      }),
      { numRuns: 10_000 },
    );
  });

  it.each(['julian', 'gregorian'] as const)('come back as they went (%s)', (calendar) => {
    fc.assert(
      fc.property(date(-9999, 9999), (d) => {
        expect(fromDayNumber(calendar, toDayNumber(calendar, d.year, d.month, d.day))).toEqual(d);
      }),
    );
  });

  it('know the days on which the calendars changed', () => {
    expect(toDayNumber('julian', 1582, 10, 4) + 1).toBe(toDayNumber('gregorian', 1582, 10, 15));
    expect(toDayNumber('julian', 1918, 1, 31) + 1).toBe(toDayNumber('gregorian', 1918, 2, 14));
    expect(toDayNumber('julian', 1917, 10, 25)).toBe(toDayNumber('gregorian', 1917, 11, 7));
  });

  it('know leap years of both calendars', () => {
    expect(daysInMonth('julian', 1900, 2)).toBe(29);
    expect(daysInMonth('gregorian', 1900, 2)).toBe(28);
    expect(daysInMonth('gregorian', 2000, 2)).toBe(29);
    expect(daysInMonth('gregorian', 0, 2)).toBe(29);
  });

  it('add months and stay within them', () => {
    const jan31 = toDayNumber('gregorian', 1924, 1, 31);
    expect(fromDayNumber('gregorian', addMonths(jan31, 1))).toEqual({ year: 1924, month: 2, day: 29 });
    expect(fromDayNumber('gregorian', addMonths(jan31, -2))).toEqual({ year: 1923, month: 11, day: 30 });
    expect(addMonths(Infinity, 3)).toBe(Infinity);
  });
});
