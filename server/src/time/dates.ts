/** Recognises calendar dates: days, months, years, decades, centuries, seasons and feasts, in every written order. */
import type { Expression, FieldMark, RawFields } from './expression';
import { MARK, NUMBER, type Token, WORD } from './lexer';
import { cardinalAt, type Numeral, ordinalAt } from './numerals';
import {
  CARDINAL,
  DECADE,
  DETERMINER,
  FUNCTION,
  MONTH,
  ORDINAL,
  PREPOSITION,
  REFERENCE,
  ROMAN_MONTHS,
  SEASON,
  UNIT,
  WEEKDAY,
} from './words';

/** A run of one or more dates that were written as one: "25–27 October 1917" is two. */
export interface DateRun {
  readonly items: Item[];
  readonly next: number;
}

/** A date of a run. */
export interface Item {
  fields: RawFields;
  marks: FieldMark[];
  from: number;
  to: number;
  takesNext?: boolean;
  takesPrevious?: boolean;
  range?: 'first' | 'last';
  ordered?: boolean;
  /** "December of that year": the year is what the words after "of" point at. */
  relativeYear?: 'same' | 'before' | 'after';
}

export interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly timelineHead: boolean;
}

const DASHES = new Set(['-', '–', '—', '‐', '‑', '−']);
const isDash = (token: Token | undefined): boolean => token !== undefined && token.kind === MARK && DASHES.has(token.text);
const isApostrophe = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === MARK && (token.text === "'" || token.text === '’' || token.text === '‘' || token.text === 'ʼ');
const is = (token: Token | undefined, text: string): boolean => token !== undefined && token.text === text;

function newItem(from: number): Item {
  return { fields: {}, marks: [], from, to: from };
}

function mark(source: Source, item: Item, field: FieldMark['field'], from: number, to: number, style?: string): void {
  const start = source.tokens[from]!.start;
  const end = source.tokens[to - 1]!.end;
  item.marks.push({ start, end, field, style: style ?? source.text.slice(start, end) });
}

/** Nouns whose plural has no -s, and measures: a number before them is a count. */
const COUNTED = new Set(
  'men women people children percent per km km² kg miles million billion thousand hundred dead killed wounded prisoners troops dollars roubles rubles pounds francs marks tons tonnes metres meters feet yards kilometres kilometers cm mm ft lb soldiers sailors votes words pages copies or more other such different new'.split(
    ' ',
  ),
);

/** Verbs in -s that follow a year as its predicate: no plural nouns. */
const VERBS = new Set(
  'marks sees brings begins ends starts opens closes shows finds witnesses remains becomes comes goes makes takes gives follows leads lies stands belongs seems says means represents saw'.split(
    ' ',
  ),
);

/** Whether the token at `at` makes the number before it a count: "1929 words", "1924 delegates", "1924 km". */
export function countFollows(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !token.spaced) return token?.kind === MARK && (token.text === '%' || token.text === '°');
  if (token.kind === MARK) return token.text === '%';
  if (token.kind !== WORD || token.capital) return false;
  const { text } = token;
  if (COUNTED.has(text)) return text !== 'or' && text !== 'other' && text !== 'more' ? true : text === 'or' && is(tokens[at + 1], 'so');
  if (token.word && token.word.tags & UNIT) return true;
  return (
    text.length > 3 &&
    text.endsWith('s') &&
    !text.endsWith('ss') &&
    !text.endsWith('us') &&
    !(token.word && token.word.tags & (FUNCTION | PREPOSITION | DETERMINER)) &&
    !VERBS.has(text)
  );
}

/** Words that make a following number something else than a year: page 1924, No. 1924. */
const NUMBERED = new Set(
  'p pp page pages no nos number numbers vol volume volumes ch chapter chapters article articles line lines verse fig figure table room order decree division regiment brigade battalion psalm isbn issn doi paragraph § section route highway flight'.split(
    ' ',
  ),
);

function numberedBefore(tokens: readonly Token[], at: number): boolean {
  let before = tokens[at - 1];
  if (!before) return false;
  if (before.kind === MARK && '$£€#№§@&=+*^_\\|<>~'.includes(before.text))
    return before.text !== '~' && before.text !== '>' && before.text !== '*' && before.text !== '|' && before.text !== '_'
      ? true
      : !tokens[at]!.spaced && before.text === '_';
  if (before.text === '.' && !before.spaced) before = tokens[at - 2];
  // pp. 15–16
  if (isDash(before) && tokens[at - 2]?.kind === NUMBER) before = is(tokens[at - 3], '.') ? tokens[at - 4] : tokens[at - 3];
  return before !== undefined && before.kind === WORD && NUMBERED.has(before.text);
}

/** B.C., BC, BCE, A.D., AD, CE after a number: which era, and the token after it. */
function eraAt(tokens: readonly Token[], at: number, text: string): { era: 'bc' | 'ad'; next: number } | null {
  const token = tokens[at];
  if (!token || token.kind !== WORD || !token.capital) return null;
  const written = text.slice(token.start, token.end);
  if (written === 'BC' || written === 'BCE') return { era: 'bc', next: at + 1 };
  if (written === 'AD' || written === 'CE') return { era: 'ad', next: at + 1 };
  if ((written === 'B' || written === 'A') && is(tokens[at + 1], '.') && !tokens[at + 1]!.spaced) {
    const second = tokens[at + 2];
    if (!second || second.spaced || (second.text !== 'c' && second.text !== 'd') || (written === 'B') !== (second.text === 'c'))
      return null;
    let next = at + 3;
    // The second full stop belongs to the era, save where it ends the sentence as well.
    if (is(tokens[next], '.') && !tokens[next]!.spaced) {
      const after = tokens[next + 1];
      if (after && after.sentence === tokens[next]!.sentence) next++;
    }
    return { era: written === 'B' ? 'bc' : 'ad', next };
  }
  return null;
}

/** The day of a month as a number or word: 5, 5th, fifth. */
function dayAt(tokens: readonly Token[], at: number): Numeral | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === NUMBER && token.text === '')
    return token.digits <= 2 && token.value >= 1 && token.value <= 39 ? { value: token.value, next: at + 1 } : null;
  if (token.kind !== NUMBER && !(token.word && token.word.tags & (ORDINAL | CARDINAL))) return null;
  const ordinal = ordinalAt(tokens, at);
  return ordinal && ordinal.value <= 39 ? ordinal : null;
}

