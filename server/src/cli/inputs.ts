/** The files that a command is given: found, read whole, refused with a reason. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { write } from '../l10n/said';
import { MAX_CHARACTERS } from '../workspace/check-document';
import { reason } from '../workspace/disk';
import { Failure } from './output';

export const STDIN = '-';

/** What is looked for in folders. */
export const NOTES = /\.(?:hnotes|md)$/i;

/** UTF-8 takes up to three bytes for a UTF-16 code unit. */
const MAX_BYTES = 3 * MAX_CHARACTERS;

/** A byte order mark is no part of the text; what is written back keeps it. */
const BYTE_ORDER_MARK = '\ufeff';

export interface Input {
  /** As the user named it, or as found in a folder that the user named. */
  readonly file: string;
  readonly text: string;
  readonly byteOrderMark: boolean;
}

export interface Place {
  readonly file: string;
  /** Found in a folder: a Markdown file there counts only if it names a chapter. */
  readonly found: boolean;
  /** The folder that was named, where the file was found in one. */
  readonly folder?: string;
}

/**
 * The files that `paths` mean, folders searched in the order of their names. Neither hidden folders nor `node_modules` are entered, nor links to folders.
 * @throws Failure for a path that is not there.
 */
export async function* findFiles(path: string, endings: RegExp): AsyncGenerator<Place> {
  if (path === STDIN) {
    yield { file: STDIN, found: false };
    return;
  }
  let directory: boolean;
  try {
    directory = (await stat(path)).isDirectory();
  } catch (error) {
    throw new Failure(`${path}: ${write(reason(error))}`);
  }
  if (directory) for await (const file of filesBelow(path, endings)) yield { file, found: true, folder: path };
  else yield { file: path, found: false };
}

async function* filesBelow(folder: string, endings: RegExp): AsyncGenerator<string> {
  let entries: Awaited<ReturnType<typeof list>>;
  try {
    entries = await list(folder);
  } catch (error) {
    throw new Failure(`${folder}: ${write(reason(error))}`);
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* filesBelow(path, endings);
    } else if (endings.test(entry.name) && (entry.isFile() || entry.isSymbolicLink())) yield path;
  }
}

const list = (folder: string) => readdir(folder, { withFileTypes: true });

/**
 * Reads a file or standard input as UTF-8.
 * @throws Failure for what cannot be read, is too large or is no UTF-8 text.
 */
export async function readInput(file: string): Promise<Input> {
  const name = file === STDIN ? 'standard input' : file;
  let bytes: Buffer;
  try {
    bytes = await readBytes(file === STDIN ? process.stdin : createReadStream(file), name);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${name}: ${write(reason(error))}`);
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new Failure(`${name}: the text is UTF-16; save it as UTF-8`);
  if (bytes.subarray(0, 8000).includes(0)) throw new Failure(`${name}: this is no text but a binary file`);
  if (!isUtf8(bytes)) throw new Failure(`${name}: the text is not valid UTF-8 (line ${faultyLine(bytes)}); save it as UTF-8`);
  const decoded = bytes.toString('utf8');
  const byteOrderMark = decoded.startsWith(BYTE_ORDER_MARK);
  const text = byteOrderMark ? decoded.slice(1) : decoded;
  if (text.length > MAX_CHARACTERS) throw tooLarge(name);
  return { file, text, byteOrderMark };
}

/** Whether a file begins as front matter does; true as well where it cannot be read, so that reading it says why. */
export async function beginsWithFrontMatter(file: string): Promise<boolean> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(6), 0, 6, 0);
      return /^\ufeff?---/.test(buffer.toString('utf8', 0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    return true;
  }
}

/** The bytes to be written for a text that was read with `readInput`. */
export function encode(text: string, { byteOrderMark }: Pick<Input, 'byteOrderMark'>): Buffer {
  return Buffer.from(byteOrderMark ? BYTE_ORDER_MARK + text : text, 'utf8');
}

/** Never more than the limit is held, whatever the stream sends. */
async function readBytes(stream: AsyncIterable<unknown>, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MAX_BYTES + BYTE_ORDER_MARK.length * 3) throw tooLarge(name);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string): Failure {
  return new Failure(`${name}: too large to be checked; the limit is ${MAX_CHARACTERS / 1_000_000} million characters`);
}

function faultyLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    if (!isUtf8(bytes.subarray(start, end < 0 ? bytes.length : end))) return line;
    if (end < 0) break;
    start = end + 1;
  }
  return line;
}
