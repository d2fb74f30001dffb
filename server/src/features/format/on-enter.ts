/** What Enter does: in a list it goes on with the next item, and ends the list behind an empty one; a line of an aligned timeline is aligned. */
import type { TextEdit } from '../../rules/finding';
import type { ReadDocument } from '../document';
import { alignLine } from './timeline-lines';

const item = /^([ \t]*(?:>[ \t]*)*)([-*+])([ \t]+)(\[[ xX]\][ \t]+)?(.*)$/;

/** The edits after a line break was typed; `line` is the new line, 0-based. An editor that has already written a bullet there is left alone. */
export function onEnter(read: ReadDocument, line: number): TextEdit[] {
  if (line === 0) return [];
  return [...alignLine(read.reading, read.document.offsetAt({ line: line - 1, character: 0 })), ...nextItem(read, line)];
}

function nextItem({ document, reading }: ReadDocument, line: number): TextEdit[] {
  const { text } = reading.notes;
  const start = document.offsetAt({ line: line - 1, character: 0 });
  const here = document.offsetAt({ line, character: 0 });
  const above = text.slice(start, here).replace(/[\r\n]+$/, '');
  const now = /^[^\r\n]*/.exec(text.slice(here))![0];
  const found = item.exec(above);
  if (!found || now.trim() !== '') return [];
  const [, indent, mark, space, task, words] = found as unknown as [string, string, string, string, string | undefined, string];
  if (words.trim() === '') {
    // A bullet that nothing stands above is one that is only begun.
    return isListItem(start - 1, reading) ? [{ start, end: here + now.length, newText: '' }] : [];
  }
  if (!isListItem(start + above.length - 1, reading)) return [];
  return [{ start: here, end: here + now.length, newText: `${indent}${mark}${space}${task ? '[ ] ' : ''}` }];
}

/** Whether the line that ends there is part of a list: not of code, say. */
function isListItem(offset: number, { notes }: ReadDocument['reading']): boolean {
  const at = notes.text.slice(0, Math.max(0, offset + 1)).trimEnd().length;
  const block = notes.blocks.findLast(({ start }) => start < at);
  return block !== undefined && at <= block.end && (block.kind === 'list-item' || block.parent >= 0);
}
