/** Dates whose year stands far off in the text or nowhere near: what their own words say, day and month, still agrees with a fact or does not. */
import type { FactDate } from '../chapter/model';
import type { DateClaim } from '../reading/model';
import { type DateForm, type DateValue, fromDayNumber, parseEdtf, type Span } from '../time/index';

/** A date as it is held against a fact; spans in days. */
export interface Said {
  readonly value: DateValue;
  readonly spans: readonly Span[];
  /** The year is the fact's, not the one that stands far off. */
  readonly isMoved: boolean;
}

/** What the claim says, as far as its words can be held against the fact: with a year from far off, in the fact's own year. */
export function saidOf(claim: DateClaim, date: FactDate): Said {
  const { value, form, relative, provenance } = claim.mention.date;
  const isFar = provenance === 'document' || provenance === 'paragraph';
  const moved = isFar && !relative && !claim.rangeEnd ? inYearOf(date, value!, form) : null;
  if (!moved) return { value: value!, spans: claim.spans, isMoved: false };
  return { value: moved, spans: moved.spans, isMoved: moved.edtf !== value!.edtf };
}

/** The value in the year of the fact; null where the words say a year, or no month. */
function inYearOf(date: FactDate, value: DateValue, form: DateForm): DateValue | null {
  if (!leavesYearOut(form) || (value.precision !== 'month' && value.precision !== 'day')) return null;
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
