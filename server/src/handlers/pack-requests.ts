import type { Handler } from './handler';
import { packFileAnswers } from './pack-files';

/** Requests that only a pack's files answer. */
export const packRequestsHandler: Handler = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  bind({ connection, services }) {
    connection.onCodeLens(async ({ textDocument: { uri } }) => {
      const now = services();
      return (now && (await packFileAnswers.codeLenses(uri, now))) ?? null;
    });
    connection.onCodeLensResolve(async (lens, token) => {
      const now = services();
      return (now && (await packFileAnswers.resolveCodeLens(lens, now, token))) ?? lens;
    });
  },
};
