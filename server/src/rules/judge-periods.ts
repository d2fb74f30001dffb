/** Finds ranges of dates that miss a period of the chapter (a body, a group, a policy, an event that lasted) by one end, or by their order. */
import type { AnyFact, FactDate } from '../chapter/model';
import type { DateClaim, DatedMention, Reading, SentenceReading } from '../reading/model';
import { parseEdtf } from '../time/index';
import { isRow } from './row-frames';

export interface PeriodVerdict {
  readonly sentence: SentenceReading;
  readonly claim: DateClaim;
  readonly fact: AnyFact;
  readonly date: FactDate;
  /** The end that is wrong and what it should be; null where the two ends have changed places. */
  readonly end: { readonly mention: DatedMention; readonly date: FactDate } | null;
}

interface Period {
  readonly fact: AnyFact;
  readonly date: FactDate;
  readonly from: string;
  readonly to: string;
}

export function judgePeriods(reading: Reading, sentences: readonly SentenceReading[] = reading.sentences): PeriodVerdict[] {
  return sentences.flatMap((sentence) =>
    sentence.dates.flatMap((claim) => {
      if (!claim.rangeEnd || claim.unasserted) return [];
      const periods = periodsOf(claim, sentence, reading);
      const [period] = periods;
      return period && periods.length === 1 ? (judge(claim, claim.rangeEnd, period, sentence) ?? []) : [];
    }),
  );
}

function judge(claim: DateClaim, last: DatedMention, period: Period, sentence: SentenceReading): PeriodVerdict | null {
  const { fact, date } = period;
  const [from, to] = [claim.mention.date.value?.edtf ?? '', last.date.value?.edtf ?? ''];
  const verdict = (end: PeriodVerdict['end']): PeriodVerdict => ({ sentence, claim, fact, date, end });
  if (isSwapped(from, to, period)) return verdict(null);
  const [begins, ends] = [agrees(from, period.from), agrees(to, period.to)];
  if (begins === ends) return null;
  const wrong = begins ? { mention: last, said: to, right: period.to } : { mention: claim.mention, said: from, right: period.from };
  const value = isSlip(wrong.said, wrong.right) ? parseEdtf(wrong.right, { calendar: date.value.calendar }) : null;
  return value && verdict({ mention: wrong.mention, date: { ...date, value, alternatives: [] } });
}

/** As far as both say: 1926 and 1926-07 agree. */
const agrees = (a: string, b: string) => a !== '' && (a.startsWith(b) || b.startsWith(a));

/** The right month of a wrong year, near by. */
function isSlip(said: string, right: string): boolean {
  const [year, month] = said.split('-');
  const [rightYear, rightMonth] = right.split('-');
  return month !== undefined && month === rightMonth && Math.abs(Number(year) - Number(rightYear)) <= 2;
}

/** "1925 Dec–May" of what lasted from May to December of 1925. */
function isSwapped(from: string, to: string, period: Period): boolean {
  const [year, first] = from.split('-');
  const [, last] = to.split('-');
  const [[startYear, start], [endYear, end]] = [period.from.split('-'), period.to.split('-')];
  return year === startYear && startYear === endYear && start !== end && first === end && last === start && first !== undefined;
}

/** The periods that the range may be said of: those of a timeline's line or of a row whose cell is the range, or the one whose name stands right before it. */
function periodsOf(claim: DateClaim, sentence: SentenceReading, reading: Reading): Period[] {
  const wide = sentence.timeline || isRow(sentence);
  const clauses = wide ? sentence.clauses : sentence.clauses.slice(claim.clause, claim.clause + 1);
  if (wide && sentence.clauses[claim.clause]!.frame.stems.size > 0) return [];
  const things = clauses.flatMap(({ frame }) => [...frame.terms, ...frame.events]);
  return things.flatMap(({ ids, entity, preposition }) => {
    if (preposition !== '' || (!wide && !isLabelled(entity.to, claim.token, sentence))) return [];
    const fact = reading.knowledge.fact(ids[0]!);
    const date = fact?.kind === 'term' || fact?.kind === 'event' ? fact.when : undefined;
    const ends = date && /^(\d{4}(?:-\d\d){0,2})\/(\d{4}(?:-\d\d){0,2})$/.exec(date.value.edtf);
    return fact && date && ends && date.alternatives.length === 0 ? [{ fact, date, from: ends[1]!, to: ends[2]! }] : [];
  });
}

/** "War Communism (1918–21)", "the United Opposition lasted from … to …". */
function isLabelled(from: number, to: number, { tokens }: SentenceReading): boolean {
  return (
    to >= from &&
    to - from <= 4 &&
    tokens
      .slice(from, to)
      .every(({ lower }) => /^(?:\(|,|:|–|which|that|lasted|existed|ran|held|from|of|was|in|force|itself|alive|together)$/.test(lower))
  );
}
