import { selectionRange } from '../features/selection-ranges';
import { type Handler, offsetAt } from './handler';

export const selectionRangeHandler: Handler = {
  capabilities: () => ({ selectionRangeProvider: true }),
  bind({ connection, answer }) {
    connection.onSelectionRanges(({ textDocument, positions }, token) =>
      answer('selection ranges', textDocument.uri, token, (read) =>
        positions.map((position) => selectionRange(read, offsetAt(read, position))),
      ),
    );
  },
};
