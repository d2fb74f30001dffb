import { documentHighlights } from '../features/document-highlight';
import { type Handler, offsetAt } from './handler';

export const documentHighlightHandler: Handler = {
  capabilities: () => ({ documentHighlightProvider: true }),
  bind({ connection, answer }) {
    connection.onDocumentHighlight(({ textDocument, position }, token) =>
      answer('document highlights', textDocument.uri, token, (read) => documentHighlights(read, offsetAt(read, position))),
    );
  },
};
