import { completion, type ItemData, resolveCompletion, TRIGGER_CHARACTERS } from '../features/completion/index';
import { isRecord } from '../workspace/settings';
import { type Handler, offsetAt } from './handler';

export const completionHandler: Handler = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS, resolveProvider: true, completionItem: { labelDetailsSupport: true } },
  }),
  bind({ connection, answer }) {
    connection.onCompletion(({ textDocument, position, context }, token) =>
      answer('completion', textDocument.uri, token, (read, { session, packs }) =>
        completion(read, offsetAt(read, position), {
          abilities: session.completion,
          available: [...packs.library.chapters.values()],
          ...(context?.triggerCharacter ? { trigger: context.triggerCharacter } : {}),
        }),
      ),
    );
    connection.onCompletionResolve(async (item, token) => {
      const data: unknown = item.data;
      if (!isItemData(data)) return item;
      const resolved = await answer('completion documentation', data.uri, token, (read, { session }) =>
        resolveCompletion(item, read, session.completionMarkup, session.language),
      );
      return resolved ?? item;
    });
  },
};

function isItemData(data: unknown): data is ItemData {
  return isRecord(data) && typeof data.uri === 'string' && typeof data.fact === 'string';
}
