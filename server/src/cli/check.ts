/** `history-notes check`: findings of any number of files, one by one. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits, preferredEdits } from '../features/fix-all';
import { parseNotes } from '../notes/index';
import type { RuleCode, Severity } from '../rules/finding';
import { CheckedDocument, type Options } from '../workspace/check-document';
import type { Library } from '../workspace/library';
import { encode, findFiles, type Input, type Place, readInput, STDIN } from './inputs';
import { complain, Failure, print } from './output';
import { knownChapters, openLibrary } from './packs';
import { createReporter, type FileReport, type Format } from './report/index';
import { replaceFile } from './write-file';

export interface CheckOptions {
  readonly chapter: readonly string[];
  readonly packs?: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
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
  const fail = (error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    failures.push(error.message);
    complain(error.message);
  };
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let files = 0;
  let filesWithFindings = 0;
  let fixed = 0;

  await print(reporter.begin());
  for (const path of paths) {
    let any = false;
    try {
      for await (const place of findFiles(path, NOTES)) {
        try {
          const input = await readInput(place.file);
          if (!isNotes(input, place)) continue;
          any = true;
          let report = check(input, library, checking);
          if (options.fix) ({ report, fixed } = await repaired(report, input, fixed, library, checking, fail));
          const findings = report.findings.filter(({ severity }) => ranks[severity] >= ranks[options.severity]);
          files++;
          if (findings.length > 0) filesWithFindings++;
          for (const { severity } of findings) bySeverity[severity]++;
          await print(reporter.file({ ...report, findings }));
        } catch (error) {
          any = true;
          fail(error);
        }
      }
      if (!any) throw new Failure(`${path}: there is nothing to check here: no .hnotes file, and no .md file that names a chapter`);
    } catch (error) {
      fail(error);
    }
  }
  await print(reporter.end({ files, filesWithFindings, bySeverity, fixed, failures }));
  if (failures.length > 0) return 2;
  return bySeverity.error + bySeverity.warning > 0 ? 1 : 0;
}

/** Of the Markdown files in a folder, only those that name a chapter are notes; a file that is named is what its name says. */
function isNotes({ text, file }: Input, { found }: Place): boolean {
  if (!found || !/\.md$/i.test(file)) return true;
  return text.startsWith('---') && parseNotes(text).frontMatter?.keys.some(({ name }) => name === 'chapter') === true;
}

function check({ file, text }: Pick<Input, 'file' | 'text'>, library: Library, options: Options): FileReport {
  const document = TextDocument.create(file, 'history-notes', 0, text);
  const { findings, chapterIds } = new CheckedDocument(document, library, options);
  if (chapterIds.length === 0)
    complain(
      `${file === STDIN ? 'standard input' : file}: names no chapter, so dates and names are not compared with one; put "chapter: ID" in its front matter, or give --chapter`,
    );
  return { file, document, findings };
}

/** Makes the preferred repairs and writes the file; the report is then that of the new text. Where it cannot be written, everything is as before. */
async function repaired(
  report: FileReport,
  input: Input,
  fixed: number,
  library: Library,
  options: Options,
  fail: (error: unknown) => void,
): Promise<{ report: FileReport; fixed: number }> {
  let latest = report;
  let made = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = preferredEdits(latest.findings);
    if (edits.length === 0) break;
    const next = check({ file: input.file, text: applyEdits(latest.document.getText(), edits) }, library, options);
    // A repair that brings no fewer findings repairs nothing.
    if (next.findings.length >= latest.findings.length) break;
    made += latest.findings.length - next.findings.length;
    latest = next;
  }
  if (latest === report) return { report, fixed };
  try {
    await replaceFile(input.file, encode(input.text, input), encode(latest.document.getText(), input));
    return { report: latest, fixed: fixed + made };
  } catch (error) {
    fail(error);
    return { report, fixed };
  }
}

function useColour(): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return process.stdout.isTTY === true && process.env.TERM !== 'dumb';
}
