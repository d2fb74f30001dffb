/** Formatting: each pass makes edits of the text as the pass before left it, and is kept only if the notes say the same afterwards. */

import { parseNotes } from '../../notes/index';
import type { Notes, TextRange } from '../../notes/model';
import { createLineIndex } from '../../notes/position';
import { readNotes } from '../../reading/index';
import type { Reading } from '../../reading/model';
import { mentionsOf } from '../../reading/read';
import { check, type TextEdit } from '../../rules/index';
import type { ReadDocument } from '../document';
import { applyEdits } from '../fix-all';
import { sortTimeline, timelines } from '../timelines';
import { datesInStyle } from './dates';
import { listMarkers, trailingSpaces } from './spaces';
import type { FormatStyle } from './style';
import { timelineLines } from './timeline-lines';

const MOST_ROUNDS = 4;

/** The edits that format the notes, each within a line; with a range, only those of lines that touch it. None where the notes were too much to be read. */
export function formatNotes({ reading }: Pick<ReadDocument, 'reading'>, style: FormatStyle, range?: TextRange): TextEdit[] {
  if (reading.brokenOffAt !== undefined) return [];
  const { text } = reading.notes;
  let now = reading;
  const pass = (edits: readonly TextEdit[], isSound: (before: Reading, after: Reading) => boolean = saysTheSame): boolean => {
    if (edits.length === 0) return true;
    const after = readNotes(parseNotes(applyEdits(now.notes.text, edits)), now.knowledge);
    if (!isSound(now, after)) return false;
    now = after;
    return true;
  };
  pass(trailingSpaces(now.notes, createLineIndex(now.notes.text)));
  // Before the bullets: which spaces hold a list together depends on what stands above.
  if (style.sortTimelines) sortAll();
  // A list whose items hold more than their first lines may hang together by its spaces.
  pass(listMarkers(now.notes));
  writeDates();
  pass(timelineLines(now, style.alignTimelines));
  return lineEdits(text, now.notes.text, range);

  /** All dates but those of blocks that would be read otherwise. */
  function writeDates(): void {
    let edits = datesInStyle(now, style.dateStyle);
    for (let attempt = 0; attempt < 2 && edits.length > 0; attempt++) {
      const other = new Set<number>();
      const isSound = (before: Reading, after: Reading) => {
        for (const block of blocksReadOtherwise(before, after)) other.add(block);
        return other.size === 0;
      };
      if (pass(edits, isSound)) return;
      const { blocks } = now.notes;
      edits = edits.filter(({ start, end }) => ![...other].some((index) => blocks[index]!.start <= start && end <= blocks[index]!.end));
    }
  }

  function sortAll(): void {
    const lines = createLineIndex(text);
    // What could not be sorted for a line below it that takes its year may be, once that line has been.
    for (let round = 0, before = ''; round < MOST_ROUNDS && before !== now.notes.text; round++) {
      before = now.notes.text;
      // Each sorting moves what stands below; the timelines themselves stay as many.
      for (let index = 0; index < timelines(now).length; index++) {
        const timeline = timelines(now)[index]!;
        const inRange = !range || (touched(timeline.start) && touched(timeline.end));
        if (inRange && !timeline.quoted) pass(sortTimeline(now, timeline) ?? [], () => true);
      }
    }
    function touched(offset: number): boolean {
      const line = createLineIndex(now.notes.text).lineAt(offset);
      return lines.lineAt(range!.start) <= line && line <= lines.lineAt(range!.end);
    }
  }
}

/** The same blocks of the same words. */
function saysTheSame({ notes: before }: Reading, { notes: after }: Reading): boolean {
  return (
    before.blocks.length === after.blocks.length &&
    before.directives.length === after.directives.length &&
    before.blocks.every((block, index) => shapeOf(block) === shapeOf(after.blocks[index]!))
  );
}

function shapeOf({ kind, level, heading, parent, quoted, prose, marks, timelineHead }: Notes['blocks'][number]): string {
  const words = prose.replace(/\s+/g, ' ').replace(/ :/g, ':').trim();
  return JSON.stringify([kind, level, heading, parent, quoted, words, marks.length, timelineHead !== undefined]);
}

/** Indices of the blocks that have other dates afterwards, or other findings; of all blocks where they are not as many. */
function blocksReadOtherwise(before: Reading, after: Reading): number[] {
  const [old, now] = [saidIn(before), saidIn(after)];
  return [...old.keys()].filter((index) => old.length !== now.length || old[index] !== now[index]);
}

/** What is read in each block: its dates and the codes of its findings. */
function saidIn(reading: Reading): string[] {
  const { blocks } = reading.notes;
  const said: string[] = blocks.map((_, index) =>
    mentionsOf(reading, index)
      .map((mention) => (mention.kind === 'date' ? mention.date.value?.edtf : ''))
      .join(),
  );
  let block = 0;
  for (const { code, start } of check(reading)) {
    while (block + 1 < blocks.length && blocks[block + 1]!.start <= start) block++;
    said[block] += ` ${code}`;
  }
  return said;
}

/** What makes one text of another that has as many lines: in each line that differs, the stretch that does. */
function lineEdits(before: string, after: string, range: TextRange | undefined): TextEdit[] {
  const [old, now] = [createLineIndex(before), createLineIndex(after)];
  const first = range ? old.lineAt(range.start) : 0;
  const last = range ? old.lineAt(range.end) : old.lineCount - 1;
  const edits: TextEdit[] = [];
  for (let line = first; line <= last; line++) {
    const start = old.lineStart(line);
    const [was, is] = [before.slice(start, old.lineEnd(line)), after.slice(now.lineStart(line), now.lineEnd(line))];
    if (was === is) continue;
    let head = 0;
    while (head < Math.min(was.length, is.length) && was[head] === is[head]) head++;
    let tail = 0;
    while (tail < Math.min(was.length, is.length) - head && was.at(-1 - tail) === is.at(-1 - tail)) tail++;
    edits.push({ start: start + head, end: start + was.length - tail, newText: is.slice(head, is.length - tail) });
  }
  return edits;
}
