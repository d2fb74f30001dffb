/** What a told order of two events, or distance between them, allows, and how the right one is told in the writer's own way. */

import { cardinalLike } from '../reading/number-words';
import { type Duration, distance, fromDayNumber, type Span, type TimeUnit } from '../time/index';

const DAYS: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7, month: 30.44, season: 91, year: 365.25, decade: 3652, century: 36_525 };

interface Range {
  readonly min: number;
  readonly max: number;
}

/** The days that so many units fairly mean: lengths of time are seldom meant to the day. */
function fairly(amount: number, unit: TimeUnit): Range {
  const days = amount * DAYS[unit];
  if (unit === 'day') {
    if (amount <= 1) return { min: amount, max: 2 };
    const slack = Math.max(1, Math.round(amount * 0.25));
    return { min: amount - slack, max: amount + slack };
  }
  if (unit === 'week') return { min: days * 0.65, max: days * 1.5 };
  if (unit === 'month') {
    // Who says "fourteen months" has counted them; "six months" and "two months" are rounder.
    const share = amount >= 7 && amount % 6 !== 0 ? 0.15 : amount >= 4 ? 0.25 : 0.3;
    return { min: days * (1 - share) - 5, max: days * (1 + share) + 5 };
  }
  const slack = Math.max(0.6, amount * 0.12) * DAYS[unit];
  return { min: Math.max(days - slack, days * 0.55), max: days + slack };
}

/** Whether `main` may fairly be said to lie so far behind `anchor` (or before it). */
export function liesAt(anchor: Span, main: Span, length: Duration, direction: 'after' | 'before'): boolean {
  const [early, late] = direction === 'after' ? [anchor, main] : [main, anchor];
  const { unit, min, max } = length;
  const from = Math.min(fairly(min, unit).min, min * DAYS[unit]);
  const to = Number.isFinite(max) ? fairly(max, unit).max : Number.POSITIVE_INFINITY;
  if (countedByCalendar(early, late, length)) return true;
  const real: Range = { min: late.first - early.last, max: late.last - early.first };
  // Two months of a calendar are as far apart as their numbers say; their days would allow nearly anything.
  if (unit === 'month' && isMonth(early) && isMonth(late)) {
    const months = monthOf(late) - monthOf(early);
    return months >= min * (min >= 7 ? 0.85 : 0.75) - 0.3 && months <= max * (max >= 7 ? 1.15 : 1.3) + 0.2;
  }
  return real.min <= to && real.max >= from;
}

/** Many subtract the numbers of years, or of months: "two years after" 1924 is 1926. */
function countedByCalendar(early: Span, late: Span, { unit, min, max }: Duration): boolean {
  if (![early.first, early.last, late.first, late.last].every(Number.isFinite)) return false;
  const number = unit === 'year' ? yearOf : unit === 'month' && min >= 2 ? monthNumber : null;
  if (!number) return false;
  const least = number(late.first) - number(early.last);
  const most = number(late.last) - number(early.first);
  // Not where the days themselves make it much shorter: September to January is no year.
  if (late.last - early.first < min * DAYS[unit] * (unit === 'month' ? 0.6 : 0.5)) return false;
  return most >= min && least <= max && least >= 0;
}

const isMonth = (span: Span) => span.last - span.first >= 27 && span.last - span.first <= 30;
const monthOf = (span: Span) => monthNumber(span.first + 15);

function monthNumber(day: number): number {
  const { year, month } = fromDayNumber('gregorian', day);
  return year * 12 + month;
}

const yearOf = (day: number) => fromDayNumber('gregorian', day).year;

/** What may have been on any of these days. */
interface Dated {
  readonly spans: readonly Span[];
}

/** Whether the one may have come after the other, or before it. */
export function isInOrder(main: Dated, anchor: Dated, direction: 'after' | 'before'): boolean {
  const earliest = ({ spans }: Dated) => Math.min(...spans.map((span) => span.first));
  const latest = ({ spans }: Dated) => Math.max(...spans.map((span) => span.last));
  return direction === 'after' ? latest(main) >= earliest(anchor) : earliest(main) <= latest(anchor);
}

/** How far the second lies from the first, in words that go with the writer's: "almost two years", "a month", "six days". Null for the same day. */
export function amountInWords(
  from: Span,
  to: Span,
  written: string,
  unit: TimeUnit,
): { amount: string; direction: 'after' | 'before' } | null {
  const [early, late, direction] = from.first <= to.first ? ([from, to, 'after'] as const) : ([to, from, 'before'] as const);
  // What lasted some days is counted from its end.
  const start = early.last - early.first < 27 ? { first: early.last, last: early.last } : early;
  const middle = (measure: TimeUnit) => {
    const { min, max } = distance(start, late, measure);
    return (min + max) / 2;
  };
  const count = (number: number, name: string) =>
    number === 1 && !/^\d/.test(written) ? `a ${name}` : `${cardinalLike(written, number)} ${name}${number === 1 ? '' : 's'}`;
  const months = middle('month');
  const yearly = early.last - early.first > 300 || late.last - late.first > 300;
  if (yearly && months >= 6) return { amount: count(Math.max(1, Math.round(months / 12)), 'year'), direction };
  if (months >= 24 || (months >= 18 && unit === 'year')) return { amount: years(months, count), direction };
  if (months >= 10.6 && months < 13.5) return { amount: count(1, 'year'), direction };
  if (months >= 0.8) return { amount: count(Math.max(1, Math.round(months - 0.15)), 'month'), direction };
  const days = Math.round(middle('day'));
  if (days < 1) return null;
  if (days === 7) return { amount: count(1, 'week'), direction };
  return { amount: days >= 14 ? count(Math.round(days / 7), 'week') : count(days, 'day'), direction };
}

/** "almost two years", "two and a half years": by the odd months. */
function years(months: number, count: (number: number, name: string) => string): string {
  const whole = Math.floor(months / 12);
  const odd = months - whole * 12;
  if (odd >= 8.5) return `almost ${count(whole + 1, 'year')}`;
  if (odd < 3.5) return count(whole, 'year');
  return /^\d/.test(count(2, ''))
    ? count(whole, 'year')
    : `${count(whole, '').trim().replace(/^a$/, 'one').replace(/s$/, '').trim()} and a half years`;
}
