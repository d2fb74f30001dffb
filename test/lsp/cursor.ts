/** A place in an open document, and what an editor asks there. */
import { type Doc, type Editor, marked } from './editor';

export class Cursor {
  constructor(
    readonly doc: Doc,
    readonly offset: number,
  ) {}

  /** Opens a text in which `‸` marks the cursor. */
  static async in(editor: Editor, source: string, options?: { uri?: string; languageId?: string }): Promise<Cursor> {
    const { text, offset } = marked(source);
    return new Cursor(await editor.open(text, options), offset);
  }

  /** Asks `textDocument/…` there. */
  ask<T>(method: string, more: Record<string, unknown> = {}): Promise<T> {
    return this.doc.request(method, { position: this.doc.positionAt(this.offset), ...more });
  }
}
