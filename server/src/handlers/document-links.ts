import { documentLinks, type LinkData, placeTarget } from '../features/document-links';
import { isRecord } from '../workspace/settings';
import type { Handler } from './handler';
import { linkedNotes } from './linked-notes';

export const documentLinkHandler: Handler = {
  capabilities: () => ({ documentLinkProvider: { resolveProvider: true } }),
  bind({ connection, log, services, answer }) {
    connection.onDocumentLinks(({ textDocument }, token) =>
      answer('document links', textDocument.uri, token, async (read, { session, files }) =>
        documentLinks(read, session.linkTooltips, await files.linkedFrom(read.document)),
      ),
    );
    connection.onDocumentLinkResolve(async (link) => {
      const data: unknown = link.data;
      if (!isLinkData(data)) return link;
      try {
        const now = services();
        const found = now && (await linkedNotes(data.uri, data.notes, now));
        if (!found) return link;
        return { ...link, target: found.heading ? placeTarget({ file: found.uri, ...found.heading.start }) : found.uri };
      } catch (error) {
        log.error('resolving a link', error);
        return link;
      }
    });
  },
};

function isLinkData(data: unknown): data is LinkData {
  return isRecord(data) && typeof data.uri === 'string' && typeof data.notes === 'string';
}
