/** "X wrote that Y was the ablest man": what somebody says of another, told as the one clause "X calls Y the ablest man". */
import type { Participant } from '../reading/frames';
import { BE } from '../reading/lexicon/words';
import type { ClauseReading, SentenceReading } from '../reading/model';

const SAYS =
  /^(?:says?|said|saying|writes?|wrote|written|writing|states?|stated|notes?|noted|declares?|declared|thinks?|thought|found|finds|judges?|judged|remarks?|remarked|complains?|complained|adds?|added|observes?|observed|dictated|admits?|admitted)$/;

/** The clause as a description by the speaker of its host clause; null where it is none. */
export function asDescription(
  { clause, frame, unasserted, reports }: ClauseReading,
  { clauses, tokens }: SentenceReading,
): ClauseReading | null {
  if ((unasserted !== 'reported' && unasserted !== null) || clause.opener !== 'that' || !BE.has(tokens[clause.verb]?.lower ?? ''))
    return null;
  const host = clauses[clause.host];
  if (!host || host.unasserted || !SAYS.test(tokens[host.clause.verb]?.lower ?? '')) return null;
  const speakers = host.frame.people.filter(({ role, ids }) => role === 'subject' && ids.length === 1);
  if (speakers.length !== 1) return null;
  const people = frame.people.map((each): Participant => (each.role === 'subject' ? { ...each, role: 'object' } : each));
  return {
    clause,
    reports,
    unasserted: null,
    frame: {
      ...frame,
      people: [speakers[0]!, ...people],
      terms: [...host.frame.terms, ...frame.terms],
      concepts: [...frame.concepts, { concept: 'describe', from: clause.verb, to: clause.verb + 1, part: 'verb' }],
    },
  };
}
