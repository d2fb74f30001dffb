/** Finds numbered meetings and the like ("the 14th Congress") whose number is the one thing that the fact contradicts. */

import type { ChapterEvent } from '../chapter/model';
import { nameNumber } from '../chapter/names/numbers';
import { standsAlone } from '../reading/entities';
import type { FactFrame } from '../reading/facts';
import { NAMES_OF_DAYS } from '../reading/lexicon/words';
import { matches } from '../reading/match';
import type { ClauseReading, Knowledge, Reading, SentenceReading } from '../reading/model';
import { cardinal } from '../reading/number-words';
import { once } from '../reading/once';
import type { Token } from '../reading/tokens';
import { dateAgrees } from './date-agrees';
import { tellsEnough } from './evidence';
import { isRow } from './row-frames';

export interface NumberVerdict {
  readonly sentence: SentenceReading;
  /** The token of the number. */
  readonly token: number;
  readonly right: number;
  readonly event: ChapterEvent;
}

/** Events of one name but for their number: "14th Party Congress" and "15th Party Congress". */
interface Series {
  /** The last word of the name, lower case: "congress". */
  readonly noun: string;
  readonly events: readonly { readonly number: number; readonly event: ChapterEvent }[];
}

export function judgeNumbers(reading: Reading, sentences: readonly SentenceReading[] = reading.sentences): NumberVerdict[] {
  const series = once(known, reading.knowledge, () => seriesOf(reading.knowledge));
  if (series.length === 0) return [];
  return sentences.flatMap((sentence) =>
    sentence.clauses.flatMap((clause) => (clause.unasserted ? [] : (judgeClause(sentence, clause, series, reading) ?? []))),
  );
}

const known = new WeakMap<Knowledge, readonly Series[]>();

function seriesOf({ chapters }: Knowledge): Series[] {
  const byNoun = new Map<string, { number: number; event: ChapterEvent }[]>();
  for (const chapter of chapters) {
    for (const event of chapter.events) {
      const words = event.name.split(/\s+/);
      const number = nameNumber(words[0] ?? '');
      const noun = words.at(-1)?.toLowerCase();
      if (number === null || noun === undefined || words.length < 2 || words.length > 4) continue;
      byNoun.set(noun, [...(byNoun.get(noun) ?? []), { number, event }]);
    }
  }
  return [...byNoun].map(([noun, events]) => ({ noun, events }));
}

function judgeClause(
  sentence: SentenceReading,
  clause: ClauseReading,
  allSeries: readonly Series[],
  reading: Reading,
): NumberVerdict | null {
  const numbered = numberedIn(sentence, clause, allSeries);
  if (!numbered) return null;
  const { token, number, series } = numbered;
  // The one date of a row is that of all its cells.
  const isOfRow = sentence.dates.length === 1 && isRow(sentence);
  const dates = sentence.dates.filter(
    (claim) =>
      (sentence.timeline ||
        sentence.clauses[claim.clause] === clause ||
        isAsideOf(sentence.clauses[claim.clause], clause, sentence) ||
        isLabelOf(sentence.clauses[claim.clause], clause, sentence) ||
        isOfRow) &&
      !claim.unasserted &&
      claim.relation === 'at',
  );
  const stated = series.events.find((entry) => entry.number === number)?.event;
  if (stated && dates.some((claim) => dateAgrees(stated.when, claim.spans))) return null;
  const { facts, termKindOf } = reading.knowledge;
  // What is told of the meeting, its number aside.
  const told = [clause, ...labelled(clause, sentence)].flatMap(({ frame: own }) => {
    const frame = { ...own, events: own.events.filter((thing) => !thing.ids.includes(stated?.id ?? '')), strangers: 0 };
    return matches(frame, facts, termKindOf).filter(
      (match) => match.fact.date && tellsEnough(match, frame, facts.frames.length, sentence.timeline),
    );
  });
  if (stated && told.some((match) => belongsTo(match.fact, stated))) return null;
  const byContent = series.events.filter(({ event }) => told.some((match) => belongsTo(match.fact, event)));
  const byDate = series.events.filter(({ event }) =>
    dates.some((claim) => isNarrow(claim.mention.date.value?.precision) && dateAgrees(event.when, claim.spans)),
  );
  const candidates = dates.length > 0 ? byDate : byContent;
  if (candidates.length !== 1) return null;
  const [right] = candidates;
  // A date that some other meeting of the series has, and a content that contradicts it: more than the number is wrong.
  if (dates.length > 0 && byContent.length > 0 && !byContent.includes(right!)) return null;
  if (right!.number === number) return null;
  return { sentence, token, right: right!.number, event: right!.event };
}

