/** Who or what a name is: identity by listed names and by folding, then misspellings of a name that nothing else can be. */
import type { AnyFact, Chapter, FactKind, Person } from '../model';
import { Abbreviations, type Clipped, type ClippedWord } from './abbreviations';
import { looksSlavic, plainWord, slavicReadings } from './fold';
import { givenNameClasses } from './given-names';
import { limitInPlace } from './in-place';
import { perWord } from './memo';
import { Misspellings } from './misspellings';
import { NumberedNames } from './numbered';
import { GivenNames, isTitle } from './people';
import { type PhraseSlip, Phrases, slipLimitOf } from './phrases';
import { type ListedName, Suggestions } from './suggestions';
import { isCapitalised, nameWords, withoutArticle, withoutPossessive } from './tokens';
import { NameTrie, type Reached } from './trie';

export type { ClippedWord } from './abbreviations';
export { foldKey } from './fold';
export { isKnownWord } from './words';

export interface NameMatch {
  readonly fact: AnyFact;
  /** As listed; another spelling or form of it; a slip of the pen. */
  readonly how: 'name' | 'variant' | 'misspelling';
  /** The listed name that was met; of a misspelling, the listed word that was meant. */
  readonly listed: string;
  /** Of a variant: no romanisation scheme gives it, though books have it ("Bukarin"); a teacher would correct it. */
  readonly careless?: true;
}

export interface NameIndex {
  /** Who or what the whole of `name` is; the first fact where several bear the name. */
  identify(name: string): NameMatch | null;
  /** The longest listed name that begins at words[at], and every fact that bears it. Words come as written, without punctuation. */
  longestAt(words: readonly string[], at: number): { length: number; matches: readonly NameMatch[] } | null;
  /** The one name that this word is a slip for; null for anything that is a word or name of its own. */
  misspelling(word: string): NameMatch | null;
  /** The one name that this word is near to, though it is a word or name of the world's; null for the chapter's and the writer's own. */
  nearest(word: string): (NameMatch & { readonly cost: number }) | null;
  /** The longest listed name that begins at words[at] with a slip in one of its words. */
  misspeltAt(words: readonly string[], at: number): PhraseSlip | null;
  /** The one fact that the words from words[at] on name in short ("10th Cong.", "Zin.", "UO"); null where none or several fit. */
  clippedAt(words: readonly ClippedWord[], at: number): Clipped | null;
  /** The names nearest to an unknown one, nearest first. */
  suggest(name: string, kinds: readonly FactKind[], limit: number): readonly NameMatch[];
  /** Whether the whole of `name` is one of the writer's own. */
  isOwn(name: string): boolean;
}

/** Every name that a text may use for the fact; office titles and epithets are none. */
function namesOf(fact: AnyFact): readonly string[] {
  return [...new Set([fact.name, ...(fact.kind === 'person' ? [fact.short] : []), ...fact.names])];
}

/**
 * An index of all names of the chapters, made in time linear in their number; what only misspellings and suggestions need is made when first asked for.
 * `ownNames` are the writer's own, which are nobody else's and never a misspelling; the words of `lines`, the chapters' own, are none either.
 */
