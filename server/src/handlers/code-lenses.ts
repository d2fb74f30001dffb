import { codeLenses, type LensData, resolveCodeLens } from '../features/code-lenses';
import { isRecord } from '../workspace/settings';
import type { Handler } from './handler';
import { packFileAnswers } from './pack-files';

export const codeLensHandler: Handler = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  bind({ connection, services, answer }) {
    connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
      const now = services();
      const inPack = now && (await packFileAnswers.codeLenses(uri, now));
      if (inPack !== undefined) return inPack;
      const settings = await now?.settings.for(uri);
      return settings?.codeLens ? answer('code lenses', uri, token, codeLenses) : null;
    });
    connection.onCodeLensResolve(async (lens, token) => {
      const now = services();
      const inPack = now && (await packFileAnswers.resolveCodeLens(lens, now, token));
      if (inPack) return inPack;
      const data: unknown = lens.data;
      if (!isLensData(data)) return lens;
      const resolved = await answer('code lens', data.uri, token, (read, { session }) =>
        resolveCodeLens(lens, read, session.clientCommands),
      );
      return resolved ?? lens;
    });
  },
  refresh({ connection, log }, { refreshes }) {
    if (refreshes.codeLenses)
      connection.sendRequest('workspace/codeLens/refresh').catch((error: unknown) => log.error('refreshing code lenses', error));
  },
};

function isLensData(data: unknown): data is LensData {
  return isRecord(data) && typeof data.uri === 'string' && typeof data.about === 'string';
}
