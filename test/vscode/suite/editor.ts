/** A small vocabulary for tests that act in a real editor, through nothing but the editor's API. */
import { assert } from 'chai';
import * as vscode from 'vscode';

/** Waits until a value is there; fails with `what` after twenty seconds. */
export async function until<T>(what: string, value: () => T | undefined | false | Thenable<T | undefined | false>): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = await value();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A file of the test's workspace. */
export function workspaceFile(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'The suite needs its workspace.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the test's workspace and shows it. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceFile(path)));
}

/** Opens new, unsaved notes and shows them. A `|` in the text is the cursor, and is taken out. */
export async function write(marked: string): Promise<vscode.TextEditor> {
  const cursor = marked.indexOf('|');
  const content = marked.replace('|', '');
  const document = await vscode.workspace.openTextDocument({ language: 'history-notes', content });
  const editor = await vscode.window.showTextDocument(document);
  if (cursor >= 0) {
    const at = document.positionAt(cursor);
    editor.selection = new vscode.Selection(at, at);
  }
  return editor;
}

/** Front matter that names the shipped chapter. */
export const head = '---\nchapter: stalins-rise\n---\n\n';

export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((each) => each.source === 'history-notes');
}

export function code(finding: vscode.Diagnostic): string {
  return String(typeof finding.code === 'object' ? finding.code.value : finding.code);
}

/** A finding in words, for the message of a failing test. */
function told(finding: vscode.Diagnostic): string {
  return `${code(finding)} “${finding.message}”`;
}

/** Waits for a finding of this rule. */
export function finding(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  return until(`a finding of ${rule} in “${document.getText()}”`, () => findings(document).find((each) => code(each) === rule));
}

/** Waits until the document has no finding. */
export async function quiet(document: vscode.TextDocument): Promise<void> {
  try {
    await until('no finding', () => findings(document).length === 0);
  } catch {
    assert.fail(`Waited in vain for these findings to go: ${findings(document).map(told).join('; ')}`);
  }
}

/** The hover's text at the first place where these words stand. */
export async function hover(document: vscode.TextDocument, words: string): Promise<string> {
  const at = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers.flatMap((each) => each.contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n');
}

export async function completions(editor: vscode.TextEditor): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
  );
  return list.items;
}

export function label(item: vscode.CompletionItem): string {
  return typeof item.label === 'string' ? item.label : item.label.label;
}

/** The repairs that are offered for a finding, likeliest first. */
async function requestFixes(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

/**
 * The same, once there are any. VS Code gives a request up where the editor changes under it, as it does while its own language features start,
 * and then answers with nothing or an error; it is asked again.
 */
export function quickFixes(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return until('the quick fixes', async () => {
    try {
      const fixes = await requestFixes(document, range);
      return fixes?.length > 0 && fixes;
    } catch (error) {
      if (error instanceof Error && /^Cancell?ed$/.test(error.message)) return undefined;
      throw error;
    }
  });
}

/** Replaces the first occurrence of some words. */
export async function replace(editor: vscode.TextEditor, words: string, by: string): Promise<void> {
  const start = editor.document.getText().indexOf(words);
  const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(start + words.length));
  assert.ok(await editor.edit((edit) => edit.replace(range, by)));
}
