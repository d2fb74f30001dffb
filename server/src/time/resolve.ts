/** Fills in what the words leave out, from the sentence, the paragraph and what is known from outside, and builds the mentions. */
import { daysInMonth, fromDayNumber, isLeapYear, toDayNumber, weekdayOf } from './calendar';
import { type Anchor, Context, type Known, type Origin, rollsOver, SEASON_MONTHS } from './context';
import { durationOf } from './durations';
import type { Expression, RawFields } from './expression';
import { formOf } from './form';
import type {
  Calendar,
  CalendarRule,
  DateFault,
  DateMention,
  DateValue,
  DayMonthOrder,
  Duration,
  Provenance,
  RelativeDate,
  Span,
} from './model';
import { judgePairs } from './pairs';
import { pointTo } from './pointing';
import { type DateFields, dateValue, type ValueOptions } from './value';

export interface ReadDatesOptions {
  /** The date known from outside: the heading's, or that of the timeline line above. */
  anchor?: DateValue | null;
  /** How `anchor` is known; 'heading' unless stated. */
  anchorProvenance?: Provenance;
  /** How 5/3/1923 is to be read; the text's own evidence goes first, and without either it may mean both days. */
  dayMonthOrder?: DayMonthOrder;
  calendars?: readonly CalendarRule[];
  /** The text is the head of a timeline line: `1922 Apr`, `Dec`. */
  timelineHead?: boolean;
  /** The text is what stands behind a year at a timeline line's head: "Apr Stalin Gen Sec, Dec second stroke". */
  behindYear?: boolean;
  /** What the chapter covers: settles the century of '24, and whether "July 28" may be a month and year. */
  period?: Span;
}

interface Resolved {
  readonly fields: DateFields | null;
  readonly provenance: Provenance;
  readonly value: DateValue | null;
  /** What later dates may take from it. */
  readonly known: Known | null;
  readonly origin: Origin | null;
  readonly faults: DateFault[];
  readonly relative?: RelativeDate;
  readonly calendar?: Calendar | undefined;
}

const ORDER: Provenance[] = ['explicit', 'sentence', 'paragraph', 'heading', 'document', 'unknown'];
const further = (a: Provenance, b: Provenance): Provenance => (ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b);

/** So many years from the middle of the period a year belongs to another story. */
const FAR_FROM_PERIOD = 60;

class Resolver {
  private readonly context: Context;
  private readonly done: (Resolved | undefined)[];
  private readonly head: boolean;
  private readonly order: DayMonthOrder | undefined;

