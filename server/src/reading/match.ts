/** How near a clause comes to a fact: slot by slot, with the weight of what agrees. */
import type { Term } from '../chapter/model';
import { type FactFrame, type FactIndex, type FactWording, officeKeys } from './facts';
import type { Frame, Participant, Thing } from './frames';
import type { ConceptName } from './lexicon/concepts';
import { likeness, withWider } from './lexicon/index';

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
  /** Both say which of several, and not the same: the first stroke, the second. */
  readonly otherOrdinal: boolean;
}

const ANCHORING = new Set(['after', 'before', 'since', 'until', 'till', 'following']);
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

/** Frames that share anything with the clause, each compared. */
export function matches(frame: Frame, index: FactIndex, kindOf: TermKindOf): Match[] {
  const candidates = new Set<FactFrame>();
  const add = (feature: string) => {
    for (const fact of index.byFeature.get(feature) ?? []) candidates.add(fact);
  };
  for (const thing of frame.events) for (const id of thing.ids) add(`e:${id}`);
  for (const thing of frame.terms) for (const id of thing.ids) add(`t:${id}`);
  for (const thing of frame.offices) for (const key of officeKeys(thing.entity)) add(`t:${key}`);
  for (const stem of frame.stems) add(`w:${stem}`);
  for (const participant of frame.people) for (const id of participant.ids) add(`p:${id}`);
  const found: Match[] = [];
  for (const fact of candidates) {
    const best = fact.wordings.map((wording) => compare(frame, fact, wording, index, kindOf)).reduce((a, b) => (rank(b) > rank(a) ? b : a));
    if (best.score > 0) found.push(best);
  }
  return found.sort((a, b) => b.score - a.score);
}

/** A wording that says the same kind of thing is the better reading, whatever else it shares. */
const rank = (match: Match) => match.score + (match.concept >= 0.5 ? 4 * match.concept : 0);

export function compare(frame: Frame, fact: FactFrame, wording: FactWording, index: FactIndex, kindOf: TermKindOf): Match {
  let score = 0;
  let total = 0;
  const named = frame.events.some(
    (thing) => fact.kind === 'event' && thing.ids.includes(fact.fact.id) && !ANCHORING.has(thing.preposition),
  );
  if (named) score += index.weight(`e:${fact.fact.id}`) + 1;

  let concept = 0;
  let conceptWeight = 0;
  const claimed = new Set(frame.concepts.map((hit) => hit.concept));
  if ([...wording.headStems].some((stem) => frame.stems.has(stem))) concept = 0.7;
  for (const own of wording.concepts) {
    const weight = Math.min(...withWider(own).map((name) => index.weight(`c:${name}`) || Number.POSITIVE_INFINITY));
    for (const other of claimed) {
      const alike = likeness(own, other);
      if (alike * weight > conceptWeight) conceptWeight = alike * weight;
      if (wording.heads.has(own)) concept = Math.max(concept, alike);
    }
  }
  total += wording.concepts.size ? Math.max(...[...wording.concepts].map((name) => index.weight(`c:${name}`))) : 0;
  score += conceptWeight;

  const peopleAgree: Participant[] = [];
  const peopleExtra: Participant[] = [];
  const peopleAside: Participant[] = [];
  const present = new Set<string>();
  for (const participant of frame.people) {
    const hit = participant.ids.find((id) => wording.people.has(id));
    if (participant.role === 'modifier') {
      // "became Lenin's wife": he is in it, though not as one who acts.
      if (hit !== undefined && !present.has(hit)) score += index.weight(`p:${hit}`) * 0.4;
      if (hit !== undefined) present.add(hit);
      continue;
    }
    if (hit !== undefined) {
      if (!present.has(hit)) score += index.weight(`p:${hit}`) * (participant.pronoun || participant.at < 0 ? 0.7 : 1);
      present.add(hit);
      peopleAgree.push(participant);
    } else if (participant.role === 'oblique' || participant.role === 'owner') peopleAside.push(participant);
    else if (participant.role !== 'topic' && !participant.pronoun) peopleExtra.push(participant);
  }
  for (const id of wording.people) total += index.weight(`p:${id}`);

  const thingsAgree: string[] = [];
  const thingsExtra: Thing[] = [];
  const claimedThings = [
    ...frame.terms.map((thing) => ({ thing, ids: thing.ids })),
    ...frame.offices.map((thing) => ({ thing, ids: officeKeys(thing.entity) })),
  ];
  for (const { thing, ids } of claimedThings) {
    const hit = ids.find((id) => wording.things.has(id));
    if (hit !== undefined) {
      if (!thingsAgree.includes(hit)) score += index.weight(`t:${hit}`);
      thingsAgree.push(hit);
    } else if (excludes(thing, fact, wording, kindOf)) thingsExtra.push(thing);
  }
  for (const id of wording.things) total += index.weight(`t:${id}`);
  for (const id of wording.events) {
    if (id === fact.fact.id) continue;
    total += index.weight(`e:${id}`);
    if (frame.events.some((thing) => thing.ids.includes(id))) {
      score += index.weight(`e:${id}`);
      thingsAgree.push(id);
    }
  }

  let stemsAgree = 0;
  for (const stem of wording.stems) {
    const weight = index.weight(`w:${stem}`) * 0.7;
    total += weight;
    if (frame.stems.has(stem)) {
      score += weight;
      stemsAgree++;
    }
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
    coverage: total > 0 ? Math.min(1, score / total) : 0,
    named,
    concept,
    conceptOpen: claimed.size === 0,
    peopleAgree,
    peopleExtra,
    peopleAside,
    peopleMissing: [...wording.people].filter((id) => !present.has(id)),
    thingsAgree,
    thingsExtra,
    stemsAgree,
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
