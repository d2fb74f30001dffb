/** The lines of a timeline: colon right behind the date, and the words in one column. */
import type { Reading } from '../../reading/model';
import type { TextEdit } from '../../rules/finding';
import { timelines } from '../timelines';

/** A head that is wider, bullet included, does not push the words of all other lines to the right. In UTF-16 code units. */
const WIDEST = 28;

interface Head {
  /** From the end of the date to the first of the words. */
  readonly start: number;
  readonly end: number;
  /** Bold marks and colon as they are to be. */
  readonly mark: string;
  /** Of the line up to and with the colon. */
  readonly width: number;
  /** Where the words begin, counted from the beginning of the line. */
  readonly column: number;
}

export function timelineLines(reading: Reading, align: boolean): TextEdit[] {
  const { text } = reading.notes;
  return timelines(reading).flatMap(({ entries, quoted }) => {
    if (quoted) return [];
    const heads = entries.flatMap(({ head }) => headOf(text, head.end) ?? []);
    const column = Math.max(...heads.map(({ width }) => width).filter((width) => width <= WIDEST));
    return heads.flatMap(({ start, end, mark, width }): TextEdit[] => {
      const old = text.slice(start, end);
      const spaces = align && heads.length > 1 ? ' '.repeat(Math.max(0, column - width) + 1) : /[ \t]*$/.exec(old)![0];
      return old === mark + spaces ? [] : [{ start, end, newText: mark + spaces }];
    });
  });
}

/** The edit that aligns the timeline line at an offset with the others of its timeline, where these show that the writer aligns them. */
export function alignLine(reading: Reading, offset: number): TextEdit[] {
  const { text } = reading.notes;
  for (const { entries, quoted } of timelines(reading)) {
    const written = entries.find(({ start, end }) => start <= offset && offset <= end);
    if (!written || quoted) continue;
    const heads = entries.flatMap((entry) => (entry === written ? [] : (headOf(text, entry.head.end) ?? [])));
    const own = headOf(text, written.head.end);
    const [column, ...otherColumns] = new Set(heads.map((each) => each.column));
    // Dates of one length say nothing.
    const isAligned = otherColumns.length === 0 && new Set(heads.map(({ width }) => width)).size > 1;
    if (!own || !isAligned || own.width >= column!) return [];
    const newText = own.mark + ' '.repeat(column! - own.width);
    return text.slice(own.start, own.end) === newText ? [] : [{ start: own.start, end: own.end, newText }];
  }
  return [];
}

/** Null where there is no colon, or nothing behind it. */
function headOf(text: string, end: number): Head | null {
  const match = /^([ \t]*)([*_]{0,3})([ \t]*):([*_]{0,3})[ \t]+(?=\S)/.exec(text.slice(end, end + 200));
  if (!match) return null;
  const [whole, before, bold, , boldBehind] = match as unknown as [string, string, string, string, string];
  // "** 1922 **:" is no bold type: there the spaces count.
  if (bold !== '' && before !== '') return null;
  const mark = `${bold}:${boldBehind}`;
  const lineStart = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  return { start: end, end: end + whole.length, mark, width: end - lineStart + mark.length, column: end - lineStart + whole.length };
}