/** "Ninth Congress: the decree replaces the code": what stands behind the colon is told of the meeting that a line opens with. */
function labelled({ clause }: ClauseReading, { clauses }: SentenceReading): ClauseReading[] {
  const own = clauses.findIndex((each) => each.clause === clause);
  const next = clauses[own + 1];
  const isLabel = clause.verb < 0 && next !== undefined && /^[:=–—-]$/.test(next.clause.opener) && !next.unasserted;
  return isLabel ? [next] : [];
}

/** "the 13th (Dec 1925)": the date in brackets is said of what stands before them. */
function isAsideOf(aside: ClauseReading | undefined, host: ClauseReading, sentence: SentenceReading): boolean {
  return aside?.clause.opening === 'aside' && sentence.clauses[aside.clause.host] === host;
}

/** "Same month: the 12th Congress meets": a date that is all that stands before the colon. */
function isLabelOf(label: ClauseReading | undefined, { clause }: ClauseReading, { clauses }: SentenceReading): boolean {
  return label !== undefined && label.clause.verb < 0 && label.frame.concepts.length === 0 && clause.opener === ':' && clauses[0] === label;
}

const isNarrow = (precision: string | undefined) => precision === 'day' || precision === 'month';

/** Whether the fact is the event itself or happened at it. */
function belongsTo(fact: FactFrame, event: ChapterEvent): boolean {
  if (fact.fact.id === event.id) return true;
  if (fact.fact.kind === 'event' && fact.fact.during === event.id) return true;
  return fact.wordings.some(({ events }) => events.has(event.id));
}

/** The one numbered meeting that the clause names: a number, up to two words, the series' noun. */
function numberedIn(
  sentence: SentenceReading,
  clause: ClauseReading,
  allSeries: readonly Series[],
): { token: number; number: number; series: Series } | null {
  const { tokens } = sentence;
  let found: { token: number; number: number; series: Series } | null = null;
  for (const range of clause.clause.ranges) {
    for (let i = range.from; i < range.to; i++) {
      const behind = numberBehind(tokens, i, range.to);
      const counted = behind && allSeries.find(({ noun }) => noun === tokens[i]!.lower);
      if (behind && counted) {
        if (found) return null;
        found = { ...behind, series: counted };
        i = behind.token;
        continue;
      }
      const number = nameNumber(tokens[i]!.text);
      if (number === null || (tokens[i]!.kind === 'word' && !/^(?:\p{L}{4,}|[IVX]+)$/u.test(tokens[i]!.text))) continue;
      const series = allSeries.find(
        ({ noun }) => nounSoon(tokens, i + 1, range.to, noun) || (sentence.headingNouns.includes(noun) && standsAlone(tokens, i)),
      );
      if (!series) continue;
      if (found) return null;
      found = { token: i, number, series };
    }
  }
  return found;
}

/** "Congress 14", "conference no. 13", "congress number fourteen": the count behind the noun; but "Congress, 14 March" is a day. */
function numberBehind(tokens: readonly Token[], noun: number, to: number): { token: number; number: number } | null {
  let at = noun + 1;
  const isSaid = /^(?:no|nr|number)$/.test(tokens[at]?.lower ?? '');
  if (isSaid) at += tokens[at + 1]?.text === '.' ? 2 : 1;
  const token = tokens[at];
  if (!token || at >= to || (token.kind !== 'number' && !isSaid)) return null;
  const number = token.text.length > 2 && token.kind === 'number' ? null : cardinal(token.lower);
  const next = tokens[at + 1];
  const isDay = next?.kind === 'number' || NAMES_OF_DAYS.has(next?.lower ?? '') || /^[/.–-]$/.test(next?.text ?? '');
  return number === null || (isDay && next!.start - token.end <= 1 && next!.text !== '.') ? null : { token: at, number };
}

function nounSoon(tokens: readonly Token[], from: number, to: number, noun: string): boolean {
  for (let i = from; i < Math.min(to, from + 3); i++) {
    const token = tokens[i]!;
    if (token.lower === noun) return true;
    if (token.kind !== 'word' || !token.capitalised) return false;
  }
  return false;
}
