/** Names of several words with one of them misspelt: found by the others. */
import type { AnyFact } from '../model';
import { plainWord } from './fold';
import { nameNumber } from './numbers';
import { slipCost, slipLimit } from './slips';

interface Phrase {
  readonly fact: AnyFact;
  readonly listed: string;
  readonly words: readonly string[];
}

/** So many names with all words but one in common are compared, no more. */
const MOST_COMPARED = 64;
const MOST_WORDS = 8;

export class Phrases {
  private readonly byGap = new Map<string, Phrase[]>();

  add(fact: AnyFact, listed: string, words: readonly string[]): void {
    if (words.length < 2 || words.length > MOST_WORDS) return;
    const phrase = { fact, listed, words: words.map(wordKey) };
    for (const key of gapKeys(phrase.words)) {
      const phrases = this.byGap.get(key);
      if (!phrases) this.byGap.set(key, [phrase]);
      else if (phrases.length < MOST_COMPARED) phrases.push(phrase);
    }
  }

  /** The one fact whose name these words are but for a slip in one word; `isWord` tells words that are no slips. */
  find(words: readonly string[], isWord: (word: string) => boolean): { fact: AnyFact; listed: string } | null {
    if (words.length < 2 || words.length > MOST_WORDS) return null;
    const keys = words.map(wordKey);
    let best: Phrase | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    let rival = Number.POSITIVE_INFINITY;
    gapKeys(keys).forEach((gap, i) => {
      const phrases = this.byGap.get(gap);
      if (!phrases || isWord(words[i]!)) return;
      for (const phrase of phrases) {
        const limit = slipLimit(phrase.words[i]!.length);
        if (limit === null) continue;
        const cost = slipCost(phrase.words[i]!, keys[i]!, limit);
        if (cost === Number.POSITIVE_INFINITY) continue;
        if (cost < bestCost) {
          if (best && best.fact !== phrase.fact) rival = bestCost;
          best = phrase;
          bestCost = cost;
        } else if (best && best.fact !== phrase.fact) rival = Math.min(rival, cost);
      }
    });
    return best && bestCost < rival ? best : null;
  }
}

const wordKey = (word: string): string => {
  const number = nameNumber(word);
  return number === null ? plainWord(word) : `#${number}`;
};

function gapKeys(words: readonly string[]): string[] {
  return words.map((_, gap) => words.map((word, i) => (i === gap ? '*' : word)).join(' '));
}
