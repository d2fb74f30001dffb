/** How near a clause comes to a fact: slot by slot, with the weight of what agrees. */
import type { Term } from '../chapter/model';
import { type FactFrame, type FactIndex, type FactWording, officeKeys, type WordingWeights } from './facts';
import type { Frame, Participant, Thing } from './frames';
import type { ConceptName } from './lexicon/concepts';
import { areOpposite, likeness, withWider } from './lexicon/index';
import { once } from './once';
import { Recent } from './recent';

export interface Match {
  readonly fact: FactFrame;
  readonly wording: FactWording;
  /** Sum of the weights of what agrees. */
  readonly score: number;
  /** Share of the fact's own weight that the clause tells, 0 to 1. */
  readonly coverage: number;
  /** The clause names the event by one of its names, as what it speaks of. */
  readonly named: boolean;
  /** 1 the same kind of happening, 0.5 one that writers use for it, 0 another or none; `open` where the clause names none. */
  readonly concept: number;
  readonly conceptOpen: boolean;
  /** The clause tells the opposite: joined, not left. */
  readonly opposed: boolean;
  /** How many of the fact's kinds of happening the clause names. */
  readonly conceptsAgree: number;
  readonly peopleAgree: readonly Participant[];
  /** People of the clause's core that the fact does not have. */
  readonly peopleExtra: readonly Participant[];
  /** People behind a preposition whom the fact does not have. */
  readonly peopleAside: readonly Participant[];
  readonly peopleMissing: readonly string[];
  readonly thingsAgree: readonly string[];
  /** Things of the same class as one of the fact's, but another. */
  readonly thingsExtra: readonly Thing[];
  readonly stemsAgree: number;
  /** Among all facts, no other of its kind of happening has as much of what agrees. */
  readonly only: boolean;
  /** Both say which of several, and not the same: the first stroke, the second. */
  readonly otherOrdinal: boolean;
}

/** Before an event these say when something else happened. */
export const ANCHORING: ReadonlySet<string> = new Set(['after', 'before', 'since', 'until', 'till', 'following']);
/** Before an event these say that something else happened there and then. */
const OCCASIONS: ReadonlySet<string> = new Set(['at', 'in', 'during']);
/** Terms of one class exclude one another in a slot: expelled from this body, not from that one. */
const SLOT_CLASS: Readonly<Record<Term['termKind'], string>> = {
  body: 'body',
  party: 'body',
  office: 'office',
  group: 'group',
  policy: 'policy',
  concept: 'concept',
  document: 'document',
  publication: 'publication',
  place: 'place',
  state: 'place',
  period: 'period',
};

export type TermKindOf = (id: string) => Term['termKind'] | undefined;

/** What was found for a frame: with the facts' lines alone, and with what their names tell as well. */
interface Found {
  readonly byLine: readonly Match[];
  readonly all: readonly Match[];
}

/** So many frames are remembered: those of a long paragraph and of what it looks back at. */
const REMEMBERED = 400;
const remembered = new WeakMap<FactIndex, Recent<Frame, Found>>();

function found(frame: Frame, index: FactIndex, kindOf: TermKindOf): Found {
  const known = once(remembered, index, () => new Recent<Frame, Found>(REMEMBERED));
  return once(known, frame, () => {
    const all = findMatches(frame, index, kindOf);
    return { all, byLine: all.filter((match) => !isByName(match)) };
  });
}

/** Facts whose lines share anything with the clause, each compared; the best first. Worked out once for a frame. */
export const matches = (frame: Frame, index: FactIndex, kindOf: TermKindOf): readonly Match[] => found(frame, index, kindOf).byLine;

/** The same, and the facts of which the clause tells what their names say: "Robespierre fell", of the "fall of Robespierre". */
export const matchesAndNames = (frame: Frame, index: FactIndex, kindOf: TermKindOf): readonly Match[] => found(frame, index, kindOf).all;

/** Whether the match is with what an event's name tells, not with a line. */
export const isByName = ({ fact, wording }: Match) => fact.nominals.includes(wording);

