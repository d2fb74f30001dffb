/** What the command line prints: results to standard output, everything else to standard error. */
import { once } from 'node:events';

/** Something that keeps the command from running, or part of it: said in one line, without a stack. */
export class Failure extends Error {}

/** Control characters of a text or a file's name must not reach the terminal. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd').replaceAll('\t', ' ');
}

export function complain(message: string): void {
  process.stderr.write(`history-notes: ${visible(message)}\n`);
}

/** Writes to standard output, and waits where the reader is slower. */
export async function print(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** A reader that goes away (`| head`) ends the command quietly, with the given exit code. */
export function endWithReader(code: number): void {
  const end = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(code);
    throw error;
  };
  process.stdout.on('error', end);
  process.stderr.on('error', end);
}
