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
export interface FileJob extends Omit<Options, 'onError' | 'knownNotes' | 'dayMonthOrder'> {
  readonly fix: boolean;
  readonly trace: boolean;
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
  /** Why the repairs could not be written; the findings are then those of the file as it was. */
  readonly failure?: string;
  readonly trace?: string;
}

/** Why a file could not be checked at all. */
export interface UncheckedFile {
  readonly failure: string;
}

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
    onError: (what, error) =>
      complaints.push(`${what} failed, its findings are missing: ${error instanceof Error ? error.message : error}`),
  };
  const before = check(input.file, input.text, library, options);
  const { latest, fixed, failure } = job.fix ? await repair(before, input, library, options) : { latest: before, fixed: 0, failure: null };
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
}

function check(file: string, text: string, library: Library, options: Options): Checked {
  const { findings, chapterIds, reading } = new CheckedDocument(TextDocument.create(file, 'history-notes', 0, text), library, options);
  return { text, findings, reading, againstChapter: chapterIds.length > 0 };
}

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
