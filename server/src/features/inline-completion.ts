/** Inline completion: behind a date at the end of a line, the one event of the chapter that it can mean. */
import type { InlineCompletionItem } from 'vscode-languageserver-types';
import type { ChapterEvent } from '../chapter/model';
import type { Reading } from '../reading/model';
import { type DateValue, overlaps, spanOf, within } from '../time/index';
import { type ReadDocument, rangeOf } from './document';
import { plainText } from './markup';
import { headDate } from './timeline-line';
import { eventsInNotes } from './told-events';

/** Nothing unless the cursor stands at the end of its line behind a date, and one event alone fits that the notes do not tell. */
export function inlineCompletion({ document, reading }: ReadDocument, offset: number): InlineCompletionItem[] {
  const { text } = reading.notes;
  const rest = text.slice(offset, offset + 200);
  if (/^[^\r\n]*[^\s][^\r\n]*/.test(rest.split(/[\r\n]/, 1)[0]!)) return [];
  const value = dateBefore(reading, offset);
  const event = value && onlyEventOf(value, reading);
  if (!event) return [];
  return [{ insertText: plainText(event.lines[0] ?? event.name), range: rangeOf(document, { start: offset, end: offset }) }];
}

/** The date that the line so far consists of: "In April 1922, ", "- 1922 Apr: ". */
function dateBefore(reading: Reading, offset: number): DateValue | null {
  const { notes, mentions } = reading;
  const index = notes.blocks.findLastIndex(({ start, end }) => start <= offset && offset <= end + 20);
  const block = notes.blocks[index];
  if (!block || block.quoted || block.kind === 'heading' || block.kind === 'table-row') return null;
  const { timelineHead: head } = block;
  if (head) {
    const behind = notes.text.slice(head.end, offset);
    return /^[ \t]*[*_]{0,3}[ \t]*:[ \t]*[*_]{0,3}[ \t]+$/.test(behind) ? (headDate(reading, index)?.date.value ?? null) : null;
  }
  const last = mentions.findLast((mention) => mention.block === index && mention.end <= offset);
  if (last?.kind !== 'date' || last.date.kind !== 'date' || last.date.rangeRole !== undefined) return null;
  // Only at a sentence's beginning does an event follow: "in April 1922, " within one goes on with what the writer tells.
  const before = block.prose.slice(0, last.start - block.start);
  const opens = /(?:^|[.!?]["”’)]*)\s*(?:In|On|By|During)\s+(?:early |late |the )?$/.test(before);
  return opens && /^,[ \t]+$/.test(notes.text.slice(last.end, offset)) ? last.date.value : null;
}

/** The event of the date, where it is one: that lies in it, or that it lies in as an event of one month. */
function onlyEventOf(value: DateValue, reading: Reading): ChapterEvent | null {
  if (value.precision !== 'day' && value.precision !== 'month' && value.precision !== 'year') return null;
  const span = spanOf(value);
  const fitting = reading.knowledge.chapters
    .flatMap(({ events }) => events)
    .filter(({ when }) => overlaps(spanOf(when.value), span) && (within(spanOf(when.value), span) || when.value.precision === 'month'));
  const told = eventsInNotes(reading);
  const [event, ...others] = fitting.filter((each) => !told.has(each));
  return event && others.length === 0 ? event : null;
}
