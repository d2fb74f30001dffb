/** What the notes of the workspace mention: the open ones as the editor has them, the others as they lie in the workspace's folders. */
import type { CancellationToken, Connection, FileEvent, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Location, Range } from 'vscode-languageserver-types';
import { rangeOf } from '../features/document';
import { factKey, factUses } from '../features/fact-uses';
import { createDocument } from '../features/position-encoding';
import { headings } from '../notes/headings';
import { once } from '../reading/once';
import { stopWhereCancelled } from './cancellation';
import type { CheckedDocument } from './check-document';
import { fileKey, isNotesName } from './file-names';
import type { FoundFile, Host } from './host';
import type { ChangedChapters } from './library';
import type { Log } from './log';
import { mayLink, type NotesFiles } from './notes-files';
import type { NotesService } from './notes-service';
import type { PackService } from './pack-service';
import { readNotesRequest } from './protocol';
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

/** Mentions kept of documents that are not open; beyond that a document is read anew each time. */
const MOST_MENTIONS = 500_000;
/** How long, in milliseconds, documents are read on end before other requests have their turn. */
const SLICE = 15;

interface Kept {
  readonly stamp: string | undefined;
  /** Null for a file that holds no notes. */
  readonly notes: IndexedNotes | null;
}

interface Diagnosed {
  readonly stamp: string | undefined;
  readonly diagnostics: readonly Diagnostic[] | null;
  /** Which other notes there are may matter to it. */
  readonly links: boolean;
  /** Ids of the chapters that it is checked against. */
  readonly chapters: readonly string[];
}

/** Nothing is read before the first question, and then only what has changed since. */
export class NotesIndex {
  /** By `fileKey`, of documents that are not open. */
  private readonly kept = new Map<string, Kept>();
  private mentionsKept = 0;
  /** By `fileKey`: the findings of documents that are not open; null for a file that holds no notes. */
  private readonly diagnosed = new Map<string, Diagnosed>();
  private generation = 0;
  private readonly ofOpen = new WeakMap<CheckedDocument, IndexedNotes>();
  private sliceStart = 0;

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly session: Session,
    private readonly settings: SettingsStore,
    private readonly packs: PackService,
    private readonly files: NotesFiles,
    private readonly notes: NotesService,
    private readonly open: TextDocuments<TextDocument>,
    private readonly log: Log,
  ) {}

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
    for (const file of await this.files.inFolders()) {
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

  /** A document whole, open or not, read now; null where it holds no notes. What is not open is not kept. */
  async read(uri: string): Promise<CheckedDocument | null> {
    await this.packs.ready();
    const open = this.openDocument(uri);
    if (open) return this.notes.checked(open.uri);
    const document = await this.documentOf(uri);
    if (!document) return null;
    const settings = await this.settings.for(this.files.folderOf(fileKey(uri)));
    return this.notes.read(document, settings, await this.files.linkedFrom(document));
  }

  /** A file's text, as the editor has it where it is open; null where it cannot be read. */
  async documentOf(uri: string): Promise<TextDocument | null> {
    const open = this.openDocument(uri);
    if (open) return open;
    const text = await this.textOf(uri);
    const languageId = /\.md$/i.test(uri) ? 'markdown' : 'history-notes';
    return text === null ? null : createDocument(uri, languageId, 0, text, this.session.positionEncoding);
  }

  /** The findings of every document that is not open, as far as the settings want them. */
  async *reports(token: CancellationToken): AsyncGenerator<{ readonly uri: string; readonly diagnostics: readonly Diagnostic[] }> {
    await this.packs.ready();
    const open = new Set(this.open.all().map(({ uri }) => fileKey(uri)));
    for (const file of await this.files.inFolders()) {
      stopWhereCancelled(token);
      const key = fileKey(file.uri);
      if (open.has(key)) continue;
      const diagnostics = await this.diagnosticsOf(file);
      if (diagnostics) yield { uri: file.uri, diagnostics };
    }
  }

  /** The same of one document. */
  async report(uri: string): Promise<readonly Diagnostic[]> {
    const file = (await this.files.inFolders()).find((each) => fileKey(each.uri) === fileKey(uri));
    return (file && (await this.diagnosticsOf(file))) ?? [];
  }

  private async diagnosticsOf({ uri, stamp }: FoundFile): Promise<readonly Diagnostic[] | null> {
    const key = fileKey(uri);
    if (!(await this.settings.for(this.files.folderOf(key))).checkWholeWorkspace) return null;
    const known = this.diagnosed.get(key);
    if (known && known.stamp === stamp) return known.diagnostics;
    const { generation } = this;
    await this.breathe();
    const checked = await this.read(uri);
    const diagnostics = checked && this.notes.diagnostics(checked);
    const links = checked !== null && mayLink(checked.document);
    if (generation === this.generation) this.diagnosed.set(key, { stamp, diagnostics, links, chapters: checked?.chapterIds ?? [] });
    return diagnostics;
  }

  private async textOf(uri: string): Promise<string | null> {
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

  /** The client's word on changed files; others than notes do not matter here. With `names` there are other notes than before. */
  filesChanged(changes: readonly FileEvent[], names: boolean): void {
    for (const { uri } of changes) if (isNotesName(uri)) this.forget(fileKey(uri));
    if (names) for (const [key, { links }] of this.diagnosed) if (links) this.diagnosed.delete(key);
  }

  /** Packs or settings have changed: everything is read anew when it is next asked for; where only some chapters have, what depends on them. */
  invalidate(changed?: ChangedChapters): void {
    this.generation++;
    for (const [key, { notes }] of this.kept) if (!changed || notes?.chapters.some((id) => changed.read.has(id))) this.forgetMentions(key);
    for (const [key, { chapters }] of this.diagnosed)
      if (!changed || chapters.some((id) => changed.all.has(id))) this.diagnosed.delete(key);
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
    this.forgetMentions(key);
    this.diagnosed.delete(key);
  }

  private forgetMentions(key: string): void {
    const { notes } = this.kept.get(key) ?? {};
    if (notes) this.mentionsKept -= sizeOf(notes);
    this.kept.delete(key);
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
