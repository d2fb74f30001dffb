/** Inlay hints: the chapter's date behind an undated event, a person's life dates at the first mention. */
import { type InlayHint, InlayHintKind, type MarkupKind } from 'vscode-languageserver-types';
import type { ChapterEvent, Person } from '../chapter/model';

import { type Language, write } from '../l10n/said';

import type { TextRange } from '../notes/model';
import { type Match, matches } from '../reading/match';
import { quotedTokens } from '../reading/modality';
import type { FactMention, Reading, SentenceReading } from '../reading/model';
import { mentionsOf } from '../reading/read';
import { formatDate, overlaps, spanOf } from '../time/index';
import { describeFact, lifeYears } from './describe';
import { type ReadDocument, rangeOf } from './document';
import { render } from './markup';
import { opensQuotation } from './quotes';
import { type EventTelling, eventsTold } from './told-events';

export interface InlayHintKinds {
  readonly eventDates: boolean;
  readonly lifeDates: boolean;
}

/** Comes back when the client asks for a hint's tooltip. */
export interface HintData {
  readonly uri: string;
  readonly fact: string;
}

export function inlayHints(read: ReadDocument, range: TextRange, kinds: InlayHintKinds): InlayHint[] {
  const { document } = read;
  return hintsIn(read, range, kinds).map(({ at, label, fact }): InlayHint => {
    const data: HintData = { uri: document.uri, fact: fact.id };
    return { position: document.positionAt(at), label, kind: InlayHintKind.Type, paddingLeft: true, data };
  });
}

/** Adds the tooltip, and the edit that writes the hint into the text. */
export function resolveInlayHint(hint: InlayHint, { document, reading }: ReadDocument, markup: MarkupKind, language?: Language): InlayHint {
  const { fact: id } = hint.data as HintData;
  const fact = reading.knowledge.fact(id);
  if (!fact || typeof hint.label !== 'string') return hint;
  const at = document.offsetAt(hint.position);
  return {
    ...hint,
    tooltip: render(describeFact(fact, reading.knowledge), markup, language),
    textEdits: [{ range: rangeOf(document, { start: at, end: at }), newText: ` ${hint.label}` }],
  };
}

export interface Hint {
  /** Offset. */
  readonly at: number;
  readonly label: string;
  readonly fact: ChapterEvent | Person;
}

/** The hints in a range, in order of the text. */
export function hintsIn(read: ReadDocument, range: TextRange, kinds: InlayHintKinds): Hint[] {
  const hints = [...(kinds.eventDates ? eventDates(read) : []), ...(kinds.lifeDates ? lifeDates(read.reading) : [])];
  return hints.filter(({ at }) => range.start <= at && at <= range.end).sort((a, b) => a.at - b.at);
}

/** One for each event that the notes tell and date nowhere, where they tell it first. */
function eventDates({ reading, findings }: ReadDocument): Hint[] {
  const told = reading.sentences.flatMap((sentence) => eventsTold(sentence, reading));
  const given = new Set(told.filter(({ dated }) => dated).map(({ event }) => event));
  const hints: Hint[] = [];
  for (const telling of told) {
    const { event, sentence } = telling;
    if (given.has(event) || isDated(sentence, reading) || isQuoted(sentence, reading)) continue;
    if (findings.some(({ start, end }) => start < sentence.end && sentence.start < end)) continue;
    if (!isPlain(telling) || !isOnlyOne(telling, reading) || isDatedNearby(telling, reading)) continue;
    const at = endOf(telling, reading);
    if (at === null) continue;
    given.add(event);
    // Of two events behind the same words neither is plainly meant.
    if (hints.some((hint) => hint.at === at)) continue;
    hints.push({ at, label: `(${formatDate(event.when.value)})`, fact: event });
  }
  return hints;
}

/** Any date in the sentence, or at the head of its line, may be the event's own. */
function isDated({ block, start, end, timeline, dates }: SentenceReading, reading: Reading): boolean {
  return (
    timeline ||
    dates.length > 0 ||
    reading.notes.blocks[block]!.timelineHead !== undefined ||
    mentionsOf(reading, block).some((mention) => mention.kind === 'date' && mention.start >= start && mention.end <= end)
  );
}

/** How much of an event must be told, where it is not named. */
const WHOLE = 0.85;

/** Named, or told whole and by name of everybody in it. */
function isPlain({ match }: EventTelling): boolean {
  if (match.named) return true;
  const byName = match.peopleAgree.every(({ pronoun, at }) => !pronoun && at >= 0);
  const others = match.peopleMissing.length + match.peopleExtra.length + match.peopleAside.length + match.thingsExtra.length;
  return match.coverage >= WHOLE && byName && others === 0;
}

