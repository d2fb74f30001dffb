import { l10n, window } from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest } from 'vscode-languageclient';
import { placeOfCursor } from '../cursor';

/** Lists the events of the chapter that the notes lack; the one that is chosen is written at the cursor. `uri` is that of the active editor unless given. */
export async function missingEvents(client: BaseLanguageClient, uri = placeOfCursor()[0]): Promise<void> {
  if (uri === undefined || !client.isRunning()) return;
  const lines: unknown = await client.sendRequest(ExecuteCommandRequest.type, {
    command: 'historyNotes.showMissingEvents',
    arguments: [uri],
  });
  if (!Array.isArray(lines)) return;
  if (lines.length === 0) {
    void window.showInformationMessage(l10n.t('These notes have every event of the chapter’s timeline.'));
    return;
  }
  const title = l10n.t('Events of the chapter that these notes lack');
  const chosen = await window.showQuickPick(
    lines.filter((line) => typeof line === 'string'),
    {
      title,
      placeHolder: l10n.t('Choose one to write it at the cursor'),
    },
  );
  const editor = window.activeTextEditor;
  if (chosen && editor?.document.uri.toString() === uri) await editor.edit((edit) => edit.insert(editor.selection.active, chosen));
}
