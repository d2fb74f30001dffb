/** Document highlights: every mention, in this document, of what stands at the cursor. */
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import { type ReadDocument, rangeOf } from './document';
import { factAt } from './fact-at';
import { factKey, factUses } from './fact-uses';

/** Null where nothing of the chapter stands, so that an editor highlights the word in its own way. */
export function documentHighlights({ document, reading }: ReadDocument, offset: number): DocumentHighlight[] | null {
  const found = factAt(reading, offset);
  if (!found) return null;
  const key = factKey(found.fact, reading.knowledge);
  return factUses(reading)
    .filter(({ fact }) => factKey(fact, reading.knowledge) === key)
    .map((use) => ({ range: rangeOf(document, use), kind: DocumentHighlightKind.Text }));
}
