import { ConfigurationTarget, l10n, Uri, window, workspace } from 'vscode';

/**
 * Adds a name to the setting `historyNotes.ownNames`, of the user or of the workspace.
 *
 * @param name without it, the selected words or the word at the cursor are proposed.
 * @param uri the notes it is added for, which decide whose workspace setting is meant.
 * @param target without it, the user is asked where there is a workspace.
 */
export async function addToMyNames(name?: string, uri?: string, target?: 'user' | 'workspace'): Promise<void> {
  const wanted = (name ?? (await askName()))?.trim();
  if (!wanted) return;
  const where = target ?? (workspace.workspaceFolders ? await askTarget(wanted) : 'user');
  if (!where) return;
  const scope = uri === undefined ? window.activeTextEditor?.document.uri : Uri.parse(uri);
  const configuration = workspace.getConfiguration('historyNotes', scope ?? null);
  const values = configuration.inspect<string[]>('ownNames');
  const names = (where === 'user' ? values?.globalValue : values?.workspaceValue) ?? [];
  if (names.includes(wanted)) {
    window.showInformationMessage(l10n.t('“{0}” is among your names already.', wanted));
    return;
  }
  await configuration.update('ownNames', [...names, wanted], where === 'user' ? ConfigurationTarget.Global : ConfigurationTarget.Workspace);
}

async function askName(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const range = editor && (editor.selection.isEmpty ? editor.document.getWordRangeAtPosition(editor.selection.active) : editor.selection);
  const proposal = range?.isSingleLine ? editor?.document.getText(range) : undefined;
  const prompt = l10n.t('A name that is never called unknown or misspelt');
  return window.showInputBox({
    title: l10n.t('Add a Name to My Names'),
    prompt,
    ...(proposal ? { value: proposal.replace(/^@?\[?|\]$/g, '') } : {}),
  });
}

async function askTarget(name: string): Promise<'user' | 'workspace' | undefined> {
  const items = [
    { label: l10n.t('In all my notes'), description: l10n.t('user settings'), target: 'user' as const },
    { label: l10n.t('In this workspace'), description: l10n.t('workspace settings'), target: 'workspace' as const },
  ];
  return (await window.showQuickPick(items, { title: l10n.t('Add “{0}” to my names', name) }))?.target;
}
