/** Finds headings and labels that are a date and stand over what happened at another: "## 1923" above "Stalin becomes General Secretary". */
import { matches } from '../reading/match';
import type { DatedMention, Reading, SentenceReading } from '../reading/model';
import { dateAgrees } from './date-agrees';
import { type DateVerdict, judgeSentence } from './judge-dates';

/** One verdict for each such date of a block: every line below it that tells a fact of the chapter must tell one of another date, and of one and the same. */
export function judgeSettings(reading: Reading, block: number): DateVerdict[] {
  const { settings } = reading.block(block);
  if (settings.length === 0) return [];
  const below = blocksUnder(block, reading).map((index) => ({ ...reading.above(index), sentences: reading.block(index).sentences }));
  const own = reading.block(block).sentences;
  return settings.flatMap((mention) => {
    const lines = [...own, ...below.flatMap(({ sentences }) => sentences)].filter(({ setting }) => setting?.mention === mention);
    const under = below.filter(({ heading, parent }) => heading === block || parent === block);
    return (
      judge(
        mention,
        lines,
        under.flatMap(({ sentences }) => sentences),
        reading,
      ) ?? []
    );
  });
}

/** The blocks that may take over a date from this one: to the next heading, and from a heading to the next of its level. */
function blocksUnder(block: number, reading: Reading): number[] {
  const own = reading.block(block);
  const level = own.kind === 'heading' ? own.level : Number.POSITIVE_INFINITY;
  const under: number[] = [];
  for (let at = block; !reading.isLast(at); at++) {
    const next = reading.block(at + 1);
    if (next.kind === 'heading' && next.level <= level) break;
    under.push(at + 1);
  }
  return under;
}

function judge(
  mention: DatedMention,
  sentences: readonly SentenceReading[],
  under: readonly SentenceReading[],
  reading: Reading,
): DateVerdict | null {
  if (sentences.length === 0 || bearsOut(mention, under) || isJudgedAtHome(mention, reading)) return null;
  const misses: DateVerdict[] = [];
  const asked = isAskedAbout(mention, reading);
  for (const sentence of sentences) {
    if (looksBackOrOn(sentence)) continue;
    if (tellsWhatAgrees(sentence, reading)) return null;
    const [verdict] = judgeSentence({ ...sentence, dates: [sentence.setting!] }, reading);
    const miss = verdict?.miss;
    // Told by the way, a fact may be of another time; as the line's own verb or as its whole, it is what the line tells.
    const isPlain = asked ? miss && miss.coverage >= ASKED_PLAIN : miss && miss.coverage >= PLAIN && miss.peopleMissing.length === 0;
    if (miss && (miss.named || miss.concept >= 0.9) && isPlain) misses.push(verdict);
  }
  const [first, ...others] = misses;
  if (!first) return null;
  // Lines of several other dates make the heading no slip of one.
  const length = mention.date.value!.precision === 'year' ? 4 : 7;
  const whenOf = ({ miss }: DateVerdict) => miss!.fact.date!.value.edtf.slice(0, length);
  return others.every((other) => whenOf(other) === whenOf(first)) ? first : null;
}

const PLAIN = 0.6;
/** What answers "what happened then?" is meant to have happened then. */
const ASKED_PLAIN = 0.5;

/** A date at the head of a line that its first sentence bears out, or for which that is blamed already. */
function isJudgedAtHome(mention: DatedMention, reading: Reading): boolean {
  const home = reading
    .block(mention.block)
    .sentences.find(({ timeline, dates }) => timeline && dates.some((claim) => claim.mention === mention));
  const setting = home?.dates.find((claim) => claim.mention === mention);
  if (!home || !setting) return false;
  return tellsWhatAgrees({ ...home, setting }, reading) || judgeSentence(home, reading).some(({ miss }) => miss !== null);
}

const isAskedAbout = ({ start, block }: DatedMention, reading: Reading): boolean =>
  reading.block(block).sentences.some((each) => each.start <= start && start < each.end && each.tokens[each.to - 1]!.text === '?');

/** What a line tells less than this near, beside what it tells best, is not what it means. */
const AS_NEAR = 0.6;

/** Whether a line below has a whole date of its own that lies within the heading's. */
function bearsOut(mention: DatedMention, under: readonly SentenceReading[]): boolean {
  return under.some(({ dates }) => dates.some((claim) => claim.mention.date.provenance === 'explicit' && agrees(mention, claim.spans)));
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
