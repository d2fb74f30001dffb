/** Keeps the library of chapters up to date with the packs that ship and those in the workspace. */
import { type Connection, DidChangeWatchedFilesNotification, type Disposable, type FileSystemWatcher } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-types';
import { packDiagnostic } from '../features/diagnostics';
import type { FoundPacks, Host } from './host';
import { Library, type LibraryPack, loadPacks } from './library';
import type { Log } from './log';
import { readPacksRequest } from './protocol';
import type { Session } from './session';
import type { SettingsStore } from './settings-store';

const NONE: FoundPacks = { packs: [], faults: [] };

export class PackService {
  private current = new Library([]);
  private shipped: Promise<LibraryPack[]> | undefined;
  private folders: string[];
  private generation = 0;
  private reloading: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watchedFolders: string | undefined;
  private watchers: Promise<Disposable | undefined> = Promise.resolve(undefined);
  /** URIs of the pack files that have diagnostics in the client. */
  private faulty = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly session: Session,
    private readonly settings: SettingsStore,
    private readonly log: Log,
    private readonly onChange: () => void,
  ) {
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
    this.timer = setTimeout(() => void this.reload(), Math.min(this.session.debounce, 100));
  }

  /** Reads the workspace's packs again; of two calls at once the later one counts. */
  reload(): Promise<void> {
    const generation = ++this.generation;
    this.reloading = this.load(generation).catch((error) => this.log.error('reading packs', error));
    return this.reloading;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.generation++;
  }

  private async load(generation: number): Promise<void> {
    this.shipped ??= this.host
      .shippedPacks(this.session.contentUri)
      .then((found) => loadPacks(found, 'shipped', this.session.positionEncoding));
    const folders = await this.packFolders();
    const own = await Promise.all(folders.map((folder) => this.packsIn(folder)));
    const shipped = await this.shipped;
    // A later call has overtaken this one: whoever waits for this one waits for that.
    if (generation !== this.generation) return this.reloading;
    try {
      this.current = new Library([...shipped, ...own.flatMap((found) => loadPacks(found, 'workspace', this.session.positionEncoding))]);
    } finally {
      this.onChange();
    }
    await this.publishProblems();
    await this.watch(folders);
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
    const byFile = new Map<string, Diagnostic[]>();
    for (const problem of this.current.problems) {
      if (severity === 'off') break;
      const diagnostics = byFile.get(problem.place.file) ?? [];
      diagnostics.push(packDiagnostic(problem, severity, this.session.diagnostics));
      byFile.set(problem.place.file, diagnostics);
    }
    for (const uri of this.faulty) if (!byFile.has(uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const [uri, diagnostics] of byFile) void this.connection.sendDiagnostics({ uri, diagnostics });
    this.faulty = new Set(byFile.keys());
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

/** The URI of a folder named relative to another; null for what is no path. */
function resolveFolder(base: string, path: string): string | null {
  const encoded = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  try {
    return new URL(encoded, base.endsWith('/') ? base : `${base}/`).href.replace(/\/$/, '');
  } catch {
    return null;
  }
}