function findMatches(frame: Frame, index: FactIndex, kindOf: TermKindOf): Match[] {
  const { shared } = index;
  // People first: a common word counts beside them alone, where a pack is that large.
  // Where a group is named, nobody stands for another group of his.
  const mayBeGroups = index.withMembers.size > 0 && !frame.terms.some(({ ids }) => kindOf(ids[0] ?? '') === 'group');
  for (const participant of frame.people) {
    for (const id of participant.ids) {
      shared.add(`p:${id}`);
      if (mayBeGroups) shared.add(`m:${id}`);
    }
  }
  for (const thing of frame.events) for (const id of thing.ids) shared.add(`e:${id}`);
  for (const thing of frame.terms) for (const id of thing.ids) shared.add(`t:${id}`);
  for (const thing of frame.offices) for (const key of officeKeys(thing.entity)) shared.add(`t:${key}`);
  for (const stem of frame.stems) shared.add(`w:${stem}`);
  const wider = new Set<ConceptName>();
  for (const { concept } of frame.concepts) for (const name of withWider(concept)) wider.add(name);
  // Of what happens often, a fact that shares nothing else is no candidate.
  for (const concept of wider) shared.add(`c:${concept}`, FEW);
  if (shared.count === 0) return [];
  const said = once(sayings, frame, () => sayingOf(frame));
  const compareWith = (fact: FactFrame) => compareAll(frame, said, fact, index, kindOf);
  // Who shares no more than a name that half the chapter has is not worth comparing.
  const least = LEAST_SHARE * Math.log(1 + index.frames.length);
  const needed = shared.count > MANY ? Math.max(least, neededBeside(compareWith(shared.most!), frame)) : least;
  // What the members of a group do is shared by no feature of the fact.
  const spared = frame.people.length > 0 ? index.withMembers : NOBODY;
  const near = shared.take((weight, fact) => weight >= needed || (spared.size > 0 && weight >= least && spared.has(fact())));
  return withOnly(near.flatMap(compareWith)).sort((a, b) => b.score - a.score);
}

const NOBODY: ReadonlySet<FactFrame> = new Set();

/** Of so many facts that share anything most share only what happens everywhere. */
const MANY = 300;
/** A fact that comes not half as near as another is never taken for what a clause means instead. */
const NEAR_ENOUGH = 0.5;

/** What another fact must share to come near enough beside one with these matches. */
function neededBeside(matches: readonly Match[], { ordinals }: Frame): number {
  const best = Math.max(0, ...matches.map(({ score }) => score));
  return NEAR_ENOUGH * best - (ordinals.size > 0 ? ORDINAL_SCORE : 0);
}

/** The fact's best wordings, each as a match; none where nothing agrees. */
function compareAll(frame: Frame, said: Said, fact: FactFrame, index: FactIndex, kindOf: TermKindOf): Match[] {
  let best: Match | null = null;
  let alike: Match | null = null;
  for (const wording of fact.wordings) {
    const match = compareSaid(frame, said, fact, wording, index, kindOf, false);
    if (match === null) continue;
    if (best === null || rank(match) > rank(best)) best = match;
    if (match.concept >= 0.5 && (alike === null || match.score > alike.score)) alike = match;
  }
  const compared: Match[] = [];
  if (best !== null && best.score > 0) compared.push(best);
  // A line whose happening the clause does not tell must not hide one whose happening it does.
  if (best !== null && alike !== null && best.concept < 0.5 && !best.named) compared.push(alike);
  // "Robespierre fell" is told by the name "fall of Robespierre" as well as by any line.
  let nominal: Match | null = null;
  for (const name of fact.nominals) {
    const match = compareSaid(frame, said, fact, name, index, kindOf, false);
    if (match !== null && match.concept >= 0.5 && (nominal === null || rank(match) > rank(nominal))) nominal = match;
  }
  const isNearer = nominal !== null && (best === null || best.concept < nominal.concept || best.coverage < nominal.coverage);
  if (nominal !== null && isNearer) compared.push(nominal);
  return compared;
}

/** Marks the matches that no other fact of the same happening, at another time, rivals. */
function withOnly(found: Match[]): Match[] {
  const same = found.filter(({ concept, fact }) => concept >= SAME_KIND && fact.date);
  if (same.length === 0) return found;
  const isRival = (match: Match, other: Match) =>
    other.fact !== match.fact &&
    // Of the first, the second is no rival.
    !other.otherOrdinal &&
    other.fact.date!.value.edtf !== match.fact.date!.value.edtf &&
    other.peopleAgree.length >= match.peopleAgree.length &&
    other.thingsAgree.length >= match.thingsAgree.length &&
    other.stemsAgree >= match.stemsAgree;
  const only = new Set(same.filter((match) => !same.some((other) => isRival(match, other))));
  return only.size === 0 ? found : found.map((match) => (only.has(match) ? { ...match, only: true } : match));
}

