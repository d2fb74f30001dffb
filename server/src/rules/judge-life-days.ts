/** Finds the names that are given another's day of birth or death: "on 30 April 1945 Himmler died". */
import type { Person } from '../chapter/model';
import type { FactFrame } from '../reading/facts';
import { isMale } from '../reading/facts';
import type { ConceptName } from '../reading/lexicon/concepts';
import type { ClauseReading, DateClaim, Reading, SentenceReading } from '../reading/model';
import { dateAgrees } from './date-agrees';
import type { DoerVerdict } from './judge-rows';
import { slipEvidence } from './slip';

const DEATHS: readonly ConceptName[] = ['die', 'kill', 'execute'];

export function judgeLifeDays(reading: Reading, sentences: readonly SentenceReading[]): DoerVerdict[] {
  return sentences.flatMap((sentence) => {
    const [claim] = sentence.dates;
    // With more dates than one, which is the life's is not plain.
    if (!claim || sentence.dates.length > 1 || !isPlainDay(claim)) return [];
    const verdict = sentence.clauses.map((clause) => judge(clause, claim, sentence, reading)).find((each) => each !== null);
    return verdict ? [verdict] : [];
  });
}

/** A day is of one life only; a month is of many. */
const isPlainDay = ({ relation, unasserted, rangeEnd, mention: { date } }: DateClaim) =>
  relation === 'at' && !unasserted && !rangeEnd && date.value?.precision === 'day' && date.provenance === 'explicit';

function judge(clause: ClauseReading, claim: DateClaim, sentence: SentenceReading, reading: Reading): DoerVerdict | null {
  const { frame, unasserted } = clause;
  if (unasserted || (!sentence.timeline && sentence.clauses[claim.clause] !== clause) || frame.strangers > 0) return null;
  const hit = frame.concepts.find(({ concept, part }) => part === 'verb' && (concept === 'born' || DEATHS.includes(concept)));
  const [wrong, ...others] = frame.people.filter(({ role, at }) => role !== 'modifier' && at >= 0);
  if (!hit || !wrong?.entity || wrong.pronoun || wrong.role !== 'subject' || others.length > 0) return null;
  const isDone = hit.concept !== 'die' && hit.concept !== 'born';
  if ((isDone && !frame.passive) || wrong.entity.how === 'misspelling') return null;
  const person = reading.knowledge.fact(wrong.ids[0]!);
  const kind = hit.concept === 'born' ? 'birth' : 'death';
  const own = person?.kind === 'person' && (kind === 'birth' ? person.born : person.died);
  // A day that is a slip for his own is a wrong date.
  if (!own || dateAgrees(own, claim.spans) || slipEvidence(own, claim.mention.date.value!) > 0) return null;
  const then = reading.knowledge.facts.byTime.within(claim.spans);
  const lives = then.filter(
    (fact) => fact.kind === kind && fact.date!.value.precision === 'day' && isMale(fact.fact as Person) === isMale(person),
  );
  const [life] = lives;
  if (!life || lives.length > 1 || sentence.entities.some(({ facts }) => facts.includes(life.fact))) return null;
  return { sentence, wrong: wrong.entity, right: life.fact as Person, fact: then.find((fact) => tellsOf(fact, life, kind)) ?? life };
}

/** Whether the event tells the same birth or death in words. */
function tellsOf({ kind, wordings }: FactFrame, life: FactFrame, wanted: 'birth' | 'death'): boolean {
  return (
    kind === 'event' &&
    wordings.some(
      ({ people, heads }) =>
        people.has(life.fact.id) && (wanted === 'birth' ? heads.has('born') : DEATHS.some((concept) => heads.has(concept))),
    )
  );
}
