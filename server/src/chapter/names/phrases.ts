/** Names of several words with one of them misspelt: found by the others. */
import type { AnyFact } from '../model';
import { plainWord } from './fold';
import { perWord } from './memo';
import { nameNumber } from './numbers';
import { slipCost, slipLimit } from './slips';
import { withoutPossessive } from './tokens';

interface Phrase {
  readonly fact: AnyFact;
  readonly listed: string;
  /** As listed, and as compared. */
  readonly words: readonly string[];
  readonly keys: readonly string[];
}

/** A listed name but for a slip in one of its words. */
export interface PhraseSlip {
  readonly fact: AnyFact;
  readonly listed: string;
  /** Number of words taken. */
  readonly length: number;
  /** Which of them is the slip, counted from the first. */
  readonly gap: number;
  /** The listed word that was meant. */
  readonly meant: string;
  readonly cost: number;
}

/** Whether `written` may be a slip for a phrase's word, and at what cost at most; null where it is a word of its own there. */
export type LimitOf = (
  written: string,
  slip: { readonly fact: AnyFact; readonly words: readonly string[]; readonly gap: number },
) => number | null;

/** So many names with all words but one in common are compared, no more. */
const MOST_COMPARED = 64;
const MOST_WORDS = 8;

export class Phrases {
  private readonly byGap = new Map<string, Phrase[]>();
  /** What a stretch of text must begin with, its first two words with at most one slip, and how many words the longest such name has. */
  private readonly openings = new Map<string, number>();

  add(fact: AnyFact, listed: string, words: readonly string[]): void {
    if (words.length < 2 || words.length > MOST_WORDS) return;
    const phrase = { fact, listed, words, keys: words.map(wordKey) };
    for (const opening of openingsOf(phrase.keys[0]!, phrase.keys[1]!))
      this.openings.set(opening, Math.max(this.openings.get(opening) ?? 0, words.length));
    for (const key of gapKeys(phrase.keys)) {
      const phrases = this.byGap.get(key);
      if (!phrases) this.byGap.set(key, [phrase]);
      else if (phrases.length < MOST_COMPARED) phrases.push(phrase);
    }
  }

  /** The one fact whose name these words are but for a slip in one word. */
  find(words: readonly string[], limitOf: LimitOf): PhraseSlip | null {
    if (words.length < 2 || words.length > MOST_WORDS) return null;
    const keys = words.map(wordKey);
    let best: PhraseSlip | null = null;
    let rival = Number.POSITIVE_INFINITY;
    gapKeys(keys).forEach((key, gap) => {
      for (const phrase of this.byGap.get(key) ?? []) {
        const { fact, listed } = phrase;
        if (phrase.keys[gap] === keys[gap]) continue;
        const limit = limitOf(words[gap]!, { fact, words: phrase.words, gap });
        if (limit === null) continue;
        const cost = slipCost(phrase.keys[gap]!, keys[gap]!, limit);
        if (cost === Number.POSITIVE_INFINITY) continue;
        if (!best || cost < best.cost) {
          if (best && best.fact !== fact) rival = best.cost;
          best = { fact, listed, length: words.length, gap, meant: phrase.words[gap]!, cost };
        } else if (best.fact !== fact) rival = Math.min(rival, cost);
      }
    });
    return best && (best as PhraseSlip).cost < rival ? best : null;
  }

  private longestOpening(first: string, second: string): number {
    let longest = 0;
    for (const opening of openingsOf(first, second)) longest = Math.max(longest, this.openings.get(opening) ?? 0);
    return longest;
  }

  /** The longest such stretch that begins at words[at]. */
  findAt(words: readonly string[], at: number, limitOf: LimitOf): PhraseSlip | null {
    const next = words[at + 1];
    if (next === undefined) return null;
    const [first, second, bareSecond] = [wordKey(words[at]!), wordKey(next), bareKey(next)];
    let longest = this.longestOpening(first, second);
    if (bareSecond !== second && longest < 2 && this.longestOpening(first, bareSecond) >= 2) longest = 2;
    for (let length = Math.min(longest, words.length - at); length >= 2; length--) {
      const stretch = words.slice(at, at + length);
      const found = this.find(stretch, limitOf);
      if (found) return found;
      const bare = withoutPossessive(stretch[length - 1]!);
      const owner = bare === null ? null : this.find([...stretch.slice(0, -1), bare], limitOf);
      if (owner) return owner;
    }
    return null;
  }
}

/** A word in its place in a name may be any slip that a word alone may be. */
export const slipLimitOf: LimitOf = (_written, { words, gap }) => slipLimit(wordKey(words[gap]!).length);

const wordKey = perWord((word) => {
  const number = nameNumber(word);
  return number === null ? plainWord(word) : `#${number}`;
});

const bareKey = perWord((word) => wordKey(withoutPossessive(word) ?? word));

/** The first two words, and each with a slip for the other. */
const openingsOf = (first: string, second: string): readonly string[] => [`${first} ${second}`, `${first} *`, `* ${second}`];

function gapKeys(words: readonly string[]): string[] {
  return words.map((_, gap) => words.map((word, i) => (i === gap ? '*' : word)).join(' '));
}
