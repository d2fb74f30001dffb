/** Dates whose year stands far off in the text or nowhere near: what their own words say, day and month, still agrees with a fact or does not. */
import type { FactDate } from '../chapter/model';
import type { DateClaim, DatedMention, Reading } from '../reading/model';
import { datesOf } from '../reading/read';
import { type DateForm, type DateValue, fromDayNumber, type Provenance, parseEdtf, type Span } from '../time/index';

/** A date as it is held against a fact; spans in days. */
export interface Said {
  readonly value: DateValue;
  readonly spans: readonly Span[];
  /** The year is the fact's, not the one that stands far off. */
  readonly isMoved: boolean;
}

/** What the claim says, as far as its words can be held against the fact: with a year from far off, in the fact's own year. */
export function saidOf(claim: DateClaim, date: FactDate, reading: Reading): Said {
  const { value, form, provenance } = claim.mention.date;
  const isFar = isFarOff(provenance) && !claim.rangeEnd && isCountedFromYearless(claim.mention, reading);
  const moved = isFar ? inYearOf(date, value!, form) : null;
  if (!moved) return { value: value!, spans: claim.spans, isMoved: false };
  return { value: moved, spans: moved.spans, isMoved: moved.edtf !== value!.edtf };
}

const isFarOff = (provenance: Provenance) => provenance === 'document' || provenance === 'paragraph';

/** "He was crowned on 30 October. … in the following January": what is counted from a day without a year is no surer of its year than that day. */
function isCountedFromYearless(mention: DatedMention, reading: Reading): boolean {
  const inBlock = datesOf(reading, mention.block);
  let { date } = mention;
  for (let steps = 0; date.relative; steps++) {
    const anchor = inBlock[date.relative.anchor ?? -1];
    if (!anchor || steps === MOST_LINKS) return false;
    date = anchor.date;
  }
  return date === mention.date || (isFarOff(date.provenance) && leavesYearOut(date.form));
}

/** So many dates, each hanging on the one before, are followed back. */
const MOST_LINKS = 3;

/** The value in the year of the fact; null where the words say a year, or no month. */
function inYearOf(date: FactDate, value: DateValue, form: DateForm): DateValue | null {
  if (!leavesYearOut(form) || !/^(?:season|month|day)$/.test(value.precision)) return null;
  const rest = /^-?\d{4}(-\d\d(?:-\d\d)?)/.exec(value.edtf)?.[1];
  const year = yearOf(date.value);
  if (rest === undefined || year === null) return null;
  const moved = parseEdtf(`${String(year).padStart(4, '0')}${rest}`);
  return moved && { ...moved, spans: narrowedLike(value, moved) };
}

/** The form with the fact's year understood, so that a repair adds none. */
export function withYearOf(date: FactDate, form: DateForm): DateForm {
  const year = yearOf(date.value);
  const parts = form.parts.map((part) =>
    part.kind === 'field' && part.field === 'year' && part.style.startsWith('understood') && year !== null
      ? { ...part, style: `understood ${year}` }
      : part,
  );
  return { parts };
}

function leavesYearOut({ parts }: DateForm): boolean {
  return parts.every((part) => part.kind !== 'field' || part.field !== 'year' || part.style.startsWith('understood'));
}

/** The one year in which the date lies; null where it reaches over two. */
function yearOf({ spans }: DateValue): number | null {
  const years = new Set(
    spans.flatMap(({ first, last }) => [fromDayNumber('gregorian', first).year, fromDayNumber('gregorian', last).year]),
  );
  return years.size === 1 ? [...years][0]! : null;
}

/** "Mid-November" keeps its part of the month in another year. */
function narrowedLike(value: DateValue, moved: DateValue): readonly Span[] {
  const [own] = value.spans;
  const [whole] = moved.spans;
  const start = parseEdtf(value.edtf)?.spans[0];
  if (!own || !whole || !start) return moved.spans;
  const first = whole.first + (own.first - start.first);
  const last = whole.last + (own.last - start.last);
  return first <= last ? [{ first, last }] : moved.spans;
}
