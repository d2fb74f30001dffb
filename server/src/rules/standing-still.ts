/** Sentences that only tell how things were: behind them a story stands where it stood before. */
import { isVerbLike } from '../reading/clauses';
import type { ConceptName } from '../reading/lexicon/concepts';
import { BE } from '../reading/lexicon/words';
import type { Reading, SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import { datesOf, sentencesBeforeInBlock } from '../reading/read';

/** So many of them may stand between an event and what is counted from it. */
const MOST_STILL = 3;

/** Verbs of being, having, thinking and feeling, and what helps them; no other is in such a sentence. */
const STATES = new Set(
  'is are was were be been being am has have had having seems seem seemed remains remain remained feels feel felt looks look looked wants want wanted hopes hope hoped fears fear feared believes believe believed thinks think thought knows know knew lacks lack lacked needs need needed lay lie stood stand hates hated loves loved likes liked trusts trusted distrusted admired despised depends depended mattered matters consisted existed exists doubted understood do does did can could may might must should ca'.split(
    ' ',
  ),
);
const STATE_CONCEPTS = new Set<ConceptName>(['serve', 'lead', 'belong', 'retain', 'know']);

const known = new WeakMap<SentenceReading, boolean>();

/** Whether nothing happens in the sentence, and no time passes. */
export function standsStill(sentence: SentenceReading, reading: Reading): boolean {
  return once(known, sentence, () => {
    const { tokens, from, to, frame, timeline, clauses, start, end, block } = sentence;
    if (timeline || !clauses.some(({ clause }) => clause.verb >= 0)) return false;
    // What is to come, or can be done, has not happened.
    const isWished = (at: number) => /^(?:to|could|can|may|might|must|should)$/.test(tokens[at - 1]?.lower ?? '');
    for (let i = from; i < to; i++) if (isVerbLike(tokens[i]!) && !STATES.has(tokens[i]!.lower) && !isWished(i)) return false;
    if (tellsOfSomethingNew(sentence)) return false;
    if (frame.events.some(({ entity }) => entity.from >= from)) return false;
    if (frame.concepts.some(({ concept, part }) => part !== 'adjective' && !STATE_CONCEPTS.has(concept))) return false;
    return !datesOf(reading, block).some((mention) => mention.start >= start && mention.start < end);
  });
}

/** "There was a plague", "they had a quarrel": what is brought in may be a happening of any kind. */
const tellsOfSomethingNew = ({ tokens, from, to }: SentenceReading): boolean =>
  tokens
    .slice(from, to)
    .some(
      ({ lower }, index, all) =>
        /^an?$/.test(lower) &&
        (/^ha[ds]$|^have$/.test(all[index - 1]?.lower ?? '') || (BE.has(all[index - 1]?.lower ?? '') && all[index - 2]?.lower === 'there')),
    );

/** The sentences before this one in its block in which something happens, the nearest first; as far up as a few that stand still may part them. */
export function sentencesThatTell(sentence: SentenceReading, count: number, reading: Reading): SentenceReading[] {
  const told: SentenceReading[] = [];
  let still = 0;
  for (const each of sentencesBeforeInBlock(sentence, reading)) {
    if (told.length === count) break;
    if (still < MOST_STILL && standsStill(each, reading)) still++;
    else told.push(each);
  }
  return told;
}
