/** The next timeline line: the chapter's events of that time which the notes do not have yet. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ChapterEvent } from '../../chapter/model';
import type { Block } from '../../notes/model';
import { matches } from '../../reading/match';
import type { DatedMention, Reading } from '../../reading/model';
import { dateAgrees } from '../../rules/date-agrees';
import { type DateForm, type DateValue, formatDate, parseEdtf, readDates, spanOf, writeDate } from '../../time/index';
import { byNearness, byTime, gap } from '../describe';
import { LIMIT, type Proposals } from './facts';
import type { Proposal } from './item';
import { foldTyped } from './names';
import type { Typing } from './typing';

/** How much of an event a timeline line must tell to have it. */
const TOLD = 0.5;

export function timelineLines(typing: Typing & { kind: 'timeline-line' }, reading: Reading): Proposals | null {
  const above = lineAbove(reading, typing.replace.start);
  // An empty bullet continues a timeline only below one.
  if (typing.typed === '' && !above) return null;
  const events = missingEvents(reading);
  const items = inLikelyOrder(events, above?.value ?? null).map((event): Proposal => {
    const line = event.lines[0] ?? event.name;
    const newText = `${head(event, above)}${line}`;
    return { label: newText.replace(/[*_]/g, ''), newText, kind: CompletionItemKind.Event, filterText: newText, fact: event.id };
  });
  const fitting = items.filter(({ newText }) => newText.startsWith(typing.typed));
  return { items: fitting.slice(0, LIMIT), incomplete: true };
}

/** What happened at the date that stands at the head of the line, as far as it has a word that begins with what was typed last. */
export function timelineTexts(typing: Typing & { kind: 'timeline-text' }, reading: Reading): Proposals {
  const at = headDate(reading, typing.block)?.date.value;
  if (!at) return { items: [], incomplete: false };
  const typed = foldTyped(typing.typed).split(/\s+/).filter(Boolean);
  const fits = ({ lines, names, name }: ChapterEvent) => {
    const words = foldTyped([...lines, name, ...names].join(' ')).split(/[^\p{L}\p{N}']+/u);
    return typed.every((prefix) => words.some((word) => word.startsWith(prefix)));
  };
  const span = spanOf(at);
  const events = missingEvents(reading, typing.block)
    .filter((event) => gap(event, span) === 0 && fits(event))
    .sort(byNearness(span));
  const items = events.map((event): Proposal => {
    const line = event.lines[0] ?? event.name;
    return {
      label: line,
      newText: line,
      detail: { date: event.when.value },
      kind: CompletionItemKind.Event,
      filterText: [line, ...event.names].join(' '),
      fact: event.id,
    };
  });
  return { items: items.slice(0, LIMIT), incomplete: false };
}

/** Events that no timeline line tells. `except` is the line being typed. */
function missingEvents(reading: Reading, except = -1): ChapterEvent[] {
  const { facts, termKindOf } = reading.knowledge;
  const told = new Set<unknown>();
  for (const sentence of reading.sentences) {
    if (!sentence.timeline || sentence.block === except) continue;
    for (const frame of [sentence.frame, ...sentence.clauses.map((clause) => clause.frame)]) {
      for (const match of matches(frame, facts, termKindOf)) {
        const dated = match.fact.date && sentence.dates.some(({ spans }) => dateAgrees(match.fact.date!, spans));
        if (match.named || (dated && match.coverage >= TOLD)) told.add(match.fact.fact);
      }
    }
  }
  return reading.knowledge.chapters.flatMap((chapter) => chapter.events).filter((event) => !told.has(event));
}

/** What comes after the line above, year by year, in each year first what stands in the chapter's own timeline; then what came before. */
function inLikelyOrder(events: readonly ChapterEvent[], above: DateValue | null): ChapterEvent[] {
  const from = above ? spanOf(above).first : Number.NEGATIVE_INFINITY;
  const years = (event: ChapterEvent) => (above ? Math.floor((spanOf(event.when.value).first - from) / 365.25) : 0);
  const order = (a: ChapterEvent, b: ChapterEvent) => years(a) - years(b) || Number(b.timeline) - Number(a.timeline) || byTime(a, b);
  const after = events.filter((event) => spanOf(event.when.value).first >= from).sort(order);
  const before = events.filter((event) => spanOf(event.when.value).first < from).sort(byTime);
  return [...after, ...before];
}

interface LineAbove {
  readonly value: DateValue | null;
  readonly form: DateForm;
  /** What stands around the date: bold marks, colon. */
  readonly before: string;
  readonly after: string;
}

/** The nearest timeline line above with a year in its words, under the same heading. */
function lineAbove(reading: Reading, offset: number): LineAbove | null {
  const { blocks } = reading.notes;
  let nearest: LineAbove | null = null;
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index]!;
    if (block.end > offset) continue;
    if (block.kind === 'heading') break;
    const mention = block.timelineHead && headDate(reading, index);
    if (!mention) {
      if (nearest === null && block.kind !== 'list-item') return null;
      continue;
    }
    const line: LineAbove = { value: nearest?.value ?? mention.date.value, form: mention.date.form, ...around(block, reading.notes.text) };
    if (mention.date.form.parts.some((part) => part.kind === 'field' && part.field === 'year')) return line;
    nearest ??= line;
  }
  return nearest;
}

