/** Where a `[[link]]` to notes leads, for document links and definitions. */
import type { Range } from 'vscode-languageserver-types';
import { rangeOf } from '../features/document';
import { headingNamed } from '../notes/headings';
import { parseNotes } from '../notes/index';
import type { Services } from './handler';

export interface LinkedNotes {
  readonly uri: string;
  /** Of the heading meant; undefined for the notes as a whole. */
  readonly heading?: Range;
}

/**
 * The notes that a link of this name in the document `from` means: another file ("causes"), a heading of it ("causes#The war"), or a heading of the document itself ("The war", "#The war").
 * Null where there is none.
 */
export async function linkedNotes(from: string, name: string, { files, index }: Services): Promise<LinkedNotes | null> {
  const file = (await files.names(from)).find(from, name);
  const at = name.indexOf('#');
  if (file && at < 0) return { uri: file };
  const uri = file ?? from;
  const document = at <= 0 || file ? await index.documentOf(uri) : null;
  const found = document && headingNamed(parseNotes(document.getText()), name.slice(at + 1));
  if (found) return { uri, heading: rangeOf(document, found) };
  return file ? { uri } : null;
}
