/** Parses again the part of a text that an edit has touched: from a place where Markdown begins anew to the next one behind the edit. */
import { type Blocks, openHeadings, type Restart, readBlocks } from './blocks';
import { parseBody } from './markdown-body';
import type { Block, Directive, FrontMatter, Mark, TextRange } from './model';

/** A text as it was parsed. */
export interface Parsed extends Blocks {
  readonly text: string;
  readonly frontMatter: FrontMatter | null;
}

/** A text parsed from the one before it. */
export interface Reparsed extends Blocks {
  readonly kept: KeptBlocks;
}

/** So many blocks at the head of the text before are the very same ones, and so many at its tail the same but moved. */
export interface KeptBlocks {
  readonly head: number;
  readonly tail: number;
}

/** So many restarts behind the edit are tried; what reaches further (an open code fence) is parsed to the text's end. */
const MOST_TRIED = 3;

/** The blocks of `text`; null where the edit reaches into the front matter. */
export function reparse(before: Parsed, text: string, frontMatter: FrontMatter | null, base: number): Reparsed | null {
  if (before.frontMatter?.end !== frontMatter?.end) return null;
  const from = sameHead(before.text, text);
  const tail = sameTail(before.text, text, from);
  const oldTo = before.text.length - tail;
  const by = text.length - before.text.length;
  if (from < base) return null;
  const { restarts } = before;
  const above = lastRestart(before, from);
  const start = restarts[above] ?? { offset: base, block: 0, directive: 0 };
  const head = { of: before, block: start.block, directive: start.directive, restart: Math.max(above, 0) };
  for (let behind = firstRestartBehind(before, oldTo), tried = 0; behind < restarts.length && tried < MOST_TRIED; behind++, tried++) {
    const end = restarts[behind]!;
    const to = lineEnd(text, end.offset + by);
    const { tree, place } = parseBody(text.slice(start.offset, to), start.offset);
    const part = readBlocks(text, tree, place, head, start.offset);
    const restart = part.restarts.findLastIndex(({ offset }) => offset === end.offset + by);
    if (restart >= 0) return joined(part, restart, before, behind, by, start.block);
  }
  const { tree, place } = parseBody(text.slice(start.offset), start.offset);
  return { ...readBlocks(text, tree, place, head, start.offset), kept: { head: start.block, tail: 0 } };
}

/** What was parsed of the part up to its restart `at`, and from there on what stood behind the restart `behind` before. Uses up the part. */
function joined({ blocks, directives, restarts }: Blocks, at: number, before: Parsed, behind: number, by: number, head: number): Reparsed {
  const end = before.restarts[behind]!;
  const restart = restarts[at]!;
  blocks.length = restart.block;
  directives.length = restart.directive;
  restarts.length = at;
  const [moreBlocks, moreDirectives] = [restart.block - end.block, restart.directive - end.directive];
  const headings = openHeadings(blocks);
  for (let i = end.block; i < before.blocks.length; i++) {
    const block = before.blocks[i]!;
    if (block.kind === 'heading') headings.close(block);
    blocks.push(movedBlock(block, by, moreBlocks, headings.nearest));
    if (block.kind === 'heading') headings.open(block, blocks.length - 1);
  }
  for (let i = end.directive; i < before.directives.length; i++) directives.push(movedDirective(before.directives[i]!, by));
  for (let i = behind; i < before.restarts.length; i++) {
    const { offset, block, directive } = before.restarts[i]!;
    restarts.push({ offset: offset + by, block: block + moreBlocks, directive: directive + moreDirectives });
  }
  return { blocks, directives, restarts, kept: { head, tail: before.blocks.length - end.block } };
}

/** Index of the last restart whose whole first line, which decides what begins there, stands before `to`; -1 for none. */
function lastRestart({ restarts, text }: Parsed, to: number): number {
  let last = firstRestartAt(restarts, to) - 1;
  while (last >= 0 && lineEnd(text, restarts[last]!.offset) >= to) last--;
  return last;
}

/** Index of the first restart that stands, with the blank lines above it, behind `to`; the number of restarts for none. */
function firstRestartBehind({ restarts, text }: Parsed, to: number): number {
  let first = firstRestartAt(restarts, to);
  while (first < restarts.length && blankLineStart(text, restarts[first]!.offset) < to) first++;
  return first;
}

/** Index of the first restart at `offset` or behind it. */
function firstRestartAt(restarts: readonly Restart[], offset: number): number {
  let [low, high] = [0, restarts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (restarts[middle]!.offset < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const lineBreak = /\r\n|\n|\r/g;

/** Behind the line that begins at `offset`, before its line break. */
function lineEnd(text: string, offset: number): number {
  lineBreak.lastIndex = offset;
  return lineBreak.exec(text)?.index ?? text.length;
}

/** Where the line break before the blank line above `offset` begins. */
function blankLineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/.test(text[at - 1]!)) at--;
  return at;
}

/** How many UTF-16 units two texts share at their start. */
function sameHead(a: string, b: string): number {
  return longest(Math.min(a.length, b.length), (from, to) => a.slice(from, to) === b.slice(from, to));
}

/** How many they share at their end, behind `head`. */
function sameTail(a: string, b: string, head: number): number {
  const same = (from: number, to: number) => a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from);
  return longest(Math.min(a.length, b.length) - head, same);
}

/** The largest length up to `most` that is the same; `same` compares what lies between two lengths. Linear, and as fast as strings compare. */
function longest(most: number, same: (from: number, to: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (same(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function movedBlock(block: Block, by: number, more: number, heading: number): Block {
  const parent = block.parent < 0 ? -1 : block.parent + more;
  if (by === 0 && heading === block.heading && parent === block.parent) return block;
  const { kind, level, quoted, prose, cells, timelineHead } = block;
  const moved: { -readonly [Key in keyof Block]: Block[Key] } = {
    kind,
    level,
    heading,
    parent,
    quoted,
    start: block.start + by,
    end: block.end + by,
    prose,
    marks: by === 0 || block.marks.length === 0 ? block.marks : block.marks.map((mark) => movedMark(mark, by)),
  };
  if (cells) moved.cells = cells.map((cell) => ({ ...movedRange(cell, by), header: cell.header }));
  if (timelineHead) moved.timelineHead = movedRange(timelineHead, by);
  return moved;
}

const movedRange = ({ start, end }: TextRange, by: number): TextRange => ({ start: start + by, end: end + by });

function movedMark(mark: Mark, by: number): Mark {
  const [start, end] = [mark.start + by, mark.end + by];
  switch (mark.kind) {
    case 'person':
    case 'link': {
      const moved = { ...mark, start, end, nameRange: movedRange(mark.nameRange, by) };
      return mark.display ? { ...moved, display: movedRange(mark.display, by) } : moved;
    }
    case 'citation': {
      const moved = { ...mark, start, end, keyRange: movedRange(mark.keyRange, by) };
      const { locator } = mark;
      return locator ? { ...moved, locator: { text: locator.text, range: movedRange(locator.range, by) } } : moved;
    }
    case 'emphasis':
      return { kind: 'emphasis', strong: mark.strong, start, end, inner: movedRange(mark.inner, by) };
  }
}

function movedDirective(directive: Directive, by: number): Directive {
  return by === 0
    ? directive
    : { ...directive, ...movedRange(directive, by), codes: directive.codes.map((each) => ({ ...movedRange(each, by), code: each.code })) };
}
