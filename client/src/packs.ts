/** Reads packs through the editor's file system, for a server that has none: in the browser, and in virtual workspaces. */
import { FileType, Uri, workspace } from 'vscode';
import type { Pack } from './protocol';

/** A file larger than this is not a pack's: it is left out. */
const largestFile = 4 * 1024 * 1024;

/** The packs in these folders: each sub-folder that has a `chapter.yaml`, or the folder itself where it has one. Folders that do not exist have none. */
export async function readPacks(folders: readonly string[]): Promise<Pack[]> {
  const found = await Promise.all(folders.map((folder) => packsIn(Uri.parse(folder))));
  return found.flat();
}

async function packsIn(folder: Uri): Promise<Pack[]> {
  const entries = await list(folder);
  const itself = await packOf(folder, entries);
  if (itself) return [itself];
  const below = entries.filter(([, type]) => type & FileType.Directory).map(([name]) => Uri.joinPath(folder, name));
  const packs = await Promise.all(below.map(async (each) => packOf(each, await list(each))));
  return packs.filter((pack) => pack !== undefined);
}

async function packOf(folder: Uri, entries: readonly [string, FileType][]): Promise<Pack | undefined> {
  if (!entries.some(([name]) => /^chapter\.ya?ml$/i.test(name))) return undefined;
  const names = entries.filter(([name, type]) => type & FileType.File && /\.ya?ml$/i.test(name)).map(([name]) => name);
  const files = await Promise.all(names.map((name) => read(Uri.joinPath(folder, name))));
  return { folder: folder.toString(), files: files.filter((file) => file !== undefined) };
}

async function list(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function read(file: Uri): Promise<{ file: string; text: string } | undefined> {
  try {
    if ((await workspace.fs.stat(file)).size > largestFile) return undefined;
    return { file: file.toString(), text: new TextDecoder().decode(await workspace.fs.readFile(file)) };
  } catch {
    return undefined;
  }
}
