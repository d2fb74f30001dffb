/** How near a clause comes to a fact: slot by slot, with the weight of what agrees. */
import type { Term } from '../chapter/model';
import { type FactFrame, type FactIndex, type FactWording, officeKeys } from './facts';
import type { Frame, Participant, Thing } from './frames';
import type { ConceptName } from './lexicon/concepts';
import { areOpposite, likeness, withWider } from './lexicon/index';
import { once } from './once';

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

const remembered = new WeakMap<FactIndex, WeakMap<Frame, readonly Match[]>>();

/** Frames that share anything with the clause, each compared; the best first. Worked out once for a frame. */
export function matches(frame: Frame, index: FactIndex, kindOf: TermKindOf): readonly Match[] {
  const known = once(remembered, index, () => new WeakMap<Frame, readonly Match[]>());
  return once(known, frame, () => findMatches(frame, index, kindOf));
}

function findMatches(frame: Frame, index: FactIndex, kindOf: TermKindOf): Match[] {
  const shared = new Map<FactFrame, number>();
  const add = (feature: string) => {
    const facts = index.byFeature.get(feature);
    if (!facts) return;
    const weight = index.weight(feature);
    for (const fact of facts) shared.set(fact, (shared.get(fact) ?? 0) + weight);
  };
  for (const thing of frame.events) for (const id of thing.ids) add(`e:${id}`);
  for (const thing of frame.terms) for (const id of thing.ids) add(`t:${id}`);
  for (const thing of frame.offices) for (const key of officeKeys(thing.entity)) add(`t:${key}`);
  for (const stem of frame.stems) add(`w:${stem}`);
  for (const participant of frame.people) for (const id of participant.ids) add(`p:${id}`);
  for (const concept of new Set(frame.concepts.flatMap((hit) => withWider(hit.concept)))) {
    const facts = index.byFeature.get(`c:${concept}`) ?? [];
    const weight = index.weight(`c:${concept}`);
    for (const fact of facts) {
      const known = shared.get(fact);
      // Of what happens often, a fact that shares nothing else is no candidate.
      if (known !== undefined || facts.length <= FEW) shared.set(fact, (known ?? 0) + weight);
    }
  }
  // Who shares no more than a name that half the chapter has is not worth comparing.
  const least = LEAST_SHARE * Math.log(1 + index.frames.length);
  const candidates = [...shared].filter(([, weight]) => weight >= least).map(([fact]) => fact);
  if (candidates.length === 0) return [];
  const said: Said = {
    concepts: new Set(frame.concepts.map((hit) => hit.concept)),
    things: [
      ...frame.terms.map((thing) => ({ thing, ids: thing.ids })),
      ...frame.offices.map((thing) => ({ thing, ids: officeKeys(thing.entity) })),
    ],
  };
  const found: Match[] = [];
  for (const fact of candidates) {
    const told = fact.wordings.map((wording) => compareSaid(frame, said, fact, wording, index, kindOf));
    const best = told.reduce((a, b) => (rank(b) > rank(a) ? b : a));
    if (best.score > 0) found.push(best);
    // A line whose happening the clause does not tell must not hide one whose happening it does.
    if (best.concept < 0.5 && !best.named) {
      const alike = told.filter((match) => match.concept >= 0.5);
      if (alike.length > 0) found.push(alike.reduce((a, b) => (b.score > a.score ? b : a)));
    }
    // "Robespierre fell" is told by the name "fall of Robespierre" as well as by any line.
    const byName = fact.nominals.map((name) => compareSaid(frame, said, fact, name, index, kindOf)).filter((match) => match.concept >= 0.5);
    const nominal = byName.length > 0 ? byName.reduce((a, b) => (rank(b) > rank(a) ? b : a)) : null;
    if (nominal && (best.concept < nominal.concept || best.coverage < nominal.coverage)) found.push(nominal);
  }
  return withOnly(found).sort((a, b) => b.score - a.score);
}

/** Marks the matches that no other fact of the same happening, at another time, rivals. */
function withOnly(found: readonly Match[]): Match[] {
  const same = found.filter(({ concept, fact }) => concept >= SAME_KIND && fact.date);
  const isRival = (match: Match, other: Match) =>
    other.fact !== match.fact &&
    other.fact.date!.value.edtf !== match.fact.date!.value.edtf &&
    other.peopleAgree.length >= match.peopleAgree.length &&
    other.thingsAgree.length >= match.thingsAgree.length &&
    other.stemsAgree >= match.stemsAgree;
  return found.map((match) => (same.includes(match) && !same.some((other) => isRival(match, other)) ? { ...match, only: true } : match));
}

/** The same kind of happening, or a wider word for it. */
const SAME_KIND = 0.9;

const OTHER_LINE_SHARE = 0.6;
/** Who belongs to the group that a line names tells less of it than the group's name. */
const MEMBER_SHARE = 0.5;

/** A kind of happening that so few facts have is worth looking at by itself. */
const FEW = 6;
/** Of what tells one fact among all, the share that makes a fact worth comparing. */
const LEAST_SHARE = 0.3;

/** What a frame says, in the form that comparing wants. */
interface Said {
  readonly concepts: ReadonlySet<ConceptName>;
  readonly things: readonly { readonly thing: Thing; readonly ids: readonly string[] }[];
}

/** A wording that says the same kind of thing is the better reading, whatever else it shares. */
const rank = (match: Match) => match.score + (match.concept >= 0.5 ? 4 * match.concept : 0);

