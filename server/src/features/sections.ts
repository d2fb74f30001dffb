/** The parts of notes that hold others: sections under headings, list items with what is nested in them. */
import type { Block, Notes } from '../notes/model';

/** Where the section of the heading ends: before the next heading of its level or a higher one, blank lines left out. */
export function sectionEnd({ text, blocks }: Notes, heading: number): number {
  const { level, start } = blocks[heading]!;
  let next = heading + 1;
  while (next < blocks.length && !(blocks[next]!.kind === 'heading' && blocks[next]!.level <= level)) next++;
  return trimmedEnd(text, start, blocks[next]?.start ?? text.length);
}

/** Where the block ends with all that is nested in it. */
export function itemEnd(blocks: readonly Block[], index: number): number {
  let { end } = blocks[index]!;
  const inside = new Set([index]);
  for (let at = index + 1; at < blocks.length && inside.has(blocks[at]!.parent); at++) {
    inside.add(at);
    end = Math.max(end, blocks[at]!.end);
  }
  return end;
}

/** `end` without the white space before it. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text[last - 1]!)) last--;
  return last;
}
