/** Folding: front matter, sections, the years of a timeline, quotes, code, tables and comments, list items with what is nested in them. Whole lines only, which every client can fold. */
import type { FoldingRange } from 'vscode-languageserver-types';
import { markupParts } from '../notes/markup-parts';
import type { Reading } from '../reading/model';
import type { ReadDocument } from './document';
import { itemEnd, sectionEnd, trimmedEnd } from './sections';
import { type TimelineLine, timelineLines } from './timeline-lines';

export interface FoldingAbilities {
  /** So many ranges the client takes. */
  readonly rangeLimit: number;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** By line; where the client takes fewer than there are, the largest. */
export function foldingRanges({ document, reading }: ReadDocument, { rangeLimit }: FoldingAbilities): FoldingRange[] {
  const byLine = new Map<number, FoldingRange>();
  for (const { start, end } of stretches(reading)) {
    const range = { startLine: document.positionAt(start).line, endLine: document.positionAt(end).line };
    // A line has one fold; the first is the one that says most.
    if (range.endLine > range.startLine && !byLine.has(range.startLine)) byLine.set(range.startLine, range);
  }
  const size = ({ startLine, endLine }: FoldingRange) => endLine - startLine;
  return [...byLine.values()]
    .sort((a, b) => size(b) - size(a))
    .slice(0, rangeLimit)
    .sort((a, b) => a.startLine - b.startLine);
}

/** Of those that begin in one line, the better one first. */
function* stretches(reading: Reading): Generator<Stretch> {
  const { notes } = reading;
  const { frontMatter, blocks } = notes;
  if (frontMatter) yield frontMatter;
  for (const [index, block] of blocks.entries()) if (block.kind === 'heading') yield { start: block.start, end: sectionEnd(notes, index) };
  for (const lines of runs(timelineLines(reading), (a, b) => isSameTimeline(a, b, reading))) {
    // A single line's fold is what is nested in it.
    for (const year of runs(lines, (a, b) => yearOf(a) !== null && yearOf(a) === yearOf(b)))
      if (year.length > 1) yield stretchOf(year, reading);
    if (lines.length > 1) yield stretchOf(lines, reading);
  }
  for (const { start, end } of markupParts(notes, ['Blockquote', 'FencedCode', 'Table', 'CommentBlock', 'ListItem']))
    yield { start, end: trimmedEnd(notes.text, start, end) };
}

/** Whether nothing but what is nested in the first line stands between two. */
function isSameTimeline(a: TimelineLine, b: TimelineLine, { notes: { blocks } }: Reading): boolean {
  if (a.block.heading !== b.block.heading || a.block.level !== b.block.level) return false;
  for (let at = a.index + 1; at < b.index; at++) if (blocks[at]!.parent < a.index) return false;
  return true;
}

const yearOf = ({ value }: TimelineLine) => (value ? value.edtf.slice(0, 4) : null);

const stretchOf = (lines: readonly TimelineLine[], { notes: { blocks } }: Reading): Stretch => ({
  start: lines[0]!.block.start,
  end: itemEnd(blocks, lines.at(-1)!.index),
});

/** Neighbours that belong together. */
function runs<T>(items: readonly T[], together: (a: T, b: T) => boolean): T[][] {
  const found: T[][] = [];
  for (const item of items) {
    const last = found.at(-1);
    if (last && together(last.at(-1)!, item)) last.push(item);
    else found.push([item]);
  }
  return found;
}
