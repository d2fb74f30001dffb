/** One block of notes, read: its entities, dates, sentences, clauses and what they claim. */
import { stemmer } from 'stemmer';
import type { Person } from '../chapter/model';
import { givenNameClasses } from '../chapter/names/given-names';
import { isCommonWord } from '../chapter/names/words';
import type { Block } from '../notes/model';
import { LONGEST_SENTENCE, sentences } from '../notes/sentences';
import { type DateMention, type DateValue, type DayMonthOrder, readDates, type Span } from '../time/index';
import { type Above, asksWhen, dateSetBy, type Focus, joined, type Lent, lentBy, topicThings } from './above';
import { backReferences } from './back-references';
import { type Clause, isVerbLike, splitClauses } from './clauses';
import { mainBehindCount } from './counted-anchor';
import { TITLES } from './entities';
import type { Entity } from './entity';
import { isMale } from './facts';
import { type Frame, type Participant, type PronounReader, readFrame } from './frames';
import {
  BE,
  COORDINATORS,
  DETERMINERS,
  DONE_WITH_THINGS,
  FEMALE_PRONOUNS,
  MALE_PRONOUNS,
  PLURAL_PRONOUNS,
  PREPOSITIONS,
  RELATED_PEOPLE,
  WORKS,
} from './lexicon/words';
import { clauseModality, quotedTokens, reportsSomething, sentenceModality, supposedFrom } from './modality';
import type {
  BlockContent,
  ClauseReading,
  DateClaim,
  DatedMention,
  DateRelation,
  FactMention,
  Knowledge,
  SentenceReading,
  Unasserted,
} from './model';
import { withUnsaid } from './telegraph';
import { firstFrom, type Token, tokenise } from './tokens';
import { isTopicQuestion } from './topic-questions';
import { endsWaiting } from './until';
import type { WordUse } from './word-use';

/** What a block takes over from the headings, list items and timeline lines above it. */
export interface BlockContext {
  /** Whom the heading or the line above is about. */
  readonly topics: readonly string[];
  /** The date that gives the missing year. */
  readonly anchor: DateValue | null;
  /** How near the anchor stands. */
  readonly anchorProvenance: 'heading' | 'document';
  readonly dayMonthOrder?: DayMonthOrder;
  /** Words of the headings above, lower case and singular: "10th" under "Congresses" is the 10th Congress. */
  readonly headingNouns: readonly string[];
  /** What the paragraph before left in mind. */
  readonly focus: Focus | null;
  /** What the lines above lend. */
  readonly above: Above;
  /** How the whole text uses its words. */
  readonly use: WordUse;
  /** Whether the time for the notes is over. */
  readonly isOver?: () => boolean;
}

/** A block's content, and what it lends to those below. */
export interface ReadBlock extends BlockContent {
  readonly lent: Lent;
  /** The sentence before which the time was over. */
  readonly brokenOffAt?: number;
}

export function readBlock(block: Block, index: number, knowledge: Knowledge, context: BlockContext): ReadBlock {
  const tokens = tokenise(block.prose);
  const entities = knowledge.entities(block, tokens, context.headingNouns, context.use);
  const { head, dates } = blockDates(block, index, knowledge, context);
  const inDate = coverage(tokens, block, dates);
  const entityAt = coverage(
    tokens,
    block,
    entities.map((entity) => ({ start: block.start + tokens[entity.from]!.start, end: block.start + tokens[entity.to - 1]!.end })),
  );
  const focus: Focus = {
    ...(context.focus ?? { subject: [], male: [], female: [], plural: [], named: [], thing: null, group: null, body: null }),
  };
  const read: SentenceReading[] = [];
  // A table's row is one sentence, its cells its clauses.
  const isRow = block.cells && block.prose.length <= LONGEST_SENTENCE;
  const ranges = isRow ? [{ start: 0, end: block.prose.length }] : sentences(block.prose);
  let label: LineLabel | null = entryOf(block, tokens, entities);
  // "July 1640: the league. It lost its seat.": the date at a line's head holds for all that the line goes on to tell.
  const headed = head === null ? null : (dates.find(({ date }) => date.value === head && date.rangePartner === undefined) ?? null);
  const breaks = new Set(block.cells?.map((cell) => firstFrom(tokens, cell.start - block.start)) ?? []);
  let brokenOffAt: number | undefined;
  for (const range of ranges) {
    if (context.isOver?.()) {
      brokenOffAt = block.start + range.start;
      break;
    }
    const from = firstFrom(tokens, range.start);
    if (from < 0) continue;
    let to = from;
    while (to < tokens.length && tokens[to]!.start < range.end) to++;
    if (to <= from) continue;
    const before = read.at(-1);
    const own = before ? { ...context, above: aboveWithin(before, block, label, headed) } : context;
    const parts = { block, index, tokens, entities, dates, inDate, entityAt, knowledge, context: own, focus, breaks };
    const sentence = readSentence(
      label && label.people.length > 0 ? { ...parts, context: { ...own, topics: label.people } } : parts,
      from,
      to,
    );
    label ??= before ? null : labelOfLine(sentence);
    read.push(sentence);
  }
  const facts = entities
    .filter((entity) => entity.facts.length > 0)
    .map(
      (entity): FactMention => ({
        kind: 'fact',
        start: block.start + tokens[entity.from]!.start,
        end: block.start + wordEnd(tokens[entity.to - 1]!),
        fact: entity.facts[0]!,
        how: entity.how,
        ...(entity.slip ? { slip: { ...entity.slip, start: block.start + entity.slip.start, end: block.start + entity.slip.end } } : {}),
        block: index,
      }),
    );
  const lent = lentBy(block, { sentences: read, dates, entities }, { head, focus });
  return {
    block,
    index,
    kind: block.kind,
    level: block.level,
    sentences: read,
    mentions: [...facts, ...dates].sort((a, b) => a.start - b.start || b.end - a.end),
    dates,
    settings: dates.filter(
      (date) => date === lent.dateAsked || date === lent.dateAlone || read.some(({ setting }) => setting?.mention === date),
    ),
    lent,
    ...(brokenOffAt === undefined ? {} : { brokenOffAt }),
  };
}

/** Whom or what the rest of a line is about: "**Stalin** – …", "United Opposition: …". */
interface LineLabel {
  readonly people: readonly string[];
  readonly things: readonly Entity[];
}

/** The label that the line opens with: names and nothing else before a colon or a dash. */
function labelOfLine({ clauses }: SentenceReading): LineLabel | null {
  const [first, second] = clauses;
  return first && second && /^[:=–—-]$/.test(second.clause.opener) ? labelOfClause(first) : null;
}

