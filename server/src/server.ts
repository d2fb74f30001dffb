/** The language server: one session on a connection, from `initialize` to `exit`. What it can do stands in `handlers`. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createDocument, updateDocument } from './features/position-encoding';
import { makeContext, type Services } from './handlers/handler';
import { HANDLERS } from './handlers/index';
import { isNotesName } from './workspace/file-names';
import type { Host } from './workspace/host';
import { Log } from './workspace/log';
import { NotesFiles } from './workspace/notes-files';
import { NotesIndex } from './workspace/notes-index';
import { NotesService } from './workspace/notes-service';
import { PackService } from './workspace/pack-service';
import { chaptersChangedNotification } from './workspace/protocol';
import { readSession, type Session } from './workspace/session';
import { SettingsStore } from './workspace/settings-store';

/** Serves the connection until it ends. The host knows where the packs are. */
export function startServer(connection: Connection, host: Host): void {
  const log = new Log(connection);
  let services: Services | undefined;
  const documents = new TextDocuments({
    create: (uri, languageId, version, text) => createDocument(uri, languageId, version, text, services?.session.positionEncoding),
    update: (document: TextDocument, changes, version) =>
      services?.notes.edit(document, changes, version) ?? updateDocument(document, changes, version),
  });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const session = readSession(params);
    const settings = new SettingsStore(connection, session.pullsConfiguration, session.settings);
    const packs: PackService = new PackService(connection, host, session, settings, log, documents, (changed) => {
      index.invalidate(changed);
      notes.invalidate(changed?.all);
      for (const handler of HANDLERS) handler.refresh?.(context, session);
      if (session.status) void connection.sendNotification(chaptersChangedNotification);
    });
    const files = new NotesFiles(connection, host, session, documents, log);
    const notes = new NotesService(connection, documents, session, settings, packs, files, log);
    const index = new NotesIndex(connection, host, session, settings, packs, files, notes, documents, log);
    services = { session, settings, packs, files, notes, index, log };
    return {
      serverInfo: { name: 'history-notes' },
      capabilities: {
        positionEncoding: session.positionEncoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...featureCapabilities(session),
      },
    };
  });

  connection.onInitialized(() => {
    if (!services) return;
    const { session, packs, files } = services;
    for (const handler of HANDLERS) handler.initialized?.(context, session);
    void packs.reload();
    files.watch().catch((error) => log.error('registering for changes of notes', error));
    if (session.registersConfiguration)
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'historyNotes' })
        .catch((error) => log.error('registering for settings', error));
    if (session.foldersChange) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const [more, fewer] = [added, removed].map((folders) => folders.map(({ uri }) => uri)) as [string[], string[]];
        files.changeFolders(more, fewer);
        void packs.changeFolders(more, fewer);
      });
    }
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    services?.settings.changed(settings);
    // Pack folders are a setting too; the documents are checked again when the packs are read.
    void services?.packs.reload();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const names = services?.files.filesChanged(changes) === true;
    services?.index.filesChanged(changes, names);
    services?.notes.filesChanged(names);
    if (!changes.every(({ uri }) => isNotesName(uri))) services?.packs.filesChanged();
  });

  // Opening a document counts as a change of its content.
  documents.onDidChangeContent(({ document }) => {
    services?.notes.schedule(document.uri);
    services?.packs.documentChanged(document.uri);
  });
  documents.onDidSave(({ document }) => {
    services?.notes.saved(document.uri);
    services?.packs.documentSettled(document.uri);
  });
  documents.onDidClose(({ document }) => {
    services?.notes.close(document.uri);
    services?.packs.documentSettled(document.uri);
  });

  const context = makeContext(connection, log, () => services);
  for (const handler of HANDLERS) handler.bind(context);

  connection.onShutdown(() => {
    services?.packs.dispose();
    services?.notes.dispose();
  });

  documents.listen(connection);
  connection.listen();
}

/** What all features together can do. */
function featureCapabilities(session: Session): ServerCapabilities {
  const own = HANDLERS.map((handler) => handler.capabilities(session));
  const workspace = { workspaceFolders: { supported: true, changeNotifications: true } };
  return { ...Object.assign({}, ...own), workspace: Object.assign(workspace, ...own.map((each) => each.workspace)) };
}
