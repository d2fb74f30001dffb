import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from './edtf';
import type { Duration, Span, TimeUnit } from './model';
import { agree, disjoint, distance, hull, intersection, overlaps, shift, spanOf, within } from './span';

const span = (edtf: string): Span => spanOf(parseEdtf(edtf)!);
const length = (amount: number, unit: TimeUnit): Duration => ({ iso: '', unit, min: amount, max: amount });
const anySpan = fc
  .tuple(fc.integer({ min: -800_000, max: 50_000 }), fc.integer({ min: 0, max: 4000 }))
  .map(([first, days]) => ({ first, last: first + days }));

describe('relations between spans', () => {
  it('obey their algebra', () => {
    fc.assert(
      fc.property(anySpan, anySpan, anySpan, (a, b, c) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        expect(overlaps(a, a)).toBe(true);
        expect(disjoint(a, b)).toBe(!overlaps(a, b));
        expect(overlaps(a, b)).toBe(intersection(a, b) !== null);
        if (within(a, b)) expect(overlaps(a, b)).toBe(true);
        if (within(a, b) && within(b, c)) expect(within(a, c)).toBe(true);
        if (within(a, b) && within(b, a)) expect(a).toEqual(b);
        const whole = hull([a, b]);
        expect(within(a, whole) && within(b, whole)).toBe(true);
        const common = intersection(a, b);
        if (common) expect(within(common, a) && within(common, b)).toBe(true);
      }),
    );
  });

  it('let a coarser date agree with a finer one within it', () => {
    expect(agree(parseEdtf('1924')!, parseEdtf('1924-01-21')!)).toBe(true);
    expect(agree(parseEdtf('1924-02')!, parseEdtf('1924-01-21')!)).toBe(false);
    expect(agree(parseEdtf('[1878,1880]')!, parseEdtf('1879')!)).toBe(false);
  });
});

describe('distance', () => {
  it('is a range', () => {
    const months = distance(span('1924-01-21'), span('1924-05'), 'month');
    expect(months.min).toBeGreaterThan(3);
    expect(months.min).toBeLessThan(3.5);
    expect(months.max).toBeGreaterThan(4.2);
    expect(distance(span('1924-01-21'), span('1924-01-28'), 'week')).toEqual({ min: 1, max: 1 });
    expect(distance(span('1924'), span('1926'), 'year').min).toBeLessThan(1.1);
    expect(distance(span('1924'), span('1926'), 'year').max).toBeGreaterThan(2.9);
  });

  it('turns round with its ends', () => {
    fc.assert(
      fc.property(anySpan, anySpan, fc.constantFrom<TimeUnit>('day', 'week', 'month', 'year'), (a, b, unit) => {
        const there = distance(a, b, unit);
        const back = distance(b, a, unit);
        expect(there.min).toBeLessThanOrEqual(there.max);
        expect(there.min).toBeCloseTo(-back.max, 6);
        expect(there.max).toBeCloseTo(-back.min, 6);
      }),
    );
  });
});

describe('shift', () => {
  it('takes in what is fairly said', () => {
    const died = span('1924-01-21');
    expect(overlaps(shift(died, length(4, 'month'), 'after'), span('1924-05'))).toBe(true);
    expect(overlaps(shift(died, length(16, 'month'), 'after'), span('1925-05'))).toBe(true);
    expect(overlaps(shift(died, length(2, 'year'), 'after'), span('1926-12'))).toBe(true);
    expect(overlaps(shift(died, length(2, 'year'), 'after'), span('1928'))).toBe(false);
    expect(overlaps(shift(died, length(1, 'week'), 'after'), span('1924-01-28'))).toBe(true);
    expect(overlaps(shift(died, length(1, 'week'), 'after'), span('1924-02-10'))).toBe(false);
    expect(shift(died, length(1, 'day'), 'after')).toEqual(span('1924-01-22'));
    expect(overlaps(shift(span('1925-05'), length(1.5, 'year'), 'before'), span('1923-12'))).toBe(true);
  });

  it('always holds the day that lies exactly so far away, and undoes itself', () => {
    fc.assert(
      fc.property(
        anySpan,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom<TimeUnit>('day', 'week', 'month', 'year'),
        (a, amount, unit) => {
          const after = shift(a, length(amount, unit), 'after');
          expect(after.first).toBeLessThanOrEqual(after.last);
          const exact = distance(a, after, unit);
          expect(exact.min).toBeLessThanOrEqual(amount);
          expect(exact.max).toBeGreaterThanOrEqual(amount - 0.1);
          expect(overlaps(shift(after, length(amount, unit), 'before'), a)).toBe(true);
        },
      ),
    );
  });

  it('is open for "more than"', () => {
    expect(shift(span('1924'), { iso: 'P2Y', unit: 'year', min: 2, max: Infinity }, 'after').last).toBe(Infinity);
    expect(shift(span('1924'), { iso: 'P2Y', unit: 'year', min: 2, max: Infinity }, 'before').first).toBe(-Infinity);
  });
});
