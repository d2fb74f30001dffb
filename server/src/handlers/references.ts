import { isOpenable, placeLocation } from '../features/definition';
import { chapterAt, factAt } from '../features/fact-at';
import { factKey } from '../features/fact-uses';
import { chapterKey } from '../workspace/notes-index';
import { type Handler, offsetAt } from './handler';
import { packFileAnswers } from './pack-files';

export const referencesHandler: Handler = {
  capabilities: () => ({ referencesProvider: true }),
  bind({ connection, services, answer }) {
    connection.onReferences(async ({ textDocument: { uri }, position, context: { includeDeclaration } }, token) => {
      const now = services();
      const inPack = now && (await packFileAnswers.references?.({ uri, position, includeDeclaration }, now, token));
      if (inPack !== undefined) return inPack;
      return answer('references', uri, token, async (read, { index }) => {
        const offset = offsetAt(read, position);
        const { reading } = read;
        const named = chapterAt(reading, offset);
        const found = named ? null : factAt(reading, offset);
        if (!named && !found) return null;
        const place = named ? named.chapter.place : found!.fact.place;
        const key = named ? chapterKey(named.chapter.id) : factKey(found!.fact, reading.knowledge);
        const mentions = await index.mentionsOf(key, token);
        if (token.isCancellationRequested) return null;
        return includeDeclaration && isOpenable(place) ? [placeLocation(place), ...mentions] : mentions;
      });
    });
  },
};
