/** What lenses and hints do at a click, as code actions for those who use none: sort a timeline, add what it lacks, write a hint into the text. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
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
  const action = (title: Said, edits: readonly TextEdit[]): CodeAction => ({
    title: write(title, language),
    kind: CodeActionKind.RefactorRewrite,
    edit: workspaceEdit(read, edits, versionedEdits),
  });
  const actions = hintsIn(read, lineOf(offset, read), hints).map(({ at, label }) =>
    action(say('Write “{text}” into the text', { text: label }), [{ start: at, end: at, newText: ` ${label}` }]),
  );
  const { reading } = read;
  const timeline = timelineAt(reading, offset);
  if (!timeline || !isTimeline(timeline)) return actions;
  const sorted = isOutOfOrder(timeline) ? sortTimeline(reading, timeline) : null;
  if (sorted) actions.push(action(say('Sort this timeline'), sorted));
  const missing = missingLines(reading, timeline);
  const filled = missing.length > 0 ? addLines(reading, timeline, missing) : null;
  if (filled) actions.push(action(say('Add the missing events of these years ({count})', { count: missing.length }), filled));
  return actions;
}

function lineOf(offset: number, { document, reading }: ReadDocument): TextRange {
  const { line } = document.positionAt(offset);
  const end = line + 1 < document.lineCount ? document.offsetAt({ line: line + 1, character: 0 }) - 1 : reading.notes.text.length;
  return { start: document.offsetAt({ line, character: 0 }), end };
}
