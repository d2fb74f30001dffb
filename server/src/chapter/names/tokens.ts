/** Names as tokens, the same for listed names and for the words of a text. */
import { nameNumber } from './numbers';

const INNER = /[\p{L}\p{M}\p{N}]/u;
const CLOSING = /[\p{L}\p{M}\p{N}.'’]/u;

/** The word without punctuation around it; a closing dot or apostrophe may belong to it. */
function trim(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && !INNER.test(codePoint(word, start))) start++;
  while (end > start && !CLOSING.test(word[end - 1]!) && !isLowSurrogate(word.charCodeAt(end - 1))) end--;
  return word.slice(start, end);
}

const codePoint = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at)!);
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Words of a name, punctuation around them dropped. */
export function nameWords(name: string): string[] {
  return name
    .split(/[\s,;:()/]+/)
    .map(trim)
    .filter((word) => word !== '');
}

/** Initials or an abbreviation: "V", "V.", "V.I", "C.C.", "N.E.P". */
const DOTTED = /^\p{Lu}(?:\.\p{Lu})*\.?$/u;
/** Initials written together with the name: "V.I.Lenin". */
const GLUED = /^((?:\p{Lu}\p{Ll}?\.)+)(\p{Lu}\p{Ll}.+)$/u;

/** The ways to read a written word as tokens, the likeliest first: initials apart or together, a hyphenated word whole or in parts. */
export function wordTokens(word: string): readonly (readonly string[])[] {
  if (word.includes('.')) {
    if (DOTTED.test(word)) {
      const initials = word.split('.').filter((part) => part !== '');
      return initials.length === 1 ? [initials] : [[initials.join('')], initials];
    }
    const glued = GLUED.exec(word);
    if (glued) return [[...glued[1]!.split('.').filter((part) => part !== ''), glued[2]!]];
    return [[word.replace(/\.$/, '')]];
  }
  if (/.[-‐‑]./.test(word) && nameNumber(word) === null) {
    const parts = word.split(/[-‐‑]/).filter((part) => part !== '');
    return parts.length > 1 ? [[word], parts] : [[word]];
  }
  // "VI Lenin", and "N E P" for a listed "NEP".
  if (word.length > 1 && word.length <= 4 && /^\p{Lu}+$/u.test(word)) return [[word], [...word]];
  return [[word]];
}

/** The word without a possessive ending, or null: "Lenin's", "Lenins'". */
export function withoutPossessive(word: string): string | null {
  const match = /^(.+)(?:[’'`]s|s[’'`])$/i.exec(word);
  return match ? match[1]! : null;
}

/** An article in front of a name counts for nothing: "the Terror". */
export function withoutArticle(words: readonly string[]): readonly string[] {
  return words.length > 1 && /^the$/i.test(words[0]!) ? words.slice(1) : words;
}

export const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);
export const isAllCapitals = (word: string): boolean => /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word);

/** A name put right in the letters in which it was written: all capitals, none, or a capital first. */
export function inFormOf(written: string, right: string): string {
  if (written.length > 1 && isAllCapitals(written)) return right.toUpperCase();
  if (!/\p{Lu}/u.test(written)) return right.toLowerCase();
  return isCapitalised(written) ? right[0]!.toUpperCase() + right.slice(1) : right;
}
