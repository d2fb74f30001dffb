/** Finds and reads notes through the editor's file system, for a server that has none: in the browser, and in virtual workspaces. */
import { RelativePattern, Uri, workspace } from 'vscode';

/** A larger file is a book, not notes. */
const largestFile = 1024 * 1024;
/** So many files are looked for in one folder. */
const mostFiles = 5000;

/** The files in these folders and below that may be notes; what the user has excluded from the explorer is left out. */
export async function findNotes(folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    folders.map((folder) => workspace.findFiles(new RelativePattern(Uri.parse(folder), '**/*.{hnotes,md}'), undefined, mostFiles)),
  );
  return found.flat().map((uri) => uri.toString());
}

/** The file's text; null where it is gone or too large. */
export async function readNotes(uri: string): Promise<string | null> {
  try {
    const file = Uri.parse(uri);
    if ((await workspace.fs.stat(file)).size > largestFile) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
