import { CodeActionKind } from 'vscode-languageserver-types';
import { codeActions, FIX_ALL } from '../features/code-actions';
import { type Handler, offsetAt } from './handler';
import { packFileAnswers } from './pack-files';

export const codeActionHandler: Handler = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } }),
  bind({ connection, services, answer }) {
    connection.onCodeAction(async ({ textDocument: { uri }, range, context }, token) => {
      const { diagnostics, only } = context;
      const now = services();
      const inPack = now && (await packFileAnswers.codeActions({ uri, range, diagnostics, ...(only ? { only } : {}) }, now));
      if (inPack !== undefined) return inPack;
      return answer('code actions', uri, token, (read, { session: { versionedEdits, clientCommands, language } }) =>
        codeActions(
          read,
          { start: offsetAt(read, range.start), end: offsetAt(read, range.end) },
          { diagnostics, versionedEdits, clientCommands, language, ...(only ? { only } : {}) },
        ),
      );
    });
  },
};
