/** `history-notes check`: findings of any number of files, in their order. */
import { availableParallelism } from 'node:os';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RuleCode, Severity } from '../rules/finding';
import type { Library } from '../workspace/library';
import { type CheckedFile, checkFile, type FileJob, type UncheckedFile } from './check-file';
import { checkLines } from './check-lines';
import { type CheckPool, startPool } from './check-pool';
import { inOrder } from './in-order';
import { findFiles, NOTES, type Place, STDIN } from './inputs';
import { complain, Failure, print, visible } from './output';
import { knownChapters, openLibrary } from './packs';
import { progressBar } from './progress';
import { createReporter, type Format } from './report/index';

export interface CheckOptions {
  readonly chapter: readonly string[];
  readonly packs?: readonly string[];
  readonly format: Format;
  /** Documents come from standard input, one a line, and each is answered by a line. */
  readonly ndjson: boolean;
  readonly fix: boolean;
  /** Also print what was read and why it was or was not flagged. */
  readonly trace: boolean;
  /** How many files are checked at a time; undefined for as many as there are cores. */
  readonly jobs?: number;
  readonly severity: Severity;
  readonly rule: Partial<Record<RuleCode, Severity | 'off'>>;
  readonly ownName: readonly string[];
}

/** Fewer files are checked sooner than workers are started. */
const MANY_FILES = 40;

/** So many files a worker may be begun before the first of them is printed: keeps memory bounded and every worker busy. */
const AHEAD = 16;

const ranks: Record<Severity, number> = { error: 3, warning: 2, information: 1, hint: 0 };

/** @returns the exit code: 0 clean, 1 findings, 2 something could not be checked. */
export async function checkCommand(paths: readonly string[], options: CheckOptions): Promise<number> {
  if (options.fix && paths.includes(STDIN)) throw new Failure('--fix needs files: standard input cannot be repaired');
  const library = await openLibrary(options.packs);
  const job: FileJob = {
    rules: options.rule,
    ownNames: options.ownName,
    defaultChapters: knownChapters(options.chapter, library),
    fix: options.fix,
    trace: options.trace,
  };
  const grave = ({ findings }: CheckedFile) => findings.filter(({ severity }) => ranks[severity] >= ranks[options.severity]);
  if (options.ndjson) return answerLines(paths, options, library, job, grave);
  const reporter = createReporter(options.format, { colour: useColour() });
  const failures: string[] = [];
  const fail = (message: string) => {
    failures.push(message);
    bar.aside(() => complain(message));
  };
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let files = 0;
  let filesWithFindings = 0;
  let fixed = 0;

  const { first, all } = await begin(wanted(paths), MANY_FILES);
  const workers = options.jobs ?? availableParallelism();
  const pool: CheckPool | null = workers > 1 && first.length === MANY_FILES ? startPool(options.packs, job, workers) : null;
  const bar = progressBar(pool !== null);
  const work = async (item: Wanted): Promise<Result> => {
    if (!('file' in item)) return { path: item.path, ...('failure' in item ? { unchecked: item } : {}) };
    const checked = pool && item.file !== STDIN ? await pool.check(item) : await checkFile(item, library, job);
    if (checked === null) return { path: item.path, isNone: true };
    return {
      path: item.path,
      ...('failure' in checked && !('text' in checked) ? { unchecked: checked } : { checked: checked as CheckedFile }),
    };
  };

  try {
    if (pool) void countFiles(paths).then(bar.of);
    await print(reporter.begin());
    let any = false;
    for await (const { path, checked, unchecked, isNone } of inOrder(all, work, pool ? workers * AHEAD : 1)) {
      if (unchecked) {
        any = true;
        fail(unchecked.failure);
      } else if (checked) {
        any = true;
        bar.next();
        for (const complaint of checked.complaints) bar.aside(() => complain(complaint));
        if (!checked.againstChapter)
          bar.aside(() => complain(`${checked.file === STDIN ? 'standard input' : checked.file}: ${NO_CHAPTER}`));
        if (checked.failure !== undefined) fail(checked.failure);
        const findings = grave(checked);
        files++;
        fixed += checked.fixed;
        if (findings.length > 0) filesWithFindings++;
        for (const { severity } of findings) bySeverity[severity]++;
        const document = TextDocument.create(checked.file, 'history-notes', 0, checked.text);
        const report = reporter.file({ file: checked.file, document, findings });
        if (report !== '') await bar.aside(() => print(report));
        if (checked.trace !== undefined) await bar.aside(() => printTrace(checked.trace!, options.format));
      } else if (!isNone) {
        if (!any) fail(`${path}: there is nothing to check here: no .hnotes file, and no .md file that names a chapter`);
        any = false;
      }
    }
    bar.end();
    await print(reporter.end({ files, filesWithFindings, bySeverity, fixed, failures }));
  } finally {
    bar.end();
    await pool?.end();
  }
  if (failures.length > 0) return 2;
  return bySeverity.error + bySeverity.warning > 0 ? 1 : 0;
}

/** @returns 0: each line has been answered; what is found, or wrong with a line, stands in its answer. */
async function answerLines(
  paths: readonly string[],
  { jobs = 1, packs, fix, trace }: CheckOptions,
  library: Library,
  job: FileJob,
  shown: (checked: CheckedFile) => CheckedFile['findings'],
): Promise<number> {
  if (fix || trace) throw new Failure('--ndjson goes with neither --fix nor --trace');
  // Without a path it is the working folder.
  if (paths.some((path) => path !== STDIN && path !== '.')) throw new Failure('--ndjson reads standard input, and no files');
  const pool = jobs > 1 ? startPool(packs, job, jobs) : null;
  try {
    await checkLines(process.stdin, library, job, shown, pool && { pool, count: jobs });
  } finally {
    await pool?.end();
  }
  return 0;
}

const NO_CHAPTER =
  'names no chapter, so dates and names are not compared with one; put "chapter: ID" in its front matter, or give --chapter';

/** A file that a path of the command means; why one cannot be had; or, with neither, the end of the path's files. */
type Wanted = { readonly path: string } & (Place | UncheckedFile | object);

interface Result {
  readonly path: string;
  readonly checked?: CheckedFile;
  readonly unchecked?: UncheckedFile;
  /** A file that is no notes. */
  readonly isNone?: true;
}

async function* wanted(paths: readonly string[]): AsyncGenerator<Wanted> {
  for (const path of paths) {
    try {
      for await (const place of findFiles(path, NOTES)) yield { path, ...place };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      yield { path, failure: error.message };
    }
    yield { path };
  }
}

async function countFiles(paths: readonly string[]): Promise<number> {
  let count = 0;
  for await (const item of wanted(paths)) if ('file' in item) count++;
  return count;
}

/** The first items, and all of them, the first included. */
async function begin<T>(items: AsyncGenerator<T>, count: number): Promise<{ first: readonly T[]; all: AsyncIterable<T> }> {
  const first: T[] = [];
  while (first.length < count) {
    const { done, value } = await items.next();
    if (done) break;
    first.push(value);
  }
  const all = async function* () {
    yield* first;
    yield* items;
  };
  return { first, all: all() };
}

/** Beside what machines read, the trace goes to standard error. */
async function printTrace(text: string, format: Format): Promise<void> {
  const lines = text.split('\n').map(visible).join('\n');
  if (format === 'pretty') await print(lines);
  else process.stderr.write(lines);
}

function useColour(): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return process.stdout.isTTY === true && process.env.TERM !== 'dumb';
}
