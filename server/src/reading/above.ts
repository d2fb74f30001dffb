/** What a line of notes takes over from the lines that it stands under: the event that it only dates, the date that it is set at, the thing that it goes on about. */
import type { Block, Notes } from '../notes/model';
import type { DateValue } from '../time/index';
import type { Entity } from './entity';
import type { Frame } from './frames';
import type { DatedMention, SentenceReading, Told } from './model';
import { once } from './once';

/** What the line above tells. */
export interface Above {
  /** What a line that is nothing but a date is the date of: a question's event, a parent item's. */
  readonly told: Told | null;
  /** The date of lines without one: a heading, a label or a parent item that is nothing but a date. */
  readonly setting: DatedMention | null;
  /** The one term or event that the label or title above is. */
  readonly things: readonly Entity[];
}

/** Whom and what the sentences before spoke of: what pronouns may mean. */
export interface Focus {
  subject: readonly string[];
  male: readonly string[];
  female: readonly string[];
  plural: readonly string[];
  /** Whom the last sentence that named anybody named, in its order. */
  named: readonly string[];
  thing: Entity | null;
  /** The group and the body named last: what "this alliance" and "the Committee" mean. */
  group: Entity | null;
  body: Entity | null;
}

/** What a block that has been read lends to the blocks below it: they take over nothing else. */
export interface Lent {
  /** People named in the block, first mention first. */
  readonly people: readonly string[];
  /** The date at the head of a timeline line. */
  readonly head: DateValue | null;
  readonly firstDate: DateValue | null;
  readonly lastDate: DateValue | null;
  /** The block's one date, where it is no end of a range. */
  readonly onlyDate: DateValue | null;
  readonly hasDates: boolean;
  readonly focus: Focus;
  /** Its one sentence without a date, or the question that it ends with: what lines below it may only date. */
  readonly label: SentenceReading | null;
  /** The question after a date that it ends with. */
  readonly question: SentenceReading | null;
  /** "What happened in July 1926?": the date that its last question asks about. */
  readonly dateAsked: DatedMention | null;
  /** The date that is all that the block says. */
  readonly dateAlone: DatedMention | null;
}

/** The blocks above, from the first, with what each lends. */
export type LendersAbove = readonly { readonly lent: Lent }[];

/** Of a block as read: what it lends. */
export function lentBy(
  block: Block,
  { sentences, dates, entities }: Readable,
  { head, focus }: { readonly head: DateValue | null; readonly focus: Focus },
): Lent {
  const values = dates.flatMap(({ date }) => date.value ?? []);
  const first = dates.find(({ date }, at) => date.value && !isOfLife(dates, at));
  const last = sentences.at(-1);
  return {
    people: [...new Set(entities.filter((entity) => entity.kind === 'person').map((entity) => entity.facts[0]!.id))],
    head,
    firstDate: first?.date.value ?? null,
    lastDate: values.at(-1) ?? null,
    onlyDate: values.length === 1 && dates.find(({ date }) => date.value)!.date.rangePartner === undefined ? values[0]! : null,
    hasDates: dates.length > 0,
    // Its place among the tokens is none in another block.
    focus: { ...focus, thing: placeless(focus.thing), group: placeless(focus.group), body: placeless(focus.body) },
    label: labelIn(sentences),
    question: last && asksWhen(last) ? last : null,
    dateAsked: last ? dateAskedAbout(last, block.start) : null,
    dateAlone: dateAlone(sentences, dates, block),
  };
}

/** Longer ranges, in days, are lives: "Lenin (1870–1924)" gives no year to the lines below it. */
const LIFE = 25 * 366;

/** Whether the date is an end of a range as long as a life. */
function isOfLife(dates: readonly DatedMention[], at: number): boolean {
  const [own, other] = [dates[at]!.date, dates[dates[at]!.date.rangePartner ?? -1]?.date];
  const [a, b] = [own.value?.spans[0], other?.value?.spans[0]];
  return a !== undefined && b !== undefined && Math.abs(a.first - b.first) > LIFE;
}

const placeless = (entity: Entity | null) => entity && { ...entity, from: -1, to: -1 };

interface Readable {
  readonly sentences: readonly SentenceReading[];
  readonly dates: readonly DatedMention[];
  readonly entities: readonly Entity[];
}

