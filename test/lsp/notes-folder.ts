/** A folder on disk with notes and packs, as a workspace of a test. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export class NotesFolder {
  readonly path: string;
  /** URI. */
  readonly root: string;

  constructor(name = 'history-notes-') {
    this.path = mkdtempSync(join(tmpdir(), name));
    this.root = pathToFileURL(this.path).href;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.path, path)).href;
  }

  /** @returns the file's URI. */
  write(path: string, text: string): string {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), text);
    return this.uri(path);
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8');
  }

  delete(path: string): void {
    rmSync(join(this.path, path), { recursive: true });
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
