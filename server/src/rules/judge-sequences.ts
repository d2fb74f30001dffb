/** Judges the order in which a sentence names events one behind the other. */
import type { Reading, SentenceReading } from '../reading/model';
import type { OrderMiss } from './judge-order';
import { isInOrder } from './order-distance';
import type { DatedFact } from './order-tellings';
import { type Step, sequenceIn } from './sequences';

export interface SequenceVerdict {
  readonly sentence: SentenceReading;
  /** As they are said to have come. */
  readonly steps: readonly Step[];
  /** Two that are put wrongly; null where no mistake is plain. */
  readonly miss: OrderMiss | null;
  /** The same steps as they came; null where that is not plain. */
  readonly right: readonly Step[] | null;
}

/** Every sentence that names events in an order; a miss where no choice of two of them makes it true. */
export function judgeSequences(reading: Reading, sentences: readonly SentenceReading[] = reading.sentences): SequenceVerdict[] {
  return sentences.flatMap((sentence) => {
    const steps = sequenceIn(sentence, reading);
    if (steps.length < 2) return [];
    // With a date, what is named may be another time of the kind.
    if (sentence.dates.length > 0) return [{ sentence, steps, miss: null, right: null }];
    const pairs = steps.flatMap((earlier, index) => steps.slice(index + 1).map((later) => [earlier, later] as const));
    const wrong = pairs.find(([earlier, later]) => isReversed(earlier, later));
    const miss = wrong ? { main: wrong[1].telling.near[0]!, anchor: wrong[0].telling.near[0]! } : null;
    return [{ sentence, steps, miss, right: miss && sorted(steps) }];
  });
}

/** Whether nothing that the two may mean came in this order. */
function isReversed(earlier: Step, later: Step): boolean {
  const holds = (main: DatedFact, anchor: DatedFact) => main.key === anchor.key || isInOrder(main, anchor, 'after');
  const all = ({ telling: { near, possible } }: Step) => [...near, ...possible];
  return all(later).every((main) => all(earlier).every((anchor) => !holds(main, anchor)));
}

/** By their dates, where every step has one. */
function sorted(steps: readonly Step[]): Step[] | null {
  const start = ({ telling }: Step) => Math.min(...telling.near.flatMap(({ spans }) => spans.map(({ first }) => first)));
  const byTime = steps.toSorted((a, b) => start(a) - start(b));
  const isSure = byTime.every((step, index) => byTime.slice(index + 1).every((later) => isReversed(later, step)));
  return isSure ? byTime : null;
}
