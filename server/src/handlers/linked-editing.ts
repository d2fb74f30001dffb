import { linkedEditingRanges } from '../features/linked-editing';
import { type Handler, offsetAt } from './handler';

export const linkedEditingHandler: Handler = {
  capabilities: () => ({ linkedEditingRangeProvider: true }),
  bind({ connection, answer }) {
    connection.languages.onLinkedEditingRange(({ textDocument, position }, token) =>
      answer('linked editing', textDocument.uri, token, (read) => linkedEditingRanges(read, offsetAt(read, position))),
    );
  },
};
