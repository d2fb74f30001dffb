/** An editor for the protocol tests: talks to the built server over stdio. In texts `‸` marks the cursor. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type CancellationToken,
  createMessageConnection,
  type Message,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  MarkupContent,
  Position,
  PublishDiagnosticsParams,
  Range,
  ServerCapabilities,
  TextDocumentContentChangeEvent,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PositionEncoding } from '../../server/src/chapter/model';
import { createDocument, updateDocument } from '../../server/src/features/position-encoding';

const root = join(import.meta.dirname, '..', '..');
/** The front matter that most tests begin with: four lines. */
export const STALIN = '---\nchapter: stalins-rise\n---\n\n';
export const serverScript = join(root, 'dist', 'server.js');

/** What VS Code says of itself, as far as the server asks. */
export const vscodeCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true },
    applyEdit: true,
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      contextSupport: true,
      completionItem: {
        documentationFormat: ['markdown', 'plaintext'],
        labelDetailsSupport: true,
        snippetSupport: true,
        commitCharactersSupport: true,
        resolveSupport: { properties: ['documentation'] },
      },
      completionList: { itemDefaults: ['editRange'] },
    },
    semanticTokens: {
      requests: { range: true, full: { delta: true } },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
      overlappingTokenSupport: false,
      multilineTokenSupport: false,
    },
    inlayHint: { resolveSupport: { properties: ['tooltip', 'textEdits', 'label.tooltip', 'label.location', 'label.command'] } },
    inlineCompletion: {},
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
    },
  },
};

