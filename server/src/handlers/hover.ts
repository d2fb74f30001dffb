import { hover } from '../features/hover';
import { type Handler, offsetAt } from './handler';

export const hoverHandler: Handler = {
  capabilities: () => ({ hoverProvider: true }),
  bind({ connection, answer }) {
    connection.onHover(({ textDocument, position }, token) =>
      answer('hover', textDocument.uri, token, (read, { session }) =>
        hover(read, offsetAt(read, position), session.hoverMarkup, session.language),
      ),
    );
  },
};
