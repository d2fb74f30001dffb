/** Code lenses: how much of the chapter these notes tell, and what can be done with a timeline. */
import type { CodeLens, Command } from 'vscode-languageserver-types';
import { type Language, say, write } from '../l10n/said';
import type { TextEdit } from '../rules/finding';
import type { ReadDocument } from './document';
import { coverage, coverageInWords, missingLines } from './missing-events';
import { addLines, isOutOfOrder, isTimeline, sortTimeline, timelineAt, timelines } from './timelines';

/** The server runs these; each takes the document's URI, those of a timeline also a line (0-based) of it. */
export const SHOW_MISSING_EVENTS = 'historyNotes.showMissingEvents';
export const SORT_TIMELINE = 'historyNotes.sortTimeline';
export const ADD_MISSING_EVENTS = 'historyNotes.addMissingEvents';

/** A client that runs this itself shows the missing events in a list of its own. */
export const MISSING_EVENTS = 'historyNotes.missingEvents';

/** What a lens is about; comes back when the client asks for its command. */
export interface LensData {
  readonly uri: string;
  readonly about: 'coverage' | 'sort' | 'missing';
}

/** The places of the lenses; what they say is worked out when the client asks for it. */
export function codeLenses({ document, reading }: ReadDocument): CodeLens[] {
  const { uri } = document;
  const at = (offset: number, about: LensData['about']): CodeLens => {
    const { line } = document.positionAt(offset);
    const data: LensData = { uri, about };
    return { range: { start: { line, character: 0 }, end: { line, character: 0 } }, data };
  };
  const lenses: CodeLens[] = reading.knowledge.chapters.length > 0 ? [at(0, 'coverage')] : [];
  for (const timeline of timelines(reading)) {
    if (!isTimeline(timeline)) continue;
    if (isOutOfOrder(timeline)) lenses.push(at(timeline.start, 'sort'));
    if (missingLines(reading, timeline).length > 0) lenses.push(at(timeline.start, 'missing'));
  }
  return lenses;
}

export interface LensOptions {
  readonly clientCommands: readonly string[];
  readonly language: Language;
}

export function resolveCodeLens(lens: CodeLens, read: ReadDocument, options: LensOptions): CodeLens {
  const { about, uri } = lens.data as LensData;
  return { ...lens, command: commandOf(about, uri, lens.range.start.line, read, options) };
}

function commandOf(
  about: LensData['about'],
  uri: string,
  line: number,
  read: ReadDocument,
  { clientCommands, language }: LensOptions,
): Command {
  if (about === 'coverage') {
    const command = clientCommands.includes(MISSING_EVENTS) ? MISSING_EVENTS : SHOW_MISSING_EVENTS;
    return { title: write(coverageInWords(coverage(read.reading)), language), command, arguments: [uri] };
  }
  if (about === 'sort') return { title: write(say('Sort this timeline'), language), command: SORT_TIMELINE, arguments: [uri, line] };
  const timeline = timelineOn(line, read);
  const missing = timeline ? missingLines(read.reading, timeline).length : 0;
  const title = write(say('Add the missing events of these years ({count})', { count: missing }), language);
  return { title, command: ADD_MISSING_EVENTS, arguments: [uri, line] };
}

function timelineOn(line: number, { document, reading }: ReadDocument) {
  return timelineAt(reading, document.offsetAt({ line, character: 0 }));
}

/** The edits that sort the timeline of a line; null where there is none, or none that can be sorted. */
export function sortTimelineOn(line: number, read: ReadDocument): TextEdit[] | null {
  const timeline = timelineOn(line, read);
  return timeline ? sortTimeline(read.reading, timeline) : null;
}

/** The edits that add what the timeline of a line lacks of its years; null as for `sortTimelineOn`. */
export function addMissingEventsOn(line: number, read: ReadDocument): TextEdit[] | null {
  const timeline = timelineOn(line, read);
  return timeline ? addLines(read.reading, timeline, missingLines(read.reading, timeline)) : null;
}