/** The same of an editor that pulls diagnostics and can be told to pull again. */
export const pullingCapabilities = {
  workspace: { ...vscodeCapabilities.workspace, diagnostics: { refreshSupport: true } },
  textDocument: {
    ...vscodeCapabilities.textDocument,
    diagnostic: { dynamicRegistration: true, relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
  },
};

export interface EditorOptions {
  readonly capabilities?: unknown;
  /** The `historyNotes` section, as a client with workspace/configuration answers it. */
  readonly settings?: Record<string, unknown>;
  /** The section as some document or folder has it, where it has one of its own. */
  readonly settingsOf?: (scopeUri: string) => Record<string, unknown> | undefined;
  readonly initializationOptions?: Record<string, unknown>;
  /** URIs. */
  readonly workspaceFolders?: readonly string[];
  /** The server's script and arguments. */
  readonly command?: readonly string[];
  /** Answers `historyNotes/readPacks`. */
  readonly readPacks?: (folders: readonly string[]) => { folder: string; files: { file: string; text: string }[] }[];
  /** Answers `historyNotes/findNotes` and `historyNotes/readNotes`: texts by URI. */
  readonly notesFiles?: Readonly<Record<string, string>>;
  /** The language of the editor's own menus. */
  readonly locale?: string;
  /** Runs the browser's server in a worker instead of the process. */
  readonly worker?: boolean;
}

/** Splits a marked text into the text and the cursor's offset. */
export function marked(text: string): { text: string; offset: number } {
  const offset = text.indexOf('‸');
  if (offset < 0) throw new Error(`no cursor in ${text}`);
  return { text: text.replace('‸', ''), offset };
}

export class Editor {
  /** What the server said it can. */
  capabilities: ServerCapabilities = {};
  /** Every publication, in order. */
  readonly publications: PublishDiagnosticsParams[] = [];
  readonly notifications: { method: string; params: unknown }[] = [];
  readonly logs: string[] = [];
  readonly registrations: { id: string; method: string; registerOptions?: unknown }[] = [];
  /** What the server asked the client to ask for again. */
  readonly refreshes: string[] = [];
  /** How often the server asked for settings. */
  configurationRequests = 0;
  /** How often the server asked to pull diagnostics again. */
  repulls = 0;
  settings: Record<string, unknown>;
  private readonly waiting = new Set<() => void>();
  private count = 0;

  private constructor(
    readonly connection: MessageConnection,
    private readonly end: () => Promise<unknown>,
    options: EditorOptions,
  ) {
    this.settings = options.settings ?? {};
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.publications.push(params);
      this.wake();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logs.push(message);
    });
    connection.onNotification((method, params) => {
      this.notifications.push({ method, params });
      this.wake();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) => {
      this.configurationRequests++;
      return items.map(({ scopeUri }) => (scopeUri && options.settingsOf?.(scopeUri)) || this.settings);
    });
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: Editor['registrations'] }) => {
      this.registrations.push(...registrations);
      this.wake();
      return null;
    });
    connection.onRequest('client/unregisterCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.repulls++;
      this.wake();
      return null;
    });
    connection.onRequest('historyNotes/findNotes', ({ folders }: { folders: string[] }) => ({
      files: Object.keys(options.notesFiles ?? {}).filter((uri) => folders.some((folder) => uri.startsWith(`${folder}/`))),
    }));
    connection.onRequest('historyNotes/readNotes', ({ uri }: { uri: string }) => ({ text: options.notesFiles?.[uri] ?? null }));
    for (const what of ['semanticTokens', 'inlayHint', 'codeLens'])
      connection.onRequest(`workspace/${what}/refresh`, () => {
        this.refreshes.push(what);
        this.wake();
        return null;
      });
    connection.onRequest('historyNotes/readPacks', ({ folders }: { folders: string[] }) => ({ packs: options.readPacks?.(folders) ?? [] }));
  }

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const { connection, end } = options.worker ? connectWorker() : connectProcess(options.command ?? [serverScript, '--stdio']);
    const editor = new Editor(connection, end, options);
    connection.listen();
    const folders = options.workspaceFolders?.map((uri) => ({ uri, name: uri.split('/').at(-1) })) ?? null;
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      ...(options.locale ? { locale: options.locale } : {}),
      rootUri: folders?.[0]?.uri ?? null,
      workspaceFolders: folders,
      capabilities: options.capabilities ?? vscodeCapabilities,
      initializationOptions: {
        debounce: 20,
        // A document is published once: whole.
        firstRound: 1e6,
        clientCommands: ['historyNotes.addToMyNames'],
        status: true,
        ...options.initializationOptions,
      },
    });
    editor.capabilities = capabilities;
    await connection.sendNotification('initialized', {});
    return editor;
  }

  async open(text: string, { uri = `file:///notes/${++this.count}.hnotes`, languageId = 'history-notes' } = {}): Promise<Doc> {
    const doc = new Doc(this, createDocument(uri, languageId, 1, text, this.capabilities.positionEncoding as PositionEncoding));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return doc;
  }

  async configure(settings: Record<string, unknown>): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: { historyNotes: settings } });
  }

  /** Waits until `found` gives something; fails after a while. */
  async until<T>(what: string, found: () => T | undefined | null | false): Promise<T> {
    const limit = Date.now() + 10_000;
    for (;;) {
      const value = found();
      if (value) return value;
      if (Date.now() > limit) throw new Error(`waited in vain for ${what}; the server's log: ${this.logs.join('\n')}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, limit - Date.now());
        const { waiting } = this;
        function done() {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        }
        waiting.add(done);
      });
    }
  }

  /** @returns the process's exit code. */
  async stop(): Promise<unknown> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.end();
  }

  private wake(): void {
    for (const each of [...this.waiting]) each();
  }
}

interface Connected {
  readonly connection: MessageConnection;
  /** Resolves when the server has ended. */
  end(): Promise<unknown>;
}

function connectProcess([script, ...args]: readonly string[]): Connected {
  const child: ChildProcess = spawn(process.execPath, [script!, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    connection: createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!)),
    end: () => ended,
  };
}

/** The browser's bundle with as much of a web worker's scope as it uses. */
function connectWorker(): Connected {
  const prelude = `
    const { parentPort } = require('node:worker_threads');
    globalThis.self = globalThis;
    globalThis.postMessage = (message) => parentPort.postMessage(message);
    globalThis.addEventListener = () => {};
    globalThis.process = undefined;
    parentPort.on('message', (data) => globalThis.onmessage?.({ data }));`;
  const worker = new Worker(`${prelude}\n${readFileSync(join(root, 'dist', 'server.browser.js'), 'utf8')}`, { eval: true });
  return { connection: createMessageConnection(new WorkerReader(worker), new WorkerWriter(worker)), end: () => worker.terminate() };
}

class WorkerReader extends AbstractMessageReader {
  constructor(private readonly worker: Worker) {
    super();
  }

  listen(callback: (message: Message) => void) {
    this.worker.on('message', callback);
    this.worker.on('error', (error) => this.fireError(error));
    return { dispose: () => this.worker.off('message', callback) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  constructor(private readonly worker: Worker) {
    super();
  }

  async write(message: Message): Promise<void> {
    this.worker.postMessage(message);
  }

  end(): void {}
}

/** An open document of the editor. */
export class Doc {
  constructor(
    private readonly editor: Editor,
    private document: TextDocument,
  ) {}

  get uri(): string {
    return this.document.uri;
  }

  get text(): string {
    return this.document.getText();
  }

  get version(): number {
    return this.document.version;
  }

  /** The diagnostics published for the document's present version. */
  async diagnostics(): Promise<Diagnostic[]> {
    const { uri, version } = this;
    const published = await this.editor.until(`diagnostics of ${uri} version ${version}`, () =>
      this.editor.publications.findLast((each) => each.uri === uri && each.version === version),
    );
    return published.diagnostics;
  }

  /** Pulls the document's diagnostics. */
  pull(previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport> {
    return this.editor.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: this.uri }, ...(previousResultId ? { previousResultId } : {}) },
      ...(token ? [token] : []),
    );
  }

  /** Each pulled diagnostic as `code «text»`. */
  async pulled(): Promise<string[]> {
    const report = await this.pull();
    if (report.kind !== 'full') throw new Error('unchanged, though nothing was named');
    return report.items.map(({ code, range }) => `${code} «${this.document.getText(range)}»`);
  }

  /** Each diagnostic as `code «text»`. */
  async findings(): Promise<string[]> {
    return (await this.diagnostics()).map(({ code, range }) => `${code} «${this.document.getText(range)}»`);
  }

  async change(...changes: TextDocumentContentChangeEvent[]): Promise<void> {
    this.document = updateDocument(this.document, changes, this.version + 1);
    await this.editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: changes,
    });
  }

  /** Puts a text in the place of the first occurrence of another. */
  async replace(old: string, newText: string): Promise<void> {
    await this.change({ range: this.rangeOf(old), text: newText });
  }

  /** Types a text behind the first occurrence of another. */
  async insert(behind: string, newText: string): Promise<void> {
    const { end } = this.rangeOf(behind);
    await this.change({ range: { start: end, end }, text: newText });
  }

  async close(): Promise<void> {
    await this.editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  rangeOf(text: string): Range {
    const start = this.text.indexOf(text);
    if (start < 0) throw new Error(`«${text}» is not in the document`);
    return { start: this.document.positionAt(start), end: this.document.positionAt(start + text.length) };
  }

  /** Any request about this document. */
  request<T>(method: string, params: Record<string, unknown> = {}): Promise<T> {
    return this.editor.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: this.uri }, ...params });
  }

  hover(position: Position): Promise<Hover | null> {
    return this.editor.connection.sendRequest('textDocument/hover', { textDocument: { uri: this.uri }, position });
  }

  completion(position: Position, triggerCharacter?: string): Promise<CompletionList | null> {
    const context = triggerCharacter ? { triggerKind: 2, triggerCharacter } : { triggerKind: 1 };
    return this.editor.connection.sendRequest('textDocument/completion', { textDocument: { uri: this.uri }, position, context });
  }

  actions(range: Range, diagnostics: readonly Diagnostic[] = [], only?: readonly string[]): Promise<CodeAction[] | null> {
    return this.editor.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uri },
      range,
      context: { diagnostics, ...(only ? { only } : {}) },
    });
  }

  positionAt(offset: number): Position {
    return this.document.positionAt(offset);
  }

  /** The text after edits. */
  with(edits: readonly TextEdit[]): string {
    return TextDocument.applyEdits(this.document, [...edits]);
  }

  /** The text after a code action. */
  withAction(action: CodeAction | undefined): string {
    const [change] = action?.edit?.documentChanges ?? [];
    const edits = change && 'edits' in change ? change.edits : action?.edit?.changes?.[this.uri];
    if (!edits) throw new Error(`no edits: ${JSON.stringify(action)}`);
    return this.with(edits as TextEdit[]);
  }

  /** The text after a completion, with the range that the list or the item gives. */
  withCompletion(item: CompletionItem, list: CompletionList): string {
    const range = item.textEdit && 'range' in item.textEdit ? item.textEdit.range : (list.itemDefaults?.editRange as Range | undefined);
    if (!range) throw new Error(`no range: ${JSON.stringify(item)}`);
    return this.with([{ range, newText: item.textEdit?.newText ?? item.textEditText ?? item.label }]);
  }
}

/** Hovers at the cursor of a marked text; the hover's text and the words it covers. */
export async function hoverAt(editor: Editor, source: string): Promise<{ text: string; over: string } | null> {
  const { text, offset } = marked(source);
  const doc = await editor.open(text);
  const hover = await doc.hover(doc.positionAt(offset));
  await doc.close();
  if (!hover) return null;
  const document = TextDocument.create('', '', 0, text);
  return { text: (hover.contents as MarkupContent).value, over: hover.range ? document.getText(hover.range) : '' };
}

export interface Completed {
  readonly labels: string[];
  readonly list: CompletionList | null;
  /** The document's text after the item with this label was chosen. */
  choose(label: string): string;
  item(label: string): CompletionItem;
}

/** Completes at the cursor of a marked text. */
export async function completeAt(editor: Editor, source: string, triggerCharacter?: string): Promise<Completed> {
  const { text, offset } = marked(source);
  const doc = await editor.open(text);
  const list = await doc.completion(doc.positionAt(offset), triggerCharacter);
  const item = (label: string): CompletionItem => {
    const found = list?.items.find((each) => each.label === label);
    if (!found) throw new Error(`no completion «${label}» among ${list?.items.map((each) => each.label).join(', ')}`);
    return found;
  };
  return { labels: list?.items.map(({ label }) => label) ?? [], list, item, choose: (label) => doc.withCompletion(item(label), list!) };
}
