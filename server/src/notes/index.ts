/** The markup of notes: Markdown with people, links, citations, timeline lines, front matter and directives. */

import { hidePipes, readBlocks } from './blocks';
import { readFrontMatter } from './front-matter';
import { blockParser } from './markdown';
import type { Notes } from './model';

export { silenced } from './directives';
export * from './model';
export { createLineIndex, type LineIndex, lineStarts, type Position } from './position';
export { sentences } from './sentences';

const BYTE_ORDER_MARK = 0xfeff;

/** Reads a notes file. Never fails: a mark that is not finished is ordinary text, and faults in the front matter are listed there. */
export function parseNotes(text: string): Notes {
  const from = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const frontMatter = readFrontMatter(text, from);
  const base = frontMatter?.end ?? from;
  const { body, place } = withLineFeeds(base > 0 ? text.slice(base) : text, base);
  const { blocks, directives } = readBlocks(text, blockParser.parse(hidePipes(body)), place);
  return { text, frontMatter, blocks, directives };
}

/** The text with each line break as one line feed, as the Markdown parser wants it, and the way back to offsets in the original. */
export function withLineFeeds(text: string, base: number): { body: string; place: (offset: number) => number } {
  if (!text.includes('\r')) return { body: text, place: (offset) => base + offset };
  /** Offsets, in the result, of the line feeds that were two characters. */
  const pairs: number[] = [];
  const body = text.replace(/\r\n?/g, (found, offset: number) => {
    if (found.length === 2) pairs.push(offset - pairs.length);
    return '\n';
  });
  const pairsBefore = (offset: number): number => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { body, place: (offset) => base + offset + pairsBefore(offset) };
}
