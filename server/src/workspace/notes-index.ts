/** What the notes of the workspace mention: the open ones as the editor has them, the others as they lie in the workspace's folders. */
import {
  type CancellationToken,
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileEvent,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Location, Range } from 'vscode-languageserver-types';
import { rangeOf } from '../features/document';
import { factKey, factUses } from '../features/fact-uses';
import { headings } from '../features/headings';
import { createDocument } from '../features/position-encoding';
import { once } from '../reading/once';
import { stopWhereCancelled } from './cancellation';
import type { CheckedDocument } from './check-document';
import { fileKey, isNotesName } from './file-names';
import type { FoundFile, Host } from './host';
import type { Log } from './log';
import type { NotesService } from './notes-service';
import type { PackService } from './pack-service';
import { findNotesRequest, readNotesRequest } from './protocol';
import type { Session } from './session';
import type { SettingsStore } from './settings-store';

/** One document as the index keeps it: no text, no reading. */
export interface IndexedNotes {
  readonly uri: string;
  /** Ids of the chapters that it is checked against. */
  readonly chapters: readonly string[];
  readonly headings: readonly { readonly text: string; readonly range: Range }[];
  /** By fact (`factKey`) or chapter (`chapterKey`): where it is mentioned, by start. */
  readonly mentions: ReadonlyMap<string, readonly Range[]>;
}

/** Under which the index keeps where front matter names a chapter. No fact has an empty id. */
export const chapterKey = (id: string): string => `${id}/`;

/** More files than this are left out, the deepest first. */
const MOST_FILES = 20_000;
/** Mentions kept of documents that are not open; beyond that a document is read anew each time. */
const MOST_MENTIONS = 500_000;
/** How long, in milliseconds, documents are read on end before other requests have their turn. */
const SLICE = 15;
/** How old, in milliseconds, a list of files may be where the client tells of changes: it may not tell of a folder's. */
const LISTING_AGE = 60_000;

interface Kept {
  readonly stamp: string | undefined;
  /** Null for a file that holds no notes. */
  readonly notes: IndexedNotes | null;
}

