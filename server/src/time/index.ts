/** Time: calendars, spans, EDTF, reading dates in prose and writing them back. */
import type { DateMention, DayMonthOrder } from './model';
import { readText } from './read';
import { type ReadDatesOptions, resolveAll, shownOrders } from './resolve';

/**
 * Every date and length of time in a text, by start. The text may be a paragraph, a list item or a whole plain text: it is cut into paragraphs
 * (at blank lines) and sentences here, and runs of spaces count as one. Offsets are UTF-16 into `text`. Linear in the length of the text.
 */
export function readDates(text: string, options: ReadDatesOptions = {}): DateMention[] {
  return resolveAll(text, readText(text, options.timelineHead === true, options.behindYear === true), options);
}

/** The orders of day and month that a text's own unmistakable dates in figures show ("25.12.1922"). Linear in its length. */
export function dayMonthOrders(text: string): ReadonlySet<DayMonthOrder> {
  // Few texts write dates in figures; the rest need no second reading.
  return /\d[./-]\d{1,2}[./-]\d/.test(text) ? shownOrders(readText(text, false)) : NONE;
}

const NONE: ReadonlySet<DayMonthOrder> = new Set();

export { daysInMonth, fromDayNumber, isLeapYear, toDayNumber, weekdayOf } from './calendar';
export { type DateWords, ENGLISH_DATES, FRENCH_DATES } from './date-words';
export { parseEdtf } from './edtf';
export { formatDate } from './format';
export type * from './model';
export type { ReadDatesOptions } from './resolve';
export { agree, disjoint, distance, hull, intersection, overlaps, shift, spanOf, within } from './span';
export { MONTH_NAMES, WEEKDAY_NAMES } from './words';
export { writeDate } from './write';
