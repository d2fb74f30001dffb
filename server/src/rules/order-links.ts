/** Finds the places of a sentence where one event is put before or after another, and which words tell the two. */
import { isVerbLike } from '../reading/clauses';
import { isMale } from '../reading/facts';
import type { Frame } from '../reading/frames';
import { BE } from '../reading/lexicon/words';
import { matches } from '../reading/match';
import type { ClauseReading, DatedMention, Reading, SentenceReading } from '../reading/model';
import { datesOf } from '../reading/read';
import { dateAgrees } from './date-agrees';
import type { OrderLink } from './order-link';
import { lifeLink } from './order-lives';
import {
  both,
  clauseTelling,
  type DatedFact,
  datedFact,
  NOTHING,
  partOf,
  phraseTelling,
  referenceTelling,
  storyTelling,
  subjectReference,
  type Telling,
  tellingOf,
} from './order-tellings';

/** A sentence with more of them than this is a list; nothing in it is plain. */
const MOST_LINKS = 12;
/** How far on a phrase or a clause may go, in tokens; keeps the reading linear in a sentence without end. */
const LONGEST = 60;

/** What is put after or before something, and the clause that tells it. */
type MainTelling = Pick<OrderLink, 'main' | 'clause'>;

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

/** Index of the first token of the sentence that ends behind this place in the block. */
function tokenAt({ tokens, from, to }: SentenceReading, place: number): number {
  let i = from;
  while (i < to && tokens[i]!.end <= place) i++;
  return i;
}

/** Index of the clause that a token belongs to, -1 for none. */
const clauseAt = ({ clauses }: SentenceReading, token: number) =>
  clauses.findIndex(({ clause }) => clause.ranges.some((range) => token >= range.from && token < range.to));

const AFTER = /(?:^|\s)(?:after|following)$/i;
const BEFORE = /(?:^|\s)(?:before|prior|prior to)$/i;
const STORY =
  /(?:^|\s)(?:later|afterwards?|thereafter|on|earlier|previously|beforehand|after|before|after that|before that|after this|before this)$/i;
const BACK = /(?:^|\s)(?:earlier|previously|beforehand|before|before that|before this)$/i;

