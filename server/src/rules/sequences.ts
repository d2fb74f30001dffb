/** Events that a sentence puts one behind the other by naming them: "first came A, then B", "A came first and B second", "the order was A, B, C". */
import { isVerbLike } from '../reading/clauses';
import { BE } from '../reading/lexicon/words';
import type { Reading, SentenceReading } from '../reading/model';
import { clauseAt, isBreak, isNameStart, OPENS, phraseAt, phraseEnd } from './order-regions';
import type { Telling } from './order-tellings';

/** One event of a sequence: the tokens that name it, and what they tell. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly telling: Telling;
  /** Where in the order it is put, where a word says so: "second". */
  readonly rank: number;
}

const RANKS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: 100,
  later: 50,
  afterwards: 50,
  next: 50,
};
const LEADS = new Set(['first', 'then', 'next', 'finally', 'lastly', 'afterwards']);
const LISTED = new Set(['order', 'sequence', 'succession']);
/** A sentence with more of these words than this is no plain sequence. */
const MOST_MARKERS = 12;

/** The steps in the order in which they are said to have come; fewer than two where none is told. */
export function sequenceIn(sentence: SentenceReading, reading: Reading): Step[] {
  const { tokens, from, to, timeline } = sentence;
  if (timeline) return [];
  const markers: number[] = [];
  for (let i = from; i < to; i++) {
    const { lower } = tokens[i]!;
    if (lower in RANKS || LEADS.has(lower) || LISTED.has(lower)) markers.push(i);
  }
  if (markers.length === 0 || markers.length > MOST_MARKERS) return [];
  const steps: Step[] = [];
  const add = (step: Step | null) => {
    if (step && !steps.some((other) => other.from < step.to && step.from < other.to)) steps.push(step);
  };
  for (const at of markers) {
    const { lower } = tokens[at]!;
    if (LISTED.has(lower)) for (const step of listed(at, sentence, reading)) add(step);
    else {
      const behind = LEADS.has(lower) ? led(at, sentence, reading) : null;
      if (behind && lower !== 'first' && steps.length === 0) add(before(at, sentence, reading));
      add(behind ?? ranked(at, sentence, reading));
    }
  }
  if (steps.length < 2 || !happens(steps, sentence)) return [];
  return steps.sort((a, b) => a.rank - b.rank || a.from - b.from);
}

/** Verbs that say of what stands behind them that it was: it came, or somebody saw it. */
const HAPPENS =
  /^(?:c[ao]mes?|follow(?:s|ed)?|sees?|saw|seen|witness(?:es|ed)?|experienced?|lived|brought|brings?|had|has|have|went|goes|ran|runs|began|begins?|happened|occurred|suffered|underwent|endured|faced)$/;

/** Not "he recalled A, then B": the order is that of the events, not that in which somebody thinks or tells of them. */
function happens(steps: readonly Step[], sentence: SentenceReading): boolean {
  const { tokens } = sentence;
  const first = Math.min(...steps.map(({ from }) => from));
  const ranges = sentence.clauses[clauseAt(sentence, first)]?.clause.ranges ?? [];
  return ranges.every(({ from, to }) =>
    tokens.slice(from, Math.min(to, first)).every((token) => !isVerbLike(token) || BE.has(token.lower) || HAPPENS.test(token.lower)),
  );
}

const LIGHT = /^(?:came|comes|come|followed|follows|there|was|were|is|are|we|have|had)$/;

/** "then came B", "finally B": the phrase behind the word, where that is all that it leads. */
function led(at: number, sentence: SentenceReading, reading: Reading): Step | null {
  const { tokens, to } = sentence;
  let start = at + 1;
  while (start < to && start < at + 4 && LIGHT.test(tokens[start]!.lower)) start++;
  const step = stepAt(start, sentence, reading);
  return step && isEnd(step.to, sentence) ? step : null;
}

const isEnd = (at: number, sentence: SentenceReading) => isBreak(sentence, at) || /^(?:and|but|then)$/.test(sentence.tokens[at]!.lower);

const COMES = /^(?:came|comes|come|happened|occurred|was|were|is|are)$/;

/** "A came first", "and B second": the phrase before the word. */
function ranked(at: number, sentence: SentenceReading, reading: Reading): Step | null {
  const { tokens } = sentence;
  const rank = RANKS[tokens[at]!.lower];
  if (rank === undefined || !isEnd(at + 1, sentence)) return null;
  const verb = COMES.test(tokens[at - 1]?.lower ?? '') ? at - 1 : at;
  // Without a verb of its own it goes with the one before: "and B second".
  if (verb === at && !/^(?:and|,)$/.test(lead(sentence, at))) return null;
  const step = endingAt(verb, sentence, reading);
  return step && { ...step, rank };
}

