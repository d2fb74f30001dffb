/** Where notes use a pack's ids as they are written: citations name sources, front matter names chapters. Everything else they name by its names. */
import type { Range } from 'vscode-languageserver-types';
import { type ReadDocument, rangeOf } from '../document';
import type { IdUse } from './ids';

export function idsInNotes({ document, reading }: ReadDocument, { id, kind }: Pick<IdUse, 'id' | 'kind'>): Range[] {
  const { frontMatter, blocks } = reading.notes;
  if (kind === 'chapter')
    return (frontMatter?.chapters ?? []).filter((chapter) => chapter.id === id).map((chapter) => rangeOf(document, chapter));
  if (kind !== 'source') return [];
  return blocks.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === 'citation' && mark.key === id ? [rangeOf(document, mark.keyRange)] : [])),
  );
}
