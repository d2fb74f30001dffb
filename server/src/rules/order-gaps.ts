/** Lengths of time that are told to lie between two events: "five years passed between …", "it took a year to get from … to …". */
import { BE } from '../reading/lexicon/words';
import type { DatedMention, Reading, SentenceReading } from '../reading/model';
import type { Token } from '../reading/tokens';
import type { OrderLink } from './order-link';
import { anchorRegion, clauseAt, isBreak, phraseAt, phraseEnd } from './order-regions';
import { NOTHING, partOf, storyTelling, type Telling, tellingOf } from './order-tellings';

/** How far on, in tokens, the two events of a gap may be told. */
const REACH = 40;

/** The link that an amount at tokens [from, to) makes by saying how far apart two events are, if it does. */
export function gapLink(
  amount: DatedMention,
  from: number,
  to: number,
  clause: number,
  sentence: SentenceReading,
  reading: Reading,
): OrderLink | null {
  const apart = endsOfGap(from, to, sentence, reading);
  if (apart) return { direction: 'after', amount, word: null, ...apart, clause, unordered: true };
  const passed = untilEvent(amount, from, to, sentence, reading);
  return passed && { direction: 'after', amount, word: null, ...passed };
}

interface Ends {
  readonly anchor: Telling;
  readonly main: Telling;
}

const PASSING = /^(?:pass|passed|passes|elapsed?|elapses|intervened|lie|lies|lay|lain|went|go|gone|goes)$/;
const SEPARATING = /^(?:separates?|separated|divides?|divided)$/;
const GAP = /^(?:gap|interval|distance|lapse|space|time|period|break)$/;
const TAKING = /^(?:takes?|took|taken)$/;
const AUXILIARY = /^(?:had|have|has|would|was|were|is|are|to|must|then|now|only|just|just|some|another|have)$/;

/** Two events with the length of time said to be between them. */
function endsOfGap(from: number, to: number, sentence: SentenceReading, reading: Reading): Ends | null {
  const { tokens } = sentence;
  const verb = pastAuxiliaries(tokens, to, sentence.to);
  const behind = tokens[verb]?.lower ?? '';
  // "five years separate A from B"
  if (SEPARATING.test(behind)) return twoPhrases(verb + 1, /^(?:from|and)$/, sentence, reading);
  const before = tokens[from - 1]?.lower ?? '';
  // "A and B were separated by five years", "A was separated from B by five years"
  if (before === 'by') return separatedBy(from - 1, sentence, reading);
  const noun = before === 'of' ? tokens[from - 2]?.lower : undefined;
  if (noun !== undefined && GAP.test(noun))
    return SEPARATING.test(behind)
      ? twoPhrases(verb + 1, /^(?:from|and)$/, sentence, reading)
      : tokens[to]?.lower === 'between'
        ? twoPhrases(to + 1, /^and$/, sentence, reading)
        : null;
  if (PASSING.test(behind) || saysThereWere(from, sentence)) {
    const place = betweenIn(sentence, behind === '' ? to : Math.max(to, PASSING.test(behind) ? verb : to), from);
    if (place >= 0) return twoPhrases(place + 1, /^and$/, sentence, reading);
  }
  // "the gap between A and B was five years"
  if (BE.has(before)) {
    const place = lastBetween(sentence, from - 1);
    if (place > 0 && GAP.test(tokens[place - 1]!.lower)) return twoPhrases(place + 1, /^and$/, sentence, reading, from - 1);
  }
  return fromTo(from, to, sentence, reading);
}

function pastAuxiliaries(tokens: readonly Token[], at: number, end: number): number {
  let verb = at;
  while (verb < end && verb < at + 4 && AUXILIARY.test(tokens[verb]!.lower)) verb++;
  return verb;
}

/** "there were five years": what there is between two events is the time itself. */
const saysThereWere = (from: number, { tokens }: SentenceReading): boolean =>
  (BE.has(tokens[from - 1]?.lower ?? '') && tokens[from - 2]?.lower === 'there') ||
  /^(?:passed|elapsed|lay)$/.test(tokens[from - 1]?.lower ?? '');

/** The "between" right behind the verb at `verb`, or at the head of the sentence before the amount; -1 for none. */
function betweenIn({ tokens, from: start }: SentenceReading, verb: number, amount: number): number {
  for (let at = verb; at <= verb + 2; at++) if (tokens[at]?.lower === 'between') return at;
  for (let at = start; at <= start + 1 && at < amount; at++) if (tokens[at]?.lower === 'between') return at;
  return -1;
}

function lastBetween({ tokens, from }: SentenceReading, before: number): number {
  for (let at = before - 1; at >= Math.max(from, before - REACH); at--) if (tokens[at]!.lower === 'between') return at;
  return -1;
}

/** Two noun phrases with this word between them, both of which tell an event. */
function twoPhrases(from: number, link: RegExp, sentence: SentenceReading, reading: Reading, end?: number): Ends | null {
  const { tokens } = sentence;
  const last = Math.min(end ?? sentence.to, from + REACH);
  for (let at = from + 1; at < last; at++) {
    if (isBreak(sentence, at)) return null;
    if (!link.test(tokens[at]!.lower)) continue;
    const anchor = phraseAt(sentence, from, at, reading);
    if (anchor.near.length === 0) continue;
    const main = phraseAt(sentence, at + 1, Math.min(last, phraseEnd(sentence, at + 1)), reading);
    if (main.near.length > 0) return { anchor, main };
  }
  return null;
}

