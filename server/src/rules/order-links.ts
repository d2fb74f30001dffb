/** Finds the places of a sentence where one event is put before or after another, and which words tell the two. */
import { isMale } from '../reading/facts';
import { BE } from '../reading/lexicon/words';
import { matches } from '../reading/match';
import type { DatedMention, Reading, SentenceReading } from '../reading/model';
import { datesOf } from '../reading/read';
import { dateAgrees } from './date-agrees';
import { adverbLink } from './order-adverbs';
import { gapLink } from './order-gaps';
import { limitLink } from './order-limits';
import type { OrderLink } from './order-link';
import { lifeLink } from './order-lives';
import { type MainTelling, mainTelling } from './order-mains';
import { anchorRegion, clauseAt, isBreak, isNameStart, phraseEnd, phraseOf, tokenAt, wordAt } from './order-regions';
import {
  clauseTelling,
  type DatedFact,
  datedFact,
  NOTHING,
  partOf,
  phraseTelling,
  referenceTelling,
  storyTelling,
  type Telling,
  tellingOf,
} from './order-tellings';

/** A sentence with more of them than this is a list; nothing in it is plain. */
const MOST_LINKS = 12;
/** The links of a sentence, in order. */
export function orderLinks(sentence: SentenceReading, reading: Reading): OrderLink[] {
  const links: OrderLink[] = [];
  const { start } = reading.notes.blocks[sentence.block]!;
  const amounts = datesOf(reading, sentence.block).filter(
    ({ date, start: at }) => at >= sentence.start && at < sentence.end && (date.relative || date.duration),
  );
  if (amounts.length > MOST_LINKS) return [];
  const taken = new Set<number>();
  for (const amount of amounts) {
    const from = tokenAt(sentence, amount.start - start);
    const to = tokenAt(sentence, amount.end - start);
    for (let i = from; i <= to; i++) taken.add(i);
    const link = amountLink(amount, from, to, sentence, reading);
    if (link) links.push(link);
  }
  for (const [index, { clause, unasserted }] of sentence.clauses.entries()) {
    if (unasserted) continue;
    for (const range of clause.ranges)
      for (let i = range.from; i < range.to; i++) {
        if (taken.has(i)) continue;
        const link = wordLink(i, index, sentence, reading);
        if (link) links.push(link);
        if (links.length > MOST_LINKS) return [];
      }
  }
  return links;
}

const AFTER = /(?:^|\s)(?:after|following)$/i;
const BEFORE = /(?:^|\s)(?:before|prior|prior to)$/i;
const COMPARED = /(?:^|\s)(?:later|earlier)$/i;
const STORY =
  /(?:^|\s)(?:later|afterwards?|thereafter|on|earlier|previously|beforehand|after|before|after that|before that|after this|before this)$/i;
const BACK = /(?:^|\s)(?:earlier|previously|beforehand|before|before that|before this)$/i;

function amountLink(amount: DatedMention, from: number, to: number, sentence: SentenceReading, reading: Reading): OrderLink | null {
  const { tokens } = sentence;
  const text = reading.notes.text.slice(amount.start, amount.end);
  const clause = clauseAt(sentence, from);
  if (clause < 0 || sentence.clauses[clause]!.unasserted) return null;
  // "seven years to the day after the battle": the day is no length of its own.
  if (lengthToTheDay(tokens, from - 1) > 0 || lengthToTheDay(tokens, from - 2) > 0) return null;
  const life = lifeLink(amount, clause, from, to, sentence, reading);
  if (life) return life;
  const gap = gapLink(amount, from, to, clause, sentence, reading);
  if (gap) return gap;
  const limit = limitLink(amount, from, to, clause, sentence, reading);
  if (limit) return limit;
  const end = to + lengthToTheDay(tokens, to);
  let anchorFrom = end;
  let direction: 'after' | 'before' | null = AFTER.test(text) ? 'after' : BEFORE.test(text) ? 'before' : null;
  if (!direction && /^(?:after|before)$/.test(tokens[end]?.lower ?? '')) {
    direction = tokens[end]!.lower as 'after' | 'before';
    anchorFrom = end + 1;
  }
  if (tokens[anchorFrom]?.lower === 'to' && /prior$/i.test(text)) anchorFrom++;
  // "two years later than the rising"
  if (tokens[to]?.lower === 'than' && COMPARED.test(text)) {
    direction = BACK.test(text) ? 'before' : 'after';
    anchorFrom = to + 1;
  }
  if (direction && !isBreak(sentence, anchorFrom)) {
    const region = anchorRegion(sentence, anchorFrom, reading);
    if (!region) return null;
    const told = mainTelling(sentence, clause, from, region.to, reading);
    const main =
      told && told.main.near.length > 0
        ? told
        : (besideDate(sentence, clause, from, region.to, reading) ?? besideNoun(sentence, clause, from, region.to, reading) ?? told);
    if (!main) return null;
    return { direction, amount, word: wordAt(sentence, anchorFrom - 1, reading), ...main, anchor: region.telling };
  }
  if (!STORY.test(text) || !amount.date.relative) return null;
  const followed = tokens[to]?.lower === 'by' ? joinedLink(from - 1, to + 1, clause, sentence, reading) : null;
  if (followed) return { ...followed, amount };
  direction = BACK.test(text) ? 'before' : 'after';
  const link = storyLink(amount, direction, clause, from, to, sentence, reading);
  // What has a date of its own by now is judged as a date, and by what it is counted from only where that is told with its right date.
  if (!link || !isPlainDate(amount)) return link;
  return isCountedFromStory(amount, link, reading) ? withAnyHappening(link, sentence, reading) : null;
}

