import { foldingRanges } from '../features/folding';
import type { Handler } from './handler';

export const foldingHandler: Handler = {
  capabilities: () => ({ foldingRangeProvider: true }),
  bind({ connection, answer }) {
    connection.onFoldingRanges(({ textDocument }, token) =>
      answer('folding', textDocument.uri, token, (read, { session }) => foldingRanges(read, session.folding)),
    );
  },
};
