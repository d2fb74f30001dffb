/** How long something lasted, by the dates of its two ends, and whether a length that is told may be true of it. */
import type { DatedMention } from '../reading/model';
import { type Duration, fromDayNumber, type Span } from '../time/index';
import { amountInWords, liesAt } from './order-distance';

/** What lasted, with every accepted value of its first and of its last day. */
export interface Lasting {
  readonly from: readonly Span[];
  readonly to: readonly Span[];
}

/** Shorter than this share of the truth, a length cannot be a part that is told for the whole. */
const SHORT = 0.67;

/** Null where the told length may be true. */
export function misfit({ from, to }: Lasting, told: Duration): 'longer' | 'shorter' | null {
  if (from.some((start) => to.some((end) => liesAt(start, end, told, 'after') || countsBothEnds(start, end, told)))) return null;
  const least = Math.min(...to.map(({ first }) => first)) - Math.max(...from.map(({ last }) => last));
  const most = Math.max(...to.map(({ last }) => last)) - Math.min(...from.map(({ first }) => first)) + 1;
  if (![least, most].every(Number.isFinite)) return null;
  const days = DAYS[told.unit];
  if (told.min * days > most) return 'longer';
  return told.max * days < least * SHORT ? 'shorter' : null;
}

const DAYS = { day: 1, week: 7, month: 30.44, season: 91, year: 365.25, decade: 3652, century: 36_525 } as const;

/** From 1921 to 1925 are five years, for whoever counts the first and the last. */
function countsBothEnds(start: Span, end: Span, { unit, min, max }: Duration): boolean {
  if (![start.first, end.last].every(Number.isFinite)) return false;
  if (unit === 'day' || unit === 'week') {
    const days = unit === 'day' ? 1 : 7;
    return min * days <= end.last - start.first + days && max * days >= end.first - start.last;
  }
  const number = unit === 'year' ? year : unit === 'month' ? month : null;
  // Not where the days themselves make it much shorter: September to January is no year.
  if (number === null || end.last - start.first < min * DAYS[unit] * 0.5) return false;
  return min <= number(end.last) - number(start.first) + 1 && max >= number(end.first) - number(start.last);
}

const year = (day: number) => fromDayNumber('gregorian', day).year;
const month = (day: number) => fromDayNumber('gregorian', day).month + 12 * year(day);

/** The right length in words that go with the writer's; null where none goes in their place. */
export function rightLength({ from, to }: Lasting, { date }: DatedMention, written: string): string | null {
  if (/-/.test(written) || !from[0] || !to[0]) return null;
  const words = amountInWords(from[0], to[0], written.replace(KEPT, ''), date.duration!.unit);
  return words?.amount ?? null;
}

/** What may stand before an amount and is true of any: "only", "barely". */
export const KEPT = /^(?:only|just|barely|exactly|precisely|some|about|around|roughly|a mere)\s+/i;

const FURTHER = /\b(?:another|further|additional|extra|more(?! than))\b/i;
const PART = /^(?:another|further|next|first|last|past|final|remaining|same|other|these|those)$/;

/** "another five years", "his last five years": a part of the time. */
export const isOfPart = (written: string, before: string): boolean => FURTHER.test(written) || PART.test(before);
