/** Builds date values from their calendar fields. */
import { addMonths, daysInMonth, toDayNumber } from './calendar';
import type { Calendar, CalendarRule, DateValue, DayNumber, Precision, Span } from './model';

/** Which half, third or end of a unit of time is meant. */
export type Part =
  | 'early'
  | 'middle'
  | 'late'
  | 'beginning'
  | 'end'
  | 'first-half'
  | 'second-half'
  | 'first-week'
  | 'early-middle'
  | 'middle-late'
  | 'first-quarter'
  | 'second-quarter'
  | 'third-quarter'
  | 'fourth-quarter'
  | 'second-week'
  | 'third-week'
  | 'fourth-week'
  | 'last-week'
  | 'last-month'
  | 'first-month'
  | 'rest';

/** A date by its calendar fields: the finest that is given says the precision. */
export interface DateFields {
  /** Astronomical: 0 is 1 BC. */
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** 21 spring, 22 summer, 23 autumn, 24 winter (EDTF). */
  readonly season?: number | undefined;
  /** 192 for the 1920s; -47 for the 470s BC (years -478 to -469). */
  readonly decade?: number | undefined;
  /** 18 for the nineteenth century; -5 for the fifth century BC (years -499 to -400). */
  readonly century?: number | undefined;
  /** The last month of a choice: October/November. */
  readonly lastMonth?: number | undefined;
  /** Which of the two winters that touch the year: the one named after this year and the next (1922–23), or the one that ends in it. */
  readonly winter?: 'begins' | 'ends' | undefined;
}

export interface ValueOptions {
  readonly calendars?: readonly CalendarRule[] | undefined;
  /** The calendar that the words name, where they name one. */
  readonly calendar?: Calendar | undefined;
  readonly part?: Part | undefined;
  readonly approximate?: boolean | undefined;
  readonly uncertain?: boolean | undefined;
}

