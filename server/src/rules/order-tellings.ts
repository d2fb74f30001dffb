/** Which dated facts a part of a sentence tells, in its own words or by pointing back at what was told before. */
import { stemmer } from 'stemmer';
import { isVerbLike } from '../reading/clauses';
import type { Entity } from '../reading/entities';
import type { FactFrame, FactIndex } from '../reading/facts';
import { type Frame, ordinalAt, sliceFrame, type Thing } from '../reading/frames';
import type { ConceptName } from '../reading/lexicon/concepts';
import { likeness } from '../reading/lexicon/index';
import { BE, DONE_WITH_THINGS } from '../reading/lexicon/words';
import { type Match, matches } from '../reading/match';
import type { ClauseReading, DatedMention, Reading, SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import { sentencesBefore } from '../reading/read';
import { overlaps, type Span } from '../time/index';
import { dateAgrees } from './date-agrees';
import { isCountedOut, tellsEnough } from './evidence';
import { yearsApart } from './slip';
import { sentencesThatTell } from './standing-still';

export interface DatedFact {
  /** Null for a date that the text gives. */
  readonly fact: FactFrame | null;
  readonly key: string;
  /** Where that date stands. */
  readonly mention?: DatedMention;
  /** Every accepted value of its date. */
  readonly spans: readonly Span[];
}

export interface Telling {
  /** What is told plainly; where there are several, any of them may be meant. */
  readonly near: readonly DatedFact[];
  /** What else may be meant. */
  readonly possible: readonly DatedFact[];
}

export const NOTHING: Telling = { near: [], possible: [] };

export const both = (a: Telling, b: Telling): Telling => ({ near: [...a.near, ...b.near], possible: [...a.possible, ...b.possible] });

export function datedFact(fact: FactFrame): DatedFact {
  return {
    fact,
    key: fact.key,
    spans: fact.date ? [...fact.date.value.spans, ...fact.date.alternatives.flatMap(({ value }) => value.spans)] : [],
  };
}

/** A frame of the tokens that `keep` accepts, its content words among them. */
export function partOf(sentence: SentenceReading, frame: Frame, keep: (token: number) => boolean, inherited: boolean): Frame {
  const part = sliceFrame(frame, keep);
  const said = new Set<string>();
  const ordinals = new Set<number>();
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!keep(i)) continue;
    said.add(stemOf(sentence.tokens[i]!.lower));
    const number = part.ordinals.size > 0 ? ordinalAt(sentence.tokens, i) : null;
    if (number !== null && part.ordinals.has(number)) ordinals.add(number);
  }
  const strangerStems = new Set([...part.strangerStems].filter((stem) => said.has(stem)));
  // What a pronoun means stands at no place of its own.
  const isHere = ({ entity }: Thing) => inherited || entity.from >= 0;
  return {
    ...part,
    people: part.people.filter(({ at }) => inherited || at >= 0),
    terms: part.terms.filter(isHere),
    events: part.events.filter(isHere).map((thing) => (keep(prepositionAt(sentence, thing)) ? thing : { ...thing, preposition: '' })),
    stems: new Set([...part.stems].filter((stem) => said.has(stem))),
    ordinals,
    strangerStems,
    strangers: strangerStems.size,
  };
}

/** Where the event's preposition stands; in "two weeks after it came the law" it belongs to what is left out. */
function prepositionAt({ tokens }: SentenceReading, { preposition, entity }: Thing): number {
  if (preposition === '') return entity.from;
  for (let i = entity.from - 1; i >= Math.max(0, entity.from - 8); i--) if (tokens[i]!.lower === preposition) return i;
  return entity.from;
}

const stemOf = (word: string) => stemmer(word.replace(/iz(e|es|ed|ing|ation|ations)$/, 'is$1'));

/** What is told apart from its name need not be what the clause says: "people remembered the rising". */
const NEAR_SHARE = 0.85;
const POSSIBLE_SHARE = 0.7;

/** What a clause, or the part of one that has its verb, tells. */
export function tellingOf(part: Frame, sentence: SentenceReading, reading: Reading): Telling {
  const { facts, termKindOf } = reading.knowledge;
  const all = matches(part, facts, termKindOf).filter(({ fact }) => fact.date);
  const near = all.filter(
    (match) =>
      (tellsEnough(match, part, facts.frames.length, sentence.timeline) && isTold(match, part, sentence)) ||
      isToldInWords(match, part, all) ||
      isCountedOut(match, part),
  );
  const best = near[0]?.score ?? 0;
  return {
    near: near.filter(({ score }) => score >= best * NEAR_SHARE).map(({ fact }) => datedFact(fact)),
    possible: possibleOf(all, near[0]),
  };
}

