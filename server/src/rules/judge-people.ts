/** Finds the clauses that tell one fact of the chapter in all but one person. */
import type { Person } from '../chapter/model';
import type { FactFrame, FactIndex } from '../reading/facts';
import type { Frame, Participant } from '../reading/frames';
import { type Match, matches } from '../reading/match';
import type { ClauseReading, Reading, SentenceReading } from '../reading/model';
import { dateAgrees } from './date-agrees';

export interface PersonVerdict {
  readonly sentence: SentenceReading;
  readonly clause: ClauseReading;
  readonly wrong: Participant;
  /** Whom the chapter has in that place, likeliest first. */
  readonly right: readonly Person[];
  readonly fact: FactFrame;
  readonly reason: string;
}

type SemanticRole = 'agent' | 'patient' | `behind ${string}`;

export function judgePeople(reading: Reading): PersonVerdict[] {
  return reading.sentences.flatMap((sentence) => sentence.clauses.flatMap((clause) => judgeClause(sentence, clause, reading) ?? []));
}

function judgeClause(sentence: SentenceReading, clause: ClauseReading, reading: Reading): PersonVerdict | null {
  if (clause.unasserted || clause.frame.people.length === 0) return null;
  const { facts, termKindOf } = reading.knowledge;
  const unit = Math.log(1 + facts.frames.length);
  const found = matches(clause.frame, facts, termKindOf);
  let best: (Near & { match: Match }) | null = null;
  for (const match of found) {
    const near = onePersonOff(match, clause.frame, sentence, facts, reading.knowledge.isAuthor);
    if (near && (best === null || near.evidence > best.evidence)) best = { match, ...near };
  }
  if (best === null || best.evidence < unit * best.bar) return null;
  // What is true of the person named, or of the sentence as a whole, is no mistake.
  const everything = [...found, ...matches(sentence.frame, facts, termKindOf)];
  const { match, wrong } = best;
  const agreeing = everything.find(
    (other) =>
      other.fact !== match.fact &&
      other.peopleExtra.length === 0 &&
      !(match.thingsAgree.length > 0 && other.thingsAgree.length === 0 && found.includes(other)) &&
      (playsPart(other, wrong, clause.frame) || (other.peopleMissing.length === 0 && other.concept >= 0.9)) &&
      (other.concept >= 0.5 || other.named) &&
      other.score >= best.evidence * (other.thingsAgree.length > 0 ? 0.6 : 0.8) &&
      dateFits(other.fact, sentence, clause),
  );
  if (agreeing) return null;
  if (everything.some((other) => other.fact === match.fact && other.peopleExtra.length === 0 && other.peopleMissing.length === 0))
    return null;
  const right = best.right.map((id) => reading.knowledge.fact(id)).filter((fact): fact is Person => fact?.kind === 'person');
  if (right.length === 0) return null;
  return {
    sentence,
    clause,
    wrong,
    right,
    fact: match.fact,
    reason: `all of ${match.fact.key} but this person (evidence ${best.evidence.toFixed(1)})`,
  };
}

function dateFits(fact: FactFrame, sentence: SentenceReading, clause: ClauseReading): boolean {
  if (!fact.date) return true;
  const dates = sentence.timeline ? sentence.dates : sentence.dates.filter((claim) => sentence.clauses[claim.clause] === clause);
  return dates.length === 0 || dates.some((claim) => dateAgrees(fact.date!, claim.spans));
}

interface Near {
  readonly wrong: Participant;
  readonly right: string[];
  readonly evidence: number;
  /** How much evidence it takes, as a multiple of what tells one fact among all. */
  readonly bar: number;
}

