/** What is measured: this checker, its peers, and the least that any of them must do. Each peer is used as its makers say. */
import { checkers } from './checkers';
import type { Edit } from './edits';
import { readers } from './readers';

export interface Subject {
  /** For the table. */
  readonly name: string;
  /** Of the npm package whose version is told; none for our own. */
  readonly package?: string;
  /** It reads one sentence in so many, because all would take too long. */
  readonly share?: number;
  /** Makes everything ready that does not depend on the text. */
  load(options: LoadOptions): Promise<Loaded>;
}

export interface LoadOptions {
  readonly packs: string;
  readonly chapters: readonly string[];
}

export interface Loaded {
  /** A text from its first word to its last; gives how much was found. */
  readonly check: (text: string) => number | Promise<number>;
  /** Opens a text to edit it: gives what to call with each edit, and with the text after it. Without it, the text after an edit is checked whole. */
  readonly open?: (text: string) => Promise<EditCheck>;
}

export type EditCheck = (edit: Edit, textAfter: string) => number | Promise<number>;

export const subjects: Readonly<Record<string, Subject>> = { ...checkers, ...readers };
