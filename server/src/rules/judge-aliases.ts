/** Finds the names that a text says are one person's, and are two people's: "Bronstein, better known as Lenin", a table of real names. */
import type { Person } from '../chapter/model';
import { plainWord } from '../chapter/names/fold';
import { isCommonWord } from '../chapter/names/words';
import type { Entity } from '../reading/entities';
import type { Knowledge, Reading, SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import type { Token } from '../reading/tokens';
import { cellAt } from './life-records';
import { isRow } from './row-frames';

export interface AliasVerdict {
  readonly sentence: SentenceReading;
  /** The name that is wrong beside the alias. */
  readonly wrong: Entity;
  readonly right: Person;
  readonly alias: string;
}

/** A run of tokens that is another name of somebody than the one that he is known by. */
interface Alias {
  readonly from: number;
  readonly to: number;
  readonly person: Person;
}

export function judgeAliases(reading: Reading, sentences: readonly SentenceReading[] = reading.sentences): AliasVerdict[] {
  const surnames = once(known, reading.knowledge, () => otherSurnames(reading.knowledge));
  if (surnames.size === 0) return [];
  return sentences.flatMap((sentence) => {
    const aliases = aliasesIn(sentence, surnames);
    return aliases.length === 0 ? [] : judgeSentence(sentence, aliases, reading);
  });
}

const known = new WeakMap<Knowledge, ReadonlyMap<string, Person>>();

/** Surnames that people of the chapter had besides the one that they are known by, each of one person. */
function otherSurnames({ chapters }: Knowledge): ReadonlyMap<string, Person> {
  const people = chapters.flatMap((chapter) => chapter.people);
  const holders = new Map<string, Set<Person>>();
  for (const person of people)
    for (const name of [person.name, person.short, ...person.names])
      for (const word of name.split(/\s+/)) once(holders, plainWord(word), () => new Set()).add(person);
  const found = new Map<string, Person>();
  for (const person of people) {
    const own = new Set([person.name, person.short].flatMap((name) => name.split(/\s+/)).map(plainWord));
    for (const name of person.names) {
      const last = name.split(/\s+/).at(-1)!;
      const word = plainWord(last);
      const isSurname = /^\p{Lu}\p{Ll}{3,}$/u.test(last) && !own.has(word) && !isSpelling(word, own) && !isCommonWord(last.toLowerCase());
      if (isSurname && holders.get(word)!.size === 1) found.set(word, person);
    }
  }
  return found;
}

/** "Krupskaia" is Krupskaya, spelt otherwise. */
const isSpelling = (word: string, own: ReadonlySet<string>) => [...own].some((each) => each.slice(0, 3) === word.slice(0, 3));

function aliasesIn({ tokens, from, to }: SentenceReading, surnames: ReadonlyMap<string, Person>): Alias[] {
  const found: Alias[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    const person = token.capitalised && token.kind === 'word' ? surnames.get(plainWord(token.text)) : undefined;
    if (!person) continue;
    const given = new Set([person.name, ...person.names].flatMap((name) => name.split(/\s+/)).map(plainWord));
    let first = i;
    const isBeside = (index: number) => tokens[index]!.kind === 'word' && tokens[index]!.capitalised && touches(tokens, index);
    while (first > from && isBeside(first - 1) && given.has(plainWord(tokens[first - 1]!.text))) first--;
    // "David Bronstein": somebody else of that name.
    const isStranger = first > from && isBeside(first - 1) && (first - 1 > from || !isCommonWord(tokens[first - 1]!.lower));
    const goesOn = tokens[i + 1]?.capitalised && touches(tokens, i);
    if (!isStranger && !goesOn) found.push({ from: first, to: i + 1, person });
  }
  return found;
}

/** Whether nothing but a space stands behind the token: no border of a cell. */
const touches = (tokens: readonly Token[], index: number) => (tokens[index + 1]?.start ?? 0) - tokens[index]!.end === 1;

function judgeSentence(sentence: SentenceReading, aliases: readonly Alias[], reading: Reading): AliasVerdict[] {
  const { tokens, entities, clauses } = sentence;
  const people = entities.filter(
    ({ kind, how, facts, from, to }) =>
      kind === 'person' && how !== 'misspelling' && facts.length === 1 && !aliases.some((alias) => alias.from < to && from < alias.to),
  );
  return aliases.flatMap((alias): AliasVerdict[] => {
    // His own name beside it: whatever else stands there, it is not put in the place of that.
    if (people.some(({ facts }) => facts[0]!.id === alias.person.id)) return [];
    const wrong = people.find((each) =>
      isRow(sentence) ? isBesideInRow(alias, each, sentence, reading) : isSaidToBe(alias, each, tokens),
    );
    if (!wrong || wrong.facts[0]!.kind !== 'person') return [];
    // What is only added is not denied: "X, born Y, was no speaker".
    const isAsserted = clauses.every(
      ({ clause, unasserted }) =>
        !unasserted || unasserted === 'negation' || !clause.ranges.some(({ from, to }) => from <= wrong.from && wrong.from < to),
    );
    const text = tokens
      .slice(alias.from, alias.to)
      .map((token) => token.text)
      .join(' ');
    return isAsserted ? [{ sentence, wrong, right: alias.person, alias: text }] : [];
  });
}

const NAMES = /\b(?:name|names|alias|aliases|real|born|pseudonym|known|called)\b/i;

/** Each alone in its cell, in columns of names. */
function isBesideInRow(alias: Alias, { from, to }: Entity, sentence: SentenceReading, reading: Reading): boolean {
  const { tokens, clauses, block } = sentence;
  const isWhole = (start: number, end: number) =>
    clauses.some(({ clause: { ranges } }) => {
      const [range] = ranges;
      const isMark = (index: number) => tokens[index]!.kind === 'punctuation';
      return (
        ranges.length === 1 &&
        range!.from <= start &&
        end <= range!.to &&
        Array.from({ length: start - range!.from }, (_, k) => range!.from + k).every(isMark) &&
        Array.from({ length: range!.to - end }, (_, k) => end + k).every(isMark)
      );
    });
  const header = (token: number) => cellAt(reading.notes.blocks[block]!.start + tokens[token]!.start, sentence, reading)?.header ?? '';
  return isWhole(alias.from, alias.to) && isWhole(from, to) && NAMES.test(header(alias.from)) && NAMES.test(header(from));
}

const THEN_KNOWN =
  /^(?:[,(] )?(?:(?:who )?(?:was|is|became|becomes) )?(?:(?:better|best|later|usually|generally|now|also|soon|then) )*(?:known (?:to history |to the world )?as|alias|called himself|(?:took|adopted|chose) the name(?: of)?|=)$/;
const BORN_AS =
  /^(?:[,(] )?(?:(?:who )?(?:was|is|had been) )?(?:born|né|née|alias|originally|=|(?:(?:whose|his|her) )?(?:real|original|true|family) (?:name|surname)(?: was| is| had been| :)?)$/;

/** "Bronstein, better known as X", "X (born Bronstein)", "X’s real name was Bronstein". */
function isSaidToBe(alias: Alias, { from, to, possessive }: Entity, tokens: readonly Token[]): boolean {
  const isFirst = alias.to <= from;
  if (isFirst && possessive) return false;
  const [start, end] = isFirst ? [alias.to, from] : [to, alias.from];
  if (end - start > 8) return false;
  const between = tokens
    .slice(start, end)
    .map(({ lower }) => lower)
    .join(' ');
  return (isFirst ? THEN_KNOWN : BORN_AS).test(between);
}
