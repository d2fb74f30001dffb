/** The chapters that a command checks against: those that ship, and those of the folders it is given. */
import { resolve } from 'node:path';
import { readPacks, readShippedPacks, shippedContent } from '../workspace/disk';
import { Library, type LibraryPack, loadPacks } from '../workspace/library';
import { defaultSettings } from '../workspace/settings';
import { complain, Failure } from './output';

/**
 * The shipped packs and those of the folders.
 * @param folders of `--packs`; undefined where the option was not given: then the folders that the editor looks in, below the working folder.
 * @throws Failure for a folder without a pack.
 */
export async function loadLibrary(folders: readonly string[] | undefined): Promise<Library> {
  const packs: LibraryPack[] = loadPacks(await readShippedPacks(shippedContent(), (path) => path), 'shipped');
  for (const folder of folders ?? defaultSettings.packs) {
    const found = loadPacks(await readPacks(resolve(folder), (path) => path), 'workspace');
    if (folders && found.length === 0) throw new Failure(`${folder}: there is no pack here, that is, no folder with a chapter.yaml`);
    packs.push(...found);
  }
  return new Library(packs);
}

/**
 * The same; faults of packs are told on standard error, what is sound is used.
 * @throws Failure for a pack of which nothing can be used, too.
 */
export async function openLibrary(folders: readonly string[] | undefined): Promise<Library> {
  const library = await loadLibrary(folders);
  for (const { place, severity, message } of library.problems)
    complain(`${place.file}:${place.line + 1}:${place.character + 1}: ${severity}: ${message}`);
  const useless = library.packs.find(({ chapter, folder }) => chapter === null && folder !== '');
  if (useless && folders) throw new Failure(`${useless.folder}: this pack cannot be used`);
  return library;
}

/**
 * The ids of `--chapter`.
 * @throws Failure for one that no pack has.
 */
export function knownChapters(ids: readonly string[], library: Library): readonly string[] {
  for (const id of ids) {
    if (!library.chapters.has(id))
      throw new Failure(`there is no chapter “${id}”; there is ${[...library.chapters.keys()].join(', ') || 'none'}`);
  }
  return ids;
}