/** One frame against one wording of one fact. */
export function compare(frame: Frame, fact: FactFrame, wording: FactWording, index: FactIndex, kindOf: TermKindOf): Match {
  const things = [
    ...frame.terms.map((thing) => ({ thing, ids: thing.ids })),
    ...frame.offices.map((thing) => ({ thing, ids: officeKeys(thing.entity) })),
  ];
  return compareSaid(frame, { concepts: new Set(frame.concepts.map((hit) => hit.concept)), things }, fact, wording, index, kindOf);
}

function compareSaid(frame: Frame, said: Said, fact: FactFrame, wording: FactWording, index: FactIndex, kindOf: TermKindOf): Match {
  const weights = index.weights(fact, wording);
  let score = 0;
  const named =
    fact.kind === 'event' && frame.events.some((thing) => thing.ids.includes(fact.fact.id) && !ANCHORING.has(thing.preposition));
  if (named) score += weights.name + 1;

  let concept = 0;
  let conceptWeight = 0;
  let conceptsAgree = 0;
  let opposed = false;
  for (const stem of wording.headStems) if (frame.stems.has(stem)) concept = 0.7;
  for (const [own, weight] of weights.concepts) {
    if (said.concepts.has(own)) conceptsAgree++;
    for (const other of said.concepts) {
      const alike = likeness(own, other);
      if (alike * weight > conceptWeight) conceptWeight = alike * weight;
      if (alike > concept && wording.heads.has(own)) concept = alike;
      if (wording.heads.has(own) && areOpposite(own, other)) opposed = true;
    }
  }
  score += conceptWeight;

  const peopleAgree: Participant[] = [];
  const peopleExtra: Participant[] = [];
  const peopleAside: Participant[] = [];
  const present = new Set<string>();
  for (const participant of frame.people) {
    const hit = participant.ids.find((id) => wording.people.has(id));
    if (participant.role === 'modifier') {
      // "became Lenin's wife": he is in it, though not as one who acts.
      if (hit !== undefined && !present.has(hit)) score += weights.people.get(hit)! * 0.4;
      if (hit !== undefined) present.add(hit);
      continue;
    }
    if (hit !== undefined) {
      if (!present.has(hit)) score += weights.people.get(hit)! * (participant.pronoun || participant.at < 0 ? 0.7 : 1);
      present.add(hit);
      peopleAgree.push(participant);
    } else if (participant.ids.some((id) => wording.members.has(id))) {
      score += index.weight(`p:${participant.ids[0]}`) * MEMBER_SHARE;
      peopleAgree.push(participant);
    } else if (participant.role === 'oblique' || participant.role === 'owner') peopleAside.push(participant);
    else if (participant.role !== 'topic' && !participant.pronoun) peopleExtra.push(participant);
  }

  const thingsAgree: string[] = [];
  const thingsExtra: Thing[] = [];
  for (const { thing, ids } of said.things) {
    const hit = ids.find((id) => wording.things.has(id));
    if (hit !== undefined) {
      if (!thingsAgree.includes(hit)) score += weights.things.get(hit)!;
      thingsAgree.push(hit);
      continue;
    }
    // What another line of the same fact names belongs to it too: "the Postscript", where this line only says what it called him.
    const other = ids.find((id) => fact.wordings.some(({ things }) => things.has(id)));
    if (other !== undefined) {
      if (!thingsAgree.includes(other)) score += index.weight(`t:${other}`) * OTHER_LINE_SHARE;
      thingsAgree.push(other);
    } else if (excludes(thing, fact, wording, kindOf)) thingsExtra.push(thing);
  }
  for (const [id, weight] of weights.events) {
    if (frame.events.some((thing) => thing.ids.includes(id))) {
      score += weight;
      thingsAgree.push(id);
    }
  }

  let stemsAgree = 0;
  for (const [stem, weight] of weights.stems) {
    if (!frame.stems.has(stem)) continue;
    score += weight;
    stemsAgree++;
  }
  let otherOrdinal = false;
  if (wording.ordinals.size > 0 && frame.ordinals.size > 0) {
    if ([...wording.ordinals].some((n) => frame.ordinals.has(n))) score += 2;
    else otherOrdinal = true;
  }
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
    peopleAgree,
    peopleExtra,
    peopleAside,
    peopleMissing: [...wording.people].filter((id) => !present.has(id)),
    thingsAgree,
    thingsExtra,
    stemsAgree,
    only: false,
    otherOrdinal,
  };
}

/** Kinds of happening whose place, body or post is a slot of its own: removed from, appointed to, joined. */
const ATTACHED = new Set<ConceptName>(['remove', 'exile', 'resign', 'appoint', 'elect', 'join']);

/** Whether the thing stands where the fact has another of its class. */
function excludes(thing: Thing, fact: FactFrame, wording: FactWording, kindOf: TermKindOf): boolean {
  const classOf = (id: string) => {
    if (id.startsWith('office:')) return 'office';
    const kind = kindOf(id);
    return kind && SLOT_CLASS[kind];
  };
  const own = thing.entity.kind === 'office' ? 'office' : classOf(thing.ids[0] ?? '');
  if (own === undefined || own === 'concept' || own === 'period') return false;
  const attached = [...wording.heads].some((head) => ATTACHED.has(head));
  if (attached && (own === 'body' || own === 'office' || own === 'publication'))
    return (
      fact.wordings.some(({ things }) => things.size > 0) && !fact.wordings.some(({ things }) => thing.ids.some((id) => things.has(id)))
    );
  if (own === 'place') return false;
  return [...wording.things].some((id) => classOf(id) === own);
}
