/** The packs that tests read from disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { loadPack } from '../../../server/src/chapter/load';
import type { LoadedPack, PackFile } from '../../../server/src/chapter/model';

export const root = resolve(import.meta.dirname, '../../..');

/** Folders of the packs that must be without a fault. */
export const packFolders = [
  ...folders(join(root, 'content')).filter((folder) => basename(folder) !== 'schemas'),
  ...folders(join(root, 'test/packs')),
];

export function readPack(folder: string): PackFile[] {
  return readdirSync(folder).map((name) => ({ file: name, text: readFileSync(join(folder, name), 'utf8') }));
}

export function loadFolder(folder: string): LoadedPack {
  return loadPack(readPack(folder));
}

function folders(parent: string): string[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(parent, entry.name));
}
