/** Reads numbers written in words or digits. */
import { MARK, NUMBER, type Token } from './lexer';
import { CARDINAL, ORDINAL } from './words';

export interface Numeral {
  readonly value: number;
  /** Token after it. */
  readonly next: number;
}

const hyphen = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === MARK && (token.text === '-' || token.text === '‐' || token.text === '‑');

/** three, 3, twenty-five, a hundred and twenty; not "a", and not a count with thousands commas. */
export function cardinalAt(tokens: readonly Token[], at: number, belowHundred = false): Numeral | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === NUMBER)
    return token.value >= 0 && token.text === '' && token.digits <= 4 ? { value: token.value, next: at + 1 } : null;
  const word = token.word;
  if (!word || !(word.tags & CARDINAL)) return null;
  let value = word.value;
  let next = at + 1;
  if (value >= 20 && value < 100) {
    const unitAt = hyphen(tokens[next]) ? next + 1 : next;
    const unit = tokens[unitAt]?.word;
    if (unit && unit.tags & CARDINAL && unit.value > 0 && unit.value < 10) {
      value += unit.value;
      next = unitAt + 1;
    }
  }
  if (!belowHundred && tokens[next]?.text === 'hundred' && value < 100) {
    value *= 100;
    next++;
    if (tokens[next]?.text === 'and') {
      const rest = cardinalAt(tokens, next + 1, true);
      if (rest && rest.value < 100) return { value: value + rest.value, next: rest.next };
    }
  }
  return { value, next };
}

/** third, 3rd, twenty-first. */
export function ordinalAt(tokens: readonly Token[], at: number): Numeral | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === NUMBER) {
    const { text } = token;
    return token.value > 0 &&
      (text === 'st' ||
        text === 'nd' ||
        text === 'rd' ||
        text === 'th' ||
        (text === 'd' && (token.value % 10 === 2 || token.value % 10 === 3)))
      ? { value: token.value, next: at + 1 }
      : null;
  }
  const word = token.word;
  if (!word) return null;
  if (word.tags & ORDINAL) return { value: word.value, next: at + 1 };
  if (word.tags & CARDINAL && word.value >= 20 && word.value < 100 && hyphen(tokens[at + 1])) {
    const unit = tokens[at + 2]?.word;
    if (unit && unit.tags & ORDINAL && unit.value < 10) return { value: word.value + unit.value, next: at + 3 };
  }
  return null;
}