export function createNameIndex(
  chapters: readonly Chapter[],
  options: { ownNames?: readonly string[]; lines?: readonly string[] } = {},
): NameIndex {
  const trie = new NameTrie();
  const listedNames: ListedName[] = [];
  const epithets = new Map<string, ListedName>();
  for (const chapter of chapters) {
    for (const fact of [...chapter.people, ...chapter.terms, ...chapter.events, ...chapter.sources]) {
      const readingsOf = fact.kind === 'person' ? personReadings(fact) : wordReadings;
      for (const listed of namesOf(fact)) {
        trie.add(fact, listed, readingsOf);
        listedNames.push({ fact, listed });
      }
      if (fact.kind === 'person') for (const listed of fact.epithets) epithets.set(phraseKey(listed), { fact, listed });
    }
  }
  const ownNames = new Set((options.ownNames ?? []).map(phraseKey));
  // A place that only a line of the chapter names is no slip for a listed one.
  const rightWords = lazy(() => {
    const inLines = (options.lines ?? []).flatMap(nameWords).filter(isCapitalised);
    return new Set([...(options.ownNames ?? []).flatMap(nameWords), ...inLines].map((word) => plainWord(withoutPossessive(word) ?? word)));
  });
  const given = new GivenNames();
  const numbered = new NumberedNames(chapters, namesOf);
  const misspellings = lazy(() => {
    const made = new Misspellings((word) => trie.hasWord(word), rightWords());
    for (const { fact, listed } of listedNames) made.add(fact, listed);
    return made;
  });
  const phrases = lazy(() => {
    const made = new Phrases();
    for (const { fact, listed } of listedNames) {
      const words = withoutArticle(nameWords(listed));
      made.add(fact, listed, words);
      // "Lyndon Baines Johnson" is called "Lyndon Johnson" too.
      if (fact.kind === 'person' && words.length > 2 && words.every(isCapitalised)) made.add(fact, listed, [words[0]!, words.at(-1)!]);
    }
    return made;
  });
  const inPlace = lazy(() =>
    limitInPlace(
      (word) => trie.hasWord(word) || rightWords().has(plainWord(word)) || (word.endsWith('s') && trie.hasWord(word.slice(0, -1))),
    ),
  );
  const suggestions = lazy(() => new Suggestions(listedNames));

  const misspelling = perWord((word): NameMatch | null => {
    const slip = misspellings().find(withoutPossessive(word) ?? word);
    return slip && { fact: slip.fact, how: 'misspelling', listed: slip.listed };
  });

  /** A person by surname, where what stands before it can be theirs. */
  const bySurname = (words: readonly string[]): NameMatch | null => {
    const surname = words.at(-1)!;
    const before = words.slice(0, -1);
    const whole = trie.walk([surname], 0)[0];
    const reached: readonly NameMatch[] = whole ? toMatches(whole.reached) : [misspelling(surname)].filter((match) => match !== null);
    for (const match of reached) {
      if (match.fact.kind !== 'person') continue;
      const fit = given.fit(match.fact, before);
      if (fit === 'other') continue;
      if (fit !== 'slip') return match;
      return match.how === 'misspelling' ? null : { ...match, how: 'misspelling', listed: match.fact.name };
    }
    return null;
  };

  /** A source by its key, its title or its title's main part. */
  const sourceKeys = lazy(() => {
    const keys = new Map<string, ListedName>();
    for (const fact of chapters.flatMap((chapter) => chapter.sources))
      for (const listed of [fact.id, fact.title, fact.title.split(':')[0]!]) {
        const key = phraseKey(listed);
        if (!keys.has(key)) keys.set(key, { fact, listed });
      }
    return keys;
  });

  const identifyWords = (words: readonly string[]): NameMatch | null => {
    if (words.length === 0 || words.length > 24) return null;
    const whole = trie.walk(words, 0).find((found) => found.length === words.length);
    if (whole) return toMatches(whole.reached)[0]!;
    const number = numbered.find(words, 0);
    if (number && number.length === words.length) return { fact: number.fact, how: 'variant', listed: number.listed };
    const source = sourceKeys().get(phraseKey(words.join(' ')));
    if (source) return { ...source, how: 'name' };
    if (words.length === 1) return misspelling(words[0]!);
    const epithet = epithets.get(phraseKey(words.join(' ')));
    if (epithet) return { ...epithet, how: 'name' };
    if (isTitle(words[0]!)) {
      const untitled = identifyWords(words.slice(1));
      if (untitled?.fact.kind === 'person') return untitled;
    }
    const person = bySurname(words);
    if (person) return person;
    const phrase = phrases().find(words, (word, slip) =>
      misspellings().isSomething(withoutPossessive(word) ?? word) ? null : slipLimitOf(word, slip),
    );
    return phrase && { fact: phrase.fact, listed: phrase.listed, how: 'misspelling' };
  };

  const longestAt: NameIndex['longestAt'] = (words, at) => {
    const longest = trie.walk(words, at)[0];
    const number = numbered.find(words, at);
    if (number && number.length > (longest?.length ?? 0)) {
      return { length: number.length, matches: [{ fact: number.fact, how: 'variant', listed: number.listed }] };
    }
    if (!longest) return null;
    let matches = toMatches(longest.reached);
    const before = words[at - 1];
    if (longest.length === 1 && before !== undefined && isOtherGivenName(before, trie) && !isMonth(before, words[at - 2])) {
      matches = matches.filter(({ fact }) => fact.kind !== 'person' || given.fit(fact, [before]) !== 'other');
    }
    return matches.length > 0 ? { length: longest.length, matches } : null;
  };
  const abbreviations = lazy(
    () =>
      new Abbreviations(
        listedNames.map(({ listed }) => withoutArticle(nameWords(listed))),
        (words) => {
          const found = longestAt(words, 0);
          return found && { length: found.length, facts: found.matches.slice(0, 1).map(({ fact }) => fact) };
        },
      ),
  );

  return {
    identify: (name) => identifyWords(withoutArticle(nameWords(name))),
    longestAt,
    clippedAt: (words, at) => abbreviations().find(words, at),
    misspelling,
    nearest(word) {
      const slip = misspellings().nearestOf(word);
      return slip && { fact: slip.fact, how: 'misspelling', listed: slip.listed, cost: slip.cost };
    },
    misspeltAt: (words, at) => phrases().findAt(words, at, inPlace()),
    suggest(name, kinds, limit) {
      const certain = identifyWords(withoutArticle(nameWords(name)));
      const found: NameMatch[] = certain && kinds.includes(certain.fact.kind) ? [certain] : [];
      for (const { fact, listed } of suggestions().find(name, kinds, limit + 1)) {
        if (!found.some((match) => match.fact === fact)) found.push({ fact, how: 'misspelling', listed });
      }
      return found.slice(0, limit);
    },
    isOwn: (name) => ownNames.has(phraseKey(name)),
  };
}

