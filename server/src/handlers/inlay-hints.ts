import { type HintData, inlayHints, resolveInlayHint } from '../features/inlay-hints';
import { isRecord } from '../workspace/settings';
import { type Handler, offsetAt } from './handler';

export const inlayHintHandler: Handler = {
  capabilities: () => ({ inlayHintProvider: { resolveProvider: true } }),
  bind({ connection, services, answer }) {
    const requests = connection.languages.inlayHint;
    requests.on(async ({ textDocument: { uri }, range }, token) => {
      const settings = await services()?.settings.for(uri);
      if (!settings?.inlayHints.eventDates && !settings?.inlayHints.lifeDates) return null;
      return answer('inlay hints', uri, token, (read, { session }) => {
        const hints = inlayHints(read, { start: offsetAt(read, range.start), end: offsetAt(read, range.end) }, settings.inlayHints);
        return session.resolvesHints ? hints : hints.map((hint) => resolveInlayHint(hint, read, session.hintMarkup));
      });
    });
    requests.resolve(async (hint, token) => {
      const data: unknown = hint.data;
      if (!isHintData(data)) return hint;
      const resolved = await answer('inlay hint', data.uri, token, (read, { session }) => resolveInlayHint(hint, read, session.hintMarkup));
      return resolved ?? hint;
    });
  },
  refresh({ connection, log }, { refreshes }) {
    if (refreshes.inlayHints)
      connection.languages.inlayHint.refresh().catch((error: unknown) => log.error('refreshing inlay hints', error));
  },
};

function isHintData(data: unknown): data is HintData {
  return isRecord(data) && typeof data.uri === 'string' && typeof data.fact === 'string';
}
