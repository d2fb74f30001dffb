/** Dates of lines that say when and leave to the line above what: the answer on a flashcard, the item below an event. */
import { isBareDate, together } from '../reading/above';
import type { Frame } from '../reading/frames';
import type { BlockContent, DateClaim, Question, Reading, SentenceReading, Told } from '../reading/model';
import { once } from '../reading/once';

/** The frames that a date is said of by what stands above its line; null where the line speaks for itself. */
export function framesAbove(claim: DateClaim, sentence: SentenceReading, reading: Reading): Frame[] | null {
  const { above, dates, frame, clauses } = sentence;
  if (!above || sentence.timeline || dates.length !== 1 || claim !== dates[0]) return null;
  const block = reading.notes.blocks[sentence.block]!;
  const isBare = isBareDate(sentence, block.start);
  // "from the Party: October 1927" below "Expulsions" and "Trotsky": the line names a part of what is told.
  const isPart =
    above.isTitle &&
    frame.concepts.length + frame.events.length + frame.offices.length + frame.strangers === 0 &&
    clauses.every(({ clause, frame: own }) => clause.verb < 0 && own.events.length === 0);
  if (!isBare && !isPart) return null;
  // Of several dates for one thing, as in a choice of answers, none is said of it.
  if (isBare && reading.ask(BARE_DATES, above) !== 1) return [];
  return [isBare ? above.frame : together(frame, above.frame)];
}

/** How many dates the lines have that are nothing but a date of what this frame tells. */
const BARE_DATES: Question<Told> = {
  answers: (contents) => {
    const found = new Map<Told, number>();
    for (const content of contents)
      for (const { above, dates } of once(bareIn, content, () => bareSentences(content)))
        found.set(above!, (found.get(above!) ?? 0) + dates.length);
    return (told) => found.get(told) ?? 0;
  },
};

const bareIn = new WeakMap<BlockContent, readonly SentenceReading[]>();

const bareSentences = ({ block, sentences }: BlockContent): SentenceReading[] =>
  sentences.filter((sentence) => sentence.above !== null && isBareDate(sentence, block.start));
