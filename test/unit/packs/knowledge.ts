/** What the packs on disk know, each made ready once for a test file. */
import { createKnowledge } from '../../../server/src/reading/index';
import type { Knowledge } from '../../../server/src/reading/model';
import { loadFolder, packFolders } from './packs';

/** By the chapter's id. */
export const knowledgeOf: ReadonlyMap<string, Knowledge> = new Map(
  packFolders.map((folder) => {
    const chapter = loadFolder(folder).chapter!;
    return [chapter.id, createKnowledge([chapter])];
  }),
);
