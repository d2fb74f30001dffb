import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-types';
import { documentSymbols } from '../features/document-symbols';
import type { Handler } from './handler';
import { packFileAnswers } from './pack-files';

export const documentSymbolHandler: Handler = {
  capabilities: () => ({ documentSymbolProvider: true }),
  bind({ connection, services, answer }) {
    connection.onDocumentSymbol(async ({ textDocument: { uri } }, token) => {
      const now = services();
      const inPack = now && (await packFileAnswers.symbols(uri, now));
      if (inPack !== undefined) return inPack;
      return answer<DocumentSymbol[] | SymbolInformation[]>('document symbols', uri, token, (read, { session }) =>
        documentSymbols(read, session.symbolTree),
      );
    });
  },
};
