/** What binds one LSP feature to the connection: what the server says it can, and the requests it then answers. */
import { type CancellationToken, type Connection, ResponseError, type ServerCapabilities } from 'vscode-languageserver';
import type { Position } from 'vscode-languageserver-types';
import { stopWhereCancelled } from '../workspace/cancellation';
import type { CheckedDocument } from '../workspace/check-document';
import type { Log } from '../workspace/log';
import type { NotesFiles } from '../workspace/notes-files';
import type { NotesIndex } from '../workspace/notes-index';
import type { NotesService } from '../workspace/notes-service';
import type { PackService } from '../workspace/pack-service';
import type { Session } from '../workspace/session';
import type { SettingsStore } from '../workspace/settings-store';

/** What a session is made of, from `initialize` on. */
export interface Services {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly packs: PackService;
  /** Which files of notes there are. */
  readonly files: NotesFiles;
  readonly notes: NotesService;
  /** What the notes of the whole workspace mention. */
  readonly index: NotesIndex;
  readonly log: Log;
}

export interface AnswerOptions {
  /** Of the document as it stood when it was asked, whatever has been typed since: an editor waits for its first completions and filters them itself. */
  readonly asAsked?: boolean;
}

export interface Context {
  readonly connection: Connection;
  readonly log: Log;
  /** Undefined before `initialize`. */
  services(): Services | undefined;
  /**
   * Answers a request about a document, with null where it is not served or the feature fails.
   * Where the request was cancelled, or the document has changed since, it ends with the error that says so; what a feature refuses (a `ResponseError`) is passed on.
   */
  answer<T>(
    what: string,
    uri: string,
    token: CancellationToken,
    work: (read: CheckedDocument, services: Services) => T | null | Promise<T | null>,
    options?: AnswerOptions,
  ): Promise<T | null>;
}

export interface Handler {
  /** What the server says in answer to `initialize`, for this client. */
  capabilities(session: Session): ServerCapabilities;
  /** Called when the session has begun: for what is registered with the client only then. */
  initialized?(context: Context, session: Session): void;
  /** Registers the handlers of its requests; called once, before the connection listens. */
  bind(context: Context): void;
  /** Packs or settings have changed: asks the client to ask again, where it can be asked. */
  refresh?(context: Context, session: Session): void;
}

export function makeContext(connection: Connection, log: Log, services: () => Services | undefined): Context {
  return {
    connection,
    log,
    services,
    async answer(what, uri, token, work, { asAsked = false } = {}) {
      try {
        const read = await services()?.notes.checked(uri, asAsked ? undefined : token);
        stopWhereCancelled(token);
        const now = services();
        return read && now ? await work(read, now) : null;
      } catch (error) {
        // What a feature refuses the client tells the user.
        if (error instanceof ResponseError) throw error;
        log.error(what, error);
        return null;
      }
    },
  };
}

/** The UTF-16 offset of an LSP position. */
export function offsetAt({ document }: CheckedDocument, position: Position): number {
  return document.offsetAt(position);
}
