/** Reads lengths of time: "three years", "almost two years", "a year and a half", "ten-day". */
import { MARK, NUMBER, type Token, WORD } from './lexer';
import type { Duration, TimeUnit } from './model';
import { cardinalAt } from './numerals';
import { UNIT, type Unit } from './words';

export interface DurationRead {
  readonly duration: Duration;
  /** First token, modifiers such as "almost" included. */
  readonly from: number;
  readonly next: number;
  /** "ten-day", "six-month": an adjective. */
  readonly adjective: boolean;
  /** No number was given: "years", "a few days". */
  readonly vague: boolean;
}

const LETTERS: Record<Unit, string> = {
  day: 'D',
  week: 'W',
  fortnight: 'W',
  month: 'M',
  year: 'Y',
  season: 'M',
  decade: 'Y',
  century: 'Y',
};
/** How many of the ISO letter's unit one of these is. */
const FACTORS: Partial<Record<Unit, number>> = { fortnight: 2, decade: 10, century: 100 };

/** The length of so many units; `min` and `max` as the words allow. */
export function durationOf(unit: Unit, amount: number | null, min: number, max: number): Duration {
  const factor = FACTORS[unit] ?? 1;
  const iso = `P${amount === null ? 'X' : String(amount * factor)}${LETTERS[unit]}`;
  if (unit === 'fortnight') return { iso, unit: 'week', min: min * 2, max: max * 2 };
  return { iso, unit: unit as TimeUnit, min, max };
}

type Widen = (n: number) => readonly [number, number];

const about: Widen = (n) => {
  const slack = Math.max(n / 4, n >= 2 ? 1 : 0);
  return [n - slack, n + slack];
};
const almost: Widen = (n) => [n * 0.75, n];
const over: Widen = (n) => [n, Infinity];
const under: Widen = (n) => [0, n];
const exactly: Widen = (n) => [n, n];

/** Words before an amount, longest first, and what they make of it. */
const MODIFIERS: readonly (readonly [readonly string[], Widen])[] = (
  [
    ['a little more than', (n) => [n, n * 1.25]],
    ['little more than', (n) => [n, n * 1.25]],
    ['a little less than', almost],
    ['little less than', almost],
    ['rather more than', (n) => [n, n * 1.5]],
    ['rather less than', almost],
    ['no more than', under],
    ['no less than', over],
    ['not more than', under],
    ['not less than', over],
    ['more than', over],
    ['less than', under],
    ['fewer than', under],
    ['at least', over],
    ['at most', under],
    ['up to', under],
    ['a little over', (n) => [n, n * 1.25]],
    ['little over', (n) => [n, n * 1.25]],
    ['just over', (n) => [n, n * 1.25]],
    ['well over', over],
    ['just under', almost],
    ['well under', under],
    ['not quite', almost],
    ['very nearly', almost],
    ['getting on for', almost],
    ['close to', about],
    ['the best part of', (n) => [n * 0.6, n]],
    ['the better part of', (n) => [n * 0.6, n]],
    ['a mere', exactly],
    ['a full', exactly],
    ['a good', (n) => [n, n * 1.25]],
    ['over', over],
    ['under', under],
    ['almost', almost],
    ['nearly', almost],
    ['barely', almost],
    ['about', about],
    ['around', about],
    ['roughly', about],
    ['approximately', about],
    ['circa', about],
    ['some', about],
    ['exactly', exactly],
    ['precisely', exactly],
    ['only', exactly],
    ['just', exactly],
    ['fully', exactly],
  ] as [string, Widen][]
).map(([words, widen]) => [words.split(' '), widen] as const);

const MODIFIER_STARTS = new Set(MODIFIERS.map(([words]) => words[0]!));

export function matches(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++) if (tokens[at + i]?.text !== words[i]) return false;
  return true;
}

function modifierAt(tokens: readonly Token[], at: number): { widen: Widen; next: number } | null {
  const token = tokens[at];
  if (!token || token.kind !== WORD || !MODIFIER_STARTS.has(token.text)) return null;
  for (const [words, widen] of MODIFIERS) if (matches(tokens, at, words)) return { widen, next: at + words.length };
  return null;
}