interface MonthRead {
  readonly month: number;
  /** After the name and its full stop. */
  readonly next: number;
  /** Needs company to be a month. */
  readonly doubtful: boolean;
}

function monthAt(source: Source, at: number): MonthRead | null {
  const { tokens } = source;
  const token = tokens[at];
  if (!token || token.kind !== WORD || !token.word || !(token.word.tags & MONTH)) return null;
  const short = token.end - token.start <= 4;
  let next = at + 1;
  let dotted = false;
  if (short && is(tokens[next], '.') && !tokens[next]!.spaced && token.word.value !== 5) {
    // "in Jan. The …" ends a sentence too: the stop stays with the month where the sentence goes on.
    const after = tokens[next + 1];
    if (after && after.sentence === token.sentence) {
      next++;
      dotted = true;
    }
  }
  return { month: token.word.value, next, doubtful: (token.word.doubtful === true && !dotted) || !token.capital };
}

/** Plausible written years. */
const plainYear = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === NUMBER && token.text === '' && token.digits === 4 && token.value >= 1000 && token.value <= 2199;

/** Whether a number goes on after the token, so that it is no year: 1924.5, 1924/1925/3. */
function numberGoesOn(tokens: readonly Token[], at: number): boolean {
  const markToken = tokens[at];
  const after = tokens[at + 1];
  return (
    markToken?.kind === MARK &&
    !markToken.spaced &&
    (markToken.text === '.' || markToken.text === ',') &&
    after?.kind === NUMBER &&
    !after.spaced
  );
}

/** Reads a year at this token into the item: 1924, '24, 490 BC, AD 9. Returns the token after it, or -1. */
function yearAt(source: Source, at: number, item: Item): number {
  const { tokens, text } = source;
  const token = tokens[at];
  if (!token) return -1;
  if (isApostrophe(token)) {
    const digits = tokens[at + 1];
    if (!digits || digits.spaced || digits.kind !== NUMBER || digits.digits !== 2 || digits.text !== '') return -1;
    item.fields.shortYear = digits.value;
    mark(source, item, 'year', at, at + 2);
    return at + 2;
  }
  if (token.kind === WORD) {
    const era = eraAt(tokens, at, text);
    if (!era || era.era !== 'ad') return -1;
    const number = tokens[era.next];
    if (!number || number.kind !== NUMBER || number.text !== '' || number.value < 1 || number.digits > 4) return -1;
    item.fields.year = number.value;
    item.fields.era = 'ad';
    mark(source, item, 'era', at, era.next);
    mark(source, item, 'year', era.next, era.next + 1);
    return era.next + 1;
  }
  if (token.kind !== NUMBER || token.text !== '' || token.digits > 4 || token.value < 1) return -1;
  const era = eraAt(tokens, at + 1, text);
  if (era) {
    item.fields.year = token.value;
    item.fields.era = era.era;
    mark(source, item, 'year', at, at + 1);
    mark(source, item, 'era', at + 1, era.next);
    return era.next;
  }
  if (!plainYear(token) || numberGoesOn(tokens, at + 1)) return -1;
  item.fields.year = token.value;
  mark(source, item, 'year', at, at + 1);
  return at + 1;
}

const YEAR_REFERENCES: Record<string, 'same' | 'before' | 'after'> = {
  same: 'same',
  following: 'after',
  next: 'after',
  ensuing: 'after',
  succeeding: 'after',
  subsequent: 'after',
  previous: 'before',
  preceding: 'before',
  prior: 'before',
  last: 'before',
};

/** "that year", "the same year", "the following year", "this same year": the direction and the token after it. */
export function relativeUnitAt(
  tokens: readonly Token[],
  at: number,
  unit: string,
): { direction: 'same' | 'before' | 'after'; next: number } | null {
  let next = at;
  let direction: 'same' | 'before' | 'after' | undefined;
  const first = tokens[next]?.text;
  if (first === 'that' || first === 'this') {
    direction = 'same';
    next++;
    if (is(tokens[next], 'very')) next++;
    if (is(tokens[next], 'same')) next++;
  } else {
    if (first !== 'the') return null;
    next++;
    if (is(tokens[next], 'very') || is(tokens[next], 'immediately')) next++;
    direction = YEAR_REFERENCES[tokens[next]?.text ?? ''];
    if (direction) next++;
  }
  if (!direction || !is(tokens[next], unit)) return null;
  return { direction, next: next + 1 };
}

/** The year after a month, season or feast: "1924", ", 1924", "of 1924", "'24", "of that year". Returns the token after it, or `at` where there is none. */
function yearAfter(source: Source, at: number, item: Item): number {
  const { tokens } = source;
  const token = tokens[at];
  if (!token) return at;
  if (token.text === 'of' || (token.text === 'in' && (tokens[at + 1]?.text === 'that' || tokens[at + 1]?.text === 'the'))) {
    const relative = relativeUnitAt(tokens, at + 1, 'year');
    if (relative) {
      item.relativeYear = relative.direction;
      return relative.next;
    }
    if (token.text !== 'of') return at;
    let year = at + 1;
    if (is(tokens[year], 'the') && is(tokens[year + 1], 'year')) year += 2;
    const next = yearAt(source, year, item);
    return next < 0 ? at : next;
  }
  const comma = token.kind === MARK && token.text === ',';
  const year = comma ? at + 1 : at;
  if (comma && !tokens[year]) return at;
  const number = tokens[year]!;
  // "On 5 March, 1500 soldiers": a count after a comma.
  if (comma && number.kind === NUMBER && countFollows(tokens, year + 1)) return at;
  if (comma && (isApostrophe(number) || number.kind === WORD)) return at;
  const next = yearAt(source, year, item);
  return next < 0 ? at : next;
}

