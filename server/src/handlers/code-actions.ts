import { CodeActionKind } from 'vscode-languageserver-types';
import { codeActions, FIX_ALL } from '../features/code-actions';
import { type Handler, offsetAt } from './handler';

export const codeActionHandler: Handler = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } }),
  bind({ connection, answer }) {
    connection.onCodeAction(({ textDocument, range, context }, token) =>
      answer('code actions', textDocument.uri, token, (read, { session: { versionedEdits, clientCommands, language } }) =>
        codeActions(
          read,
          { start: offsetAt(read, range.start), end: offsetAt(read, range.end) },
          { diagnostics: context.diagnostics, versionedEdits, clientCommands, language, ...(context.only ? { only: context.only } : {}) },
        ),
      ),
    );
  },
};
