/** `history-notes check --ndjson`: documents from standard input, one a line, and for each line one line of findings, in order, as soon as it is known. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MAX_CHARACTERS } from '../workspace/check-document';
import type { Library } from '../workspace/library';
import { type CheckedFile, checkText, type FileJob, type GivenText } from './check-file';
import type { CheckPool } from './check-pool';
import { inOrder } from './in-order';
import { linesOf } from './input-lines';
import { print } from './output';
import { entry } from './report/json';

/** A text's character is six bytes of JSON at the most, written as `\u0000`; the rest of a line is small. */
const MOST_BYTES = 6 * MAX_CHARACTERS + 100_000;

/** So many lines a worker may be read before the first of them is answered. */
const AHEAD = 16;

interface Answer {
  readonly file: string;
  readonly checked?: CheckedFile;
  readonly error?: string;
}

/**
 * Answers every line of the stream. Without a pool each is answered before the next is read.
 * @param shown which of the findings are told.
 */
export async function checkLines(
  stream: AsyncIterable<Uint8Array>,
  library: Library,
  job: FileJob,
  shown: (checked: CheckedFile) => CheckedFile['findings'],
  workers: { readonly pool: CheckPool; readonly count: number } | null,
): Promise<void> {
  let number = 0;
  const answer = async (line: Buffer | null): Promise<Answer> => {
    const name = `line ${++number}`;
    const given = line === null ? 'the line is too long' : readLine(line, name);
    if (typeof given === 'string') return { file: name, error: given };
    const checked = workers ? await workers.pool.checkText(given) : await checkText(given, library, job);
    if (!('text' in checked)) return { file: given.file, error: checked.failure };
    const faults = [...checked.complaints, ...(checked.failure === undefined ? [] : [checked.failure])];
    return { file: given.file, checked, ...(faults.length > 0 ? { error: faults.join('; ') } : {}) };
  };
  for await (const { file, checked, error } of inOrder(linesOf(stream, MOST_BYTES), answer, workers ? workers.count * AHEAD : 1)) {
    const told = checked
      ? entry({ file, document: TextDocument.create(file, 'history-notes', 0, checked.text), findings: shown(checked) })
      : { file, findings: [] };
    await print(`${JSON.stringify(error === undefined ? told : { ...told, error })}\n`);
  }
}

/** The document of a line: a text, or an object with a text and perhaps the name of a file; or what is wrong with the line. */
function readLine(line: Buffer, name: string): GivenText | string {
  let value: unknown;
  try {
    value = JSON.parse(line.toString('utf8'));
  } catch {
    return 'the line is no JSON';
  }
  if (typeof value === 'string') value = { text: value };
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
    return 'the line is neither a JSON text nor an object with "text"';
  if (value.text.length > MAX_CHARACTERS) return 'the text is too long';
  return { text: value.text, file: 'file' in value && typeof value.file === 'string' ? value.file : name };
}