/** "(O.S.)", "Old Style", "NS" after a date: sets the calendar; the words stay outside the date. */
function styleMark(source: Source, at: number, item: Item): void {
  const { tokens, text } = source;
  let next = at;
  if (is(tokens[next], '(') || is(tokens[next], ',') || is(tokens[next], '[')) next++;
  const token = tokens[next];
  if (!token || token.kind !== WORD || !token.capital) {
    if (!token || token.kind !== WORD) return;
  }
  const written = text.slice(token.start, token.end);
  let calendar: 'julian' | 'gregorian' | undefined;
  if (written === 'OS') calendar = 'julian';
  else if (written === 'NS') calendar = 'gregorian';
  else if ((written === 'O' || written === 'N') && is(tokens[next + 1], '.') && is(tokens[next + 2], 's') && !tokens[next + 2]!.spaced)
    calendar = written === 'O' ? 'julian' : 'gregorian';
  else if (token.text === 'old' && is(tokens[next + 1], 'style')) calendar = 'julian';
  else if (token.text === 'new' && is(tokens[next + 1], 'style')) calendar = 'gregorian';
  else if (token.text === 'julian') calendar = 'julian';
  else if (token.text === 'gregorian') calendar = 'gregorian';
  if (calendar) item.fields.calendar = calendar;
}

/** `–29`, `-1929`, `/24` after a year: the other end of the range. Null where it is none. */
function yearTail(source: Source, at: number, first: Item): Item | null {
  const { tokens } = source;
  const dash = tokens[at];
  if (!dash || dash.kind !== MARK) return null;
  const slash = dash.text === '/';
  if (!slash && !isDash(dash)) return null;
  let numberAt = at + 1;
  const apostrophe = isApostrophe(tokens[numberAt]);
  if (apostrophe) numberAt++;
  const number = tokens[numberAt];
  if (!number || number.kind !== NUMBER || number.text !== '' || number.value < 0 || numberGoesOn(tokens, numberAt + 1)) return null;
  const tight = !dash.spaced && !tokens[at + 1]!.spaced;
  const item = newItem(at + 1);
  item.to = numberAt + 1;
  item.range = 'last';
  if (number.digits === 4) {
    const era = eraAt(tokens, numberAt + 1, source.text);
    if (!plainYear(number) && !era) return null;
    if (!tight && dash.text === '-' && !(dash.spaced && tokens[at + 1]!.spaced)) return null;
    item.fields.year = number.value;
    mark(source, item, 'year', numberAt, numberAt + 1);
    if (era) {
      item.fields.era = era.era;
      mark(source, item, 'era', numberAt + 1, era.next);
      item.to = era.next;
    }
    return item;
  }
  if (number.digits > 2 || (!tight && !(dash.text === '–' && dash.spaced && tokens[at + 1]!.spaced))) return null;
  const { year, shortYear } = first.fields;
  const base = year ?? shortYear;
  if (base === undefined || first.fields.era === 'bc') return null;
  if (number.digits === 1) {
    // 1924–9; a tail of one digit that runs backwards is no year.
    if (slash || number.value <= base % 10) return null;
    item.fields.shortYear = (Math.floor(base / 10) % 10) * 10 + number.value;
  } else {
    // 1917-10 is a month in figures, and 1924/10 too, rather than a range that runs backwards.
    const isMonth = number.value >= 1 && number.value <= 12 && !apostrophe && number.value <= base % 100;
    if (isMonth || (slash && number.value !== (base + 1) % 100)) return null;
    item.fields.shortYear = number.value;
  }
  mark(source, item, 'year', at + 1, numberAt + 1);
  item.takesPrevious = true;
  return item;
}

/** The run of a year and what it may be a range with. */
function withTail(source: Source, item: Item, next: number): DateRun {
  item.to = next;
  const tail = yearTail(source, next, item);
  if (tail) {
    item.range = 'first';
    item.ordered = true;
    tail.ordered = true;
    if (tail.fields.era) item.fields.era ??= tail.fields.era;
    return { items: [item, tail], next: tail.to };
  }
  return { items: [item], next };
}

const CONNECTORS = new Set(['and', 'or', 'to', ',', '/', '&', '-', '–', '—', 'until', 'till', 'through']);
const RANGE_WORDS = new Set(['to', '-', '–', '—', '‐', '‑', '−', 'until', 'till', 'through']);

function isRangeConnector(token: Token): boolean {
  return RANGE_WORDS.has(token.text);
}

/**
 * Days before their month: "21 January 1924", "the 21st of January", "25–27 October 1917", "12, 13 and 14 May".
 * `from` may be a determiner before the day.
 */
function dayFirst(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const days: { item: Item; connector: Token | undefined }[] = [];
  let next = at;
  let connector: Token | undefined;
  for (let count = 0; count < 8; count++) {
    const item = newItem(next);
    if (count > 0 && is(tokens[next], 'the')) next++;
    const day = dayAt(tokens, next);
    if (!day) {
      if (count === 0 || !connector) return null;
      break;
    }
    item.fields.day = day.value;
    mark(source, item, 'day', next, day.next);
    item.to = day.next;
    days.push({ item, connector });
    next = day.next;
    const link = tokens[next];
    if (!link || !CONNECTORS.has(link.text)) break;
    if (link.text === ',' && (is(tokens[next + 1], 'and') || is(tokens[next + 1], 'or'))) next++;
    connector = tokens[next];
    next++;
  }
  const last = days[days.length - 1]!;
  next = last.item.to;
  if (is(tokens[next], 'of')) next++;
  else if (isDash(tokens[next]) && !tokens[next]!.spaced) next++;
  if (next > last.item.to && is(tokens[next], 'the')) return null;
  const written = source.text.slice(tokens[next]?.start ?? 0, tokens[next]?.end ?? 0);
  let month = monthAt(source, next);
  const monthToken = next;
  if (!month) {
    // 25 XII 1922: Roman months only between a day and a year.
    const roman = ROMAN_MONTHS.get(written);
    if (roman === undefined || is(tokens[next - 1], 'of')) return null;
    let after = next + 1;
    if (is(tokens[after], '.')) after++;
    if (!plainYear(tokens[after])) return null;
    month = { month: roman, next: next + 1, doubtful: false };
  }
  const { item } = last;
  item.fields.month = month.month;
  mark(source, item, 'month', monthToken, month.next);
  next = month.next;
  // "20 August/September": a choice of months belongs to the month alone.
  const dotted = is(tokens[next], '.') && written !== '' && ROMAN_MONTHS.has(written);
  if (isDash(tokens[next]) && !tokens[next]!.spaced && plainYear(tokens[next + 1]) && isDash(tokens[monthToken - 1])) next++;
  const afterYear = yearAfter(source, dotted ? next + 1 : next, item);
  const hasYear = afterYear > (dotted ? next + 1 : next);
  if (hasYear) next = afterYear;
  if (month.doubtful && !hasYear) {
    // "5 may", "21 march": lower case needs a year; "21 March" does not.
    if (!tokens[monthToken]!.capital && tokens[monthToken]!.word!.doubtful) return null;
    if (!tokens[monthToken]!.capital && (tokens[monthToken]!.text === 'may' || tokens[monthToken]!.text === 'august')) return null;
  }
  // "20 March battalions" never; "10 May Day parades" is May Day.
  item.to = next;
  if (item.fields.day! > 31 && !hasYear) return null;
  const items = days.map((d) => d.item);
  linkRun(days);
  styleMark(source, next, item);
  return { items, next };
}

