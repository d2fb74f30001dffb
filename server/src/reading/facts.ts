/** The chapter's facts as frames, with an index from what a sentence may mention to the facts that it may be about. */
import { stemmer } from 'stemmer';
import type { AnyFact, Chapter, FactDate, PackPlace, Person } from '../chapter/model';
import { isVerbLike } from './clauses';
import type { Entity } from './entities';
import { FactsByTime } from './facts-by-time';
import { conceptNames, type Frame, readFrame } from './frames';
import type { ConceptName } from './lexicon/concepts';
import { findConcepts, withWider } from './lexicon/index';
import { BE, PREPOSITIONS, STOPWORDS } from './lexicon/words';
import { once } from './once';
import { SharedWeights } from './sharing';
import { type Token, tokenise } from './tokens';

export type FactFrameKind = 'event' | 'birth' | 'death' | 'relation' | 'term' | 'office';

/** One way in which a fact can be told. */
export interface FactWording {
  /** What its main verb, or the noun that a light verb carries, says; a telling of the fact must say it too. */
  readonly heads: ReadonlySet<ConceptName>;
  /** Stems of the main verb, or of what "is" links, where no concept covers it. */
  readonly headStems: ReadonlySet<string>;
  readonly concepts: ReadonlySet<ConceptName>;
  readonly people: ReadonlySet<string>;
  /** Who belongs to a group that the line names; what the group does they do. */
  readonly members: ReadonlySet<string>;
  /** The one who does it, where the line names one and it is not said of a group: the slot that `wrong-person` judges. */
  readonly things: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly ordinals: ReadonlySet<number>;
  readonly frame: Frame | null;
}

/** Somebody's time in an office or a relation. */
export interface Tenure {
  readonly person: Person;
  /** "General Secretary". */
  readonly title: string;
  readonly from?: FactDate;
  readonly to?: FactDate;
  /** The chapter says that one person at a time stands so. */
  readonly closed?: boolean;
  readonly place: PackPlace;
}

export interface FactFrame {
  readonly key: string;
  readonly kind: FactFrameKind;
  readonly fact: AnyFact;
  /** What a message calls it: "Lenin's death". */
  readonly label: string;
  readonly date: FactDate | null;
  readonly wordings: readonly FactWording[];
  /** What its names tell that are nouns of happening: "storming of the Bastille". They weigh nothing of their own. */
  readonly nominals: readonly FactWording[];
  /** For an office or a relation: whose it was, and when. */
  readonly tenure?: Tenure;
}

export type EntityFinder = (text: string, tokens: readonly Token[]) => Entity[];

/** Every frame of the chapters. */
export function readFacts(chapters: readonly Chapter[], find: EntityFinder, findNames: EntityFinder, findParts: EntityFinder): FactFrame[] {
  const frames: FactFrame[] = [];
  for (const chapter of chapters) {
    for (const event of chapter.events) {
      const wordings = event.lines.map((line) => readWording(line, find, event.id));
      const nominals = [event.name, ...event.names].flatMap((name) => readNominal(name, findParts, event.id) ?? []);
      frames.push({ key: event.id, kind: 'event', fact: event, label: event.name, date: event.when, wordings, nominals });
    }
    for (const person of chapter.people) {
      const life = (kind: 'birth' | 'death', date: FactDate | undefined, concept: ConceptName) => {
        if (!date) return;
        const wording: FactWording = {
          heads: new Set([concept]),
          headStems: new Set(),
          concepts: new Set([concept]),
          people: new Set([person.id]),
          members: new Set(),
          things: new Set(),
          events: new Set(),
          stems: new Set(),
          ordinals: new Set(),
          frame: null,
        };
        frames.push({ key: `${person.id}/${kind}`, kind, fact: person, label: person.short, date, wordings: [wording], nominals: [] });
      };
      life('birth', person.born, 'born');
      life('death', person.died, 'die');
      for (const [index, office] of person.offices.entries()) {
        const body = office.of === undefined ? undefined : chapter.byId.get(office.of)?.name;
        const lines = [office.title, ...office.otherTitles].map((title) => `${person.short} is ${title}${body ? ` of ${body}` : ''}`);
        frames.push({
          key: `${person.id}/office/${index}`,
          kind: 'office',
          fact: person,
          label: lines[0]!,
          date: null,
          wordings: lines.map((line) => readWording(line, findNames, person.id)),
          nominals: [],
          tenure: tenureOf(person, office.title, office, office.sole),
        });
      }
      for (const relation of person.relations) {
        const other = chapter.byId.get(relation.of);
        if (other?.kind === 'person') {
          const line = `${person.short} is ${relation.role} of ${other.short}`;
          frames.push({
            key: `${person.id}/relation/${relation.role}/${relation.of}`,
            kind: 'office',
            fact: person,
            label: line,
            date: null,
            wordings: [readWording(line, findNames, person.id)],
            nominals: [],
            tenure: tenureOf(person, `${other.short}'s ${relation.role}`, { ...relation, place: person.place }, true),
          });
        }
        if (!relation.from || !/^(?:wife|husband|spouse)$/.test(relation.role)) continue;
        const wording: FactWording = {
          heads: new Set(['marry']),
          headStems: new Set(),
          concepts: new Set(['marry']),
          people: new Set([person.id, relation.of]),
          members: new Set(),
          things: new Set(),
          events: new Set(),
          stems: new Set(),
          ordinals: new Set(),
          frame: null,
        };
        frames.push({
          key: `${person.id}/marriage/${relation.of}`,
          kind: 'relation',
          fact: person,
          label: person.short,
          date: relation.from,
          wordings: [wording],
          nominals: [],
        });
      }
    }
  }
  return frames;
}

