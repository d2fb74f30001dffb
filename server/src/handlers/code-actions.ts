import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver-types';
import { codeActions, FIX_ALL, wants } from '../features/code-actions';
import { rewrites } from '../features/rewrites';
import { type Handler, offsetAt } from './handler';
import { packFileAnswers } from './pack-files';

export const codeActionHandler: Handler = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL] } }),
  bind({ connection, services, answer }) {
    connection.onCodeAction(async ({ textDocument: { uri }, range, context }, token) => {
      const { diagnostics, only, triggerKind } = context;
      const asked = only ? { only } : {};
      const now = services();
      const inPack = now && (await packFileAnswers.codeActions({ uri, range, diagnostics, ...asked }, now));
      if (inPack !== undefined) return inPack;
      const hints = (await now?.settings.for(uri))?.inlayHints;
      // Nobody wants a light bulb on every line that could be written otherwise.
      const rewritesToo = hints && triggerKind !== CodeActionTriggerKind.Automatic && wants(asked, CodeActionKind.RefactorRewrite);
      return answer('code actions', uri, token, (read, { session: { versionedEdits, clientCommands, language } }) => {
        const at = { start: offsetAt(read, range.start), end: offsetAt(read, range.end) };
        return [
          ...codeActions(read, at, { diagnostics, versionedEdits, clientCommands, language, ...asked }),
          ...(rewritesToo ? rewrites(read, at.start, { hints, versionedEdits, language }) : []),
        ];
      });
    });
  },
};