/** Marks the items of a run as a range or a list that shares its last item's month and year. */
function linkRun(days: { item: Item; connector: Token | undefined }[]): void {
  for (let i = 0; i + 1 < days.length; i++) {
    const item = days[i]!.item;
    item.takesNext = true;
    const connector = days[i + 1]!.connector!;
    if (isRangeConnector(connector) && days.length === 2) {
      item.range = 'first';
      days[i + 1]!.item.range = 'last';
      item.ordered = true;
      days[i + 1]!.item.ordered = true;
    }
  }
}

/** Whether the token is a number that counts what follows it: "May 12 delegates". */
function countsSomething(source: Source, at: number): boolean {
  return source.tokens[at]!.kind === NUMBER && countFollows(source.tokens, at + 1);
}

/** Months before their day or year: "January 21, 1924", "March 1917", "Oct/Nov 1917", "May". */
function monthFirst(source: Source, at: number, month: MonthRead): DateRun | null {
  const { tokens } = source;
  const item = newItem(at);
  item.fields.month = month.month;
  mark(source, item, 'month', at, month.next);
  let next = month.next;
  let company = false;
  // Oct/Nov: a choice of two.
  if (is(tokens[next], '/') || (isDash(tokens[next]) && !tokens[next]!.spaced && tokens[next]!.text === '-' && source.timelineHead)) {
    const second = monthAt(source, next + 1);
    if (second) {
      item.fields.lastMonth = second.month;
      mark(source, item, 'month', next + 1, second.next);
      next = second.next;
      company = true;
    }
  }
  const items: Item[] = [item];
  let dayText = next;
  if (is(tokens[next], 'the') && ordinalAt(tokens, next + 1)) dayText = next + 1;
  const day =
    item.fields.lastMonth === undefined && tokens[dayText]?.spaced && (tokens[dayText]?.kind === NUMBER || dayText > next)
      ? dayAt(tokens, dayText)
      : null;
  const yearInstead = day !== null && tokens[dayText]!.kind === NUMBER && eraAt(tokens, dayText + 1, source.text) !== null;
  if (
    day &&
    !yearInstead &&
    !countsSomething(source, dayText) &&
    !(is(tokens[day.next], ':') && tokens[day.next + 1]?.kind === NUMBER && !tokens[day.next + 1]!.spaced)
  ) {
    item.fields.day = day.value;
    mark(source, item, 'day', dayText, day.next);
    next = day.next;
    company = true;
    const days: { item: Item; connector: Token | undefined }[] = [{ item, connector: undefined }];
    // September 5–9, 1918; March 5 and 9, 1918
    for (let count = 0; count < 8; count++) {
      let link = next;
      if (!tokens[link] || !CONNECTORS.has(tokens[link]!.text)) break;
      if (is(tokens[link], ',') && (is(tokens[link + 1], 'and') || is(tokens[link + 1], 'or'))) link++;
      const connector = tokens[link]!;
      const numberAt = is(tokens[link + 1], 'the') ? link + 2 : link + 1;
      const token = tokens[numberAt];
      if (!token || token.kind !== NUMBER || token.digits > 2) break;
      const more = dayAt(tokens, numberAt);
      if (
        !more ||
        more.value > 31 ||
        countsSomething(source, numberAt) ||
        monthAt(source, more.next) ||
        (is(tokens[more.next], 'of') && token.text === '') ||
        eraAt(tokens, more.next, source.text)
      )
        break;
      // A bare number after a comma is a day only in a list that goes on.
      if (
        connector.text === ',' &&
        token.text === '' &&
        !is(tokens[more.next], 'and') &&
        !is(tokens[more.next], ',') &&
        !(is(tokens[next + 1], 'and') || is(tokens[next + 1], 'or'))
      )
        break;
      if (
        connector.text === 'and' &&
        token.text === '' &&
        tokens[more.next]?.kind === WORD &&
        !tokens[more.next]!.capital &&
        !(tokens[more.next]!.word && tokens[more.next]!.word!.tags & (PREPOSITION | FUNCTION | DETERMINER))
      ) {
        if (!is(tokens[more.next], 'when') && !is(tokens[more.next], 'but') && !is(tokens[more.next], 'and')) break;
      }
      const other = newItem(numberAt);
      other.fields.day = more.value;
      other.takesPrevious = true;
      mark(source, other, 'day', numberAt, more.next);
      other.to = more.next;
      days.push({ item: other, connector });
      items.push(other);
      item.to = item.to > at ? item.to : day.next;
      next = more.next;
    }
    const last = items[items.length - 1]!;
    const afterYear = yearAfter(source, next, last);
    next = afterYear;
    last.to = next;
    if (days.length > 1) {
      item.to = day.next;
      linkRun(days);
      for (const other of items.slice(1)) other.takesNext = false;
      for (const one of items.slice(0, -1)) one.takesNext = true;
    }
    styleMark(source, next, last);
    return { items, next };
  }
  const afterYear = yearAfter(source, next, item);
  if (afterYear > next) {
    company = true;
    next = afterYear;
  }
  item.to = next;
  if (!company && !aloneIsMonth(source, at, month)) return null;
  styleMark(source, next, item);
  return { items, next };
}

/** Words before which a month, standing alone, is a date: "in May", "by March", "that December". */
const LEADS = new Set(
  'in on by since until till before after from during through throughout of between and or to for early mid late around about circa next last previous following that this every each same till towards end beginning middle start'.split(
    ' ',
  ),
);