/** The same kind of happening, or a wider word for it. */
const SAME_KIND = 0.9;

const OTHER_LINE_SHARE = 0.6;
/** Who belongs to the group that a line names tells less of it than the group's name. */
const MEMBER_SHARE = 0.5;

/** The same one of several: the first stroke. */
const ORDINAL_SCORE = 2;

/** A kind of happening that so few facts have is worth looking at by itself. */
const FEW = 6;
/** Of what tells one fact among all, the share that makes a fact worth comparing. */
const LEAST_SHARE = 0.3;

/** What a frame says, in the form that comparing wants. */
interface Said {
  readonly concepts: ReadonlySet<ConceptName>;
  readonly things: readonly { readonly thing: Thing; readonly ids: readonly string[] }[];
  /** How near what it says comes to a fact's kind of happening; worked out once for each kind. */
  readonly nearness: Map<ConceptName, Nearness>;
  /** The people of its core, and those behind a preposition, who are somebody else than a fact that has none of them. */
  readonly extra: readonly Participant[];
  readonly aside: readonly Participant[];
}

interface Nearness {
  readonly likeness: number;
  readonly opposed: boolean;
}

const sayings = new Recent<Frame, Said>(REMEMBERED);

function sayingOf(frame: Frame): Said {
  return {
    concepts: new Set(frame.concepts.map((hit) => hit.concept)),
    things: [
      ...frame.terms.map((thing) => ({ thing, ids: thing.ids })),
      ...frame.offices.map((thing) => ({ thing, ids: officeKeys(thing.entity) })),
    ],
    nearness: new Map(),
    extra: frame.people.filter((participant) => isExtra(participant)),
    aside: frame.people.filter((participant) => isAside(participant)),
  };
}

const isAside = ({ role }: Participant): boolean => role === 'oblique' || role === 'owner';
/** Somebody else's wife, secretary or friend is nobody whom the fact would have. */
const isExtra = ({ role, pronoun }: Participant): boolean =>
  role !== 'modifier' && role !== 'oblique' && role !== 'owner' && role !== 'topic' && !pronoun;

function nearnessOf({ concepts, nearness }: Said, own: ConceptName): Nearness {
  const known = nearness.get(own);
  if (known !== undefined) return known;
  const said = [...concepts];
  const near = {
    likeness: Math.max(0, ...said.map((other) => likeness(own, other))),
    opposed: said.some((other) => areOpposite(own, other)),
  };
  nearness.set(own, near);
  return near;
}

/** A wording that says the same kind of thing is the better reading, whatever else it shares. */
const rank = (match: Match) => match.score + (match.concept >= 0.5 ? 4 * match.concept : 0);

/** What `concept` of their match would be. */
export function likenessOf(frame: Frame, wording: FactWording): number {
  const said = once(sayings, frame, () => sayingOf(frame));
  let concept = likenessOfStems(frame, wording);
  for (const head of wording.heads) concept = Math.max(concept, nearnessOf(said, head).likeness);
  return concept;
}

function likenessOfStems(frame: Frame, { headStems }: FactWording): number {
  if (frame.stems.size > 0) for (const stem of headStems) if (frame.stems.has(stem)) return 0.7;
  return 0;
}

/** One frame against one wording of one fact. */
export function compare(frame: Frame, fact: FactFrame, wording: FactWording, index: FactIndex, kindOf: TermKindOf): Match {
  return compareSaid(
    frame,
    once(sayings, frame, () => sayingOf(frame)),
    fact,
    wording,
    index,
    kindOf,
    true,
  )!;
}

