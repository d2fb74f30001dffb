import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-types';
import { documentSymbols } from '../features/document-symbols';
import type { Handler } from './handler';

export const documentSymbolHandler: Handler = {
  capabilities: () => ({ documentSymbolProvider: true }),
  bind({ connection, answer }) {
    connection.onDocumentSymbol(({ textDocument }, token) =>
      answer<DocumentSymbol[] | SymbolInformation[]>('document symbols', textDocument.uri, token, (read, { session }) =>
        documentSymbols(read, session.symbolTree),
      ),
    );
  },
};
