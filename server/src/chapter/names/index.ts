/** Who or what a name is: identity by listed names and by folding, then misspellings of a name that nothing else can be. */
import type { AnyFact, Chapter, FactKind, Person } from '../model';
import { looksSlavic } from './fold';
import { givenNameClasses } from './given-names';
import { nameWords, withoutArticle } from './tokens';
import { NameTrie, type Reached } from './trie';

export { foldKey } from './fold';
export { isKnownWord } from './words';

export interface NameMatch {
  readonly fact: AnyFact;
  /** As listed; another spelling or form of it; a slip of the pen. */
  readonly how: 'name' | 'variant' | 'misspelling';
  /** The listed name that was met. */
  readonly listed: string;
}

export interface NameIndex {
  /** Who or what the whole of `name` is; the first fact where several bear the name. */
  identify(name: string): NameMatch | null;
  /** The longest listed name that begins at words[at], and every fact that bears it. Words come as written, without punctuation. */
  longestAt(words: readonly string[], at: number): { length: number; matches: readonly NameMatch[] } | null;
  /** The one name that this word is a slip for; null for anything that is a word or name of its own. */
  misspelling(word: string): NameMatch | null;
  /** The names nearest to an unknown one, nearest first. */
  suggest(name: string, kinds: readonly FactKind[], limit: number): readonly NameMatch[];
}

export function createNameIndex(chapters: readonly Chapter[], options: { ownNames?: readonly string[] } = {}): NameIndex {
  void options;
  const trie = new NameTrie();
  for (const chapter of chapters) {
    for (const fact of [...chapter.people, ...chapter.terms, ...chapter.events, ...chapter.sources]) {
      const names = new Set([fact.name, ...(fact.kind === 'person' ? [fact.short] : []), ...fact.names]);
      const slavic = fact.kind === 'person' && isSlavicPerson(fact);
      for (const name of names) trie.add(fact, name, slavic);
    }
  }
  const matchesOf = (reached: readonly Reached[]): NameMatch[] => {
    const exact = reached.filter((r) => r.exact);
    return (exact.length > 0 ? exact : reached).map((r) => ({
      fact: r.entry.fact,
      how: r.exact ? 'name' : 'variant',
      listed: r.entry.listed,
    }));
  };
  return {
    identify(name) {
      const words = withoutArticle(nameWords(name));
      if (words.length === 0) return null;
      const whole = trie.walk(words, 0).find((found) => found.length === words.length);
      return whole ? matchesOf(whole.reached)[0]! : null;
    },
    longestAt(words, at) {
      const longest = trie.walk(words, at)[0];
      return longest ? { length: longest.length, matches: matchesOf(longest.reached) } : null;
    },
    misspelling() {
      return null;
    },
    suggest() {
      return [];
    },
  };
}

function isSlavicPerson(person: Person): boolean {
  return [person.name, person.short, ...person.names].some((name) =>
    nameWords(name).some((word) => looksSlavic(word) && givenNameClasses(word).length === 0),
  );
}