function tenureOf(
  person: Person,
  title: string,
  { from, to, place }: { readonly from?: FactDate; readonly to?: FactDate; readonly place: PackPlace },
  closed: boolean,
): Tenure {
  return { person, title, ...(from ? { from } : {}), ...(to ? { to } : {}), closed, place };
}

function readWording(line: string, find: EntityFinder, self: string): FactWording {
  const tokens = tokenise(line);
  const entities = find(line, tokens);
  const inside = new Set(entities.flatMap((entity) => Array.from({ length: entity.to - entity.from }, (_, k) => entity.from + k)));
  const bases = new Set(
    findConcepts(tokens)
      .filter((hit) => hit.part === 'verb' || hit.part === 'phrase')
      .map((hit) => hit.from),
  );
  // A plain line is in the present: "Stalin and Bukharin clash" has its verb in the base form.
  const known = tokens.findIndex((token, index) => !inside.has(index) && (isVerbLike(token) || (index > 0 && bases.has(index))));
  const placed = verbByPlace(tokens, entities);
  const verb = placed >= 0 && (known < 0 || placed < known) ? placed : known;
  const whole = readFrame(tokens, [{ from: 0, to: tokens.length }], entities, () => false, verb);
  // "decides not to publish" is no publication.
  const frame = { ...whole, concepts: whole.concepts.filter((hit) => !isDenied(tokens, hit.from)) };
  return {
    ...headOf(tokens, frame, verb, verb >= 0 && verb === placed && !isVerbLike(tokens[verb]!) && !bases.has(verb)),
    concepts: conceptNames(frame),
    people: new Set(frame.people.flatMap((participant) => participant.ids.slice(0, 1))),
    members: new Set(frame.terms.flatMap(({ entity }) => membersOf(entity))),
    things: new Set(
      [...frame.terms, ...frame.offices].flatMap((thing) =>
        thing.entity.kind === 'office' ? officeKeys(thing.entity) : thing.ids.slice(0, 1),
      ),
    ),
    events: new Set([self, ...frame.events.flatMap((thing) => thing.ids.slice(0, 1))]),
    stems: frame.stems,
    ordinals: frame.ordinals,
    frame,
  };
}

/** What a name of an event tells by its head noun; null for one that tells no happening ("Dawes Plan"), and for one with a date in it. */
function readNominal(name: string, findParts: EntityFinder, self: string): FactWording | null {
  if (/\d/.test(name)) return null;
  const tokens = tokenise(name);
  const link = tokens.findIndex(({ lower }) => PREPOSITIONS.has(lower));
  const head = (link > 0 ? link : tokens.length) - 1;
  const wording = readWording(name, findParts, self);
  const heads = new Set(wording.frame?.concepts.filter((hit) => hit.part === 'noun' && hit.from === head).map(({ concept }) => concept));
  return heads.size === 0 ? null : { ...wording, heads, headStems: new Set(), concepts: heads, frame: null };
}

/** A group larger than this does nothing that each of its members is said to do. */
const MOST_MEMBERS = 6;

function membersOf(entity: Entity): string[] {
  const [term] = entity.facts;
  if (term?.kind !== 'term' || term.termKind !== 'group' || term.members.length > MOST_MEMBERS) return [];
  return term.members.map(({ person }) => person);
}

