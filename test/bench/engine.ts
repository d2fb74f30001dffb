/** The calls to this checker's engine that are measured, all in one place: loading packs, a full check, a check after an edit. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseNotes } from '../../server/src/notes/index';
import { CheckedDocument, type Options } from '../../server/src/workspace/check-document';
import { readPacks } from '../../server/src/workspace/disk';
import { Library, loadPacks } from '../../server/src/workspace/library';
import { applyEdit, type Edit } from './edits';

export interface Engine {
  /** A full check that takes nothing over from texts checked before. */
  check(text: string): Checked;
}

export interface Checked {
  readonly findings: number;
  /** The text after the edit, checked again from what is known of it. */
  edit(edit: Edit): Checked;
}

/**
 * @param folder holds packs, as `content` does.
 * @param chapters that texts without front matter are checked against.
 * @throws where a pack has a fault, so that nothing is measured of half a pack.
 */
export async function loadEngine(folder: string, chapters: readonly string[]): Promise<Engine> {
  const library = new Library(loadPacks(await readPacks(folder, (path) => path), 'shipped'));
  const [problem] = library.problems;
  if (problem) throw new Error(`${problem.place.file}:${problem.place.line + 1}: ${problem.message}`);
  const missing = chapters.find((id) => !library.chapters.has(id));
  if (missing !== undefined) throw new Error(`${folder}: there is no chapter ${missing}`);
  const options: Options = {
    rules: {},
    ownNames: [],
    defaultChapters: chapters,
    onError: (what, error) => {
      throw new Error(what, { cause: error });
    },
  };
  library.knowledge(chapters, []);
  const check = (text: string, before?: CheckedDocument): Checked => {
    const document = TextDocument.create('file:///notes.hnotes', 'history-notes', 1, text);
    const checked = new CheckedDocument(document, library, options, parseNotes(text, before?.reading.notes), before);
    return { findings: checked.findings.length, edit: (edit) => check(applyEdit(text, edit), checked) };
  };
  return { check: (text) => check(text) };
}
