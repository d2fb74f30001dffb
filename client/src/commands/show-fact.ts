import { type Diagnostic, l10n, languages, type Position, Range, Uri, window } from 'vscode';

export const diagnosticSource = 'history-notes';

/** A finding's place in the notes, as JSON: the shape of an LSP range. */
interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * Opens the fact that a finding rests on, at its place in the pack.
 *
 * @param uri the notes; without it, the finding at the cursor is meant.
 * @param range the finding's range in the notes.
 */
export async function showFact(uri?: string | Uri, range?: PlainRange): Promise<void> {
  const editor = window.activeTextEditor;
  const notes = uri === undefined ? editor?.document.uri : typeof uri === 'string' ? Uri.parse(uri) : uri;
  const at = range?.start ?? editor?.selection.active;
  if (!notes || !at) return;
  const finding = findingAt(notes, editor?.document.validatePosition(new Range(at.line, at.character, at.line, at.character).start));
  const fact = finding?.relatedInformation?.[0]?.location;
  if (fact) await window.showTextDocument(fact.uri, { selection: fact.range, preview: true });
  else
    window.showInformationMessage(
      finding ? l10n.t('This finding rests on no fact of the chapter.') : l10n.t('There is no finding at the cursor.'),
    );
}

/** The smallest finding that touches the position. */
function findingAt(uri: Uri, position: Position | undefined): Diagnostic | undefined {
  if (!position) return undefined;
  const size = ({ range }: Diagnostic) => (range.end.line - range.start.line) * 100_000 + range.end.character - range.start.character;
  return languages
    .getDiagnostics(uri)
    .filter((each) => each.source === diagnosticSource && each.range.contains(position))
    .sort((a, b) => size(a) - size(b))[0];
}