/** What has as much as the rest of what speaks for the best, and nothing that speaks against it. */
function possibleOf(all: readonly Match[], best: Match | undefined): DatedFact[] {
  if (!best) return all.filter((match) => match.named || match.concept >= 0.5).map(({ fact }) => datedFact(fact));
  return all
    .filter((match) => {
      if (match.opposed || match.otherOrdinal || match.thingsExtra.length > 0 || match.score < best.score * POSSIBLE_SHARE) return false;
      if (match.peopleExtra.length > best.peopleExtra.length) return false;
      if (match.named) return true;
      if (match.score >= best.score * NEAR_SHARE) return true;
      if (best.named || (best.thingsAgree.length > 0 && match.thingsAgree.length === 0)) return false;
      return match.concept >= 0.5 || (match.conceptOpen && (match.thingsAgree.length > 0 || match.peopleMissing.length === 0));
    })
    .map(({ fact }) => datedFact(fact));
}

/** What an event does that is itself and no later thought of it. */
const TAKES_PLACE = new Set(
  'come comes came happen happens happened occur occurs occurred take takes took begin begins began start starts started break breaks broke follow follows followed precede precedes preceded meet meets met fall falls fell end ends ended fail fails failed collapse collapsed open opens opened arrive arrives arrived erupt erupted'.split(
    ' ',
  ),
);

/** "The monarchy was abolished": nobody and nothing of the chapter is named, but no other fact comes near to what happened to what. */
function isToldInWords(match: Match, part: Frame, all: readonly Match[]): boolean {
  return (
    match.concept >= 0.95 &&
    match.stemsAgree > 0 &&
    match.coverage >= 0.65 &&
    match.peopleMissing.length === 0 &&
    match.peopleExtra.length === 0 &&
    match.thingsExtra.length === 0 &&
    !match.opposed &&
    !match.otherOrdinal &&
    [...part.strangerStems].every((stem) => match.wording.stems.has(stem)) &&
    !all.some((other) => other !== match && other.score >= match.score * NEAR_SHARE)
  );
}

/** A fact told by its name alone must be what the verb speaks of, and the verb must say that it took place. */
function isTold(match: Match, part: Frame, sentence: SentenceReading): boolean {
  if (!match.named)
    return (
      match.thingsAgree.length > 0 ||
      match.peopleMissing.length === 0 ||
      (match.concept >= 0.95 && match.coverage >= 0.7 && match.peopleAgree.some(({ entity, pronoun }) => entity && !pronoun)) ||
      // "Necker was dismissed": a passive leaves out who did it.
      (part.passive && match.concept >= 0.9 && match.peopleAgree.some(({ entity, pronoun }) => entity && !pronoun))
    );
  if (match.concept >= 0.5) return true;
  const thing = part.events.find(({ ids }) => ids.includes(match.fact.fact.id));
  // What a pronoun means, or a line above lends, stands at no place here.
  if (!thing || thing.entity.from < 0) return false;
  return takesPlace(
    sentence,
    thing.entity.from,
    thing.entity.to,
    part.concepts.map(({ concept }) => concept),
    match,
  );
}

