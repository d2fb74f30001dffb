import { window } from 'vscode';

/** Where the writer is: the document's URI and the cursor's line, as the server's commands take them; nothing without an editor. */
export function placeOfCursor(): [uri: string, line: number] | [] {
  const editor = window.activeTextEditor;
  return editor ? [editor.document.uri.toString(), editor.selection.active.line] : [];
}
