/** The vocabulary of time: spans, values and what the reader finds in prose. No logic here. */

/** Days since 1970-01-01, proleptic Gregorian; negative before it. An open end is -Infinity or Infinity. */
export type DayNumber = number;

/** A run of days, both ends included. */
export interface Span {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

export type Calendar = 'gregorian' | 'julian';

export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'range';

/** How dates in figures are written: 5/3 is the fifth of March, or May the third. */
export type DayMonthOrder = 'dmy' | 'mdy';

/** Where a calendar was in civil use: Russia reckoned by the Julian one until 14 February 1918. */
export interface CalendarRule {
  readonly calendar: Calendar;
  /** First day after this calendar's rule. */
  readonly until: DayNumber;
  readonly note?: string;
}

/** A date as a span of days, with how sure and how fine it is. */
export interface DateValue {
  /** EDTF (ISO 8601-2) in the calendar named by `calendar`. It names the calendar unit: "early 1924" is 1924, and the spans say which part of it. */
  readonly edtf: string;
  /**
   * The days that the date may mean: one span, or several where the calendar (Old and New Style), the order of day and month, or the year is in doubt.
   * Narrowed by "early" and "the end of", widened by "about", and by "two years later" to all that is fairly called so. Never empty.
   */
  readonly spans: readonly Span[];
  readonly precision: Precision;
  readonly calendar: Calendar;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

export type TimeUnit = 'day' | 'week' | 'month' | 'season' | 'year' | 'decade' | 'century';

/** A length of time as a range of amounts of one unit: "two or three years" is 2 to 3 years. */
export interface Duration {
  /** ISO 8601, of the lower amount: P3Y, P6W. */
  readonly iso: string;
  readonly unit: TimeUnit;
  readonly min: number;
  readonly max: number;
}

/** How the parts that the words leave out (above all the year) were got; the further away, the less a rule may lean on it. */
export type Provenance =
  | 'explicit' // all in the words themselves
  | 'sentence' // from another date in the same sentence
  | 'paragraph' // from an earlier sentence of the paragraph or block
  | 'heading' // from a heading or the head of the timeline line above
  | 'document' // from further up
  | 'unknown'; // not resolved: `value` is null, or holds only what the words say

/** "two months later", "the year before", "that December". */
export interface RelativeDate {
  /** Distance from the anchor; zero length for "the same year", "that December". */
  readonly distance: Duration;
  readonly direction: 'before' | 'after' | 'same';
  /** Index, in the same list of mentions, of the date it was resolved against; undefined where the anchor lies outside the list or is an event ("two months after Lenin's death"). */
  readonly anchor?: number;
}

/** What is wrong with a date in itself, whatever it is said of. A range that runs backwards is a fault of its first end. */
export interface DateFault {
  readonly kind: 'no-such-day' | 'wrong-weekday' | 'reversed-range';
  /** The right weekday (0 Sunday … 6 Saturday) for wrong-weekday. */
  readonly weekday?: number;
  /** Days in that month, for no-such-day. */
  readonly daysInMonth?: number;
}

/** One date expression, or one length of time, in a text. Offsets are UTF-16, `end` exclusive. */
export interface DateMention {
  readonly kind: 'date' | 'duration';
  readonly start: number;
  readonly end: number;
  /** Null for a duration, for a relative date without an anchor and for a day that does not exist. */
  readonly value: DateValue | null;
  /** Of a duration; also the distance of a relative date that could not be resolved. */
  readonly duration?: Duration;
  readonly relative?: RelativeDate;
  readonly provenance: Provenance;
  /** The two ends of a range ("1924–29", "from May to June 1920") are two mentions that name each other. */
  readonly rangeRole?: 'first' | 'last';
  readonly rangePartner?: number;
  /** The weekday written beside the date, 0 Sunday … 6 Saturday. */
  readonly weekday?: number;
  readonly faults: readonly DateFault[];
  /** How the writer wrote it, so that a repair can be written the same way. */
  readonly form: DateForm;
}

/** A date's written shape: a template of literal text and fields, as `writeDate` fills it. */
export interface DateForm {
  /** In order; a field whose style begins with "understood" has no width and holds what the context supplied. */
  readonly parts: readonly DateFormPart[];
}

export type DateFormPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'field'; readonly field: DateField; readonly style: string };

export type DateField = 'year' | 'month' | 'day' | 'weekday' | 'season' | 'part' | 'decade' | 'century' | 'era';
