/** Where the story stands when "four days later" is read: what has been told since the date that it hangs on may be what it is counted from. */
import type { FactDate } from '../chapter/model';
import { type Frame, sliceFrame } from '../reading/frames';
import { type Match, matchesAndNames } from '../reading/match';
import type { ClauseReading, DateClaim, DatedMention, Reading, SentenceReading } from '../reading/model';
import { datesOf, sentencesBeforeInBlock } from '../reading/read';
import { accepted } from './accepted';
import { dateAgrees } from './date-agrees';
import { liesAt } from './order-distance';
import { toldAt } from './told-at';

interface ToldSince {
  readonly clause: ClauseReading;
  readonly sentence: SentenceReading;
}

/** Whether what was told last is so far from the fact as the words say, or the story has moved on since to a time that nobody knows. */
export function isCountedFromSince(claim: DateClaim, match: Match, sentence: SentenceReading, reading: Reading): boolean {
  const { fact } = match;
  const anchor = anchorOf(claim, reading);
  if (!anchor) return false;
  const since = framesSince(anchor, claim, sentence, reading);
  if (since === null) return true;
  const { facts, termKindOf } = reading.knowledge;
  if (isBeforeAnd(claim, match, sentence)) return true;
  const { distance, direction } = claim.mention.date.relative!;
  return since.some((frame) =>
    matchesAndNames(frame, facts, termKindOf).some(
      ({ fact: told }) =>
        told !== fact &&
        told.date !== null &&
        isSoFar(told.date, fact.date!, distance, direction as 'after' | 'before') &&
        !dateAgrees(told.date, fact.date!.value.spans),
    ),
  );
}

/** "The congress met, and seven months later they fell out": where one clause has both, what stands before the "and" is what it is counted from. */
function isBeforeAnd({ token, clause }: DateClaim, match: Match, { tokens, clauses }: SentenceReading): boolean {
  const own = clauses[clause];
  if (!own || !/^(?:and|then|[.;])$/.test(tokens[token - 1]?.lower ?? '')) return false;
  const told = toldAt(match, own.frame);
  return told.length > 0 && told.every((at) => at < token);
}

/** Whether another event of the chapter has been told since the date that this one hangs on, so that it tells no time for sure. */
export function hangsOnOlderDate(claim: DateClaim, sentence: SentenceReading, reading: Reading): boolean {
  const anchor = anchorOf(claim, reading);
  if (!anchor) return false;
  const since = framesSince(anchor, claim, sentence, reading);
  const { facts, termKindOf } = reading.knowledge;
  const isAtAnotherTime = ({ fact: { date }, named, concept, coverage }: Match) =>
    date !== null && (named || (concept >= 0.9 && coverage >= TOLD)) && !dateAgrees(date, anchor.date.value?.spans ?? []);
  return since === null || since.some((frame) => matchesAndNames(frame, facts, termKindOf).some(isAtAnotherTime));
}

/** Of an event of which less is told, the story may not have got to it. */
const TOLD = 0.6;

/** The date that "four days later" has its value from; null for one of another kind. */
function anchorOf({ mention: { date, block, start } }: DateClaim, reading: Reading): DatedMention | null {
  const { relative } = date;
  if (!relative || relative.direction === 'same' || relative.anchor === undefined || relative.distance.max === 0) return null;
  const anchor = datesOf(reading, block)[relative.anchor];
  return anchor && anchor.start < start ? anchor : null;
}

/** The frames of what is told between the two; null where the story goes on meanwhile by a time that is not told. */
function framesSince(anchor: DatedMention, claim: DateClaim, sentence: SentenceReading, reading: Reading): Frame[] | null {
  if (hasMovedOn(anchor, claim, reading)) return null;
  const since = toldSince(anchor, claim, sentence, reading);
  if (since.some(({ clause, sentence: own }) => isVaguelyOn(clause, own))) return null;
  const own = sentence.clauses[claim.clause];
  // "Then came the siege of X. Two weeks later …": what its own clause has told by then.
  const before = own?.frame.events.some(({ entity }) => entity.to <= claim.token && isBehind(anchor, entity.from, sentence, reading));
  const part = own && before ? [sliceFrame(own.frame, (token) => token < claim.token)] : [];
  return [...since.map(({ clause }) => clause.frame), ...part];
}

/** What is taken up from another sentence has its words there. */
const isBehind = ({ end }: DatedMention, token: number, { tokens, block }: SentenceReading, reading: Reading): boolean =>
  tokens[token] !== undefined && reading.notes.blocks[block]!.start + tokens[token].start >= end;

const isSoFar = (from: FactDate, to: FactDate, ...far: [Parameters<typeof liesAt>[2], Parameters<typeof liesAt>[3]]): boolean =>
  accepted(from).some((start) => accepted(to).some((end) => liesAt(start, end, ...far)));

/** "A few days afterwards …, and two weeks later", "within the week …": between the two stands a time that is no plain date. */
function hasMovedOn(anchor: DatedMention, { mention }: DateClaim, reading: Reading): boolean {
  const between = datesOf(reading, mention.block).filter(({ start }) => start > anchor.start && start < mention.start);
  return between.some(({ date, start }) => {
    if (date.kind === 'duration') return MOVES.test(reading.notes.text.slice(Math.max(0, start - LEAD), start));
    return date.relative !== undefined && date.relative.direction !== 'same' && (date.value === null || date.value.precision === 'range');
  });
}

/** Before a length of time these say that the story has moved on by it. */
const MOVES = /\b(?:within|after|in|for) $/i;
const LEAD = 8;

/** The clauses between the date that the claim hangs on and the claim. */
function toldSince(anchor: DatedMention, claim: DateClaim, sentence: SentenceReading, reading: Reading): ToldSince[] {
  const before = sentencesBeforeInBlock(sentence, reading).filter(({ end }) => end > anchor.start);
  return [...before.toReversed(), sentence].flatMap((own) => {
    const { start } = reading.notes.blocks[own.block]!;
    const place = ({ clause }: ClauseReading) => start + (own.tokens[clause.ranges[0]!.from]?.start ?? 0);
    return own.clauses
      .filter((clause, index) => {
        if (place(clause) <= anchor.start) return false;
        return own !== sentence || (index !== claim.clause && place(clause) < claim.mention.start);
      })
      .map((clause) => ({ clause, sentence: own }));
  });
}

const ON = /^(?:soon|eventually|finally|afterwards?|thereafter|subsequently|ultimately)$/;

/** "Soon he was there", "in the end", "before long", "within the week", "before the month was out". */
function isVaguelyOn({ clause }: ClauseReading, { tokens }: SentenceReading): boolean {
  return clause.ranges.some(({ from, to }) =>
    tokens.slice(from, to).some(({ lower }, index, all) => {
      const next = all[index + 1]?.lower ?? '';
      const second = all[index + 2]?.lower ?? '';
      if (ON.test(lower)) return true;
      if (lower === 'within') return /^(?:the|a|hours|days|weeks|months|years)$/.test(next);
      if (lower === 'before') return next === 'long' || (next === 'the' && UNIT.test(second));
      if (lower === 'by') return next === 'the' && /^(?:end|time|middle|turn)$/.test(second);
      if (lower === 'in') return next === 'the' && second === 'end';
      return lower === 'at' && next === 'last';
    }),
  );
}

const UNIT = /^(?:day|week|month|year|spring|summer|autumn|winter)$/;