/** Whether a month without day or year is one: not the verb, the march, the name, or part of a name ("the April Theses"). */
function aloneIsMonth(source: Source, at: number, month: MonthRead): boolean {
  const { tokens } = source;
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const after = tokens[month.next];
  const led = before !== undefined && (LEADS.has(before.text) || isDash(before));
  if (source.timelineHead && tokens[0] === token) return true;
  if (!token.capital) {
    // "in december": the long names only, and after a preposition.
    return led && !month.doubtful ? true : led && token.word!.doubtful !== true && token.text.length > 4 && token.text !== 'august';
  }
  const hyphenated =
    (isDash(before) && !token.spaced && !before!.spaced && tokens[at - 2]?.kind === WORD && !is(tokens[at - 2], 'mid')) ||
    (isDash(after) &&
      !after!.spaced &&
      tokens[month.next + 1] !== undefined &&
      !tokens[month.next + 1]!.spaced &&
      !tokens[month.next + 1]!.capital &&
      tokens[month.next + 1]!.kind === WORD);
  if (hyphenated && !monthAt(source, at - 2)) return false;
  const next = after && after.kind === WORD && after.spaced ? after : undefined;
  // Part of a name: the October Revolution, the July Days; a person's first name.
  const determined =
    before?.kind === WORD &&
    before.word !== undefined &&
    (before.word.tags & DETERMINER) !== 0 &&
    before.text !== 'that' &&
    before.text !== 'this';
  if (next?.capital && !next.word && (determined || !led)) return false;
  if (next?.capital && determined) return false;
  // Possessives and titles: "May's", "President August".
  if (
    isApostrophe(after) &&
    !after!.spaced &&
    tokens[month.next + 1]?.text === 's' &&
    (token.text === 'may' || token.text === 'august' || token.text === 'april')
  )
    return led;
  if (month.doubtful || token.text === 'may') {
    if (token.text === 'march' && is(after, 'on') && !(led && before!.text === 'in')) return false;
    if (led && !(before!.text === 'and' || before!.text === 'or' || before!.text === 'to' || before!.text === 'for')) return true;
    // "March and April", "May to June"
    if (after && CONNECTORS.has(after.text) && monthAt(source, month.next + 1) && tokens[month.next + 1]!.capital) return true;
    return led && tokens[at - 2] !== undefined && Boolean(tokens[at - 2]!.word && tokens[at - 2]!.word!.tags & MONTH);
  }
  if (token.text === 'august' && !led) return !next?.capital && (before === undefined || before.kind === MARK || before.text === 'the');
  return true;
}

/** Whether a four-digit number that stands alone is a year. */
function aloneIsYear(source: Source, at: number): boolean {
  const { tokens } = source;
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (numberedBefore(tokens, at)) return false;
  if (before && !token.spaced) {
    // Part of a longer token: T-1924, 12.1924, A/1924.
    if (isDash(before) || before.text === '.' || before.text === ',' || before.text === '/' || before.text === ':') {
      const head = tokens[at - 2];
      if (
        head &&
        !before.spaced &&
        head.kind === WORD &&
        isDash(before) &&
        !/^(?:pre|post|mid|early|late|until|since|circa|ex|non|anti|pro)$/.test(head.text) &&
        head.end - head.start < 3
      )
        return false;
      if (head && !before.spaced && head.kind === NUMBER && (before.text === '.' || before.text === ',' || before.text === ':'))
        return false;
    }
  }
  if (after && !after.spaced && after.kind === MARK) {
    if (after.text === ':' && tokens[at + 2]?.kind === NUMBER) return false;
    if (
      after.text === '/' &&
      tokens[at + 2]?.kind === NUMBER &&
      !tokens[at + 2]!.spaced &&
      tokens[at + 2]!.digits > 2 &&
      !plainYear(tokens[at + 2])
    )
      return false;
  }
  // A book reference: (Service, 2005, p. 210), (Lynch 1998: 15).
  if (
    is(after, ',') &&
    tokens[at + 2] &&
    (tokens[at + 2]!.text === 'p' || tokens[at + 2]!.text === 'pp' || tokens[at + 2]!.text === 'ch' || tokens[at + 2]!.text === 'vol') &&
    !tokens[at + 2]!.capital
  )
    return false;
  if (is(after, ':') && tokens[at + 2]?.kind === NUMBER && is(tokens[at - 1], ',') === false && before?.kind === WORD && before.capital)
    return false;
  if (before?.text === '.' && is(tokens[at - 2], 'al') && is(tokens[at - 3], 'et')) return false;
  if (before?.text === '(' && tokens[at - 2]?.text === '.' && is(tokens[at - 3], 'al')) return false;
  if (countFollows(tokens, at + 1)) {
    if (before?.kind !== WORD) return false;
    // "in 1917 soldiers deserted", "the 1905 strikes", "early 1917 strikes"
    return /^(?:in|since|until|till|during|the|early|late|mid|by|before|after|year|throughout|from|summer|spring|autumn|winter|between)$/.test(
      before.text,
    );
  }
  return true;
}

