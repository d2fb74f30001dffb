/** Recognises years: alone, after a month, as the tail of a range, before Christ, and as "that year". */
import { countFollows, numberedBefore } from './counts';
import { MARK, NUMBER, type Token, WORD } from './lexer';
import { type DateRun, type Item, is, isApostrophe, isDash, mark, newItem, type Source } from './run';

/** B.C., BC, BCE, A.D., AD, CE after a number: which era, and the token after it. */
export function eraAt(tokens: readonly Token[], at: number, text: string): { era: 'bc' | 'ad'; next: number } | null {
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

/** Plausible written years. */
export const plainYear = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === NUMBER && token.text === '' && token.digits === 4 && token.value >= 1000 && token.value <= 2199;

/** Whether a number goes on after the token, so that it is no year: 1924.5, 1924/1925/3. */
export function numberGoesOn(tokens: readonly Token[], at: number): boolean {
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
export function yearAt(source: Source, at: number, item: Item): number {
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
    if (era?.era !== 'ad') return -1;
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

export const YEAR_REFERENCES: Record<string, 'same' | 'before' | 'after'> = {
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
export function yearAfter(source: Source, at: number, item: Item): number {
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

/** `–29`, `-1929`, `/24` after a year: the other end of the range. Null where it is none. */
export function yearTail(source: Source, at: number, first: Item): Item | null {
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
    const nextCentury = dash.text === '–' && base % 100 >= 85;
    const isMonth = number.value >= 1 && number.value <= 12 && !apostrophe && number.value <= base % 100 && !nextCentury;
    if (isMonth || (slash && number.value !== (base + 1) % 100)) return null;
    item.fields.shortYear = number.value;
  }
  mark(source, item, 'year', at + 1, numberAt + 1);
  item.takesPrevious = true;
  return item;
}

/** The run of a year and what it may be a range with. */
export function withTail(source: Source, item: Item, next: number): DateRun {
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

/** Whether a four-digit number that stands alone is a year. */
export function aloneIsYear(source: Source, at: number): boolean {
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
  // "for 5 days, 1000 at a nearby factory": round numbers need a lead.
  if (
    token.value % 100 === 0 &&
    before &&
    before.kind === MARK &&
    before.text !== '(' &&
    before.text !== '.' &&
    before.text !== '*' &&
    !isDash(before) &&
    after &&
    !(after.kind === MARK)
  )
    return false;
  if (countFollows(tokens, at + 1)) {
    if (before?.kind !== WORD) return false;
    // "in 1917 soldiers deserted", "the 1905 strikes", "early 1917 strikes"
    return /^(?:in|since|until|till|during|the|its|their|his|her|early|late|mid|by|before|after|year|throughout|from|summer|spring|autumn|winter|between)$/.test(
      before.text,
    );
  }
  return true;
}
