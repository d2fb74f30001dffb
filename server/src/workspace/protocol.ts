/** What server and client say to each other beyond the Language Server Protocol; docs/editors describes it. Every URI is a string. */
import { NotificationType, NotificationType0, RequestType, RequestType0 } from 'vscode-languageserver';

/** Server to client: the packs in these folders, each a sub-folder with a `chapter.yaml` or the folder itself. */
export const readPacksRequest = new RequestType<
  { folders: string[] },
  { packs: { folder: string; files: { file: string; text: string }[] }[] },
  void
>('historyNotes/readPacks');

/** Server to client: the files in these folders and below that may be notes (`.hnotes`, `.md`). */
export const findNotesRequest = new RequestType<{ folders: string[] }, { files: string[] }, void>('historyNotes/findNotes');

/** Server to client: a file's text; null where it is gone or too large for notes. */
export const readNotesRequest = new RequestType<{ uri: string }, { text: string | null }, void>('historyNotes/readNotes');

export interface ChapterInfo {
  readonly id: string;
  readonly title: string;
  readonly book?: string;
  readonly origin: 'shipped' | 'workspace';
  /** Its `chapter.yaml`. */
  readonly uri: string;
  readonly keyQuestions: readonly { readonly id: string; readonly question: string; readonly section?: string }[];
}

/** Client to server: the chapters that are there. */
export const chaptersRequest = new RequestType0<ChapterInfo[], void>('historyNotes/chapters');

/** Client to server: read all packs again, for clients that watch no files. */
export const reloadPacksRequest = new RequestType0<null, void>('historyNotes/reloadPacks');

/** Server to client: the answer to `historyNotes/chapters` may be another now. */
export const chaptersChangedNotification = new NotificationType0('historyNotes/chaptersChanged');

export interface StatusParams {
  readonly uri: string;
  /** False for a Markdown document that names no chapter. */
  readonly served: boolean;
  /** What the document is checked against. */
  readonly chapters: readonly { readonly id: string; readonly title: string }[];
  /** Ids that it names and no pack has. */
  readonly missing: readonly string[];
}

/** Server to client: after a document's first check, and when what it is checked against changes. */
export const statusNotification = new NotificationType<StatusParams>('historyNotes/status');
