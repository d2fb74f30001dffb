/** Whose book is meant: a book of the same or a like title, or a year behind a source's author, may belong to another author whom the sentence names. */
import type { Source } from '../chapter/model';
import { plainWord } from '../chapter/names/fold';
import { perWord } from '../chapter/names/memo';
import { isTitle } from '../chapter/names/people';
import { isCommonWord } from '../chapter/names/words';
import type { Token } from '../reading/tokens';

/** Between a title and whose it is stand so many words at the most. */
const REACH = 8;
const QUOTES = /^["“”'‘’*_]$/;
/** What may stand between an author's name and the title of his book. */
const LINKS =
  /^(?:[,(]|\d{4}|whose|who|in|his|her|the|a|an|own|first|great|early|later|famous|classic|short|long|new|old|big|massive|brief|popular|book|books|biography|life|study|work|volume|called|entitled|titled|wrote|writes|writing|published|publishes|publishing|author|of|had|has|already|then|also|once|later|before|after|him|them|earlier)$/;
/** Behind these a name is the topic or the place, not the author. */
const ASIDE = /^(?:of|on|about|in|at|from|for|to)$/;
const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

const isName = ({ kind, capitalised, text, lower }: Token) =>
  kind === 'word' && capitalised && text.length > 2 && !CALENDAR.test(lower) && !isTitle(text);

/** The words of a title, a publisher, a name. */
const wordsOf = perWord((text) => new Set(text.split(/[^\p{L}]+/u).map(plainWord)));

const isOfSource = (word: string, { title, names, publisher = '', authors }: Source): boolean =>
  [title, ...names, publisher, ...authors.flatMap(({ given = '', family }) => [given, family])].some((text) =>
    wordsOf(text).has(plainWord(word)),
  );

/** "Deutscher, whose *Stalin* came out in 1949", "Conquest’s *Stalin*", "*Stalin* by Ulam": the title is that of somebody whom `isAuthor` does not know. */
export function isByAnother(
  title: { readonly from: number; readonly to: number },
  tokens: readonly Token[],
  from: number,
  isAuthor: (word: string) => boolean,
): boolean {
  const owner = ownerBehind(title.to, tokens) ?? ownerBefore(title.from, tokens, from);
  return owner !== null && !isAuthor(owner.text);
}

function ownerBehind(to: number, tokens: readonly Token[]): Token | null {
  let at = to;
  while (at < to + REACH && tokens[at] && (QUOTES.test(tokens[at]!.text) || /^(?:[,()]|\d{4}|written|published)$/.test(tokens[at]!.lower)))
    at++;
  if (tokens[at]?.lower !== 'by') return null;
  // The surname stands last.
  let last: Token | null = null;
  for (let i = at + 1; i < at + 5 && tokens[i] && (isName(tokens[i]!) || /^(?:\p{Lu}|\.)$/u.test(tokens[i]!.text)); i++)
    if (isName(tokens[i]!)) last = tokens[i]!;
  return last;
}

function ownerBefore(title: number, tokens: readonly Token[], from: number): Token | null {
  for (let i = title - 1; i >= from && i >= title - REACH; i--) {
    const token = tokens[i]!;
    if (isName(token)) {
      if (i === from && isCommonWord(token.text) && !token.possessive) return null;
      const first = firstOfName(i, tokens, from);
      return ASIDE.test(tokens[first - 1]?.lower ?? '') && !token.possessive ? null : token;
    }
    if (!QUOTES.test(token.text) && !LINKS.test(token.lower)) return null;
  }
  return null;
}

function firstOfName(at: number, tokens: readonly Token[], from: number): number {
  let first = at;
  while (first > from && (tokens[first - 1]!.capitalised || tokens[first - 1]!.text === '.')) first--;
  return first;
}

/** "Service, like Volkogonov in his book of 1991": between the source's author and the year stands the name of somebody else. */
export function isYearOfAnother(tokens: readonly Token[], author: number, year: number, source: Source): boolean {
  let depth = 0;
  for (let i = author; i < year; i++) {
    const token = tokens[i]!;
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    // In brackets stand the publisher and the place.
    else if (depth <= 0 && isName(token) && !isOfSource(token.text, source)) {
      // "London: Pan"
      if (tokens[i + 1]?.text === ':') continue;
      const before = tokens[firstOfName(i, tokens, author) - 1]?.lower ?? '';
      if (!/^(?:in|at|of|on|about)$/.test(before) || token.possessive) return true;
    }
  }
  return false;
}
