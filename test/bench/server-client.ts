/** The least of an editor: starts the server's process, opens one document, types in it and waits for what the server publishes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SERVER_OPTIONS } from '../../client/src/server-process';
import type { Edit } from './edits';
import { CHAPTER } from './texts';

const URI = 'file:///notes/essay.hnotes';

/** Milliseconds; a server that says nothing for so long is broken. */
const PATIENCE = 120_000;

/** Milliseconds; the server's own where they are not said. */
export interface ServerOptions {
  readonly debounce?: number;
  readonly firstRound?: number;
}

/** The findings of a document just opened are published once, all of them. */
export const ALL_AT_ONCE = { firstRound: 1e9 };

export class ServerClient {
  private document = TextDocument.create(URI, 'history-notes', 0, '');
  private readonly waiting = new Map<number, () => void>();

  private constructor(
    private readonly child: ChildProcess,
    private readonly connection: MessageConnection,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', ({ version }: PublishDiagnosticsParams) => {
      this.waiting.get(version ?? -1)?.();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({ defaultChapter: CHAPTER })));
    connection.onRequest('client/registerCapability', () => null);
  }

  /** Resolves when the server is initialized. */
  static async start(script: string, initializationOptions: ServerOptions = {}): Promise<ServerClient> {
    const child = spawn(process.execPath, [...SERVER_OPTIONS, script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const client = new ServerClient(child, connection);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
        },
      },
      initializationOptions,
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Resolves when diagnostics have come. */
  async open(text: string): Promise<void> {
    this.document = TextDocument.create(URI, 'history-notes', 1, text);
    const published = this.published(1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'history-notes', version: 1, text },
    });
    await published;
  }

  /** Milliseconds from the keystroke to its diagnostics. */
  async edit({ start, end, text }: Edit): Promise<number> {
    const version = this.document.version + 1;
    const change = { range: { start: this.document.positionAt(start), end: this.document.positionAt(end) }, text };
    TextDocument.update(this.document, [change], version);
    const published = this.published(version);
    const began = performance.now();
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version }, contentChanges: [change] });
    await published;
    return performance.now() - began;
  }

  get text(): string {
    return this.document.getText();
  }

  async end(): Promise<void> {
    const closed = once(this.child, 'close');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await closed;
    this.connection.dispose();
  }

  private published(version: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.child.kill();
        reject(new Error(`the server published nothing for version ${version}`));
      }, PATIENCE);
      this.waiting.set(version, () => {
        clearTimeout(timer);
        this.waiting.delete(version);
        resolve();
      });
    });
  }
}
