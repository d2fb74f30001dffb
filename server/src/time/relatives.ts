/** Recognises dates that point at another date: "the following year", "that December", "two months later", "the year before". */

import { type DurationRead, durationOf } from './durations';
import type { RawFields, Reference } from './expression';
import { MARK, NUMBER, type Token, WORD } from './lexer';
import type { TimeUnit } from './model';
import { ordinalAt } from './numerals';
import { DETERMINER, FUNCTION, MONTH, PREPOSITION, SEASON, UNIT, type Unit } from './words';

export interface RelativeRead {
  readonly reference: Reference;
  readonly fields: RawFields;
  readonly from: number;
  readonly next: number;
}

const DIRECTIONS: Record<string, 'before' | 'after' | 'same'> = {
  same: 'same',
  following: 'after',
  next: 'after',
  ensuing: 'after',
  succeeding: 'after',
  subsequent: 'after',
  coming: 'after',
  previous: 'before',
  preceding: 'before',
  prior: 'before',
  last: 'before',
};

const DAYTIMES = new Set(['morning', 'afternoon', 'evening', 'night']);

function unitOf(token: Token | undefined): Unit | 'daytime' | null {
  if (!token) return null;
  if (token.word?.unit && token.word.tags & UNIT && !token.word.plural) return token.word.unit;
  return DAYTIMES.has(token.text) ? 'daytime' : null;
}

const asTimeUnit = (unit: Unit | 'daytime'): TimeUnit => (unit === 'daytime' ? 'day' : unit === 'fortnight' ? 'week' : unit);

const one = (unit: Unit | 'daytime') => durationOf(unit === 'daytime' ? 'day' : unit, 1, 1, 1);
const nothing = (unit: TimeUnit) => durationOf(unit === 'season' ? 'month' : unit, 0, 0, 0);

/** A month that may stand after "that", "next", "the previous". */
const monthName = (token: Token | undefined): number | null =>
  token?.word && token.word.tags & MONTH && token.capital && (!token.word.doubtful || token.text === 'march' || token.text === 'may')
    ? token.word.value
    : null;

/**
 * Noun phrases: "that year", "the same month", "the following spring", "next April", "the day after", "the year before last" (no).
 * With `inPart` also "the year", "the month", as in "the end of the year".
 */
