import { completion, type ItemData, resolveCompletion, TRIGGER_CHARACTERS } from '../features/completion/index';
import { isRecord } from '../workspace/settings';
import { type Handler, offsetAt } from './handler';
import { packFileAnswers } from './pack-files';

export const completionHandler: Handler = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS, resolveProvider: true, completionItem: { labelDetailsSupport: true } },
  }),
  bind({ connection, services, answer }) {
    connection.onCompletion(async ({ textDocument: { uri }, position, context }, token) => {
      const trigger = context?.triggerCharacter ? { trigger: context.triggerCharacter } : {};
      const now = services();
      const inPack = now && (await packFileAnswers.completion({ uri, position, ...trigger }, now));
      if (inPack !== undefined) return inPack;
      return answer(
        'completion',
        uri,
        token,
        async (read, { session, packs, files }) => {
          const notes = await files.linkedFrom(read.document);
          return completion(read, offsetAt(read, position), {
            abilities: session.completion,
            available: [...packs.library.chapters.values()],
            ...(notes ? { notes } : {}),
            ...trigger,
          });
        },
        { asAsked: true },
      );
    });
    connection.onCompletionResolve(async (item, token) => {
      const now = services();
      const inPack = now && (await packFileAnswers.resolveCompletion(item, now));
      if (inPack) return inPack;
      const data: unknown = item.data;
      if (!isItemData(data)) return item;
      const resolved = await answer(
        'completion documentation',
        data.uri,
        token,
        (read, { session }) => resolveCompletion(item, read, session.completionMarkup, session.language),
        { asAsked: true },
      );
      return resolved ?? item;
    });
  },
};

function isItemData(data: unknown): data is ItemData {
  return isRecord(data) && typeof data.uri === 'string' && typeof data.fact === 'string';
}
