/** Links between notes when files or folders get other names: what leads to them, and what leads from them elsewhere, is put right. */
import type { TextEdit } from '../rules/finding';
import type { ReadDocument } from './document';
import { addressLinks, nameLinks, notesNamed, plainPath } from './document-links';

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
 * The edits that keep one document's links leading where they do; `uris` are those of all notes as they lie before.
 * Only what would lead elsewhere is changed.
 */
export function linkEdits(read: ReadDocument, uris: readonly string[], moved: (uri: string) => string): TextEdit[] {
  const { uri } = read.document;
  const own = moved(uri);
  const edits: TextEdit[] = [];
  for (const { start, end, written, target } of addressLinks(read)) {
    if (/^https?:/i.test(target)) continue;
    const [file, fragment] = splitFragment(target);
    const after = moved(file);
    if (after === file && own === uri) continue;
    if (new URL(written, own).href.split('#')[0] === after) continue;
    edits.push({ start, end, newText: `${relativeAddress(own, after)}${fragment}` });
  }
  const urisAfter = uris.map(moved);
  for (const { start, end, notes } of nameLinks(read)) {
    const target = notesNamed({ uri, notes }, uris);
    if (!target) continue;
    const after = moved(target);
    const leadsThere = (name: string) => notesNamed({ uri: own, notes: name }, urisAfter) === after;
    if (leadsThere(notes)) continue;
    const [, fragment] = splitFragment(notes);
    const newText = shortestName(after, leadsThere);
    if (newText) edits.push({ start, end, newText: `${newText}${fragment}` });
  }
  return edits;
}

function splitFragment(address: string): [file: string, fragment: string] {
  const at = address.indexOf('#');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)];
}

/** "causes", or with as many folders before it as tell it from others. */
function shortestName(uri: string, leadsThere: (name: string) => boolean): string | null {
  const parts = plainPath(uri).split('/').filter(Boolean);
  for (let count = 1; count <= parts.length; count++) {
    const name = parts.slice(-count).join('/');
    if (leadsThere(name)) return name;
  }
  return null;
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
