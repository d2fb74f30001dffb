/** Cuts text into words, numbers and marks in one pass. */
import { WORDS, type Word } from './words';

export const WORD = 0;
export const NUMBER = 1;
export const MARK = 2;

/** A word, a number or a mark. A class, so that the text of the many words that are nothing to do with time is cut out only when it is asked for. */
export class Token {
  constructor(
    private readonly source: string,
    readonly kind: 0 | 1 | 2,
    readonly start: number,
    readonly end: number,
    /** Whether a space stands before it. */
    readonly spaced: boolean,
    /** Whether the first letter is a capital. */
    readonly capital: boolean,
    /** The entry in the table of time words, if the word has one. */
    readonly word: Word | undefined,
    /** The number's value; -1 where it is written with thousands commas, and so is a count. */
    readonly value: number,
    /** How many digits. */
    readonly digits: number,
    /** Running number of its sentence. */
    readonly sentence: number,
    private written: string | null,
  ) {}

  /** Lower case; for a number its suffix ("st", "s"), for a mark the character; empty for a word longer than any that matters. */
  get text(): string {
    if (this.written === null) this.written = this.end - this.start > LONGEST ? '' : this.source.slice(this.start, this.end).toLowerCase();
    return this.written;
  }
}

/** No word that matters is longer. */
const LONGEST = 20;

const SPACE = 1;
const DIGIT = 2;
const UPPER = 4;
const LETTER = 8;

/** What each of the first 128 characters is. */
const ASCII = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  if (c === 32 || (c >= 9 && c <= 13)) ASCII[c] = SPACE;
  else if (c >= 48 && c <= 57) ASCII[c] = DIGIT;
  else if (c >= 65 && c <= 90) ASCII[c] = UPPER | LETTER;
  else if (c >= 97 && c <= 122) ASCII[c] = LETTER;
}

/** What a character is; beyond ASCII, everything that is not plainly a mark or a space counts as a letter. */
function classOf(c: number): number {
  if (c < 128) return ASCII[c]!;
  if (c === 0xa0 || c === 0x2009 || c === 0x202f || c === 0x3000) return SPACE;
  if (c < 0xc0 || c === 0xd7 || c === 0xf7 || (c >= 0x2000 && c <= 0x206f) || (c >= 0x2100 && c <= 0x2bff)) return 0;
  return (c <= 0xde || (c >= 0x410 && c <= 0x42f) ? UPPER : 0) | LETTER;
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** The table of time words, hashed by their letters, so that looking a word up cuts nothing out of the text. */
const BUCKETS = 4096;
const hashed: ({ readonly text: string; readonly word: Word }[] | undefined)[] = new Array(BUCKETS).fill(undefined);
const step = (hash: number, code: number): number => (Math.imul(hash, 31) + (code | 32)) | 0;
let longestOfTime = 0;
for (const [text, word] of WORDS) {
  longestOfTime = Math.max(longestOfTime, text.length);
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  const bucket = hash & (BUCKETS - 1);
  hashed[bucket] ??= [];
  hashed[bucket].push({ text, word });
}

function lookUp(source: string, start: number, end: number, hash: number): { readonly text: string; readonly word: Word } | undefined {
  const bucket = hashed[hash & (BUCKETS - 1)];
  if (bucket === undefined) return undefined;
  for (const entry of bucket) {
    const { text } = entry;
    if (text.length !== end - start) continue;
    let i = 0;
    while (i < text.length && (source.charCodeAt(start + i) | 32) === text.charCodeAt(i)) i++;
    if (i === text.length) return entry;
  }
  return undefined;
}

/** Short forms whose full stop ends no sentence. */
const ABBREVIATIONS = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr prof st gen col capt lt sgt vol no nos p pp ch c ca cf eg ie etc al vs v op cit ed eds trans fig rev hon sen rep gov b d r a'.split(
    ' ',
  ),
);

/** A paragraph's tokens, the offset at which the next begins, and the number of its last sentence. */
export interface Lexed {
  readonly tokens: Token[];
  readonly next: number;
  readonly sentence: number;
}

/** The tokens from `from` to the next blank line or the end. Linear in their length. */
export function lex(text: string, from = 0, firstSentence = 0): Lexed {
  const tokens: Token[] = [];
  const length = text.length;
  let sentence = firstSentence;
  let at = from;
  let spaced = true;
  let ended = false;
  while (at < length) {
    const code = text.charCodeAt(at);
    const kindOf = classOf(code);
    if (kindOf === SPACE) {
      spaced = true;
      let newlines = 0;
      while (at < length) {
        const c = text.charCodeAt(at);
        if (classOf(c) !== SPACE) break;
        if (c === 10) newlines++;
        at++;
      }
      if (newlines > 1 && tokens.length > 0) return { tokens, next: at, sentence };
      continue;
    }
    const start = at;
    let kind: 0 | 1 | 2;
    let value = 0;
    let digits = 0;
    let word: Word | undefined;
    let string: string | null;
    const capital = (kindOf & UPPER) !== 0;
    if (kindOf === DIGIT) {
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
      while (at < length && classOf(text.charCodeAt(at)) & LETTER) at++;
      string = at === suffix ? '' : text.slice(suffix, at).toLowerCase();
    } else if (kindOf & LETTER) {
      kind = WORD;
      let hash = step(0, code);
      at++;
      while (at < length) {
        const c = text.charCodeAt(at);
        if ((classOf(c) & (LETTER | DIGIT)) === 0 && c !== 95) break;
        hash = step(hash, c);
        at++;
      }
      const entry = at - start > longestOfTime ? undefined : lookUp(text, start, at, hash);
      word = entry?.word;
      string = entry === undefined ? null : entry.text;
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
    if (kind !== MARK || !closes(string!)) ended = false;
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
    tokens.push(new Token(text, kind, start, at, spaced, capital, word, value, digits, sentence, string));
    spaced = false;
  }
  return { tokens, next: length, sentence };
}

/** Marks that may stand between the full stop and the next sentence. */
function closes(mark: string): boolean {
  return mark === '"' || mark === '”' || mark === '’' || mark === "'" || mark === ')' || mark === ']';
}
