/** Where the writer is at work in one document: what stands there is not yet said to be wrong. */
import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { updateDocument } from '../features/position-encoding';
import type { Finding } from '../rules/finding';

interface Shown {
  readonly code: string;
  start: number;
  end: number;
}

/** An edit in more places than this is no typing but a replacement throughout. */
const MOST_CURSORS = 100;

export class Typing {
  /** Offset after each change of the last edit, one for each cursor; empty once the writer has paused or saved. */
  private carets: number[] = [];
  /** When the last edit came, in milliseconds of `Date.now`. */
  private editedAt = 0;
  /** Findings that the client shows, at their places in the text as it is now. */
  private shown: Shown[] = [];

  /** Applies the client's changes to the document, and remembers where they were. */
  apply(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    this.carets = [];
    this.editedAt = Date.now();
    let changed = document;
    for (const change of changes) {
      if ('range' in change) {
        this.move(changed.offsetAt(change.range.start), changed.offsetAt(change.range.end), change.text.length);
      } else {
        // The whole text anew: by a program, or by a client that does not say where.
        this.carets = [];
        this.shown = [];
      }
      changed = updateDocument(changed, [change], version);
    }
    if (changes.length > MOST_CURSORS) this.carets = [];
    return changed;
  }

  private move(from: number, to: number, length: number): void {
    const grown = length - (to - from);
    this.carets = this.carets.map((caret) => (caret >= to ? caret + grown : Math.min(caret, from)));
    if (this.carets.length <= MOST_CURSORS) this.carets.push(from + length);
    for (const range of this.shown) {
      const { start, end } = range;
      range.start = start >= to ? start + grown : start > from ? from + length : start;
      range.end = end > to ? end + grown : Math.min(end, from);
    }
    // What was wholly replaced is gone.
    this.shown = this.shown.filter(({ start, end }) => start < end);
  }

  /** The writer has saved or paused: nothing is withheld until the next edit. */
  settle(): void {
    this.carets = [];
  }

  /** How long until the writer counts as pausing, of `pause` milliseconds; 0 where that has come. */
  remaining(pause: number): number {
    // A clock set back must not withhold for ever.
    const passed = Math.max(0, Date.now() - this.editedAt);
    return this.carets.length === 0 ? 0 : Math.max(0, pause - passed);
  }

  /** The findings that may be shown of a text being edited: all but those new at a word that is being typed. */
  showable(findings: readonly Finding[], text: string): readonly Finding[] {
    const places = this.carets.filter((caret) => caret <= text.length).map((caret) => placeOf(text, caret));
    return findings.filter(
      (finding) =>
        !places.some(({ start, end }) => finding.start <= end && start <= finding.end) ||
        this.shown.some(({ code, start, end }) => code === finding.code && start < finding.end && finding.start < end),
    );
  }

  /** These findings are what the client shows from now on. */
  show(findings: readonly Finding[]): void {
    this.shown = findings.map(({ code, start, end }) => ({ code, start, end }));
  }
}

const WORD = /[\p{L}\p{M}\p{N}_'’ʼ‐‑-]/u;
const LINE_BREAK = /[\r\n]/;

/** The word around an offset, or the mark (`[[…`, `@[…`) if it stands inside one; empty between words. */
export function placeOf(text: string, offset: number): { start: number; end: number } {
  let start = offset;
  while (start > 0 && WORD.test(codePointBefore(text, start))) start -= codePointBefore(text, start).length;
  let end = offset;
  while (end < text.length && WORD.test(codePointAt(text, end))) end += codePointAt(text, end).length;
  return markAround(text, offset, end) ?? { start, end };
}

function markAround(text: string, offset: number, wordEnd: number): { start: number; end: number } | null {
  let lineStart = offset;
  while (lineStart > 0 && !LINE_BREAK.test(text[lineStart - 1]!)) lineStart--;
  const before = text.slice(lineStart, offset);
  const link = before.lastIndexOf('[[');
  const person = before.lastIndexOf('@[');
  const start = Math.max(link, person);
  if (start < 0) return null;
  const closing = start === link ? ']]' : ']';
  if (before.includes(closing, start)) return null;
  // A mark that closes ends there; of one that is still open the text behind the word is not part.
  let end = offset;
  while (end < text.length && !/[[\]\r\n]/.test(text[end]!)) end++;
  return { start: lineStart + start, end: text[end] === ']' ? end + closing.length : wordEnd };
}

const codePointAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at)!);

function codePointBefore(text: string, at: number): string {
  const pair = at > 1 ? codePointAt(text, at - 2) : '';
  return pair.length === 2 ? pair : text[at - 1]!;
}
