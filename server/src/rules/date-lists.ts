/** "his strokes of May 1922, December 1922 and June 1923": as many dates in a row as the chapter has happenings of one kind. */
import type { FactFrame } from '../reading/facts';
import { type Frame, sliceFrame } from '../reading/frames';
import { type Match, matches } from '../reading/match';
import type { DateClaim, Reading, SentenceReading } from '../reading/model';
import { dateAgrees } from './date-agrees';

const BETWEEN = /^(?:,|;|and|then|again|in|of|finally|lastly|&)$/;
const FEWEST = 3;

/** What the date is said of, where it is one of such a list and all the others are right; null otherwise. */
export function listedFrame(claim: DateClaim, sentence: SentenceReading, reading: Reading): Frame | null {
  if (sentence.dates.length < FEWEST) return null;
  const run = runOf(claim, sentence, reading);
  if (run.length < FEWEST) return null;
  const { facts, termKindOf } = reading.knowledge;
  for (const frame of framesBefore(run[0]!, sentence)) {
    const told = matches(frame, facts, termKindOf).filter(({ concept, fact }) => concept >= 0.9 && fact.date);
    for (const first of told) {
      const series = [first, ...told.filter((other) => isAlike(other, first))].map(({ fact }) => fact);
      if (series.length === run.length && isRightButFor(claim, run, series)) return frame;
    }
  }
  return null;
}

/** What stands before the list: in its own clause, or in the one that it is put into. */
function framesBefore({ clause, token }: DateClaim, { clauses }: SentenceReading): Frame[] {
  const own = clauses[clause];
  const host = own && clauses[own.clause.host];
  return [own, host].flatMap((each) => {
    if (!each) return [];
    const before = sliceFrame(each.frame, (at) => at < token);
    return before.concepts.length > 0 ? [before] : each === own && each.frame.concepts.length > 0 ? [each.frame] : [];
  });
}

/** Whether each other date of the list is that of a fact of its own. */
function isRightButFor(claim: DateClaim, run: readonly DateClaim[], series: readonly FactFrame[]): boolean {
  const taken = new Set<FactFrame>();
  for (const other of run) {
    if (other === claim) continue;
    const fact = series.find((each) => !taken.has(each) && dateAgrees(each.date!, other.spans));
    if (!fact) return false;
    taken.add(fact);
  }
  return true;
}

const isAlike = ({ wording: a, fact }: Match, { wording: b, fact: other }: Match) =>
  fact !== other && isSame(a.heads, b.heads) && isSame(a.people, b.people) && isSame(a.things, b.things);

const isSame = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) => a.size === b.size && [...a].every((each) => b.has(each));

/** The dates that stand in one list with this one. */
function runOf(claim: DateClaim, { dates, tokens, block }: SentenceReading, reading: Reading): DateClaim[] {
  const { start } = reading.notes.blocks[block]!;
  const isJoined = (a: DateClaim, b: DateClaim) => {
    const end = (a.rangeEnd ?? a.mention).end - start;
    const between = tokens.slice(a.token, b.token).filter((token) => token.start >= end);
    return between.length > 0 && between.every(({ lower }) => BETWEEN.test(lower));
  };
  const at = dates.indexOf(claim);
  let [from, to] = [at, at];
  while (from > 0 && isJoined(dates[from - 1]!, dates[from]!)) from--;
  while (to + 1 < dates.length && isJoined(dates[to]!, dates[to + 1]!)) to++;
  return dates.slice(from, to + 1);
}
