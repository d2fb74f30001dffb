/** "On 5 May a court found that he had joined them in 1918; two months later": counted from the story's date, not from the one that it looks back to. */
import type { DateClaim, Reading, SentenceReading } from '../reading/model';
import { datesOf } from '../reading/read';

/** Whether what the date hangs on is said of an earlier time than a date that stands before it in the sentence. */
export function hangsOnThePast({ mention }: DateClaim, { dates, clauses, tokens }: SentenceReading, reading: Reading): boolean {
  const { relative, provenance } = mention.date;
  if (!relative || provenance !== 'sentence' || relative.anchor === undefined) return false;
  const anchor = datesOf(reading, mention.block)[relative.anchor];
  const told = dates.find((other) => other.mention === anchor);
  const own = told && clauses[told.clause]?.clause;
  if (!own || tokens[own.verb]?.lower !== 'had') return false;
  return dates.some(
    ({ token, clause, mention: other }) => token < told.token && clause !== told.clause && other.date.provenance === 'explicit',
  );
}
