import { documentLinks, type LinkData, notesNamed } from '../features/document-links';
import { isRecord } from '../workspace/settings';
import type { Handler } from './handler';

export const documentLinkHandler: Handler = {
  capabilities: () => ({ documentLinkProvider: { resolveProvider: true } }),
  bind({ connection, log, services, answer }) {
    connection.onDocumentLinks(({ textDocument }, token) =>
      answer('document links', textDocument.uri, token, (read, { session }) => documentLinks(read, session.linkTooltips)),
    );
    connection.onDocumentLinkResolve(async (link) => {
      const data: unknown = link.data;
      if (!isLinkData(data)) return link;
      try {
        const target = notesNamed(data, (await services()?.index.uris()) ?? []);
        return target ? { ...link, target } : link;
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
