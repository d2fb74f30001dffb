/** Chapters made ready for reading. */
import type { AnyFact, Chapter, ChapterEvent, Office, Person } from '../chapter/model';
import { createNameIndex, type NameIndex } from '../chapter/names/index';
import { isCommonWord } from '../chapter/names/words';
import type { Block } from '../notes/model';
import { findEntities, indexPhrases, phraseWords } from './entities';
import type { Entity } from './entity';
import { type FactFrame, indexFacts, readFacts } from './facts';
import type { Knowledge } from './model';
import { once } from './once';
import { titleSynonyms } from './title-synonyms';
import type { Token } from './tokens';
import type { WordUse } from './word-use';

export interface KnowledgeOptions {
  /** Names that the student's settings add: they are never misspellings. */
  readonly ownNames?: readonly string[];
  /** What knowledge of the same chapters had as `facts.frames`; without it the chapters' lines are read. */
  readonly facts?: readonly FactFrame[];
}

/** Built once for a set of chapters and shared by all documents that name them. */
export function createKnowledge(chapters: readonly Chapter[], options: KnowledgeOptions = {}): Knowledge {
  const lines = chapters.flatMap(({ events }) => events.flatMap((event) => event.lines));
  const names = createNameIndex(chapters.map(withoutSentencesAsNames), { ...options, lines });
  const roles = indexPhrases(rolesOf(chapters));
  const byId = new Map<string, AnyFact>();
  for (const chapter of chapters) for (const [id, fact] of chapter.byId) if (!byId.has(id)) byId.set(id, fact);
  const families = new Set(
    chapters.flatMap((chapter) => chapter.sources.flatMap((source) => source.authors.map((author) => author.family.toLowerCase()))),
  );
  const authors = new Set(
    chapters.flatMap((chapter) => chapter.people.filter((person) => families.has(person.short.toLowerCase())).map((person) => person.id)),
  );
  const relations = relationsOf(chapters);
  const nameWords = nameWordsOf(chapters);
  const calledBy = eventsByWord(chapters, names);
  const places = eventsByPlace(chapters);
  const base = {
    chapters,
    names,
    fact: (id: string) => byId.get(id),
    termKindOf: (id: string) => {
      const fact = byId.get(id);
      return fact?.kind === 'term' ? fact.termKind : undefined;
    },
    related: (person: string, role: string) => relations.get(`${person}/${role}`) ?? null,
    eventCalled: (word: string) => calledBy.get(word) ?? undefined,
    eventAt: (place: string) => places.get(place) ?? undefined,
    isNameWord: (word: string) => nameWords.has(word),
    isAuthor: (id: string) => authors.has(id),
  };
  const withEntities = { ...base, facts: indexFacts([]), entities: (): Entity[] => [] };
  const find = (block: Block, tokens: readonly Token[], headingNouns: readonly string[] = [], use?: WordUse) =>
    findEntities(block, tokens, withEntities, roles, headingNouns, use);
  const inLines = { ...withEntities, names: withoutSlips(names) };
  const plain = (text: string, tokens: readonly Token[]) => findEntities(plainBlock(text), tokens, inLines, roles);
  const namesOnly = (text: string, tokens: readonly Token[]) => findEntities(plainBlock(text), tokens, inLines, indexPhrases([]));
  const withinNames = { ...withEntities, names: withoutSlips(withoutEvents(names)) };
  const parts = (text: string, tokens: readonly Token[]) => findEntities(plainBlock(text), tokens, withinNames, roles);
  return { ...base, facts: indexFacts(options.facts ?? readFacts(chapters, plain, namesOnly, parts)), entities: find };
}

/** The chapter's own lines are written right: nothing in them is a slip. */
const withoutSlips = (names: NameIndex): NameIndex => ({ ...names, misspelling: () => null, nearest: () => null, misspeltAt: () => null });

/** The names that stand within the name of an event: those of people, bodies and things. */
function withoutEvents(names: NameIndex): NameIndex {
  const longestAt: NameIndex['longestAt'] = (words, at) => {
    let found = names.longestAt(words, at);
    while (found?.matches[0]?.fact.kind === 'event')
      found = found.length > 1 ? names.longestAt(words.slice(0, at + found.length - 1), at) : null;
    return found;
  };
  return { ...names, longestAt };
}

/** The common words in the names of terms and events; people's names are never common. */
function nameWordsOf(chapters: readonly Chapter[]): ReadonlySet<string> {
  const names = chapters.flatMap((chapter) =>
    [...chapter.terms, ...chapter.events.filter((event) => event.name !== event.lines[0])].flatMap((fact) => [fact.name, ...fact.names]),
  );
  return new Set(names.flatMap((name) => phraseWords(name)).filter(isCommonWord));
}