interface Amount {
  /** Null where no number is given. */
  readonly amount: number | null;
  readonly min: number;
  readonly max: number;
  readonly next: number;
  /** "a", "half a", "one": the unit must be singular. */
  readonly singular?: boolean;
}

const fixed = (amount: number, next: number, singular = false): Amount => ({ amount, min: amount, max: amount, next, singular });

function amountAt(tokens: readonly Token[], at: number): Amount | null {
  const token = tokens[at];
  if (!token) return null;
  const next = tokens[at + 1]?.text;
  switch (token.text) {
    case 'a':
    case 'an':
      if (next === 'few') return { amount: null, min: 2, max: 8, next: at + 2 };
      if (next === 'couple')
        return tokens[at + 2]?.text === 'of' ? { amount: 2, min: 2, max: 3, next: at + 3 } : { amount: 2, min: 2, max: 3, next: at + 2 };
      if (next === 'dozen') return fixed(12, at + 2);
      if (next === 'hundred') return fixed(100, at + 2);
      if (next === 'half' || next === 'quarter') return null;
      if (next === 'single' || next === 'whole' || next === 'full' || next === 'good' || next === 'mere') return fixed(1, at + 2, true);
      return fixed(1, at + 1, true);
    case 'several':
      return { amount: null, min: 2, max: 12, next: at + 1 };
    case 'few':
      return { amount: null, min: 2, max: 8, next: at + 1 };
    case 'many':
    case 'countless':
      return { amount: null, min: 3, max: Infinity, next: at + 1 };
    case 'couple':
      return next === 'of' ? { amount: 2, min: 2, max: 3, next: at + 2 } : null;
    case 'half':
      if (next === 'a' || next === 'an') return fixed(0.5, at + 2, true);
      if (next === '-') return fixed(0.5, at + 2, true);
      return null;
  }
  const first = cardinalAt(tokens, at);
  if (!first) return null;
  let { value, next: end } = first;
  const link = tokens[end]?.text;
  if (link === 'and' && tokens[end + 1]?.text === 'a' && tokens[end + 2]?.text === 'half') return fixed(value + 0.5, end + 3);
  if (link === 'and' && tokens[end + 1]?.text === 'half') return fixed(value + 0.5, end + 2);
  // two or three, 2–3, ten to twelve
  if (link === 'or' || link === 'to' || link === '-' || link === '–') {
    const second = cardinalAt(tokens, end + 1);
    if (second && second.value > value && second.value < 1000) return { amount: value, min: value, max: second.value, next: second.next };
  }
  if (
    link === '.' &&
    !tokens[end]!.spaced &&
    tokens[end + 1]?.kind === NUMBER &&
    !tokens[end + 1]!.spaced &&
    tokens[end + 1]!.digits === 1
  ) {
    value += tokens[end + 1]!.value / 10;
    end += 2;
  }
  return fixed(value, end, value === 1);
}

/** Adjectives that may stand between number and unit. */
const BETWEEN = new Set([
  'long',
  'short',
  'full',
  'whole',
  'more',
  'further',
  'other',
  'additional',
  'brutal',
  'bloody',
  'hard',
  'bitter',
  'consecutive',
  'successive',
  'calendar',
  'solid',
  'entire',
  'difficult',
  'terrible',
  'extra',
  'crucial',
  'eventful',
  'quiet',
]);

/** "seven years to the day", "ten years, almost to the day,": how exactly it is meant is part of the length. */
function behindToTheDay(tokens: readonly Token[], at: number): number {
  const isApposed = tokens[at]?.text === ',';
  let to = isApposed ? at + 1 : at;
  if (/^(?:almost|nearly|exactly)$/.test(tokens[to]?.text ?? '')) to++;
  if (tokens[to]?.text !== 'to' || tokens[to + 1]?.text !== 'the') return at;
  const unit = tokens[to + 2]?.text === 'very' ? to + 3 : to + 2;
  if (!/^(?:day|week|month|hour)$/.test(tokens[unit]?.text ?? '')) return at;
  return isApposed && tokens[unit + 1]?.text === ',' ? unit + 2 : unit + 1;
}

