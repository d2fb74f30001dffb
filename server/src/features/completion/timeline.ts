/** The next timeline line: the chapter's events of that time which the notes do not have yet. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ChapterEvent } from '../../chapter/model';
import type { Reading } from '../../reading/model';
import { type DateValue, spanOf } from '../../time/index';
import { byNearness, byTime, gap } from '../describe';
import { headDate, headFor, lineAbove } from '../timeline-line';
import { eventsInTimelines } from '../told-events';
import { LIMIT, type Proposals } from './facts';
import type { Proposal } from './item';
import { foldTyped } from './names';
import type { Typing } from './typing';

export function timelineLines(typing: Typing & { kind: 'timeline-line' }, reading: Reading): Proposals | null {
  const above = lineAbove(reading, typing.replace.start);
  // An empty bullet continues a timeline only below one.
  if (typing.typed === '' && !above) return null;
  const events = missingEvents(reading);
  const items = inLikelyOrder(events, above?.value ?? null).map((event): Proposal => {
    const line = event.lines[0] ?? event.name;
    const newText = `${headFor(event, above)}${line}`;
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
  const told = eventsInTimelines(reading, except);
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