export function referenceAt(tokens: readonly Token[], at: number, inPart: boolean): RelativeRead | null {
  const first = tokens[at];
  if (!first || first.kind !== WORD) return null;
  const other = timeAt(tokens, at) ?? anniversaryAt(tokens, at);
  if (other) return other;
  let next = at;
  let direction: 'before' | 'after' | 'same' | undefined;
  let bare = false;
  if (first.text === 'that' || first.text === 'this') {
    direction = 'same';
    next++;
    if (tokens[next]?.text === 'very') next++;
    if (tokens[next]?.text === 'same') next++;
  } else if (first.text === 'the') {
    next++;
    if (tokens[next]?.text === 'very' || tokens[next]?.text === 'immediately' || tokens[next]?.text === 'just') next++;
    direction = DIRECTIONS[tokens[next]?.text ?? ''];
    if (direction && tokens[next]!.text === 'last') return null;
    if (direction) next++;
  } else if (first.text === 'same' && (!tokens[at - 1] || tokens[at - 1]!.kind === MARK)) {
    // notes: "(same year)"
    direction = 'same';
    next++;
  } else {
    if (first.text !== 'next' && first.text !== 'last') return null;
    direction = DIRECTIONS[first.text];
    bare = true;
    next++;
  }
  const token = tokens[next];
  if (!token || token.kind !== WORD) return null;
  if (!direction) {
    const named = monthName(token);
    const link = tokens[next + 1]?.text;
    if (named !== null && (link === 'after' || link === 'before')) {
      return {
        reference: { unit: 'month', direction: link, anchor: ends(tokens, next + 2) },
        fields: { month: named },
        from: at,
        next: next + 2,
      };
    }
    const unit = unitOf(token);
    if (!unit || unit === 'daytime') return null;
    const after = tokens[next + 1]?.text;
    const beyond = tokens[next + 2];
    // "the year before", "the day after": the noun that follows, if one does, is what it is reckoned from.
    if (after === 'before' || after === 'after') {
      if (beyond?.text === 'last' || beyond?.text === 'next') return null;
      return {
        reference: { unit: asTimeUnit(unit), direction: after, distance: one(unit), anchor: ends(tokens, next + 2), noun: true },
        fields: {},
        from: at,
        next: next + 2,
      };
    }
    // "the year following", "in the month preceding": the day, year, month or week beside the story's.
    if (
      (after === 'following' || after === 'preceding' || after === 'previous') &&
      (unit === 'day' || unit === 'year' || unit === 'month' || unit === 'week') &&
      ends(tokens, next + 2) === 'last'
    ) {
      return {
        reference: { unit, direction: after === 'following' ? 'after' : 'before', distance: one(unit), anchor: 'last', noun: true },
        fields: {},
        from: at,
        next: next + 2,
      };
    }
    if (inPart && unit !== 'day' && tokens[next + 1]?.text !== 'of' && !(tokens[next + 1]?.kind === NUMBER)) {
      return {
        reference: { unit: asTimeUnit(unit), direction: 'same', distance: nothing(asTimeUnit(unit)), anchor: 'last', noun: true },
        fields: {},
        from: at,
        next: next + 1,
      };
    }
    return null;
  }
  const month = monthName(token);
  if (month !== null) {
    // "that March 1921" is no reference; "next May Day" is no month.
    const after = tokens[next + 1];
    if (after?.kind === NUMBER || (after?.kind === WORD && after.capital && after.sentence === token.sentence && direction !== 'same'))
      return null;
    if (first.text === 'this' && after?.kind === WORD && after.capital) return null;
    return { reference: { unit: 'month', direction, anchor: 'last' }, fields: { month }, from: at, next: next + 1 };
  }
  if (token.word && token.word.tags & SEASON) {
    const after = tokens[next + 1];
    if (after && !(after.kind === MARK || (after.word && after.word.tags & (PREPOSITION | FUNCTION | DETERMINER))) && direction === 'same')
      return null;
    if (after?.text === 'of') return null;
    return { reference: { unit: 'season', direction, anchor: 'last' }, fields: { season: token.word.value }, from: at, next: next + 1 };
  }
  const unit = unitOf(token);
  if (!unit) return null;
  // "on the same day as the general": the day of what follows.
  if (direction === 'same' && tokens[next + 1]?.text === 'as') return null;
  if (unit === 'daytime' && (direction === 'before' || first.text === 'that' || first.text === 'this' || bare)) return null;
  // "next day" and "next year" are said of the story too; "last year" is the writer's own.
  if (bare && direction === 'before' && tokens[next + 1]?.text === 'of') return null;
  if (bare && tokens[at - 1]?.text === 'the') return null;
  if (tokens[next + 1]?.text === '-') return null;
  // "that day" may be "the fact that day…"; "this century" is the writer's.
  const today = (bare && direction === 'before') || (first.text === 'this' && (unit === 'century' || unit === 'decade'));
  const distance = direction === 'same' ? nothing(asTimeUnit(unit)) : one(unit);
  return {
    reference: { unit: asTimeUnit(unit), direction, distance, anchor: today ? 'today' : 'last', noun: true },
    fields: {},
    from: at,
    next: next + 1,
  };
}

const TIME_LEADS = new Set([
  'at',
  'by',
  'since',
  'until',
  'till',
  'from',
  'around',
  'before',
  'after',
  'during',
  'throughout',
  'in',
  'over',
]);
const TIMES = new Set(['time', 'period']);

/** "at the same time", "by that time", "during this period": a time, not a calendar unit; which one is left open. */
function timeAt(tokens: readonly Token[], at: number): RelativeRead | null {
  let next = at + 1;
  const first = tokens[at]!.text;
  if (first === 'the') {
    if (tokens[next]?.text !== 'same') return null;
    next++;
  } else if (first !== 'that' && first !== 'this') return null;
  if (!TIMES.has(tokens[next]?.text ?? '') || !TIME_LEADS.has(tokens[at - 1]?.text ?? '')) return null;
  // "in that period of the war" says which.
  if (tokens[next]!.text !== 'time' && tokens[next + 1]?.text === 'of') return null;
  return {
    reference: { unit: 'day', direction: 'same', distance: nothing('day'), anchor: 'last', open: true },
    fields: {},
    from: at,
    next: next + 1,
  };
}

