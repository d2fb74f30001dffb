/** The language server: binds the features to a connection. What can be tested without one stands elsewhere. */
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeActionKind, type Position } from 'vscode-languageserver-types';
import { codeActions, FIX_ALL } from './features/code-actions';
import { completion, type ItemData, resolveCompletion, TRIGGER_CHARACTERS } from './features/completion/index';
import { hover } from './features/hover';
import type { CheckedDocument } from './workspace/check-document';
import type { Host } from './workspace/host';
import { Log } from './workspace/log';
import { NotesService } from './workspace/notes-service';
import { PackService } from './workspace/pack-service';
import { type ChapterInfo, chaptersChangedNotification, chaptersRequest, reloadPacksRequest } from './workspace/protocol';
import { readSession, type Session } from './workspace/session';
import { isRecord } from './workspace/settings';
import { SettingsStore } from './workspace/settings-store';

/** What a session is made of, from `initialize` on. */
interface Services {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly packs: PackService;
  readonly notes: NotesService;
}

/** Serves the connection until it ends. The host knows where the packs are. */
export function startServer(connection: Connection, host: Host): void {
  const log = new Log(connection);
  let services: Services | undefined;
  const documents = new TextDocuments({
    create: TextDocument.create,
    update: (document: TextDocument, changes, version) =>
      services?.notes.edit(document, changes, version) ?? TextDocument.update(document, changes, version),
  });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const session = readSession(params);
    const settings = new SettingsStore(connection, session.pullsConfiguration, session.settings);
    const packs: PackService = new PackService(connection, host, session, settings, log, () => {
      notes.invalidate();
      if (session.status) void connection.sendNotification(chaptersChangedNotification);
    });
    const notes = new NotesService(connection, documents, session, settings, packs, log);
    services = { session, settings, packs, notes };
    return {
      serverInfo: { name: 'history-notes' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: TRIGGER_CHARACTERS, resolveProvider: true, completionItem: { labelDetailsSupport: true } },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (!services) return;
    const { session, packs } = services;
    void packs.reload();
    if (session.registersConfiguration)
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'historyNotes' })
        .catch((error) => log.error('registering for settings', error));
    if (session.foldersChange) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        void packs.changeFolders(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
      });
    }
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    services?.settings.changed(settings);
    // Pack folders are a setting too; the documents are checked again when the packs are read.
    void services?.packs.reload();
  });
  connection.onDidChangeWatchedFiles(() => services?.packs.filesChanged());

  // Opening a document counts as a change of its content.
  documents.onDidChangeContent(({ document }) => services?.notes.schedule(document.uri));
  documents.onDidSave(({ document }) => services?.notes.saved(document.uri));
  documents.onDidClose(({ document }) => services?.notes.close(document.uri));

  /** Answers a request about a document, with null where it is not served, the request was cancelled or the feature fails. */
  async function answer<T>(
    what: string,
    uri: string,
    token: CancellationToken,
    work: (read: CheckedDocument, session: Session) => T | null,
  ): Promise<T | null> {
    try {
      const read = await services?.notes.checked(uri);
      return read && services && !token.isCancellationRequested ? work(read, services.session) : null;
    } catch (error) {
      log.error(what, error);
      return null;
    }
  }
  const offsetAt = ({ document }: CheckedDocument, position: Position) => document.offsetAt(position);

  connection.onHover(({ textDocument, position }, token) =>
    answer('hover', textDocument.uri, token, (read, { hoverMarkup }) => hover(read, offsetAt(read, position), hoverMarkup)),
  );

  connection.onCompletion(({ textDocument, position, context }, token) =>
    answer('completion', textDocument.uri, token, (read, session) =>
      completion(read, offsetAt(read, position), {
        abilities: session.completion,
        available: [...(services?.packs.library.chapters.values() ?? [])],
        ...(context?.triggerCharacter ? { trigger: context.triggerCharacter } : {}),
      }),
    ),
  );

  connection.onCompletionResolve(async (item, token) => {
    const data: unknown = item.data;
    if (!isItemData(data)) return item;
    return (
      (await answer('completion documentation', data.uri, token, (read, { completionMarkup }) =>
        resolveCompletion(item, read, completionMarkup),
      )) ?? item
    );
  });

  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer('code actions', textDocument.uri, token, (read, { versionedEdits, clientCommands }) =>
      codeActions(
        read,
        { start: offsetAt(read, range.start), end: offsetAt(read, range.end) },
        { diagnostics: context.diagnostics, versionedEdits, clientCommands, ...(context.only ? { only: context.only } : {}) },
      ),
    ),
  );

  connection.onRequest(chaptersRequest, async (): Promise<ChapterInfo[]> => {
    await services?.packs.ready();
    return [...(services?.packs.library.chapters.values() ?? [])].map(({ id, title, book, origin, chapter }) => ({
      id,
      title,
      ...(book ? { book } : {}),
      origin,
      uri: chapter.place.file,
      keyQuestions: chapter.keyQuestions,
    }));
  });
  connection.onRequest(reloadPacksRequest, async () => {
    await services?.packs.reload();
    return null;
  });

  connection.onShutdown(() => {
    services?.packs.dispose();
    services?.notes.dispose();
  });

  documents.listen(connection);
  connection.listen();
}

function isItemData(data: unknown): data is ItemData {
  return isRecord(data) && typeof data.uri === 'string' && typeof data.fact === 'string';
}
