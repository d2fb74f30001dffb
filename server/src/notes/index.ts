/** The markup of notes: Markdown with people, links, citations, timeline lines, front matter and directives. */

import { type Blocks, readBlocks } from './blocks';
import { readFrontMatter } from './front-matter';
import { parseBody } from './markdown-body';
import type { Notes } from './model';
import { type Parsed, reparse } from './reparse';

export { silenced } from './directives';
export * from './model';
export { createLineIndex, type LineIndex, lineStarts, type Position } from './position';
export { sentences } from './sentences';

const BYTE_ORDER_MARK = 0xfeff;

const parsed = new WeakMap<Notes, Parsed>();

/**
 * Reads a notes file. Never fails: a mark that is not finished is ordinary text, and faults in the front matter are listed there. The same for
 * the same text; from `before`, the notes at an earlier state, it takes what an edit has not touched.
 */
export function parseNotes(text: string, before?: Notes): Notes {
  if (before?.text === text) return before;
  const from = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const frontMatter = readFrontMatter(text, from);
  const base = frontMatter?.end ?? from;
  const known = before && parsed.get(before);
  const body = (known && reparse(known, text, frontMatter, base)) ?? whole(text, base);
  const notes = { text, frontMatter, blocks: body.blocks, directives: body.directives };
  parsed.set(notes, { ...body, text, frontMatter });
  return notes;
}

function whole(text: string, base: number): Blocks {
  const { tree, place } = parseBody(base > 0 ? text.slice(base) : text, base);
  return readBlocks(text, tree, place);
}