/** "A and B were separated by", "A was separated from B by": the two before the "by". */
function separatedBy(by: number, sentence: SentenceReading, reading: Reading): Ends | null {
  const { tokens, from } = sentence;
  for (let verb = by - 1; verb >= Math.max(from + 2, by - REACH); verb--) {
    if (!SEPARATING.test(tokens[verb]!.lower)) continue;
    if (!BE.has(tokens[verb - 1]!.lower)) return null;
    const start = startOfPhrases(sentence, verb - 1);
    if (verb === by - 1) return twoPhrases(start, /^and$/, sentence, reading, verb - 1);
    if (tokens[verb + 1]!.lower !== 'from') return null;
    const anchor = phraseAt(sentence, start, verb - 1, reading);
    const main = phraseAt(sentence, verb + 2, by, reading);
    return anchor.near.length > 0 && main.near.length > 0 ? { anchor, main } : null;
  }
  return null;
}

/** Where what stands before this verb begins: the sentence, or behind the last break. */
function startOfPhrases(sentence: SentenceReading, verb: number): number {
  let at = verb;
  while (at > sentence.from && !isBreak(sentence, at - 1)) at--;
  return at;
}

/** "it took five years to get from A to B", "from A to B it took five years". */
function fromTo(from: number, to: number, sentence: SentenceReading, reading: Reading): Ends | null {
  const { tokens } = sentence;
  const verb = takingBefore(from, sentence);
  if (verb < 0) return null;
  for (let at = to; at <= to + 3; at++) if (tokens[at]?.lower === 'from') return twoPhrases(at + 1, /^to$/, sentence, reading);
  return tokens[sentence.from]?.lower === 'from' ? twoPhrases(sentence.from + 1, /^to$/, sentence, reading, verb) : null;
}

/** The "took" before the amount, whomever it took so long standing between; -1 for none. */
function takingBefore(from: number, { tokens, from: start }: SentenceReading): number {
  for (let at = from - 1; at >= Math.max(start, from - 4); at--) {
    if (TAKING.test(tokens[at]!.lower)) return at;
    if (tokens[at]!.kind === 'punctuation') return -1;
  }
  return -1;
}

/** "Five years passed before B", "it took five years for X to do B": from what is told before, or behind "after". */
function untilEvent(
  { date }: DatedMention,
  from: number,
  to: number,
  sentence: SentenceReading,
  reading: Reading,
): (Ends & { readonly clause: number }) | null {
  const { tokens } = sentence;
  const isCounted = /^(?:before|until)$/.test(tokens[to - 1]!.lower);
  const verb = isCounted ? to : pastAuxiliaries(tokens, to, sentence.to);
  const lead = tokens[from - 1]?.lower ?? '';
  const isTaken = tokens[takingBefore(from, sentence) - 1]?.lower === 'it';
  let told: { readonly main: Telling; readonly clause: number } | null = null;
  if (isTaken && tokens[to]?.lower === 'for') told = infinitive(to + 1, sentence, reading);
  else {
    const goes = PASSING.test(tokens[verb]?.lower ?? '') ? verb + (tokens[verb + 1]?.lower === 'by' ? 2 : 1) : -1;
    const isSaid = isTaken || (BE.has(lead) && tokens[from - 2]?.lower === 'it');
    const before = goes > 0 && !isCounted ? goes : isSaid ? (isCounted ? to - 1 : to) : -1;
    if (before < 0 || tokens[before]?.lower !== 'before') return null;
    const region = anchorRegion(sentence, before + 1, reading, false);
    told = region && { main: region.telling, clause: clauseAt(sentence, before + 1) };
  }
  if (!told || told.main.near.length === 0 || date.relative?.anchor !== undefined) return null;
  return { ...told, anchor: since(from, sentence, reading) };
}

/** "for X to do B": what X does. */
function infinitive(from: number, sentence: SentenceReading, reading: Reading): { readonly main: Telling; readonly clause: number } | null {
  const clause = clauseAt(sentence, from);
  const own = sentence.clauses[clause];
  if (!own || own.unasserted) return null;
  const part = partOf(sentence, own.frame, (token) => token >= from, false);
  const people = part.people.map((each) =>
    each.preposition === 'for' && each.role === 'oblique' ? { ...each, role: 'subject' as const, preposition: '' } : each,
  );
  return { main: tellingOf({ ...part, people }, sentence, reading), clause };
}

/** What the time is counted from: what "after" has behind it earlier in the sentence, else what the story stands at. */
function since(from: number, sentence: SentenceReading, reading: Reading): Telling {
  for (let at = from - 2; at >= Math.max(sentence.from, from - REACH); at--)
    if (/^(?:after|from|following)$/.test(sentence.tokens[at]!.lower))
      return anchorRegion(sentence, at + 1, reading, false)?.telling ?? NOTHING;
  return storyTelling(sentence, clauseAt(sentence, from), reading);
}
