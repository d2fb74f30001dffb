/** The parts of Markdown that are no blocks of prose: where code, quotes, tables, comments, whole list items and link definitions stand. */
import { parseBody } from './markdown-body';
import type { Notes, TextRange } from './model';

/** As the Markdown parser calls them. */
export type PartKind = 'FencedCode' | 'Blockquote' | 'Table' | 'CommentBlock' | 'ListItem' | 'LinkReference';

export interface MarkupPart extends TextRange {
  readonly kind: PartKind;
}

/** By start; those that hold others before these. */
export function markupParts({ text, frontMatter }: Notes, kinds: readonly PartKind[]): MarkupPart[] {
  const base = frontMatter?.end ?? (text.startsWith('\ufeff') ? 1 : 0);
  const { tree, place } = parseBody(text.slice(base), base);
  const parts: MarkupPart[] = [];
  tree.iterate({
    enter({ name, from, to }) {
      const kind = kinds.find((each) => each === name);
      if (kind) parts.push({ kind, start: place(from), end: place(to) });
    },
  });
  return parts;
}
