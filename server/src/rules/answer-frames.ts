/** Dates of short answers: the question says what happened, the answer who or what, and when: "Who founded it, and when? X, in 1838." */
import { joined, together } from '../reading/above';
import type { Frame } from '../reading/frames';
import { MODALS, NEGATIONS } from '../reading/lexicon/words';
import type { DateClaim, Reading, SentenceReading } from '../reading/model';
import { sentencesBefore } from '../reading/read';
import { isRow } from './row-frames';

/** A longer sentence without a verb is no answer. */
const LONGEST_ANSWER = 16;
/** Questions for anything else are not answered by what happened. */
const ASKS = /^(?:who|whom|whose|what|which|when|where)$/;
/** "Which came first, the rising or the ban?", "True or false: …" */
const CHOICE = /^(?:or|true|false|these|following)$/;
/** What may stand before the date that an answer opens with. */
const LEADS = /^(?:a|ans|answer|[:.,*"“]|in|on|at|during|the|it|was|that|early|late|about|around|as)$/;

/** The question and its answer as one telling; null where the sentence answers none, or speaks for itself. */
export function framesAnswered(claim: DateClaim, sentence: SentenceReading, reading: Reading): Frame[] | null {
  const { tokens, from, to, dates, clauses, frame, timeline } = sentence;
  if (timeline || dates.length !== 1 || to - from > LONGEST_ANSWER || isRow(sentence)) return null;
  const isVerbless = clauses.every(({ clause }) => clause.verb < 0);
  // "In May 1640, after a long siege": what else it says is no part of what was asked.
  const opens = tokens.slice(from, claim.token).every(({ lower }) => LEADS.test(lower)) && standsApart(claim, sentence, reading);
  if (!isVerbless && !opens) return null;
  const question = questionBefore(sentence, reading);
  if (!question) return null;
  const asked = joined([question]).frame;
  if (asked.concepts.length + asked.events.length === 0) return null;
  const isBare = frame.concepts.length + frame.events.length + frame.offices.length === 0;
  if (isBare && isVerbless) return [together({ ...frame, passive: asked.passive }, asked)];
  const isWhen = question.tokens.slice(question.from, question.to).some(({ lower }) => lower === 'when');
  return isWhen && opens ? [asked] : null;
}

/** Whether a break follows the date. */
function standsApart({ mention }: DateClaim, { tokens, to, block }: SentenceReading, reading: Reading): boolean {
  const end = mention.end - reading.notes.blocks[block]!.start;
  const next = tokens.slice(0, to).find(({ start }) => start >= end);
  return next === undefined || /^[,;.(–—]$/.test(next.text);
}

/** The plain question, without a date, that stands right before. */
function questionBefore(sentence: SentenceReading, reading: Reading): SentenceReading | null {
  const [before] = sentencesBefore(sentence, reading);
  if (!before || sentence.block - before.block > 1 || before.dates.length > 0) return null;
  const words = before.tokens.slice(before.from, before.to);
  const isPlain =
    words.slice(-3).some(({ text }) => text === '?') &&
    words.some(({ lower }) => ASKS.test(lower)) &&
    !words.some(({ lower }) => CHOICE.test(lower) || MODALS.has(lower) || NEGATIONS.has(lower));
  return isPlain ? before : null;
}
