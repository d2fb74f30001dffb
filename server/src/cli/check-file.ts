/** One file, read and checked and, where asked, repaired: what a worker does, and the command itself where there are few. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits, preferredEdits } from '../features/fix-all';
import type { NoteNames } from '../features/note-names';
import { parseNotes } from '../notes/index';
import type { Reading } from '../reading/model';
import type { Finding } from '../rules/finding';
import { trace } from '../rules/trace';
import { CheckedDocument, type Options } from '../workspace/check-document';
import type { Library } from '../workspace/library';
import { beginsWithFrontMatter, encode, type Input, type Place, readInput } from './inputs';
import { asPath, linkedFrom } from './linked-notes';
import { Failure } from './output';
import { replaceFile } from './write-file';

/** What is asked of every file; data only, so that it can be sent to a worker. */
export interface FileJob extends Omit<Options, 'onError' | 'knownNotes' | 'dayMonthOrder' | 'timeLimit'> {
  readonly fix: boolean;
  readonly trace: boolean;
}

/** A text, and what it is called. */
export interface GivenText {
  readonly file: string;
  readonly text: string;
}

/** Data only. */
export interface CheckedFile {
  /** As the user named it, or as found in a folder that the user named. */
  readonly file: string;
  /** As it stands now, repairs made. */
  readonly text: string;
  readonly findings: readonly Finding[];
  /** How many repairs were made. */
  readonly fixed: number;
  /** False where the notes name no chapter. */
  readonly againstChapter: boolean;
  /** Rules that failed, one sentence each. */
  readonly complaints: readonly string[];
  /** Why not all that was asked was done: the repairs could not be written, and the findings are those of the file as it was; or a part of the file was not checked. */
  readonly failure?: string;
  readonly trace?: string;
}

/** Why a file could not be checked at all. */
export interface UncheckedFile {
  readonly failure: string;
}

/** In milliseconds; there is no other reason to hurry than that a file may be made to take for ever. */
const TIME_LIMIT = 120_000;

/** Repairs can make room for others; so many rounds are made at most. */
const MAX_ROUNDS = 10;

/** Null for Markdown found in a folder that names no chapter: it is no notes. A file that is named is what its name says. */
export async function checkFile(place: Place, library: Library, job: FileJob): Promise<CheckedFile | UncheckedFile | null> {
  try {
    const input = await notesAt(place);
    if (!input) return null;
    const linked = input.text.includes('[[') ? await linkedFrom(place) : null;
    return await checkInput(input, library, job, linked);
  } catch (error) {
    if (error instanceof Failure) return { failure: error.message };
    throw error;
  }
}

/** A text that is in no file. */
export function checkText({ file, text }: GivenText, library: Library, job: FileJob): Promise<CheckedFile> {
  return checkInput({ file, text, byteOrderMark: false }, library, { ...job, fix: false }, null);
}

async function notesAt({ file, found }: Place): Promise<Input | null> {
  const doubtful = found && /\.md$/i.test(file);
  if (doubtful && !(await beginsWithFrontMatter(file))) return null;
  const input = await readInput(file);
  return doubtful && !parseNotes(input.text).frontMatter?.keys.some(({ name }) => name === 'chapter') ? null : input;
}

async function checkInput(input: Input, library: Library, job: FileJob, linked: NoteNames | null): Promise<CheckedFile> {
  const complaints: string[] = [];
  const options: Options = {
    ...job,
    knownNotes: (name) => linked?.find(asPath(input.file), name) != null,
    timeLimit: TIME_LIMIT,
    onError: (what, error, shape) =>
      complaints.push(
        shape === undefined
          ? `${what} failed, its findings are missing: ${error instanceof Error ? error.message : error}`
          : `${what} failed, its findings are missing at one place (${shape})`,
      ),
  };
  const before = check(input.file, input.text, library, options);
  const repaired = job.fix ? await repair(before, input, library, options) : { latest: before, fixed: 0, failure: null };
  const { latest, fixed } = repaired;
  const failure = repaired.failure ?? brokenOff(input.file, latest);
  return {
    file: input.file,
    text: latest.text,
    findings: latest.findings,
    fixed,
    againstChapter: before.againstChapter,
    complaints: [...new Set(complaints)],
    ...(failure === null ? {} : { failure }),
    ...(job.trace ? { trace: trace(latest.reading) } : {}),
  };
}

interface Checked {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly reading: Reading;
  readonly againstChapter: boolean;
  readonly brokenOffAt: number | undefined;
}

function check(file: string, text: string, library: Library, options: Options): Checked {
  const checked = new CheckedDocument(TextDocument.create(file, 'history-notes', 0, text), library, options);
  const { findings, chapterIds, reading, brokenOffAt } = checked;
  return { text, findings, reading, againstChapter: chapterIds.length > 0, brokenOffAt };
}

function brokenOff(file: string, { text, brokenOffAt }: Checked): string | null {
  return brokenOffAt === undefined
    ? null
    : `${file}: checked as far as line ${lineAt(text, brokenOffAt)}: the rest would have taken too long`;
}

/** The line's number from 1. */
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/).length;

/** Makes the preferred repairs and writes the file; what is told is then of the new text. Where it cannot be written, everything is as before. */
async function repair(
  before: Checked,
  input: Input,
  library: Library,
  options: Options,
): Promise<{ latest: Checked; fixed: number; failure: string | null }> {
  let latest = before;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = preferredEdits(latest.findings);
    if (edits.length === 0) break;
    const next = check(input.file, applyEdits(latest.text, edits), library, options);
    // A repair that brings no fewer findings repairs nothing.
    if (next.findings.length >= latest.findings.length) break;
    latest = next;
  }
  if (latest === before) return { latest, fixed: 0, failure: null };
  try {
    await replaceFile(input.file, encode(input.text, input), encode(latest.text, input));
    return { latest, fixed: before.findings.length - latest.findings.length, failure: null };
  } catch (error) {
    if (error instanceof Failure) return { latest: before, fixed: 0, failure: error.message };
    throw error;
  }
}
