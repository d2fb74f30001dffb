import type { Connection, Definition, Location, LocationLink, TextDocumentPositionParams } from 'vscode-languageserver';
import { definition } from '../features/definition';
import { nameLinks } from '../features/document-links';
import { contains } from '../features/fact-at';
import type { CheckedDocument } from '../workspace/check-document';
import type { Session } from '../workspace/session';
import { type Context, type Handler, offsetAt, type Services } from './handler';
import { linkedNotes } from './linked-notes';
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
    return answer<Definition | LocationLink[]>('definition', uri, token, async (read, services) => {
      const offset = offsetAt(read, position);
      return definition(read, offset, links(services.session)) ?? notesLinkedAt(read, offset, services);
    });
  };
}

/** Notes are gone to at their beginning, or at the heading that the link names. */
async function notesLinkedAt(read: CheckedDocument, offset: number, services: Services): Promise<Location | null> {
  const link = nameLinks(read).find((each) => contains(each, offset));
  const found = link && (await linkedNotes(read.document.uri, link.notes, services));
  return found ? { uri: found.uri, range: found.heading ?? TOP } : null;
}

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
