/** "The first stroke came in May, the second in December": of several of one kind the noun stands once. */
import { isVerbLike } from '../reading/clauses';
import type { Frame } from '../reading/frames';
import { DETERMINERS } from '../reading/lexicon/words';
import { matches } from '../reading/match';
import type { ClauseReading, DateClaim, Reading, SentenceReading } from '../reading/model';
import { ordinal } from '../reading/number-words';
import { sentencesBeforeInBlock } from '../reading/read';

/** How far before its date the number may stand, in tokens. */
const REACH = 7;
/** What may stand between the number and its date. */
const BETWEEN =
  /^(?:c[oa]mes?|followed|follows|struck|hit|was|is|did|occurred|happened|took|place|him|her|them|it|only|just|in|on|at|early|late|the|already|then|,|as)$/;

/** What happened the first time, with the number that stands before this date; null where no number stands alone there. */
export function countedOn(claim: DateClaim, sentence: SentenceReading, reading: Reading): Frame | null {
  const { tokens, clauses, from } = sentence;
  let at = claim.token - 1;
  while (at > from && claim.token - at <= REACH && BETWEEN.test(tokens[at]!.lower)) at--;
  const number = ordinal(tokens[at]?.lower ?? '');
  if (number === null || at <= from || !DETERMINERS.has(tokens[at - 1]!.lower)) return null;
  const next = tokens[at + 1]!;
  if (at + 1 !== claim.token && !BETWEEN.test(next.lower) && !isVerbLike(next)) return null;
  const before = [...clauses.slice(0, claim.clause + 1)].reverse();
  const [above] = sentencesBeforeInBlock(sentence, reading);
  const first = [...before, ...(above ? [...above.clauses].reverse() : [])].find((each) => tellsOneOfSeveral(each, number));
  if (!first || first.unasserted) return null;
  const frame: Frame = { ...first.frame, ordinals: new Set([number]), events: [] };
  // The chapter must count them, too: a second warning is not the one that it has.
  const { facts, termKindOf } = reading.knowledge;
  const [nearest] = matches(frame, facts, termKindOf);
  return nearest?.wording.ordinals.has(number) ? frame : null;
}

/** Whether the clause tells by a noun what happened for another time than this. */
const tellsOneOfSeveral = ({ frame: { ordinals, concepts } }: ClauseReading, number: number): boolean =>
  [...ordinals].some((other) => other !== number) && concepts.some(({ part }) => part === 'noun');
