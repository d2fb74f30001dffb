/** The YAML of a pack's file as a tree with places, however broken: each entry is read alone, so that a slip in one leaves the others whole. */
import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { composeTolerantly } from '../../chapter/pack/yaml-reader';
import type { TextRange } from '../../notes/model';
import type { PackFileName } from './files';

/** Keys and indices from the top of the file: `[0, 'offices', 1, 'of']`. */
export type Path = readonly (string | number)[];

/** A word or text of the file, a key or a value. Offsets are UTF-16 into the whole text. */
export interface Leaf extends TextRange {
  readonly text: string;
  /** For a key: that of its value. */
  readonly path: Path;
  readonly isKey: boolean;
}

/** One entry of a list file, or the whole of `chapter.yaml`. */
export interface Entry extends TextRange {
  readonly node: ParsedNode | null;
  /** Added to the node's offsets. */
  readonly offset: number;
}

const MAX_NESTING = 40;

/** The entries of a file, in order. */
export function entriesOf(name: PackFileName, text: string): Entry[] {
  return pieces(name, text).map(({ start, end }) => read(text, start, end));
}

/** The entry that the offset stands in; undefined before the first. */
export function entryAt(name: PackFileName, text: string, offset: number): Entry | undefined {
  const piece = pieces(name, text).findLast(({ start }) => start <= offset);
  return piece && read(text, piece.start, piece.end);
}

/** Where each entry begins and ends: at a hyphen in the first column. A file that is written otherwise is one piece. */
export function pieces(name: PackFileName, text: string): TextRange[] {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  if (name === 'chapter') return [{ start, end: text.length }];
  const starts = [...text.matchAll(/^-(?=[ \t\r\n]|$)/gm)].map((match) => match.index);
  if (starts.length === 0) return [{ start, end: text.length }];
  return starts.map((each, index) => ({ start: each, end: starts[index + 1] ?? text.length }));
}

function read(text: string, start: number, end: number): Entry {
  return { start, end, offset: start, node: (composeTolerantly(text.slice(start, end))?.contents ?? null) as ParsedNode | null };
}

/** Every key and every plain value of an entry, in order. */
export function leavesOf(entry: Entry): Leaf[] {
  const leaves: Leaf[] = [];
  const add = (node: ParsedNode, path: Path, isKey: boolean) => {
    if (isScalar(node) && node.range)
      leaves.push({ text: String(node.value ?? ''), path, isKey, start: node.range[0] + entry.offset, end: node.range[1] + entry.offset });
  };
  const walk = (node: ParsedNode | null, path: Path) => {
    if (!node || path.length > MAX_NESTING) return;
    if (isScalar(node)) add(node as ParsedNode, path, false);
    else if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item as ParsedNode | null, [...path, index]);
    else if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const inner = [...path, String(key.value)];
        add(key as ParsedNode, inner, true);
        walk(value as ParsedNode | null, inner);
      }
    }
  };
  walk(entry.node, []);
  return leaves;
}

/** The key or value at an offset, its end included; of two that touch there, the value. */
export function leafAt(name: PackFileName, text: string, offset: number): Leaf | undefined {
  const entry = entryAt(name, text, offset);
  const leaves = entry ? leavesOf(entry).filter(({ start, end }) => start <= offset && offset <= end && start < end) : [];
  return leaves.at(-1);
}

/** The node's value at a key of a map, where it is a plain one. */
export function plainAt(entry: Entry, ...path: Path): Leaf | undefined {
  return leavesOf(entry).find((leaf) => !leaf.isKey && leaf.path.length === path.length && path.every((each, i) => leaf.path[i] === each));
}
