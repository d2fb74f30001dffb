/** Lengths of time within which something happened: "within a month of the rising", "Within a year". */
import type { DatedMention, Reading, SentenceReading } from '../reading/model';
import type { OrderLink } from './order-link';
import { mainTelling } from './order-mains';
import { anchorRegion } from './order-regions';
import { storyTelling } from './order-tellings';

/** The link that an amount at tokens [from, to) makes behind "within", if it does. */
export function limitLink(
  amount: DatedMention,
  from: number,
  to: number,
  clause: number,
  sentence: SentenceReading,
  reading: Reading,
): OrderLink | null {
  const { tokens } = sentence;
  const { duration, relative } = amount.date;
  if (!duration || relative || tokens[from - 1]?.lower !== 'within') return null;
  // However little time it was, it was within that.
  const link = { direction: 'after', amount, word: null, length: { ...duration, min: 0 } } as const;
  if (/^(?:of|after)$/.test(tokens[to]?.lower ?? '')) {
    const region = anchorRegion(sentence, to + 1, reading, false);
    const main = region && mainTelling(sentence, clause, from - 1, region.to, reading);
    return main && { ...link, ...main, anchor: region.telling, unordered: tokens[to]!.lower === 'of' };
  }
  const main = mainTelling(sentence, clause, from - 1, to, reading);
  return main && { ...link, ...main, anchor: storyTelling(sentence, Math.min(clause, main.clause), reading) };
}