/** "In July Trotsky", "by August Bukharin": a month, though it is a name too. */
const isMonth = (word: string, before = '') =>
  /^july$/i.test(word) ||
  (/^(?:august|april|june|may)$/i.test(word) &&
    /^(?:in|by|since|until|till|from|of|that|this|early|late|mid|last|next|during)$/i.test(before));

/** Whether the word before a surname is a given name, and by itself nobody in the chapter. */
function isOtherGivenName(word: string, trie: NameTrie): boolean {
  return isCapitalised(word) && withoutPossessive(word) === null && givenNameClasses(word).length > 0 && trie.walk([word], 0).length === 0;
}

/** The closest only: what was met letter by letter comes before what was met by folding. */
function toMatches(reached: readonly Reached[]): NameMatch[] {
  const closest = (['exact', 'variant', 'careless'] as const).find((closeness) => reached.some((one) => one.closeness === closeness));
  const facts = new Set<AnyFact>();
  return reached
    .filter(({ entry, closeness }) => closeness === closest && !facts.has(entry.fact) && facts.add(entry.fact))
    .map(({ entry, closeness }) => ({
      fact: entry.fact,
      how: closeness === 'exact' ? 'name' : 'variant',
      listed: entry.listed,
      ...(closeness === 'careless' ? { careless: true as const } : {}),
    }));
}

const phraseKey = (phrase: string): string => withoutArticle(nameWords(phrase)).map(plainWord).join(' ');

type ReadingsOf = (word: string) => readonly string[];

const wordReadings: ReadingsOf = (word) => (looksSlavic(word) ? slavicReadings(word) : []);

/** All names of a person are read as Slavic where one of them looks so. A spelling listed beside the chapter's own adds no readings to that one's. */
function personReadings(person: Person): ReadingsOf {
  const names = namesOf(person);
  if (!names.some((name) => nameWords(name).some((word) => looksSlavic(word) && givenNameClasses(word).length === 0))) return wordReadings;
  const own = [...nameWords(person.short), ...nameWords(person.name)].map(slavicReadings);
  return (word) => {
    const readings = slavicReadings(word);
    return own.find((others) => others.some((reading) => readings.includes(reading))) ?? readings;
  };
}

function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
