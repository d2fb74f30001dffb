/** Order told by an adverb: "then", "only afterwards", "came later than". */
import type { Reading, SentenceReading } from '../reading/model';
import type { OrderLink } from './order-link';
import { phraseAt, phraseEnd, wordAt } from './order-regions';
import { clauseTelling, storyTelling } from './order-tellings';

const NEXT = /^(?:then|afterwards|thereafter|subsequently)$/;
const COMPARED = /^(?:earlier|later|sooner)$/;

/** The link that the adverb at token `i` of this clause makes, if it is one that does. */
export function adverbLink(i: number, index: number, sentence: SentenceReading, reading: Reading): OrderLink | null {
  const { lower } = sentence.tokens[i]!;
  if (NEXT.test(lower)) return nextLink(i, index, sentence, reading);
  return COMPARED.test(lower) ? comparedLink(i, index, sentence, reading) : null;
}

/** "X, and only then Y", "X. Then Y": what the clause tells came after what the story stands at. */
function nextLink(i: number, index: number, sentence: SentenceReading, reading: Reading): OrderLink | null {
  const { tokens } = sentence;
  const own = sentence.clauses[index]!;
  const lead = tokens.slice(own.clause.ranges[0]!.from, i).map(({ lower }) => lower);
  // "but then" turns the argument, not the time.
  if (!/^(?:(?:and|but) only|and|only|)$/.test(lead.join(' '))) return null;
  // "then Lenin had died": how things stood already.
  if (own.clause.verb < 0 || /^(?:had|has|have)$/.test(tokens[own.clause.verb]!.lower)) return null;
  const main = clauseTelling(own, sentence, reading);
  if (main.near.length === 0) return null;
  const anchor = storyTelling(sentence, index, reading);
  if (anchor.near.length === 0) return null;
  return { direction: 'after', amount: null, word: wordAt(sentence, i, reading), main, anchor, clause: index, fixed: true };
}

const COMES = /^(?:came|comes|come|happened|occurred|was|were|is|are|fell|place|began)$/;
const DEGREE = /^(?:much|far|slightly|rather|somewhat|even|considerably|well|a|little|lot|long)$/;

/** "A came later than B". */
function comparedLink(i: number, index: number, sentence: SentenceReading, reading: Reading): OrderLink | null {
  const { tokens } = sentence;
  if (tokens[i + 1]?.lower !== 'than') return null;
  let verb = i - 1;
  while (verb > i - 4 && DEGREE.test(tokens[verb]?.lower ?? '')) verb--;
  if (!COMES.test(tokens[verb]?.lower ?? '')) return null;
  if (tokens[verb]!.lower === 'place') verb--;
  const { from } = sentence.clauses[index]!.clause.ranges[0]!;
  const main = phraseAt(sentence, from, verb, reading);
  if (main.near.length === 0) return null;
  const anchor = phraseAt(sentence, i + 2, phraseEnd(sentence, i + 2), reading);
  if (anchor.near.length === 0) return null;
  const direction = tokens[i]!.lower === 'later' ? 'after' : 'before';
  return { direction, amount: null, word: wordAt(sentence, i, reading), main, anchor, clause: index };
}
