import type { Handler } from './handler';
import { packFileAnswers } from './pack-files';

/** Requests that only a pack's files answer. */
export const packRequestsHandler: Handler = {
  capabilities: () => ({
    definitionProvider: true,
    referencesProvider: true,
    documentSymbolProvider: true,
    codeLensProvider: { resolveProvider: true },
    renameProvider: { prepareProvider: true },
  }),
  bind({ connection, services }) {
    const none = Promise.resolve(undefined);
    const now = services;
    connection.onDefinition(
      async ({ textDocument: { uri }, position }) => (await (now() ? packFileAnswers.definition({ uri, position }, now()!) : none)) ?? null,
    );
    connection.onReferences(
      async ({ textDocument: { uri }, position, context: { includeDeclaration } }, token) =>
        (await (now() ? packFileAnswers.references({ uri, position, includeDeclaration }, now()!, token) : none)) ?? null,
    );
    connection.onDocumentSymbol(async ({ textDocument: { uri } }) => (await (now() ? packFileAnswers.symbols(uri, now()!) : none)) ?? null);
    connection.onCodeLens(async ({ textDocument: { uri } }) => (await (now() ? packFileAnswers.codeLenses(uri, now()!) : none)) ?? null);
    connection.onCodeLensResolve(
      async (lens, token) => (await (now() ? packFileAnswers.resolveCodeLens(lens, now()!, token) : none)) ?? lens,
    );
    connection.onPrepareRename(
      async ({ textDocument: { uri }, position }) =>
        (await (now() ? packFileAnswers.prepareRename({ uri, position }, now()!) : none)) ?? null,
    );
    connection.onRenameRequest(
      async ({ textDocument: { uri }, position, newName }, token) =>
        (await (now() ? packFileAnswers.rename({ uri, position, newName }, now()!, token) : none)) ?? null,
    );
  },
};
