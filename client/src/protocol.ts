/** What client and server say to each other beyond the Language Server Protocol. Every URI is a string. */
import { NotificationType, RequestType, RequestType0 } from 'vscode-languageclient';

/** What the client tells the server at its start. */
export interface InitializationOptions {
  /** The extension's `content` folder, so that facts of shipped packs can be opened. */
  readonly contentUri: string;
  /** Commands that the server may put into its code actions because the client runs them. */
  readonly clientCommands: readonly string[];
  /** True: the client answers `historyNotes/readPacks`. */
  readonly readPacks: boolean;
  /** True: the client answers `historyNotes/findNotes` and `historyNotes/readNotes`. */
  readonly readNotes: boolean;
  /** True: the client listens to `historyNotes/status`. */
  readonly status: boolean;
}

export interface ChapterInfo {
  readonly id: string;
  readonly title: string;
  readonly book?: string;
  readonly origin: 'shipped' | 'workspace';
  /** Its `chapter.yaml`. */
  readonly uri: string;
  readonly keyQuestions: readonly { readonly id: string; readonly question: string; readonly section?: string }[];
}

/** Client to server: the chapters it knows. */
export const chaptersRequest = new RequestType0<readonly ChapterInfo[], void>('historyNotes/chapters');

export interface Status {
  readonly uri: string;
  /** False for a Markdown document that names no chapter. */
  readonly served: boolean;
  readonly chapters: readonly { readonly id: string; readonly title: string }[];
  /** Ids that the document names and no pack has. */
  readonly missing: readonly string[];
}

/** Server to client: what a document is checked against, whenever that changes. */
export const statusNotification = new NotificationType<Status>('historyNotes/status');

export interface Pack {
  readonly folder: string;
  readonly files: readonly { readonly file: string; readonly text: string }[];
}

/** Server to client: read the packs in these folders, which the server itself cannot reach. */
export const readPacksRequest = new RequestType<{ readonly folders: readonly string[] }, { readonly packs: readonly Pack[] }, void>(
  'historyNotes/readPacks',
);

/** Server to client: the files in these folders and below that may be notes, of folders that the server itself cannot reach. */
export const findNotesRequest = new RequestType<{ readonly folders: readonly string[] }, { readonly files: readonly string[] }, void>(
  'historyNotes/findNotes',
);

/** Server to client: the text of such a file; null where it is gone or too large. */
export const readNotesRequest = new RequestType<{ readonly uri: string }, { readonly text: string | null }, void>('historyNotes/readNotes');