/** Whether "to the day", "almost to the day" behind a length of time begins here: how many tokens it has, 0 for none. */
function lengthToTheDay(tokens: SentenceReading['tokens'], at: number): number {
  const to = /^(?:almost|nearly|exactly)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at;
  const isIt =
    tokens[to]?.lower === 'to' &&
    tokens[to + 1]?.lower === 'the' &&
    /^(?:hour|day|week|month)$/.test(tokens[to + 2]?.lower ?? '') &&
    /^(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies))$/.test(tokens[at - 1]?.lower ?? '');
  return isIt ? to + 3 - at : 0;
}

const BETWEEN = /^(?:[,(–—]|in|on|only|just|barely|exactly|so|thus|some|about|that|is)$/;

/** "In May 1640, a year before the rising,": of a date right beside it the distance must be true, whatever the sentence goes on to tell. */
function besideDate(sentence: SentenceReading, clause: number, from: number, to: number, reading: Reading): MainTelling | null {
  const { tokens, dates, block } = sentence;
  const { start } = reading.notes.blocks[block]!;
  const isBetween = (first: number, last: number) =>
    last - first <= 3 && last > first && tokens.slice(first, last).every(({ lower }) => BETWEEN.test(lower));
  const beside = dates.filter(({ mention, token, relation, rangeEnd, unasserted }) => {
    const { provenance, relative, value } = mention.date;
    if (provenance !== 'explicit' || relative || !value || rangeEnd || relation !== 'at' || unasserted) return false;
    return isBetween(tokenAt(sentence, mention.end - start), from) || isBetween(to, token);
  });
  const [date] = beside;
  if (beside.length !== 1 || !date) return null;
  const point: DatedFact = { fact: null, key: date.mention.date.value!.edtf, spans: date.spans, mention: date.mention };
  return { main: { near: [point], possible: [] }, clause };
}

/** "The treaty, a year after the rising, was …": the noun phrase that the distance stands beside. */
function besideNoun(sentence: SentenceReading, clause: number, from: number, to: number, reading: Reading): MainTelling | null {
  const { clauses } = sentence;
  const { opening, host } = clauses[clause]!.clause;
  const index = opening === 'aside' && clauses[host] ? host : clause;
  const noun = isBreak(sentence, to) && !clauses[index]!.unasserted ? apposedTelling(sentence, index, from, reading) : null;
  return noun && { main: noun.telling, clause: index };
}

/** With what else of its kind the main clause may tell: a date that is worked out by now must fit none of it. */
function withAnyHappening(link: OrderLink, sentence: SentenceReading, reading: Reading): OrderLink {
  const { facts, termKindOf } = reading.knowledge;
  const alike = matches(sentence.clauses[link.clause]!.frame, facts, termKindOf).filter(
    ({ fact, named, concept }) => fact.date && (named || concept >= 0.5),
  );
  return { ...link, main: { ...link.main, possible: [...link.main.possible, ...alike.map(({ fact }) => datedFact(fact))] } };
}

/** "In July they quarrelled. Half a year later": the date that it hangs on is the right one of the event told before; one of another block counts for nothing. */
function isCountedFromStory({ date, block }: DatedMention, { anchor }: OrderLink, reading: Reading): boolean {
  if (date.provenance === 'document' || date.provenance === 'heading') return true;
  const value = datesOf(reading, block)[date.relative?.anchor ?? -1]?.date.value;
  return (
    value !== null &&
    value !== undefined &&
    value.precision !== 'year' &&
    anchor.near.some(({ fact }) => fact?.date && dateAgrees(fact.date, value.spans))
  );
}

/** Whether a date that it hangs on tells when it is; a week counted from a year tells nothing. */
function isPlainDate({ date: { value, relative } }: DatedMention): boolean {
  const unit = relative?.distance.unit;
  const most = unit === 'day' || unit === 'week' ? 60 : unit === 'month' ? 250 : Number.POSITIVE_INFINITY;
  return value?.spans.some(({ first, last }) => last - first <= most) ?? false;
}

/** "three days later he was dead"; "the dismissal of Necker, a week earlier": counted from what the story stands at. */
function storyLink(
  amount: DatedMention,
  direction: 'after' | 'before',
  clause: number,
  from: number,
  to: number,
  sentence: SentenceReading,
  reading: Reading,
): OrderLink | null {
  const word = wordAt(sentence, to - 1, reading);
  const apposed = direction === 'before' && isBreak(sentence, to) ? apposedTelling(sentence, clause, from, reading) : null;
  if (apposed && apposed.telling.near.length > 0) {
    const story = storyTelling(sentence, clause, reading);
    return { direction, amount, word, main: apposed.telling, anchor: story, clause };
  }
  const added = addedTelling(sentence, clause, from, to, reading);
  if (added) return { direction, amount, word, ...added, clause };
  const main = mainTelling(sentence, clause, from, to, reading);
  if (!main) return null;
  const anchor = storyTelling(sentence, Math.min(clause, main.clause), reading);
  const death = main.main.near.length === 0 ? deathByPronoun(sentence, main.clause, anchor, reading) : NOTHING;
  return { direction, amount, word, ...main, ...(death.near.length > 0 ? { main: death } : {}), anchor };
}

/** "The congress met, and seven months later they fell out": where one clause has both, what stands before is what it is counted from. */
function addedTelling(
  sentence: SentenceReading,
  clause: number,
  from: number,
  to: number,
  reading: Reading,
): Pick<OrderLink, 'main' | 'anchor'> | null {
  const { frame } = sentence.clauses[clause]!;
  if (!/^(?:and|then|[.;])$/.test(sentence.tokens[from - 1]?.lower ?? '') || !frame.events.some(({ entity }) => entity.to < from))
    return null;
  const tell = (keep: (token: number) => boolean) => tellingOf(partOf(sentence, frame, keep, false), sentence, reading);
  return { main: tell((token) => token >= to), anchor: tell((token) => token < from) };
}

/** "A stroke robbed him of his voice. Four months later he was dead": the death of the one whom the event before befell, where the text calls him by no name. */
function deathByPronoun(sentence: SentenceReading, clause: number, anchor: Telling, reading: Reading): Telling {
  const { clause: shape, frame } = sentence.clauses[clause]!;
  const subject = sentence.tokens[shape.verb - 1]?.lower ?? '';
  const dies = frame.concepts.some(({ concept, part }) => concept === 'die' && part !== 'noun');
  if (!dies || !/^(?:he|she)$/.test(subject) || frame.people.length > 0) return NOTHING;
  const people = new Set(anchor.near.flatMap(({ fact }) => [...(fact?.wordings[0]?.people ?? [])]));
  const [id] = people;
  const person = people.size === 1 ? reading.knowledge.fact(id!) : undefined;
  if (person?.kind !== 'person' || isMale(person) !== (subject === 'he')) return NOTHING;
  const deaths = reading.knowledge.facts.frames.filter(
    ({ kind, fact, date, wordings }) =>
      date &&
      ((kind === 'death' && fact.id === id) ||
        (kind === 'event' && wordings.some(({ heads, people: all }) => heads.has('die') && all.size === 1 && all.has(id!)))),
  );
  const death = deaths.find(({ kind }) => kind === 'event') ?? deaths[0];
  return death ? { near: [datedFact(death)], possible: [] } : NOTHING;
}

/** "…, a week earlier": what the noun phrase before the comma tells. */
function apposedTelling(
  sentence: SentenceReading,
  clause: number,
  from: number,
  reading: Reading,
): { readonly telling: Telling; readonly from: number } | null {
  const { tokens } = sentence;
  const comma = from - 1;
  if (tokens[comma]?.text !== ',') return null;
  const { frame, clause: shape } = sentence.clauses[clause]!;
  const least = Math.max(shape.ranges[0]!.from, comma - 10);
  // The phrase begins behind the last preposition or verb that is no part of it.
  for (let at = comma - 1; at >= least; at--) {
    const before = tokens[at - 1];
    const opens = /^(?:the|his|her|their|its)$/.test(tokens[at]!.lower) || isNameStart(sentence, at);
    if (!opens || (before && /^(?:of|and|or)$/.test(before.lower))) continue;
    const part = partOf(sentence, frame, (token) => token >= at && token < comma, false);
    const telling = phraseTelling(part, reading);
    if (telling.near.length > 0) return { telling, from: at };
    const pointed = referenceTelling(sentence, at, comma, reading);
    if (pointed.near.length > 0) return { telling: pointed, from: at };
  }
  return null;
}

const JOINING = /^(?:preceded|followed|precedes|follows)$/;

/** Order without a length of time. */
function wordLink(i: number, index: number, sentence: SentenceReading, reading: Reading): OrderLink | null {
  const { tokens } = sentence;
  const word = tokens[i]!.lower;
  if (word === 'after' || word === 'before') {
    const direction = word;
    const region = anchorRegion(sentence, i + 1, reading);
    if (!region) return null;
    const main = mainTelling(sentence, index, i, region.to, reading);
    return main && { direction, amount: null, word: wordAt(sentence, i, reading), ...main, anchor: region.telling };
  }
  if (JOINING.test(word)) return joinedLink(i, tokens[i + 1]?.lower === 'by' ? i + 2 : i + 1, index, sentence, reading);
  if (word === 'already') return alreadyLink(i, index, sentence, reading);
  return adverbLink(i, index, sentence, reading);
}

/** "X preceded Y", "X was followed by Y", "X was followed a year later by Y": the verb stands at `i`, its other event from `from` on. */
function joinedLink(i: number, from: number, index: number, sentence: SentenceReading, reading: Reading): OrderLink | null {
  const { tokens, clauses } = sentence;
  const word = tokens[i]?.lower ?? '';
  if (!JOINING.test(word)) return null;
  const passive = tokens[from - 1]!.lower === 'by';
  if (isBreak(sentence, from) || (!passive && BE.has(tokens[i - 1]?.lower ?? ''))) return null;
  const own = clauses[index]!;
  const end = phraseEnd(sentence, from);
  const object = phraseOf(sentence, own, from, end, reading);
  // "was followed by" opens a clause of its own; its subject stands in the one before.
  const host = own.clause.ranges[0]!.from === i ? clauses[own.clause.host] : own;
  if (!host || host.unasserted) return null;
  const verb = passive && BE.has(tokens[i - 1]?.lower ?? '') ? i - 1 : i;
  const least = Math.max(host.clause.ranges[0]!.from, sentence.from);
  const subject = phraseOf(sentence, host, least, Math.min(verb, host.clause.ranges.at(-1)!.to), reading);
  if (subject.near.length === 0 || object.near.length === 0) return null;
  const says = word.startsWith('preced') !== passive ? 'before' : 'after';
  return { direction: says, amount: null, word: wordAt(sentence, i, reading), main: subject, anchor: object, clause: index };
}

/** "when Lenin died, Trotsky had already been expelled", "by the time …": what had already happened came before. */
function alreadyLink(i: number, index: number, sentence: SentenceReading, reading: Reading): OrderLink | null {
  const { tokens, clauses } = sentence;
  if (tokens[i - 1]?.lower !== 'had' && tokens[i - 2]?.lower !== 'had') return null;
  const main = clauseTelling(clauses[index]!, sentence, reading);
  if (main.near.length === 0) return null;
  for (const [at, other] of clauses.entries()) {
    if (at === index || other.unasserted) continue;
    const { from } = other.clause.ranges[0]!;
    const opens =
      other.clause.opener === 'when' ||
      (tokens[from]?.lower === 'by' && tokens[from + 1]?.lower === 'the' && tokens[from + 2]?.lower === 'time');
    if (!opens) continue;
    const anchor = clauseTelling(other, sentence, reading);
    if (anchor.near.length > 0)
      return { direction: 'before', amount: null, word: wordAt(sentence, i, reading), main, anchor, clause: index, fixed: true };
  }
  return null;
}
