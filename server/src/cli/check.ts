/** `history-notes check`: findings of any number of files, one by one. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits, preferredEdits } from '../features/fix-all';
import { parseNotes } from '../notes/index';
import type { Reading } from '../reading/model';
import type { RuleCode, Severity } from '../rules/finding';
import { trace } from '../rules/trace';
import { CheckedDocument, type Options } from '../workspace/check-document';
import type { Library } from '../workspace/library';
import { beginsWithFrontMatter, encode, findFiles, type Input, type Place, readInput, STDIN } from './inputs';
import { complain, Failure, print, visible } from './output';
import { knownChapters, openLibrary } from './packs';
import { createReporter, type FileReport, type Format } from './report/index';
import { replaceFile } from './write-file';

export interface CheckOptions {
  readonly chapter: readonly string[];
  readonly packs?: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
  /** Also print what was read and why it was or was not flagged. */
  readonly trace: boolean;
  readonly severity: Severity;
  readonly rule: Partial<Record<RuleCode, Severity | 'off'>>;
  readonly ownName: readonly string[];
}

/** What `check` looks for in folders. */
const NOTES = /\.(?:hnotes|md)$/i;

/** Repairs can make room for others; so many rounds are made at most. */
const MAX_ROUNDS = 10;

const ranks: Record<Severity, number> = { error: 3, warning: 2, information: 1, hint: 0 };

/** @returns the exit code: 0 clean, 1 findings, 2 something could not be checked. */
export async function checkCommand(paths: readonly string[], options: CheckOptions): Promise<number> {
  if (options.fix && paths.includes(STDIN)) throw new Failure('--fix needs files: standard input cannot be repaired');
  const library = await openLibrary(options.packs);
  const checking: Options = {
    rules: options.rule,
    ownNames: options.ownName,
    defaultChapters: knownChapters(options.chapter, library),
    onError: (what, error) => complain(`${what} failed, its findings are missing: ${error instanceof Error ? error.message : error}`),
  };
  const reporter = createReporter(options.format, { colour: useColour() });
  const failures: string[] = [];
  const fail = (failure: Failure) => {
    failures.push(failure.message);
    complain(failure.message);
  };
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let files = 0;
  let filesWithFindings = 0;
  let fixed = 0;

  await print(reporter.begin());
  for await (const input of inputs(paths)) {
    if (input instanceof Failure) {
      fail(input);
      continue;
    }
    const checked = check(input, library, checking);
    if (!checked.againstChapter) complain(`${input.file === STDIN ? 'standard input' : input.file}: ${NO_CHAPTER}`);
    const repaired = options.fix ? await repair(checked, input, library, checking) : { report: checked, made: 0 };
    if (repaired.failure) fail(repaired.failure);
    const findings = repaired.report.findings.filter(({ severity }) => ranks[severity] >= ranks[options.severity]);
    files++;
    fixed += repaired.made;
    if (findings.length > 0) filesWithFindings++;
    for (const { severity } of findings) bySeverity[severity]++;
    await print(reporter.file({ ...repaired.report, findings }));
    if (options.trace) await printTrace(trace(repaired.report.reading), options.format);
  }
  await print(reporter.end({ files, filesWithFindings, bySeverity, fixed, failures }));
  if (failures.length > 0) return 2;
  return bySeverity.error + bySeverity.warning > 0 ? 1 : 0;
}

const NO_CHAPTER =
  'names no chapter, so dates and names are not compared with one; put "chapter: ID" in its front matter, or give --chapter';

/** The notes that the paths mean, one by one, and a failure for each that cannot be had. */
async function* inputs(paths: readonly string[]): AsyncGenerator<Input | Failure> {
  for (const path of paths) {
    let any = false;
    for await (const place of failing(findFiles(path, NOTES))) {
      const input = place instanceof Failure ? place : await notesAt(place);
      if (input === null) continue;
      any = true;
      yield input;
    }
    if (!any) yield new Failure(`${path}: there is nothing to check here: no .hnotes file, and no .md file that names a chapter`);
  }
}

async function* failing<T>(items: AsyncGenerator<T>): AsyncGenerator<T | Failure> {
  try {
    yield* items;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    yield error;
  }
}

/** Null for Markdown found in a folder that names no chapter: it is no notes. A file that is named is what its name says. */
async function notesAt({ file, found }: Place): Promise<Input | Failure | null> {
  const doubtful = found && /\.md$/i.test(file);
  try {
    if (doubtful && !(await beginsWithFrontMatter(file))) return null;
    const input = await readInput(file);
    return doubtful && !parseNotes(input.text).frontMatter?.keys.some(({ name }) => name === 'chapter') ? null : input;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** Beside what machines read, the trace goes to standard error. */
async function printTrace(text: string, format: Format): Promise<void> {
  const lines = text.split('\n').map(visible).join('\n');
  if (format === 'pretty') await print(lines);
  else process.stderr.write(lines);
}

interface Checked extends FileReport {
  readonly reading: Reading;
  /** False where the notes name no chapter. */
  readonly againstChapter: boolean;
}

function check({ file, text }: Pick<Input, 'file' | 'text'>, library: Library, options: Options): Checked {
  const document = TextDocument.create(file, 'history-notes', 0, text);
  const { findings, chapterIds, reading } = new CheckedDocument(document, library, options);
  return { file, document, findings, reading, againstChapter: chapterIds.length > 0 };
}

/** Makes the preferred repairs and writes the file; the report is then that of the new text. Where it cannot be written, everything is as before. */
async function repair(
  report: Checked,
  input: Input,
  library: Library,
  options: Options,
): Promise<{ report: Checked; made: number; failure?: Failure }> {
  let latest = report;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = preferredEdits(latest.findings);
    if (edits.length === 0) break;
    const next = check({ file: input.file, text: applyEdits(latest.document.getText(), edits) }, library, options);
    // A repair that brings no fewer findings repairs nothing.
    if (next.findings.length >= latest.findings.length) break;
    latest = next;
  }
  if (latest === report) return { report, made: 0 };
  try {
    await replaceFile(input.file, encode(input.text, input), encode(latest.document.getText(), input));
    return { report: latest, made: report.findings.length - latest.findings.length };
  } catch (error) {
    if (error instanceof Failure) return { report, made: 0, failure: error };
    throw error;
  }
}

function useColour(): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return process.stdout.isTTY === true && process.env.TERM !== 'dumb';
}
