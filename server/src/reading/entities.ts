/** Who and what a block's tokens name: people, terms, events and sources by name, by mark, by office, by relation. */

import type { Office, Person } from '../chapter/model';
import { givenNameClasses } from '../chapter/names/given-names';
import type { ClippedWord } from '../chapter/names/index';
import { nameNumber } from '../chapter/names/numbers';
import { isCommonWord } from '../chapter/names/words';
import type { Block, Mark } from '../notes/model';
import { isVerbLike } from './clauses';
import type { Entity, NameSource, Words } from './entity';
import { NAMES_OF_DAYS, PREPOSITIONS } from './lexicon/words';
import { isNoName, isUnrelated, misspeltAlone, misspeltWithin } from './misspellings';
import { partyAt } from './party-in-lower-case';
import { firstFrom, type Token } from './tokens';
import type { WordUse } from './word-use';

export type { Entity } from './entity';

/** Phrases of several words by their first word: office titles, epithets. */
export interface PhraseIndex<T> {
  readonly byFirst: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>;
}

export function indexPhrases<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseIndex<T> {
  const byFirst = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [phrase, value] of entries) {
    const words = phraseWords(phrase);
    const first = words[0];
    if (first === undefined) continue;
    const list = byFirst.get(first);
    if (list) list.push({ words, value });
    else byFirst.set(first, [{ words, value }]);
  }
  return { byFirst };
}

export function phraseWords(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s-]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, '').replace(/'s$/, ''))
    .filter(Boolean);
}

/** Words that may stand before a surname without making it somebody else. */
/** Words before a name that say what somebody is. */
export const TITLES: ReadonlySet<string> = new Set(
  'comrade president chancellor general marshal tsar czar king queen mr mrs ms miss dr doctor professor commissar uncle father emperor empress kaiser prince princess lord lady sir pope citizen minister premier secretary leader chairman dictator colonel captain admiral duke count baron cardinal bishop archduke senator governor saint st brother sister'.split(
    ' ',
  ),
);

function divide(tokens: readonly Token[]): Words {
  const words: string[] = [];
  const tokenOf: number[] = [];
  const firstOf: number[] = [];
  tokens.forEach((token, index) => {
    firstOf.push(words.length);
    if (isStopOfInitial(tokens, index)) return;
    // A name may hold a possessive ("the Council of People's Deputies"): the index is given the word with it.
    const parts = token.kind === 'word' ? (token.possessive ? `${token.text}'s` : token.text).split('-') : [token.text];
    for (const part of parts) {
      words.push(part);
      tokenOf.push(index);
    }
  });
  firstOf.push(words.length);
  return { words, tokenOf, firstOf };
}