/** "the tenth anniversary of the revolution": so many years after an event. */
function anniversaryAt(tokens: readonly Token[], at: number): RelativeRead | null {
  const ordinal = ordinalAt(tokens, tokens[at]?.text === 'the' ? at + 1 : at);
  if (!ordinal || tokens[ordinal.next]?.text !== 'anniversary') return null;
  return {
    reference: {
      unit: 'year',
      direction: 'after',
      distance: durationOf('year', ordinal.value, ordinal.value, ordinal.value),
      anchor: 'event',
      apposed: true,
    },
    fields: {},
    from: at,
    next: ordinal.next + 1,
  };
}

/** Words after "two years after" that are not what it is reckoned from: the "after" was an adverb. */
const ADVERBIAL = new Set([
  'had',
  'was',
  'were',
  'is',
  'came',
  'saw',
  'when',
  'but',
  'and',
  'or',
  'as',
  'also',
  'too',
  'however',
  'which',
  'who',
  'so',
  'then',
  'only',
  'not',
  'again',
  'still',
]);

/** Whether the words stop here, or go on with what the distance is reckoned from. */
function ends(tokens: readonly Token[], at: number): 'last' | 'next' | 'event' {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || token.kind === MARK || token.sentence !== before!.sentence)
    return token && (token.text === "'" || token.text === '’') ? 'next' : 'last';
  if (token.kind === NUMBER) return 'next';
  if (token.text === 'that' || token.text === 'this') {
    const after = tokens[at + 1];
    if (!after || after.kind === MARK || (after.word && after.word.tags & (PREPOSITION | FUNCTION | DETERMINER))) return 'last';
    return 'event';
  }
  if (token.word && token.word.tags & MONTH && token.capital) return 'next';
  if (token.word && token.word.tags & PREPOSITION && token.text !== 'the') return 'last';
  if (ADVERBIAL.has(token.text)) return 'last';
  return 'event';
}

/** "weeks later": a plural unit without a number. */
export function bareUnits(tokens: readonly Token[], at: number): DurationRead | null {
  const word = tokens[at]?.word;
  if (!word?.unit || !word.plural || !(word.tags & UNIT)) return null;
  return { duration: durationOf(word.unit, null, 2, Infinity), from: at, next: at + 1, adjective: false, vague: true };
}

/** "two months later", "three years earlier", "a week before", "years afterwards", "two years on": a length of time and which way it goes. */
export function shiftedFrom(tokens: readonly Token[], read: DurationRead): RelativeRead | null {
  if (read.adjective) return null;
  // "a year and two weeks later": this is only what is over the year.
  if (tokens[read.from - 1]?.text === 'and' && tokens[read.from - 2] && unitOf(tokens[read.from - 2]!)) return null;
  const { next, duration } = read;
  const token = tokens[next];
  if (!token || token.kind !== WORD) return null;
  const following = tokens[next + 1];
  const result = (direction: 'before' | 'after', anchor: Reference['anchor'], end: number): RelativeRead => ({
    reference: { unit: duration.unit, direction, distance: duration, anchor },
    fields: {},
    from: read.from,
    next: end,
  });
  switch (token.text) {
    case 'later':
    case 'afterwards':
    case 'afterward':
    case 'thereafter':
    case 'hence':
      return result('after', 'last', next + 1);
    case 'earlier':
    case 'previously':
    case 'beforehand':
      return result('before', 'last', next + 1);
    case 'on':
      // "two years on," but not "two years on the throne"
      if (!following || following.kind === MARK || following.text === 'and' || following.text === 'but' || following.text === 'from')
        return result('after', following?.text === 'from' ? 'event' : 'last', next + 1);
      return null;
    case 'ago':
      return result('before', 'today', next + 1);
    case 'prior':
      return result('before', following?.text === 'to' ? 'event' : 'last', next + 1);
    case 'after':
    case 'before':
    case 'following': {
      const direction = token.text === 'before' ? 'before' : 'after';
      const anchor = ends(tokens, next + 1);
      if (token.text === 'following' && anchor === 'last') return null;
      if (anchor === 'last' && (following?.text === 'that' || following?.text === 'this')) return result(direction, 'last', next + 2);
      return result(direction, anchor, next + 1);
    }
  }
  return null;
}
