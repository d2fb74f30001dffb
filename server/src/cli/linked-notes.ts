/** The notes that links in a file can lead to: those in the folder that the command was given, or those beside a file that it was given (for standard input, in the working folder). */
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NoteNames } from '../features/note-names';
import { findFiles, NOTES, type Place } from './inputs';

const known = new Map<string, Promise<NoteNames>>();

export async function linkedFrom({ file, folder }: Place): Promise<NoteNames> {
  const beside = dirname(file);
  const key = JSON.stringify([folder ?? beside, folder !== undefined]);
  let names = known.get(key);
  if (!names) {
    names = (folder === undefined ? filesIn(beside) : filesBelow(folder)).then((files) => new NoteNames(files.map(asPath)));
    known.set(key, names);
  }
  return names;
}

/** As a link to it is compared: paths with `/`, and nothing in them that looks like an escape. */
export const asPath = (file: string): string => file.replaceAll('\\', '/').replaceAll('%', '%25');

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch(() => []);
  return entries.filter((name) => NOTES.test(name)).map((name) => join(folder, name));
}

async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const { file } of findFiles(folder, NOTES)) files.push(file);
  return files;
}
