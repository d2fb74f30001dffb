/** Finds headings and labels that are a date and stand over what happened at another: "## 1923" above "Stalin becomes General Secretary". */
import { matches } from '../reading/match';
import type { DateClaim, DatedMention, Reading, SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import { dateAgrees } from './date-agrees';
import { type DateVerdict, judgeSentence } from './judge-dates';

/** One verdict for each such date: every line below it that tells a fact of the chapter must tell one of another date, and of one and the same. */
export function judgeSettings(reading: Reading): DateVerdict[] {
  const bySetting = new Map<DatedMention, SentenceReading[]>();
  for (const sentence of reading.sentences) {
    if (!sentence.setting) continue;
    const list = bySetting.get(sentence.setting.mention);
    if (list) list.push(sentence);
    else bySetting.set(sentence.setting.mention, [sentence]);
  }
  return [...bySetting].flatMap(([mention, sentences]) => judge(mention, sentences, reading) ?? []);
}

function judge(mention: DatedMention, sentences: readonly SentenceReading[], reading: Reading): DateVerdict | null {
  if (bearsOut(mention, reading)) return null;
  const misses: DateVerdict[] = [];
  for (const sentence of sentences) {
    if (looksBackOrOn(sentence)) continue;
    if (tellsWhatAgrees(sentence, reading)) return null;
    const [verdict] = judgeSentence({ ...sentence, dates: [sentence.setting!] }, reading);
    const miss = verdict?.miss;
    // Told by the way, a fact may be of another time; as the line's own verb or as its whole, it is what the line tells.
    if (miss && (miss.named || miss.concept >= 0.9) && miss.coverage >= PLAIN && miss.peopleMissing.length === 0) misses.push(verdict);
  }
  const [first, ...others] = misses;
  if (!first) return null;
  // Lines of several other dates make the heading no slip of one.
  const length = mention.date.value!.precision === 'year' ? 4 : 7;
  const whenOf = ({ miss }: DateVerdict) => miss!.fact.date!.value.edtf.slice(0, length);
  return others.every((other) => whenOf(other) === whenOf(first)) ? first : null;
}

const PLAIN = 0.6;
/** What a line tells less than this near, beside what it tells best, is not what it means. */
const AS_NEAR = 0.6;

const explicitDates = new WeakMap<Reading, ReadonlyMap<number, readonly DateClaim[]>>();

/** Whether a line below has a whole date of its own that lies within the heading's. */
function bearsOut(mention: DatedMention, reading: Reading): boolean {
  const below = once(explicitDates, reading, () => {
    const found = new Map<number, DateClaim[]>();
    for (const { block, dates } of reading.sentences) {
      const { heading, parent } = reading.notes.blocks[block]!;
      const own = dates.filter(({ mention: { date } }) => date.provenance === 'explicit');
      if (own.length > 0) for (const above of new Set([heading, parent])) once(found, above, () => []).push(...own);
    }
    return found;
  });
  return (below.get(mention.block) ?? []).some(({ spans }) => agrees(mention, spans));
}

const agrees = ({ date }: DatedMention, spans: readonly { readonly first: number; readonly last: number }[]) =>
  date.value!.spans.some((own) => spans.some((span) => own.first <= span.last && span.first <= own.last));

/** Words that set a line at another time than its heading. */
const ELSEWHEN = new Set(
  'had after before since until till earlier later previously already still ago then by would will soon eventually following next former formerly background because due led leads'.split(
    ' ',
  ),
);

function looksBackOrOn({ tokens, from, to, clauses }: SentenceReading): boolean {
  return clauses.length > 2 || tokens.slice(from, to).some(({ lower }) => ELSEWHEN.has(lower));
}

function tellsWhatAgrees({ clauses, frame, setting }: SentenceReading, reading: Reading): boolean {
  const { facts, termKindOf } = reading.knowledge;
  return [...clauses.map((clause) => clause.frame), frame].some((told) => {
    const found = matches(told, facts, termKindOf);
    const best = found[0]?.score ?? 0;
    return found.some(
      (match) =>
        match.fact.date !== null &&
        !match.otherOrdinal &&
        !match.opposed &&
        match.score >= best * AS_NEAR &&
        (match.named || match.concept >= 0.5 || match.conceptOpen) &&
        dateAgrees(match.fact.date, setting!.spans),
    );
  });
}
