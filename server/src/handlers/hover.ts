import { hover } from '../features/hover';
import { type Handler, offsetAt } from './handler';
import { packFileAnswers } from './pack-files';

export const hoverHandler: Handler = {
  capabilities: () => ({ hoverProvider: true }),
  bind({ connection, services, answer }) {
    connection.onHover(async ({ textDocument: { uri }, position }, token) => {
      const now = services();
      const inPack = now && (await packFileAnswers.hover({ uri, position }, now));
      if (inPack !== undefined) return inPack;
      return answer('hover', uri, token, (read, { session }) =>
        hover(read, offsetAt(read, position), session.hoverMarkup, session.language),
      );
    });
  },
};
