/** Linked editing: a footnote's label, where it is referred to and where it stands. Names change by rename: a name typed anew is often another's. */
import type { Range } from 'vscode-languageserver-types';
import type { TextRange } from '../notes/model';
import { type ReadDocument, rangeOf } from './document';
import { contains } from './fact-at';
import { sourceWithoutCode } from './raw-markup';

const FOOTNOTE = /\[\^([^\s[\]^]+)\]/g;

/** Null away from a footnote's label, and at one that stands in no other place. */
export function linkedEditingRanges(
  { document, reading: { notes } }: ReadDocument,
  offset: number,
): { ranges: Range[]; wordPattern: string } | null {
  const labels: TextRange[] = [];
  for (const block of notes.blocks) {
    for (const match of sourceWithoutCode(notes.text, block).matchAll(FOOTNOTE)) {
      const start = block.start + match.index + 2;
      labels.push({ start, end: start + match[1]!.length });
    }
  }
  const wordsOf = ({ start, end }: TextRange) => notes.text.slice(start, end);
  const here = labels.find((label) => contains(label, offset));
  const same = here ? labels.filter((label) => wordsOf(label) === wordsOf(here)) : [];
  return same.length > 1 ? { ranges: same.map((label) => rangeOf(document, label)), wordPattern: '[^\\s\\[\\]^]+' } : null;
}
