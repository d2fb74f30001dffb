import type { Connection, Definition, LocationLink, TextDocumentPositionParams } from 'vscode-languageserver';
import { definition } from '../features/definition';
import type { Session } from '../workspace/session';
import { type Context, type Handler, offsetAt } from './handler';
import { packFileAnswers } from './pack-files';

/** Declaration is the same: a fact of a pack is declared where it is defined. */
export const definitionHandler: Handler = {
  capabilities: () => ({ definitionProvider: true, declarationProvider: true }),
  bind(context) {
    const { connection } = context;
    connection.onDefinition(answering(context, ({ definitionLinks }) => definitionLinks));
    connection.onDeclaration(answering(context, ({ declarationLinks }) => declarationLinks));
  },
};

function answering({ services, answer }: Context, links: (session: Session) => boolean): Parameters<Connection['onDefinition']>[0] {
  return async ({ textDocument: { uri }, position }: TextDocumentPositionParams, token): Promise<Definition | LocationLink[] | null> => {
    const now = services();
    const inPack = now && (await packFileAnswers.definition?.({ uri, position }, now));
    if (inPack !== undefined) return inPack;
    return answer<Definition | LocationLink[]>('definition', uri, token, (read, { session }) =>
      definition(read, offsetAt(read, position), links(session)),
    );
  };
}
