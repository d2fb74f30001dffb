import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver-types';
import { type ActionData, codeActions, FIX_ALL, fixAllEdit, wants } from '../features/code-actions';
import { rewrites } from '../features/rewrites';
import { ruleCodes } from '../rules/finding';
import { contentModified } from '../workspace/cancellation';
import { isRecord } from '../workspace/settings';
import { type Handler, offsetAt } from './handler';
import { packFileAnswers } from './pack-files';

export const codeActionHandler: Handler = {
  capabilities: ({ resolvesEdits }) => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
      ...(resolvesEdits ? { resolveProvider: true } : {}),
    },
  }),
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
      return answer('code actions', uri, token, (read, { session: { versionedEdits, clientCommands, resolvesEdits, language } }) => {
        const at = { start: offsetAt(read, range.start), end: offsetAt(read, range.end) };
        return [
          ...codeActions(read, at, { diagnostics, versionedEdits, clientCommands, resolvesEdits, language, ...asked }),
          ...(rewritesToo ? rewrites(read, at.start, { hints, versionedEdits, language }) : []),
        ];
      });
    });
    connection.onCodeActionResolve(async (action, token) => {
      const data: unknown = action.data;
      if (!isActionData(data)) return action;
      const edit = await answer('code action', data.uri, token, (read, { session }) => {
        // What was offered for another text may not be what is sure now.
        if (read.document.version !== data.version) throw contentModified();
        return fixAllEdit(data, read, session.versionedEdits);
      });
      return edit ? { ...action, edit } : action;
    });
  },
};

function isActionData(data: unknown): data is ActionData {
  return (
    isRecord(data) &&
    typeof data.uri === 'string' &&
    typeof data.version === 'number' &&
    (data.fixAll === null || ruleCodes.some((code) => code === data.fixAll))
  );
}
