/** The parts of Markdown that are no blocks of prose: where code, quotes, tables, comments, whole list items and link definitions stand. */
import { hidePipes } from './blocks';
import { withLineFeeds } from './index';
import { blockParser } from './markdown';
import type { Notes, TextRange } from './model';

/** As the Markdown parser calls them. */
export type PartKind = 'FencedCode' | 'Blockquote' | 'Table' | 'CommentBlock' | 'ListItem' | 'LinkReference';

export interface MarkupPart extends TextRange {
  readonly kind: PartKind;
}

/** By start; those that hold others before these. */
export function markupParts({ text, frontMatter }: Notes, kinds: readonly PartKind[]): MarkupPart[] {
  const base = frontMatter?.end ?? (text.startsWith('\ufeff') ? 1 : 0);
  const { body, place } = withLineFeeds(text.slice(base), base);
  const parts: MarkupPart[] = [];
  blockParser.parse(hidePipes(body)).iterate({
    enter({ name, from, to }) {
      const kind = kinds.find((each) => each === name);
      if (kind) parts.push({ kind, start: place(from), end: place(to) });
    },
  });
  return parts;
}
