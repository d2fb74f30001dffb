/** Time: calendars, spans, EDTF, reading dates in prose and writing them back. */
import type { DateMention } from './model';
import { readText } from './read';
import { documentOrder, type ReadDatesOptions, resolveAll } from './resolve';

/**
 * Every date and length of time in a text, by start. The text may be a paragraph, a list item or a whole plain text: it is cut into paragraphs
 * (at blank lines) and sentences here, and runs of spaces count as one. Offsets are UTF-16 into `text`. Linear in the length of the text.
 */
export function readDates(text: string, options: ReadDatesOptions = {}): DateMention[] {
  return resolveAll(text, readText(text, options.timelineHead === true), options);
}

/** The order of day and month that a text's own unmistakable dates in figures show ("25.12.1922"); undefined where it has none or they differ. Linear in its length. */
export function dayMonthOrder(text: string): 'dmy' | 'mdy' | undefined {
  // Few texts write dates in figures; the rest need no second reading.
  return /\d[./-]\d{1,2}[./-]\d/.test(text) ? documentOrder(readText(text, false)) : undefined;
}

export { daysInMonth, fromDayNumber, isLeapYear, toDayNumber, weekdayOf } from './calendar';
export { type DateWords, ENGLISH_DATES, FRENCH_DATES } from './date-words';
export { parseEdtf } from './edtf';
export { formatDate } from './format';
export type * from './model';
export type { ReadDatesOptions } from './resolve';
export { agree, disjoint, distance, hull, intersection, overlaps, shift, spanOf, within } from './span';
export { MONTH_NAMES, WEEKDAY_NAMES } from './words';
export { writeDate } from './write';
