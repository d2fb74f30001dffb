/** What a relative date points at, once its anchor is known: "the following year", "that December", "two months later". */
import { fromDayNumber, toDayNumber } from './calendar';
import { type Anchor, SEASON_MONTHS } from './context';
import type { RawFields, Reference } from './expression';
import type { CalendarRule, DateValue, Duration, Span } from './model';
import { hull, shift } from './span';
import { type DateFields, dateValue, yearDigits } from './value';

/** The calendar unit meant, where there is one, and the value; both null where the anchor is too coarse to tell. */
export interface Pointed {
  readonly fields: DateFields | null;
  readonly value: DateValue | null;
}

const NOWHERE: Pointed = { fields: null, value: null };

/** A value of nothing but its span. */
function spanValue(span: Span): Pointed {
  const end = (day: number): string => {
    if (!Number.isFinite(day)) return '..';
    const date = fromDayNumber('gregorian', day);
    return `${yearDigits(date.year)}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
  };
  const edtf = `${end(span.first)}/${end(span.last)}`;
  return { fields: null, value: { edtf, spans: [span], precision: 'range', calendar: 'gregorian', approximate: true, uncertain: false } };
}

/** The month so many months from this one. */
function monthFrom(year: number, month: number, months: number): DateFields {
  const index = year * 12 + month - 1 + months;
  return { year: Math.floor(index / 12), month: index - Math.floor(index / 12) * 12 + 1 };
}

/** Number of the decade or century, negative before Christ, where both are counted by the years BC. */
const decadeOf = (year: number): number => (year >= 1 ? Math.floor(year / 10) : -Math.floor((1 - year) / 10));
const centuryOf = (year: number): number => (year >= 1 ? Math.floor((year - 1) / 100) : -Math.ceil((1 - year) / 100));

function dayNumber(anchor: Anchor): number | null {
  return anchor.day === undefined || anchor.month === undefined ? null : toDayNumber('gregorian', anchor.year!, anchor.month, anchor.day);
}

/** The number that an ISO length states, in the duration's own unit; null where it states none that is whole. */
function stated(distance: Duration): number | null {
  const number = Number.parseFloat(distance.iso.slice(1)) / (distance.unit === 'decade' ? 10 : distance.unit === 'century' ? 100 : 1);
  return Number.isInteger(number) ? number : null;
}

/** Where the words of `raw` and `reference` point from the anchor; `make` builds the value of fields. */
export function pointTo(
  reference: Reference,
  distance: Duration,
  raw: RawFields,
  anchor: Anchor,
  anchorValue: DateValue | null,
  calendars: readonly CalendarRule[] | undefined,
  make: (fields: DateFields) => DateValue,
): Pointed {
  const { direction } = reference;
  const sign = direction === 'before' ? -1 : direction === 'after' ? 1 : 0;
  const year = anchor.year!;
  const exact = (fields: DateFields): Pointed => ({ fields, value: make(fields) });
  if (raw.month !== undefined || raw.season !== undefined) {
    const { month, day, season } = raw;
    // "July 25 of that year"
    if (reference.unit === 'year') return exact({ year: year + sign, month, day, season });
    // "that December", "the following spring"
    const wanted = month ?? SEASON_MONTHS[season!]!;
    const from = anchor.month ?? (anchor.season === undefined ? undefined : SEASON_MONTHS[anchor.season]!);
    const passes = sign !== 0 && (from === undefined || (sign > 0 ? wanted <= from : wanted >= from));
    return exact({ year: passes ? year + sign : year, month, season });
  }
  // "the 11th of the next month"
  if (raw.day !== undefined && reference.unit === 'month')
    return anchor.month === undefined ? NOWHERE : exact({ ...monthFrom(year, anchor.month, sign), day: raw.day });
  if (!reference.noun) return shifted(distance, direction === 'before' ? 'before' : 'after', raw, anchor, anchorValue, calendars, make);
  const day = dayNumber(anchor);
  switch (reference.unit) {
    case 'year':
      return exact({ year: year + sign });
    case 'decade':
      return exact({ decade: decadeOf(year) + sign });
    case 'century':
      return exact({ century: centuryOf(year) + sign });
    case 'month':
      return anchor.month === undefined ? NOWHERE : exact(monthFrom(year, anchor.month, sign));
    case 'day':
      return day === null ? NOWHERE : exact(fromDayNumber('gregorian', day + sign));
    case 'week':
      if (day === null) return NOWHERE;
      return spanValue(
        sign === 0 ? { first: day - 6, last: day + 6 } : sign > 0 ? { first: day + 1, last: day + 13 } : { first: day - 13, last: day - 1 },
      );
    default:
      return NOWHERE;
  }
}

/** "two months later": the calendar unit that the writer means, and every day of which it is fairly said. */
function shifted(
  distance: Duration,
  direction: 'before' | 'after',
  raw: RawFields,
  anchor: Anchor,
  anchorValue: DateValue | null,
  calendars: readonly CalendarRule[] | undefined,
  make: (fields: DateFields) => DateValue,
): Pointed {
  const sign = direction === 'before' ? -1 : 1;
  const { unit } = distance;
  const { year, month, season } = anchor;
  const day = dayNumber(anchor);
  const from = anchorValue ?? dateValue({ year, month, day: anchor.day, season }, { calendars });
  const spans = from.spans.map((span) => shift(span, distance, direction));
  const amount = stated(distance);
  let fields: DateFields | null = null;
  if (amount !== null) {
    const steps = sign * amount;
    if (unit === 'year') fields = { year: year! + steps };
    else if (unit === 'decade') fields = { year: year! + steps * 10 };
    else if (unit === 'century') fields = { year: year! + steps * 100 };
    else if (unit === 'month' && month !== undefined) fields = monthFrom(year!, month, steps);
    else if (day !== null && (unit === 'day' || unit === 'week'))
      fields = fromDayNumber('gregorian', day + steps * (unit === 'week' ? 7 : 1));
  }
  if (!fields) return unit === 'day' && day === null ? NOWHERE : spanValue(hull(spans));
  const value = make(fields);
  return { fields, value: raw.part ? value : { ...value, spans } };
}
