/** Which blocks of a text are those of the text before it. */
import { keptBlocks } from '../notes/index';
import type { Block, Notes } from '../notes/model';

/** So many blocks at the head, and so many at the tail, are the same in both; what lies between is not. */
export interface Alignment {
  readonly head: number;
  readonly tail: number;
}

export function alignBlocks(before: Notes, after: Notes): Alignment {
  const most = Math.min(before.blocks.length, after.blocks.length);
  let { head, tail } = keptBlocks(after, before);
  while (head < most - tail && sameBlock(before, head, after, head)) head++;
  while (tail < most - head && sameBlock(before, before.blocks.length - 1 - tail, after, after.blocks.length - 1 - tail)) tail++;
  return { head, tail };
}

/** Whether the two are written the same and were parsed the same: what stands in them is then read the same, wherever they stand. */
function sameBlock(before: Notes, index: number, after: Notes, at: number): boolean {
  const a = before.blocks[index]!;
  const b = after.blocks[at]!;
  return (
    (a === b ||
      (a.prose === b.prose &&
        a.kind === b.kind &&
        a.level === b.level &&
        a.quoted === b.quoted &&
        sameHead(a, b) &&
        sameCells(a, b) &&
        (a.marks.length === 0) === (b.marks.length === 0))) &&
    before.text.slice(a.start, a.end) === after.text.slice(b.start, b.end)
  );
}

function sameHead(a: Block, b: Block): boolean {
  if (!a.timelineHead || !b.timelineHead) return a.timelineHead === b.timelineHead;
  return a.timelineHead.start - a.start === b.timelineHead.start - b.start && a.timelineHead.end - a.start === b.timelineHead.end - b.start;
}

function sameCells(a: Block, b: Block): boolean {
  if (!a.cells || !b.cells) return a.cells === b.cells;
  return (
    a.cells.length === b.cells.length &&
    a.cells.every((cell, i) => {
      const other = b.cells![i]!;
      return cell.header === other.header && cell.start - a.start === other.start - b.start && cell.end - a.start === other.end - b.start;
    })
  );
}
