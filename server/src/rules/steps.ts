/** A line of a timeline that tells several steps, each with its own month or day: "1925: debate in April, opposition in May, congress in Dec". */
import type { DateClaim, SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import { within } from '../time/index';

export type Steps = ReadonlySet<DateClaim>;

const known = new WeakMap<SentenceReading, Steps>();

/** The dates that are said of their own clauses alone; empty where the line tells no such steps. */
export const stepsOf = (sentence: SentenceReading): Steps => once(known, sentence, () => findSteps(sentence));

function findSteps({ timeline, dates, clauses }: SentenceReading): Steps {
  const [head, ...steps] = dates;
  const [whole] = head?.spans ?? [];
  if (!timeline || !head || !whole || head.rangeEnd || steps.length < 2) return new Set();
  const areSteps = steps.every(({ clause, rangeEnd, relation, unasserted, spans: [span], mention: { date } }) => {
    const isInside = span !== undefined && within(span, whole) && !within(whole, span);
    return clause !== head.clause && clauses[clause] && !rangeEnd && !unasserted && relation === 'at' && !date.relative && isInside;
  });
  const isOneEach = new Set(steps.map(({ clause }) => clause)).size === steps.length;
  return new Set(areSteps && isOneEach ? steps : []);
}
