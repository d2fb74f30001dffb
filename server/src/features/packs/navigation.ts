/** From ids to what they are the ids of, from there to all that use them, and new ids. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, Range, TextEdit } from 'vscode-languageserver-types';
import type { PackFile } from '../../chapter/index';
import { rangeOf } from '../document';
import type { DocumentOf, LivePack, OpenPackFile } from './files';
import { declarationOf, type IdUse, idAt, usesOf } from './ids';

/** The id at an offset of the file. */
export function idHere({ document, name }: OpenPackFile, offset: number): IdUse | null {
  return idAt(name, document.uri, document.getText(), offset) ?? null;
}

/** Where the entry of the id at the offset is. */
export function packDefinition(file: OpenPackFile, offset: number): Location | null {
  const id = idHere(file, offset);
  const declaration = id && declarationOf(id, file.pack.files);
  return declaration ? (locate([declaration], file.pack)[0] ?? null) : null;
}

/** Every place in the pack that uses the id at the offset. */
export function packReferences(file: OpenPackFile, offset: number, includeDeclaration: boolean): Location[] | null {
  const id = idHere(file, offset);
  if (!id) return null;
  return locate(
    usesOf(id, file.pack.files).filter(({ declares }) => includeDeclaration || !declares),
    file.pack,
  );
}

/** The id at the offset where it can be renamed: one that some entry of the pack has. */
export function packRenamable(file: OpenPackFile, offset: number): { readonly range: Range; readonly id: IdUse } | null {
  const id = idHere(file, offset);
  return id && declarationOf(id, file.pack.files) ? { range: rangeOf(file.document, id), id } : null;
}

/** Whether an entry of the pack has this id, among those that must differ from one of this kind. */
export function idIsGiven(id: string, kind: IdUse['kind'], files: readonly PackFile[]): boolean {
  return declarationOf({ id, kind }, files) !== undefined;
}

/** The edits, by file, that give an id another name in all of a pack's files. */
export function renameInPack(
  id: Pick<IdUse, 'id' | 'kind'>,
  newId: string,
  files: readonly PackFile[],
  documentOf: DocumentOf,
): Map<string, TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  for (const file of files) {
    const document = documentOf(file);
    const inFile = usesOf(id, [file]).map((use): TextEdit => {
      const quote = /^["']/.exec(file.text.charAt(use.start))?.[0] ?? '';
      return { range: rangeOf(document, use), newText: `${quote}${newId}${quote}` };
    });
    if (inFile.length > 0) edits.set(file.file, inFile);
  }
  return edits;
}

/** Places as LSP locations. */
function locate(uses: readonly IdUse[], { files, documentOf }: LivePack): Location[] {
  const documents = new Map<string, TextDocument>();
  return uses.flatMap((use) => {
    const file = files.find((each) => each.file === use.file);
    if (!file) return [];
    const document = documents.get(use.file) ?? documentOf(file);
    documents.set(use.file, document);
    return [{ uri: use.file, range: rangeOf(document, use) }];
  });
}