/** Null, unless `always`, where nothing agrees and the happening is another. */
function compareSaid(
  frame: Frame,
  said: Said,
  fact: FactFrame,
  wording: FactWording,
  index: FactIndex,
  kindOf: TermKindOf,
  always: boolean,
): Match | null {
  const weights = index.weights(fact, wording);
  let score = 0;
  const named = fact.kind === 'event' && isNamed(frame, fact.fact.id);
  if (named) score += weights.name + 1;

  let concept = likenessOfStems(frame, wording);
  let conceptWeight = 0;
  let conceptsAgree = 0;
  let opposed = false;
  for (const { name, weight } of weights.concepts) {
    const near = nearnessOf(said, name);
    if (near.likeness === 1) conceptsAgree++;
    if (near.likeness * weight > conceptWeight) conceptWeight = near.likeness * weight;
    if (!wording.heads.has(name)) continue;
    if (near.likeness > concept) concept = near.likeness;
    if (near.opposed) opposed = true;
  }
  score += conceptWeight;

  let peopleAgree: Participant[] | null = null;
  let present = null as string[] | null;
  for (const participant of frame.people) {
    const { ids, role, pronoun } = participant;
    const hit = firstOf(ids, wording.people);
    if (hit !== undefined) {
      const isNew = !present?.includes(hit);
      present = withAnother(present, hit);
      // "became Lenin's wife": he is in it, though not as one who acts.
      if (isNew) score += weights.people.get(hit)! * (role === 'modifier' ? 0.4 : pronoun || participant.at < 0 ? 0.7 : 1);
      if (role !== 'modifier') peopleAgree = withAnother(peopleAgree, participant);
    } else if (role !== 'modifier' && firstOf(ids, wording.members) !== undefined) {
      score += index.weight(`p:${ids[0]}`) * MEMBER_SHARE;
      peopleAgree = withAnother(peopleAgree, participant);
    }
  }

  let thingsAgree = null as string[] | null;
  for (const { ids } of said.things) {
    const hit = firstOf(ids, wording.things);
    // What another line of the same fact names belongs to it too: "the Postscript", where this line only says what it called him.
    const agreed = hit ?? firstOf(ids, weights.thingsOfFact);
    if (agreed === undefined) continue;
    if (!thingsAgree?.includes(agreed))
      score += hit === undefined ? index.weight(`t:${agreed}`) * OTHER_LINE_SHARE : weights.things.get(hit)!;
    thingsAgree = withAnother(thingsAgree, agreed);
  }
  if (frame.events.length > 0)
    for (const { name, weight } of weights.events) {
      if (!frame.events.some((thing) => thing.ids.includes(name))) continue;
      score += weight;
      thingsAgree = withAnother(thingsAgree, name);
    }

  // "surrendered at the last congress": the occasion at which it happened tells it, though the line does not name it.
  const occasion = fact.kind === 'event' && fact.fact.kind === 'event' ? fact.fact.during : undefined;
  if (
    occasion !== undefined &&
    concept >= 0.5 &&
    frame.events.length > 0 &&
    !weights.events.some(({ name }) => name === occasion) &&
    frame.events.some(({ ids, preposition }) => OCCASIONS.has(preposition) && ids.includes(occasion))
  ) {
    score += index.weight(`e:${occasion}`) * OTHER_LINE_SHARE;
    thingsAgree = withAnother(thingsAgree, occasion);
  }

  let stemsAgree = 0;
  if (frame.stems.size > 0) {
    for (const { name, weight } of weights.stems) {
      if (!frame.stems.has(name)) continue;
      score += weight;
      stemsAgree++;
    }
  }
  if (concept > OTHER_DESCRIPTION && wording.heads.has('describe') && describesOtherwise(wording, frame, conceptsAgree))
    concept = OTHER_DESCRIPTION;
  let otherOrdinal = false;
  if (wording.ordinals.size > 0 && frame.ordinals.size > 0) {
    if ([...wording.ordinals].some((n) => frame.ordinals.has(n))) score += ORDINAL_SCORE;
    else otherOrdinal = true;
  }
  if (!always && score === 0 && concept < 0.5) return null;
  const others = peopleAgree === null && present === null ? said : othersIn(frame, wording);
  return {
    fact,
    wording,
    score,
    coverage: weights.total > 0 ? Math.min(1, score / weights.total) : 0,
    named,
    concept,
    opposed: opposed && concept < 0.9,
    conceptsAgree,
    conceptOpen: said.concepts.size === 0,
    peopleAgree: peopleAgree ?? NONE,
    peopleExtra: others.extra,
    peopleAside: others.aside,
    peopleMissing: missing(wording, present),
    thingsAgree: thingsAgree ?? NONE,
    thingsExtra: otherThings(said, fact, wording, weights, kindOf),
    stemsAgree,
    only: false,
    otherOrdinal,
  };
}

function isNamed({ events }: Frame, id: string): boolean {
  for (const { ids, preposition } of events) if (ids.includes(id) && !ANCHORING.has(preposition)) return true;
  return false;
}