function amountLink(amount: DatedMention, from: number, to: number, sentence: SentenceReading, reading: Reading): OrderLink | null {
  const { tokens } = sentence;
  const text = reading.notes.text.slice(amount.start, amount.end);
  const clause = clauseAt(sentence, from);
  if (clause < 0 || sentence.clauses[clause]!.unasserted) return null;
  const life = lifeLink(amount, clause, from, to, sentence, reading);
  if (life) return life;
  let anchorFrom = to;
  let direction: 'after' | 'before' | null = AFTER.test(text) ? 'after' : BEFORE.test(text) ? 'before' : null;
  if (!direction && /^(?:after|before)$/.test(tokens[to]?.lower ?? '')) {
    direction = tokens[to]!.lower as 'after' | 'before';
    anchorFrom = to + 1;
  }
  if (tokens[anchorFrom]?.lower === 'to' && /prior$/i.test(text)) anchorFrom++;
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
  const between = betweenLink(amount, clause, sentence, reading);
  if (between) return between;
  if (!STORY.test(text) || !amount.date.relative) return null;
  const followed = tokens[to]?.lower === 'by' ? joinedLink(from - 1, to + 1, clause, sentence, reading) : null;
  if (followed) return { ...followed, amount };
  direction = BACK.test(text) ? 'before' : 'after';
  const link = storyLink(amount, direction, clause, from, to, sentence, reading);
  // What has a date of its own by now is judged as a date, and by what it is counted from only where that is told with its right date.
  if (!link || !isPlainDate(amount)) return link;
  return isCountedFromStory(amount, link, reading) ? withAnyHappening(link, sentence, reading) : null;
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

const SEPARATES = /^(?:lie|lies|lay|lain|pass|passed|passes|elapsed?|elapses|is|are|was|were|been|stood)$/;

/** "Only seven months lay between the rising and the treaty." */
function betweenLink(amount: DatedMention, clause: number, sentence: SentenceReading, reading: Reading): OrderLink | null {
  if (!amount.date.duration) return null;
  const { tokens, clauses } = sentence;
  const own = clauses[clause]!;
  const at = own.clause.ranges
    .flatMap(({ from, to }) => tokens.slice(from, to).map((_, index) => from + index))
    .find((place) => tokens[place]!.lower === 'between' && SEPARATES.test(tokens[place - 1]?.lower ?? ''));
  if (at === undefined) return null;
  const end = hardEnd(sentence, at + 1);
  for (let and = at + 2; and < end; and++) {
    if (tokens[and]!.lower !== 'and') continue;
    const anchor = phraseOf(sentence, own, at + 1, and, reading);
    const main = phraseOf(sentence, own, and + 1, phraseEnd(sentence, and + 1), reading);
    if (anchor.near.length > 0 && main.near.length > 0) return { direction: 'after', amount, word: null, main, anchor, clause };
  }
  return null;
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

const isNameStart = ({ entities }: SentenceReading, token: number) => entities.some(({ from }) => from === token);

/** A place where what is said stops: the end, a comma, a bracket. */
function isBreak({ tokens, entities, to }: SentenceReading, at: number): boolean {
  const token = tokens[at];
  if (!token || at >= to) return true;
  return token.kind === 'punctuation' && !/^[’'"“”‘-]$/.test(token.text) && !entities.some((entity) => entity.from < at && at < entity.to);
}

function hardEnd(sentence: SentenceReading, from: number): number {
  let end = from;
  while (end < from + LONGEST && !isBreak(sentence, end)) end++;
  return end;
}

const LINKS = new Set(['of', 'to', 'by', 'from', 'against', 'on', 'in', 'at', 'for', 'between', 'with', 'and', 'into']);
const OPENS = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'its', 'this', 'that', 'these', 'those']);
const SUBJECTS = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'who', 'which', 'there']);
/** "two weeks after it came the law": the verb begins the main clause. */
const INVERTED = new Set(['come', 'comes', 'came', 'saw', 'follow', 'follows', 'followed', 'stood']);

/** The noun phrase that begins here ends before a verb, a new phrase without a link, or a break. */
function phraseEnd(sentence: SentenceReading, from: number): number {
  const { tokens, entities } = sentence;
  const inName = (at: number) => entities.some((entity) => entity.from < at && at < entity.to);
  const end = Math.min(hardEnd(sentence, from), from + 12);
  for (let i = from + 1; i < end; i++) {
    if (inName(i)) continue;
    const token = tokens[i]!;
    const before = tokens[i - 1]!;
    const linked = LINKS.has(before.lower) || OPENS.has(before.lower);
    if (isVerbLike(token) || SUBJECTS.has(token.lower) || token.lower === 'but') return i;
    if (OPENS.has(token.lower) && !linked) return i;
    // "after Lenin's death Stalin": a name behind a finished noun begins what is said.
    if (isNameStart(sentence, i) && !linked && !before.possessive && !before.capitalised) return i;
    if (LINKS.has(token.lower) && token.lower !== 'of') {
      const next = tokens[i + 1];
      if (!next || !(isNameStart(sentence, i + 1) || OPENS.has(next.lower))) return i;
    }
  }
  return end;
}

interface Region {
  readonly telling: Telling;
  readonly to: number;
}

