/** What is being typed in a pack's file: a key of a thing, a value of a key, an item of a list. Works in YAML that is half typed. */
import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { composeTolerantly } from '../../chapter/pack/yaml-reader';
import type { TextRange } from '../../notes/model';
import type { PackFileName } from './files';
import { type Path, pieces } from './tree';

export interface PackTyping {
  /** The word at the cursor, which a completion replaces. */
  readonly replace: TextRange;
  /** What is typed of it so far. */
  readonly typed: string;
  /** Where a new key would stand; undefined where none can. */
  readonly key?: { readonly path: Path; readonly present: ReadonlySet<string> };
  /** Where a value would stand; undefined where none can. */
  readonly value?: { readonly path: Path; readonly quote: '"' | "'" | '' };
  /** The values of the thing around the cursor, by key. */
  readonly siblings: ReadonlyMap<string, string>;
  /** The id of the entry around the cursor. */
  readonly entryId: string | undefined;
  /** In [ ] or { }, where a new line means nothing. */
  readonly inline: boolean;
}

/** Stands for the word at the cursor while the place is sought; no author types it. */
const MARKER = 'zz-cursor-zz';
const WORD = /[^\s,:[\]{}'"#]/;

/** Null in comments, in text that goes on over lines, and wherever else nothing can be proposed. */
export function typingAt(name: PackFileName, text: string, offset: number): PackTyping | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  if (/(?:^|\s)#/.test(line.replace(/"[^"]*"|'[^']*'/g, ''))) return null;
  let start = offset;
  while (start > lineStart && WORD.test(text.charAt(start - 1))) start -= 1;
  let end = offset;
  while (end < text.length && WORD.test(text.charAt(end))) end += 1;
  const before = text.slice(lineStart, start);
  const typed = text.slice(start, offset);
  const piece = pieces(name, text).findLast((each) => each.start <= start) ?? { start: 0, end: text.length };
  const around = (word: string, skip = end) => text.slice(piece.start, start) + word + text.slice(skip, piece.end);

  const ownLine = /^[ \t]*(?:- +)*$/.test(before);
  const quote = /["']$/.exec(before)?.[0] as '"' | "'" | undefined;
  // A quotation mark that is still open would swallow all that follows.
  const closed = quote !== undefined && text.charAt(end) !== quote ? `${MARKER}${quote}` : MARKER;
  const plain = find(around(closed));
  const afterWord = /^[ \t]*(:?)/.exec(text.slice(end))!;
  // On a line of its own a word may be a key: with its colon it is one, and what stands below keeps its place.
  const asKey = ownLine ? find(around(`${MARKER}: `, end + afterWord[0].length)) : undefined;
  const key = asKey?.isKey ? asKey : plain?.isKey ? plain : undefined;
  const value = plain && !plain.isKey && afterWord[1] === '' ? plain : undefined;
  if (!key && !value) return null;
  return {
    replace: { start, end },
    typed,
    ...(key ? { key: { path: key.path.slice(0, -1), present: key.present } } : {}),
    ...(value ? { value: { path: value.path, quote: quote ?? '' } } : {}),
    siblings: (key ?? value)!.siblings,
    entryId: (key ?? value)!.entryId,
    inline: !ownLine && /[[{,]\s*["']?$/.test(before),
  };
}

interface Found {
  readonly path: Path;
  readonly isKey: boolean;
  readonly present: ReadonlySet<string>;
  readonly siblings: ReadonlyMap<string, string>;
  readonly entryId: string | undefined;
}

/** Where the marker stands in a text; undefined where the YAML has taken it for a part of something else. */
function find(text: string): Found | undefined {
  const root = (composeTolerantly(text)?.contents ?? null) as ParsedNode | null;
  const none: ReadonlyMap<string, string> = new Map();
  const walk = (node: ParsedNode | null, path: Path, siblings: ReadonlyMap<string, string>): Omit<Found, 'entryId'> | undefined => {
    if (isScalar(node)) return node.value === MARKER ? { path, isKey: false, present: new Set(), siblings } : undefined;
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        const found = walk(item as ParsedNode | null, [...path, index], siblings);
        if (found) return found;
      }
      return undefined;
    }
    if (!isMap(node)) return undefined;
    const values = new Map<string, string>();
    for (const { key, value } of node.items)
      if (isScalar(key) && key.value !== MARKER) values.set(String(key.value), isScalar(value) ? String(value.value ?? '') : '');
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const inner = [...path, String(key.value)];
      if (key.value === MARKER) return { path: inner, isKey: true, present: new Set(values.keys()), siblings: values };
      const found = walk(value as ParsedNode | null, inner, values);
      if (found) return found;
    }
    return undefined;
  };
  const found = walk(root, [], none);
  if (!found) return undefined;
  const entry = isSeq(root) && typeof found.path[0] === 'number' ? root.items[found.path[0]] : undefined;
  const id = isMap(entry) ? entry.get('id') : undefined;
  return { ...found, entryId: typeof id === 'string' ? id : undefined };
}