/** The paragraph has a date that is the event's, in whatever sentence; in a list item any date may be. */
function isDatedNearby({ event, sentence: { block } }: EventTelling, reading: Reading): boolean {
  const span = spanOf(event.when.value);
  const isListItem = reading.notes.blocks[block]!.kind === 'list-item';
  return mentionsOf(reading, block).some(
    (mention) => mention.kind === 'date' && (isListItem || (mention.date.value !== null && overlaps(spanOf(mention.date.value), span))),
  );
}

function isQuoted({ block }: SentenceReading, { notes }: Reading): boolean {
  const { quoted, kind } = notes.blocks[block]!;
  // A heading and a row of a table have no room for more.
  return quoted || kind === 'heading' || kind === 'table-row';
}

/** No other event of another date is told nearly as well by the same words. */
function isOnlyOne({ event, sentence, clause, match }: EventTelling, { knowledge }: Reading): boolean {
  const { frame } = sentence.clauses[clause]!;
  const span = spanOf(event.when.value);
  const isRival = (other: Match) =>
    other.fact.fact !== event &&
    other.fact.date !== null &&
    other.fact.kind !== 'office' &&
    !overlaps(spanOf(other.fact.date.value), span) &&
    (other.named || (!match.named && other.concept >= 0.5 && other.score >= match.score * 0.75));
  return !matches(frame, knowledge.facts, knowledge.termKindOf).some(isRival);
}

/** Where the words end that tell the event: behind its name, else behind its clause. Null within quotation marks. */
function endOf({ event, sentence, clause, match }: EventTelling, reading: Reading): number | null {
  const { tokens, clauses, from, to, block } = sentence;
  const { start, prose } = reading.notes.blocks[block]!;
  const { clause: told, frame } = clauses[clause]!;
  const name = match.named ? frame.events.find(({ ids }) => ids.includes(event.id)) : undefined;
  const words = told.ranges.flatMap((range) => Array.from({ length: range.to - range.from }, (_, index) => range.from + index));
  const last = name ? name.entity.to - 1 : words.findLast((index) => tokens[index]!.kind !== 'punctuation');
  if (last === undefined) return null;
  const quoted = quotedTokens(tokens, from, to);
  if (quoted[last] || opensQuotation(prose.slice(0, tokens[last]!.end))) return null;
  return outOfMarks(start + tokens[last]!.end, reading, block);
}

/** An offset within a mark is moved behind it. */
function outOfMarks(at: number, { notes }: Reading, block: number): number {
  return notes.blocks[block]!.marks.reduce((end, mark) => (mark.start < end && end < mark.end ? mark.end : end), at);
}

/** At each person's first mention by name, where no date stands behind it. */
function lifeDates(reading: Reading): Hint[] {
  const seen = new Set<Person>();
  const hints: Hint[] = [];
  for (const mention of reading.mentions) {
    if (mention.kind !== 'fact' || mention.fact.kind !== 'person' || !isByName(mention)) continue;
    const person = mention.fact;
    // As it would be written into the notes, whatever the editor's language.
    const life = write(lifeYears(person));
    const block = reading.notes.blocks[mention.block]!;
    if (seen.has(person) || life === '') continue;
    // Somebody else's words, headings and rows are left alone; the next mention may do.
    if (block.quoted || block.kind === 'heading' || block.kind === 'table-row') continue;
    if (opensQuotation(block.prose.slice(0, mention.end - block.start))) continue;
    seen.add(person);
    const at = outOfMarks(mention.end, reading, mention.block);
    // "Lenin (1870–1924)", and where the sentence tells of the birth or death itself.
    if (/^[\s*_]*\(/.test(reading.notes.text.slice(at, at + 8)) || tellsLife(mention, reading)) continue;
    hints.push({ at, label: `(${life})`, fact: person });
  }
  return hints;
}

function isByName({ how }: FactMention): boolean {
  return how === 'name' || how === 'variant' || how === 'mark';
}

/** Whether the sentence tells when the person was born or died. */
function tellsLife({ start, end }: FactMention, { sentences }: Reading): boolean {
  const sentence = sentences.find((each) => each.start <= start && end <= each.end + 1);
  return (
    sentence !== undefined &&
    sentence.dates.length > 0 &&
    sentence.frame.concepts.some(({ concept }) => concept === 'born' || concept === 'die')
  );
}
