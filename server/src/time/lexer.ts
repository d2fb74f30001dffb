/** Cuts text into words, numbers and marks in one pass. */
import { WORDS, type Word } from './words';

export const WORD = 0;
export const NUMBER = 1;
export const MARK = 2;

export interface Token {
  readonly kind: 0 | 1 | 2;
  readonly start: number;
  readonly end: number;
  /** Lower case; for a number its suffix ("st", "s"), for a mark the character. */
  readonly text: string;
  /** Whether a space stands before it. */
  readonly spaced: boolean;
  /** Whether the first letter is a capital. */
  readonly capital: boolean;
  /** The entry in the table of time words, if the word has one. */
  readonly word: Word | undefined;
  /** The number's value; -1 where it is written with thousands commas, and so is a count. */
  readonly value: number;
  /** How many digits. */
  readonly digits: number;
  /** Running numbers of paragraph and sentence. */
  readonly paragraph: number;
  readonly sentence: number;
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13) || c === 0xa0 || c === 0x202f || c === 0x2009;
const isUpper = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7) || (c >= 0x410 && c <= 0x42f);
const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) ||
  (c >= 65 && c <= 90) ||
  (c >= 0xc0 && c !== 0xd7 && c !== 0xf7 && (c < 0x2000 || (c > 0x206f && (c < 0x2100 || c > 0x2bff) && c !== 0x3000)));

/** Short forms whose full stop ends no sentence. */
const ABBREVIATIONS = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr prof st gen col capt lt sgt vol no nos p pp ch c ca cf eg ie etc al vs v op cit ed eds trans fig rev hon sen rep gov b d r a'.split(
    ' ',
  ),
);

/** The tokens of a text. Linear in its length. */
export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  let paragraph = 0;
  let sentence = 0;
  let at = 0;
  let spaced = true;
  let ended = false;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      spaced = true;
      let newlines = 0;
      while (at < length) {
        const c = text.charCodeAt(at);
        if (!isSpace(c)) break;
        if (c === 10) newlines++;
        at++;
      }
      if (newlines > 1) {
        paragraph++;
        sentence++;
        ended = false;
      }
      continue;
    }
    const start = at;
    let kind: 0 | 1 | 2;
    let value = 0;
    let digits = 0;
    let word: Word | undefined;
    let string: string;
    const capital = isUpper(code);
    if (isDigit(code)) {
      kind = NUMBER;
      while (at < length && isDigit(text.charCodeAt(at))) at++;
      digits = at - start;
      value = digits > 9 ? -1 : Number(text.slice(start, at));
      // 1,924 and 12,000,000 are counts.
      while (
        digits <= 3 &&
        text.charCodeAt(at) === 44 &&
        isDigit(text.charCodeAt(at + 1)) &&
        isDigit(text.charCodeAt(at + 2)) &&
        isDigit(text.charCodeAt(at + 3)) &&
        !isDigit(text.charCodeAt(at + 4))
      ) {
        at += 4;
        value = -1;
      }
      const suffix = at;
      while (at < length && isLetter(text.charCodeAt(at))) at++;
      string = at === suffix ? '' : text.slice(suffix, at).toLowerCase();
    } else if (isLetter(code)) {
      kind = WORD;
      at++;
      while (at < length) {
        const c = text.charCodeAt(at);
        if (!isLetter(c) && !isDigit(c) && c !== 95) break;
        at++;
      }
      // No time word is longer; a word of a hostile length is not worth copying.
      string = at - start > 20 ? '' : text.slice(start, at).toLowerCase();
      word = WORDS.get(string);
    } else {
      kind = MARK;
      at++;
      string = text[start]!;
    }
    if (
      ended &&
      spaced &&
      (capital || kind !== WORD) &&
      (kind !== MARK || string === '"' || string === '“' || string === '‘' || string === '(')
    )
      sentence++;
    if (kind !== MARK || !closes(string)) ended = false;
    if (kind === MARK && (string === '.' || string === '!' || string === '?')) {
      const before = tokens[tokens.length - 1];
      const abbreviated =
        string === '.' &&
        before !== undefined &&
        before.end === start &&
        before.kind === WORD &&
        (ABBREVIATIONS.has(before.text) || before.end - before.start === 1);
      ended = !abbreviated;
    }
    tokens.push({ kind, start, end: at, text: string, spaced, capital, word, value, digits, paragraph, sentence });
    spaced = false;
  }
  return tokens;
}

/** Marks that may stand between the full stop and the next sentence. */
function closes(mark: string): boolean {
  return mark === '"' || mark === '”' || mark === '’' || mark === "'" || mark === ')' || mark === ']';
}
