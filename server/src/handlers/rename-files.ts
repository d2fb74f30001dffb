import type { WorkspaceEdit } from 'vscode-languageserver';
import { rangeOf } from '../features/document';
import { linkEdits, movedBy } from '../features/file-renames';
import { NoteNames } from '../features/note-names';
import { stopWhereCancelled } from '../workspace/cancellation';
import { fileKey } from '../workspace/file-names';
import type { Handler } from './handler';

/** Any file: notes link to pictures and pages too. A pack's folder may be among the folders, which needs no edit: packs are named by their ids. */
const FILTERS = [{ pattern: { glob: '**/*' } }];

export const renameFilesHandler: Handler = {
  capabilities: ({ renamesFiles }) => (renamesFiles ? { workspace: { fileOperations: { willRename: { filters: FILTERS } } } } : {}),
  bind({ connection, services }) {
    connection.workspace.onWillRenameFiles(async ({ files }, token): Promise<WorkspaceEdit | null> => {
      const now = services();
      if (!now) return null;
      const { index, files: notesFiles, session } = now;
      const moved = movedBy(files, (a, b) => fileKey(a) === fileKey(b));
      const uris = await notesFiles.uris();
      const names = { before: new NoteNames(uris), after: new NoteNames(uris.map(moved)) };
      const changed: { uri: string; version: number | null; edits: { range: ReturnType<typeof rangeOf>; newText: string }[] }[] = [];
      for (const uri of uris) {
        stopWhereCancelled(token);
        const read = await index.read(uri);
        const edits = read ? linkEdits(read, names, moved) : [];
        if (!read || edits.length === 0) continue;
        changed.push({
          uri,
          version: index.versionOf(uri),
          edits: edits.map((edit) => ({ range: rangeOf(read.document, edit), newText: edit.newText })),
        });
      }
      if (changed.length === 0) return null;
      if (!session.versionedEdits) return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, edits])) };
      return { documentChanges: changed.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })) };
    });
  },
};