function firstOf(ids: readonly string[], known: ReadonlySet<string>): string | undefined {
  if (known.size > 0) for (const id of ids) if (known.has(id)) return id;
  return undefined;
}

/** Who of the frame is not in the wording. */
function othersIn(frame: Frame, { people, members }: FactWording): Pick<Said, 'extra' | 'aside'> {
  let extra: Participant[] | null = null;
  let aside: Participant[] | null = null;
  for (const participant of frame.people) {
    if (firstOf(participant.ids, people) !== undefined || firstOf(participant.ids, members) !== undefined) continue;
    if (isExtra(participant)) extra = withAnother(extra, participant);
    else if (isAside(participant)) aside = withAnother(aside, participant);
  }
  return extra || aside ? { extra: extra ?? NONE, aside: aside ?? NONE } : NO_OTHERS;
}

const NO_OTHERS: Pick<Said, 'extra' | 'aside'> = { extra: [], aside: [] };

function missing({ people }: FactWording, present: readonly string[] | null): readonly string[] {
  let others: string[] | null = null;
  for (const id of people) if (!present?.includes(id)) others = withAnother(others, id);
  return others ?? NONE;
}

/** The things that stand where the fact has another of their class. */
function otherThings(
  { things }: Said,
  fact: FactFrame,
  wording: FactWording,
  { thingsOfFact }: WordingWeights,
  kindOf: TermKindOf,
): readonly Thing[] {
  let others: Thing[] | null = null;
  for (const { thing, ids } of things)
    if (firstOf(ids, thingsOfFact) === undefined && excludes(thing, fact, wording, kindOf)) others = withAnother(others, thing);
  return others ?? NONE;
}

/** To call somebody this and to call him that are no one kind of happening. */
const OTHER_DESCRIPTION = 0.4;

/** "called him the most dangerous man", where the fact has the ablest: of the description nothing is said, or words of it are missing and others stand there. */
function describesOtherwise({ stems, concepts }: FactWording, frame: Frame, conceptsAgree: number): boolean {
  const told = [...stems].filter((stem) => frame.stems.has(stem)).length;
  if (told === 0 && conceptsAgree < Math.max(2, concepts.size)) return true;
  return (
    told < stems.size && ([...frame.stems].some((stem) => !stems.has(stem)) || frame.concepts.some(({ concept }) => !concepts.has(concept)))
  );
}

const NONE: readonly never[] = [];

/** The list with one more at its end; most lists here stay empty, and are then not made. */
function withAnother<T>(list: T[] | null, item: T): T[] {
  if (list === null) return [item];
  list.push(item);
  return list;
}

/** Kinds of happening whose place, body or post is a slot of its own: removed from, appointed to, joined. */
const ATTACHED = new Set<ConceptName>(['remove', 'exile', 'resign', 'appoint', 'elect', 'join']);

/** "carried, with only the Social Democrats against": who is there, or is left out, fills no slot of what happens. */
const COMPANY: ReadonlySet<string> = new Set(['with', 'without', 'despite', 'against', 'unlike', 'like', 'among', 'besides', 'except']);

/** Whether the thing, which no line of the fact names, stands where the fact has another of its class. */
function excludes(thing: Thing, fact: FactFrame, wording: FactWording, kindOf: TermKindOf): boolean {
  const own = thing.entity.kind === 'office' ? 'office' : slotClassOf(thing.ids[0] ?? '', kindOf);
  if (own === undefined || own === 'concept' || own === 'period') return false;
  if (COMPANY.has(thing.preposition)) return false;
  if ((own === 'body' || own === 'office' || own === 'publication') && isAttached(wording))
    return (
      fact.wordings.some(({ things }) => things.size > 0) && !fact.wordings.some(({ things }) => firstOf(thing.ids, things) !== undefined)
    );
  if (own === 'place') return false;
  for (const id of wording.things) if (slotClassOf(id, kindOf) === own) return true;
  return false;
}

function slotClassOf(id: string, kindOf: TermKindOf): string | undefined {
  if (id.startsWith('office:')) return 'office';
  const kind = kindOf(id);
  return kind && SLOT_CLASS[kind];
}

function isAttached({ heads }: FactWording): boolean {
  for (const head of heads) if (ATTACHED.has(head)) return true;
  return false;
}
