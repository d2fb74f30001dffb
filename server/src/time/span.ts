/** Relations between spans of days, and what a stated length of time allows. */
import { addMonths, daysInMonth, fromDayNumber, toDayNumber } from './calendar';
import type { DateValue, DayNumber, Duration, Span, TimeUnit } from './model';

export function overlaps(a: Span, b: Span): boolean {
  return a.first <= b.last && b.first <= a.last;
}

export function disjoint(a: Span, b: Span): boolean {
  return !overlaps(a, b);
}

/** Whether the whole of `a` lies in `b`. */
export function within(a: Span, b: Span): boolean {
  return b.first <= a.first && a.last <= b.last;
}

export function intersection(a: Span, b: Span): Span | null {
  const first = Math.max(a.first, b.first);
  const last = Math.min(a.last, b.last);
  return first <= last ? { first, last } : null;
}

/** The shortest span that holds all the given ones. */
export function hull(spans: readonly Span[]): Span {
  let first = Infinity;
  let last = -Infinity;
  for (const span of spans) {
    if (span.first < first) first = span.first;
    if (span.last > last) last = span.last;
  }
  return { first, last };
}

/** Every day that a value may mean, as one span. */
export function spanOf(value: DateValue): Span {
  return value.spans.length === 1 ? value.spans[0]! : hull(value.spans);
}

/** Whether two dates can be of the same time: some span of the one overlaps some span of the other. */
export function agree(a: DateValue, b: DateValue): boolean {
  return a.spans.some((x) => b.spans.some((y) => overlaps(x, y)));
}

/** Months per unit; null for the units that are counted in days. */
const MONTHS: Record<TimeUnit, number | null> = { day: null, week: null, month: 1, season: 3, year: 12, decade: 120, century: 1200 };

/** Months from one day to another, the odd days as a fraction of the month they lie in. */
function monthsBetween(from: DayNumber, to: DayNumber): number {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return to - from;
  if (to < from) return -monthsBetween(to, from);
  const a = fromDayNumber('gregorian', from);
  const b = fromDayNumber('gregorian', to);
  let months = (b.year - a.year) * 12 + (b.month - a.month);
  if (b.day < a.day && b.day < daysInMonth('gregorian', b.year, b.month)) months--;
  const reached = addMonths(from, months);
  return months + Math.max(0, to - reached) / (addMonths(from, months + 1) - reached);
}

function between(from: DayNumber, to: DayNumber, unit: TimeUnit): number {
  const months = MONTHS[unit];
  if (months === null) return (to - from) / (unit === 'week' ? 7 : 1);
  return monthsBetween(from, to) / months;
}

/**
 * How far it is from `a` to `b`, as a range: the shortest is from the last day of `a` to the first of `b`. Amounts may be fractions, and are negative where `b` comes first.
 */
export function distance(a: Span, b: Span, unit: TimeUnit): { min: number; max: number } {
  return { min: between(a.last, b.first, unit), max: between(a.first, b.last, unit) };
}

/** How far from the stated amount the truth may lie before a careful writer would have put another number. In the same unit. */
function tolerance(amount: number, unit: TimeUnit): number {
  if (amount === 0 || !Number.isFinite(amount)) return 0;
  if (unit === 'day') return amount <= 1 ? 0 : Math.max(1, Math.round(amount / 10));
  if (unit === 'month') return amount % 6 === 0 ? amount / 6 : amount > 6 ? 1 : 0.5;
  return Math.max(0.5, amount % 5 === 0 ? amount / 10 : 0);
}

function move(day: DayNumber, amount: number, unit: TimeUnit): DayNumber {
  const months = MONTHS[unit];
  if (months === null) return day + Math.round(amount * (unit === 'week' ? 7 : 1));
  const total = amount * months;
  if (!Number.isFinite(total)) return day + total;
  const whole = Math.floor(total);
  return addMonths(day, whole) + Math.round((total - whole) * 30);
}

/** First or last day of the calendar month, year, decade or century so many units from the one that `day` lies in. */
function calendarUnit(day: DayNumber, amount: number, unit: TimeUnit, end: 'first' | 'last'): DayNumber {
  if (!Number.isFinite(amount) || !Number.isFinite(day)) return day + amount;
  const date = fromDayNumber('gregorian', day);
  if (unit === 'month') {
    const index = date.year * 12 + date.month - 1 + (end === 'first' ? Math.floor(amount) : Math.ceil(amount) + 1);
    const year = Math.floor(index / 12);
    return toDayNumber('gregorian', year, index - year * 12 + 1, 1) - (end === 'first' ? 0 : 1);
  }
  const years = unit === 'decade' ? 10 : unit === 'century' ? 100 : 1;
  const start = Math.floor(date.year / years) * years;
  const year = start + (end === 'first' ? Math.floor(amount) : Math.ceil(amount) + 1) * years;
  return toDayNumber('gregorian', year, 1, 1) - (end === 'first' ? 0 : 1);
}

/**
 * All days of which "<duration> after <span>" (or before it) is fairly said: writers round, and many subtract calendar years or months, so
 * "two years after" January 1924 holds from the middle of 1925 to the end of 1926.
 */
export function shift(span: Span, duration: Duration, direction: 'before' | 'after'): Span {
  const { unit, min, max } = duration;
  const near = Math.max(0, min - tolerance(min, unit));
  const far = max + tolerance(max, unit);
  const months = MONTHS[unit];
  // A whole number of calendar units is also counted by subtracting the numbers of the years (or months).
  const byCalendar = months !== null && unit !== 'season' && unit !== 'decade' && unit !== 'century' && min >= 1;
  if (direction === 'after') {
    let first = move(span.first, near, unit);
    let last = move(span.last, far, unit);
    if (byCalendar) {
      first = Math.min(first, Math.max(span.first, calendarUnit(span.first, min, unit, 'first')));
      last = Math.max(last, calendarUnit(span.last, max, unit, 'last'));
    }
    return { first, last };
  }
  let first = Number.isFinite(far) ? move(span.first, -far, unit) : -Infinity;
  let last = move(span.last, -near, unit);
  if (byCalendar) {
    first = Math.min(first, calendarUnit(span.first, -max, unit, 'first'));
    last = Math.max(last, Math.min(span.last, calendarUnit(span.last, -min, unit, 'last')));
  }
  return { first, last };
}
