/** Which files of notes there are: the open documents, and those in the workspace's folders; none of them is read for this. */

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { NoteNames } from '../features/note-names';
import { say, write } from '../l10n/said';
import { fileKey, isNotesName } from './file-names';
import type { FoundFile, Host } from './host';
import type { Log } from './log';
import { findNotesRequest } from './protocol';
import type { Session } from './session';

/** More files than this are left out, the deepest first. */
const MOST_FILES = 20_000;
/** How old, in milliseconds, a list of files may be where the client tells of changes: it may not tell of a folder's. */
const LISTING_AGE = 60_000;
/** How old it may be, in milliseconds, where only the files' names matter and nobody tells of changes. */
const NAMES_AGE = 2000;

interface Listing {
  readonly files: Promise<readonly FoundFile[]>;
  readonly at: number;
}

/** Whether what is said of a document may depend on which other notes there are. */
export const mayLink = (document: TextDocument): boolean => document.getText().includes('[[');

export class NotesFiles {
  private folders: readonly string[];
  private listing: Listing | undefined;
  /** By the URI of a folder outside the workspace: the files in it, without those below. */
  private readonly outside = new Map<string, Listing>();
  private readonly named = new WeakMap<readonly FoundFile[], NoteNames>();
  private saidTooMany = false;

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly session: Session,
    private readonly open: TextDocuments<TextDocument>,
    private readonly log: Log,
  ) {
    this.folders = session.workspaceFolders;
  }

  /** The files in the workspace's folders that may hold notes. */
  inFolders(): Promise<readonly FoundFile[]> {
    return this.list(this.session.registersWatchers ? LISTING_AGE : 0);
  }

  /** URIs of all files that may hold notes, and of all open documents. */
  async uris(): Promise<string[]> {
    const open = this.open.all().map(({ uri }) => uri);
    const seen = new Set(open.map(fileKey));
    return [...open, ...(await this.inFolders()).flatMap(({ uri }) => (seen.has(fileKey(uri)) ? [] : [uri]))];
  }

  /** The notes that links in a document can lead to: those of the workspace, or those beside it where it lies outside. Undefined for a document without links. */
  async linkedFrom(document: TextDocument): Promise<NoteNames | undefined> {
    return mayLink(document) ? this.names(document.uri) : undefined;
  }

  /** The same for any document. */
  async names(uri: string): Promise<NoteNames> {
    const files =
      uri.startsWith('file:') && this.folderOf(fileKey(uri)) === undefined
        ? await this.beside(uri)
        : await this.list(this.session.registersWatchers ? LISTING_AGE : NAMES_AGE);
    let names = this.named.get(files);
    if (!names) {
      names = new NoteNames(files.map((each) => each.uri));
      this.named.set(files, names);
    }
    return names;
  }

  /** The client's word on changed files. @returns whether some notes are new, or gone. */
  filesChanged(changes: readonly FileEvent[]): boolean {
    const notes = changes.filter(({ uri }) => isNotesName(uri));
    if (notes.length > 0) this.listing = undefined;
    return notes.some(({ type }) => type !== FileChangeType.Changed);
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.folders = [...this.folders.filter((folder) => !removed.includes(folder)), ...added];
    this.listing = undefined;
  }

  /** Asks the client to tell of changed notes, where it can be asked. */
  async watch(): Promise<void> {
    if (!this.session.registersWatchers) return;
    await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.{hnotes,md}' }] });
  }

  /** The innermost workspace folder that holds the file (`fileKey`): its settings are the file's. */
  folderOf(key: string): string | undefined {
    return this.folders.filter((folder) => key.startsWith(`${fileKey(folder)}/`)).sort((a, b) => b.length - a.length)[0];
  }

  private list(age: number): Promise<readonly FoundFile[]> {
    if (!this.listing || Date.now() - this.listing.at > age) this.listing = { files: this.find(), at: Date.now() };
    return this.listing.files;
  }

  private beside(uri: string): Promise<readonly FoundFile[]> {
    const folder = uri.slice(0, uri.lastIndexOf('/'));
    let listing = this.outside.get(folder);
    if (!listing || Date.now() - listing.at > NAMES_AGE) {
      const files = this.host.notesIn(folder, { below: false }).then(
        (found) => found ?? [],
        () => [],
      );
      listing = { files, at: Date.now() };
      this.outside.set(folder, listing);
    }
    return listing.files;
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
      const said = say('There are {count} files of notes; only the first {most} are searched for mentions.', {
        count: found.size,
        most: MOST_FILES,
      });
      this.log.error('notes of the workspace', write(said, this.session.language));
    }
    return [...found.values()].slice(0, MOST_FILES);
  }

  private async askClient(folder: string): Promise<FoundFile[]> {
    if (!this.session.readNotes) return [];
    const { files } = await this.connection.sendRequest(findNotesRequest, { folders: [folder] });
    return files.map((uri) => ({ uri }));
  }
}
