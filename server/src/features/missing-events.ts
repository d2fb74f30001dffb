/** What the chapter's timeline has and the notes lack. */
import type { ChapterEvent } from '../chapter/model';
import { type Said, say } from '../l10n/said';
import { parseNotes } from '../notes/index';
import { readNotes } from '../reading/index';
import type { Reading } from '../reading/model';
import { formatDate, fromDayNumber, type Span, spanOf, toDayNumber, within } from '../time/index';
import { byTime } from './describe';
import { plainText } from './markup';
import { headFor, lineAbove } from './timeline-line';
import { type NewLine, type Timeline, timelines } from './timelines';
import { eventsInNotes, eventsInTimelines, timelineOf } from './told-events';

/** How many of the events of the chapter's timeline the notes tell. */
export interface Coverage {
  readonly told: number;
  readonly all: number;
  /** In order of time. */
  readonly missing: readonly ChapterEvent[];
}

export function coverage(reading: Reading): Coverage {
  const all = timelineOf(reading);
  const told = eventsInNotes(reading);
  const missing = all.filter((event) => !told.has(event)).sort(byTime);
  return { told: all.length - missing.length, all: all.length, missing };
}

export const coverageInWords = ({ told, all }: Coverage): Said => say('{told} of {all} events of the chapter', { told, all });

/** "April 1922: Stalin becomes General Secretary", in plain text. */
export const eventLine = ({ when, lines, name }: ChapterEvent): string => plainText(`${formatDate(when.value)}: ${lines[0] ?? name}`);

/** The lines that the timeline lacks in the years that it covers, in order of time and written like its own. */
export function missingLines(reading: Reading, timeline: Timeline): NewLine[] {
  const years = yearsOf(timeline);
  // Nothing is added to what somebody else has said.
  if (!years || timeline.quoted) return [];
  const told = eventsInTimelines(reading);
  const style = lineAbove(reading, timeline.end);
  const lead = leadOf(timeline, reading);
  return timelineOf(reading)
    .filter((event) => !told.has(event) && within(spanOf(event.when.value), years))
    .sort(byTime)
    .flatMap((event) => newLine(event, lead + headFor(event, style), reading) ?? []);
}

/** Indent and bullet of the timeline's first line. */
function leadOf({ entries }: Timeline, { notes: { text } }: Reading): string {
  const { start } = entries[0]!.head;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  return /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(text.slice(lineStart, start))![0];
}

/** The event as a line; null where its date would not be read as the chapter has it. */
function newLine({ when, lines, name }: ChapterEvent, head: string, { knowledge }: Reading): NewLine | null {
  const text = head + plainText(lines[0] ?? name);
  const entry = timelines(readNotes(parseNotes(text.trimStart()), knowledge))[0]?.entries[0];
  return entry && within(entry.span, spanOf(when.value)) ? { text, span: entry.span, year: entry.year } : null;
}

/** From the first day of the timeline's first year to the last day of its last. */
function yearsOf({ entries }: Timeline): Span | null {
  const first = Math.min(...entries.map(({ span }) => span.first));
  const last = Math.max(...entries.map(({ span }) => span.last));
  if (!Number.isFinite(first) || !Number.isFinite(last)) return null;
  const yearOf = (day: number) => fromDayNumber('gregorian', day).year;
  return { first: toDayNumber('gregorian', yearOf(first), 1, 1), last: toDayNumber('gregorian', yearOf(last), 12, 31) };
}