/** Figures: 1924-01-21, 21/1/1924, 21.1.1924, 10/1927, 5/1924. */
function figures(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const [a, s1, b, s2, c] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3], tokens[at + 4]];
  if (!a || !s1 || !b || s1.kind !== MARK || b.kind !== NUMBER || s1.spaced || b.spaced || a.text !== '' || b.text !== '') return null;
  const before = tokens[at - 1];
  if (before && !a.spaced && (before.text === '/' || before.text === '.' || before.text === '-') && tokens[at - 2]?.kind === NUMBER)
    return null;
  const item = newItem(at);
  const separator = s1.text;
  if (separator !== '-' && separator !== '/' && separator !== '.' && separator !== '–') return null;
  const three =
    s2 !== undefined &&
    c !== undefined &&
    s2.kind === MARK &&
    s2.text === separator &&
    !s2.spaced &&
    !c.spaced &&
    c.kind === NUMBER &&
    c.text === '';
  const closed = (next: number): boolean => {
    const after = tokens[next];
    return !(
      after &&
      !after.spaced &&
      (after.text === '/' || after.text === '-' || (after.text === '.' && separator === '.') || after.text === ':') &&
      tokens[next + 1]?.kind === NUMBER &&
      !tokens[next + 1]!.spaced
    );
  };
  if (three && separator !== '–') {
    if (!closed(at + 5)) return null;
    if (a.digits === 4 && b.digits <= 2 && c.digits <= 2 && plainYear(a) && b.value >= 1 && b.value <= 12 && c.value >= 1) {
      // Year first: 1924-01-21
      if (separator === '-' && (b.digits !== 2 || c.digits !== 2)) return null;
      item.fields = { year: a.value, month: b.value, day: c.value };
      mark(source, item, 'year', at, at + 1);
      mark(source, item, 'month', at + 2, at + 3);
      mark(source, item, 'day', at + 4, at + 5);
    } else if (
      a.digits <= 2 &&
      b.digits <= 2 &&
      (plainYear(c) || (c.digits === 2 && separator !== '-' && source.timelineHead)) &&
      a.value >= 1 &&
      b.value >= 1
    ) {
      const year = c.digits === 4 ? { year: c.value } : { shortYear: c.value };
      const yearStyle = (): void => mark(source, item, 'year', at + 4, at + 5);
      if (a.value <= 12 && b.value <= 12 && a.value !== b.value && separator !== '.') {
        item.fields = { ...year, eitherOrder: [a.value, b.value] };
        mark(source, item, 'day', at, at + 1, `either ${source.text.slice(a.start, a.end)}`);
        mark(source, item, 'month', at + 2, at + 3, `either ${source.text.slice(b.start, b.end)}`);
      } else if (b.value <= 12 || (a.value > 12 && b.value > 12)) {
        // Day first; with dots always (the order of the countries that use dots).
        if (b.value > 12) return null;
        item.fields = { ...year, day: a.value, month: b.value };
        mark(source, item, 'day', at, at + 1);
        mark(source, item, 'month', at + 2, at + 3);
      } else {
        if (separator === '.') return null;
        item.fields = { ...year, month: a.value, day: b.value };
        mark(source, item, 'month', at, at + 1);
        mark(source, item, 'day', at + 2, at + 3);
      }
      if ((item.fields.day ?? 1) > 39) return null;
      yearStyle();
    } else return null;
    item.to = at + 5;
    return { items: [item], next: at + 5 };
  }
  if (three || !closed(at + 3)) return null;
  // 10/1927, 10.1927
  if (a.digits <= 2 && a.value >= 1 && a.value <= 12 && plainYear(b) && (separator === '/' || (separator === '.' && source.timelineHead))) {
    item.fields = { month: a.value, year: b.value };
    mark(source, item, 'month', at, at + 1);
    mark(source, item, 'year', at + 2, at + 3);
    item.to = at + 3;
    return { items: [item], next: at + 3 };
  }
  // 1917-10
  if (
    plainYear(a) &&
    b.digits === 2 &&
    b.value >= 1 &&
    b.value <= 12 &&
    b.value <= a.value % 100 &&
    (separator === '-' || (separator === '/' && b.value !== (a.value + 1) % 100))
  ) {
    item.fields = { year: a.value, month: b.value };
    mark(source, item, 'year', at, at + 1);
    mark(source, item, 'month', at + 2, at + 3);
    item.to = at + 3;
    return { items: [item], next: at + 3 };
  }
  return null;
}

/** A season and its year: "spring 1921", "the winter of 1922–23", "summer of that year". */
function seasonAt(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const token = tokens[at]!;
  const item = newItem(at);
  item.fields.season = token.word!.value;
  mark(source, item, 'season', at, at + 1);
  let next = yearAfter(source, at + 1, item);
  const hasYear = next > at + 1;
  if (hasYear && item.fields.season === 24 && item.fields.era !== 'bc') {
    const tail = yearTail(source, next, item);
    const first = item.fields.year ?? item.fields.shortYear;
    const last = tail?.fields.year ?? tail?.fields.shortYear;
    if (tail && first !== undefined && last !== undefined && (last - first + 100) % 100 === 1) {
      item.fields.bothYears = true;
      item.marks.push(...tail.marks.map((m) => ({ ...m, style: `next ${m.style}` })));
      next = tail.to;
    }
  }
  item.to = next;
  if (!hasYear && !aloneIsSeason(source, at)) return null;
  return { items: [item], next };
}

function aloneIsSeason(source: Source, at: number): boolean {
  const { tokens } = source;
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (source.timelineHead && at === 0) return true;
  if (!before || before.kind !== WORD) return false;
  if (after && !after.spaced && (isDash(after) || isApostrophe(after))) return false;
  if (after?.kind === WORD && (after.capital || is(after, 'of') || (after.word?.tags ?? 0) & SEASON)) return false;
  // A noun after it makes it an adjective: the summer offensive, winter quarters.
  const fell = token.text === 'fall' || token.text === 'spring';
  const closedOff =
    !after ||
    after.kind === MARK ||
    (after.word !== undefined && (after.word.tags & (PREPOSITION | FUNCTION | DETERMINER)) !== 0) ||
    /^(?:when|while|he|she|it|they|we|came|had|would|could|were|saw|brought|but|as|which|that)$/.test(after.text);
  if (!closedOff) return false;
  if (before.text === 'the' || before.text === 'that' || before.text === 'this') {
    const lead = tokens[at - 2];
    if (!lead || lead.kind !== WORD) return !fell;
    return (
      /^(?:in|by|during|until|till|since|through|throughout|before|after|of|for|from|over|late|early|and)$/.test(lead.text) &&
      !(fell && before.text === 'the' && /^(?:of|for|after|before|since|from|and|by)$/.test(lead.text))
    );
  }
  return (
    /^(?:in|by|during|until|till|since|early|late|mid|next|last|previous|following|same)$/.test(before.text) ||
    (isDash(before) && is(tokens[at - 2], 'mid'))
  );
}

