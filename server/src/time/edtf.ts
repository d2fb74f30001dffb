/**
 * Reads EDTF, the Extended Date/Time Format of ISO 8601-2:2019, levels 0 to 2
 * (https://www.loc.gov/standards/datetime/). Times of day are accepted and dropped: nothing here is finer than a day.
 */
import { daysInMonth, toDayNumber } from './calendar';
import type { Calendar, CalendarRule, DateValue, DayNumber, Precision, Span } from './model';
import { hull } from './span';
import { spansOf, widen } from './value';

/** One date of an EDTF string: its spans, and how it is qualified. */
interface Point {
  readonly spans: Span[];
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

const DATE = /^([?~%]?)(Y?-?[\dX]+(?:E\d+)?)(?:S\d+)?([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/;
const DATE_TIME = /^(-?\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::\d\d)?)?$/;

/** Lowest and highest number that the digits allow, X standing for any of them. */
function bounds(digits: string): [number, number] {
  return [Number(digits.replaceAll('X', '0')), Number(digits.replaceAll('X', '9'))];
}

/** First and last year of the year part, or null where it is none. */
function yearBounds(text: string, significant: number | null): [number, number] | null {
  let digits = text;
  const long = digits.startsWith('Y');
  if (long) digits = digits.slice(1);
  const negative = digits.startsWith('-');
  if (negative) digits = digits.slice(1);
  let low: number;
  let high: number;
  if (digits.includes('E')) {
    const [base, exponent] = digits.split('E');
    if (!long || base!.includes('X') || base === '' || Number(exponent) > 9) return null;
    low = high = Number(base) * 10 ** Number(exponent);
  } else {
    // Three digits are a decade and two a century in ISO 8601-2.
    if (!long && digits.length === 3) digits += 'X';
    if (!long && digits.length === 2) digits += 'XX';
    if (long ? digits.length < 5 && !digits.includes('X') : digits.length !== 4) return null;
    if (digits.length > 9) return null;
    [low, high] = bounds(digits);
  }
  if (significant !== null) {
    const unit = 10 ** Math.max(0, String(low).length - significant);
    low = Math.floor(low / unit) * unit;
    high = low + unit - 1;
  }
  return negative ? [-high, -low] : [low, high];
}

function subYearSpans(calendar: Calendar, year: number, code: number): Span[] | null {
  const months = (first: number, count: number): Span[] => {
    const last = first + count - 1;
    return [{ first: toDayNumber(calendar, year, first, 1), last: toDayNumber(calendar, year, last, daysInMonth(calendar, year, last)) }];
  };
  if (code < 21) return null;
  if (code <= 24) return spansOf({ year, season: code }, calendar);
  // 25–28 are the northern seasons, 29–32 the southern.
  if (code <= 28) return spansOf({ year, season: code - 4 }, calendar);
  if (code <= 32) return spansOf({ year, season: [23, 24, 21, 22][code - 29]! }, calendar);
  if (code <= 36) return months((code - 33) * 3 + 1, 3);
  if (code <= 39) return months((code - 37) * 4 + 1, 4);
  if (code <= 41) return months((code - 40) * 6 + 1, 6);
  return null;
}

function parsePoint(text: string, calendars: readonly Calendar[]): Point | null {
  const time = DATE_TIME.exec(text);
  const match = DATE.exec(time ? time[1]! : text);
  if (!match) return null;
  const marks = [match[1], match[3], match[4], match[6], match[7], match[9]].join('');
  const significantMatch = /S(\d+)/.exec(text);
  const years = yearBounds(match[2]!, significantMatch ? Number(significantMatch[1]) : null);
  if (!years) return null;
  const [monthText, dayText] = [match[5], match[8]];
  let precision: Precision;
  const spans: Span[] = [];
  for (const calendar of calendars) {
    const found = pointSpans(calendar, years, monthText, dayText);
    if (!found) continue;
    for (const span of found) if (!spans.some((s) => s.first === span.first && s.last === span.last)) spans.push(span);
  }
  if (spans.length === 0) return null;
  const width = years[1] - years[0];
  if (monthText !== undefined && monthText !== 'XX' && width === 0) {
    const [low, high] = bounds(monthText);
    if (low > 12) precision = 'season';
    else if (dayText !== undefined && !dayText.includes('X')) precision = low === high ? 'day' : 'year';
    else precision = low === high ? 'month' : 'year';
  } else precision = width === 0 ? 'year' : width < 10 ? 'decade' : width < 100 ? 'century' : 'range';
  const approximate = /[~%]/.test(marks);
  const uncertain = /[?%]/.test(marks);
  return { spans: approximate ? spans.map((s) => widen(s, precision)) : spans, precision, approximate, uncertain };
}

function pointSpans(
  calendar: Calendar,
  [low, high]: [number, number],
  monthText: string | undefined,
  dayText: string | undefined,
): Span[] | null {
  if (monthText === undefined) return [{ first: toDayNumber(calendar, low, 1, 1), last: toDayNumber(calendar, high, 12, 31) }];
  let [firstMonth, lastMonth] = bounds(monthText);
  if (firstMonth > 12)
    return dayText === undefined && low === high && !monthText.includes('X') ? subYearSpans(calendar, low, firstMonth) : null;
  if (monthText.includes('X')) [firstMonth, lastMonth] = [Math.max(1, firstMonth), Math.min(12, lastMonth)];
  if (firstMonth < 1 || firstMonth > lastMonth) return null;
  let first: number;
  let last: number;
  if (dayText === undefined || dayText === 'XX') [first, last] = [1, daysInMonth(calendar, high, lastMonth)];
  else {
    [first, last] = bounds(dayText);
    if (dayText.includes('X')) [first, last] = [Math.max(1, first), Math.min(daysInMonth(calendar, high, lastMonth), last)];
    if (first < 1 || first > daysInMonth(calendar, low, firstMonth) || last > daysInMonth(calendar, high, lastMonth)) return null;
  }
  return [{ first: toDayNumber(calendar, low, firstMonth, first), last: toDayNumber(calendar, high, lastMonth, last) }];
}

/** Both ends of an interval; an end written `..` or left out is open. */
function parseInterval(first: string, last: string, calendars: readonly Calendar[]): Point | null {
  const open = (text: string): boolean => text === '..' || text === '';
  if (open(first) && open(last)) return null;
  const a = open(first) ? null : parsePoint(first, calendars);
  const b = open(last) ? null : parsePoint(last, calendars);
  if ((!a && !open(first)) || (!b && !open(last))) return null;
  const start: DayNumber = a ? hull(a.spans).first : -Infinity;
  const end: DayNumber = b ? hull(b.spans).last : Infinity;
  if (start > end) return null;
  return {
    spans: [{ first: start, last: end }],
    precision: 'range',
    approximate: Boolean(a?.approximate || b?.approximate),
    uncertain: Boolean(a?.uncertain || b?.uncertain),
  };
}

function parseSet(text: string, calendars: readonly Calendar[]): Point | null {
  const points: Point[] = [];
  for (const element of text.split(',')) {
    const item = element.trim();
    const dots = item.indexOf('..');
    const point = dots < 0 ? parsePoint(item, calendars) : parseInterval(item.slice(0, dots), item.slice(dots + 2), calendars);
    if (!point) return null;
    points.push(point);
  }
  return {
    spans: points.flatMap((p) => p.spans),
    precision: 'range',
    approximate: points.some((p) => p.approximate),
    uncertain: points.some((p) => p.uncertain),
  };
}

/**
 * The value of an EDTF string; null where it is not EDTF or names a day that does not exist.
 * `calendar` says in which calendar it is written; without it the Gregorian is meant, and where `calendars` has a rule for another, that one may be meant as well.
 */
export function parseEdtf(text: string, options: { calendars?: readonly CalendarRule[]; calendar?: Calendar } = {}): DateValue | null {
  const edtf = text.trim();
  if (edtf.length === 0 || edtf.length > 200) return null;
  const read = (calendars: readonly Calendar[]): Point | null => {
    const bracket = edtf[0];
    if (bracket === '[' || bracket === '{')
      return edtf.endsWith(bracket === '[' ? ']' : '}') ? parseSet(edtf.slice(1, -1), calendars) : null;
    const slash = edtf.indexOf('/');
    return slash < 0 ? parsePoint(edtf, calendars) : parseInterval(edtf.slice(0, slash), edtf.slice(slash + 1), calendars);
  };
  const calendar = options.calendar ?? 'gregorian';
  const point = read([calendar]);
  const spans = point ? [...point.spans] : [];
  let other: Point | null = null;
  if (options.calendar === undefined) {
    for (const rule of options.calendars ?? []) {
      if (rule.calendar === calendar) continue;
      other = read([rule.calendar]);
      for (const span of other?.spans ?? []) {
        if (span.first < rule.until && !spans.some((s) => s.first === span.first && s.last === span.last)) spans.push(span);
      }
    }
  }
  const base = point ?? other;
  if (!base || spans.length === 0) return null;
  return { edtf, spans, precision: base.precision, calendar, approximate: base.approximate, uncertain: base.uncertain };
}