/** A longer line is no label: it has more to say than what the lines below it date. */
const LONGEST_LABEL = 16;
const LONGEST_TITLE = 8;

/** What the blocks read so far lend to the one at `index`. */
export function aboveOf(notes: Notes, block: Block, index: number, read: LendersAbove): Above {
  return {
    told: toldAbove(notes, block, index, read),
    setting: settingOf(notes, block, index, read),
    things: thingsAbove(notes, block, read),
  };
}

function toldAbove({ blocks }: Notes, block: Block, index: number, read: LendersAbove): Told | null {
  const parents: SentenceReading[] = [];
  for (let at = block.parent; at >= 0; at = blocks[at]!.parent) {
    const { label } = read[at]!.lent;
    if (!label) break;
    parents.push(label);
  }
  if (parents.length > 0) return joined(parents);
  const follows = index > 0 && (blocks[index - 1]!.heading === block.heading || block.heading === index - 1);
  const question = follows ? read[index - 1]!.lent.question : null;
  if (question) return joined([question]);
  const heading = block.heading < 0 ? null : read[block.heading]!.lent.label;
  return heading ? joined([heading]) : null;
}

/** The sentence of a block that lines below it may only date: its one sentence without a date, or the question that it ends with. */
function labelIn(sentences: readonly SentenceReading[]): SentenceReading | null {
  const last = sentences.at(-1);
  if (!last) return null;
  if (asksWhen(last)) return last;
  const isLabel = sentences.length === 1 && last.dates.length === 0 && last.to - last.from <= LONGEST_LABEL;
  return isLabel && last.clauses.every(({ unasserted }) => !unasserted) ? last : null;
}

/** "When did she die?", "In what year was it founded?", without a date of its own. */
export function asksWhen({ tokens, from, to, dates }: SentenceReading): boolean {
  return (
    dates.length === 0 &&
    isQuestion(tokens, from, to) &&
    tokens.slice(from, to).some(({ lower }) => /^(?:when|year|date|month|day|dates)$/.test(lower))
  );
}

/** A longer question is none of a flashcard's. */
const LONGEST_QUESTION = 40;

const isQuestion = (tokens: SentenceReading['tokens'], from: number, to: number) =>
  to - from <= LONGEST_QUESTION && tokens[to - 1]!.text === '?';

/** "What happened in July 1926?": the question's date, which its answer is set at. */
export function dateAskedAbout(sentence: SentenceReading, blockStart: number): DatedMention | null {
  const { tokens, from, to, dates } = sentence;
  if (dates.length !== 1 || dates[0]!.rangeEnd || !isQuestion(tokens, from, to)) return null;
  // "18. What happened in": the question's own number.
  const rest = wordsBesideDates(sentence, blockStart).filter((word, index) => index > 1 || !/^\d+[a-z]?$/.test(word));
  return rest.includes('what') && rest.every((word) => ASKING.has(word)) ? dates[0]!.mention : null;
}

/** "June 1922. He became minister.", "The year was 1922.": the date that the sentence behind it is set at; one that answers a question sets none. */
export function dateSetBy(sentence: SentenceReading, blockStart: number): DatedMention | null {
  const [claim] = sentence.dates;
  const isBare = sentence.dates.length === 1 && !claim!.rangeEnd && sentence.above === null && isBareDate(sentence, blockStart);
  return isBare ? claim!.mention : dateAskedAbout(sentence, blockStart);
}

const ASKING = new Set('q question what which event events happened occurred took place in on during'.split(' '));

const FILLERS = new Set(
  'a ans answer date dates year when time month day in on the of it was that this is c circa about events timeline'.split(' '),
);

/** Whether the sentence says nothing but when. */
export function isBareDate(sentence: SentenceReading, blockStart: number): boolean {
  const { dates, from, to } = sentence;
  return dates.length > 0 && to - from <= LONGEST_LABEL && wordsBesideDates(sentence, blockStart).every((word) => FILLERS.has(word));
}

function wordsBesideDates({ tokens, from, to, dates }: SentenceReading, blockStart: number): string[] {
  const mentions = dates.flatMap(({ mention, rangeEnd }) => (rangeEnd ? [mention, rangeEnd] : [mention]));
  const isDate = (at: number) => mentions.some(({ start, end }) => start <= at && at < end);
  return tokens
    .slice(from, to)
    .filter(({ kind, start }) => kind !== 'punctuation' && !isDate(blockStart + start))
    .map(({ lower }) => lower);
}

