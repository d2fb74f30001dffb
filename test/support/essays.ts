/** The own essays as the server reads them, with the packs that they name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CheckedDocument } from '../../server/src/workspace/check-document';
import { Library, loadPacks } from '../../server/src/workspace/library';
import { unmark } from '../essays/unmark.mjs';
import { packFolders, readPack, root } from '../unit/packs/packs';

export const library = new Library(
  loadPacks({ packs: packFolders.map((folder) => ({ folder, files: readPack(folder) })), faults: [] }, 'shipped'),
);

export interface Essay {
  readonly name: string;
  /** As a student wrote it, mistakes and all. */
  readonly text: string;
}

export const essays: readonly Essay[] = readdirSync(join(root, 'test/essays'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: pack }) =>
    readdirSync(join(root, 'test/essays', pack))
      .filter((name) => name.endsWith('.marked'))
      .map((name) => ({ name: `${pack}/${name}`, text: unmark(readFileSync(join(root, 'test/essays', pack, name), 'utf8')).text })),
  );

/** The text read as notes; a stage that throws fails the test. */
export function read(text: string): CheckedDocument {
  const onError = (what: string, error: unknown) => {
    throw new Error(what, { cause: error });
  };
  const options = { rules: {}, ownNames: [], defaultChapters: ['stalins-rise'], onError };
  return new CheckedDocument(TextDocument.create('file:///notes.hnotes', 'history-notes', 1, text), library, options);
}
