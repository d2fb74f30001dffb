/** Where the story stands when "four days later" is read: what has been told since the date that it hangs on may be what it is counted from. */
import type { FactDate } from '../chapter/model';
import { type Match, matchesAndNames } from '../reading/match';
import type { ClauseReading, DateClaim, DatedMention, Reading, SentenceReading } from '../reading/model';
import { datesOf, sentencesBeforeInBlock } from '../reading/read';
import { accepted } from './accepted';
import { dateAgrees } from './date-agrees';
import { liesAt } from './order-distance';

interface ToldSince {
  readonly clause: ClauseReading;
  readonly sentence: SentenceReading;
}

/** Whether what was told last is so far from the fact as the words say, or the story has moved on since to a time that nobody knows. */
export function isCountedFromSince(claim: DateClaim, { fact }: Match, sentence: SentenceReading, reading: Reading): boolean {
  const { relative } = claim.mention.date;
  if (!relative || relative.direction === 'same' || relative.anchor === undefined || relative.distance.max === 0) return false;
  const anchor = datesOf(reading, claim.mention.block)[relative.anchor];
  if (!anchor || anchor.start > claim.mention.start) return false;
  if (hasMovedOn(anchor, claim, reading)) return true;
  const { facts, termKindOf } = reading.knowledge;
  const { distance, direction } = relative;
  for (const { clause, sentence: own } of toldSince(anchor, claim, sentence, reading)) {
    if (isVaguelyOn(clause, own)) return true;
    for (const { fact: told } of matchesAndNames(clause.frame, facts, termKindOf))
      if (
        told !== fact &&
        told.date &&
        isSoFar(told.date, fact.date!, distance, direction) &&
        !dateAgrees(told.date, fact.date!.value.spans)
      )
        return true;
  }
  return false;
}

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
        if (clause.unasserted || place(clause) <= anchor.start) return false;
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
