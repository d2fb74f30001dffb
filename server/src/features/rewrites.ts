/** What lenses and hints do at a click, as code actions for those who use none: sort a timeline, add what it lacks, write a hint into the text. */
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver-types';
import { type Language, type Said, say, write } from '../l10n/said';
import type { TextRange } from '../notes/model';
import type { TextEdit } from '../rules/finding';
import { type ReadDocument, workspaceEdit } from './document';
import { hintsIn, type InlayHintKinds } from './inlay-hints';
import { missingLines } from './missing-events';
import { addLines, isOutOfOrder, isTimeline, sortTimeline, timelineAt } from './timelines';

export interface RewriteOptions {
  /** The hints that are shown. */
  readonly hints: InlayHintKinds;
  readonly versionedEdits: boolean;
  readonly language: Language;
}

/** For the line of an offset: some editors ask about the whole text, and do all that they are offered. */
export function rewrites(read: ReadDocument, offset: number, { hints, versionedEdits, language }: RewriteOptions): CodeAction[] {
  const action = (title: Said, edits: readonly TextEdit[]): CodeAction => {
    const edit: WorkspaceEdit = workspaceEdit(read, edits, versionedEdits);
    return { title: write(title, language), kind: CodeActionKind.RefactorRewrite, edit };
  };
  const written = hintsIn(read, lineOf(offset, read), hints).map(({ at, label }) =>
    action(say('Write “{text}” into the text', { text: label }), [{ start: at, end: at, newText: ` ${label}` }]),
  );
  return [...written, ...arrangements(read, offset).map(([title, edits]) => action(title, edits))];
}

/** What can be done with the timeline at the cursor. */
function arrangements({ reading }: ReadDocument, offset: number): [Said, readonly TextEdit[]][] {
  const timeline = timelineAt(reading, offset);
  if (!timeline || !isTimeline(timeline)) return [];
  const missing = missingLines(reading, timeline);
  const sorted = isOutOfOrder(timeline) ? sortTimeline(reading, timeline) : null;
  const filled = missing.length > 0 ? addLines(reading, timeline, missing) : null;
  return [
    ...(sorted ? [[say('Sort this timeline'), sorted] as [Said, TextEdit[]]] : []),
    ...(filled ? [[say('Add the missing events of these years ({count})', { count: missing.length }), filled] as [Said, TextEdit[]]] : []),
  ];
}

function lineOf(offset: number, { document, reading }: ReadDocument): TextRange {
  const { line } = document.positionAt(offset);
  const end = line + 1 < document.lineCount ? document.offsetAt({ line: line + 1, character: 0 }) - 1 : reading.notes.text.length;
  return { start: document.offsetAt({ line, character: 0 }), end };
}
