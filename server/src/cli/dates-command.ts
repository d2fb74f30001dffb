/** `history-notes dates FILE…`: every date that the reader sees, with its value. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseNotes } from '../notes/index';
import { readNotes } from '../reading/index';
import { type DateLine, datesReport } from './dates';
import { findFiles, type Input, readInput } from './inputs';
import { complain, Failure, print, visible } from './output';
import { openLibrary } from './packs';
import { separator } from './report/reporter';

export const scriptFormats = ['pretty', 'json', 'ndjson'] as const;
export type ScriptFormat = (typeof scriptFormats)[number];

export interface DatesOptions {
  readonly format: ScriptFormat;
  readonly packs?: readonly string[];
}

/** @returns the exit code: 0, or 2 where a file could not be read. */
export async function datesCommand(paths: readonly string[], { format, packs }: DatesOptions): Promise<number> {
  const library = await openLibrary(packs);
  const comma = separator(',');
  let failed = false;
  if (format === 'json') await print('[');
  for (const path of paths) {
    try {
      for await (const { file } of findFiles(path, /\.(?:hnotes|md|txt)$/i)) {
        const input = await readInput(file);
        const lines = readsAsNotes(file) ? datesOfNotes(input.text) : datesReport(input.text);
        await print(lines.map((line) => write(line, input)).join(''));
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failed = true;
      complain(error.message);
    }
  }
  if (format === 'json') await print('\n]\n');
  return failed ? 2 : 0;

  function datesOfNotes(text: string): DateLine[] {
    const notes = parseNotes(text);
    const knowledge = library.knowledge(notes.frontMatter?.chapters.map(({ id }) => id) ?? [], []);
    return readNotes(notes, knowledge).mentions.flatMap((mention) =>
      mention.kind === 'date'
        ? [{ start: mention.start, end: mention.end, edtf: mention.date.value?.edtf ?? mention.date.duration?.iso ?? '' }]
        : [],
    );
  }

  function write(line: DateLine, { file, text }: Input): string {
    if (format === 'ndjson') return `${JSON.stringify({ file, ...line })}\n`;
    if (format === 'json') return `${comma()}\n${JSON.stringify({ file, ...line })}`;
    const { line: row, character } = positions(file, text).positionAt(line.start);
    return `${visible(file)}:${row + 1}:${character + 1}: ${line.edtf || '?'}  ${visible(text.slice(line.start, line.end))}\n`;
  }
}

/** Notes are read as notes, everything else as plain text. */
function readsAsNotes(file: string): boolean {
  return /\.(?:hnotes|md)$/i.test(file);
}

let last: TextDocument | undefined;

/** The document that knows the lines of the file now being written. */
function positions(file: string, text: string): TextDocument {
  if (last?.uri !== file || last.getText() !== text) last = TextDocument.create(file, 'plaintext', 0, text);
  return last;
}
