/** Entry point of dist/server.browser.js, a web worker. It has no file system: shipped packs are in the bundle, the workspace's come from the client. */

import shippedPacks from 'shipped-packs';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { NOWHERE } from './features/definition';
import { startServer } from './server';
import type { Host } from './workspace/host';

const host: Host = {
  shippedPacks: async (contentUri) => {
    const base = contentUri?.replace(/\/$/, '') ?? NOWHERE;
    const packs = shippedPacks.map(({ folder, files, ...prepared }) => ({
      ...prepared,
      folder: `${base}/${folder}`,
      files: files.map(({ file, text }) => ({ file: `${base}/${file}`, text })),
    }));
    return { packs, faults: [] };
  },
  packsIn: async () => null,
  notesIn: async () => null,
  readNotes: async () => null,
  absoluteFolder: () => null,
};

const scope = self as DedicatedWorkerGlobalScope;
startServer(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), host);
