/** Finds the lines that tell one fact of the chapter, at its time, of another group: "the Dantonists are expelled", where it was the Girondins. */
import type { Term } from '../chapter/model';
import type { FactFrame } from '../reading/facts';
import type { Thing } from '../reading/frames';
import { matches } from '../reading/match';
import type { ClauseReading, Reading, SentenceReading } from '../reading/model';
import { dateAgrees } from './date-agrees';

export interface PartyVerdict {
  readonly sentence: SentenceReading;
  readonly wrong: Thing;
  readonly right: Term;
  readonly fact: FactFrame;
}

export function judgeParties(reading: Reading, sentences: readonly SentenceReading[] = reading.sentences): PartyVerdict[] {
  return sentences.flatMap((sentence) => sentence.clauses.flatMap((clause) => judge(sentence, clause, reading) ?? []));
}

const MONTH = 32;

function judge(sentence: SentenceReading, clause: ClauseReading, reading: Reading): PartyVerdict | null {
  const { facts, termKindOf } = reading.knowledge;
  const { frame } = clause;
  if (clause.unasserted || frame.strangers > 0) return null;
  const groups = frame.terms.filter((thing) => thing.ids.length === 1 && isParty(termKindOf(thing.ids[0]!)));
  const [wrong] = groups;
  if (groups.length !== 1 || !wrong || wrong.preposition !== '') return null;
  const dates = sentence.dates.filter((claim) => claim.unasserted === null && claim.relation === 'at');
  const dated = dates.filter((claim) => sentence.timeline || sentence.clauses[claim.clause] === clause);
  // A group's deeds are many: only the month, or the day, tells which is meant.
  if (dated.length !== 1 || dates.length !== 1 || dated[0]!.spans.some(({ first, last }) => last - first > MONTH)) return null;
  const { spans } = dated[0]!;
  const found = matches(frame, facts, termKindOf);
  if (
    found.some(
      ({ fact, thingsAgree, concept }) =>
        thingsAgree.includes(wrong.ids[0]!) && concept >= 0.5 && fact.date && dateAgrees(fact.date, spans),
    )
  )
    return null;
  const near = found.filter(
    ({ fact, wording, concept, opposed, otherOrdinal, peopleExtra, peopleMissing, thingsExtra, thingsAgree }) =>
      fact.kind === 'event' &&
      fact.date !== null &&
      dateAgrees(fact.date, spans) &&
      fact.date.value.spans.every(({ first, last }) => last - first <= MONTH) &&
      concept >= 0.9 &&
      !opposed &&
      !otherOrdinal &&
      peopleExtra.length === 0 &&
      peopleMissing.length === 0 &&
      thingsExtra.every((thing) => thing === wrong) &&
      // What else the line names must be named: the body, the place.
      thingsAgree.length > 0 &&
      missingParties(wording.things, thingsAgree).length === 1,
  );
  const [match] = near;
  if (near.length !== 1 || !match) return null;
  const right = reading.knowledge.fact(missingParties(match.wording.things, match.thingsAgree)[0]!);
  return right?.kind === 'term' && right.id !== wrong.ids[0] ? { sentence, wrong, right, fact: match.fact } : null;

  function missingParties(things: ReadonlySet<string>, agreeing: readonly string[]): string[] {
    return [...things].filter((id) => !agreeing.includes(id) && isParty(termKindOf(id)));
  }
}

const isParty = (kind: Term['termKind'] | undefined) => kind === 'group' || kind === 'party';
