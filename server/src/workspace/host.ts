/** What the server needs from where it runs: the packs, and the notes that are not open. */
import type { PackFile } from '../chapter/model';
import type { Said } from '../l10n/said';

/** A pack's folder with its files as text. */
export interface PackFolder {
  /** URI or path. */
  readonly folder: string;
  readonly files: readonly PackFile[];
  /** What `preparePack` made of these files when the product was built. */
  readonly prepared?: string;
}

/** A folder that may hold packs could not be read, or a file in it; what is said of it is one plain sentence. */
export interface PackFault {
  readonly file: string;
  readonly said: Said;
}

export interface FoundPacks {
  readonly packs: readonly PackFolder[];
  readonly faults: readonly PackFault[];
}

/** A file found in a folder. */
export interface FoundFile {
  readonly uri: string;
  /** Changes with the file, for clients that watch none. */
  readonly stamp?: string;
}

export interface Host {
  /** The packs that come with the product; their files as URIs that the client can open, where it can. `contentUri` is the client's word for the folder that they lie in. */
  shippedPacks(contentUri: string | undefined): Promise<FoundPacks>;
  /**
   * The packs in a folder, given by its URI; a folder that is not there has none.
   * Null where this host cannot read such URIs: then the client is asked.
   */
  packsIn(folderUri: string): Promise<FoundPacks | null>;
  /** The files in a folder and, unless `below` is false, those below that may be notes (`.hnotes`, `.md`), sorted; null where this host cannot read such URIs. */
  notesIn(folderUri: string, options?: { readonly below: boolean }): Promise<readonly FoundFile[] | null>;
  /** A file's text; null where it is gone, too large for notes, or this host cannot read such URIs. */
  readNotes(uri: string): Promise<string | null>;
  /** The URI that a folder of the `historyNotes.packs` setting means without a workspace folder: an absolute path, or one in the home folder. Null where it is relative or means nothing here. */
  absoluteFolder(path: string): string | null;
}
