/** When a clause is set: by its own dates, by a death that it tells, by a fact of the chapter that it tells plainly. */
import type { Person } from '../chapter/model';
import type { Frame } from '../reading/frames';
import type { ConceptName } from '../reading/lexicon/concepts';
import { type Match, matches } from '../reading/match';
import type { DateClaim, Reading, SentenceReading } from '../reading/model';
import { overlaps, type Span } from '../time/index';
import { accepted } from './accepted';
import { tellsEnough } from './evidence';

/** All days on which the clause may be set; empty where it does not say. */
export function toldTimes(clause: number, sentence: SentenceReading, reading: Reading): Span[] {
  const told = sentence.clauses[clause];
  if (!told || (told.unasserted && told.unasserted !== 'negation')) return [];
  const dated = sentence.dates.filter((claim) => claim.clause === clause && isPlainDate(claim)).flatMap(({ spans }) => spans);
  const known = [
    ...deathsIn(told.frame, reading).flatMap((person) => accepted(person.died!)),
    ...widowings(clause, sentence, reading),
    ...factTimes(told.frame, sentence, reading),
  ];
  // A date that one of them bears out is the time; of one that none does, and they, either may be meant.
  return dated.some((span) => known.some((other) => overlaps(span, other))) ? dated : [...dated, ...known];
}

export function isPlainDate({ relation, mention, unasserted }: DateClaim): boolean {
  return relation === 'at' && !unasserted && !/^(?:unknown|document)$/.test(mention.date.provenance);
}

const KILLING = new Set<ConceptName>(['kill', 'execute']);

/** Those of whose death the clause may tell, likeliest first: "he died", "an agent killed him", "after his murder". */
export function deathsIn(frame: Frame, reading: Reading): Person[] {
  const deaths = frame.concepts.filter(({ concept, part }) => (concept === 'die' || KILLING.has(concept)) && part !== 'adjective');
  return deaths.flatMap((hit) => {
    const role = hit.part === 'noun' ? /^possessor$/ : hit.concept === 'die' || frame.passive ? /^(?:subject|topic)$/ : /^object$/;
    const dead = frame.people.find((participant) => role.test(participant.role));
    // "an agent of Stalin killed him": whoever is named beside the pronoun is not meant by it.
    const named = new Set(frame.people.filter(({ entity, pronoun }) => entity && !pronoun).flatMap(({ ids }) => ids));
    // "when Bebel died": somebody whom the chapter does not have, not whom the clause before is about.
    if (dead && dead.at < 0 && hit.part === 'verb' && frame.strangers > 0) return [];
    const ids = dead?.pronoun && !dead.entity ? dead.ids.filter((id) => !named.has(id)) : (dead?.ids.slice(0, 1) ?? []);
    return ids.map((id) => reading.knowledge.fact(id)).filter((fact): fact is Person => fact?.kind === 'person' && fact.died !== undefined);
  });
}

/** "when she was widowed": but a widow may be anybody's before, for years. */
function widowings(clause: number, { clauses, tokens }: SentenceReading, reading: Reading): Span[] {
  const { clause: place, frame } = clauses[clause]!;
  const says = place.ranges.some(({ from, to }) => tokens.slice(from, to).some(({ lower }) => lower === 'widowed'));
  if (!says) return [];
  const subject = frame.people.find(({ role }) => role === 'subject' || role === 'topic');
  const spouses = (subject?.ids ?? []).flatMap((id) => ['husband', 'wife'].map((role) => reading.knowledge.related(id, role)));
  return spouses.flatMap((id) => {
    const person = id === null ? undefined : reading.knowledge.fact(id);
    return person?.kind === 'person' && person.died ? accepted(person.died) : [];
  });
}

/** Of a fact that the clause tells plainly; and of every other that it may tell nearly as well. */
function factTimes(frame: Frame, { timeline }: SentenceReading, reading: Reading): Span[] {
  const { facts, termKindOf } = reading.knowledge;
  const dated = matches(frame, facts, termKindOf).filter((match) => match.fact.date && (match.named || match.concept >= 0.5));
  const plain = dated.filter(
    (match) => (match.named || match.concept >= 0.9) && tellsOfItsPeople(match) && tellsEnough(match, frame, facts.frames.length, timeline),
  );
  const best = Math.max(...plain.map(({ score }) => score));
  return plain.length === 0 ? [] : dated.filter(({ score }) => score >= best * 0.5).flatMap((match) => accepted(match.fact.date!));
}

/** "joined the Bolsheviks at seventeen": when another whom the chapter has joined them says nothing of it. */
const tellsOfItsPeople = ({ named, wording, peopleAgree }: Match) => named || wording.people.size === 0 || peopleAgree.length > 0;