  constructor(
    private readonly text: string,
    private readonly expressions: readonly Expression[],
    private readonly options: ReadDatesOptions,
  ) {
    this.done = new Array(expressions.length);
    const orders = shownOrders(expressions);
    this.order = orders.size === 1 ? [...orders][0] : options.dayMonthOrder;
    this.context = new Context(options.anchor, options.anchorProvenance ?? 'heading');
    this.head = options.timelineHead === true;
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
          form: formOf(this.text, expression, null, this.head),
        });
        continue;
      }
      const resolved = this.resolve(i);
      if (resolved.known && resolved.origin) this.context.remember(i, expression, resolved.known, resolved.origin);
      mentions.push(this.mentionOf(i, expression, resolved));
    }
    judgePairs(mentions, this.expressions);
    return mentions;
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
    let origin: Origin | null = expression;
    let { month, day } = raw;
    let decade = raw.decade;
    if (raw.shortDecade !== undefined) {
      const near = this.nearYear() ?? 1950;
      decade = Math.floor(near / 100) * 10 + raw.shortDecade;
      if (this.context.anchor?.year === undefined && !this.options.period && decade * 10 > 2020) decade -= 10;
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
      const anchor = this.context.at(expression);
      if (anchor?.month === undefined) return unresolved('unknown');
      month = anchor.month;
      year ??= anchor.year;
      provenance = further(provenance, this.context.provenance(expression, anchor));
      origin = anchor;
    }
    let { winter } = raw;
    let rolled = false;
    if (year === undefined && (month !== undefined || raw.season !== undefined)) {
      const wanted = month ?? SEASON_MONTHS[raw.season!]!;
      const anchor = this.context.forMonth(expression, wanted);
      if (anchor?.year === undefined) {
        if (month !== undefined && day !== undefined && day > daysInMonth('gregorian', 2000, month))
          return { ...unresolved('unknown'), faults: [{ kind: 'no-such-day', daysInMonth: daysInMonth('gregorian', 2000, month) }] };
        return unresolved('unknown');
      }
      rolled = rollsOver(expression, anchor, wanted);
      year = anchor.year + (rolled ? 1 : 0);
      // "from October to March": over the turn of the year, and ending where the story stands, if it stands there.
      const start = expression.range === 'last' ? this.done[i - 1]?.known : undefined;
      if (month !== undefined && start?.month !== undefined && month < start.month) year = start.year! + 1;
      const end = expression.range === 'first' ? this.expressions[i + 1]?.fields.month : undefined;
      if (month !== undefined && end !== undefined && end < month && anchor.month !== undefined && anchor.month <= end)
        year = anchor.year - 1;
      // A winter after a date in autumn is the one that is coming.
      if (raw.season === 24 && anchor.season === 24 && anchor.label !== undefined) {
        winter = anchor.label === anchor.year ? undefined : 'ends';
        year = anchor.label;
        rolled = false;
      } else if (raw.season === 24 && anchor.about !== undefined && anchor.about >= 9) {
        year++;
        winter = 'ends';
      }
      provenance = this.context.provenance(expression, anchor);
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
      origin: this.expressions[i]!,
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
    const near = this.nearYear();
    if (near === undefined) return 1900 + short;
    const century = Math.floor(near / 100) * 100;
    let best = century + short;
    for (const year of [century - 100 + short, century + 100 + short]) if (Math.abs(year - near) < Math.abs(best - near)) best = year;
    return best;
  }

  /** The year that the text is about: the last one told, unless it is far from the period, as the year of a book is. */
  private nearYear(): number | undefined {
    const last = this.context.anchor?.year;
    const period = this.periodYear();
    return last !== undefined && (period === undefined || Math.abs(last - period) < FAR_FROM_PERIOD) ? last : (period ?? last);
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
    const _raw = expression.fields;
    const distance: Duration =
      inMonths(reference.distance) ??
      durationOf('month', reference.direction === 'same' ? 0 : null, 0, reference.direction === 'same' ? 0 : 12);
    const base: RelativeDate = { distance, direction: reference.direction };
    const last = this.context.at(expression);
    if (reference.open) return { ...unresolved('unknown'), relative: last && last.index >= 0 ? { ...base, anchor: last.index } : base };
    if (reference.apposed) {
      const beside = this.done[i - 1];
      const gap = this.expressions[i - 1]?.gap;
      if (!beside?.value || beside.fields?.day === undefined || gap?.length !== 1 || gap[0] !== ',')
        return { ...unresolved('unknown'), relative: base };
      return { ...beside, provenance: further('sentence', beside.provenance), relative: base, faults: [] };
    }
    if (reference.anchor === 'event' || reference.anchor === 'next') {
      const next = this.nextAnchor(i);
      const resolved = next < 0 ? null : this.resolve(next);
      if (resolved?.known?.year === undefined) return { ...unresolved('unknown'), relative: base };
      const { sentence, paragraph } = expression;
      const anchor: Anchor = { ...resolved.known, index: next, own: sentence, sentence, paragraph };
      return this.pointed(expression, anchor, distance, further('sentence', resolved.provenance), resolved.value);
    }
    if (reference.anchor === 'today' || last?.year === undefined) return { ...unresolved('unknown'), relative: base };
    return this.pointed(expression, last, distance, this.context.provenance(expression, last), null);
  }

  /** The date directly after "two years after": "1921", "the March 1921 congress". */
  private nextAnchor(i: number): number {
    const next = this.expressions[i + 1];
    const { gap } = this.expressions[i]!;
    if (next?.kind !== 'date' || next.reference || !gap) return -1;
    // "two years after the revolution of 1917": "of" belongs to the noun; "in" may belong to the sentence.
    const named = gap.length > 1 && gap.length <= 6 && gap[gap.length - 1] === 'of' && gap.every((word) => /^[\p{L}'’]+$/u.test(word));
    return gap.length === 0 || named || (gap.length === 1 && gap[0] === 'the') ? i + 1 : -1;
  }

  private pointed(
    expression: Expression,
    anchor: Anchor,
    distance: Duration,
    provenance: Provenance,
    anchorValue: DateValue | null,
  ): Resolved {
    const reference = expression.reference!;
    const raw = expression.fields;
    const { direction } = reference;
    const relative: RelativeDate = anchor.index >= 0 ? { distance, direction, anchor: anchor.index } : { distance, direction };
    const { fields, value } = pointTo(reference, distance, raw, anchor, anchorValue, this.options.calendars, (f) => this.value(f, raw));
    if (!value) return { ...unresolved('unknown'), relative };
    const origin: Origin = { sentence: anchor.sentence, paragraph: anchor.paragraph, outside: anchor.outside };
    if (fields?.day !== undefined) {
      const fault = this.dayFault(fields.year!, fields.month!, fields.day, provenance, raw.calendar);
      if (fault) return { ...unresolved(provenance), faults: [fault], relative };
    }
    const known = fields ? { year: fields.year, month: fields.month, day: fields.day, season: fields.season } : null;
    return { fields, provenance, value, known, origin, faults: [], relative };
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
      form: formOf(this.text, expression, resolved.known, this.head),
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
}

/** "half a year", "a year and a half": whoever counts in half years counts months. */
function inMonths(distance: Duration | undefined): Duration | undefined {
  if (distance?.unit !== 'year' || !/^P\d*\.5Y$/.test(distance.iso)) return distance;
  const months = Number.parseFloat(distance.iso.slice(1)) * 12;
  return { iso: `P${months}M`, unit: 'month', min: distance.min * 12, max: distance.max * 12 };
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

/** The orders of day and month that the text's own unmistakable dates in figures show. */
export function shownOrders(expressions: readonly Expression[]): Set<DayMonthOrder> {
  const orders = new Set<DayMonthOrder>();
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
    if (found) orders.add(found);
  }
  return orders;
}

/** The mentions of the expressions, in order. */
export function resolveAll(text: string, expressions: readonly Expression[], options: ReadDatesOptions): DateMention[] {
  return new Resolver(text, expressions, options).run();
}
