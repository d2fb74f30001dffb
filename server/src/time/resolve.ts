/** Fills in what the words leave out, from the sentence, the paragraph and what is known from outside, and builds the mentions. */
import { daysInMonth, fromDayNumber, isLeapYear, toDayNumber, weekdayOf } from './calendar';
import { durationOf } from './durations';
import type { Expression, RawFields } from './expression';
import type {
  Calendar,
  CalendarRule,
  DateFault,
  DateForm,
  DateFormPart,
  DateMention,
  DateValue,
  Duration,
  Provenance,
  RelativeDate,
  Span,
} from './model';
import { closes, type Source } from './run';
import { hull, shift } from './span';
import { type DateFields, dateValue, type ValueOptions, yearDigits } from './value';

export interface ReadDatesOptions {
  /** The date known from outside: the heading's, or that of the timeline line above. */
  anchor?: DateValue | null;
  /** How `anchor` is known; 'heading' unless stated. */
  anchorProvenance?: Provenance;
  /** How 5/3/1923 is to be read; the text's own evidence goes first, and without either it may mean both days. */
  dayMonthOrder?: 'dmy' | 'mdy';
  calendars?: readonly CalendarRule[];
  /** The text is the head of a timeline line: `1922 Apr`, `Dec`. */
  timelineHead?: boolean;
  /** What the chapter covers: settles the century of '24, and whether "July 28" may be a month and year. */
  period?: Span;
}

/** Fields of a date as far as they are known. */
interface Known {
  year?: number | undefined;
  month?: number | undefined;
  day?: number | undefined;
  season?: number | undefined;
  /** The year by which a season is called: of a winter, the later one. */
  label?: number | undefined;
}

/** The date that those without a year are read from. */
interface Anchor extends Known {
  /** The month, or the one in which a part of the year or a season begins. */
  readonly about?: number | undefined;
  /** Index of its mention; -1 where it stands outside the text. */
  readonly index: number;
  /** Where its year was written out. */
  readonly sentence: number;
  readonly paragraph: number;
  readonly outside?: Provenance | undefined;
}

interface Resolved {
  readonly fields: DateFields | null;
  readonly provenance: Provenance;
  readonly value: DateValue | null;
  /** What later dates may take from it. */
  readonly known: Known | null;
  readonly origin: { sentence: number; paragraph: number; outside?: Provenance | undefined } | null;
  readonly faults: DateFault[];
  readonly relative?: RelativeDate;
  readonly calendar?: Calendar | undefined;
}

const ORDER: Provenance[] = ['explicit', 'sentence', 'paragraph', 'heading', 'document', 'unknown'];
const further = (a: Provenance, b: Provenance): Provenance => (ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b);