/** The length of time that begins at this token, if one does. */
export function durationAt(tokens: readonly Token[], at: number): DurationRead | null {
  let modifier = modifierAt(tokens, at);
  let start = modifier ? modifier.next : at;
  let amount = amountAt(tokens, start);
  // "a full year": the article is the amount.
  if (modifier && !amount && tokens[at]!.text === 'a') {
    modifier = null;
    start = at;
    amount = amountAt(tokens, at);
  }
  // "another seven months", "a further two years"
  if (!amount && (tokens[start]?.text === 'another' || tokens[start]?.text === 'further')) {
    amount = amountAt(tokens, start + 1) ?? fixed(1, start + 1, true);
  } else if (
    amount?.singular &&
    amount.next === start + 1 &&
    (tokens[start + 1]?.text === 'further' || tokens[start + 1]?.text === 'mere' || tokens[start + 1]?.text === 'full')
  ) {
    const inner = amountAt(tokens, start + 2);
    if (inner) amount = inner;
  }
  if (!amount) {
    // "a quarter of a century"
    if (tokens[start]?.text === 'a' || tokens[start]?.text === 'the') start++;
    if (
      tokens[start]?.text === 'quarter' &&
      tokens[start + 1]?.text === 'of' &&
      tokens[start + 2]?.text === 'a' &&
      tokens[start + 3]?.text === 'century'
    ) {
      const [min, max] = (modifier?.widen ?? exactly)(25);
      return { duration: { iso: 'P25Y', unit: 'year', min, max }, from: at, next: start + 4, adjective: false, vague: false };
    }
    if (
      (tokens[start]?.text === 'half' || tokens[start]?.text === 'quarter') &&
      tokens[start + 1]?.text === '-' &&
      tokens[start + 2]?.text === 'century' &&
      start > at
    ) {
      const years = tokens[start]!.text === 'half' ? 50 : 25;
      return {
        duration: { iso: `P${years}Y`, unit: 'year', min: years, max: years },
        from: at,
        next: start + 3,
        adjective: false,
        vague: false,
      };
    }
    return null;
  }
  let unitAt = amount.next;
  let adjective = false;
  const hyphen = tokens[unitAt];
  if (hyphen?.kind === MARK && (hyphen.text === '-' || hyphen.text === '‐' || hyphen.text === '‑')) {
    adjective = true;
    unitAt++;
  } else if (!amount.singular && BETWEEN.has(tokens[unitAt]?.text ?? '')) unitAt++;
  const unitToken = tokens[unitAt];
  const word = unitToken?.word;
  if (!unitToken || !word?.unit || !(word.tags & UNIT)) return null;
  let { amount: number, min, max } = amount;
  // "five year plan": a singular unit after a number is an adjective; "a years" is nothing.
  if (amount.singular && word.plural) return null;
  if (!amount.singular && !word.plural && amount.amount !== 1) adjective = true;
  if (number !== null && number > 2000) return null;
  let next = unitAt + 1;
  // "a year and a half", "a month-and-a-half"
  if (amount.singular && number === 1) {
    let half = next;
    if (tokens[half]?.text === '-') half++;
    if (tokens[half]?.text === 'and') {
      half++;
      if (tokens[half]?.text === '-') half++;
      if (tokens[half]?.text === 'a') {
        half++;
        if (tokens[half]?.text === '-') half++;
        if (tokens[half]?.text === 'half') {
          number = min = max = 1.5;
          next = half + 1;
        }
      }
    }
  }
  if (
    adjective &&
    (tokens[next]?.text === '-' || tokens[next]?.text === 'long') &&
    tokens[next + (tokens[next]?.text === '-' ? 1 : 0)]?.text === 'long'
  ) {
    next += tokens[next]?.text === '-' ? 2 : 1;
  }
  // "a month or so"
  const orSo = tokens[next]?.text === 'or' && tokens[next + 1]?.text === 'so';
  if (orSo) next += 2;
  next = behindToTheDay(tokens, next);
  if (number !== null && (modifier || orSo)) [min, max] = (modifier?.widen ?? about)(number);
  // "two years' work": the apostrophe stays outside.
  return { duration: durationOf(word.unit, number, min, max), from: at, next, adjective, vague: number === null };
}
