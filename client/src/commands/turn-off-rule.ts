import { ConfigurationTarget, Uri, workspace } from 'vscode';

/**
 * Turns a rule off in the setting `historyNotes.rules`, of the workspace where there is one, otherwise of the user.
 *
 * @param rule its code: "event-date".
 * @param uri the notes in which it was met.
 */
export async function turnOffRule(rule: string, uri: string): Promise<void> {
  const configuration = workspace.getConfiguration('historyNotes', Uri.parse(uri));
  const values = configuration.inspect<Record<string, string>>('rules');
  const inWorkspace = workspace.workspaceFolders !== undefined;
  const rules = (inWorkspace ? values?.workspaceValue : values?.globalValue) ?? {};
  await configuration.update(
    'rules',
    { ...rules, [rule]: 'off' },
    inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
  );
}