/** What stands before the phrase that ends here. */
function lead({ tokens, from }: SentenceReading, at: number): string {
  for (let i = at - 1; i >= Math.max(from, at - LONGEST); i--) if (/^(?:and|,|;)$/.test(tokens[i]!.lower)) return tokens[i]!.lower;
  return '';
}

/** "A, and only then B": the phrase before the word, whatever joins the two. */
function before(at: number, sentence: SentenceReading, reading: Reading): Step | null {
  const { tokens, from } = sentence;
  let end = at;
  while (end > from && /^(?:only|and|but|,|;)$/.test(tokens[end - 1]!.lower)) end--;
  return end < at ? endingAt(end, sentence, reading) : null;
}

/** How long, in tokens, a phrase may be that is looked for from its end. */
const LONGEST = 12;

/** The longest phrase that ends at this token and names an event. */
function endingAt(end: number, sentence: SentenceReading, reading: Reading): Step | null {
  const least = Math.max(sentence.from, end - LONGEST);
  for (let start = least; start < end; start++) {
    if (!isStart(start, sentence) || phraseEnd(sentence, start) < end) continue;
    if (!isFirstOfPhrase(start, sentence)) continue;
    const step = stepBetween(start, end, sentence, reading);
    if (step) return step;
  }
  return null;
}

const isStart = (at: number, sentence: SentenceReading) => OPENS.has(sentence.tokens[at]?.lower ?? '') || isNameStart(sentence, at);

/** Whether no phrase goes on here: "of the rising" is part of what stands before it. */
function isFirstOfPhrase(at: number, { tokens, from }: SentenceReading): boolean {
  const earlier = tokens[at - 1];
  return (
    at === from || !earlier || earlier.kind === 'punctuation' || isVerbLike(earlier) || /^(?:and|then|first|but|only)$/.test(earlier.lower)
  );
}

const ORDERED = /^(?:the|this|that|following|chronological|right|correct|true|historical|time)$/;
const BEGINS = /^(?::|ran|runs|went|goes|came|these|they|those)$/;
const JOINS = /^(?:,|and|then|first|finally|next|lastly|:|;)$/;

/** "The order was: A, B, C", "in chronological order these were A, B and C". */
function listed(at: number, sentence: SentenceReading, reading: Reading): Step[] {
  const { tokens, to } = sentence;
  if (!ORDERED.test(tokens[at - 1]?.lower ?? '')) return [];
  let start = at + 1;
  if (tokens[start]?.lower === 'of') {
    if (!/^(?:events|things)$/.test(tokens[start + 1]?.lower ?? '')) return [];
    start += 2;
  }
  const begin = start;
  while (start < to && start < begin + 4 && (BEGINS.test(tokens[start]!.lower) || BE.has(tokens[start]!.lower))) start++;
  if (start === begin) return [];
  const isOpened = tokens.slice(begin, start).some(({ text }) => text === ':');
  const steps: Step[] = [];
  for (let place = start; place < to; ) {
    while (place < to && JOINS.test(tokens[place]!.lower)) place++;
    if (!isStart(place, sentence)) break;
    const step = stepAt(place, sentence, reading);
    if (step) steps.push(step);
    place = Math.max(place + 1, step?.to ?? phraseEnd(sentence, place));
    if (place < to && !JOINS.test(tokens[place]!.lower)) break;
  }
  // Of two alone, "the order was the dismissal of A and the arrest of B" may be what somebody ordered.
  return steps.length > 2 || isOpened ? steps : [];
}

/** The event that the phrase beginning here names, without what "and" adds to it. */
function stepAt(start: number, sentence: SentenceReading, reading: Reading): Step | null {
  const { tokens } = sentence;
  if (!isStart(start, sentence)) return null;
  const end = phraseEnd(sentence, start);
  for (let and = start + 1; and < end - 1; and++)
    if (tokens[and]!.lower === 'and' && isStart(and + 1, sentence) && stepBetween(and + 1, end, sentence, reading)) {
      const first = stepBetween(start, and, sentence, reading);
      if (first) return first;
    }
  return stepBetween(start, end, sentence, reading);
}

function stepBetween(from: number, to: number, sentence: SentenceReading, reading: Reading): Step | null {
  if (to <= from) return null;
  const telling = phraseAt(sentence, from, to, reading);
  return telling.near.length > 0 && isItsHead(from, to, sentence) ? { from, to, telling, rank: 50 } : null;
}

/** Not "the memory of the rising": the name of the event, or its noun, begins the phrase. */
function isItsHead(from: number, to: number, { tokens, entities, clauses }: SentenceReading): boolean {
  const names = entities.map((entity) => entity.from);
  const nouns = clauses.flatMap(({ frame }) => frame.concepts.filter(({ part }) => part === 'noun').map((hit) => hit.from));
  const first = Math.min(...[...names, ...nouns].filter((at) => at >= from && at < to));
  return tokens.slice(from, first).every(({ lower }) => lower !== 'of');
}