/** What stands behind "after": a noun phrase or a clause, with what it tells. */
function anchorRegion(sentence: SentenceReading, from: number, reading: Reading): Region | null {
  const { tokens } = sentence;
  const index = clauseAt(sentence, from);
  if (index < 0) return null;
  const { frame } = sentence.clauses[index]!;
  const named = namedEnd(sentence, from);
  const end = named ?? phraseEnd(sentence, from);
  const first = tokens[from]!.lower;
  if (/^(?:it|this|that|these|those)$/.test(first) && (end === from + 1 || isBreak(sentence, from + 1))) {
    const next = tokens[from + 1];
    const inverted = next !== undefined && INVERTED.has(next.lower);
    if (!inverted && !isBreak(sentence, from + 1)) return null;
    return { telling: storyTelling(sentence, index, reading), to: from + 1 };
  }
  const done = gerundTelling(sentence, frame, from, reading);
  if (done) return done;
  const phrase = phraseTelling(
    partOf(sentence, frame, (token) => token >= from && token < end, false),
    reading,
  );
  const pointed = phrase.near.length > 0 ? NOTHING : referenceTelling(sentence, from, headEnd(sentence, from, end), reading);
  const noun = both(both(phrase, pointed), phrase.near.length > 0 ? NOTHING : likewise(sentence, index, from, end, reading));
  const next = tokens[end];
  const verbNext = next !== undefined && !isBreak(sentence, end) && isVerbLike(next) && !INVERTED.has(next.lower);
  if (!verbNext) {
    // "after he signed on": a subject without a noun, its verb behind it.
    return noun.near.length > 0 ? { telling: noun, to: end } : null;
  }
  const to = hardEnd(sentence, from);
  const clause = clauseAnchor(sentence, index, from, to, reading);
  if (clause.near.length > 0) return { telling: clause, to };
  // "the rising had been crushed": the subject is the event, and the verb says that it took place or ended.
  if (noun.near.length > 0 && isSpent(sentence, end, to)) return { telling: noun, to };
  return null;
}

/** "five years after founding the league": what the subject of the clause did before. */
function gerundTelling(sentence: SentenceReading, frame: Frame, from: number, reading: Reading): Region | null {
  const { tokens } = sentence;
  if (!/ing$/.test(tokens[from]!.lower) || !frame.concepts.some((hit) => hit.from === from && hit.part === 'verb')) return null;
  const to = hardEnd(sentence, from);
  const part = partOf(sentence, frame, (token) => token >= from && token < to, false);
  const subjects = frame.people.filter(({ role, at }) => role === 'subject' && (at < from || at >= to));
  const telling = tellingOf({ ...part, people: [...part.people, ...subjects], passive: false }, sentence, reading);
  return telling.near.length > 0 ? { telling, to } : null;
}

/** "after the storming of the Bastille feudalism was abolished": a name is a phrase by itself, unless a verb or a link follows. */
function namedEnd(sentence: SentenceReading, from: number): number | null {
  const at = OPENS.has(sentence.tokens[from]!.lower) ? from + 1 : from;
  const name = sentence.entities.find((entity) => entity.kind === 'event' && entity.from === at);
  const next = name && sentence.tokens[name.to];
  if (!next || name.possessive || isBreak(sentence, name.to) || isVerbLike(next) || LINKS.has(next.lower)) return null;
  return name.to;
}