/** Four digits at least, with the sign; five and more after a Y, as EDTF has it. */
export function yearDigits(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return (digits.length > 4 ? 'Y' : '') + (year < 0 ? '-' : '') + digits;
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

function edtfOf(fields: DateFields): string {
  const { year, month, day, season, decade, century } = fields;
  if (year !== undefined) {
    const y = yearDigits(year);
    if (season !== undefined) return `${y}-${season}`;
    if (month === undefined) return y;
    if (fields.lastMonth !== undefined)
      return `${y}-${two(month)}/${yearDigits(fields.lastMonth < month ? year + 1 : year)}-${two(fields.lastMonth)}`;
    return day === undefined ? `${y}-${two(month)}` : `${y}-${two(month)}-${two(day)}`;
  }
  // EDTF's digits cannot say a decade or century BC, whose years run from 9 to 0 by the count of BC years.
  if (decade !== undefined)
    return decade < 0 ? `${yearDigits(decade * 10 - 8)}/${yearDigits(decade * 10 + 1)}` : `${String(decade).padStart(3, '0')}X`;
  return century! < 0 ? `${yearDigits(century! * 100 + 1)}/${yearDigits(century! * 100 + 100)}` : `${two(century!)}XX`;
}

export function precisionOf(fields: DateFields): Precision {
  if (fields.year !== undefined) {
    if (fields.season !== undefined) return 'season';
    if (fields.month === undefined) return 'year';
    return fields.lastMonth !== undefined ? 'range' : fields.day === undefined ? 'month' : 'day';
  }
  return fields.decade !== undefined ? 'decade' : 'century';
}

function monthSpan(calendar: Calendar, year: number, month: number): Span {
  return { first: toDayNumber(calendar, year, month, 1), last: toDayNumber(calendar, year, month, daysInMonth(calendar, year, month)) };
}

/** The months as writers use the words, with the edges that the astronomical and the everyday seasons do not share. */
function seasonSpans(calendar: Calendar, year: number, season: number, winter: DateFields['winter']): Span[] {
  const day = (y: number, m: number, d: number): DayNumber => toDayNumber(calendar, y, m, d);
  switch (season) {
    case 21:
      return [{ first: day(year, 3, 1), last: day(year, 6, 20) }];
    case 22:
      return [{ first: day(year, 6, 1), last: day(year, 9, 22) }];
    case 23:
      return [{ first: day(year, 9, 1), last: day(year, 12, 20) }];
    default: {
      const next = { first: day(year, 11, 15), last: day(year + 1, 3, 20) };
      // "winter 1922" is the winter that ends in 1922 or the one that begins in it.
      if (winter === 'ends') return [{ first: day(year - 1, 11, 15), last: day(year, 3, 20) }];
      return winter === 'begins' ? [next] : [{ first: day(year, 1, 1), last: day(year, 3, 20) }, next];
    }
  }
}

function yearsSpan(calendar: Calendar, first: number, last: number): Span {
  return { first: toDayNumber(calendar, first, 1, 1), last: toDayNumber(calendar, last, 12, 31) };
}

/** Years of a century: the nineteenth is 1801–1900 to some writers and the 1800s to others, so both are in it. */
export function spansOf(fields: DateFields, calendar: Calendar): Span[] {
  const { year, month, day, season, decade, century } = fields;
  if (year !== undefined) {
    if (season !== undefined) return seasonSpans(calendar, year, season, fields.winter);
    if (month === undefined) return [yearsSpan(calendar, year, year)];
    if (day !== undefined) {
      const number = toDayNumber(calendar, year, month, day);
      return [{ first: number, last: number }];
    }
    const first = monthSpan(calendar, year, month);
    if (fields.lastMonth === undefined) return [first];
    return [{ first: first.first, last: monthSpan(calendar, fields.lastMonth < month ? year + 1 : year, fields.lastMonth).last }];
  }
  if (decade !== undefined)
    return [decade < 0 ? yearsSpan(calendar, decade * 10 - 8, decade * 10 + 1) : yearsSpan(calendar, decade * 10, decade * 10 + 9)];
  return [
    century! < 0
      ? yearsSpan(calendar, century! * 100 + 1, century! * 100 + 100)
      : yearsSpan(calendar, century! * 100, century! * 100 + 100),
  ];
}

/** Shares of a unit that its parts take, from and to, generously: neighbours overlap. */
const SHARES: Record<Part, readonly [number, number]> = {
  early: [0, 0.4],
  beginning: [0, 0.26],
  middle: [0.25, 0.75],
  late: [0.6, 1],
  end: [0.7, 1],
  'first-half': [0, 0.5],
  'second-half': [0.5, 1],
  'first-week': [0, 0],
  'early-middle': [0, 0.8],
  'middle-late': [0.2, 1],
  'first-quarter': [0, 0.25],
  'second-quarter': [0.245, 0.5],
  'third-quarter': [0.495, 0.75],
  'fourth-quarter': [0.745, 1],
  'second-week': [0, 0],
  'third-week': [0, 0],
  'fourth-week': [0, 0],
  'last-week': [0, 0],
  'first-month': [0, 0],
  'last-month': [0, 0],
  rest: [0, 1],
};

const WEEK_PARTS: (Part | null)[] = [null, 'second-week', 'third-week', 'fourth-week'];

/** Early 1924 is January to April; late 1927 September to December; mid-July the 8th to the 23rd; the mid-1920s 1923–27. */
function partOf(span: Span, part: Part, precision: Precision): Span {
  const days = span.last - span.first + 1;
  if (part === 'first-week') return { first: span.first, last: span.first + 7 };
  const week = WEEK_PARTS.indexOf(part);
  if (week >= 0) return { first: span.first + week * 7 - 2, last: Math.min(span.last, span.first + week * 7 + 8) };
  if (part === 'last-week') return { first: span.last - 8, last: span.last };
  if (part === 'first-month') return { first: span.first, last: span.first + 30 };
  if (part === 'last-month') return { first: span.last - 30, last: span.last };
  let [from, to] = SHARES[part];
  if (precision === 'year') {
    if (part === 'early') to = 1 / 3;
    if (part === 'late') from = 2 / 3 - 0.002;
    if (part === 'middle') [from, to] = [0.329, 0.75];
  }
  if (precision === 'decade') {
    if (part === 'middle') [from, to] = [0.3, 0.8];
    if (part === 'late' || part === 'end') from = 0.5;
    if (part === 'early') to = 0.5;
  }
  if (precision === 'month') {
    if (part === 'early') to = 0.5;
    if (part === 'late') from = 0.5;
    if (part === 'beginning') to = 0.33;
    if (part === 'end') from = 0.65;
  }
  if (precision === 'season' && part === 'early') to = 0.6;
  return { first: span.first + Math.round(days * from), last: span.first + Math.max(0, Math.round(days * to) - 1) };
}

/** How many months "about" moves either end; a day moves by three days. */
const SLACK: Record<Precision, number> = { day: 0, month: 1, season: 2, range: 2, year: 24, decade: 36, century: 120 };

export function widen(span: Span, precision: Precision): Span {
  if (precision === 'day') return { first: span.first - 3, last: span.last + 3 };
  return { first: addMonths(span.first, -SLACK[precision]), last: addMonths(span.last, SLACK[precision]) };
}

function same(a: Span, b: Span): boolean {
  return a.first === b.first && a.last === b.last;
}

/**
 * The value of calendar fields. With calendar rules, a date before the change means a day of either calendar, and has the spans of both.
 * `edtf` names the calendar unit ("1924" for "early 1924"), `spans` are narrowed to the part and widened by "about".
 */
export function dateValue(fields: DateFields, options: ValueOptions = {}): DateValue {
  const { approximate = false, uncertain = false } = options;
  const own = precisionOf(fields);
  // Nothing here is finer than a day.
  const part = own === 'day' ? undefined : options.part;
  const shape = (spans: Span[]): Span[] => {
    let result = part ? spans.map((s) => partOf(s, part, own)) : spans;
    if (approximate) result = result.map((s) => widen(s, own));
    return result;
  };
  const calendar = options.calendar ?? 'gregorian';
  const spans = shape(spansOf(fields, calendar));
  if (options.calendar === undefined) {
    for (const rule of options.calendars ?? []) {
      if (rule.calendar === 'gregorian') continue;
      for (const span of shape(spansOf(fields, rule.calendar))) {
        if (span.first < rule.until && !spans.some((s) => same(s, span))) spans.push(span);
      }
    }
  }
  const mark = approximate && uncertain ? '%' : approximate ? '~' : uncertain ? '?' : '';
  const precision: Precision = part && part !== 'rest' ? (own === 'year' ? 'season' : 'range') : own;
  return { edtf: edtfOf(fields).replace('/', `${mark}/`) + mark, spans, precision, calendar, approximate, uncertain };
}
