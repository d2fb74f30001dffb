/** Quick fixes: a finding's repairs, and the ways to silence it. */
import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver-types';
import { type Language, say, write } from '../l10n/said';
import type { TextRange } from '../notes/model';
import type { Finding, Fix, RuleCode, TextEdit } from '../rules/finding';
import { type DiagnosticData, findingKey, SOURCE } from './diagnostics';
import { type ReadDocument, workspaceEdit } from './document';
import { preferredEdits } from './fix-all';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.historyNotes`;

/** The client runs this command itself: it writes the name into the user's settings. */
export const ADD_TO_MY_NAMES = 'historyNotes.addToMyNames';

/** The client runs this command itself: it turns a rule off in the settings of the workspace. */
export const TURN_OFF_RULE = 'historyNotes.turnOffRule';

export interface CodeActionOptions {
  /** Diagnostics that the client wants actions for. */
  readonly diagnostics: readonly Diagnostic[];
  /** Kinds asked for; undefined means all but source actions. */
  readonly only?: readonly string[];
  /** Whether edits may name the document's version. */
  readonly versionedEdits: boolean;
  readonly clientCommands: readonly string[];
  /** The client asks for the edit of an action that comes without it. */
  readonly resolvesEdits: boolean;
  /** What titles are written in; English where it is not said. */
  readonly language?: Language;
}

/** Comes back when the client wants the edit of an action that repairs many findings. */
export interface ActionData {
  readonly uri: string;
  /** Of the document for which the action was offered. */
  readonly version: number;
  /** The rule whose findings are repaired; null for all rules. */
  readonly fixAll: RuleCode | null;
}

export function codeActions(read: ReadDocument, range: TextRange, options: CodeActionOptions): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(options, CodeActionKind.QuickFix)) {
    for (const finding of read.findings) {
      if (finding.start <= range.end && range.start <= finding.end) actions.push(...actionsFor(finding, read, options));
    }
  }
  // Editors ask for source actions by name (on save, or from their menu); unasked they would stand under every light bulb.
  if (options.only && wants(options, FIX_ALL)) actions.push(...fixAll(read, options));
  return actions;
}

export function wants({ only }: Pick<CodeActionOptions, 'only'>, kind: string): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}

function actionsFor(finding: Finding, read: ReadDocument, options: CodeActionOptions): CodeAction[] {
  const diagnostics = matching(finding, read, options.diagnostics);
  const quickFix = (title: string, edits: readonly TextEdit[], isPreferred = false): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...(isPreferred ? { isPreferred } : {}),
    edit: workspaceEdit(read, edits, options.versionedEdits),
  });
  const actions = finding.fixes.map((fix) => quickFix(titleOf(fix, options), fix.edits, fix.preferred));
  if (finding.fixes.some(({ preferred }) => preferred)) actions.push(...fixAllOf(finding.code, diagnostics, read, options));
  const name = nameOf(finding, read);
  if (name && options.clientCommands.includes(ADD_TO_MY_NAMES)) {
    const title = write(say('Add “{name}” to my names', { name }), options.language);
    const command = { title, command: ADD_TO_MY_NAMES, arguments: [name, read.document.uri] };
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, command });
  }
  const line = silenceLine(finding, read);
  if (line) actions.push(quickFix(write(say('Disable {rule} for this line', { rule: finding.code }), options.language), [line]));
  actions.push(quickFix(write(say('Disable {rule} in this file', { rule: finding.code }), options.language), [silenceFile(finding, read)]));
  if (options.clientCommands.includes(TURN_OFF_RULE)) {
    const title = write(say('Disable {rule} in this workspace', { rule: finding.code }), options.language);
    const command = { title, command: TURN_OFF_RULE, arguments: [finding.code, read.document.uri] };
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, command });
  }
  return actions;
}

/** A repair's title: "Change to …", whose words stay as they are to be written, or a title of its own. */
function titleOf({ title }: Fix, { language }: CodeActionOptions): string {
  const text = /^Change to ([\s\S]*)$/.exec(title)?.[1];
  return write(text === undefined ? say(title) : say('Change to {text}', { text }), language);
}

/** The client's own diagnostics of the finding, by key where it keeps `data`, else by code and place. */
function matching(finding: Finding, { document }: ReadDocument, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = findingKey(finding);
  return diagnostics.filter((diagnostic) => {
    const data = diagnostic.data as Partial<DiagnosticData> | undefined;
    if (data?.key !== undefined) return data.key === key;
    return diagnostic.source === SOURCE && diagnostic.code === finding.code && document.offsetAt(diagnostic.range.start) === finding.start;
  });
}

/** The name that the student may know better than the chapter. */
function nameOf(finding: Finding, { reading }: ReadDocument): string | null {
  if (finding.code !== 'misspelt-name' && finding.code !== 'unknown-person') return null;
  const name = reading.notes.text.slice(finding.start, finding.end).trim();
  return name !== '' && name.length <= 100 ? name : null;
}

/**
 * A `disable-line` comment at the end of the line: one on a line of its own would divide the paragraph.
 * Null in front matter, which is YAML.
 */
function silenceLine(finding: Finding, { document, reading }: ReadDocument): TextEdit | null {
  const { text, frontMatter, directives } = reading.notes;
  if (frontMatter && finding.start < frontMatter.end) return null;
  const { line } = document.positionAt(finding.start);
  const lineStart = document.offsetAt({ line, character: 0 });
  const written = /^[^\r\n]*/.exec(text.slice(lineStart))![0];
  const present = directives.find(({ kind, start }) => kind === 'disable-line' && start >= lineStart && start < lineStart + written.length);
  const last = present?.codes.at(-1);
  if (last) return { start: last.end, end: last.end, newText: ` ${finding.code}` };
  const at = lineStart + written.trimEnd().length;
  return { start: at, end: at, newText: ` <!-- history-notes-disable-line ${finding.code} -->` };
}

/** A `disable-file` comment below the front matter, or one more code in the one that is there. */
function silenceFile(finding: Finding, { reading }: ReadDocument): TextEdit {
  const { text, frontMatter, directives } = reading.notes;
  const last = directives.find(({ kind, codes }) => kind === 'disable-file' && codes.length > 0)?.codes.at(-1);
  if (last) return { start: last.end, end: last.end, newText: ` ${finding.code}` };
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const comment = `<!-- history-notes-disable-file ${finding.code} -->${lineBreak}`;
  if (!frontMatter) {
    const at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return { start: at, end: at, newText: `${comment}${lineBreak}` };
  }
  const rest = /^[ \t]*(\r\n|\n|\r)?/.exec(text.slice(frontMatter.end))!;
  const at = frontMatter.end + rest[0].length;
  return { start: at, end: at, newText: `${rest[1] ? '' : lineBreak}${comment}` };
}

function fixAll(read: ReadDocument, options: CodeActionOptions): CodeAction[] {
  if (!read.findings.some(isSure)) return [];
  const title = write(say('Fix all that History Notes is sure of'), options.language);
  return [{ title, kind: FIX_ALL, ...edited(null, read, options) }];
}

/** One action for all findings of a rule, where there are several. */
function fixAllOf(code: RuleCode, diagnostics: Diagnostic[], read: ReadDocument, options: CodeActionOptions): CodeAction[] {
  if (read.findings.filter((finding) => finding.code === code && isSure(finding)).length < 2) return [];
  const title = write(say('Fix every {rule} in this file', { rule: code }), options.language);
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics, ...edited(code, read, options) }];
}

const isSure = ({ fixes }: Finding): boolean => fixes.some(({ preferred }) => preferred);

/** The edit, or, for a client that asks for it when it is wanted, what tells which it is. */
function edited(code: RuleCode | null, read: ReadDocument, options: CodeActionOptions): Pick<CodeAction, 'edit' | 'data'> {
  const { uri, version } = read.document;
  const data: ActionData = { uri, version, fixAll: code };
  return options.resolvesEdits ? { data } : { edit: fixAllEdit(data, read, options.versionedEdits) };
}

/** The repairs of all findings, or of one rule's. */
export function fixAllEdit({ fixAll }: ActionData, read: ReadDocument, versionedEdits: boolean): WorkspaceEdit {
  const findings = fixAll === null ? read.findings : read.findings.filter(({ code }) => code === fixAll);
  return workspaceEdit(read, preferredEdits(findings), versionedEdits);
}
