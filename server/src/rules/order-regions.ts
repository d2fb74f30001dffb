/** Which words of a sentence tell what something is counted from: a noun phrase or a clause, and where it ends. */
import { isVerbLike } from '../reading/clauses';
import type { Frame } from '../reading/frames';
import type { ClauseReading, Reading, SentenceReading } from '../reading/model';
import { unsaidNoun } from './order-ellipses';
import type { OrderLink } from './order-link';
import { both, NOTHING, partOf, phraseTelling, referenceTelling, storyTelling, type Telling, tellingOf } from './order-tellings';

/** How far on a phrase or a clause may go, in tokens; keeps the reading linear in a sentence without end. */
const LONGEST = 60;

/** Index of the first token of the sentence that ends behind this place in the block. */
export function tokenAt({ tokens, from, to }: SentenceReading, place: number): number {
  let i = from;
  while (i < to && tokens[i]!.end <= place) i++;
  return i;
}

/** Index of the clause that a token belongs to, -1 for none. */
export const clauseAt = ({ clauses }: SentenceReading, token: number) =>
  clauses.findIndex(({ clause }) => clause.ranges.some((range) => token >= range.from && token < range.to));

export const isNameStart = ({ entities }: SentenceReading, token: number) => entities.some(({ from }) => from === token);

/** A place where what is said stops: the end, a comma, a bracket. */
export function isBreak({ tokens, entities, to }: SentenceReading, at: number): boolean {
  const token = tokens[at];
  if (!token || at >= to) return true;
  return token.kind === 'punctuation' && !/^[’'"“”‘-]$/.test(token.text) && !entities.some((entity) => entity.from < at && at < entity.to);
}

export function hardEnd(sentence: SentenceReading, from: number): number {
  let end = from;
  while (end < from + LONGEST && !isBreak(sentence, end)) end++;
  return end;
}

const LINKS = new Set(['of', 'to', 'by', 'from', 'against', 'on', 'in', 'at', 'for', 'between', 'with', 'and', 'into']);
export const OPENS = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'its', 'this', 'that', 'these', 'those']);
const SUBJECTS = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'who', 'which', 'there']);
/** "two weeks after it came the law": the verb begins the main clause. */
const INVERTED = new Set(['come', 'comes', 'came', 'saw', 'follow', 'follows', 'followed', 'stood']);

/** The noun phrase that begins here ends before a verb, a new phrase without a link, or a break. */
export function phraseEnd(sentence: SentenceReading, from: number): number {
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
export interface Region {
  readonly telling: Telling;
  readonly to: number;
}

/** What stands behind "after": a noun phrase or a clause, with what it tells; a bare name stands for the same happening where `mayBeLikewise`. */
export function anchorRegion(sentence: SentenceReading, from: number, reading: Reading, mayBeLikewise = true): Region | null {
  const { tokens } = sentence;
  const index = clauseAt(sentence, from);
  if (index < 0) return null;
  const { frame } = sentence.clauses[index]!;
  const named = namedEnd(sentence, from);
  const end = named ?? phraseEnd(sentence, from);
  const first = tokens[from]!.lower;
  if (/^(?:this|that)$/.test(first) && beginsAnother(sentence, from + 1))
    return { telling: storyTelling(sentence, index, reading), to: from + 1 };
  if (/^(?:it|this|that|these|those)$/.test(first) && (end === from + 1 || isBreak(sentence, from + 1))) {
    if (!isBreak(sentence, from + 1) && !INVERTED.has(tokens[from + 1]!.lower)) return null;
    return { telling: storyTelling(sentence, index, reading), to: from + 1 };
  }
  const done = gerundTelling(sentence, frame, from, reading);
  if (done) return done;
  const phrase = phraseTelling(
    partOf(sentence, frame, (token) => token >= from && token < end, false),
    reading,
  );
  const pointed = phrase.near.length > 0 ? NOTHING : referenceTelling(sentence, from, headEnd(sentence, from, end), reading);
  const unsaid = phrase.near.length > 0 ? NOTHING : unsaidNoun(sentence, from, reading);
  if (unsaid.near.length > 0) return { telling: unsaid, to: end };
  const noun = both(
    both(phrase, pointed),
    phrase.near.length > 0 || !mayBeLikewise ? NOTHING : likewise(sentence, index, from, end, reading),
  );
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

/** "two years after that Stalin", "after this the law": what stands here is no noun that "that" points with. */
function beginsAnother({ tokens, entities }: SentenceReading, at: number): boolean {
  const { lower } = tokens[at] ?? { lower: '' };
  return (
    OPENS.has(lower) || SUBJECTS.has(lower) || INVERTED.has(lower) || entities.some(({ from, kind }) => from === at && kind === 'person')
  );
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

export function phraseOf(sentence: SentenceReading, clause: ClauseReading, from: number, to: number, reading: Reading): Telling {
  return phraseTelling(
    partOf(sentence, clause.frame, (token) => token >= from && token < to, false),
    reading,
  );
}

export function wordAt({ block, tokens }: SentenceReading, token: number, reading: Reading): OrderLink['word'] {
  const { start } = reading.notes.blocks[block]!;
  const { text } = tokens[token]!;
  return { start: start + tokens[token]!.start, end: start + tokens[token]!.start + text.length, text };
}

/** What a noun phrase tells by itself or by pointing back. */
export function phraseAt(sentence: SentenceReading, from: number, to: number, reading: Reading): Telling {
  const clause = sentence.clauses[clauseAt(sentence, from)];
  if (!clause || clause.unasserted) return NOTHING;
  const told = phraseOf(sentence, clause, from, to, reading);
  return told.near.length > 0 ? told : referenceTelling(sentence, from, to, reading);
}