/** Nothing is read before the first question, and then only what has changed since. */
export class NotesIndex {
  private folders: readonly string[];
  private listing: { readonly files: Promise<readonly FoundFile[]>; readonly at: number } | undefined;
  /** By `fileKey`, of documents that are not open. */
  private readonly kept = new Map<string, Kept>();
  private mentionsKept = 0;
  /** By `fileKey`: the findings of documents that are not open; null for a file that holds no notes. */
  private readonly diagnosed = new Map<
    string,
    { readonly stamp: string | undefined; readonly diagnostics: readonly Diagnostic[] | null }
  >();
  private generation = 0;
  private readonly ofOpen = new WeakMap<CheckedDocument, IndexedNotes>();
  private sliceStart = 0;
  private saidTooMany = false;

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly session: Session,
    private readonly settings: SettingsStore,
    private readonly packs: PackService,
    private readonly notes: NotesService,
    private readonly open: TextDocuments<TextDocument>,
    private readonly log: Log,
  ) {
    this.folders = session.workspaceFolders;
  }

  /** Every document of notes, the open ones first; after a cancellation only those that were ready. */
  async documents(token?: CancellationToken): Promise<IndexedNotes[]> {
    await this.packs.ready();
    const documents: IndexedNotes[] = [];
    const seen = new Set<string>();
    for (const { uri } of this.open.all()) {
      seen.add(fileKey(uri));
      const checked = await this.notes.checked(uri);
      if (checked) documents.push(once(this.ofOpen, checked, () => indexed(checked)));
      if (token?.isCancellationRequested) return documents;
      await this.breathe();
    }
    for (const file of await this.files()) {
      if (token?.isCancellationRequested) return documents;
      if (seen.has(fileKey(file.uri))) continue;
      const notes = await this.ofFile(file);
      if (notes) documents.push(notes);
    }
    return documents;
  }

  /** Where a fact (`factKey`) or a chapter (`chapterKey`) is mentioned, document by document. */
  async mentionsOf(key: string, token?: CancellationToken): Promise<Location[]> {
    const documents = await this.documents(token);
    return documents.flatMap(({ uri, mentions }) => (mentions.get(key) ?? []).map((range) => ({ uri, range })));
  }

  /** URIs of all files that may hold notes, and of all open documents; none of them is read for this. */
  async uris(): Promise<string[]> {
    const open = this.open.all().map(({ uri }) => uri);
    const seen = new Set(open.map(fileKey));
    return [...open, ...(await this.files()).flatMap(({ uri }) => (seen.has(fileKey(uri)) ? [] : [uri]))];
  }

  /** A document whole, open or not, read now; null where it holds no notes. What is not open is not kept. */
  async read(uri: string): Promise<CheckedDocument | null> {
    await this.packs.ready();
    const open = this.openDocument(uri);
    if (open) return this.notes.checked(open.uri);
    const text = await this.textOf(uri);
    if (text === null) return null;
    const languageId = /\.md$/i.test(uri) ? 'markdown' : 'history-notes';
    return this.notes.read(
      createDocument(uri, languageId, 0, text, this.session.positionEncoding),
      await this.settings.for(this.folderOf(fileKey(uri))),
    );
  }

  /** The findings of every document that is not open, as far as the settings want them. */
  async *reports(token: CancellationToken): AsyncGenerator<{ readonly uri: string; readonly diagnostics: readonly Diagnostic[] }> {
    await this.packs.ready();
    const open = new Set(this.open.all().map(({ uri }) => fileKey(uri)));
    for (const file of await this.files()) {
      stopWhereCancelled(token);
      const key = fileKey(file.uri);
      if (open.has(key)) continue;
      const diagnostics = await this.diagnosticsOf(file);
      if (diagnostics) yield { uri: file.uri, diagnostics };
    }
  }

  /** The same of one document. */
  async report(uri: string): Promise<readonly Diagnostic[]> {
    const file = (await this.files()).find((each) => fileKey(each.uri) === fileKey(uri));
    return (file && (await this.diagnosticsOf(file))) ?? [];
  }

  private async diagnosticsOf({ uri, stamp }: FoundFile): Promise<readonly Diagnostic[] | null> {
    const key = fileKey(uri);
    if (!(await this.settings.for(this.folderOf(key))).checkWholeWorkspace) return null;
    const known = this.diagnosed.get(key);
    if (known && known.stamp === stamp) return known.diagnostics;
    const { generation } = this;
    await this.breathe();
    const checked = await this.read(uri);
    const diagnostics = checked && this.notes.diagnostics(checked);
    if (generation === this.generation) this.diagnosed.set(key, { stamp, diagnostics });
    return diagnostics;
  }

  /** A file's text, as the editor has it where it is open; null where it cannot be read. */
  async textOf(uri: string): Promise<string | null> {
    const open = this.openDocument(uri);
    if (open) return open.getText();
    try {
      const text = await this.host.readNotes(uri);
      if (text !== null || uri.startsWith('file:') || !this.session.readNotes) return text;
      return (await this.connection.sendRequest(readNotesRequest, { uri })).text;
    } catch (error) {
      this.log.error(`reading ${uri}`, error);
      return null;
    }
  }

  /** The version of an open document; null for one that is not open. */
  versionOf(uri: string): number | null {
    return this.openDocument(uri)?.version ?? null;
  }

  private openDocument(uri: string): TextDocument | undefined {
    const open = this.open.get(uri);
    if (open) return open;
    const key = fileKey(uri);
    return this.open.all().find((each) => fileKey(each.uri) === key);
  }

  /** The client's word on changed files; others than notes do not matter here. */
  filesChanged(changes: readonly FileEvent[]): void {
    for (const { uri } of changes) {
      if (!isNotesName(uri)) continue;
      this.forget(fileKey(uri));
      this.listing = undefined;
    }
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.folders = [...this.folders.filter((folder) => !removed.includes(folder)), ...added];
    this.listing = undefined;
  }

  /** Packs or settings have changed: everything is read anew when it is next asked for. */
  invalidate(): void {
    this.generation++;
    this.kept.clear();
    this.diagnosed.clear();
    this.mentionsKept = 0;
  }

  /** Asks the client to tell of changed notes, where it can be asked. */
  async watch(): Promise<void> {
    if (!this.session.registersWatchers) return;
    await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.{hnotes,md}' }] });
  }

  private async ofFile(file: FoundFile): Promise<IndexedNotes | null> {
    const key = fileKey(file.uri);
    const known = this.kept.get(key);
    if (known && known.stamp === file.stamp) return known.notes;
    this.forget(key);
    const { generation } = this;
    await this.breathe();
    const checked = await this.read(file.uri);
    const notes = checked && indexed(checked);
    const size = notes ? sizeOf(notes) : 0;
    // Of two who read one file at once the second keeps nothing.
    if (generation === this.generation && !this.kept.has(key) && this.mentionsKept + size <= MOST_MENTIONS) {
      this.kept.set(key, { stamp: file.stamp, notes });
      this.mentionsKept += size;
    }
    return notes;
  }

  private forget(key: string): void {
    const { notes } = this.kept.get(key) ?? {};
    if (notes) this.mentionsKept -= sizeOf(notes);
    this.kept.delete(key);
    this.diagnosed.delete(key);
  }

  private files(): Promise<readonly FoundFile[]> {
    const age = this.session.registersWatchers ? LISTING_AGE : 0;
    if (!this.listing || Date.now() - this.listing.at > age) this.listing = { files: this.find(), at: Date.now() };
    return this.listing.files;
  }

  private async find(): Promise<FoundFile[]> {
    const found = new Map<string, FoundFile>();
    for (const folder of this.folders) {
      try {
        for (const file of (await this.host.notesIn(folder)) ?? (await this.askClient(folder))) found.set(fileKey(file.uri), file);
      } catch (error) {
        this.log.error(`looking for notes in ${folder}`, error);
      }
    }
    if (found.size > MOST_FILES && !this.saidTooMany) {
      this.saidTooMany = true;
      this.log.error('notes of the workspace', `There are ${found.size} files; only the first ${MOST_FILES} are searched for mentions.`);
    }
    return [...found.values()].slice(0, MOST_FILES);
  }

  private async askClient(folder: string): Promise<FoundFile[]> {
    if (!this.session.readNotes) return [];
    const { files } = await this.connection.sendRequest(findNotesRequest, { folders: [folder] });
    return files.map((uri) => ({ uri }));
  }

  /** The innermost workspace folder that holds the file: its settings are the file's. */
  private folderOf(key: string): string | undefined {
    return this.folders.filter((folder) => key.startsWith(`${fileKey(folder)}/`)).sort((a, b) => b.length - a.length)[0];
  }

  /** Gives other requests their turn when documents have been read for long enough. */
  private async breathe(): Promise<void> {
    if (Date.now() - this.sliceStart < SLICE) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.sliceStart = Date.now();
  }
}

function indexed({ document, reading, chapterIds }: CheckedDocument): IndexedNotes {
  const mentions = new Map<string, Range[]>();
  const add = (key: string, place: { readonly start: number; readonly end: number }) =>
    once(mentions, key, () => []).push(rangeOf(document, place));
  for (const chapter of reading.notes.frontMatter?.chapters ?? []) add(chapterKey(chapter.id), chapter);
  for (const use of factUses(reading)) add(factKey(use.fact, reading.knowledge), use);
  return {
    uri: document.uri,
    chapters: chapterIds,
    headings: headings(reading.notes).map((heading) => ({ text: heading.text, range: rangeOf(document, heading) })),
    mentions,
  };
}

const sizeOf = ({ mentions }: IndexedNotes) => [...mentions.values()].reduce((sum, ranges) => sum + ranges.length, 0);