/** The one person in whom the clause and the fact differ, standing in the same place; null where they differ in more. */
function onePersonOff(
  match: Match,
  frame: Frame,
  sentence: SentenceReading,
  facts: FactIndex,
  isAuthor: (person: string) => boolean,
): Near | null {
  const { wording, fact } = match;
  if (!wording.frame || match.thingsExtra.length > 0 || match.peopleMissing.length === 0) return null;
  const toldByWords = fact.kind === 'office' && match.concept >= 0.5 && match.stemsAgree > 0 && match.peopleAgree.length > 0;
  if (match.concept < 0.9 && !match.named && !toldByWords && !(match.concept >= 0.7 && match.thingsAgree.length > 0)) return null;
  // "Bazhanov, Lenin's secretary": of a relation, the possessor is a party.
  const possessors =
    fact.kind === 'office'
      ? frame.people.filter((participant) => participant.role === 'modifier' && !participant.ids.some((id) => wording.people.has(id)))
      : [];
  const extra = [...match.peopleExtra, ...match.peopleAside, ...possessors].filter(
    (participant) => participant.entity && participant.entity.how !== 'misspelling' && !isAuthor(participant.ids[0] ?? ''),
  );
  if (match.peopleExtra.length > 1 || extra.length === 0) return null;
  for (const wrong of extra) {
    const place = semanticRole(wrong, frame);
    const right = wording.frame.people
      .filter(
        (participant) => match.peopleMissing.includes(participant.ids[0] ?? '') && semanticRole(participant, wording.frame!) === place,
      )
      .map((participant) => participant.ids[0]!);
    if (right.length === 0) continue;
    const dates = sentence.dates.filter(
      (claim) => claim.unasserted === null && claim.mention.date.provenance !== 'document' && claim.mention.date.provenance !== 'unknown',
    );
    const dated = fact.date !== null && dates.some((claim) => dateAgrees(fact.date!, claim.spans));
    // A date that contradicts makes two slots that differ: some other event.
    if (fact.date !== null && dates.length > 0 && !dated) return null;
    const people = match.peopleAgree
      .filter((participant) => participant.role !== 'topic')
      .reduce((sum, participant) => sum + facts.weight(`p:${participant.ids[0]}`) * 0.5, 0);
    const evidence =
      match.score -
      match.peopleAgree.reduce((sum, participant) => sum + facts.weight(`p:${participant.ids[0]}`), 0) +
      people +
      (dated ? 2 : 0);
    // Many are dismissed and many join: where the chapter itself tells it of several, the date must say which.
    if (!dated && !toldByWords && isOpen(match, right, facts)) continue;
    const particular = wording.things.size > 0 || wording.events.size > 1;
    if (dated && particular && match.thingsAgree.length === 0 && match.stemsAgree === 0 && match.peopleAgree.length === 0) continue;
    if (match.thingsAgree.length === 0 && !match.named && !dated && !toldByWords && match.conceptsAgree < 2) continue;
    return {
      wrong,
      right,
      evidence: toldByWords ? match.score : evidence,
      bar: toldByWords ? 0.8 : dated ? 1.1 : match.thingsAgree.length > 0 ? 1.2 : 1.3,
    };
  }
  return null;
}

/** Whether other facts tell the same of other people. */
function isOpen({ fact, wording }: Match, right: readonly string[], facts: FactIndex): boolean {
  const [head] = wording.heads;
  if (head === undefined) return false;
  const others = [...wording.people].filter((person) => !right.includes(person));
  return (facts.byFeature.get(`c:${head}`) ?? []).some(
    (other) =>
      other !== fact &&
      other.fact !== fact.fact &&
      other.wordings.some(
        (rival) =>
          rival.heads.has(head) &&
          [...wording.things].every((thing) => rival.things.has(thing)) &&
          others.every((person) => rival.people.has(person)) &&
          rival.people.size > others.length &&
          !right.every((person) => rival.people.has(person)),
      ),
  );
}

/** Whether the other fact has this person in the same place. */
function playsPart(other: Match, wrong: Participant, frame: Frame): boolean {
  if (!other.peopleAgree.some((participant) => participant.entity === wrong.entity && participant.ids[0] === wrong.ids[0])) return false;
  const own = other.wording.frame;
  const place = semanticRole(wrong, frame);
  return own === null || own.people.some((participant) => participant.ids[0] === wrong.ids[0] && semanticRole(participant, own) === place);
}

const OBJECTLIKE = new Set(['die', 'born', 'stroke', 'illness', 'defeat']);

/** Who acts and who is acted on, whatever the voice. */
function semanticRole(participant: Participant, frame: Frame): SemanticRole {
  if (participant.role === 'agent') return 'agent';
  if (participant.role === 'oblique') return `behind ${participant.preposition === 'against' ? 'against' : participant.preposition}`;
  if (participant.role === 'owner' || participant.role === 'modifier') return 'behind of';
  if (participant.role === 'object') return 'patient';
  const intransitive = frame.concepts.some(({ concept }) => OBJECTLIKE.has(concept));
  return frame.passive && !intransitive ? 'patient' : 'agent';
}