/** "Christmas Day 1923", "New Year's Eve 1922", "Christmas". */
function feastAt(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const token = tokens[at]!;
  if (!token.capital) return null;
  const item = newItem(at);
  let next = at + 1;
  if (token.text === 'christmas') {
    item.fields.month = 12;
    item.fields.day = 25;
    if (is(tokens[next], 'day')) next++;
    else if (is(tokens[next], 'eve')) {
      item.fields.day = 24;
      next++;
    }
  } else {
    if (!is(tokens[next], 'year') || !tokens[next]!.capital) return null;
    next++;
    item.fields.month = 1;
    item.fields.day = 1;
    if (isApostrophe(tokens[next]) && is(tokens[next + 1], 's') && !tokens[next]!.spaced) next += 2;
    if (is(tokens[next], 'day')) next++;
    else if (is(tokens[next], 'eve')) {
      item.fields.month = 12;
      item.fields.day = 31;
      next++;
    } else if (next === at + 2) {
      // "New Year 1924" is a time rather than a day.
      delete item.fields.day;
      item.fields.part = 'first-week';
    }
  }
  const bare = next;
  next = yearAfter(source, next, item);
  item.to = next;
  if (next === bare) {
    const before = tokens[at - 1];
    if (tokens[next]?.capital && tokens[next]!.kind === WORD && tokens[next]!.sentence === token.sentence) return null;
    if (
      !before ||
      before.kind !== WORD ||
      !/^(?:at|on|by|before|after|since|until|till|over|around|that|of|in|for|from|to|and|this|last|next)$/.test(before.text)
    )
      return null;
    if (tokens[next]?.kind === WORD && !(tokens[next]!.word && tokens[next]!.word!.tags & (PREPOSITION | DETERMINER | FUNCTION)))
      return null;
  }
  return { items: [item], next };
}

/** "the twenties", "the nineteen-twenties". */
function decadeWordAt(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const item = newItem(at);
  let next = at;
  const token = tokens[at]!;
  if (token.word!.tags & DECADE) {
    const before = tokens[at - 1];
    if (!before || !/^(?:the|early|mid|late|nineteen|eighteen|middle)$/.test(before.text) ? !isDash(before) : false) return null;
    // "in his twenties" is an age.
    item.fields.shortDecade = token.word!.value / 10;
    next = at + 1;
  } else {
    const century = token.word!.value;
    if (century < 10 || century > 20) return null;
    const decadeAt = isDash(tokens[at + 1]) ? at + 2 : at + 1;
    const decade = tokens[decadeAt]?.word;
    if (!decade || !(decade.tags & DECADE)) return null;
    item.fields.decade = century * 10 + decade.value / 10;
    next = decadeAt + 1;
  }
  mark(source, item, 'decade', at, next);
  item.to = next;
  return { items: [item], next };
}

/** "the nineteenth century", "the 4th century BC". */
function centuryAt(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const ordinal = ordinalAt(tokens, at);
  if (!ordinal || ordinal.value > 40) return null;
  const unit = isDash(tokens[ordinal.next]) ? ordinal.next + 1 : ordinal.next;
  if (!is(tokens[unit], 'century') && !is(tokens[unit], 'centuries')) return null;
  const item = newItem(at);
  item.fields.century = ordinal.value;
  mark(source, item, 'century', at, ordinal.next);
  let next = unit + 1;
  const era = eraAt(tokens, next, source.text);
  if (era) {
    item.fields.era = era.era;
    mark(source, item, 'era', next, era.next);
    next = era.next;
  }
  item.to = next;
  return { items: [item], next };
}

/** Dates that begin with a number of four digits, or of fewer with an era. */
function yearFirst(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const token = tokens[at]!;
  const item = newItem(at);
  // 1920s, 1920's, 470s BC
  const apostropheS =
    token.text === '' && isApostrophe(tokens[at + 1]) && !tokens[at + 1]!.spaced && is(tokens[at + 2], 's') && !tokens[at + 2]!.spaced;
  if ((token.text === 's' || apostropheS) && token.value % 10 === 0 && token.value > 0 && token.digits >= 2 && token.digits <= 4) {
    let next = apostropheS ? at + 3 : at + 1;
    const era = eraAt(tokens, next, source.text);
    if (token.digits < 4 && era?.era !== 'bc') return null;
    item.fields.decade = token.value / 10;
    mark(source, item, 'decade', at, next);
    if (era) {
      item.fields.era = era.era;
      mark(source, item, 'era', next, era.next);
      next = era.next;
    }
    item.to = next;
    return { items: [item], next };
  }
  if (token.text !== '') return null;
  const numeric = figures(source, at);
  if (numeric) return numeric;
  const next = yearAt(source, at, item);
  if (next < 0) {
    // 499–449 BC
    if (token.value > 0 && token.digits <= 4 && isDash(tokens[at + 1])) {
      const last = newItem(at + 2);
      const number = tokens[at + 2];
      if (number?.kind === NUMBER && number.digits <= 4) {
        const end = yearAt(source, at + 2, last);
        if (end > 0 && last.fields.era === 'bc') {
          item.fields.year = token.value;
          item.fields.era = 'bc';
          mark(source, item, 'year', at, at + 1);
          item.to = at + 1;
          item.range = 'first';
          item.ordered = true;
          last.to = end;
          last.range = 'last';
          return { items: [item, last], next: end };
        }
      }
    }
    return null;
  }
  if (item.fields.era) return withTail(source, item, next);
  // 1922 Apr, 1922 April 3, 1917 Oct/Nov
  const month = monthAt(source, next);
  if (month && tokens[next]!.spaced && tokens[next]!.capital && !numberedBefore(tokens, at)) {
    const probe =
      monthFirst({ ...source, timelineHead: false }, next, month) ??
      (source.timelineHead || tokens[next]!.word!.doubtful ? soleMonth(source, next, month) : null);
    const led = /^(?:in|the|by|since|until|of|from|during)$/.test(tokens[at - 1]?.text ?? '');
    const named =
      tokens[month.next]?.kind === WORD && tokens[month.next]!.capital && !source.timelineHead && month.next === probe?.next && led;
    if (
      probe &&
      probe.items.every((i) => i.fields.year === undefined && i.fields.shortYear === undefined && !i.relativeYear) &&
      !named &&
      !(led && probe.items.some((i) => i.fields.day !== undefined))
    ) {
      const first = probe.items[0]!;
      first.fields.year = item.fields.year!;
      first.marks.unshift(...item.marks);
      first.from = at;
      for (const other of probe.items) {
        other.takesNext = false;
        if (other !== first) other.fields.year = item.fields.year!;
      }
      return probe;
    }
  }
  // 1982 summer
  const season = tokens[next];
  if (
    season?.word &&
    season.word.tags & SEASON &&
    season.spaced &&
    season.text !== 'fall' &&
    (source.timelineHead || countlessAfter(tokens, next + 1))
  ) {
    item.fields.season = season.word.value;
    mark(source, item, 'season', next, next + 1);
    item.to = next + 1;
    return aloneIsYear(source, at) ? { items: [item], next: next + 1 } : null;
  }
  const run = withTail(source, item, next);
  if (run.items.length > 1) return numberedBefore(tokens, at) || (countFollows(tokens, run.next) && !tokens[at - 1]) ? null : run;
  return aloneIsYear(source, at) ? run : null;
}

