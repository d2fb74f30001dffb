/** Links between notes when files or folders get other names: what leads to them, and what leads from them elsewhere, is put right. */
import type { TextEdit } from '../rules/finding';
import type { ReadDocument } from './document';
import { addressLinks, nameLinks } from './document-links';
import type { NoteNames } from './note-names';

/** One file or folder that gets another name, by URIs. */
export interface FileRename {
  readonly oldUri: string;
  readonly newUri: string;
}

/** Where a file lies afterwards. */
export function movedBy(renames: readonly FileRename[], sameFile: (a: string, b: string) => boolean): (uri: string) => string {
  return (uri) => {
    for (const { oldUri, newUri } of renames) {
      if (sameFile(uri, oldUri)) return newUri;
      // A folder takes with it what is in it.
      const depth = oldUri.split('/').length;
      const parts = uri.split('/');
      if (parts.length > depth && sameFile(parts.slice(0, depth).join('/'), oldUri)) return [newUri, ...parts.slice(depth)].join('/');
    }
    return uri;
  };
}

/**
 * The edits that keep one document's links leading where they do; `before` and `after` are the names of all notes.
 * Only what would lead elsewhere is changed.
 */
export function linkEdits(
  read: ReadDocument,
  { before, after }: { readonly before: NoteNames; readonly after: NoteNames },
  moved: (uri: string) => string,
): TextEdit[] {
  const { uri } = read.document;
  const own = moved(uri);
  const edits: TextEdit[] = [];
  for (const { start, end, written, target } of addressLinks(read)) {
    if (/^https?:/i.test(target)) continue;
    const [file, fragment] = splitFragment(target);
    const now = moved(file);
    if (now === file && own === uri) continue;
    if (new URL(written, own).href.split('#')[0] === now) continue;
    edits.push({ start, end, newText: `${relativeAddress(own, now)}${fragment}` });
  }
  for (const { start, end, notes } of nameLinks(read)) {
    const target = before.find(uri, notes);
    if (!target) continue;
    const now = moved(target);
    if (after.find(own, notes) === now) continue;
    const [, fragment] = splitFragment(notes);
    const newText = after.nameFor(own, now);
    if (newText) edits.push({ start, end, newText: `${newText}${fragment}` });
  }
  return edits;
}

function splitFragment(address: string): [file: string, fragment: string] {
  const at = address.indexOf('#');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)];
}

/** "../essays/causes.hnotes": from one file to another, readable where Markdown allows it. */
function relativeAddress(from: string, to: string): string {
  const [a, b] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < a.length && shared < b.length - 1 && a[shared] === b[shared]) shared++;
  const path = [...a.slice(shared).map(() => '..'), ...b.slice(shared)].join('/');
  try {
    return decodeURI(path).replace(/[\s()<>]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  } catch {
    return path;
  }
}
