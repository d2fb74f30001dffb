import { type ChapterInfo, chaptersRequest, reloadPacksRequest } from '../workspace/protocol';
import type { Handler } from './handler';

export const chaptersHandler: Handler = {
  capabilities: () => ({}),
  bind({ connection, services }) {
    connection.onRequest(chaptersRequest, async (): Promise<ChapterInfo[]> => {
      await services()?.packs.ready();
      return [...(services()?.packs.library.chapters.values() ?? [])].map(({ id, title, book, origin, chapter }) => ({
        id,
        title,
        ...(book ? { book } : {}),
        origin,
        uri: chapter.place.file,
        keyQuestions: chapter.keyQuestions,
      }));
    });
    connection.onRequest(reloadPacksRequest, async () => {
      await services()?.packs.reload();
      return null;
    });
  },
};