/** "Lenin insists on …": of a verb that no list has, its ending and its place behind the name that the line begins with. */
function verbByPlace(tokens: readonly Token[], entities: readonly Entity[]): number {
  const at = entities.find((entity) => entity.from <= 1)?.to ?? -1;
  const token = tokens[at];
  return token?.kind === 'word' && !token.capitalised && /[a-z]{3}s$/.test(token.lower) && !STOPWORDS.has(token.lower) ? at : -1;
}

function isDenied(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(Math.max(0, index - 2), index).some((token) => token.lower === 'not' || token.lower === 'never');
}

const HEAD_REACH = 4;

/** What the line says above all: its main verb's concepts, or those of the noun or verb that a light or auxiliary verb carries. */
function headOf(
  tokens: readonly Token[],
  frame: Frame,
  verb: number,
  /** A verb of its own meaning that no list has: no noun behind it says more than it does. */
  rare: boolean,
): Pick<FactWording, 'heads' | 'headStems'> {
  const at = (index: number) => frame.concepts.filter((hit) => hit.from <= index && index < hit.to);
  const own = verb >= 0 ? at(verb) : frame.concepts;
  if (own.length > 0) return { heads: new Set(own.map((hit) => hit.concept)), headStems: new Set() };
  const word = tokens[verb]?.lower ?? '';
  const names = [...frame.people.flatMap(({ entity }) => entity ?? []), ...[...frame.terms, ...frame.events].map(({ entity }) => entity)];
  const inName = (index: number) => names.some(({ from, to }) => from <= index && index < to);
  // "has the leaders of the party arrested": what a causative brings about stands behind its whole object.
  const isCausative = /^(?:has|have|had|gets|got)$/.test(word);
  const reach = isCausative ? 2 * HEAD_REACH : HEAD_REACH;
  // "has its leaders murdered": the noun of a doer within the object is not what is brought about.
  const isBroughtAbout = frame.concepts.some(({ part, from }) => part === 'verb' && from > verb && from <= verb + 2 * reach);
  for (let i = verb + 1, steps = 0; !rare && i < tokens.length && steps < reach; i++) {
    if (inName(i)) continue;
    steps++;
    const hits = at(i);
    const isOfObject = isCausative && isBroughtAbout && hits.every(({ part }) => part === 'noun');
    if (hits.length > 0 && !isOfObject) return { heads: new Set(hits.map((hit) => hit.concept)), headStems: new Set() };
    if (reach === HEAD_REACH && PREPOSITIONS.has(tokens[i]!.lower) && tokens[i]!.lower !== 'to') break;
  }
  if (!BE.has(word)) return { heads: new Set(), headStems: new Set([stemmer(word)]) };
  // "is personal secretary of Stalin": the words that it links say what somebody is.
  const linked = tokens.slice(verb + 1).findIndex((token) => PREPOSITIONS.has(token.lower));
  const stems = tokens
    .slice(verb + 1, linked < 0 ? undefined : verb + 1 + linked)
    .filter((token) => token.kind === 'word' && !STOPWORDS.has(token.lower));
  return { heads: new Set(), headStems: new Set(stems.map((token) => stemmer(token.lower))) };
}

/** An office is a thing of its own in a frame: `office:general secretary`. */
export function officeKeys(entity: Entity): string[] {
  return [...new Set((entity.offices ?? []).map(({ office }) => `office:${office.title.toLowerCase()}`))];
}

/** One feature of a wording with what it weighs. */
export interface Weighed<Name extends string = string> {
  readonly name: Name;
  readonly weight: number;
}

/** What each feature of a wording weighs: the rarer among the facts, the more. */
export interface WordingWeights {
  readonly concepts: readonly Weighed<ConceptName>[];
  readonly people: ReadonlyMap<string, number>;
  readonly things: ReadonlyMap<string, number>;
  /** Other events that the wording names. */
  readonly events: readonly Weighed[];
  readonly stems: readonly Weighed[];
  /** Of the event's own name. */
  readonly name: number;
  /** Of all features together. */
  readonly total: number;
  /** The things of this and of the fact's other wordings. */
  readonly thingsOfFact: ReadonlySet<string>;
}

export interface FactIndex {
  readonly frames: readonly FactFrame[];
  /** Frames that share a feature ("p:stalin", "t:politburo", "c:remove", "e:nep-adopted", "w:collectivis"; "m:zinoviev" of a group of his). */
  readonly byFeature: ReadonlyMap<string, readonly FactFrame[]>;
  /** Frames by `FactFrame.key`; several where several chapters have the fact. */
  readonly byKey: ReadonlyMap<string, readonly FactFrame[]>;
  readonly byTime: FactsByTime<FactFrame>;
  readonly shared: SharedWeights<FactFrame>;
  /** Facts with a line about a group of few, whose members do what it does. */
  readonly withMembers: ReadonlySet<FactFrame>;
  /** The rarer a feature is among the facts, the more it tells; 0 for one that no fact has. */
  weight(feature: string): number;
  weights(fact: FactFrame, wording: FactWording): WordingWeights;
}