function around(block: Block, text: string): { before: string; after: string } {
  const { start, end } = block.timelineHead!;
  const before = /[*_]{0,3}$/.exec(text.slice(Math.max(block.start, start - 3), start))![0];
  const after = /^[ \t]*[*_]{0,3}[ \t]*:[ \t]*[*_]{0,3}[ \t]*/.exec(text.slice(end, end + 20))?.[0] ?? ': ';
  return { before, after: /\s$/.test(after) ? after : `${after} ` };
}

function headDate(reading: Reading, block: number): DatedMention | undefined {
  const head = reading.notes.blocks[block]?.timelineHead;
  return (
    head &&
    reading.mentions.find(
      (mention): mention is DatedMention =>
        mention.kind === 'date' && mention.block === block && mention.start >= head.start && mention.end <= head.end,
    )
  );
}

/** The event's date as the line above writes dates, else as textbooks print them: "1922 Apr: ". */
function head(event: ChapterEvent, above: LineAbove | null): string {
  return `${above?.before ?? ''}${headText(event.when.value, above)}${above?.after ?? ': '}`;
}

function headText(value: DateValue, above: LineAbove | null): string {
  const write = (date: DateValue) =>
    (above && carriesYear(above.form) ? writeDate(date, above.form) : null) ?? writeDate(date, textbookForm(date));
  const [first, last] = value.edtf.split('/').map((end) => parseEdtf(end, { calendar: value.calendar }));
  if (!first || !last) return write(value) ?? formatDate(value);
  const [from, to] = [write(first), write(last)];
  if (!from || !to) return formatDate(value);
  // "1924–29"
  return /^\d{4}$/.test(from) && /^\d{4}$/.test(to) && from.slice(0, 2) === to.slice(0, 2) ? `${from}–${to.slice(2)}` : `${from}–${to}`;
}

const carriesYear = (form: DateForm): boolean => form.parts.some((part) => part.kind === 'field' && part.field === 'year');

const SAMPLES: Partial<Record<DateValue['precision'], string>> = { day: '1924 Jan 21', month: '1924 Jan' };
const forms = new Map<string, DateForm>();

function textbookForm({ precision }: DateValue): DateForm {
  const sample = SAMPLES[precision] ?? '1924';
  let form = forms.get(sample);
  if (!form) {
    form = readDates(sample, { timelineHead: true })[0]!.form;
    forms.set(sample, form);
  }
  return form;
}
