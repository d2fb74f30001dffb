/** Quick fixes for the faults of a pack. */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { PackFix, PackProblem } from '../../chapter/index';
import { type Language, write } from '../../l10n/said';
import { SOURCE } from '../diagnostics';
import { placeRange } from '../document';
import type { OpenPackFile } from './files';

export interface PackActionOptions {
  readonly diagnostics: readonly Diagnostic[];
  readonly only?: readonly string[];
  readonly versionedEdits: boolean;
  readonly language: Language;
}

export function packCodeActions({ document, pack }: OpenPackFile, range: Range, options: PackActionOptions): CodeAction[] {
  if (options.only && !options.only.some((kind) => kind === CodeActionKind.QuickFix || kind === CodeActionKind.Empty)) return [];
  const here = pack.problems.filter(({ place, fixes }) => fixes && place.file === document.uri && touches(placeRange(place), range));
  return here.flatMap((problem) =>
    (problem.fixes ?? []).map(
      (fix, index): CodeAction => ({
        title: write(fix.title, options.language),
        kind: CodeActionKind.QuickFix,
        diagnostics: options.diagnostics.filter((diagnostic) => isOf(diagnostic, problem, options.language)),
        ...(index === 0 && problem.fixes?.length === 1 ? { isPreferred: true } : {}),
        edit: workspaceEdit(fix, document, options.versionedEdits),
      }),
    ),
  );
}

function workspaceEdit(fix: PackFix, { uri, version }: OpenPackFile['document'], versioned: boolean): WorkspaceEdit {
  const edits = fix.edits.map(({ place, newText }): TextEdit => ({ range: placeRange(place), newText }));
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}

function isOf({ source, message, range }: Diagnostic, { said, place }: PackProblem, language: Language): boolean {
  return (
    source === SOURCE && message === write(said, language) && range.start.line === place.line && range.start.character === place.character
  );
}

function touches(a: Range, b: Range): boolean {
  return !before(a.end, b.start) && !before(b.end, a.start);
}

function before(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
