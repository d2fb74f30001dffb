/** What the words of a date say before context fills in what they leave out. No logic here. */
import type { Calendar, DateField, Duration, TimeUnit } from './model';
import type { Part } from './value';

export interface RawFields {
  /** As written; `era` says whether it counts before Christ. */
  year?: number;
  /** The last two digits: '24, or 29 in 1924–29. */
  shortYear?: number;
  era?: 'bc' | 'ad';
  month?: number;
  lastMonth?: number;
  day?: number;
  weekday?: number;
  season?: number;
  winter?: 'begins' | 'ends';
  /** 192 for the 1920s. */
  decade?: number;
  /** 2 for the twenties. */
  shortDecade?: number;
  /** 19 for the nineteenth. */
  century?: number;
  part?: Part;
  approximate?: boolean;
  uncertain?: boolean;
  /** The calendar named beside the date: O.S. or N.S. */
  calendar?: Calendar;
  /** 5/3/1923: day and month in either order. */
  eitherOrder?: readonly [number, number];
}

/** What a relative expression points at. */
export interface Reference {
  /** The unit of the answer: "the following year" is a year, "that December" a month. */
  readonly unit: TimeUnit;
  readonly direction: 'before' | 'after' | 'same';
  /** Undefined for the nearest named month or season: "the previous April". */
  readonly distance?: Duration;
  /** Against what it is reckoned: what was said last, the date that follows the words, an event, or the writer's own day. */
  readonly anchor: 'last' | 'next' | 'event' | 'today';
  /** A noun phrase that names a calendar unit ("the following year"), not a distance ("a year later"). */
  readonly noun?: true;
  /** "at that time": no value is to be made of it. */
  readonly open?: true;
  /** Stands beside the date it is: "On 7 November 1927, the tenth anniversary". */
  readonly apposed?: true;
}

export interface FieldMark {
  readonly start: number;
  readonly end: number;
  readonly field: DateField;
  readonly style: string;
}

export interface Expression {
  kind: 'date' | 'duration';
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** Tokens, end exclusive. */
  from: number;
  to: number;
  /** Running numbers of its sentence and paragraph. */
  sentence: number;
  paragraph: number;
  fields: RawFields;
  marks: FieldMark[];
  duration?: Duration;
  reference?: Reference;
  /** Coarser fields come from the expression after this one ("25–27 October") or before it ("1924–29"). */
  takesNext?: boolean;
  takesPrevious?: boolean;
  /** Beside its other name in another calendar: "7 November (25 October) 1917". */
  otherStyle?: boolean;
  range?: 'first' | 'last';
  /** Whether the range was written so that it must run forwards. */
  ordered?: boolean;
  /** The words about it show that it only looks back from the story ("since 1903", "the 1903 split"), or ahead ("until 1930"). */
  looksBack?: boolean;
  looksAhead?: boolean;
  /** Words and marks up to the next expression, where they are few. */
  gap?: readonly string[];
}