/** Whether the first verb behind the name, or before it in "came the …", says that it took place. */
function takesPlace(sentence: SentenceReading, from: number, to: number, concepts: readonly ConceptName[], match: Match): boolean {
  const { tokens } = sentence;
  const before = tokens[from - 1]?.lower === 'the' ? tokens[from - 2] : tokens[from - 1];
  if (before && /^(?:come|comes|came|followed|saw)$/.test(before.lower)) return true;
  if (isVerbless(sentence)) return true;
  // "The other battle, Mentana, came": a name between commas says what the noun before it is.
  const isApposed = tokens[to]?.text === ',' && before?.text === ',';
  for (let i = isApposed ? to + 1 : to; i < Math.min(sentence.to, to + 6); i++) {
    const token = tokens[i]!;
    if (token.text === ',' && tokens[i + 1]?.lower === 'which') continue;
    if (token.kind === 'punctuation' && /^[;:.,(]$/.test(token.text)) return false;
    if (!isVerbLike(token)) continue;
    if (TAKES_PLACE.has(token.lower)) return true;
    if (DONE_WITH_THINGS.has(token.lower)) return true;
    if (BE.has(token.lower) || /^(?:had|has|have)$/.test(token.lower)) continue;
    return concepts.some((concept) => [...match.wording.heads].some((head) => likeness(head, concept) >= 0.5));
  }
  return false;
}

/** "8 June: Festival of the Supreme Being." */
const isVerbless = ({ tokens, from, to }: SentenceReading) => to - from < 24 && !tokens.slice(from, to).some(isVerbLike);

/** What a noun phrase tells: an event's name, or a noun of happening with those whom it happened to. */
export function phraseTelling(part: Frame, reading: Reading): Telling {
  const bare: Frame = { ...part, events: part.events.map((thing) => ({ ...thing, preposition: '' })) };
  const { facts, termKindOf } = reading.knowledge;
  const all = matches(bare, facts, termKindOf).filter(({ fact, otherOrdinal }) => fact.date && !otherOrdinal);
  const thing = isBareThing(bare);
  const told = all.filter(
    (match) =>
      match.named ||
      // "before the Postscript": a thing stands for its making.
      (thing &&
        match.thingsAgree.length === 1 &&
        match.wording.things.size === 1 &&
        [...match.wording.heads].some((head) => MAKING.has(head))) ||
      (match.concept >= 0.95 &&
        match.peopleAgree.length > 0 &&
        match.peopleExtra.length === 0 &&
        match.peopleMissing.length === 0 &&
        (match.wording.things.size === 0 || match.thingsAgree.length > 0)) ||
      // "his expulsion from the committee": of several to whom it happened, one is enough where from what is told.
      (match.concept >= 0.95 &&
        match.coverage >= 0.5 &&
        match.peopleAgree.length > 0 &&
        match.thingsAgree.length > 0 &&
        match.peopleExtra.length + match.thingsExtra.length === 0) ||
      // "Nixon's visit": the fact's own verb as a noun.
      (match.concept >= 0.7 &&
        match.concept < 0.95 &&
        match.coverage >= 0.5 &&
        match.wording.people.size > 0 &&
        match.peopleExtra.length === 0 &&
        match.peopleMissing.length === 0 &&
        match.wording.headStems.size > 0 &&
        isOnly(match, all)) ||
      // "the dismissal of Necker": who did it is left out; whom it was done to is the fact's object.
      (match.concept >= 0.95 &&
        match.coverage >= 0.4 &&
        match.peopleExtra.length === 0 &&
        match.peopleAgree.some((participant) => participant.entity && participant.role === 'possessor') &&
        isOnly(match, all)),
  );
  const best = told[0]?.score ?? 0;
  const near = told.filter(({ score }) => score >= best * NEAR_SHARE).map(({ fact }) => datedFact(fact));
  return { near, possible: [...told.map(({ fact }) => datedFact(fact)), ...possibleOf(all, told[0])] };
}

/** How a document, a policy, a group comes to be. */
const MAKING = new Set<ConceptName>(['write', 'publish', 'adopt', 'found', 'agree', 'declare', 'begin']);

/** A phrase that is no more than the name of one thing. */
const isBareThing = ({ concepts, people, terms, events, offices, strangers }: Frame) =>
  concepts.length === 0 && people.length === 0 && events.length === 0 && offices.length === 0 && strangers === 0 && terms.length === 1;

/** Whether no other fact has this happening with the same people. */
function isOnly(match: Match, all: readonly Match[]): boolean {
  return !all.some(
    (other) =>
      other.fact !== match.fact &&
      other.concept >= 0.9 &&
      other.peopleAgree.length >= match.peopleAgree.length &&
      !sameTime(other.fact, match.fact),
  );
}

const sameTime = (a: FactFrame, b: FactFrame) =>
  a.date!.value.spans.some((span) => b.date!.value.spans.some((other) => overlaps(span, other)));

const told = new WeakMap<ClauseReading, Telling>();

/** What a whole clause tells; worked out once. */
export function clauseTelling(clause: ClauseReading, sentence: SentenceReading, reading: Reading): Telling {
  return once(told, clause, () => {
    const plain = withoutMisdated(tellingOf(clause.frame, sentence, reading), clause, sentence);
    if (plain.near.length > 0) return plain;
    const near = toldByDate(clause, sentence, reading);
    return { near, possible: near };
  });
}

/** What the clause itself dates years away is no event of the chapter, whatever the words have in common. */
function withoutMisdated(telling: Telling, clause: ClauseReading, { dates, clauses }: SentenceReading): Telling {
  const said = dates.flatMap(({ relation, unasserted, clause: at, mention: { date } }) =>
    relation === 'at' && !unasserted && clauses[at] === clause && date.value && date.provenance === 'explicit' ? [date.value] : [],
  );
  const fits = ({ fact }: DatedFact) =>
    said.length === 0 || !fact?.date || said.some((value) => yearsApart(fact.date!, value) <= NEAR_YEARS);
  return { ...telling, near: telling.near.filter(fits) };
}

/** Further than this, in years, a date is no slip for the other. */
const NEAR_YEARS = 3;

/** With a date of its own that is right, fewer words tell an event. */
function toldByDate(clause: ClauseReading, sentence: SentenceReading, reading: Reading): DatedFact[] {
  const { facts, termKindOf } = reading.knowledge;
  const claims = sentence.dates.filter(
    (claim) =>
      claim.relation === 'at' &&
      !claim.unasserted &&
      claim.mention.date.value?.precision !== 'year' &&
      (sentence.timeline || sentence.clauses[claim.clause] === clause),
  );
  if (claims.length !== 1) return [];
  const [best] = matches(clause.frame, facts, termKindOf).filter(
    (match) =>
      match.fact.date &&
      (match.named || ((match.concept >= 0.9 || (match.concept >= 0.5 && match.coverage >= 0.6)) && match.peopleAgree.length > 0)) &&
      match.coverage >= 0.4 &&
      match.thingsExtra.length === 0 &&
      !match.otherOrdinal &&
      !match.opposed &&
      dateAgrees(match.fact.date, claims[0]!.spans),
  );
  return best ? [datedFact(best.fact)] : [];
}

/** How many sentences back "the rising" and "this letter" may point. */
const REACH = 8;

function* sentenceAndBefore(sentence: SentenceReading, reading: Reading): Generator<SentenceReading, void> {
  yield sentence;
  yield* sentencesBefore(sentence, reading);
}

/** "the rising", "this letter": what was told before in words that have this noun, the nearest first. */
export function referenceTelling(sentence: SentenceReading, from: number, to: number, reading: Reading): Telling {
  const { tokens } = sentence;
  if (!/^(?:the|this|that|these|those|his|her|their|its)$/.test(tokens[from]?.lower ?? '')) return NOTHING;
  // Words behind the noun say which one; adjectives do not.
  const noun = to - 1;
  if (noun <= from || noun - from > 2 || tokens[noun]!.kind !== 'word') return NOTHING;
  // "the other Act" is none that the noun alone would mean.
  if (noun - from === 2 && ANOTHER.test(tokens[from + 1]!.lower)) return NOTHING;
  const stem = stemOf(tokens[noun]!.lower);
  let left = REACH;
  for (const other of sentenceAndBefore(sentence, reading)) {
    if (left-- < 0) break;
    for (let index = other.clauses.length - 1; index >= 0; index--) {
      const clause = other.clauses[index]!;
      if (clause.unasserted) continue;
      const { ranges } = clause.clause;
      if (other === sentence && ranges.some((range) => range.to > from)) continue;
      const says = ranges.some((range) =>
        other.tokens.slice(range.from, range.to).some((token) => token.kind === 'word' && stemOf(token.lower) === stem),
      );
      if (!says) continue;
      const named = clause.frame.events.filter(({ entity, ids }) => headOf(other, entity) === stem && reading.knowledge.fact(ids[0]!));
      if (named.length > 0) return namedTelling(named, reading);
      const whole = clauseTelling(clause, other, reading);
      if (isAbout(whole, stem)) return whole;
    }
  }
  return onlyOneOf(stem, sentence, from, reading);
}

const ANOTHER = /^(?:other|next|second|third|new|later|earlier|former|latter|previous)$/;

const heads = new WeakMap<FactIndex, ReadonlyMap<string, ReadonlySet<FactFrame>>>();

/** "the fire", of a chapter with one: where another word of its name stands before it in the block. */
function onlyOneOf(stem: string, sentence: SentenceReading, from: number, reading: Reading): Telling {
  const { facts } = reading.knowledge;
  const byHead = once(heads, facts, () => {
    const index = new Map<string, Set<FactFrame>>();
    for (const frame of facts.frames)
      if (frame.kind === 'event' && frame.date && frame.fact.kind === 'event')
        for (const name of [frame.fact.name, ...frame.fact.names]) once(index, headOfName(name), () => new Set()).add(frame);
    return index;
  });
  const [only, another] = byHead.get(stem) ?? [];
  if (!only || another) return NOTHING;
  const others = new Set(
    [only.fact!.name, ...only.fact!.names].flatMap((name) => name.match(/\p{Lu}\p{L}{3,}/gu) ?? []).map((word) => word.toLowerCase()),
  );
  others.delete(stem);
  const isNear = sentence.tokens.slice(Math.max(0, from - NEAR_WORDS), from).some((token) => token.capitalised && others.has(token.lower));
  const point = datedFact(only);
  return isNear ? { near: [point], possible: [point] } : NOTHING;
}

/** "the election took place", "that letter, a month before …": what the noun phrase that begins a clause points back at. */
export function subjectReference(sentence: SentenceReading, from: number, to: number, reading: Reading): Telling {
  const { tokens } = sentence;
  for (let end = from + 2; end <= Math.min(to, from + 3); end++) {
    const next = tokens[end];
    if (end < to && next && isVerbLike(next) && !TAKES_PLACE.has(next.lower)) return NOTHING;
    if (end === to || next?.kind === 'punctuation' || (next && TAKES_PLACE.has(next.lower)))
      return referenceTelling(sentence, from, end, reading);
  }
  return NOTHING;
}

/** How far back in the block, in tokens, another word of the name may stand. */
const NEAR_WORDS = 150;

function headOfName(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
  const link = words.findIndex((word) => /^(?:of|to|on|in|at|against|for)$/.test(word));
  return stemOf(words[(link > 0 ? link : words.length) - 1] ?? '');
}

/** The head noun of a name: "flight" of "flight to Varennes", "putsch" of "Kapp Putsch". */
function headOf({ tokens }: SentenceReading, { from, to }: Entity): string {
  const words = tokens.slice(from, to).filter((token) => token.kind === 'word');
  const link = words.findIndex((token) => /^(?:of|to|on|in|at|against|for)$/.test(token.lower));
  const head = words[(link > 0 ? link : words.length) - 1];
  return head ? stemOf(head.lower) : '';
}

export function namedTelling(things: readonly Thing[], reading: Reading): Telling {
  const ids = new Set(things.flatMap((thing) => thing.ids));
  const near = reading.knowledge.facts.frames
    .filter((frame) => frame.kind === 'event' && frame.date && ids.has(frame.fact.id))
    .map(datedFact);
  return { near, possible: near };
}

/** Whether the noun names the happening itself, and not only something in its sentence. */
function isAbout({ near }: Telling, stem: string): boolean {
  return near.some(({ fact }) => fact!.wordings.some(({ stems, frame }) => stems.has(stem) || (frame?.concepts.length ?? 0) > 0));
}

/** What the story stands at before this clause: the event told last; nothing where the last thing told is no event of the chapter. */
export function storyTelling(sentence: SentenceReading, clause: number, reading: Reading): Telling {
  for (let index = clause - 1; index >= 0; index--) {
    const before = sentence.clauses[index]!;
    if (before.clause.opening === 'aside') continue;
    // "They had not planned the storming": what is denied still names what is spoken of.
    if (before.unasserted) return before.unasserted === 'negation' ? namedTelling(before.frame.events, reading) : NOTHING;
    const telling = clauseTelling(before, sentence, reading);
    if (telling.near.length > 0) return telling;
    if (before.clause.verb >= 0) return NOTHING;
  }
  const above = goesOnFrom(sentence, reading);
  if (!above) return NOTHING;
  const last = above.clauses.findLast(
    // "they quarrelled over whether the peasants were to be driven": the question is part of what is told.
    ({ clause: { opening, opener, verb } }) => opening !== 'aside' && opener !== 'whether' && (verb >= 0 || isVerbless(above)),
  );
  if (!last || last.unasserted) return NOTHING;
  const end = clauseTelling(last, above, reading);
  if (end.near.length === 0) return NOTHING;
  // Any event of the sentence before may be what it is counted from.
  return above.clauses
    .filter(({ unasserted }) => !unasserted)
    .reduce((all, other) => both(all, clauseTelling(other, above, reading)), NOTHING);
}

/** The sentence from which the story goes on: in the same block, or from one line of a list to the next; one in which nothing happens is passed over. */
function goesOnFrom(sentence: SentenceReading, reading: Reading): SentenceReading | undefined {
  const [before] = sentencesThatTell(sentence, 1, reading);
  if (before || reading.block(sentence.block).kind !== 'list-item') return before;
  const [above] = sentencesBefore(sentence, reading);
  return above?.block === sentence.block - 1 && reading.block(above.block).kind === 'list-item' ? above : undefined;
}
