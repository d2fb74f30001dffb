/** What a date without a year is read from: the story's last date, asides and excursions left out. */
import { fromDayNumber } from './calendar';
import type { Expression } from './expression';
import type { DateValue, Provenance } from './model';

/** Fields of a date as far as they are known. */
export interface Known {
  year?: number | undefined;
  month?: number | undefined;
  day?: number | undefined;
  season?: number | undefined;
  /** The year by which a season is called: of a winter, the later one. */
  label?: number | undefined;
}

/** The date that those without a year are read from. */
export interface Anchor extends Known {
  /** The month, or the one in which a part of the year or a season begins. */
  readonly about?: number | undefined;
  /** Index of its mention; -1 where it stands outside the text. */
  readonly index: number;
  /** The sentence it stands in itself; -1 outside the text. */
  readonly own: number;
  /** Where its year was written out. */
  readonly sentence: number;
  readonly paragraph: number;
  readonly outside?: Provenance | undefined;
}

/** Where a year was written out. */
export interface Origin {
  readonly sentence: number;
  readonly paragraph: number;
  readonly outside?: Provenance | undefined;
}

/** The fields of a value that others may be read from. */
export function knownOf(value: DateValue): Known | null {
  const match = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(value.edtf);
  if (!match) {
    const span = value.spans[0];
    if (!span || !Number.isFinite(span.first) || value.precision === 'decade' || value.precision === 'century') return null;
    return { year: fromDayNumber('gregorian', span.first).year };
  }
  const known: Known = { year: Number(match[1]) };
  const month = match[2] === undefined ? 0 : Number(match[2]);
  // Of an interval only the year is known, and that only of one that begins in it.
  if (value.edtf.includes('/')) return known;
  if (month >= 21 && month <= 24) known.season = month;
  else if (month >= 1 && month <= 12) {
    known.month = month;
    if (match[3] !== undefined) known.day = Number(match[3]);
  }
  return known;
}

/** First month of each season, to order seasons and months. */
export const SEASON_MONTHS: Record<number, number> = { 21: 3, 22: 6, 23: 9, 24: 12 };

export class Context {
  /** The last date of the story. */
  anchor: Anchor | null = null;
  /** The anchor before the last jump to another year. */
  private before: Anchor | null = null;
  /** The last date that only looked back or ahead. */
  private aside: Anchor | null = null;

  /** `outside` is what is known from a heading or the line above, `how` how. */
  constructor(outside: DateValue | null | undefined, how: Provenance) {
    const known = outside ? knownOf(outside) : null;
    if (known) this.anchor = { ...known, about: known.month, index: -1, own: -1, sentence: -1, paragraph: -1, outside: how };
  }

  /** What a date that leaves something out is read from. */
  at(expression: Expression): Anchor | null {
    return this.aside && this.aside.own === expression.sentence ? this.aside : this.anchor;
  }

  /** The anchor for a month that names no year: the last date, or the one before an excursion where the story goes on from there. */
  forMonth(expression: Expression, month: number): Anchor | null {
    const last = this.at(expression);
    const { before } = this;
    // What stands in the same sentence is no excursion that is over.
    if (!last || last === this.aside || !before || last.own === expression.sentence) return last;
    return last.about !== undefined && month < last.about && before.about !== undefined && month >= before.about ? before : last;
  }

  /** How far the origin of a year lies from the expression that takes it. */
  provenance(expression: Expression, origin: Origin): Provenance {
    if (origin.outside) return origin.outside;
    if (origin.sentence === expression.sentence) return 'sentence';
    return origin.paragraph === expression.paragraph ? 'paragraph' : 'document';
  }

  /** Later dates are read from this one, unless it only looks back or ahead from the story. */
  remember(index: number, expression: Expression, known: Known, origin: Origin): void {
    const { year, month, day, season, label } = known;
    if (year === undefined) return;
    const had = this.anchor;
    // Field by field: spreading objects is slow, and this is done for every date.
    const anchor = (about: number | undefined): Anchor => ({
      year,
      month,
      day,
      season,
      label,
      about,
      index,
      own: expression.sentence,
      sentence: origin.sentence,
      paragraph: origin.paragraph,
      outside: origin.outside,
    });
    if (had && this.isAside(index, expression, year, had)) {
      // Within its sentence it is what the next date hangs on: "his seat (October 1927) and his membership (November)".
      this.aside = anchor(month);
      return;
    }
    this.aside = null;
    // "On 7 December (8 December in Asia), 1941": the year alone does not move the story.
    this.anchor = anchor(month ?? aboutMonth(expression, season) ?? (had?.year === year ? had.about : undefined));
    // A jump to another year may be an excursion; a second date in the new year shows that it is none.
    this.before = had && had.year !== year ? had : null;
  }

  /** Whether a date only says since when, how things stood earlier, or which treaty, so that the story stays where it was. */
  private isAside(index: number, expression: Expression, year: number, had: Anchor): boolean {
    if (expression.reference?.direction === 'before') return true;
    if (expression.range || year === had.year) return false;
    if (year > had.year!) return expression.looksAhead === true;
    if (expression.reference) return false;
    // "in 1928, from a peak in summer 1927": the later date comes first, the earlier is its foil.
    return (
      expression.looksBack === true || (had.index === index - 1 && had.own === expression.sentence && had.sentence === expression.sentence)
    );
  }
}

/** December is followed by January: of the next year. */
export function rollsOver(expression: Expression, anchor: Anchor, month: number): boolean {
  // "the carnage of November and January" lists; "in December 1922, and again in January" goes on.
  if (anchor.own === expression.sentence && anchor.sentence !== expression.sentence) return false;
  return anchor.about !== undefined && anchor.about - month >= 8;
}

/** The month in which a part of a year or a season begins, roughly. */
function aboutMonth(expression: Expression, season: number | undefined): number | undefined {
  if (season !== undefined) return SEASON_MONTHS[season];
  switch (expression.fields.part) {
    case 'early':
    case 'beginning':
    case 'first-half':
      return 1;
    case 'middle':
      return 5;
    case 'second-half':
      return 7;
    case 'late':
      return 9;
    case 'end':
      return 11;
    default:
      return undefined;
  }
}
