/** The headings of notes, and blocks as one line, as outlines and searches name them. */
import type { Block, Notes } from './model';

export interface Heading {
  /** As plain text; empty for a heading that has no words yet. */
  readonly text: string;
  /** 1–6. */
  readonly level: number;
  /** UTF-16 offsets of the heading's own line or lines. */
  readonly start: number;
  readonly end: number;
  /** Index into `Notes.blocks`. */
  readonly block: number;
}

export function headings({ text, blocks }: Notes): Heading[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'heading') return [];
    const { start, end, level } = block;
    return [{ text: plainLine(text, block), level, start, end, block: index }];
  });
}

const byName = new WeakMap<Notes, ReadonlyMap<string, Heading>>();

/** The first heading with these words, whatever their case; `#` may stand before them, as in links to a part of notes. Null where there is none. */
export function headingNamed(notes: Notes, name: string): Heading | null {
  let named = byName.get(notes);
  if (!named) {
    // Of several with the same words the first is set last.
    named = new Map(
      headings(notes)
        .reverse()
        .map((heading) => [folded(heading.text), heading]),
    );
    byName.set(notes, named);
  }
  const wanted = folded(name.replace(/^#+/, ''));
  return (wanted !== '' && named.get(wanted)) || null;
}

const folded = (words: string): string => words.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** A block's words in one line, marks shown as a reader sees them: "@[Leon Trotsky|his rival]" is "his rival". */
export function plainLine(text: string, { start, end, marks, prose }: Block): string {
  let line = '';
  let at = start;
  for (const mark of marks) {
    if (mark.start < at || mark.kind === 'emphasis') continue;
    const { start: from, end: to } = mark.kind === 'citation' ? mark.keyRange : (mark.display ?? mark.nameRange);
    line += `${prose.slice(at - start, mark.start - start)}${text.slice(from, to)}`;
    at = mark.end;
  }
  line += prose.slice(at - start, end - start);
  return line.replace(/\s+/g, ' ').trim();
}
