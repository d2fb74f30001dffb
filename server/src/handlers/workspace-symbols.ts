import { workspaceSymbols } from '../features/workspace-symbols';
import type { Handler } from './handler';

export const workspaceSymbolHandler: Handler = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  bind({ connection, log, services }) {
    connection.onWorkspaceSymbol(async ({ query }, token) => {
      try {
        const now = services();
        const documents = (await now?.index.documents(token)) ?? [];
        if (!now || token.isCancellationRequested) return null;
        const used = new Set(documents.flatMap(({ chapters }) => chapters));
        // A pack of the workspace is somebody's own work, whether notes use it yet or not.
        const packs = [...now.packs.library.chapters.values()].filter(({ id, origin }) => used.has(id) || origin === 'workspace');
        return workspaceSymbols(
          query,
          packs.map(({ chapter }) => chapter),
          documents,
        );
      } catch (error) {
        log.error('workspace symbols', error);
        return null;
      }
    });
  },
};
