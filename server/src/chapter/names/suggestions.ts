/** The names nearest to an unknown one, for a writer to choose from. */
import type { AnyFact, FactKind } from '../model';
import { DeletionIndex } from './deletions';
import { plainWord } from './fold';
import { slipCost } from './slips';
import { nameWords, withoutArticle } from './tokens';

export interface ListedName {
  readonly fact: AnyFact;
  readonly listed: string;
}

/** Names less alike than this are no help. */
const LEAST_LIKENESS = 0.55;
const MOST_PER_WORD = 500;
const MOST_WORDS = 12;
const LONGEST_WORD = 60;
/** Beginnings of a word this long count as the word. */
const SHORTEST_BEGINNING = 3;

export class Suggestions {
  private readonly byWord = new Map<string, ListedName[]>();
  private readonly byBeginning = new Map<string, string[]>();
  private readonly words: readonly string[];
  private readonly near: DeletionIndex;

  constructor(names: Iterable<ListedName>) {
    for (const name of names) {
      for (const word of nameWords(name.listed).map(plainWord)) {
        if (word.length < 2) continue;
        const list = this.byWord.get(word);
        if (!list) this.byWord.set(word, [name]);
        else if (list.length < MOST_PER_WORD) list.push(name);
      }
    }
    this.words = [...this.byWord.keys()];
    for (const word of this.words) {
      const beginning = word.slice(0, SHORTEST_BEGINNING);
      const list = this.byBeginning.get(beginning);
      if (!list) this.byBeginning.set(beginning, [word]);
      else if (list.length < MOST_PER_WORD) list.push(word);
    }
    this.near = new DeletionIndex(this.words, 2);
  }

  find(name: string, kinds: readonly FactKind[], limit: number): ListedName[] {
    const wanted = withoutArticle(nameWords(name)).map(plainWord).slice(0, MOST_WORDS);
    if (wanted.some((word) => word.length > LONGEST_WORD)) return [];
    const whole = wanted.join(' ');
    if (whole === '') return [];
    const best = new Map<AnyFact, { name: ListedName; likeness: number }>();
    for (const listed of this.candidates(wanted)) {
      if (!kinds.includes(listed.fact.kind)) continue;
      const value = likeness(wanted, whole, listed.listed);
      if (value < LEAST_LIKENESS || value <= (best.get(listed.fact)?.likeness ?? 0)) continue;
      best.set(listed.fact, { name: listed, likeness: value });
    }
    return [...best.values()]
      .sort((a, b) => b.likeness - a.likeness || (a.name.listed < b.name.listed ? -1 : 1))
      .slice(0, limit)
      .map(({ name: found }) => found);
  }

  private candidates(wanted: readonly string[]): Set<ListedName> {
    const found = new Set<ListedName>();
    for (const word of wanted) {
      const alike = new Set<string>([word]);
      for (const number of this.near.candidates(word)) alike.add(this.words[number]!);
      for (const other of this.byBeginning.get(word.slice(0, SHORTEST_BEGINNING)) ?? []) alike.add(other);
      for (const other of alike)
        if (wordLikeness(word, other) >= LEAST_LIKENESS) for (const listed of this.byWord.get(other) ?? []) found.add(listed);
    }
    return found;
  }
}

/** From 0, nothing in common, to 1, the same. */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length >= SHORTEST_BEGINNING && b.startsWith(a)) return 0.75;
  const longer = Math.max(a.length, b.length);
  const cost = slipCost(b, a, longer * (1 - LEAST_LIKENESS));
  return cost === Number.POSITIVE_INFINITY ? 0 : 1 - cost / longer;
}

function likeness(wanted: readonly string[], whole: string, listed: string): number {
  const words = withoutArticle(nameWords(listed)).map(plainWord);
  const byWords = wanted.reduce((sum, word) => sum + Math.max(0, ...words.map((other) => wordLikeness(word, other))), 0);
  // Words in common count the less, the more the other name has besides.
  const shared = (2 * byWords) / (wanted.length + Math.max(words.length, wanted.length)) - 0.02 * Math.abs(words.length - wanted.length);
  return Math.max(shared, wordLikeness(whole, words.join(' ')));
}