/** Events by the proper words of their names that are nobody and nothing else; null for a word of several. */
function eventsByWord(chapters: readonly Chapter[], names: NameIndex): ReadonlyMap<string, ChapterEvent | null> {
  const found = new Map<string, ChapterEvent | null>();
  for (const event of chapters.flatMap((chapter) => chapter.events)) {
    const own = event.name === event.lines[0] ? event.names : [event.name, ...event.names];
    // A place of another event, or in its line, may be meant too.
    for (const word of new Set([...own, ...event.lines].flatMap((text) => text.match(/\p{Lu}\p{L}{3,}/gu) ?? []))) {
      if (isCommonWord(word.toLowerCase()) || names.longestAt([word], 0)) continue;
      const isName = own.some((name) => name.includes(word));
      const lower = word.toLowerCase();
      const known = found.get(lower);
      found.set(lower, known === undefined ? (isName ? event : null) : known === event ? event : null);
    }
  }
  return found;
}

/** Events by the places of the chapter that have them in their names; null where the chapter sets there what came at another time too. */
function eventsByPlace(chapters: readonly Chapter[]): ReadonlyMap<string, ChapterEvent | null> {
  const found = new Map<string, ChapterEvent | null>();
  for (const { events, terms } of chapters) {
    for (const { id, name, termKind } of terms) {
      if (termKind !== 'place') continue;
      const there = events.filter(({ where }) => where === name);
      const called = there.find((event) => event.name !== event.lines[0] && event.name.startsWith(name));
      const isOnce = there.every(({ when }) => when.value.edtf === called?.when.value.edtf);
      if (called) found.set(id, isOnce ? called : null);
    }
  }
  return found;
}

const INVERSE: Readonly<Record<string, string>> = { wife: 'husband', husband: 'wife' };

/** "lenin/wife" → "krupskaya": what one person is to another, each way for the married; a widow was a wife. */
function relationsOf(chapters: readonly Chapter[]): ReadonlyMap<string, string> {
  const relations = new Map<string, string>();
  for (const person of chapters.flatMap((chapter) => chapter.people)) {
    for (const { role, of } of person.relations) {
      const last = role.toLowerCase().split(' ').at(-1)!;
      relations.set(`${of}/${last}`, person.id);
      const inverse = INVERSE[last];
      if (inverse && !relations.has(`${person.id}/${inverse}`)) relations.set(`${person.id}/${inverse}`, of);
      if (last === 'wife' || last === 'husband') relations.set(`${of}/${last === 'wife' ? 'widow' : 'widower'}`, person.id);
    }
  }
  return relations;
}

/** An event without a name of its own is called by its whole line, which no prose names it by. */
function withoutSentencesAsNames(chapter: Chapter): Chapter {
  const events = chapter.events
    .filter((event) => event.name !== event.lines[0] || event.names.length > 0)
    .map((event) => (event.name === event.lines[0] ? { ...event, name: event.names[0]!, names: event.names.slice(1) } : event));
  return { ...chapter, events };
}

function plainBlock(prose: string): Block {
  return { kind: 'paragraph', start: 0, end: prose.length, level: 0, heading: -1, parent: -1, quoted: false, prose, marks: [] };
}

/** "prime minister", where several were prime minister of this or that: the time tells who is meant. One word alone ("leader") is too common. */
function* bareTitles(chapters: readonly Chapter[]): Generator<readonly [string, { person: Person; office: Office }]> {
  const holders = new Map<string, { person: Person; office: Office }[]>();
  for (const person of chapters.flatMap(({ people }) => people))
    for (const office of person.offices)
      for (const title of [office.title, ...office.otherTitles]) {
        const [bare, ...rest] = title.toLowerCase().split(/ of /);
        if (bare && rest.length > 0 && bare.includes(' ')) once(holders, bare, () => []).push({ person, office });
      }
  for (const [bare, all] of holders) if (new Set(all.map(({ person }) => person)).size > 1) for (const one of all) yield [bare, one];
}

/** Titles with the body's name and without; and epithets, which name one person as an office does that one person ever held. */
function* rolesOf(chapters: readonly Chapter[]): Generator<readonly [string, { person: Person; office: Office }]> {
  yield* bareTitles(chapters);
  for (const chapter of chapters) {
    for (const person of chapter.people) {
      for (const epithet of person.epithets) {
        const title = epithet.replace(/^the /i, '');
        yield [title, { person, office: { title, otherTitles: [], sole: true, place: person.place } }];
      }
      for (const office of person.offices) {
        const body = office.of === undefined ? undefined : chapter.byId.get(office.of);
        const titles = [office.title, ...office.otherTitles];
        for (const title of new Set([...titles, ...titles.flatMap(titleSynonyms)])) {
          yield [title, { person, office }];
          for (const name of body ? [body.name, ...body.names] : []) {
            yield [`${title} of ${name}`, { person, office }];
            yield [`${title} of the ${name}`, { person, office }];
          }
        }
      }
    }
  }
}
