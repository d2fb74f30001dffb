/** Keeps the library of chapters up to date with the packs that ship and those in the workspace. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { PositionEncoding } from '../chapter/model';
import { packDiagnostic } from '../features/diagnostics';
import { type DocumentOf, type OpenPackFile, packFileName } from '../features/packs/files';
import { createDocument, snapshotOf } from '../features/position-encoding';
import { createKnowledge } from '../reading/index';
import type { Knowledge } from '../reading/model';
import { once } from '../reading/once';
import { fileKey } from './file-names';
import type { FoundPacks, Host } from './host';
import { type ChangedChapters, Library, type LibraryPack } from './library';
import { type Found, LivePacks, parentOf } from './live-packs';
import type { Log } from './log';
import { readPacksRequest } from './protocol';
import type { Session } from './session';
import type { SettingsStore } from './settings-store';

const NONE: FoundPacks = { packs: [], faults: [] };

export class PackService {
  private current = new Library([]);
  private shipped: Promise<FoundPacks> | undefined;
  private readonly live: LivePacks;
  /** As last found, the texts of open documents not counted. */
  private found: readonly Found[] = [];
  /** The folders that the workspace's packs lie in. */
  private roots: readonly string[] = [];
  private packs: readonly LibraryPack[] = [];
  private folders: string[];
  private generation = 0;
  /** The settings may have changed since the last word on changes. */
  private newSettings = true;
  private reloading: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watchedFolders: string | undefined;
  private watchers: Promise<Disposable | undefined> = Promise.resolve(undefined);
  private liveTimer: ReturnType<typeof setTimeout> | undefined;
  /** By URI of a pack's file: what the client was last told of it, as JSON. */
  private published = new Map<string, string>();
  private readonly knowledgeOf = new WeakMap<object, Knowledge>();

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly session: Session,
    private readonly settings: SettingsStore,
    private readonly log: Log,
    private readonly documents: TextDocuments<TextDocument>,
    /** Called when the library is another; with the chapters that have changed, where nothing else has. */
    private readonly onChange: (changed?: ChangedChapters) => void,
  ) {
    this.live = new LivePacks(documents);
    this.folders = [...session.workspaceFolders];
  }

  get library(): Library {
    return this.current;
  }

  /** Resolves when the library is loaded; never rejects. */
  ready(): Promise<void> {
    return this.reloading ?? this.reload();
  }

  changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.folders = [...this.folders.filter((folder) => !removed.includes(folder)), ...added];
    return this.reload();
  }

  /** Files have changed: reads the packs again when the changes have come to rest. */
  filesChanged(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.reload({ settings: false }), Math.min(this.session.debounce, 100));
  }

  /** Reads the workspace's packs again; of two calls at once the later one counts. Where the settings may be others too, nothing of what was read before holds. */
  reload({ settings } = { settings: true }): Promise<void> {
    this.newSettings ||= settings;
    const generation = ++this.generation;
    this.reloading = this.load(generation).catch((error) => this.log.error('reading packs', error));
    return this.reloading;
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.liveTimer);
    this.generation++;
  }

  /** A document was opened or changed: a pack's file is read again when the typing pauses. */
  documentChanged(uri: string): void {
    if (!this.mayBelongToPack(uri)) return;
    clearTimeout(this.liveTimer);
    this.liveTimer = setTimeout(() => {
      this.refresh();
      this.publishProblems().catch((error) => this.log.error('publishing', error));
    }, this.session.debounce);
  }

  /** A document was saved or closed: what is on disk counts again. */
  documentSettled(uri: string): void {
    if (!this.mayBelongToPack(uri)) return;
    const document = this.documents.get(uri);
    if (document) this.found = withText(this.found, fileKey(uri), document.getText());
    else {
      this.refresh();
      // Who opens it again wants to hear of it again.
      if (this.published.has(uri)) this.published.set(uri, '');
    }
    this.filesChanged();
  }

  /** A pack's file that is open in the editor, as it stands now; null for any other document. With `settled` the pack's faults are those of this text. */
  async openFile(uri: string, { settled = false } = {}): Promise<OpenPackFile | null> {
    const name = packFileName(uri);
    if (name === undefined || !this.documents.get(uri)) return null;
    await this.ready();
    if (settled) this.refresh();
    const document = this.documents.get(uri);
    const key = fileKey(uri);
    const pack = this.packs.find(({ files }) => files.some(({ file }) => fileKey(file) === key));
    if (!document || !pack) return null;
    // The document object changes with the next keystroke; what is answered belongs to this version.
    const snapshot = snapshotOf(document);
    const open = new Map(this.documents.all().map((each) => [fileKey(each.uri), each]));
    const files = pack.files.map((file) => {
      const each = open.get(fileKey(file.file));
      return each ? this.live.fileOf(each) : file;
    });
    const { chapter, problems, origin } = pack;
    return {
      document: snapshot,
      name,
      pack: { files, chapter, problems, shipped: origin === 'shipped', documentOf: this.documentOf, knowledge: () => this.knowledge(pack) },
    };
  }

  /** A pack's file as a document. */
  readonly documentOf: DocumentOf = ({ file, text, encoding }) => createDocument(file, 'yaml', 0, text, encoding);

  private knowledge({ chapter }: LibraryPack): Knowledge | null {
    if (!chapter) return null;
    // A pack whose id another has is not in the library.
    if (this.current.chapters.get(chapter.id)?.chapter === chapter) return this.current.knowledge([chapter.id], []);
    return once(this.knowledgeOf, chapter, () => createKnowledge([chapter], { ownNames: [] }));
  }

  /** Whether a document is a pack's file, or would be one. */
  private mayBelongToPack(uri: string): boolean {
    if (!/\.ya?ml$/i.test(uri)) return false;
    const parent = parentOf(fileKey(uri));
    const above = parentOf(parent);
    return (
      this.roots.some((root) => fileKey(root) === parent || fileKey(root) === above) ||
      this.packs.some(({ folder }) => folder !== '' && fileKey(folder) === parent)
    );
  }

  private async load(generation: number): Promise<void> {
    this.shipped ??= this.host.shippedPacks(this.session.contentUri);
    const folders = await this.packFolders();
    const own = await Promise.all(folders.map((folder) => this.packsIn(folder)));
    const shipped = await this.shipped;
    // A later call has overtaken this one: whoever waits for this one waits for that.
    if (generation !== this.generation) return this.reloading;
    this.found = [
      { ...withoutMarks(shipped, this.session.positionEncoding), origin: 'shipped' },
      ...own.map((found): Found => ({ ...withoutMarks(found, this.session.positionEncoding), origin: 'workspace' })),
    ];
    this.roots = folders;
    clearTimeout(this.liveTimer);
    const before = this.current;
    try {
      this.packs = this.live.load(this.found, this.roots);
      this.current = new Library(this.packs, before);
    } finally {
      this.tellChange(before);
    }
    await this.publishProblems();
    await this.watch(folders);
  }

  /** Reads the packs again whose open files have changed. */
  private refresh(): void {
    const packs = this.live.load(this.found, this.roots);
    if (packs.length === this.packs.length && packs.every((pack, index) => pack === this.packs[index])) return;
    this.packs = packs;
    const before = this.current;
    this.current = new Library(this.packs, before);
    this.tellChange(before);
  }

  private tellChange(before: Library): void {
    const changed = this.current.changedSince(before);
    if (this.newSettings) this.onChange();
    else if (changed.all.size > 0) this.onChange(changed);
    this.newSettings = false;
  }

  private async packFolders(): Promise<string[]> {
    const uris = new Set<string>();
    const none: (string | undefined)[] = [undefined];
    for (const folder of this.folders.length > 0 ? this.folders : none) {
      for (const path of (await this.settings.for(folder)).packs) {
        const uri = this.host.absoluteFolder(path) ?? (folder === undefined ? null : resolveFolder(folder, path));
        if (uri) uris.add(uri);
      }
    }
    return [...uris];
  }

  private async packsIn(folder: string): Promise<FoundPacks> {
    try {
      const found = await this.host.packsIn(folder);
      if (found) return found;
      if (!this.session.readPacks) return NONE;
      const { packs } = await this.connection.sendRequest(readPacksRequest, { folders: [folder] });
      return { packs, faults: [] };
    } catch (error) {
      this.log.error(`reading the packs in ${folder}`, error);
      return NONE;
    }
  }

  private async publishProblems(): Promise<void> {
    const severity = (await this.settings.for()).rules.pack;
    const byFile = new Map<string, { version?: number; diagnostics: Diagnostic[] }>();
    // An open file is told of also where it has no fault: its version is new.
    for (const file of this.packs.flatMap((pack) => pack.files)) {
      const version = this.live.versionOf(file);
      if (version !== undefined) byFile.set(file.file, { version, diagnostics: [] });
    }
    for (const problem of this.current.problems) {
      if (severity === 'off') break;
      const { file } = problem.place;
      const published = byFile.get(file) ?? { diagnostics: [] };
      published.diagnostics.push(packDiagnostic(problem, severity, this.session.diagnostics, this.session.language));
      byFile.set(file, published);
    }
    const before = this.published;
    this.published = new Map([...byFile].map(([uri, params]) => [uri, JSON.stringify(params)]));
    for (const uri of before.keys()) if (!byFile.has(uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const [uri, params] of byFile)
      if (before.get(uri) !== this.published.get(uri)) void this.connection.sendDiagnostics({ uri, ...params });
  }

  /** Asks the client to watch the pack folders, where it can be asked. */
  private async watch(folders: readonly string[]): Promise<void> {
    const key = folders.join('\n');
    if (!this.session.registersWatchers || this.watchedFolders === key) return;
    this.watchedFolders = key;
    const before = this.watchers;
    const watchers = folders.map((folder): FileSystemWatcher => {
      // Without relative patterns only the folder's name can be told, wherever it stands.
      const name = decodeURIComponent(folder.split('/').at(-1) ?? '');
      return {
        globPattern: this.session.relativeWatchers ? { baseUri: folder, pattern: '**/*.{yaml,yml}' } : `**/${name}/**/*.{yaml,yml}`,
      };
    });
    this.watchers = this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    (await before)?.dispose();
    await this.watchers;
  }
}

/** The packs with another text of one file, where they have it. */
function withText(found: readonly Found[], key: string, text: string): Found[] {
  return found.map((each) => ({
    ...each,
    packs: each.packs.map((pack) => ({
      ...pack,
      files: pack.files.map((file) => (fileKey(file.file) === key ? { ...file, text } : file)),
    })),
  }));
}

/** The files without the byte order mark, which editors do not count as a character; their places count as the client does. */
function withoutMarks(found: FoundPacks, encoding: PositionEncoding): FoundPacks {
  const packs = found.packs.map((pack) => ({
    ...pack,
    files: pack.files.map((file) => {
      const { text } = file;
      const marked = text.startsWith('\ufeff');
      return marked || encoding !== 'utf-16' ? { ...file, encoding, text: marked ? text.slice(1) : text } : file;
    }),
  }));
  return { ...found, packs };
}

/** The URI of a folder named relative to another; null for what is no path. */
function resolveFolder(base: string, path: string): string | null {
  const encoded = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  try {
    return new URL(encoded, base.endsWith('/') ? base : `${base}/`).href.replace(/\/$/, '');
  } catch {
    return null;
  }
}