export function indexFacts(frames: readonly FactFrame[]): FactIndex {
  const byFeature = new Map<string, FactFrame[]>();
  const commonness = new Map<string, number>();
  for (const frame of frames) {
    const told = new Set(frame.wordings.flatMap(featuresOf));
    for (const feature of told) commonness.set(feature, (commonness.get(feature) ?? 0) + 1);
    for (const feature of new Set([...told, ...frame.nominals.flatMap(featuresOf)])) {
      const list = byFeature.get(feature);
      if (list) list.push(frame);
      else byFeature.set(feature, [frame]);
    }
    // What a group does its members do, though the line names none of them.
    for (const id of new Set(frame.wordings.flatMap(({ members }) => [...members]))) once(byFeature, `m:${id}`, () => []).push(frame);
  }
  const count = Math.max(frames.length, 1);
  const weightOf = new Map<string, number>();
  // What only names have is as rare as the names that have it.
  for (const [feature, { length }] of byFeature) weightOf.set(feature, Math.log(1 + count / (commonness.get(feature) ?? length)));
  const weight = (feature: string) => weightOf.get(feature) ?? 0;
  const known = new WeakMap<FactWording, WordingWeights>();
  const weights = (fact: FactFrame, wording: FactWording) => once(known, wording, () => weigh(fact, wording, weight));
  const byKey = new Map<string, FactFrame[]>();
  for (const frame of frames) once(byKey, frame.key, () => []).push(frame);
  return {
    frames,
    byFeature,
    byKey,
    byTime: new FactsByTime(frames),
    shared: new SharedWeights(frames, byFeature, weight),
    withMembers: new Set(frames.filter(({ wordings }) => wordings.some(({ members }) => members.size > 0))),
    weight,
    weights,
  };
}

/** A word of the line tells less than a name of the chapter. */
const STEM_SHARE = 0.7;

function weigh(fact: FactFrame, wording: FactWording, weight: (feature: string) => number): WordingWeights {
  const weighed = (ids: Iterable<string>, kind: string, share = 1) =>
    [...ids].map((name) => ({ name, weight: weight(`${kind}:${name}`) * share }));
  const byName = (features: readonly Weighed[]) => new Map(features.map((feature) => [feature.name, feature.weight]));
  const sum = (features: readonly Weighed[]) => features.reduce((all, feature) => all + feature.weight, 0);
  const concepts = [...wording.concepts].map((name) => ({
    name,
    weight: Math.min(...withWider(name).map((wider) => weight(`c:${wider}`) || Number.POSITIVE_INFINITY)),
  }));
  const people = weighed(wording.people, 'p');
  const things = weighed(wording.things, 't');
  const events = weighed(
    [...wording.events].filter((id) => id !== fact.fact.id),
    'e',
  );
  const stems = weighed(wording.stems, 'w', STEM_SHARE);
  const own = [...wording.concepts].map((concept) => weight(`c:${concept}`));
  const name = weight(`e:${fact.fact.id}`);
  return {
    concepts,
    people: byName(people),
    things: byName(things),
    events,
    stems,
    name,
    thingsOfFact: new Set([wording, ...fact.wordings].flatMap((each) => [...each.things])),
    total:
      (own.length ? Math.max(...own) : 0) + sum(people) + sum(things) + sum(events) + sum(stems) + (namesItself(fact, wording) ? name : 0),
  };
}

/** "Parliament passes the Corn Laws": the line has the event's own name in it. */
export const namesItself = ({ fact }: FactFrame, { frame }: FactWording): boolean =>
  frame?.events.some(({ ids }) => ids[0] === fact.id) ?? false;

export function featuresOf(wording: FactWording): string[] {
  return [
    ...[...wording.people].map((id) => `p:${id}`),
    ...[...wording.things].map((id) => `t:${id}`),
    ...[...wording.events].map((id) => `e:${id}`),
    ...[...wording.concepts].map((name) => `c:${name}`),
    ...[...wording.stems].map((stem) => `w:${stem}`),
  ];
}

export function isMale(person: Person): boolean {
  return person.gender !== 'female';
}