function labelOfClause({ clause, frame }: ClauseReading): LineLabel | null {
  if (clause.verb >= 0) return null;
  if (frame.concepts.length + frame.stems.size + frame.strangers > 0) return null;
  const people = frame.people.flatMap(({ ids, role }) => (role === 'modifier' ? [] : ids.slice(0, 1)));
  if (people.length > 0) return people.length <= MOST_TOPICS ? { people, things: [] } : null;
  const things = [...frame.terms, ...frame.events];
  return things.length === 1 ? { people: [], things: [{ ...things[0]!.entity, from: -1, to: -1 }] } : null;
}

const MOST_TOPICS = 3;

/** "**LENIN, Vladimir** (1870–1924) …", "Krupskaya (1869–1939): …": an entry of a who's who, whose rest is about whom it opens with. */
function entryOf(block: Block, tokens: readonly Token[], entities: readonly Entity[]): LineLabel | null {
  const [name] = entities;
  if (name?.kind !== 'person' || name.possessive || tokens.slice(0, name.from).some(({ kind }) => kind !== 'punctuation')) return null;
  const at = block.start + tokens[name.from]!.start;
  const mark = block.marks.find((each) => each.kind === 'emphasis' && each.strong && each.inner.start <= at && at < each.inner.end);
  let next = name.to;
  if (mark?.kind === 'emphasis')
    while (tokens[next] && block.start + tokens[next]!.start < mark.inner.end && isGivenName(tokens[next]!, next - name.to)) next++;
  if (mark?.kind === 'emphasis' && tokens[next] && block.start + tokens[next]!.start < mark.inner.end) return null;
  const isLife = tokens[next]?.text === '(' && tokens[next + 1]?.kind === 'number';
  if (isLife) {
    const close = tokens.slice(next, next + LONGEST_LIFE).findIndex(({ text }) => text === ')');
    next = close < 0 || mark ? next : next + close + 1;
  }
  const behind = tokens[next];
  const closes = behind === undefined || behind.capitalised || (mark ? /^[(:=–—-]$/ : /^[:=–—-]$/).test(behind.text);
  return (mark || isLife) && closes ? { people: [name.facts[0]!.id], things: [] } : null;
}

/** Further from its bracket than this, in tokens, the bracket holds more than a life. */
const LONGEST_LIFE = 10;

/** What may stand behind the surname in an entry's head: ", Leon", ", Sergo Konstantinovich:". */
const isGivenName = (token: Token, place: number) => token.capitalised || (place <= 3 && /^[,:.]$/.test(token.text));

/** What the sentence before, and the label at the line's head, lend to the next sentence of a block. */
function aboveWithin(before: SentenceReading, block: Block, label: LineLabel | null, headed: DatedMention | null): Above {
  return {
    told: asksWhen(before) ? joined([before]) : null,
    setting: dateSetBy(before, block.start) ?? headed,
    things: label?.things ?? (before.from === 0 ? topicThings(before) : []),
  };
}

/** Where the word ends without its possessive. */
export const wordEnd = (token: Token) => token.start + token.text.length;

function blockDates(
  block: Block,
  index: number,
  knowledge: Knowledge,
  context: BlockContext,
): { head: DateValue | null; dates: DatedMention[] } {
  const chapter = knowledge.chapters[0];
  const base = {
    calendars: chapter?.calendars ?? [],
    ...(chapter?.period ? { period: chapter.period.span } : {}),
    ...(context.dayMonthOrder ? { dayMonthOrder: context.dayMonthOrder } : {}),
  };
  const dated = (mention: DateMention, offset: number, shift: number): DatedMention => ({
    kind: 'date',
    start: offset + mention.start,
    end: offset + mention.end,
    block: index,
    date: {
      ...mention,
      start: offset + mention.start,
      end: offset + mention.end,
      ...(mention.rangePartner === undefined ? {} : { rangePartner: mention.rangePartner + shift }),
      ...(mention.relative?.anchor === undefined ? {} : { relative: { ...mention.relative, anchor: mention.relative.anchor + shift } }),
    },
  });
  const anchored = { ...base, anchor: context.anchor, anchorProvenance: context.anchorProvenance };
  if (!block.timelineHead) return { head: null, dates: readDates(block.prose, anchored).map((mention) => dated(mention, block.start, 0)) };
  const { start, end } = block.timelineHead;
  const headText = block.prose.slice(start - block.start, end - block.start);
  const heads = readDates(headText, { ...anchored, timelineHead: true }).map((mention) => dated(mention, start, 0));
  const head = heads.find(({ date }) => date.value)?.date.value ?? null;
  const body = readDates(block.prose.slice(end - block.start), {
    ...base,
    anchor: head,
    anchorProvenance: 'heading',
    behindYear: head?.precision === 'year',
  });
  return { head, dates: [...heads, ...body.map((mention) => dated(mention, end, heads.length))] };
}

/** For each token, the index of the range that covers it, or -1. */
function coverage(tokens: readonly Token[], block: Block, ranges: readonly { readonly start: number; readonly end: number }[]): Int32Array {
  const covered = new Int32Array(tokens.length).fill(-1);
  let at = 0;
  ranges.forEach((range, index) => {
    while (at < tokens.length && block.start + tokens[at]!.end <= range.start) at++;
    for (let i = at; i < tokens.length && block.start + tokens[i]!.start < range.end; i++) covered[i] = index;
  });
  return covered;
}

interface BlockParts {
  readonly block: Block;
  readonly index: number;
  readonly tokens: readonly Token[];
  readonly entities: readonly Entity[];
  readonly dates: readonly DatedMention[];
  readonly inDate: Int32Array;
  readonly entityAt: Int32Array;
  readonly knowledge: Knowledge;
  readonly context: BlockContext;
  readonly focus: Focus;
  /** Tokens at which a table's cells begin. */
  readonly breaks: ReadonlySet<number>;
}

function readSentence(parts: BlockParts, from: number, to: number): SentenceReading {
  const { block, tokens, entities, dates, inDate, entityAt, knowledge, context, focus } = parts;
  const inside = (index: number) => inDate[index]! >= 0 || entityAt[index]! >= 0;
  const dateToken = (index: number) => inDate[index]! >= 0;
  const here = entities.filter((entity) => entity.from >= from && entity.from < to);
  const isTopic = block.timelineHead !== undefined && isTopicQuestion(tokens, from, to);
  const asked = sentenceModality(tokens, from, to);
  const whole = block.quoted ? ('quotation' as const) : isTopic && asked === 'question' ? null : asked;
  const unreal = whole === 'hypothesis' ? supposedFrom(tokens, from, to) : from;
  const quoted = quotedTokens(tokens, from, to);
  const clauses: ClauseReading[] = [];
  const pronouns = pronounReader(tokens, here, clauses, focus, knowledge, context);
  const references = backReferences(tokens, from, to, here, focus, knowledge);
  const named = references.length > 0 ? [...here, ...references].sort((a, b) => a.from - b.from) : here;
  /** What divides the sentence's first clause from the next. */
  let labelOpener: string | null = null;
  for (const clause of splitClauses(tokens, from, to, inside, dateToken, parts.breaks)) {
    const own = atCellStart(
      withoutNamed(readFrame(tokens, clause.ranges, named, dateToken, clause.verb, pronouns, knowledge), clause, tokens),
      clause,
      tokens,
    );
    const inherited = withInheritedPredicate(withInheritedSubject(own, clause, clauses, tokens, context), clause, clauses, tokens);
    const label = clauses.length > 0 && /^[:=–—-]$/.test(labelOpener ?? clause.opener) ? labelOfClause(clauses[0]!) : null;
    labelOpener ??= clauses.length > 0 ? clause.opener : null;
    const frame = withColumnPerson(label ? withTopicThing(inherited, clause, label.things) : inherited, clause, parts);
    const quotation = clause.ranges.every((range) => quoted[firstWordOf(range, tokens)]) ? ('quotation' as const) : null;
    const unasserted =
      (clause.ranges[0]!.from >= unreal ? whole : null) ??
      quotation ??
      ownModality(isTopic ? null : clauseModality(tokens, clause.ranges), frame, knowledge);
    clauses.push({ clause, frame, unasserted, reports: reportsSomething(tokens, clause.ranges) });
  }
  // What is reported or denied in a main clause is so in the clauses that hang on it.
  const resolved = clauses.map((reading, index) => ({
    ...reading,
    unasserted: reading.unasserted ?? inheritedModality(clauses, index, tokens),
  }));
  const claims: DateClaim[] = [];
  dates.forEach((mention) => {
    const token = firstTokenOf(tokens, block, mention);
    if (token < from || token >= to) return;
    if (mention.date.rangeRole === 'last' && mention.date.rangePartner !== undefined) return;
    const claim = dateClaim(mention, token, parts, resolved, quoted, token >= unreal ? whole : null);
    if (claim) claims.push(claim);
  });
  const told = withUnsaid(resolved, claims, tokens, block, knowledge);
  const frame = readFrame(tokens, [{ from, to }], named, dateToken, resolved[0]?.clause.verb ?? -1, pronouns, knowledge);
  updateFocus(focus, tokens, here, resolved, knowledge, context.use);
  return {
    block: parts.index,
    start: block.start + tokens[from]!.start,
    end: block.start + tokens[to - 1]!.end,
    tokens,
    from,
    to,
    entities: here,
    clauses: told,
    dates: claims,
    frame: withTopics(frame, context),
    timeline: block.timelineHead !== undefined,
    headingNouns: context.headingNouns,
    above: context.above.told,
    setting: claims.length === 0 ? settingClaim(context.above.setting, from, to, resolved) : null,
  };
}

/** Its first token that is no mark: what opens a quotation stands outside it. */
function firstWordOf({ from, to }: { readonly from: number; readonly to: number }, tokens: readonly Token[]): number {
  let at = from;
  while (at < to - 1 && tokens[at]!.kind === 'punctuation') at++;
  return at;
}

/** A longer sentence is prose, which goes back and forth in time. */
const LONGEST_NOTE = 24;

/** The heading's or label's date, said of a line without a date of its own. */
function settingClaim(mention: DatedMention | null, from: number, to: number, clauses: readonly ClauseReading[]): DateClaim | null {
  if (!mention?.date.value || to - from > LONGEST_NOTE || clauses[0]?.unasserted !== null) return null;
  return { mention, relation: 'at', spans: mention.date.value.spans, clause: 0, token: from, unasserted: null };
}

/** "| Expelled from the Party |": a cell begins with a capital as a sentence does. */
function atCellStart(frame: Frame, { opening, ranges }: Clause, tokens: readonly Token[]): Frame {
  const first = tokens[ranges[0]!.from]!;
  const stem = stemmer(first.lower);
  if (opening !== 'cell' || !frame.strangerStems.has(stem) || !isCommonWord(first.lower)) return frame;
  return { ...frame, strangers: frame.strangers - 1, strangerStems: new Set([...frame.strangerStems].filter((other) => other !== stem)) };
}

/** "| Post | Gen Sec from 1922 |" in a column headed "Stalin": a row that is about nobody takes its cell's person from the column's head. */
function withColumnPerson(frame: Frame, clause: Clause, { block, tokens, knowledge }: BlockParts): Frame {
  if (clause.opening !== 'cell' || frame.people.length > 0) return frame;
  const start = block.start + tokens[clause.ranges[0]!.from]!.start;
  const header = block.cells?.find((cell) => cell.start <= start && start < cell.end)?.header;
  const match = header ? knowledge.names.identify(header) : null;
  if (match?.fact.kind !== 'person' || match.how === 'misspelling') return frame;
  return { ...frame, people: [{ ids: [match.fact.id], role: 'topic', preposition: '', pronoun: false, at: -1 }] };
}

/** A page of a document that the chapter itself treats is no book about it. */
function ownModality(modality: Unasserted | null, frame: Frame, knowledge: Knowledge): Unasserted | null {
  const isOwn = frame.terms.some(({ ids }) => knowledge.termKindOf(ids[0] ?? '') === 'document');
  return modality === 'bibliographic' && isOwn ? null : modality;
}

function firstTokenOf(tokens: readonly Token[], block: Block, mention: { readonly start: number }): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (block.start + tokens[middle]!.end <= mention.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "he was born in 1879, Stalin ten years later", "out of the committee (1926), the party (1927)": a name and a date without a verb take the verb before. */
function withInheritedPredicate(frame: Frame, clause: Clause, before: readonly ClauseReading[], tokens: readonly Token[]): Frame {
  const host = before[clause.host];
  if (clause.opening === 'cell' || hasForTo(clause, tokens)) return frame;
  const gapped =
    clause.verb < 0 &&
    clause.opening !== 'aside' &&
    // "Bazhanov: secretary of Stalin": what a label is about is no list of the same.
    !/^[:–—-]$/.test(clause.opener) &&
    frame.concepts.length === 0 &&
    frame.events.length === 0 &&
    (frame.people.some(({ at }) => at >= 0) || (clause.opening === 'coordinate' && frame.terms.length + frame.offices.length > 0));
  if (!gapped || !host || host.frame.concepts.length === 0) return frame;
  const people = frame.people.some(({ at }) => at >= 0) ? frame.people.filter(({ at }) => at >= 0) : frame.people;
  return { ...frame, concepts: host.frame.concepts, passive: host.frame.passive, people };
}

/** "or for Sieyès to catch a cold": an infinitive with a subject of its own has its own verb. */
function hasForTo({ ranges }: Clause, tokens: readonly Token[]): boolean {
  const words = ranges.flatMap(({ from, to }) => tokens.slice(from, to));
  const start = words.slice(0, 3).findIndex(({ lower }) => lower === 'for');
  return start >= 0 && words.slice(start + 2, start + LONGEST_FOR).some(({ lower }) => lower === 'to');
}

/** So many words at the most stand between "for" and its "to". */
const LONGEST_FOR = 7;

/** A clause without a subject of its own takes the one of the clause before; a line without one, the topic's. */
function withInheritedSubject(
  frame: Frame,
  clause: Clause,
  before: readonly ClauseReading[],
  tokens: readonly Token[],
  context: BlockContext,
): Frame {
  const named = before[clause.host];
  const isBare = frame.terms.length === 0 && frame.events.length === 0;
  const isSaidOfThing =
    (clause.opening === 'relative' && /^(?:which|whose)$/.test(clause.opener)) || (named && isReduced(clause, named.frame, tokens));
  // "Calais, which the French took": what "which" takes up is done to by a subject of the clause's own.
  if (named && isBare && isSaidOfThing && clause.opener === 'which' && hasOwnSubject(clause, tokens))
    return { ...frame, ...lastThingBefore(named.frame, clause.ranges[0]!.from) };
  if (named && isBare && isSaidOfThing) {
    return withInheritedSubject(
      { ...frame, ...lastThingBefore(named.frame, clause.ranges[0]!.from) },
      { ...clause, opener: 'who' },
      before,
      tokens,
      context,
    );
  }
  // "Inspectorate: run for years by …": a label says what the rest of the line is about.
  if (
    named &&
    isBare &&
    clause.opener === ':' &&
    named.clause.verb < 0 &&
    named.frame.concepts.length === 0 &&
    named.frame.terms.length + named.frame.events.length === 1
  ) {
    return withInheritedSubject(
      { ...frame, terms: named.frame.terms, events: named.frame.events },
      { ...clause, opener: '' },
      before,
      tokens,
      context,
    );
  }
  const firstVerb = clause.verb;
  const hasSubject = frame.people.some(
    (participant) => participant.role === 'subject' && (firstVerb < 0 || (participant.entity?.from ?? 0) < firstVerb),
  );
  // "and when the Treaty was signed": a thing can be the subject too.
  const thingSubject =
    firstVerb >= 0 &&
    [...frame.terms, ...frame.events].some(
      (thing) => thing.preposition === '' && thing.entity.from < firstVerb && thing.entity.from >= clause.ranges[0]!.from,
    );
  // "he" is a subject, though nobody knows who that is.
  if (
    hasSubject ||
    frame.nobody ||
    (thingSubject && clause.opening !== 'relative') ||
    isAboutRelated(frame, clause, tokens) ||
    isAboutMany(clause, tokens)
  )
    return frame;
  if (named && isLifeOfStranger(frame, clause, named, tokens)) return frame;
  if (clause.opening === 'cell') {
    const row = before[0]?.frame.people.filter((participant) => participant.role !== 'modifier') ?? [];
    return {
      ...frame,
      people: [...frame.people, ...row.map((participant): Participant => ({ ...participant, role: 'topic', at: -1 }))],
    };
  }
  const above = before.at(-1);
  if (clause.opening === 'aside' && above?.clause.opening === 'aside' && above.clause.host === clause.host) {
    // "(Nadya Alliluyeva, Stalin's second wife, d. 1932)": the aside goes on about whom it began with.
    if (above.frame.strangers > 0 || above.frame.people.every(({ role }) => role === 'modifier'))
      return { ...frame, strangers: frame.strangers + above.frame.strangers };
  }
  const host = before[clause.host];
  if (host && clause.opening !== 'main') {
    const antecedent =
      clause.opening === 'relative'
        ? isOfStranger(clause, host, tokens)
          ? []
          : lastPersonBefore(host.frame, clause.ranges[0]!.from)
        : host.frame.people.filter((participant) => participant.role === 'subject' || participant.role === 'topic');
    const isThing = clause.opening === 'relative' && clause.opener === 'which';
    if (antecedent.length > 0 && !isThing)
      return {
        ...frame,
        people: [...frame.people, ...antecedent.map((participant): Participant => inherited(participant))],
      };
  } else if (host) {
    const subjects = host.frame.people.filter((participant) => participant.role === 'subject' || participant.role === 'topic');
    const startsWithVerb = firstVerb >= 0 && firstVerb - clause.ranges[0]!.from <= 1;
    if (subjects.length > 0 && (startsWithVerb || firstVerb < 0))
      return {
        ...frame,
        people: [...frame.people, ...subjects.map((participant): Participant => inherited(participant))],
      };
  }
  return before.length === 0 || firstVerb < 0 ? withTopicThing(withTopics(frame, context), clause, context.above.things) : frame;
}

/** Whether a noun phrase stands between the relative and its verb. */
function hasOwnSubject({ ranges, verb }: Clause, tokens: readonly Token[]): boolean {
  const next = tokens[ranges[0]!.from + 1];
  return next !== undefined && ranges[0]!.from + 1 < verb && (/^(?:the|a|an|his|her|their)$/.test(next.lower) || next.capitalised);
}

/** "Brother hanged 1887", "six children, born 1932–40": what is told befell those, not whom the line is about. */
function isAboutRelated({ concepts }: Frame, { ranges }: Clause, tokens: readonly Token[]): boolean {
  const { from, to } = ranges[0]!;
  const place = tokens.slice(from, Math.min(to, from + 3)).findIndex(({ lower }) => RELATED_PEOPLE.has(lower));
  const noun = from + place;
  return (
    place >= 0 &&
    tokens.slice(from, noun).every(({ lower, kind }) => kind === 'number' || BEFORE_RELATED.test(lower)) &&
    tokens[noun + 1]?.lower !== 'of' &&
    concepts.some(({ part, from: at }) => part !== 'noun' && at > noun)
  );
}

/** "many died in 1866", "and others were shot": whoever they are, not whom the line is about. */
function isAboutMany({ ranges, verb }: Clause, tokens: readonly Token[]): boolean {
  const { from } = ranges[0]!;
  const subject = COORDINATORS.has(tokens[from]!.lower) ? from + 1 : from;
  return verb === subject + 1 && MANY.test(tokens[subject]!.lower);
}

const MANY = /^(?:many|most|some|others|several|few|hundreds|thousands|millions|people|everybody|everyone|nobody|somebody|someone)$/;

const BEFORE_RELATED =
  /^(?:and|whose|a|the|elder|eldest|older|oldest|younger|youngest|first|second|third|only|late|half|twin|two|three|four|five|six|seven|eight|nine|ten|all|both)$/;

/** "Formed July 1926." under "United Opposition": the label's term is what a line goes on about that opens with its verb. */
function withTopicThing(frame: Frame, clause: Clause, things: readonly Entity[]): Frame {
  const [entity] = things;
  const opens = clause.verb < 0 || clause.verb - clause.ranges[0]!.from <= 1;
  const isAbout = frame.people.some(({ role }) => role === 'subject' || role === 'topic' || role === 'possessor');
  if (!entity || !opens || isAbout || frame.concepts.length === 0 || frame.terms.length + frame.events.length > 0) return frame;
  const thing = { ids: entity.facts.map(({ id }) => id), preposition: '', entity };
  return entity.kind === 'event' ? { ...frame, events: [thing] } : { ...frame, terms: [thing] };
}

/** A subject that a clause takes over from its host; what was only a topic stays one. */
const inherited = (participant: Participant): Participant => ({
  ...participant,
  role: participant.role === 'topic' ? 'topic' : 'subject',
  at: -1,
});

/** What "which" takes up: the term or event that stands last before it. */
/** "the 13th Conference, held in January": a participle right behind the thing that it is said of. */
function isReduced({ opener, ranges }: Clause, { terms, events }: Frame, tokens: readonly Token[]): boolean {
  const { from } = ranges[0]!;
  const next = tokens[from + 1]?.lower ?? '';
  return (
    opener === ',' &&
    DONE_WITH_THINGS.has(tokens[from]!.lower) &&
    (PREPOSITIONS.has(next) || /^(?:only|just|early|late|later|again|there|\d+)$/.test(next)) &&
    [...terms, ...events].some(({ entity }) => entity.to === from - 1)
  );
}

function lastThingBefore(frame: Frame, token: number): Pick<Frame, 'terms' | 'events'> {
  const [last] = [...frame.terms, ...frame.events]
    .filter((thing) => thing.entity.to <= token)
    .sort((a, b) => b.entity.from - a.entity.from);
  if (!last) return { terms: [], events: [] };
  const thing = { ...last, preposition: '' };
  return last.entity.kind === 'event' ? { terms: [], events: [thing] } : { terms: [thing], events: [] };
}

/** "father of Mme de Staël (b. 1766)": born was whose name stands right before the bracket. */
function isLifeOfStranger(
  { concepts }: Frame,
  { opening, opener, ranges }: Clause,
  host: ClauseReading,
  tokens: readonly Token[],
): boolean {
  return (
    opening === 'aside' &&
    opener === '(' &&
    concepts.some(({ concept }) => concept === 'born' || concept === 'die') &&
    isStrange(ranges[0]!.from - 2, host.frame, tokens)
  );
}

/** Whether a capitalised word stands there that is nobody's and nothing's of the chapter. */
function isStrange(index: number, { people, terms, events, offices }: Frame, tokens: readonly Token[]): boolean {
  const token = tokens[index];
  return (
    token?.kind === 'word' &&
    token.capitalised &&
    !token.possessive &&
    ![...people, ...terms, ...events, ...offices].some(({ entity }) => entity && entity.from <= index && index < entity.to)
  );
}

/** "Bukharin's widow, Anna Larina, who was": right before the relative stands a name that is nobody's of the chapter. */
function isOfStranger({ ranges, opener }: Clause, { frame, clause }: ClauseReading, tokens: readonly Token[]): boolean {
  if (!/^who(?:m|se)?$/.test(opener)) return false;
  let at = ranges[0]!.from - 1;
  if (tokens[at]?.text === ',') at--;
  if (isOfSomebody(at, tokens, clause.verb)) return true;
  const last = at;
  while (isStrange(at, frame, tokens)) at--;
  const before = tokens[at];
  if (at === last || !before) return false;
  // "the second time Zlata Lilina, who": two names together are somebody's.
  const isFullName = last - at >= 2 && tokens.slice(at + 1, last + 1).every(({ lower }) => !isCommonWord(lower));
  if (isFullName && before.kind === 'word' && !DETERMINERS.has(before.lower) && before.lower !== 'of') return true;
  // "married Louis XII, who", "by Carranza, who": but in "Commissar for War, who" the name says what somebody is.
  return /^[,(]$/.test(before.text) || RELATED_PEOPLE.has(before.lower) || BEFORE_ANOTHER.has(before.lower) || isVerbLike(before);
}

/** "met a lawyer, who": but in "was a lawyer who" and "Aldwin, a lawyer, who" the noun says what somebody is. */
function isOfSomebody(last: number, tokens: readonly Token[], verb: number): boolean {
  let at = last;
  while (at > last - LONGEST_NOUN && at > 0 && tokens[at]!.kind === 'word' && !tokens[at]!.capitalised && !/^an?$/.test(tokens[at]!.lower))
    at--;
  const before = tokens[at - 1];
  if (at === last || !/^an?$/.test(tokens[at]?.lower ?? '') || !before) return false;
  // "had one boss, a lawyer who": in "was their boss, a lawyer who" it is still the subject.
  const apposed = before.text === ',' && at - 2 > verb && verb >= 0 ? tokens[at - 2] : undefined;
  if (apposed?.kind === 'word' && !apposed.capitalised && !BE.has(tokens[verb]!.lower)) return true;
  return (
    BEFORE_ANOTHER.has(before.lower) ||
    belongsToSomebody(at, tokens) ||
    (isVerbLike(before) && !BE.has(before.lower) && !/^(?:became|remained|seemed)$/.test(before.lower))
  );
}

/** "the only child of an officer who": he is the officer, but in "something of a dandy who" it is still the subject; `article` is the token of "an". */
const belongsToSomebody = (article: number, tokens: readonly Token[]): boolean =>
  tokens[article - 1]?.lower === 'of' &&
  !/^(?:kind|sort|type|something|bit|more|one|member|leader|head)$/.test(tokens[article - 2]?.lower ?? 'of');

/** So many words of a noun phrase may stand behind its article. */
const LONGEST_NOUN = 4;

/** Before a name these bring in another than the one spoken of. */
const BEFORE_ANOTHER: ReadonlySet<string> = new Set(['by', 'with', 'from', 'to', 'under', 'against', 'and', 'between', 'than']);

function lastPersonBefore(frame: Frame, token: number): readonly Participant[] {
  const before = frame.people.filter((participant) => participant.entity && participant.entity.from < token);
  return before.slice(-1);
}

function withTopics(frame: Frame, context: BlockContext): Frame {
  if (context.topics.length === 0) return frame;
  const present = new Set(frame.people.flatMap((participant) => participant.ids));
  const topics = context.topics.filter((id) => !present.has(id));
  if (topics.length === 0) return frame;
  return {
    ...frame,
    people: [...frame.people, ...topics.map((id): Participant => ({ ids: [id], role: 'topic', preposition: '', pronoun: false, at: -1 }))],
  };
}

/** What is reported stays reported in "that" clauses; what hangs on a condition is as uncertain as its condition. */
function inheritedModality(clauses: readonly ClauseReading[], index: number, tokens: readonly Token[]): Unasserted | null {
  const { clause } = clauses[index]!;
  const host = clauses[clause.host];
  // "asked whether he took over when the old man died": what the question takes for granted is the asker's.
  if (host?.unasserted === 'hypothesis' && host.clause.opener === 'whether' && clause.opening === 'subordinate') return 'hypothesis';
  if (host && clause.opener === 'that' && (host.unasserted === 'reported' || host.reports)) return 'reported';
  if (host?.unasserted === 'negation' && clause.opener === 'that') return 'negation';
  const next = clauses[index + 1];
  const condition = [host, next].some(
    (other) =>
      other?.unasserted === 'hypothesis' &&
      /^(?:if|unless|supposing)$/.test(other.clause.opener) &&
      // "even if it was addressed to another" concedes and supposes nothing.
      !/^(?:even|as)$/.test(tokens[other.clause.ranges[0]!.from - 1]?.lower ?? '') &&
      (other === host || other.clause.host === index),
  );
  return condition && clause.opening === 'main' ? 'hypothesis' : null;
}

/** "he told Aldwin", "Aldwin killed him", "under Aldwin he rose": whoever is named behind a pronoun of the same clause, does to it what its verb says, or has it beside him, is another than it means. */
function withoutNamed(frame: Frame, { verb }: Clause, tokens: readonly Token[]): Frame {
  // "He lived under the name Koba": whom he is called is himself.
  const isCalled = (from: number) => CALLED.test(tokens[tokens[from - 1]?.lower === 'of' ? from - 2 : from - 1]?.lower ?? '');
  const named = frame.people.filter(({ entity, pronoun, role }) => entity && !pronoun && role !== 'modifier' && !isCalled(entity.from));
  const isAnother = (id: string, { role, at }: Participant) =>
    named.some(
      (other) =>
        other.ids[0] === id &&
        (role === 'subject'
          ? other.at > at || (other.role === 'oblique' && APART.has(other.preposition))
          : at === verb + 1 && other.at < at && (other.role === 'subject' || other.preposition === 'through')),
    );
  let changed = false;
  let { nobody } = frame;
  const people = frame.people.flatMap((participant) => {
    const { pronoun, role, at, ids, entity } = participant;
    if (!pronoun || entity || at < 0 || (role !== 'subject' && role !== 'object')) return [participant];
    const left = ids.filter((id) => !isAnother(id, participant));
    if (left.length === ids.length) return [participant];
    changed = true;
    if (left.length > 0) return [{ ...participant, ids: left }];
    nobody ||= role === 'subject' && !PLURAL_PRONOUNS.has(tokens[at]!.lower);
    return [];
  });
  return changed ? { ...frame, people, nobody } : frame;
}

const CALLED = /^(?:born|names?|surname|alias|pseudonym|nickname|codename)$/;

/** Prepositions whose noun is another than the clause's subject. */
const APART: ReadonlySet<string> = new Set(['under', 'with', 'without', 'against', 'beside', 'alongside', 'behind', 'like', 'unlike']);

/** `told` are the clauses of the sentence as far as they have been read. */
function pronounReader(
  tokens: readonly Token[],
  here: readonly Entity[],
  told: readonly ClauseReading[],
  focus: Focus,
  knowledge: Knowledge,
  context: BlockContext,
): PronounReader {
  const person = (id: string) => knowledge.fact(id) as Person | undefined;
  return {
    thing: (index, sameSentence) =>
      here.findLast((entity) => entity.kind !== 'person' && entity.kind !== 'source' && entity.to <= index) ??
      (sameSentence || told.some((each) => bringsInThing(each, tokens)) ? null : focus.thing),
    lastNamed(count, index) {
      const before = [
        ...new Set(here.filter((entity) => entity.kind === 'person' && entity.to <= index).map((entity) => entity.facts[0]!.id)),
      ];
      if (before.length > 0) return before.length === count ? before : [];
      if (focus.named.length === count) return focus.named;
      // "The three": a group just named that has so many members.
      const group = focus.thing?.facts[0];
      return group?.kind === 'term' && group.termKind === 'group' && group.members.length === count
        ? group.members.map((member) => member.person)
        : [];
    },
    resolve(token, index) {
      const before = here.filter((entity) => entity.kind === 'person' && entity.to <= index).map((entity) => entity.facts[0]!.id);
      // "Louise was a niece of the Queen; she": the pronoun may mean the stranger of whom the sentence has told.
      const hasNamed = ({ frame }: ClauseReading) => frame.people.some(({ role, entity, at }) => role === 'subject' && entity && at >= 0);
      const last = told.findLast((each) => tellsOn(each) && (isAboutStranger(each, tokens, context.use) || hasNamed(each)));
      if (last && !PLURAL_PRONOUNS.has(token.lower) && isAboutStranger(last, tokens, context.use)) return [];
      const kin = MALE_PRONOUNS.has(token.lower) ? 'male' : FEMALE_PRONOUNS.has(token.lower) ? 'female' : null;
      if (kin && told.some((each) => tellsOn(each) && kinOf(each, tokens) === kin)) return [];
      if (PLURAL_PRONOUNS.has(token.lower)) return before.length >= 2 ? before : focus.plural;
      const wanted = MALE_PRONOUNS.has(token.lower)
        ? (id: string) => isMale(person(id)!)
        : FEMALE_PRONOUNS.has(token.lower)
          ? (id: string) => person(id)?.gender === 'female'
          : () => false;
      const fits = (ids: readonly string[]) => ids.filter((id) => person(id) !== undefined && wanted(id));
      const known = MALE_PRONOUNS.has(token.lower) ? focus.male : focus.female;
      // "When her husband heard of it, he": whom a noun named without a name.
      const related = told.flatMap(({ frame }) =>
        frame.people.flatMap((participant) => (isOneByPronoun(participant, tokens) ? participant.ids : [])),
      );
      return [...new Set([...fits(before).reverse(), ...fits(related), ...fits(focus.subject), ...known, ...fits(context.topics)])];
    },
  };
}

function updateFocus(
  focus: Focus,
  tokens: readonly Token[],
  here: readonly Entity[],
  clauses: readonly ClauseReading[],
  knowledge: Knowledge,
  use: WordUse,
): void {
  const main = clauses[0];
  const thing = here.find(
    (entity) =>
      entity.kind !== 'person' &&
      entity.kind !== 'source' &&
      (main === undefined || main.clause.verb < 0 || entity.from < main.clause.verb),
  );
  if (thing) focus.thing = thing;
  // "There is a picture of it. It was painted in 1887"
  else if (main && bringsInThing(main, tokens)) focus.thing = null;
  const lastOf = (kind: 'group' | 'body') => here.findLast(({ facts }) => knowledge.termKindOf(facts[0]?.id ?? '') === kind);
  focus.group = lastOf('group') ?? focus.group;
  focus.body = lastOf('body') ?? focus.body;
  // "Giap besieged the garrison. Then he": whom the story has turned to may be whom the next pronoun means.
  if (clauses.some((each) => (tellsOn(each) && each.frame.nobody) || isAboutStranger(each, tokens, use))) {
    [focus.subject, focus.male, focus.female] = [[], [], []];
    return;
  }
  // "Her mother lived with them. She": not so where the kin only was something, "His father was a cobbler. He".
  const kin = clauses.flatMap((each) =>
    tellsOn(each) && !BE.has(tokens[each.clause.verb]?.lower ?? '') ? (kinOf(each, tokens) ?? []) : [],
  );
  const people = [...new Set(here.filter((entity) => entity.kind === 'person').map((entity) => entity.facts[0]!.id))];
  if (people.length === 0) {
    forgetKin(focus, kin, knowledge);
    return;
  }
  const subjects = clauses.flatMap(({ frame }) =>
    frame.people.filter((participant) => participant.role === 'subject' && !participant.pronoun).map((participant) => participant.ids[0]!),
  );
  // "he and Stalin clashed. A month later he": whom a pronoun alone sufficed to name is the one who is spoken of.
  const spokenOf = clauses.flatMap(({ frame }) =>
    frame.people.flatMap((participant) => (isOneByPronoun(participant, tokens) ? participant.ids : [])),
  );
  const male = people.filter((id) => isMale(knowledge.fact(id) as Person));
  const female = people.filter((id) => !isMale(knowledge.fact(id) as Person));
  focus.subject = [...new Set([...spokenOf.filter((id) => knowledge.fact(id)?.kind === 'person'), ...subjects])];
  const spokenOfMen = spokenOf.filter((id) => isMale(knowledge.fact(id) as Person));
  // "He had been to see Stalin": whom "he" most likely means is one more of whom the next "he" may mean.
  const openMen = clauses.flatMap(({ frame }) =>
    frame.people.flatMap((participant) => (isOpenHe(participant, tokens) ? participant.ids.slice(0, 1) : [])),
  );
  if (male.length > 0) focus.male = [...new Set([...spokenOfMen, ...focus.subject.filter((id) => male.includes(id)), ...male, ...openMen])];
  if (female.length > 0) focus.female = female;
  focus.named = people;
  focus.plural = people.length > 1 ? people : focus.plural;
  forgetKin(focus, kin, knowledge);
}

/** Nobody of the chapter is meant by the next pronoun of that sex. */
function forgetKin(focus: Focus, kin: readonly ('male' | 'female')[], knowledge: Knowledge): void {
  for (const sex of kin) {
    focus[sex] = [];
    focus.subject = focus.subject.filter((id) => isMale(knowledge.fact(id) as Person) !== (sex === 'male'));
  }
}

/** Whether the clause tells what happens next: no aside, no relative clause, nothing that says only when or why. */
const tellsOn = ({ clause: { opening } }: ClauseReading) => opening === 'main' || opening === 'coordinate';

/** Whether the clause's subject is a person whom the chapter does not have: one with a title, or whom the text calls by a first name somewhere. */
function isAboutStranger(reading: ClauseReading, tokens: readonly Token[], use: WordUse): boolean {
  const {
    clause: { verb, ranges },
    frame,
  } = reading;
  if (verb < 0 || frame.strangers === 0) return false;
  // "Einstein, in California when Aldwin came to power, never returned": a name and a comma open what is told of it.
  const first = ranges[0]!.from;
  const opens = tokens[first + 1]?.text === ',' && isStrange(first, frame, tokens) && !isCommonWord(tokens[first]!.lower);
  if (opens && tellsOn(reading)) return true;
  const hasSubject = !tellsOn(reading) || frame.people.some(({ role, at }) => role === 'subject' && at >= 0);
  return ranges.some(({ from, to }) => {
    for (let at = from; at < to; at++) {
      // "When Aldwin fell Giap took over": a name right before a verb of its own is a subject too.
      const isSubject = at < verb ? !hasSubject : at + 1 < to && isVerbLike(tokens[at + 1]!);
      if (!isSubject || !isStrange(at, frame, tokens)) continue;
      let name = at;
      while (name > from && (isStrange(name - 1, frame, tokens) || TITLES.has(tokens[name - 1]!.lower))) name--;
      const { text } = tokens[at]!;
      const isPerson = use.given(text).length > 0 || givenNameClasses(text).length > 0 || TITLES.has(tokens[name]!.lower);
      if (isPerson && !PREPOSITIONS.has(tokens[name - 1]?.lower ?? '')) return true;
    }
    return false;
  });
}

const MALE_KIN = /^(?:father|brother|son|husband|uncle|nephew|grandfather|grandson|stepfather|half-brother|widower)$/;
const FEMALE_KIN = /^(?:mother|sister|daughter|wife|aunt|niece|grandmother|granddaughter|stepmother|half-sister|widow)$/;

/** "Her mother lived with them until she": whether the clause is about somebody's kin, whom the chapter does not have, and of which sex. */
function kinOf({ clause: { verb, ranges }, frame }: ClauseReading, tokens: readonly Token[]): 'male' | 'female' | null {
  const { from } = ranges[0]!;
  if (verb < 0 || PREPOSITIONS.has(tokens[from]!.lower)) return null;
  if (frame.people.some(({ role, at }) => role === 'subject' && at >= from && at < verb)) return null;
  for (let at = from; at < verb; at++) {
    const { lower } = tokens[at]!;
    const sex = MALE_KIN.test(lower) ? 'male' : FEMALE_KIN.test(lower) ? 'female' : null;
    if (sex && isWhose(tokens, at)) return sex;
  }
  return null;
}

/** "her mother", "Lenin's elder brother": whose kin it is stands right before the noun, an adjective between them at the most. */
const isWhose = (tokens: readonly Token[], noun: number): boolean =>
  [noun - 1, noun - 2].some((at) => tokens[at] !== undefined && (tokens[at]!.possessive || /^(?:his|her|their)$/.test(tokens[at]!.lower)));

/** "There is a picture", "A council met", "He called a council": something new that the next "it" may mean. */
function bringsInThing({ clause: { verb, ranges } }: ClauseReading, tokens: readonly Token[]): boolean {
  const { from, to } = ranges[0]!;
  if (verb < 0) return false;
  const isArticle = (at: number) => /^(?:an?|another)$/.test(tokens[at]?.lower ?? '') && at < to;
  // What somebody or something is, is nothing new: "It was a retreat".
  const isOnlyCalled = BE.has(tokens[verb]!.lower) && tokens[from]!.lower !== 'there';
  return isArticle(from) || (isArticle(verb + 1) && !isOnlyCalled);
}

/** Whether "he", "she" or "her husband", not "they", means this person alone. */
const isOneByPronoun = ({ role, pronoun, ids, at }: Participant, tokens: readonly Token[]) =>
  role === 'subject' && pronoun && at >= 0 && ids.length === 1 && !PLURAL_PRONOUNS.has(tokens[at]!.lower);

/** Whether "he", the subject, may mean several. */
const isOpenHe = ({ role, pronoun, ids, at }: Participant, tokens: readonly Token[]) =>
  role === 'subject' && pronoun && ids.length > 1 && at >= 0 && tokens[at]!.lower === 'he';

const RELATIONS: Readonly<Record<string, DateRelation>> = {
  by: 'by',
  before: 'before',
  after: 'after',
  following: 'after',
  since: 'since',
  until: 'until',
  till: 'until',
  from: 'from',
  onwards: 'from',
};

function dateClaim(
  mention: DatedMention,
  token: number,
  parts: BlockParts,
  clauses: readonly ClauseReading[],
  quoted: Uint8Array,
  whole: Unasserted | null,
): DateClaim | null {
  const { date } = mention;
  if (date.kind !== 'date' || !date.value) return null;
  const { tokens, dates, block, entities, entityAt } = parts;
  // "the Civil Rights Act of 1968": the year is part of the name, and says nothing more.
  const named = entities[entityAt[token]!];
  if (named && named.kind !== 'person' && named.to - named.from > 1 && firstTokenOf(tokens, block, { start: mention.end }) <= named.to)
    return null;
  const own = clauses.findIndex((reading) => reading.clause.ranges.some((range) => token >= range.from && token < range.to));
  const clause = mainBehindCount(own, token, firstTokenOf(tokens, block, { start: mention.end }), clauses, tokens) ?? own;
  const partner = date.rangePartner === undefined ? undefined : dates[date.rangePartner];
  const relation = relationOf(tokens, token, partner !== undefined);
  // "died the January after": after what, only the writer knows.
  const end = firstTokenOf(tokens, block, { start: mention.end });
  if (tokens[end]?.lower === 'after' && (tokens[end + 1] === undefined || tokens[end + 1]!.kind === 'punctuation')) return null;
  const spans = claimSpans(date.value.spans, partner?.date.value?.spans, relation);
  const bibliographic =
    isInTitle(mention, block) ||
    isYearOfWork(tokens, token, firstTokenOf(tokens, block, { start: mention.end }), parts) ||
    isBibliographic(tokens, token, firstTokenOf(tokens, block, { start: mention.end }), parts);
  return {
    mention,
    ...(partner ? { rangeEnd: partner } : {}),
    relation,
    spans,
    clause: Math.max(clause, 0),
    token,
    unasserted: bibliographic
      ? 'bibliographic'
      : (whole ?? (quoted[token] || isQuotedAlone(tokens, token, end) ? 'quotation' : (clauses[clause]?.unasserted ?? null))),
  };
}

/** "had it read "in January 1924"": quotation marks round a date and nothing else give it as another's. */
function isQuotedAlone(tokens: readonly Token[], token: number, end: number): boolean {
  const open = PREPOSITIONS.has(tokens[token - 1]?.lower ?? '') ? token - 2 : token - 1;
  const close = tokens[end]?.text === ',' || tokens[end]?.text === '.' ? end + 1 : end;
  return /^["“‘']$/.test(tokens[open]?.text ?? '') && /^["”’']$/.test(tokens[close]?.text ?? '');
}

function relationOf(tokens: readonly Token[], token: number, range: boolean): DateRelation {
  let i = token - 1;
  while (
    i >= 0 &&
    /^(?:the|about|around|roughly|some|of|very|end|start|beginning|early|late|well|just|only|shortly|at|and)$/.test(tokens[i]!.lower) &&
    token - i < 4
  )
    i--;
  const word = tokens[i]?.lower ?? '';
  const relation = RELATIONS[word] ?? 'at';
  if (relation === 'until' && endsWaiting(tokens, i)) return 'at';
  if (range && (relation === 'from' || relation === 'by')) return 'at';
  return !range && relation === 'at' && isEndOfBetween(tokens, token) ? 'until' : relation;
}

/** "between the end of the war and the late 1930s": an event and the date at which what is told ended. */
function isEndOfBetween(tokens: readonly Token[], token: number): boolean {
  let i = token - 1;
  while (i >= 0 && token - i < 4 && /^(?:the|about|around|early|late)$/.test(tokens[i]!.lower)) i--;
  if (tokens[i]?.lower !== 'and') return false;
  for (let at = i - 1; at >= Math.max(0, i - LONGEST_BETWEEN); at--) {
    const { lower, kind } = tokens[at]!;
    if (lower === 'between') return true;
    if (kind === 'punctuation' || lower === 'and' || isVerbLike(tokens[at]!)) return false;
  }
  return false;
}

/** So many words may stand between "between" and its "and". */
const LONGEST_BETWEEN = 10;

function claimSpans(first: readonly Span[], last: readonly Span[] | undefined, relation: DateRelation): Span[] {
  if (last) return first.flatMap((a) => last.map((b) => ({ first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) })));
  return first.map((span) => {
    if (relation === 'by' || relation === 'before' || relation === 'until') return { first: Number.NEGATIVE_INFINITY, last: span.last };
    if (relation === 'after' || relation === 'since') return { first: span.first, last: Number.POSITIVE_INFINITY };
    return span;
  });
}

/** "*Hitler 1889–1936: Hubris*": emphasis that holds more than the date is a title. */
function isInTitle(mention: DatedMention, block: Block): boolean {
  return block.marks.some(
    (mark) =>
      mark.kind === 'emphasis' &&
      !mark.strong &&
      mark.inner.start <= mention.start &&
      mention.end <= mark.inner.end &&
      mark.inner.end - mark.inner.start > mention.end - mention.start + 6,
  );
}

/** "(Service, 2005, p. 210)", "(2005)", "Lynch (1990, pp. 15–16)": the year of a book, not of an event. */
function isBibliographic(tokens: readonly Token[], token: number, after: number, parts: BlockParts): boolean {
  const next = tokens[after];
  const next2 = tokens[after + 1];
  if (next?.text === ',' && /^(?:pp?|p\.|pp\.|ch|chapter|vol)$/.test(next2?.lower ?? '')) return true;
  const open = tokens
    .slice(Math.max(0, token - 12), token)
    .map((t) => t.text)
    .lastIndexOf('(');
  const sources = parts.entities.filter(
    (entity) => entity.kind === 'source' || (entity.kind === 'person' && parts.knowledge.isAuthor(entity.facts[0]!.id)),
  );
  const near = (entity: Entity) => entity.to <= token && token - entity.to <= 6;
  if (open >= 0 && next?.text === ')' && sources.some(near) && mentionIsYear(tokens[token])) return true;
  return false;
}

/** "E. H. Carr (1958)", "our textbook (2016)": a year alone in brackets behind somebody or something that the chapter does not know. */
function isYearOfWork(tokens: readonly Token[], token: number, after: number, parts: BlockParts): boolean {
  if (tokens[token - 1]?.text !== '(' || tokens[after]?.text !== ')' || !mentionIsYear(tokens[token])) return false;
  const before = tokens[token - 2];
  if (!before || parts.entityAt[token - 2]! >= 0) return false;
  return (
    WORKS.has(before.lower) ||
    (before.capitalised && !isCommonWord(before.lower)) ||
    (parts.inDate[token - 2]! < 0 && tokens[token - 3]?.text === '.' && before.capitalised)
  );
}

function mentionIsYear(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^\d{4}$/.test(token.text);
}
