/** Packs as their authors have them before them: the texts of open editors in the place of those on disk. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PackFile } from '../chapter/model';
import { packFileName } from '../features/packs/files';
import { encodingOf } from '../features/position-encoding';
import { fileKey } from './file-names';
import type { FoundPacks, PackFolder } from './host';
import { faultsAsPack, type LibraryPack, type Origin } from './library';
import { type ReadPack, readPack } from './prepared-pack';

/** Packs found in one folder, or shipped. */
export interface Found extends FoundPacks {
  readonly origin: Origin;
}

export class LivePacks {
  /** By `fileKey` of the folder: the pack as last loaded. */
  private loaded = new Map<string, LibraryPack>();
  /** By `fileKey`: the last text of a file whose YAML was whole. */
  private sound = new Map<string, PackFile>();
  private readonly ofOpen = new WeakMap<TextDocument, { readonly file: PackFile; readonly version: number }>();
  private readonly versions = new WeakMap<PackFile, number>();

  constructor(private readonly open: { all(): TextDocument[] }) {}

  /** All packs with the texts of the open documents; those whose files have not changed are the same objects as before. `roots` are the folders that packs lie in. */
  load(found: readonly Found[], roots: readonly string[]): LibraryPack[] {
    const open = new Map(
      this.open
        .all()
        .filter(({ uri }) => /\.ya?ml$/i.test(uri))
        .map((document) => [fileKey(document.uri), this.fileOf(document)]),
    );
    const before = this.loaded;
    this.loaded = new Map();
    const packs = found.flatMap(({ packs: folders, faults, origin }) => [
      ...folders.map((folder) => this.loadOne(folder, origin, open, before)),
      ...faultsAsPack(faults, origin),
    ]);
    for (const folder of unsaved(open, roots, new Set(this.loaded.keys()))) packs.push(this.loadOne(folder, 'workspace', open, before));
    this.forgetGone(packs);
    return packs;
  }

  /** The document's text as a file of a pack; the same object as long as the text is the same. */
  fileOf(document: TextDocument): PackFile {
    const known = this.ofOpen.get(document);
    if (known?.version === document.version) return known.file;
    const file = { file: document.uri, text: document.getText(), encoding: encodingOf(document) };
    this.ofOpen.set(document, { file, version: document.version });
    this.versions.set(file, document.version);
    return file;
  }

  /** The version of the document that the file's text is of; undefined for a file from disk. */
  versionOf(file: PackFile): number | undefined {
    return this.versions.get(file);
  }

  private loadOne(
    { folder, files: onDisk, ...ready }: PackFolder,
    origin: Origin,
    open: ReadonlyMap<string, PackFile>,
    before: ReadonlyMap<string, LibraryPack>,
  ): LibraryPack {
    const key = fileKey(folder);
    const files = onDisk.map((file) => open.get(fileKey(file.file)) ?? file);
    const present = new Set(files.map(({ file }) => fileKey(file)));
    for (const [each, file] of open) if (parentOf(each) === key && !present.has(each) && packFileName(each)) files.push(file);
    const known = before.get(key);
    const same = known?.origin === origin && sameTexts(known.files, files);
    const pack = same
      ? known.files.every((file, i) => file === files[i])
        ? known
        : { ...known, files }
      : { ...this.read(files, ready), folder, origin, files };
    this.loaded.set(key, pack);
    return pack;
  }

  /** The pack that the files make; of a file whose YAML is broken what was last sound goes on serving. */
  private read(files: readonly PackFile[], ready: Pick<PackFolder, 'prepared'>): ReadPack {
    const pack = readPack(ready, files);
    const broken = new Set(pack.broken);
    for (const file of files) if (!broken.has(file.file)) this.sound.set(fileKey(file.file), file);
    const last = files.map((file) => (broken.has(file.file) && this.sound.get(fileKey(file.file))) || file);
    return sameTexts(last, files) ? pack : { ...pack, chapter: readPack(ready, last).chapter };
  }

  private forgetGone(packs: readonly LibraryPack[]): void {
    const present = new Set(packs.flatMap(({ files }) => files.map(({ file }) => fileKey(file))));
    for (const key of this.sound.keys()) if (!present.has(key)) this.sound.delete(key);
  }
}

/** Packs of which nothing is on disk yet: open documents in a folder of their own that has a `chapter.yaml`. */
function unsaved(open: ReadonlyMap<string, PackFile>, roots: readonly string[], known: ReadonlySet<string>): PackFolder[] {
  const rootKeys = new Set(roots.map(fileKey));
  return [...open]
    .filter(([key]) => packFileName(key) === 'chapter' && !known.has(parentOf(key)))
    .filter(([key]) => rootKeys.has(parentOf(parentOf(key))) || rootKeys.has(parentOf(key)))
    .map(([, { file }]) => ({ folder: parentOf(file), files: [] }));
}

function sameTexts(a: readonly PackFile[], b: readonly PackFile[]): boolean {
  return a.length === b.length && a.every(({ file, text }, index) => file === b[index]!.file && text === b[index]!.text);
}

/** The folder of a file, by its URI or key. */
export function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}
