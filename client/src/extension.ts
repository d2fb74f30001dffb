/** What the extension does on every host: it starts the server when there are notes to read, and registers the commands. */
import { commands, type Disposable, type ExtensionContext, l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { addToMyNames } from './commands/add-to-my-names';
import { missingEvents } from './commands/missing-events';
import { type NewNotesChoice, newNotes } from './commands/new-notes';
import { showFact } from './commands/show-fact';
import { showReferences } from './commands/show-references';
import { turnOffRule } from './commands/turn-off-rule';
import { placeOfCursor } from './cursor';
import { isNotes } from './notes';
import { mayBePackFile, packFilters } from './pack-files';
import { readPacks } from './packs';
import {
  chaptersRequest,
  findNotesRequest,
  type InitializationOptions,
  readNotesRequest,
  readPacksRequest,
  statusNotification,
} from './protocol';
import { ChapterStatus } from './status';
import { findNotes, readNotes } from './workspace-notes';

/** Makes the client of this host: a process on the desktop, a worker in the browser. */
export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

export interface Extension {
  stop(): Promise<void>;
}

/** Schemes of a document's other versions (the left side of a comparison): they have hovers, but their findings would be noise in the Problems panel. */
const otherVersions = new Set(['git', 'gitlens', 'hg', 'pr', 'review', 'scm', 'svn', 'vscode-local-history', 'chat-editing-text-model']);

export function startExtension(context: ExtensionContext, createClient: ClientFactory): Extension {
  const output = window.createOutputChannel('History Notes', { log: true });
  const status = new ChapterStatus();
  const initializationOptions: InitializationOptions = {
    contentUri: Uri.joinPath(context.extensionUri, 'content').toString(),
    clientCommands: ['historyNotes.addToMyNames', 'historyNotes.missingEvents', 'historyNotes.showReferences', 'historyNotes.turnOffRule'],
    readPacks: true,
    readNotes: true,
    status: true,
  };
  // The packs that ship lie in the extension's own folder, whatever it is called.
  const shipped = `**/${context.extensionUri.path.split('/').at(-1)}/content`;
  const documentSelector = () => [
    { language: 'history-notes' },
    { language: 'markdown' },
    ...packFilters(packFolders()),
    ...packFilters(['content']).map(({ pattern }) => ({ pattern: pattern.replace('**/content', shipped) })),
  ];
  const client = createClient('historyNotes', 'History Notes', {
    documentSelector: documentSelector(),
    initializationOptions,
    outputChannel: output,
    diagnosticCollectionName: 'history-notes',
    // Texts of packs are shown, never obeyed.
    markdown: { isTrusted: false, supportHtml: false },
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, otherVersions.has(uri.scheme) ? [] : diagnostics),
      provideDiagnostics: async (document, previousResultId, token, next) => {
        const { scheme } = document instanceof Uri ? document : document.uri;
        return otherVersions.has(scheme) ? undefined : next(document, previousResultId, token);
      },
      executeCommand: (command, args, next) => next(command, args.length > 0 ? args : placeOfCursor()),
    },
  });
  client.onNotification(statusNotification, (each) => status.update(each));
  client.onRequest(findNotesRequest, async ({ folders }) => ({ files: await findNotes(folders) }));
  client.onRequest(readNotesRequest, async ({ uri }) => ({ text: await readNotes(uri) }));
  client.onRequest(readPacksRequest, async ({ folders }) => ({ packs: await readPacks(folders) }));

  let starting: Promise<void> | undefined;
  /** Starts the server, once. Where that fails the output says why, and the next call tries again. */
  const start = () => {
    starting ??= client.start().catch((error) => {
      starting = undefined;
      output.error(l10n.t('The History Notes server could not be started.'), error);
      throw error;
    });
    return starting;
  };
  const restart = async () => {
    if (client.isRunning()) await client.stop();
    starting = undefined;
    client.clientOptions.documentSelector = documentSelector();
    await start();
  };
  const startFor = (document: TextDocument) => {
    if (!starting && (isNotes(document) || mayBePackFile(document, packFolders()))) start().catch(() => {});
  };

  const registrations: Disposable[] = [
    output,
    status,
    workspace.onDidOpenTextDocument(startFor),
    workspace.onDidChangeTextDocument(({ document }) => startFor(document)),
    // Which files are told of to the server is settled when it starts.
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('historyNotes.packs') && starting) restart().catch(() => {});
    }),
    workspace.onDidCloseTextDocument(({ uri }) => status.forget(uri.toString())),
    commands.registerCommand('historyNotes.newNotes', async (choice?: NewNotesChoice) => {
      await start();
      await newNotes(await client.sendRequest(chaptersRequest), choice);
    }),
    commands.registerCommand('historyNotes.showFact', showFact),
    commands.registerCommand('historyNotes.addToMyNames', addToMyNames),
    commands.registerCommand('historyNotes.turnOffRule', turnOffRule),
    commands.registerCommand('historyNotes.showReferences', showReferences),
    commands.registerCommand('historyNotes.missingEvents', (uri?: string) => missingEvents(client, uri)),
    commands.registerCommand('historyNotes.restartServer', restart),
    commands.registerCommand('historyNotes.showOutput', () => output.show()),
  ];
  context.subscriptions.push(...registrations);
  workspace.textDocuments.forEach(startFor);
  return { stop: async () => (client.isRunning() ? client.stop() : undefined) };
}

/** The folders of `historyNotes.packs`, of the workspace and of each of its folders. */
function packFolders(): string[] {
  const scopes = [null, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri)];
  return [...new Set(scopes.flatMap((scope) => workspace.getConfiguration('historyNotes', scope).get<string[]>('packs', [])))];
}
