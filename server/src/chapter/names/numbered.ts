/**
 * Names with a number, said shorter or longer than listed: "Fourteenth Congress", "14th Congress of the Communist Party" for a listed "14th Party Congress".
 * Only the words that name a party, and little words, may be left out or put in, and only where one fact is left that it can be.
 */
import type { AnyFact, Chapter } from '../model';
import { plainWord } from './fold';
import { nameNumber } from './numbers';
import { nameWords, withoutArticle, withoutPossessive } from './tokens';

export interface Numbered {
  readonly fact: AnyFact;
  readonly listed: string;
}

const LITTLE = ['the', 'of', 'party', 'partys'];
const MOST_WORDS = 12;

export class NumberedNames {
  private readonly skippable = new Set(LITTLE);
  /** By number and the words that may not be left out; null where several facts share them. */
  private readonly names = new Map<string, Numbered | null>();

  constructor(chapters: readonly Chapter[], namesOf: (fact: AnyFact) => readonly string[]) {
    for (const chapter of chapters) {
      for (const term of chapter.terms) {
        if (term.termKind !== 'party' && term.termKind !== 'state') continue;
        for (const name of namesOf(term)) for (const word of nameWords(name)) this.skippable.add(plainWord(word));
      }
    }
    for (const chapter of chapters) {
      for (const fact of [...chapter.events, ...chapter.terms]) {
        for (const listed of namesOf(fact)) {
          const words = withoutArticle(nameWords(listed));
          const reduced = this.reduce(words, 0).at(-1);
          if (!reduced || reduced.length !== words.length) continue;
          const known = this.names.get(reduced.key);
          if (known === undefined) this.names.set(reduced.key, { fact, listed });
          else if (known && known.fact !== fact) this.names.set(reduced.key, null);
        }
      }
    }
  }

  /** The numbered name that begins at words[at], and how many words it takes. */
  find(words: readonly string[], at: number): (Numbered & { readonly length: number }) | null {
    if (this.names.size === 0) return null;
    const prefixes = this.reduce(words, at);
    for (let i = prefixes.length - 1; i >= 0; i--) {
      const { key, length } = prefixes[i]!;
      const found = this.names.get(key);
      if (!found) continue;
      const next = words[at + length];
      // "Second Congress of the Comintern": another body's.
      if (next !== undefined && /^of$/i.test(next)) {
        const end = this.endOfParty(words, at + length + 1);
        return end === null ? null : { ...found, length: end - at };
      }
      return { ...found, length };
    }
    return null;
  }

  /** Where the party named after "of" ends, or null where it is no party. */
  private endOfParty(words: readonly string[], from: number): number | null {
    let end = from;
    while (end < words.length && end - from < MOST_WORDS && this.skippable.has(plain(words[end]!))) end++;
    const named = words.slice(from, end).some((word) => !LITTLE.slice(0, 2).includes(plain(word)));
    return named ? end : null;
  }

  /** Each stretch from words[at] that ends with a word that may not be left out. */
  private reduce(words: readonly string[], at: number): { key: string; length: number }[] {
    const number = nameNumber(words[at] ?? '');
    if (number === null) return [];
    const prefixes: { key: string; length: number }[] = [];
    let key = `${number}`;
    for (let i = at + 1; i < words.length && i - at < MOST_WORDS; i++) {
      const word = plain(words[i]!);
      if (this.skippable.has(word)) continue;
      key += ` ${word}`;
      prefixes.push({ key, length: i - at + 1 });
      if (key.length > 100) break;
    }
    return prefixes;
  }
}

const plain = (word: string): string => plainWord(withoutPossessive(word) ?? word);
