/** An open document as the features see it. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit as LspTextEdit, Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { PackPlace } from '../chapter/model';
import type { Reading } from '../reading/model';
import type { Finding, TextEdit } from '../rules/finding';

export interface ReadDocument {
  /** The text at the version that was read. */
  readonly document: TextDocument;
  readonly reading: Reading;
  /** What the rules say of it, by start. */
  readonly findings: readonly Finding[];
}

/** A chapter that notes can name in their front matter. */
export interface AvailableChapter {
  readonly id: string;
  readonly title: string;
  readonly book?: string;
}

/** The LSP range of UTF-16 offsets; `end` exclusive. */
export function rangeOf(document: TextDocument, { start, end }: { readonly start: number; readonly end: number }): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The LSP range of a fact or fault in its pack's file. */
export function placeRange(place: PackPlace): Range {
  const start: Position = { line: place.line, character: place.character };
  return { start, end: { line: place.endLine, character: place.endCharacter } };
}

export function lspEdits(document: TextDocument, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.newText }));
}

/** Edits of one document; `versioned` where the client takes the version that they belong to. */
export function workspaceEdit({ document }: Pick<ReadDocument, 'document'>, edits: readonly TextEdit[], versioned: boolean): WorkspaceEdit {
  const { uri, version } = document;
  const changes = lspEdits(document, edits);
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] } : { changes: { [uri]: changes } };
}
