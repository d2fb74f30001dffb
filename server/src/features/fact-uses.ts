/** Every place in notes that means a fact of the chapter, however worded: a name, a mark, a citation, a plain pronoun, a clause that tells an event. */
import type { AnyFact, Person } from '../chapter/model';
import type { Block } from '../notes/model';
import type { Frame } from '../reading/frames';
import { matches } from '../reading/match';
import type { ClauseReading, FactMention, Knowledge, Reading, SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import { datesOf } from '../reading/read';
import { clauseTelling, partOf, phraseTelling, type Telling } from '../rules/order-tellings';

/** `name`: a written name, in a mark or not; `citation`: `[@key]`; `telling`: words that tell an event without its name. */
export type UseHow = 'name' | 'citation' | 'pronoun' | 'telling';

export interface FactUse {
  /** UTF-16 offsets into the whole text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly fact: AnyFact;
  readonly how: UseHow;
}

const known = new WeakMap<Reading, readonly FactUse[]>();

/** By start; a telling may hold others. Worked out once for a reading. */
export function factUses(reading: Reading): readonly FactUse[] {
  return once(known, reading, () =>
    [
      ...names(reading),
      ...citations(reading),
      ...pronouns(reading),
      ...reading.sentences.flatMap((sentence) => [...tellings(sentence, reading)]),
    ].sort((a, b) => a.start - b.start || b.end - a.end),
  );
}

/** The innermost use at an offset; a use's end counts as inside. */
export function factUseAt(reading: Reading, offset: number): FactUse | null {
  let best: FactUse | null = null;
  for (const use of factUses(reading)) {
    if (use.start > offset) break;
    if (offset <= use.end && (best === null || use.end - use.start <= best.end - best.start)) best = use;
  }
  return best;
}

/** What tells a fact from those of the same id in other chapters. */
export function factKey(fact: AnyFact, { chapters }: Knowledge): string {
  // Reading may have made the fact anew under another of its names; its place stays.
  const chapter = chapters.find(({ byId }) => byId.get(fact.id)?.place === fact.place);
  return `${chapter?.id ?? ''}/${fact.id}`;
}

/** An office is held by many; its title names nobody by itself. */
const namesItsFact = (mention: { readonly kind: string }): mention is FactMention =>
  mention.kind === 'fact' && (mention as FactMention).how !== 'role';

function* names({ mentions }: Reading): Generator<FactUse> {
  for (const mention of mentions)
    if (namesItsFact(mention)) yield { start: mention.start, end: mention.end, fact: mention.fact, how: 'name' };
}

function* citations({ notes, knowledge }: Reading): Generator<FactUse> {
  for (const { marks } of notes.blocks) {
    for (const mark of marks) {
      const fact = mark.kind === 'citation' ? knowledge.fact(mark.key) : undefined;
      if (mark.kind === 'citation' && fact?.kind === 'source') yield { ...mark.keyRange, fact, how: 'citation' };
    }
  }
}

/**
 * "He" and "She" that open a sentence, where the sentence before is about one person only, named or again so meant. The reader's own guesses at other
 * pronouns are good enough to keep a rule silent, but not to say that somebody is mentioned.
 */
function* pronouns({ notes, knowledge, sentences }: Reading): Generator<FactUse> {
  let about: Person | null = null;
  let block = -1;
  for (const sentence of sentences) {
    if (sentence.block !== block) about = null;
    block = sentence.block;
    const { start, quoted } = notes.blocks[block]!;
    const token = sentence.tokens[sentence.from]!;
    const meant = about !== null && !quoted && fits(token.lower, about) ? about : null;
    if (meant) yield { start: start + token.start, end: start + token.start + token.text.length, fact: meant, how: 'pronoun' };
    about = subjectOf(sentence, meant, knowledge);
  }
}

const fits = (word: string, { gender }: Person) => (word === 'he' ? gender === 'male' : word === 'she' && gender === 'female');

/** The one person whom a sentence speaks of, as its subject; null where it has others, or strangers. */
function subjectOf({ entities, clauses, frame }: SentenceReading, meant: Person | null, knowledge: Knowledge): Person | null {
  if (frame.strangers > 0) return null;
  const people = new Set(entities.flatMap(({ kind, facts }) => (kind === 'person' || kind === 'office' ? [facts[0]!.id] : [])));
  if (meant) people.add(meant.id);
  const [id] = people;
  if (people.size !== 1) return null;
  const isSubject = clauses[0]?.frame.people.some(
    ({ role, ids, at, pronoun }) => role === 'subject' && at >= 0 && !pronoun && ids[0] === id,
  );
  const fact = knowledge.fact(id!);
  return fact?.kind === 'person' && (meant !== null || isSubject) ? fact : null;
}

/** Clauses, and nouns of happening with those whom it happened to ("Lenin's death"), that tell one event of the chapter and do not name it. */
function* tellings(sentence: SentenceReading, reading: Reading): Generator<FactUse> {
  const block = reading.notes.blocks[sentence.block]!;
  for (const clause of sentence.clauses) {
    if (clause.unasserted && clause.unasserted !== 'negation') continue;
    const { frame } = clause;
    const named = new Set(frame.events.flatMap(({ ids }) => ids));
    const whole = onlyEvent(clauseTelling(clause, sentence, reading));
    if (whole && isPlainlyTold(whole, frame, reading)) {
      const words = wordsOf(clause, sentence, block, reading);
      if (words && !named.has(whole.id)) yield { ...words, fact: whole, how: 'telling' };
      continue;
    }
    for (const hit of frame.concepts) {
      if (hit.part !== 'noun') continue;
      const { from, to } = phraseAround(hit, sentence);
      const phrase = partOf(sentence, frame, (token) => token >= from && token < to, false);
      const told = onlyEvent(phraseTelling(phrase, reading));
      if (!told || named.has(told.id) || !isPlainlyTold(told, phrase, reading)) continue;
      yield {
        start: block.start + sentence.tokens[from]!.start,
        end: block.start + sentence.tokens[to - 1]!.end,
        fact: told,
        how: 'telling',
      };
    }
  }
}

/** The one event that is meant, where no other may be. */
function onlyEvent({ near, possible }: Telling): AnyFact | null {
  const events = new Set([...near, ...possible].flatMap(({ fact }) => (fact?.kind === 'event' ? [fact.fact] : [])));
  const [event] = events;
  return events.size === 1 && near.length > 0 ? event! : null;
}

/** Of what an event has, the share that words must tell to count as a mention of it. */
const TOLD_SHARE = 0.7;

/** Whether the words say the event's own kind of happening, and of whom or what: more than a date's claim must say, since here nothing else speaks for the event. */
function isPlainlyTold(event: AnyFact, frame: Frame, { knowledge }: Reading): boolean {
  const match = matches(frame, knowledge.facts, knowledge.termKindOf).find(({ fact }) => fact.kind === 'event' && fact.fact === event);
  if (!match || match.concept < 0.9 || match.coverage < TOLD_SHARE) return false;
  if (match.peopleExtra.length > 0 || match.thingsExtra.length > 0 || match.opposed || match.otherOrdinal) return false;
  const isSaid = match.peopleAgree.some(({ at, ids, pronoun }) => at >= 0 && (!pronoun || ids.length === 1));
  return match.thingsAgree.length > 0 || match.stemsAgree > 1 || (isSaid && match.peopleMissing.length === 0);
}

/** Where the part of the clause that has its verb stands, without the date, the conjunction and the commas at its edges. */
function wordsOf(
  { clause }: ClauseReading,
  { tokens, block: index }: SentenceReading,
  block: Block,
  reading: Reading,
): Pick<FactUse, 'start' | 'end'> | null {
  const range = clause.ranges.find(({ from, to }) => from <= clause.verb && clause.verb < to) ?? clause.ranges[0]!;
  const dates = datesOf(reading, index);
  const isDate = (at: number) => {
    const start = block.start + tokens[at]!.start;
    return dates.some((date) => date.start <= start && start < date.end);
  };
  let { from, to } = range;
  // "In March 1921," at the edge goes with its preposition.
  const leads = (at: number): boolean =>
    at < to && (isDate(at) || tokens[at]!.kind === 'punctuation' || (DATE_LINKS.has(tokens[at]!.lower) && leads(at + 1)));
  if (tokens[from]?.lower === clause.opener) from++;
  while (from < to && leads(from)) from++;
  while (
    to > from &&
    (isDate(to - 1) || tokens[to - 1]!.kind === 'punctuation' || (DATE_LINKS.has(tokens[to - 1]!.lower) && to < range.to))
  )
    to--;
  return from < to ? { start: block.start + tokens[from]!.start, end: block.start + tokens[to - 1]!.end } : null;
}

const DATE_LINKS = new Set('in on at of by during since until from the early late about around'.split(' '));
const PHRASE_LINKS = new Set('of from the and in by as to'.split(' '));
/** Tokens on each side of a noun that its phrase may take in. */
const PHRASE_REACH = 12;

/** A noun of happening with the possessor before it and the names behind it: "Lenin's death", "the expulsion of Trotsky from the Party". */
function phraseAround(hit: { readonly from: number; readonly to: number }, { tokens, entities, from, to }: SentenceReading) {
  const entityAt = (at: number) => entities.find((entity) => entity.from <= at && at < entity.to);
  let first = hit.from;
  const before = entityAt(first - 1);
  if (before?.possessive && before.from >= from) first = before.from;
  let last = hit.to;
  for (let at = hit.to; at < Math.min(to, hit.to + PHRASE_REACH); ) {
    const entity = entityAt(at);
    if (entity) {
      at = entity.to;
      last = Math.min(at, to);
    } else if (PHRASE_LINKS.has(tokens[at]!.lower)) at++;
    else break;
  }
  return { from: first, to: last };
}