/** The fields of a value that others may be read from. */
function knownOf(value: DateValue): Known | null {
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
const SEASON_MONTHS: Record<number, number> = { 21: 3, 22: 6, 23: 9, 24: 12 };

/** Words and marks that may stand between the two names of a day. */
const STYLE_WORDS = new Set([
  '(',
  ')',
  '[',
  ']',
  '/',
  ',',
  '=',
  '.',
  'or',
  'o',
  's',
  'n',
  'os',
  'ns',
  'i',
  'e',
  'old',
  'new',
  'style',
  'in',
  'by',
  'on',
  'the',
  'calendar',
  'modern',
  'julian',
  'gregorian',
  'western',
  'that',
  'is',
  'to',
  'according',
  'reckoning',
  ';',
  '-',
  '–',
  '—',
]);

class Resolver {
  private anchor: Anchor | null = null;
  /** The anchor before the last jump to another year. */
  private before: Anchor | null = null;
  private jumpedAt = -1;
  /** The last date that only looked back or ahead. */
  private aside: Anchor | null = null;
  private readonly done: (Resolved | undefined)[];
  private readonly order: 'dmy' | 'mdy' | undefined;

  constructor(
    private readonly source: Source,
    private readonly expressions: readonly Expression[],
    private readonly options: ReadDatesOptions,
  ) {
    this.done = new Array(expressions.length);
    this.order = documentOrder(expressions) ?? options.dayMonthOrder;
    const known = options.anchor ? knownOf(options.anchor) : null;
    if (known)
      this.anchor = {
        ...known,
        about: known.month,
        index: -1,
        sentence: -1,
        paragraph: -1,
        outside: options.anchorProvenance ?? 'heading',
      };
  }

  run(): DateMention[] {
    const mentions: DateMention[] = [];
    for (let i = 0; i < this.expressions.length; i++) {
      const expression = this.expressions[i]!;
      if (expression.kind === 'duration') {
        mentions.push({
          kind: 'duration',
          start: expression.start,
          end: expression.end,
          value: null,
          duration: expression.duration!,
          provenance: 'explicit',
          faults: [],
          form: this.formOf(expression, null),
        });
        continue;
      }
      const resolved = this.resolve(i);
      this.remember(i, resolved);
      mentions.push(this.mentionOf(i, expression, resolved));
    }
    this.pairRanges(mentions);
    this.pairStyles(mentions);
    return mentions;
  }

  private sentenceOf(i: number): number {
    return this.source.tokens[this.expressions[i]!.from]!.sentence;
  }

  private paragraphOf(i: number): number {
    return this.source.tokens[this.expressions[i]!.from]!.paragraph;
  }

  /** How far the anchor lies from expression `i`. */
  private provenanceFrom(i: number, origin: { sentence: number; paragraph: number; outside?: Provenance | undefined }): Provenance {
    if (origin.outside) return origin.outside;
    if (origin.sentence === this.sentenceOf(i)) return 'sentence';
    return origin.paragraph === this.paragraphOf(i) ? 'paragraph' : 'document';
  }

  private resolve(i: number): Resolved {
    const had = this.done[i];
    if (had) return had;
    const resolved = this.resolveNew(i);
    this.done[i] = resolved;
    return resolved;
  }

  private resolveNew(i: number): Resolved {
    const expression = this.expressions[i]!;
    const raw = withPartMonth(expression.fields);
    if (expression.reference) return this.resolveReference(i);
    const known: Known = {};
    let provenance: Provenance = 'explicit';
    let origin: { sentence: number; paragraph: number; outside?: Provenance | undefined } | null = {
      sentence: this.sentenceOf(i),
      paragraph: this.paragraphOf(i),
    };
    let { month, day } = raw;
    let decade = raw.decade;
    if (raw.shortDecade !== undefined) {
      const near = this.anchor?.year ?? this.periodYear() ?? 1950;
      decade = Math.floor(near / 100) * 10 + raw.shortDecade;
      if (this.anchor?.year === undefined && !this.options.period && decade * 10 > 2020) decade -= 10;
    }
    if (decade !== undefined) {
      const fields = { decade: raw.era === 'bc' ? -decade : decade };
      return { fields, provenance, value: this.value(fields, raw), known: null, origin: null, faults: [] };
    }
    if (raw.century !== undefined) {
      const fields = { century: raw.era === 'bc' ? -raw.century : raw.century - 1 };
      return { fields, provenance, value: this.value(fields, raw), known: null, origin: null, faults: [] };
    }
    if (raw.eitherOrder) {
      if (this.order) {
        const [first, second] = raw.eitherOrder;
        [day, month] = this.order === 'dmy' ? [first, second] : [second, first];
      } else return this.resolveEither(i, raw.eitherOrder);
    }
    let year = raw.year === undefined ? undefined : raw.era === 'bc' ? 1 - raw.year : raw.year;
    const partner = expression.takesNext ? this.expressions[i + 1] : expression.takesPrevious ? this.expressions[i - 1] : undefined;
    const shared = expression.takesNext && partner ? this.resolve(i + 1) : expression.takesPrevious && i > 0 ? this.done[i - 1] : undefined;
    if (raw.shortYear !== undefined) year = this.fullYear(raw.shortYear, expression.takesPrevious ? shared?.known?.year : undefined);
    // What the partner of a range or list has and this one lacks.
    if (shared?.known) {
      if (month === undefined && day !== undefined) month = shared.known.month;
      if (year === undefined && shared.known.year !== undefined) {
        year = shared.known.year;
        const { month: theirs } = shared.known;
        // "from November to February 1923" begins the year before; "27–25 October" runs backwards.
        if (expression.takesNext && month !== undefined && theirs !== undefined && month > theirs + (expression.otherStyle ? 6 : 0)) year--;
        if (expression.takesPrevious && month !== undefined && theirs !== undefined && month < theirs) year++;
        provenance = shared.provenance;
        origin = shared.origin;
      }
    } else if (expression.takesNext && shared && shared.fields === null && shared.faults.length > 0) {
      // The partner is a day that does not exist: its month and year still hold.
      const theirs = partner!.fields;
      month ??= theirs.month;
      year ??= theirs.year;
    }
    if (month === undefined && day !== undefined) {
      const anchor = this.anchorAt(i);
      if (anchor?.month === undefined) return unresolved('unknown');
      month = anchor.month;
      year ??= anchor.year;
      provenance = further(provenance, this.provenanceFrom(i, anchor));
      origin = anchor;
    }
    let { winter } = raw;
    let rolled = false;
    if (year === undefined && (month !== undefined || raw.season !== undefined)) {
      if (this.anchor?.year === undefined) {
        if (month !== undefined && day !== undefined && day > daysInMonth('gregorian', 2000, month))
          return { ...unresolved('unknown'), faults: [{ kind: 'no-such-day', daysInMonth: daysInMonth('gregorian', 2000, month) }] };
        return unresolved('unknown');
      }
      const wanted = month ?? SEASON_MONTHS[raw.season!]!;
      const anchor = this.contextAnchor(i, wanted);
      rolled = this.rollsOver(i, anchor, wanted);
      year = anchor.year! + (rolled ? 1 : 0);
      // "from October to March": over the turn of the year, and ending where the story stands, if it stands there.
      const start = expression.range === 'last' ? this.done[i - 1]?.known : undefined;
      if (month !== undefined && start?.month !== undefined && month < start.month) year = start.year! + 1;
      const end = expression.range === 'first' ? this.expressions[i + 1]?.fields.month : undefined;
      if (month !== undefined && end !== undefined && end < month && anchor.month !== undefined && anchor.month <= end)
        year = anchor.year! - 1;
      // A winter after a date in autumn is the one that is coming.
      if (raw.season === 24 && anchor.season === 24 && anchor.label !== undefined) {
        winter = anchor.label === anchor.year ? undefined : 'ends';
        year = anchor.label;
        rolled = false;
      } else if (raw.season === 24 && anchor.about !== undefined && anchor.about >= 9) {
        year++;
        winter = 'ends';
      }
      provenance = this.provenanceFrom(i, anchor);
      origin = anchor;
    }
    if (year === undefined) return unresolved('unknown');
    // An inherited year that has no such day is not the year meant.
    if (month === 2 && day === 29 && provenance !== 'explicit' && !isLeapYear('gregorian', year) && isLeapYear('gregorian', year - 1))
      year--;
    known.year = winter === 'ends' && raw.winter === undefined ? year - 1 : year;
    known.month = month;
    known.day = day;
    known.season = raw.season;
    known.label = raw.season === undefined ? undefined : year;
    const faults: DateFault[] = [];
    if (month !== undefined && day !== undefined) {
      const fault = this.dayFault(year, month, day, provenance, raw.calendar);
      if (fault) return { fields: null, provenance, value: null, known: { year, month }, origin, faults: [fault] };
    }
    const fields: DateFields = { year, month, day, season: raw.season, lastMonth: raw.lastMonth, winter };
    let value = this.value(fields, raw, this.maybeMonthAndYear(expression, month, day));
    // The turn of the year is a guess: the year that was spoken of is kept as well.
    if (rolled && !(month === 2 && day === 29))
      value = { ...value, spans: [...value.spans, ...this.value({ ...fields, year: year - 1 }, raw).spans] };
    if (raw.weekday !== undefined && day !== undefined && provenance === 'explicit') {
      const right = value.spans.map((s) => weekdayOf(s.first));
      if (!right.includes(raw.weekday)) faults.push({ kind: 'wrong-weekday', weekday: right[0]! });
    }
    return { fields, provenance, value, known, origin, faults, calendar: raw.calendar };
  }

  private value(fields: DateFields, raw: RawFields, extra?: Span | null): DateValue {
    const options: ValueOptions = {
      calendars: this.options.calendars,
      calendar: raw.calendar,
      part: raw.part,
      approximate: raw.approximate,
      uncertain: raw.uncertain,
    };
    const value = dateValue(fields, options);
    return extra ? { ...value, spans: [...value.spans, extra] } : value;
  }

  /** "(July 28)" in a chapter of the 1920s may mean July 1928. */
  private maybeMonthAndYear(expression: Expression, month: number | undefined, day: number | undefined): Span | null {
    const { period } = this.options;
    if (
      !period ||
      month === undefined ||
      day === undefined ||
      day < 10 ||
      !Number.isFinite(period.first) ||
      expression.marks.some((m) => m.field === 'year')
    )
      return null;
    const [first, second] = expression.marks;
    if (first?.field !== 'month' || second?.field !== 'day' || !/^\d\d$/.test(second.style)) return null;
    const year = Math.floor(fromDayNumber('gregorian', period.last).year / 100) * 100 + day;
    const span = {
      first: toDayNumber('gregorian', year, month, 1),
      last: toDayNumber('gregorian', year, month, daysInMonth('gregorian', year, month)),
    };
    return span.first <= period.last && span.last >= period.first ? span : null;
  }

  private resolveEither(i: number, [first, second]: readonly [number, number]): Resolved {
    const raw = this.expressions[i]!.fields;
    const year = raw.year ?? this.fullYear(raw.shortYear!, undefined);
    const dmy = this.value({ year, month: second, day: first }, raw);
    const mdy = this.value({ year, month: first, day: second }, raw);
    const [early, late] = dmy.edtf < mdy.edtf ? [dmy, mdy] : [mdy, dmy];
    const value: DateValue = { ...early, edtf: `[${early.edtf},${late.edtf}]`, spans: [...early.spans, ...late.spans] };
    return {
      fields: null,
      provenance: 'explicit',
      value,
      known: { year },
      origin: { sentence: this.sentenceOf(i), paragraph: this.paragraphOf(i) },
      faults: [],
    };
  }

  private periodYear(): number | undefined {
    const { period } = this.options;
    if (!period) return undefined;
    const day =
      Number.isFinite(period.first) && Number.isFinite(period.last)
        ? Math.round((period.first + period.last) / 2)
        : Number.isFinite(period.first)
          ? period.first
          : period.last;
    return Number.isFinite(day) ? fromDayNumber('gregorian', day).year : undefined;
  }

  /** The year that two digits mean: in a range the next such year, else the one nearest to what the text is about. */
  private fullYear(short: number, previous: number | undefined): number {
    if (previous !== undefined) {
      const century = Math.floor(previous / 100) * 100;
      // 1898–03 goes into the next century; 1929–24 runs backwards.
      return previous % 100 >= 85 && short <= 20 && short < previous % 100 ? century + 100 + short : century + short;
    }
    const near = this.anchor?.year ?? this.periodYear();
    if (near === undefined) return 1900 + short;
    const century = Math.floor(near / 100) * 100;
    let best = century + short;
    for (const year of [century - 100 + short, century + 100 + short]) if (Math.abs(year - near) < Math.abs(best - near)) best = year;
    return best;
  }

  /** The anchor for a month that names no year: the last date, or the one before an excursion where the story goes on from there. */
  private contextAnchor(i: number, month: number): Anchor {
    const last = this.anchorAt(i)!;
    if (last === this.aside) return last;
    const { before } = this;
    if (before && last.about !== undefined && month < last.about && before.about !== undefined && month >= before.about) return before;
    return last;
  }

  /** What a date that leaves something out is read from. */
  private anchorAt(i: number): Anchor | null {
    const { aside } = this;
    return aside && this.sentenceOf(aside.index) === this.sentenceOf(i) ? aside : this.anchor;
  }

  /** December is followed by January: of the next year. */
  private rollsOver(i: number, anchor: Anchor, month: number): boolean {
    if (anchor.index >= 0 && this.sentenceOf(anchor.index) === this.sentenceOf(i)) return false;
    return anchor.about !== undefined && anchor.about - month >= 8;
  }

  private dayFault(year: number, month: number, day: number, provenance: Provenance, calendar: Calendar | undefined): DateFault | null {
    const certain = provenance === 'explicit' || provenance === 'sentence';
    let most = certain ? daysInMonth(calendar ?? 'gregorian', year, month) : month === 2 ? 29 : daysInMonth('gregorian', year, month);
    if (calendar === undefined) {
      for (const rule of this.options.calendars ?? []) {
        if (toDayNumber(rule.calendar, year, month, 1) < rule.until) most = Math.max(most, daysInMonth(rule.calendar, year, month));
      }
    }
    return day > most ? { kind: 'no-such-day', daysInMonth: most } : null;
  }

  // --- relative dates ---

  private resolveReference(i: number): Resolved {
    const expression = this.expressions[i]!;
    const reference = expression.reference!;
    const raw = expression.fields;
    const distance: Duration =
      reference.distance ?? durationOf('month', reference.direction === 'same' ? 0 : null, 0, reference.direction === 'same' ? 0 : 12);
    const base: RelativeDate = { distance, direction: reference.direction };
    if (reference.open)
      return { ...unresolved('unknown'), relative: this.anchor && this.anchor.index >= 0 ? { ...base, anchor: this.anchor.index } : base };
    if (reference.apposed) {
      const beside = i > 0 ? this.expressions[i - 1]! : undefined;
      const resolved = this.done[i - 1];
      if (
        beside &&
        resolved?.value &&
        resolved.fields?.day !== undefined &&
        expression.from - beside.to === 1 &&
        this.source.tokens[beside.to]!.text === ','
      ) {
        return { ...resolved, provenance: further('sentence', resolved.provenance), relative: base, faults: [] };
      }
      return { ...unresolved('unknown'), relative: base };
    }
    if (reference.anchor === 'event' || reference.anchor === 'next') {
      const next = this.nextAnchor(i);
      if (next < 0) return { ...unresolved('unknown'), relative: base };
      const resolved = this.resolve(next);
      if (!resolved.known || resolved.known.year === undefined) return { ...unresolved('unknown'), relative: base };
      const anchor: Anchor = { ...resolved.known, index: next, sentence: this.sentenceOf(i), paragraph: this.paragraphOf(i) };
      return this.fromAnchor(i, anchor, raw, distance, further('sentence', resolved.provenance), resolved.value);
    }
    const anchor = this.anchorAt(i);
    if (reference.anchor === 'today' || anchor?.year === undefined) return { ...unresolved('unknown'), relative: base };
    return this.fromAnchor(i, anchor, raw, distance, this.provenanceFrom(i, anchor), null);
  }

  /** The date directly after "two years after": "1921", "the March 1921 congress". */
  private nextAnchor(i: number): number {
    const expression = this.expressions[i]!;
    const next = this.expressions[i + 1];
    if (next?.kind !== 'date' || next.reference) return -1;
    const gap = next.from - expression.to;
    if (gap === 0) return i + 1;
    return gap === 1 && this.source.tokens[expression.to]!.text === 'the' ? i + 1 : -1;
  }

  private fromAnchor(
    i: number,
    anchor: Anchor,
    raw: RawFields,
    distance: Duration,
    provenance: Provenance,
    anchorValue: DateValue | null,
  ): Resolved {
    const reference = this.expressions[i]!.reference!;
    const { direction } = reference;
    const sign = direction === 'before' ? -1 : direction === 'after' ? 1 : 0;
    const relative: RelativeDate = anchor.index >= 0 ? { distance, direction, anchor: anchor.index } : { distance, direction };
    const origin = { sentence: anchor.sentence, paragraph: anchor.paragraph, outside: anchor.outside };
    const year = anchor.year!;
    const finish = (fields: DateFields | null, value: DateValue | null): Resolved => ({
      fields,
      provenance: value ? provenance : 'unknown',
      value,
      known: value && fields ? { year: fields.year, month: fields.month, day: fields.day, season: fields.season } : null,
      origin: value ? origin : null,
      faults: [],
      relative,
    });
    const exact = (fields: DateFields): Resolved => {
      if (fields.year !== undefined && fields.month !== undefined && fields.day !== undefined) {
        const fault = this.dayFault(fields.year, fields.month, fields.day, provenance, raw.calendar);
        if (fault) return { ...finish(null, null), faults: [fault] };
      }
      return finish(fields, this.value(fields, raw));
    };
    // "July 25 of that year", "the following spring": named fields in the year pointed at.
    if (reference.unit === 'year' && (raw.month !== undefined || raw.season !== undefined)) {
      return exact({ year: year + sign, month: raw.month, day: raw.day, season: raw.season });
    }
    if (raw.month !== undefined || raw.season !== undefined) {
      const month = raw.month ?? SEASON_MONTHS[raw.season!]!;
      const from = anchor.month ?? (anchor.season === undefined ? undefined : SEASON_MONTHS[anchor.season]!);
      let found = year;
      if (sign > 0 && (from === undefined || month <= from)) found++;
      if (sign < 0 && (from === undefined || month >= from)) found--;
      return exact({ year: found, month: raw.month, season: raw.season });
    }
    if (!reference.noun) return this.shifted(anchor, raw, distance, direction === 'same' ? 'after' : direction, finish, anchorValue);
    switch (reference.unit) {
      case 'year':
        return exact({ year: year + sign });
      case 'decade':
        return exact({ decade: Math.floor(year / 10) + sign });
      case 'century':
        return exact({ century: Math.floor((year - 1) / 100) + sign });
      case 'month': {
        if (anchor.month === undefined) return finish(null, null);
        const index = year * 12 + anchor.month - 1 + sign;
        return exact({ year: Math.floor(index / 12), month: index - Math.floor(index / 12) * 12 + 1 });
      }
      case 'day': {
        if (anchor.day === undefined || anchor.month === undefined) return finish(null, null);
        const date = fromDayNumber('gregorian', toDayNumber('gregorian', year, anchor.month, anchor.day) + sign);
        return exact(date);
      }
      case 'week': {
        if (anchor.day === undefined || anchor.month === undefined) return finish(null, null);
        const day = toDayNumber('gregorian', year, anchor.month, anchor.day);
        const span =
          sign === 0
            ? { first: day - 6, last: day + 6 }
            : sign > 0
              ? { first: day + 1, last: day + 13 }
              : { first: day - 13, last: day - 1 };
        return finish(null, rangeValue(span));
      }
      default:
        return finish(null, null);
    }
  }

  /** "two months later": the calendar unit that the writer means, and every day of which it is fairly said. */
  private shifted(
    anchor: Anchor,
    raw: RawFields,
    distance: Duration,
    direction: 'before' | 'after',
    finish: (fields: DateFields | null, value: DateValue | null) => Resolved,
    anchorValue: DateValue | null,
  ): Resolved {
    const sign = direction === 'before' ? -1 : 1;
    const { unit } = distance;
    const year = anchor.year!;
    const anchorFields: DateFields = { year, month: anchor.month, day: anchor.day, season: anchor.season };
    const spans = (anchorValue ?? dateValue(anchorFields, { calendars: this.options.calendars })).spans.map((s) =>
      shift(s, distance, direction),
    );
    const amount = distance.iso.includes('X')
      ? null
      : unit === 'decade' || unit === 'century' || Number.isInteger(distance.min)
        ? stated(distance)
        : null;
    const span = hull(spans);
    if (amount === null) return finish(null, rangeValue(span));
    let fields: DateFields | null = null;
    if (unit === 'year' || unit === 'decade' || unit === 'century') {
      fields = { year: year + sign * amount * (unit === 'decade' ? 10 : unit === 'century' ? 100 : 1) };
    } else if (unit === 'month' && anchor.month !== undefined) {
      const index = year * 12 + anchor.month - 1 + sign * amount;
      fields = { year: Math.floor(index / 12), month: index - Math.floor(index / 12) * 12 + 1 };
    } else if ((unit === 'day' || unit === 'week') && anchor.day !== undefined) {
      fields = fromDayNumber(
        'gregorian',
        toDayNumber('gregorian', year, anchor.month!, anchor.day) + sign * amount * (unit === 'week' ? 7 : 1),
      );
    } else if (unit === 'day') return finish(null, null);
    if (!fields) return finish(null, rangeValue(span));
    const value = this.value(fields, raw);
    return finish(fields, { ...value, spans: raw.part ? value.spans : spans });
  }

  // --- context ---

  /** Later dates are read from this one, unless it only looks back or ahead from the story. */
  private remember(i: number, resolved: Resolved): void {
    const { known, origin } = resolved;
    if (!known || known.year === undefined || !origin) return;
    const had = this.anchor;
    if (had && this.isAside(i, known.year, had.year!)) {
      // Within its sentence it is what the next date hangs on: "his seat (October 1927) and his membership (November)".
      this.aside = {
        ...known,
        about: known.month,
        index: i,
        sentence: origin.sentence,
        paragraph: origin.paragraph,
        outside: origin.outside,
      };
      return;
    }
    this.aside = null;
    // "On 7 December (8 December in Asia), 1941": the year alone does not move the story.
    const about = known.month ?? this.aboutMonth(i, known) ?? (had?.year === known.year ? had.about : undefined);
    this.anchor = { ...known, about, index: i, sentence: origin.sentence, paragraph: origin.paragraph, outside: origin.outside };
    // A jump to another year may be an excursion; a second date in the new year shows that it is none.
    if (!had || had.year === known.year) {
      if (this.before && had?.year === known.year && this.jumpedAt !== i) this.before = null;
    } else {
      this.before = had;
      this.jumpedAt = i;
    }
  }

  /** The month in which a part of a year or a season begins, roughly. */
  private aboutMonth(i: number, known: Known): number | undefined {
    if (known.season !== undefined) return SEASON_MONTHS[known.season];
    switch (this.expressions[i]!.fields.part) {
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

  /** Whether a date only says since when, how things stood earlier, or which treaty, so that the story stays where it was. */
  private isAside(i: number, year: number, at: number): boolean {
    const expression = this.expressions[i]!;
    const { tokens } = this.source;
    if (expression.reference?.direction === 'before') return true;
    if (expression.range || year === at) return false;
    let lead = expression.from - 1;
    if (tokens[lead]?.text === 'the') lead--;
    const before = tokens[lead]?.text;
    if (tokens[expression.from - 1]?.text === '(' && tokens[expression.to]?.text === ')') return true;
    const { sentence } = tokens[expression.from]!;
    /** Whether one of the words stands before the date in its clause. */
    const inClause = (words: string): boolean => {
      for (let k = expression.from - 1; k >= 0 && k > expression.from - 14; k--) {
        const token = tokens[k]!;
        if (token.sentence !== sentence || token.text === ',' || token.text === ';') return false;
        if (words.includes(` ${token.text} `)) return true;
      }
      return false;
    };
    if (year > at) return before === 'after' || inClause(' until till would will ');
    if (expression.reference) return false;
    if (before === 'since') return true;
    // "in 1928, from a peak in summer 1927": the later date comes first, the earlier is its foil.
    if (
      this.anchor!.index >= 0 &&
      this.sentenceOf(this.anchor!.index) === sentence &&
      this.anchor!.sentence === sentence &&
      this.anchor!.index === i - 1
    )
      return true;
    const determiner = tokens[expression.from - 1]?.text;
    if ((determiner === 'the' || determiner === 'a') && !closes(tokens[expression.to])) return true;
    // The pluperfect looks back.
    return inClause(' had ');
  }

  // --- mentions ---

  private mentionOf(i: number, expression: Expression, resolved: Resolved): DateMention {
    const mention: { -readonly [K in keyof DateMention]: DateMention[K] } = {
      kind: 'date',
      start: expression.start,
      end: expression.end,
      value: resolved.value,
      provenance: resolved.provenance,
      faults: resolved.faults,
      form: this.formOf(expression, resolved.known),
    };
    if (resolved.relative) mention.relative = resolved.relative;
    if (expression.reference?.distance && expression.reference.anchor !== 'last' && !resolved.value)
      mention.duration = expression.reference.distance;
    if (expression.fields.weekday !== undefined) mention.weekday = expression.fields.weekday;
    if (expression.range === 'first' && this.expressions[i + 1]?.range === 'last') {
      mention.rangeRole = 'first';
      mention.rangePartner = i + 1;
    } else if (expression.range === 'last' && this.expressions[i - 1]?.range === 'first') {
      mention.rangeRole = 'last';
      mention.rangePartner = i - 1;
    }
    return mention;
  }

  /** "25 October (7 November) 1917", "25 Oct. O.S. / 7 Nov.": two names of one day, each in its calendar. */
  private pairStyles(mentions: DateMention[]): void {
    for (let i = 0; i + 1 < mentions.length; i++) {
      const [a, b] = [this.dayOf(mentions[i]!), this.dayOf(mentions[i + 1]!)];
      if (!a || !b || mentions[i]!.rangeRole === 'first') continue;
      const [from, to] = [this.expressions[i]!.to, this.expressions[i + 1]!.from];
      if (to - from > 8) continue;
      let beside = to > from;
      for (let k = from; k < to; k++) beside &&= STYLE_WORDS.has(this.source.tokens[k]!.text);
      if (!beside) continue;
      const day = (calendar: Calendar, of: { year: number; month: number; day: number }): number =>
        toDayNumber(calendar, of.year, of.month, of.day);
      const julianFirst = day('julian', a) === day('gregorian', b);
      if (!julianFirst && day('gregorian', a) !== day('julian', b)) continue;
      mentions[i] = { ...mentions[i]!, value: dateValue(a, { calendar: julianFirst ? 'julian' : 'gregorian' }) };
      mentions[i + 1] = { ...mentions[i + 1]!, value: dateValue(b, { calendar: julianFirst ? 'gregorian' : 'julian' }) };
    }
  }

  private dayOf(mention: DateMention): { year: number; month: number; day: number } | null {
    const known = mention.value?.precision === 'day' ? knownOf(mention.value) : null;
    return known?.month !== undefined && known.day !== undefined ? { year: known.year!, month: known.month, day: known.day } : null;
  }

  /** A range that runs backwards is a fault of its first end. */
  private pairRanges(mentions: DateMention[]): void {
    for (let i = 0; i + 1 < mentions.length; i++) {
      const a = mentions[i]!;
      const b = mentions[i + 1]!;
      if (a.rangeRole !== 'first' || !a.value || !b.value || !this.expressions[i]!.ordered) continue;
      const written = (p: Provenance): boolean => p === 'explicit';
      if (!written(a.provenance) || !written(b.provenance)) continue;
      if (hull(a.value.spans).first > hull(b.value.spans).last) mentions[i] = { ...a, faults: [...a.faults, { kind: 'reversed-range' }] };
    }
  }

  /** The written shape; fields that the words leave to the context stand in it as "understood", with no width. */
  private formOf(expression: Expression, known: Known | null): DateForm {
    const { text } = this.source;
    const parts: DateFormPart[] = [];
    let at = expression.start;
    for (const mark of [...expression.marks].sort((a, b) => a.start - b.start)) {
      if (mark.start < at) continue;
      if (mark.start > at) parts.push({ kind: 'literal', text: text.slice(at, mark.start) });
      parts.push({ kind: 'field', field: mark.field, style: mark.style });
      at = mark.end;
    }
    if (at < expression.end) parts.push({ kind: 'literal', text: text.slice(at, expression.end) });
    const has = (field: string): boolean => expression.marks.some((m) => m.field === field);
    if (known && expression.marks.length > 0 && !expression.reference) {
      if (known.month !== undefined && !has('month') && has('day'))
        parts.push({ kind: 'field', field: 'month', style: `understood ${known.month}` });
      if (known.year !== undefined && !has('year') && (has('month') || has('day') || has('season'))) {
        const year: DateFormPart = { kind: 'field', field: 'year', style: `understood ${known.year}` };
        if (this.source.timelineHead) parts.unshift(year);
        else parts.push(year);
      }
    }
    return { parts };
  }
}

/** "the last month of 1922" is December 1922. */
function withPartMonth(raw: RawFields): RawFields {
  if ((raw.part !== 'first-month' && raw.part !== 'last-month') || raw.month !== undefined || raw.season !== undefined) return raw;
  const { part, ...rest } = raw;
  return raw.year === undefined && raw.shortYear === undefined ? raw : { ...rest, month: part === 'first-month' ? 1 : 12 };
}

function unresolved(provenance: Provenance): Resolved {
  return { fields: null, provenance, value: null, known: null, origin: null, faults: [] };
}

/** The number that an ISO length states, in the duration's own unit. */
function stated(distance: Duration): number {
  const number = Number.parseFloat(distance.iso.slice(1));
  const factor = distance.unit === 'decade' ? 10 : distance.unit === 'century' ? 100 : 1;
  return Math.round(number / factor);
}

/** A value of nothing but its span. */
function rangeValue(span: Span): DateValue {
  const end = (day: number): string => {
    if (!Number.isFinite(day)) return '..';
    const date = fromDayNumber('gregorian', day);
    return `${yearDigits(date.year)}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
  };
  return {
    edtf: `${end(span.first)}/${end(span.last)}`,
    spans: [span],
    precision: 'range',
    calendar: 'gregorian',
    approximate: true,
    uncertain: false,
  };
}

/** The order of day and month that the text's own unmistakable dates in figures show; undefined where there are none or they differ. */
function documentOrder(expressions: readonly Expression[]): 'dmy' | 'mdy' | undefined {
  let order: 'dmy' | 'mdy' | undefined;
  for (const { fields, marks } of expressions) {
    const [first, second, third] = marks;
    if (
      !first ||
      !second ||
      third?.field !== 'year' ||
      fields.eitherOrder ||
      !/^\d/.test(first.style) ||
      !/^\d/.test(second.style) ||
      fields.day === fields.month
    )
      continue;
    const found = first.field === 'day' ? 'dmy' : first.field === 'month' ? 'mdy' : undefined;
    if (!found) continue;
    if (order && order !== found) return undefined;
    order = found;
  }
  return order;
}

/** The mentions of the expressions, in order. */
export function resolveAll(source: Source, expressions: readonly Expression[], options: ReadDatesOptions): DateMention[] {
  return new Resolver(source, expressions, options).run();
}