/** A year before a season is its year only where no noun follows: not "the 1982 summer offensive". */
function countlessAfter(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return !token || token.kind === MARK || Boolean(token.word && token.word.tags & (PREPOSITION | FUNCTION | DETERMINER));
}

function soleMonth(source: Source, at: number, month: MonthRead): DateRun {
  const item = newItem(at);
  item.fields.month = month.month;
  mark(source, item, 'month', at, month.next);
  item.to = month.next;
  return { items: [item], next: month.next };
}

/** The calendar date whose own words begin at this token. */
export function dateAt(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === NUMBER) {
    if (token.digits > 4 || token.value < 0) return null;
    if (token.digits <= 2) {
      const numeric = figures(source, at);
      if (numeric) return numeric;
      const run = dayFirst(source, at);
      if (run) return run;
      const century = centuryAt(source, at);
      if (century) return century;
    }
    return yearFirst(source, at);
  }
  if (token.kind === MARK) {
    if (!isApostrophe(token)) return null;
    // the '20s, '24
    const digits = tokens[at + 1];
    if (!digits || digits.spaced || digits.kind !== NUMBER || digits.digits !== 2) return null;
    const item = newItem(at);
    if (digits.text === 's' && digits.value % 10 === 0) {
      item.fields.shortDecade = digits.value / 10;
      mark(source, item, 'decade', at, at + 2);
      item.to = at + 2;
      return { items: [item], next: at + 2 };
    }
    if (!token.spaced && at > 0) return null;
    const next = yearAt(source, at, item);
    if (next < 0 || countFollows(tokens, next)) return null;
    const month = monthAt(source, next);
    if (month && source.timelineHead && tokens[next]!.spaced) {
      const run = monthFirst(source, next, month) ?? soleMonth(source, next, month);
      const first = run.items[0]!;
      if (run.items.length === 1 && first.fields.year === undefined && first.fields.shortYear === undefined) {
        first.fields.shortYear = item.fields.shortYear!;
        first.marks.unshift(...item.marks);
        first.from = at;
        return run;
      }
    }
    return withTail(source, item, next);
  }
  const { word } = token;
  if (!word) {
    if (token.text === 'christmas' || token.text === 'new') return feastAt(source, at);
    if (token.text === 'ad' || token.text === 'a') {
      const item = newItem(at);
      const next = yearAt(source, at, item);
      return next < 0 ? null : withTail(source, item, next);
    }
    return null;
  }
  if (word.tags & WEEKDAY) return weekdayFirst(source, at);
  if (word.tags & MONTH) {
    const month = monthAt(source, at);
    const run = month && monthFirst(source, at, month);
    if (run) return run;
  }
  if (word.tags & (ORDINAL | CARDINAL)) {
    const run = word.tags & ORDINAL || isDash(tokens[at + 1]) ? (dayFirst(source, at) ?? centuryAt(source, at)) : null;
    if (run) return run;
  }
  if (word.tags & SEASON) {
    const run = seasonAt(source, at);
    if (run) return run;
  }
  if (word.tags & DECADE) return decadeWordAt(source, at);
  if (word.tags & CARDINAL && word.value >= 10 && word.value <= 20) return decadeWordAt(source, at);
  if (token.text === 'year' && (is(tokens[at - 1], 'the') || source.timelineHead)) {
    const number = tokens[at + 1];
    if (!number || number.kind !== NUMBER) return null;
    const item = newItem(at);
    const next = yearAt(source, at + 1, item);
    return next < 0 ? null : withTail(source, item, next);
  }
  if (token.text === 'a') {
    const item = newItem(at);
    const next = yearAt(source, at, item);
    return next < 0 ? null : withTail(source, item, next);
  }
  return null;
}

/** "Sunday, 21 January 1924", "Sunday the 5th of March". */
function weekdayFirst(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const token = tokens[at]!;
  if (!token.capital && token.word!.doubtful) return null;
  let next = at + 1;
  if (token.word!.doubtful && is(tokens[next], '.') && !tokens[next]!.spaced) next++;
  if (is(tokens[next], ',')) next++;
  if (is(tokens[next], 'the')) next++;
  const inner = tokens[next];
  if (!inner || !(inner.kind === NUMBER || (inner.word && inner.word.tags & (MONTH | ORDINAL | CARDINAL)))) return null;
  const run =
    inner.kind === NUMBER && inner.digits <= 2
      ? (figures(source, next) ?? dayFirst(source, next))
      : inner.kind === WORD
        ? dateAt(source, next)
        : null;
  const first = run?.items[0];
  if (!run || !first || (first.fields.day === undefined && !first.fields.eitherOrder)) return null;
  first.fields.weekday = token.word!.value;
  const weekday: FieldMark = { start: token.start, end: token.end, field: 'weekday', style: source.text.slice(token.start, token.end) };
  first.marks.unshift(weekday);
  first.from = at;
  return run;
}

/** Turns the items of a run into expressions. */
export function expressionsOf(source: Source, run: DateRun): Expression[] {
  return run.items.map((item) => {
    const expression: Expression = {
      kind: 'date',
      start: source.tokens[item.from]!.start,
      end: source.tokens[item.to - 1]!.end,
      from: item.from,
      to: item.to,
      fields: item.fields,
      marks: item.marks,
    };
    if (item.takesNext) expression.takesNext = true;
    if (item.takesPrevious) expression.takesPrevious = true;
    if (item.range) expression.range = item.range;
    if (item.ordered) expression.ordered = true;
    if (item.relativeYear) expression.reference = { unit: 'year', direction: item.relativeYear, anchor: 'last' };
    return expression;
  });
}

export { cardinalAt, REFERENCE };