function settingOf({ blocks }: Notes, block: Block, index: number, read: LendersAbove): DatedMention | null {
  if (block.timelineHead || block.kind === 'heading' || block.kind === 'table-row') return null;
  const asked = blocks[index - 1]?.heading === block.heading ? read[index - 1]!.lent.dateAsked : null;
  if (asked) return asked;
  for (let at = block.parent; at >= 0; at = blocks[at]!.parent) if (read[at]!.lent.hasDates) return read[at]!.lent.dateAlone;
  for (let at = block.heading; at >= 0; at = blocks[at]!.heading) if (read[at]!.lent.hasDates) return read[at]!.lent.dateAlone;
  return null;
}

function dateAlone(sentences: readonly SentenceReading[], dates: readonly DatedMention[], { start }: Block): DatedMention | null {
  const [sentence] = sentences;
  return dates.length === 1 && sentences.length === 1 && isBareDate(sentence!, start) ? dates[0]! : null;
}

/** What the nearest label or title above is, where it is a single term or event and nobody. */
function thingsAbove({ blocks }: Notes, block: Block, read: LendersAbove): readonly Entity[] {
  for (let at = block.parent; at >= 0; at = blocks[at]!.parent) {
    const { label } = read[at]!.lent;
    if (!label) return [];
    if (label.entities.length > 0) return topicThings(label);
  }
  const heading = block.heading < 0 ? null : read[block.heading]!.lent.label;
  return heading ? topicThings(heading) : [];
}

/** The one term or event that the sentence is, with nothing else of weight in it. */
export function topicThings({ entities, frame }: SentenceReading): readonly Entity[] {
  const [thing] = entities;
  const isThing = entities.length === 1 && (thing!.kind === 'term' || thing!.kind === 'event');
  return isThing && frame.concepts.length === 0 && frame.stems.size === 0 ? [{ ...thing!, from: -1, to: -1 }] : [];
}

const joinedSentences = new WeakMap<SentenceReading, WeakMap<SentenceReading, Told>>();

/** What the sentences tell together; the same object for the same sentences, so that what hangs on one can be counted. */
export function joined(sentences: readonly SentenceReading[]): Told {
  const byFirst = once(joinedSentences, sentences[0]!, () => new WeakMap());
  return once(byFirst, sentences.at(-1)!, () => ({
    frame: sentences.map(({ frame }) => outside(frame)).reduce(together),
    isTitle: sentences.every(isTitle),
  }));
}

function isTitle({ clauses, from, to }: SentenceReading): boolean {
  return clauses.length <= 2 && to - from <= LONGEST_TITLE && clauses.every(({ clause }) => clause.verb < 0);
}

/** The frame as it counts in another line: no place of it is one in that line. */
function outside(frame: Frame): Frame {
  const thing = <T extends { readonly entity: Entity }>(each: T): T => ({ ...each, entity: { ...each.entity, from: -1, to: -1 } });
  return {
    ...frame,
    concepts: frame.concepts.map((hit) => ({ ...hit, from: -1, to: -1 })),
    people: frame.people.map((each) => ({ ...each, at: each.at < 0 ? -1 : 0 })),
    terms: frame.terms.map(thing),
    events: frame.events.map(thing),
    offices: frame.offices.map(thing),
  };
}

/** Two frames as one, the first one's voice kept. */
export function together(a: Frame, b: Frame): Frame {
  const known = new Set(a.people.flatMap(({ ids }) => ids));
  return {
    concepts: [...a.concepts, ...b.concepts],
    people: [...a.people, ...b.people.filter(({ ids }) => !ids.some((id) => known.has(id)))],
    terms: [...a.terms, ...b.terms],
    events: [...a.events, ...b.events],
    offices: [...a.offices, ...b.offices],
    stems: new Set([...a.stems, ...b.stems]),
    ordinals: new Set([...a.ordinals, ...b.ordinals]),
    strangers: a.strangers + b.strangers,
    properStems: new Set([...a.properStems, ...b.properStems]),
    strangerStems: new Set([...a.strangerStems, ...b.strangerStems]),
    strangerPrepositions: new Set([...a.strangerPrepositions, ...b.strangerPrepositions]),
    nobody: a.nobody || b.nobody,
    passive: a.passive || b.passive,
  };
}
