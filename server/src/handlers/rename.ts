import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { AnyFact, Chapter, PackFile } from '../chapter/model';
import { rangeOf } from '../features/document';
import { factKey } from '../features/fact-uses';
import { packFileName } from '../features/packs/files';
import type { IdUse } from '../features/packs/ids';
import { idIsGiven, packRenamable, renameInPack } from '../features/packs/navigation';
import { chapterIdEdits, idFault, nameEdits, nameFault, type RenameTarget, renameTarget, sourceIdEdits } from '../features/rename';
import { type Said, say, write } from '../l10n/said';
import type { TextEdit as OffsetEdit } from '../rules/finding';
import type { CheckedDocument } from '../workspace/check-document';
import type { LibraryChapter } from '../workspace/library';
import { chapterKey } from '../workspace/notes-index';
import { type Handler, offsetAt, type Services } from './handler';

export const renameHandler: Handler = {
  capabilities: ({ prepareRename }) => ({ renameProvider: prepareRename ? { prepareProvider: true } : true }),
  bind({ connection, services, answer }) {
    connection.onPrepareRename(async ({ textDocument: { uri }, position }, token) => {
      const now = services();
      if (!now) return null;
      const inPack = await idInPack(uri, position, now);
      if (inPack !== undefined) return inPack && { range: inPack.range, placeholder: inPack.id };
      return answer('preparing a rename', uri, token, (read) => {
        const target = renameTarget(read.reading, offsetAt(read, position));
        if (!target) return null;
        if (target.kind !== 'name') packOf(target, read, now);
        return { range: rangeOf(read.document, target.range), placeholder: target.text };
      });
    });
    connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }, token) => {
      const now = services();
      if (!now) return null;
      const name = newName.trim();
      const inPack = await idInPack(uri, position, now);
      if (inPack) return renameId(inPack, name, now, token);
      if (inPack === null) throw refusal(NOTHING_HERE, now);
      return answer<WorkspaceEdit>('rename', uri, token, (read) => {
        const target = renameTarget(read.reading, offsetAt(read, position));
        if (!target) throw refusal(NOTHING_HERE, now);
        if (target.kind === 'name') return renameName(target, read, name, now, token);
        const { chapter, files } = packOf(target, read, now);
        return renameId({ chapter, files, id: target.text, kind: target.kind }, name, now, token);
      });
    });
  },
};

const NOTHING_HERE = say('Nothing that can be renamed stands here: names of the chapter and ids can.');

/** An answer that the client shows to the user. */
const refusal = (said: Said, { session }: Services) => new ResponseError(LSPErrorCodes.RequestFailed, write(said, session.language));

interface RenamedId extends Pick<IdUse, 'id' | 'kind'> {
  readonly chapter: Chapter | null;
  readonly files: readonly PackFile[];
}

/** The id at a place in a pack's file; null where none stands there, undefined in other files. */
async function idInPack(uri: string, position: Position, services: Services): Promise<(RenamedId & { range: Range }) | null | undefined> {
  if (packFileName(uri) === undefined) return undefined;
  const file = await services.packs.openFile(uri);
  if (!file) return undefined;
  const found = packRenamable(file, file.document.offsetAt(position));
  if (!found) return null;
  if (file.pack.shipped) throw refusal(SHIPPED, services);
  const { chapter, files } = file.pack;
  const { id, kind } = found.id;
  return { chapter, files, id, kind, range: found.range };
}

const SHIPPED = say('This chapter comes with History Notes: its ids cannot be changed.');

/** The workspace's pack that has the id; a shipped one is never edited. */
function packOf(target: Exclude<RenameTarget, { kind: 'name' }>, { reading }: CheckedDocument, services: Services): LibraryChapter {
  const chapter =
    target.kind === 'chapter' ? target.chapter : reading.knowledge.chapters.find(({ byId }) => isOf(byId.get(target.fact.id), target.fact));
  const pack = chapter && services.packs.library.chapters.get(chapter.id);
  if (!pack) throw refusal(NOTHING_HERE, services);
  if (pack.origin === 'shipped') throw refusal(SHIPPED, services);
  return pack;
}

const isOf = (fact: AnyFact | undefined, other: AnyFact) => fact?.place === other.place;

async function renameName(
  { fact, text }: Extract<RenameTarget, { kind: 'name' }>,
  { reading }: CheckedDocument,
  newName: string,
  services: Services,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const fault = nameFault(newName, fact, reading.knowledge);
  if (fault) throw refusal(fault, services);
  const key = factKey(fact, reading.knowledge);
  return editNotes((read) => nameEdits(read.reading, key, text, newName), key, services, token);
}

async function renameId(
  { chapter, files, id, kind }: RenamedId,
  newId: string,
  services: Services,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  if (newId === id) return workspaceEdit(new Map(), services);
  const other = kind === 'chapter' ? services.packs.library.chapters.get(newId) : undefined;
  const holder = other
    ? say('the chapter “{title}”', { title: other.title })
    : idIsGiven(newId, kind, files)
      ? (chapter?.byId.get(newId)?.name ?? say('another entry'))
      : undefined;
  const fault = idFault(newId, holder);
  if (fault) throw refusal(fault, services);
  const { index } = services;
  const edits = new Map<string, VersionedEdits>();
  for (const [uri, each] of renameInPack({ id, kind }, newId, files, services.packs.documentOf))
    edits.set(uri, { version: index.versionOf(uri), edits: each });
  const fact = kind === 'source' ? chapter?.byId.get(id) : undefined;
  // Notes name people, events and terms, never by their ids; sections not at all.
  if (kind === 'chapter') return editNotes((read) => chapterIdEdits(read.reading, id, newId), chapterKey(id), services, token, edits);
  if (!chapter || !fact) return workspaceEdit(edits, services);
  return editNotes((read) => sourceIdEdits(read.reading, fact, newId), `${chapter.id}/${id}`, services, token, edits);
}

interface VersionedEdits {
  /** Null for a file that is not open. */
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

/** The edits of all notes that mention what has this key, beside those already made. */
async function editNotes(
  editsOf: (read: CheckedDocument) => readonly OffsetEdit[],
  key: string,
  services: Services,
  token: CancellationToken,
  edits = new Map<string, VersionedEdits>(),
): Promise<WorkspaceEdit | null> {
  const { index } = services;
  const uris = (await index.documents(token)).filter(({ mentions }) => mentions.has(key)).map(({ uri }) => uri);
  for (const uri of uris) {
    if (token.isCancellationRequested) return null;
    const read = await index.read(uri);
    const found = read ? editsOf(read).map((edit): TextEdit => ({ range: rangeOf(read.document, edit), newText: edit.newText })) : [];
    if (read && found.length > 0) edits.set(uri, { version: index.versionOf(uri), edits: found });
  }
  return token.isCancellationRequested ? null : workspaceEdit(edits, services);
}

function workspaceEdit(edits: ReadonlyMap<string, VersionedEdits>, { session: { versionedEdits } }: Services): WorkspaceEdit {
  return versionedEdits
    ? { documentChanges: [...edits].map(([uri, { version, edits: list }]) => ({ textDocument: { uri, version }, edits: [...list] })) }
    : { changes: Object.fromEntries([...edits].map(([uri, { edits: list }]) => [uri, [...list]])) };
}