/** "was murdered a year after Erzberger": somebody else to whom the same happened. */
function likewise(sentence: SentenceReading, index: number, from: number, end: number, reading: Reading): Telling {
  const { frame } = sentence.clauses[index]!;
  const isOther = (token: number) => token >= from && token < end;
  const others = frame.people.filter(({ at, entity, role }) => entity && isOther(at) && role === 'oblique');
  const plain = sentence.tokens
    .slice(from, end)
    .every(
      ({ lower }, offset) =>
        /^(?:and|the|,|’|')$/.test(lower) || sentence.entities.some((e) => e.from <= from + offset && from + offset < e.to),
    );
  const next = sentence.tokens[end];
  if (others.length === 0 || !plain || (next && !isBreak(sentence, end) && isVerbLike(next))) return NOTHING;
  const rest = partOf(sentence, frame, (token) => !isOther(token), false);
  // Each for himself: of two whom it befell at different times neither is plain.
  const people = others.map((other) => ({ ...other, role: frame.passive ? ('object' as const) : ('subject' as const), preposition: '' }));
  return tellingOf({ ...rest, people }, sentence, reading);
}

/** A clause behind "after", told as plainly as a main clause must be. */
function clauseAnchor(sentence: SentenceReading, index: number, from: number, to: number, reading: Reading): Telling {
  const { frame, clause } = sentence.clauses[index]!;
  // A clause that begins here has taken over its subject, if it has none: "after being expelled".
  const own = !clause.ranges.some((range) => {
    for (let i = range.from; i < Math.min(range.to, from); i++) if (isVerbLike(sentence.tokens[i]!)) return true;
    return false;
  });
  const part = partOf(sentence, frame, (token) => token >= from && token < to, own);
  // "before he got it from the committee", "than he did": the same happened, or was done.
  const isTheSame = part.concepts.length === 0 && sentence.tokens.slice(from, to).some(({ lower }) => /^(?:it|did|same)$/.test(lower));
  return tellingOf(isTheSame ? { ...part, concepts: frame.concepts.filter((hit) => hit.to <= from) } : part, sentence, reading);
}

/** "the rising in Berlin": the noun that points back ends before what is linked to it. */
function headEnd({ tokens }: SentenceReading, from: number, end: number): number {
  for (let i = from + 1; i < end; i++) if (LINKS.has(tokens[i]!.lower)) return i;
  return end;
}

const SPENT =
  /^(?:begun|began|started|ended|over|crushed|suppressed|failed|collapsed|happened|occurred|defeated|broken|finished|concluded|held|passed|signed|adopted|issued|published|founded|opened|came|come|place|out|down|met)$/;

function isSpent({ tokens }: SentenceReading, from: number, to: number): boolean {
  return tokens.slice(from, Math.min(to, from + 5)).some((token) => SPENT.test(token.lower));
}

/** What is put after or before: the rest of the clause if it tells something, else the clause that goes with it. */
function mainTelling(sentence: SentenceReading, clause: number, from: number, to: number, reading: Reading): MainTelling | null {
  const own = sentence.clauses[clause]!;
  const keep = (token: number) => token < from || token >= to;
  const hasVerb = own.clause.ranges.some((range) => {
    for (let i = range.from; i < range.to; i++) if (keep(i) && isVerbLike(sentence.tokens[i]!)) return true;
    return false;
  });
  const part = partOf(sentence, own.frame, keep, true);
  if (hasVerb || sentence.timeline) {
    const told = tellingOf(part, sentence, reading);
    const main = told.near.length > 0 ? told : subjectReference(sentence, startOf(sentence, clause), from, reading);
    if (hasVerb || main.near.length > 0) return { main, clause };
  }
  for (const index of neighbours(sentence, clause)) {
    const other = sentence.clauses[index]!;
    if (other.unasserted) return null;
    const main = clauseTelling(other, sentence, reading);
    if (main.near.length > 0) return { main, clause: index };
    // The clause that goes with it tells of something else.
    return null;
  }
  const told = tellingOf(part, sentence, reading);
  const main = told.near.length > 0 ? told : subjectReference(sentence, startOf(sentence, clause), from, reading);
  return main.near.length > 0 ? { main, clause } : null;
}

/** Where the clause itself begins, behind the word that opens it. */
function startOf({ clauses, tokens }: SentenceReading, clause: number): number {
  const { ranges, opener } = clauses[clause]!.clause;
  const { from } = ranges[0]!;
  return opener !== '' && tokens[from]!.lower === opener ? from + 1 : from;
}

/** The clauses that one without a main verb of its own may go with: one that opens the sentence, with the next; another, with its host. */
function neighbours({ clauses }: SentenceReading, clause: number): number[] {
  const isMain = (index: number) => {
    const other = clauses[index];
    return other !== undefined && (other.clause.opening === 'main' || other.clause.opening === 'coordinate');
  };
  const next = clauses.findIndex((_, index) => index > clause && isMain(index));
  const { host, opener } = clauses[clause]!.clause;
  const opens = clause === 0 || /^[;:—–-]$/.test(opener) || /^(?:and|but|so|then|yet)$/.test(opener);
  return [opens && next >= 0 ? next : host].filter((index) => index >= 0);
}

function wordAt({ block, tokens }: SentenceReading, token: number, reading: Reading): OrderLink['word'] {
  const { start } = reading.notes.blocks[block]!;
  const { text } = tokens[token]!;
  return { start: start + tokens[token]!.start, end: start + tokens[token]!.start + text.length, text };
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
  return null;
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

function phraseOf(sentence: SentenceReading, clause: ClauseReading, from: number, to: number, reading: Reading): Telling {
  return phraseTelling(
    partOf(sentence, clause.frame, (token) => token >= from && token < to, false),
    reading,
  );
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
