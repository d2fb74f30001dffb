/** Packs and notes on disk. For Node only: the server's and the command line's. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackFile } from '../chapter/model';
import { baseName } from '../chapter/pack/context';
import { type Said, say } from '../l10n/said';
import { isNotesName } from './file-names';
import type { FoundFile, FoundPacks, PackFault, PackFolder } from './host';

/** A larger file is no pack that a person or a script wrote for students. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** So many packs are read from one folder. */
const MAX_PACKS = 1000;

/** Where the packs that ship lie: beside the folder of the built script. */
export const shippedContent = (): string => join(__dirname, '..', 'content');

/** The packs that ship, with what the build has prepared of them. */
export async function readShippedPacks(content: string, name: (path: string) => string): Promise<FoundPacks> {
  const { packs, faults } = await readPacks(content, name);
  const prepared = await Promise.all(packs.map(({ folder }) => readPrepared(folder)));
  return { packs: packs.map((pack, i) => ({ ...pack, ...prepared[i] })), faults };
}

async function readPrepared(folder: string): Promise<Pick<PackFolder, 'prepared'>> {
  try {
    return { prepared: await readFile(join(__dirname, 'packs', `${baseName(folder)}.json`), 'utf8') };
  } catch {
    // Built without: the packs are read as they stand.
    return {};
  }
}

/**
 * Reads the packs in a folder: each sub-folder with a `chapter.yaml`, or the folder itself where it has one. Sorted by name.
 * A folder that does not exist has none. `name` turns paths into what the pack's places shall say.
 */
export async function readPacks(folder: string, name: (path: string) => string): Promise<FoundPacks> {
  const faults: PackFault[] = [];
  const packs: PackFolder[] = [];
  const candidates = [folder, ...(await subfolders(folder, faults, name))];
  for (const candidate of candidates.slice(0, MAX_PACKS)) {
    const pack = await readPack(candidate, faults, name);
    if (pack) packs.push(pack);
    if (pack && candidate === folder) break;
  }
  return { packs, faults };
}

async function subfolders(folder: string, faults: PackFault[], name: (path: string) => string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
      .map((entry) => join(folder, entry.name))
      .sort();
  } catch (error) {
    if (!isMissing(error))
      faults.push({ file: name(folder), said: say('This folder cannot be read: {reason}.', { reason: reason(error) }) });
    return [];
  }
}

async function readPack(folder: string, faults: PackFault[], name: (path: string) => string): Promise<PackFolder | null> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((each) => /\.ya?ml$/i.test(each)).sort();
  } catch (error) {
    // A symbolic link to a file, or to nowhere.
    if (!isMissing(error))
      faults.push({ file: name(folder), said: say('This folder cannot be read: {reason}.', { reason: reason(error) }) });
    return null;
  }
  if (!names.some((each) => /^chapter\.ya?ml$/i.test(each))) return null;
  const files: PackFile[] = [];
  for (const each of names) {
    const path = join(folder, each);
    try {
      const { size } = await stat(path);
      if (size > MAX_FILE_BYTES)
        faults.push({ file: name(path), said: say('This file is too large for a pack: {size} MB.', { size: Math.round(size / 1e6) }) });
      else files.push({ file: name(path), text: await readFile(path, 'utf8') });
    } catch (error) {
      faults.push({ file: name(path), said: say('This file cannot be read: {reason}.', { reason: reason(error) }) });
    }
  }
  return { folder: name(folder), files };
}

/** A larger file is a book, not notes: it is read only when it is opened. */
const MAX_NOTES_BYTES = 1024 * 1024;
/** So many folders are looked into below one: a workspace that is somebody's home folder is not searched through. */
const MAX_FOLDERS = 5000;
/** Folders that hold no notes of the workspace's own, beside those whose name begins with a dot. */
const PASSED_OVER = new Set(['node_modules', '__pycache__', 'venv']);

/** The files in a folder and, where asked, those below that may be notes, the upper ones first. Symbolic links are not followed: they may lead in a circle. */
export async function findNotes(folderUri: string, { below } = { below: true }): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const folders = [folderUri.replace(/\/$/, '')];
  for (let at = 0; at < folders.length; at++) {
    const folder = folders[at]!;
    const path = fileURLToPath(folder);
    const entries = (await readdir(path, { withFileTypes: true }).catch(() => [])).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      // The client's own way of writing the folder is kept, so that its URIs and these are the same.
      const uri = `${folder}/${encodeURIComponent(entry.name)}`;
      if (entry.isDirectory()) {
        if (below && !entry.name.startsWith('.') && !PASSED_OVER.has(entry.name) && folders.length < MAX_FOLDERS) folders.push(uri);
      } else if (entry.isFile() && isNotesName(entry.name)) {
        const { mtimeMs, size } = await stat(join(path, entry.name)).catch(() => ({ mtimeMs: 0, size: 0 }));
        found.push({ uri, stamp: `${mtimeMs}:${size}` });
      }
    }
  }
  return found;
}

export async function readNotesFile(path: string): Promise<string | null> {
  try {
    return (await stat(path)).size > MAX_NOTES_BYTES ? null : await readFile(path, 'utf8');
  } catch {
    return null;
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

const reasons: Readonly<Record<string, Said>> = {
  EACCES: say('permission denied'),
  EPERM: say('permission denied'),
  ENOENT: say('there is no such file'),
  EISDIR: say('it is a folder'),
  ENOTDIR: say('part of its path is not a folder'),
  ELOOP: say('its links go round in a circle'),
  ENAMETOOLONG: say('its name is too long'),
  EMFILE: say('too many files are open'),
  ENOSPC: say('the disk is full'),
  EROFS: say('the disk is read-only'),
  EBUSY: say('it is in use'),
  EIO: say('the disk failed'),
};

/** A system error in words, without its code and path. */
export function reason(error: unknown): Said | string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && Object.hasOwn(reasons, code) && reasons[code]) || message || String(error);
}