/** "John F. Kennedy": the stop is no word of its own. */
function isStopOfInitial(tokens: readonly Token[], at: number): boolean {
  const [before, stop, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  return stop.text === '.' && before?.text.length === 1 && before.capitalised && before.end === stop.start && next?.capitalised === true;
}

/** Entities of a block in order; they do not overlap. */
export function findEntities(
  block: Block,
  tokens: readonly Token[],
  knowledge: NameSource,
  roles: PhraseIndex<{ person: Person; office: Office }>,
  headingNouns: readonly string[] = [],
  use?: WordUse,
): Entity[] {
  const taken = new Uint8Array(tokens.length);
  const entities: Entity[] = [];
  const add = (entity: Entity) => {
    entities.push(entity);
    taken.fill(1, entity.from, entity.to);
  };
  for (const mark of block.marks) addMark(mark, block, tokens, knowledge, add);
  const divided = divide(tokens);
  for (let i = 0; i < tokens.length; i++) {
    if (taken[i]) continue;
    const token = tokens[i]!;
    if (token.kind === 'punctuation') continue;
    const named = namedAt(i, tokens, divided, knowledge, taken);
    const numbered = headingNouns.length > 0 && !named ? numberedAt(i, tokens, headingNouns, knowledge) : null;
    if (numbered) {
      add(numbered);
      continue;
    }
    const clipped = named && named.to - named.from > 1 ? null : clippedAt(i, tokens, block, knowledge, taken);
    // A full stop behind a name that is listed whole ends the sentence.
    // "Parchman Farm." at a sentence's end is nobody in short.
    const isAnothers = clipped?.kind === 'person' && belongsToAnother({ ...clipped, to: clipped.from + 1 }, tokens, taken);
    if (clipped && !isAnothers && tokens.slice(named?.to ?? i, clipped.to).some(({ kind }) => kind !== 'punctuation')) {
      add(clipped);
      i = clipped.to - 1;
      continue;
    }
    const within = misspeltWithin(i, tokens, divided, knowledge);
    if (within && within.to > (named?.to ?? 0) && !taken.subarray(i, within.to).includes(1)) {
      add(within);
      i = within.to - 1;
      continue;
    }
    const office = officeAt(i, divided, roles, taken);
    if (office && office.to > (named?.to ?? 0))
      add({ ...office, ...termOfOffice(office, knowledge), possessive: tokens[office.to - 1]!.possessive });
    else if (named) {
      if (named.kind === 'person' ? !belongsToAnother(named, tokens, taken) : !isOtherwiseMeant(named, tokens, taken)) add(named);
      else taken.fill(1, named.from, named.to);
      i = named.to - 1;
    } else {
      const party = partyAt(i, tokens, knowledge);
      if (party) {
        add(party);
        continue;
      }
      const misspelt = misspeltAlone(i, tokens, block, knowledge, use);
      if (misspelt && (misspelt.kind !== 'person' || !belongsToAnother(misspelt, tokens, taken))) add(misspelt);
    }
  }
  return entities.sort((a, b) => a.from - b.from);
}

function addMark(mark: Mark, block: Block, tokens: readonly Token[], knowledge: NameSource, add: (entity: Entity) => void): void {
  if (mark.kind === 'emphasis') {
    addTitle(mark.inner, block, tokens, knowledge, add);
    return;
  }
  if (mark.kind !== 'person' && mark.kind !== 'link') return;
  const shown = mark.display ?? mark.nameRange;
  const from = firstFrom(tokens, shown.start - block.start);
  if (from < 0) return;
  let to = from;
  while (to < tokens.length && tokens[to]!.start + block.start < shown.end) to++;
  if (to === from) return;
  const match = knowledge.names.identify(mark.name);
  if (!match || (mark.kind === 'person') !== (match.fact.kind === 'person')) return;
  add({
    kind: match.fact.kind,
    facts: [match.fact],
    from,
    to,
    how: match.how === 'misspelling' || match.careless ? 'misspelling' : 'mark',
    possessive: tokens[to - 1]!.possessive,
  });
}

/** "*Stalin and Khrushchev*": a book of the chapter, not the people in its title. */
function addTitle(
  { start, end }: { readonly start: number; readonly end: number },
  block: Block,
  tokens: readonly Token[],
  knowledge: NameSource,
  add: (entity: Entity) => void,
): void {
  const match = knowledge.names.identify(block.prose.slice(start - block.start, end - block.start));
  if (match?.fact.kind !== 'source') return;
  const from = firstFrom(tokens, start - block.start);
  let to = from;
  while (from >= 0 && to < tokens.length && tokens[to]!.end + block.start <= end) to++;
  if (from >= 0 && to > from)
    add({ kind: 'source', facts: [knowledge.fact(match.fact.id) ?? match.fact], from, to, how: 'name', possessive: false });
}

function namedAt(
  at: number,
  tokens: readonly Token[],
  { words, tokenOf, firstOf }: Words,
  knowledge: NameSource,
  taken: Uint8Array,
): Entity | null {
  let found = knowledge.names.longestAt(words, firstOf[at]!);
  // "Lenin's death" is read as what it says, a person and what became of him, though the pack lists it as a name.
  if (found && tokens[at]!.possessive && found.matches[0]?.fact.kind !== 'person') {
    const alone = knowledge.names.longestAt([words[firstOf[at]!]!], 0);
    if (alone?.matches[0]?.fact.kind === 'person') found = alone;
  }
  if (!found || found.matches.length === 0) return null;
  const last = firstOf[at]! + found.length - 1;
  const to = tokenOf[last]! + 1;
  // A match that ends inside a hyphenated word is no match ("Stalin-era" is not Stalin).
  if (firstOf[to] !== last + 1) return null;
  for (let i = at; i < to; i++) if (taken[i]) return null;
  const first = found.matches[0]!;
  return {
    kind: first.fact.kind,
    facts: [
      ...new Set(
        found.matches.filter((match) => match.fact.kind === first.fact.kind).map((match) => knowledge.fact(match.fact.id) ?? match.fact),
      ),
    ],
    from: at,
    to,
    how: first.careless ? 'misspelling' : first.how,
    possessive: tokens[to - 1]!.possessive,
  };
}

/** As many tokens as a name with short forms in it may take in, their stops counted. */
const LONGEST_CLIPPED = 10;

/** "Zin.", "10th Cong.", "UO": a name in short that fits one fact alone. */
function clippedAt(at: number, tokens: readonly Token[], block: Block, knowledge: NameSource, taken: Uint8Array): Entity | null {
  const first = tokens[at]!;
  if (!first.capitalised && first.kind !== 'number') return null;
  const words: ClippedWord[] = [];
  /** Behind each word, its stop included. */
  const ends: number[] = [];
  for (let i = at; i < Math.min(tokens.length, at + LONGEST_CLIPPED) && !taken[i]; i++) {
    const token = tokens[i]!;
    if (token.kind === 'punctuation' || (i > at && token.start - tokens[i - 1]!.end > 1)) break;
    const dotted = tokens[i + 1]?.text === '.' && tokens[i + 1]!.start === token.end;
    words.push({ text: token.text, dotted });
    if (dotted) i++;
    ends.push(i + 1);
    if (token.possessive) break;
  }
  const found = words.length > 0 ? knowledge.names.clippedAt(words, 0) : null;
  if (!found) return null;
  const to = ends[found.length - 1]!;
  // "Kam" without a stop is a short form in notes, and may be anybody's name in prose.
  const isPlain =
    found.length > 1 || words[0]!.dotted || /^\p{Lu}+$/u.test(first.text) || block.kind !== 'paragraph' || isListed(tokens, at, to);
  if (!isPlain) return null;
  return {
    kind: found.fact.kind,
    facts: [knowledge.fact(found.fact.id) ?? found.fact],
    from: at,
    to,
    how: 'variant',
    possessive: tokens[to - 1]!.possessive,
  };
}

/** Signs of notes stand beside it: "Zin + Kam", "Kam → Trotsky". */
function isListed(tokens: readonly Token[], from: number, to: number): boolean {
  return [tokens[from - 1], tokens[to]].some((token) => token !== undefined && /^[+&→=]$/.test(token.text));
}

/** "10th (March 1921)" at the head of an item under "Congresses": the heading gives the noun. */
function numberedAt(at: number, tokens: readonly Token[], headingNouns: readonly string[], knowledge: NameSource): Entity | null {
  const token = tokens[at]!;
  if (nameNumber(token.text) === null || !standsAlone(tokens, at)) return null;
  for (const noun of headingNouns) {
    const found = knowledge.names.longestAt([token.text, noun[0]!.toUpperCase() + noun.slice(1)], 0);
    const match = found?.length === 2 ? found.matches.find(({ fact }) => fact.kind === 'event') : undefined;
    if (match)
      return {
        kind: 'event',
        facts: [knowledge.fact(match.fact.id) ?? match.fact],
        from: at,
        to: at + 1,
        how: 'wording',
        possessive: false,
      };
  }
  return null;
}

/** An ordinal that opens its block and has no noun behind it. */
export function standsAlone(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    tokens.slice(0, at).every((token) => token.kind === 'punctuation') &&
    (next === undefined || (next.kind === 'punctuation' && /^[(:=,;–—-]$/.test(next.text)))
  );
}

function officeAt(
  at: number,
  { words, tokenOf, firstOf }: Words,
  roles: PhraseIndex<{ person: Person; office: Office }>,
  taken: Uint8Array,
): Omit<Entity, 'possessive'> | null {
  const start = firstOf[at]!;
  const candidates = roles.byFirst.get(words[start]!.toLowerCase());
  if (!candidates) return null;
  let longest = 0;
  let offices: { person: Person; office: Office }[] = [];
  for (const { words: phrase, value } of candidates) {
    if (phrase.length < longest || !phrase.every((word, k) => words[start + k]?.toLowerCase().replace(/[’']s$/, '') === word)) continue;
    if (phrase.length > longest) offices = [];
    longest = phrase.length;
    offices.push(value);
  }
  if (longest === 0) return null;
  const to = tokenOf[start + longest - 1]! + 1;
  if (firstOf[to] !== start + longest) return null;
  for (let i = at; i < to; i++) if (taken[i]) return null;
  return { kind: 'office', facts: [...new Set(offices.map(({ person }) => person))], from: at, to, how: 'role', offices };
}

/** "Gen Sec" is what "General Secretary" is, where the chapter has a term for the office. */
function termOfOffice({ offices }: Omit<Entity, 'possessive'>, knowledge: NameSource): Pick<Entity, 'kind' | 'facts'> | null {
  const titles = new Set(offices?.map(({ office }) => office.title));
  const [title] = titles;
  const fact = titles.size === 1 ? knowledge.names.identify(title!)?.fact : undefined;
  return fact?.kind === 'term' && fact.termKind === 'office' ? { kind: 'term', facts: [fact] } : null;
}

/** A name of the chapter's things that is here another's, or no name. */
const isOtherwiseMeant = (entity: Entity, tokens: readonly Token[], taken: Uint8Array): boolean =>
  isQualified(entity, tokens, taken) || isSurname(entity, tokens) || isPlainLength(entity, tokens);

/** "H. Rap Brown", "J. M. Watts": behind an initial stands somebody's surname. */
function isSurname({ from, to }: Entity, tokens: readonly Token[]): boolean {
  if (to - from > 1) return false;
  const given = tokens[from - 1]?.text === '.' ? from - 2 : from - 3;
  const initial = tokens[given];
  return (
    initial !== undefined &&
    /^\p{Lu}$/u.test(initial.text) &&
    tokens[given + 1]!.text === '.' &&
    tokens[given + 1]!.start === initial.end &&
    (given === from - 2 || tokens[from - 1]!.capitalised)
  );
}

const LENGTH_OF_TIME = /^(?:hours?|days?|weeks?|months?|years?)$/;

/** "for five days", where the chapter has the Five Days: so many days, unless "the" or a capital makes a name of it. */
function isPlainLength({ from, to }: Entity, tokens: readonly Token[]): boolean {
  return (
    to - from === 2 &&
    LENGTH_OF_TIME.test(tokens[to - 1]!.lower) &&
    !tokens[to - 1]!.capitalised &&
    !/^(?:the|those|these)$/.test(tokens[from - 1]?.lower ?? '')
  );
}

/** "the Spanish Civil War": a name made of common words, narrowed to somewhere else. */
function isQualified(entity: Entity, tokens: readonly Token[], taken: Uint8Array): boolean {
  const before = tokens[entity.from - 1];
  if (before?.kind !== 'word' || !before.capitalised || taken[entity.from - 1] || tokens[entity.from]!.start - before.end > 1) return false;
  if (isCommonWord(before.lower) || TITLES.has(before.lower) || isMonth(tokens, entity.from - 1)) return false;
  return tokens.slice(entity.from, entity.to).every((token) => token.kind !== 'word' || isCommonWord(token.lower));
}

/** "the Georgian Stalin", "this Jacobin Robespierre": behind "the" stands no first name of another, but what somebody is. */
export const isEpithet = (tokens: readonly Token[], at: number) =>
  /^(?:the|this|that|our|their)$/.test(tokens[at - 1]?.lower ?? '') && givenNameClasses(tokens[at]!.text).length === 0;

/** "Vasily Stalin", "Nadya Alliluyeva", "Stalin Constitution": a strange capitalised word beside a single name makes it another's. */
function belongsToAnother(entity: Entity, tokens: readonly Token[], taken: Uint8Array): boolean {
  if (entity.kind === 'person' && (isOneOfTwo(entity, tokens) || isTitledElsewhere(entity, tokens) || isUnrelated(entity.to, tokens)))
    return true;
  if (entity.to - entity.from > 1) return false;
  if (entity.kind === 'person' && isNamesake(entity, tokens)) return true;
  const stranger = (index: number, alsoFirst: boolean) => {
    const token = tokens[index];
    if (!token || taken[index] || token.kind !== 'word' || !token.capitalised || token.possessive) return false;
    // A capital that begins the sentence tells nothing of a word; "Lucile" is none.
    if (!alsoFirst && (index === 0 || /^[.!?:"“”'‘’]$/.test(tokens[index - 1]!.text)) && isCommonWord(token.lower)) return false;
    // "On the Friday Stalin spoke"
    if (index < entity.from && NAMES_OF_DAYS.has(token.lower)) return false;
    if (isMonth(tokens, index)) return false;
    // "At the Ninth Congress Stalin spoke"
    if (index < entity.from && isCommonWord(token.lower) && nameNumber(tokens[index - 1]?.text ?? '') !== null) return false;
    if (index < entity.from && isEpithet(tokens, index)) return false;
    if (entity.how === 'misspelling' && isShouted(token) && isShouted(tokens[entity.from]!)) return false;
    return !TITLES.has(token.lower) && !(entity.how === 'misspelling' && index < entity.from && isNoName(token.text));
  };
  const touches = (a: number, b: number) => {
    const left = tokens[a];
    const right = tokens[b];
    return left !== undefined && right !== undefined && right.start - left.end <= 1;
  };
  // "Oskar von Hindenburg": the first name stands before what belongs to the surname.
  const given = entity.kind === 'person' && isNoble(tokens[entity.from - 1]) ? entity.from - 2 : entity.from - 1;
  if (touches(given, given + 1) && stranger(given, false) && tokens[given]!.text.length > 1) return true;
  return (
    !entity.possessive && touches(entity.to - 1, entity.to) && stranger(entity.to, true) && !/^(?:and|or|i)$/.test(tokens[entity.to]!.lower)
  );
}

const isNoble = (token: Token | undefined): boolean => token !== undefined && /^(?:von|van|de|di)$/.test(token.text);

/** "Pitt the elder", "Mirabeau junior": of two who share the name, one whom the chapter does not call so. */
function isOneOfTwo({ to, possessive }: Entity, tokens: readonly Token[]): boolean {
  if (possessive) return false;
  const behind = tokens[to];
  if (/^(?:senior|junior)$/.test(behind?.lower ?? '')) return true;
  if (behind?.lower !== 'the' || !/^(?:elder|younger)$/.test(tokens[to + 1]?.lower ?? '')) return false;
  // "for Robespierre the younger brother was": the word is said of another noun.
  const next = tokens[to + 2];
  return next === undefined || next.kind === 'punctuation' || isVerbLike(next) || PREPOSITIONS.has(next.lower) || next.lower === 'and';
}

/** "Wyatt, his father, had died": a surname that two of a family have. */
function isNamesake({ to }: Entity, tokens: readonly Token[]): boolean {
  return (
    tokens[to]?.text === ',' &&
    (/^(?:his|her)$/.test(tokens[to + 1]?.lower ?? '') || tokens[to + 1]?.possessive === true) &&
    /^(?:father|son|grandfather|grandson|uncle|nephew|cousin)$/.test(tokens[to + 2]?.lower ?? '') &&
    (tokens[to + 3] === undefined || tokens[to + 3]!.kind === 'punctuation')
  );
}

const RULERS = /^(?:king|queen|emperor|empress|duke|duchess|prince|princess|bishop|archbishop|elector|count|earl)$/;

/** "Mary, Queen of Scots", of one whom the chapter has as queen of another country. */
function isTitledElsewhere({ to, facts: [person] }: Entity, tokens: readonly Token[]): boolean {
  const title = tokens[to]?.text === ',' ? tokens[to + 1]?.lower : undefined;
  const place = tokens[to + 3];
  if (!title || !RULERS.test(title) || tokens[to + 2]?.lower !== 'of' || !place?.capitalised || person?.kind !== 'person') return false;
  const held = person.offices
    .flatMap((office) => [office.title, ...office.otherTitles])
    .map((each) => each.toLowerCase())
    .filter((each) => each.startsWith(`${title} of `));
  return held.length > 0 && !held.some((each) => each.includes(place.lower));
}

const MONTH = /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr|may|jun|july?|aug|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const NAME_TOO = /^(?:april|may|june|august)$/;

/** "Oct Trotsky out", "… , June Lenin ill": a month is nobody's first name, unless it can be one and stands in running text. */
function isMonth(tokens: readonly Token[], index: number): boolean {
  const { lower } = tokens[index]!;
  if (NAME_TOO.test(lower)) return index > 0 && /^(?:[,;:(–—]|in|by|since|until|till|from|early|late|mid)$/.test(tokens[index - 1]!.lower);
  return MONTH.test(lower);
}

/** In a line all in capitals a capital tells nothing. */
const isShouted = ({ text }: Token): boolean => text.length > 1 && text === text.toUpperCase();
