/** The markup of notes: Markdown with people, links, citations, timeline lines, front matter and directives. */

import { type Blocks, readBlocks } from './blocks';
import { readFrontMatter } from './front-matter';
import { parseBody } from './markdown-body';
import type { Notes } from './model';
import { type KeptBlocks, type Parsed, reparse } from './reparse';

export { silenced } from './directives';
export * from './model';
export { createLineIndex, type LineIndex, lineStarts, type Position } from './position';
export { sentences } from './sentences';

const BYTE_ORDER_MARK = 0xfeff;

const parsed = new WeakMap<Notes, Parsed>();
/** What notes kept of those that they were parsed from, which are not held in memory for it. */
const kept = new WeakMap<Notes, { readonly from: WeakRef<Notes>; readonly blocks: KeptBlocks }>();

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
  const reparsed = known ? reparse(known, text, frontMatter, base) : null;
  const { blocks, directives, restarts } = reparsed ?? whole(text, base);
  const notes = { text, frontMatter, blocks, directives };
  parsed.set(notes, { blocks, directives, restarts, text, frontMatter });
  if (before && reparsed) kept.set(notes, { from: new WeakRef(before), blocks: reparsed.kept });
  return notes;
}

/** Which blocks `notes` are known to have kept of those that they were parsed from: there may be more. None where they were not parsed from `before`. */
export function keptBlocks(notes: Notes, before: Notes): KeptBlocks {
  if (notes === before) return { head: notes.blocks.length, tail: 0 };
  const known = kept.get(notes);
  return known?.from.deref() === before ? known.blocks : NOTHING_KEPT;
}

const NOTHING_KEPT: KeptBlocks = { head: 0, tail: 0 };

function whole(text: string, base: number): Blocks {
  const { tree, place } = parseBody(base > 0 ? text.slice(base) : text, base);
  return readBlocks(text, tree, place);
}
