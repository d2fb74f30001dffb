/** The server in a Node process: packs are read from disk. */
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';
import { findNotes, readNotesFile, readPacks, readShippedPacks, shippedContent } from './workspace/disk';
import type { Host } from './workspace/host';

const asUri = (path: string): string => pathToFileURL(path).href;

/** `contentFolder` holds the shipped packs. */
export function nodeHost(contentFolder: string): Host {
  return {
    shippedPacks: () => readShippedPacks(contentFolder, asUri),
    packsIn: async (folderUri) => (folderUri.startsWith('file:') ? readPacks(fileURLToPath(folderUri), asUri) : null),
    notesIn: async (folderUri, options) => (folderUri.startsWith('file:') ? findNotes(folderUri, options) : null),
    readNotes: async (uri) => (uri.startsWith('file:') ? readNotesFile(fileURLToPath(uri)) : null),
    absoluteFolder: (path) => {
      if (path === '~' || /^~[/\\]/.test(path)) return asUri(join(homedir(), path.slice(1)));
      return isAbsolute(path) ? asUri(resolve(path)) : null;
    },
  };
}

/** Serves on the transport that the process's arguments name: `--stdio`, `--node-ipc`, `--socket=N`, `--pipe=NAME`. */
export function serve(): void {
  startServer(createConnection(ProposedFeatures.all), nodeHost(shippedContent()));
}
