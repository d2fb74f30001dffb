import { CancellationToken } from 'vscode-languageserver';
import { codeLenses, type LensData, resolveCodeLens } from '../features/code-lenses';
import { pause } from '../workspace/cancellation';
import { isRecord } from '../workspace/settings';
import type { Handler, Services } from './handler';
import { packFileAnswers } from './pack-files';

export const codeLensHandler: Handler = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  bind(context) {
    const { connection, services, answer } = context;
    let waiting = false;
    /** Lenses that count mentions are asked for again when notes have changed: once for all that are shown now. */
    async function refreshWithNotes({ notes, session }: Services): Promise<void> {
      if (waiting) return;
      waiting = true;
      await notes.nextChange(CancellationToken.None);
      await pause(REFRESH_PAUSES * session.debounce, CancellationToken.None);
      waiting = false;
      codeLensHandler.refresh?.(context, session);
    }
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
      if (inPack) {
        if (now.session.refreshes.codeLenses) void refreshWithNotes(now);
        return inPack;
      }
      const data: unknown = lens.data;
      if (!isLensData(data)) return lens;
      const resolved = await answer('code lens', data.uri, token, (read, { session }) => resolveCodeLens(lens, read, session));
      return resolved ?? lens;
    });
  },
  refresh({ connection, log }, { refreshes }) {
    if (refreshes.codeLenses)
      connection.sendRequest('workspace/codeLens/refresh').catch((error: unknown) => log.error('refreshing code lenses', error));
  },
};

/** Mentions are not counted anew at each pause in the typing, but after so many. */
const REFRESH_PAUSES = 5;

function isLensData(data: unknown): data is LensData {
  return isRecord(data) && typeof data.uri === 'string' && typeof data.about === 'string';
}
