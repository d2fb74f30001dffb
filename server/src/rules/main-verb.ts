import { isVerbLike } from '../reading/clauses';
import { AUXILIARIES } from '../reading/lexicon/words';
import type { ClauseReading, SentenceReading } from '../reading/model';

/** Index of the clause's verb of meaning, its auxiliaries passed over; -1 where it has none. */
export function mainVerb({ clause }: ClauseReading, { tokens }: SentenceReading): number {
  const { verb, ranges } = clause;
  if (verb < 0) return -1;
  const end = ranges.find(({ from, to }) => from <= verb && verb < to)?.to ?? verb + 1;
  let at = verb;
  for (let i = verb + 1; i < Math.min(end, verb + 5) && AUXILIARIES.has(tokens[at]!.lower); i++) if (isVerbLike(tokens[i]!)) at = i;
  return at;
}
