/** The timelines of notes: runs of dated lines, each with the lines that belong to it, and how to arrange them anew. */
import { parseNotes } from '../notes/index';
import type { Block, Notes, TextRange } from '../notes/model';
import { createLineIndex, type LineIndex } from '../notes/position';
import { readNotes } from '../reading/index';
import type { DatedMention, Reading } from '../reading/model';
import { once } from '../reading/once';
import { mentionsOf } from '../reading/read';
import type { TextEdit } from '../rules/finding';
import { type Span, spanOf } from '../time/index';

/** A dated line with all lines that go with it: whole lines, without the last line break. */
export interface TimelineEntry extends TextRange {
  readonly head: TextRange;
  /** The digits of its number, in a numbered list. */
  readonly number?: TextRange;
  /** Index of the block that the head begins. */
  readonly block: number;
  /** From the first day of the head's dates to the last. */
  readonly span: Span;
  /** The year that all its dates are in, where it is one. */
  readonly year: number | null;
  /** Its words leave out the year, which a line above gives. */
  readonly takesYear: boolean;
}

/** Dated lines of one list, or one paragraph after another. Between its entries stand only blank lines. */
export interface Timeline extends TextRange {
  /** At least one, in order of the text. */
  readonly entries: readonly TimelineEntry[];
  /** In a block quote: somebody else's. */
  readonly quoted: boolean;
}

const known = new WeakMap<Reading, readonly Timeline[]>();

/** All timelines of the notes whose lines can change places: each line stands on lines of its own. */
export function timelines(reading: Reading): readonly Timeline[] {
  return once(known, reading, () => {
    const lines = createLineIndex(reading.notes.text);
    return runsOf(reading.notes).flatMap((run) => timelineOf(run, reading, lines) ?? []);
  });
}

/** One dated line is no timeline yet. */
export const isTimeline = ({ entries }: Timeline): boolean => entries.length > 1;

/** The innermost timeline that has the offset in one of its entries' lines. */
export function timelineAt(reading: Reading, offset: number): Timeline | undefined {
  return timelines(reading).findLast(({ start, end }) => start <= offset && offset <= end);
}

/** Blocks with a timeline head that stand side by side, each with the last block that belongs to it. */
type Run = { readonly block: number; last: number }[];

function runsOf({ blocks, text }: Notes): Run[] {
  const forms = blocks.map((block) => formOf(block, text));
  const isSibling = (a: number, b: number) => forms[a] === forms[b] && standAlike(blocks[a]!, blocks[b]!);
  /** Whether the block is another line of the run, or belongs to its last line: stands in it, or is an undated item below it. */
  const goesOn = (run: Run, index: number): boolean => {
    const block = blocks[index]!;
    if (isSibling(index, run[0]!.block)) return block.timelineHead !== undefined || block.kind === 'list-item';
    for (let at = block.parent; at >= 0; at = blocks[at]!.parent) if (at >= run.at(-1)!.block) return true;
    return false;
  };
  const runs: Run[] = [];
  /** Runs that may go on, each in the last line of the one before. */
  const open: Run[] = [];
  blocks.forEach((block, index) => {
    while (open.length > 0 && !goesOn(open.at(-1)!, index)) open.pop();
    if (block.timelineHead && (block.kind === 'list-item' || block.kind === 'paragraph')) {
      const run = open.at(-1);
      if (run && isSibling(index, run[0]!.block)) run.push({ block: index, last: index });
      else {
        const begun: Run = [{ block: index, last: index }];
        runs.push(begun);
        open.push(begun);
      }
    }
    for (const run of open) run.at(-1)!.last = index;
  });
  return runs;
}

function standAlike(a: Block, b: Block): boolean {
  return a.kind === b.kind && a.level === b.level && a.parent === b.parent && a.heading === b.heading && a.quoted === b.quoted;
}

/** What the lines of one timeline begin with alike: as deep in quotes, numbered or not. */
function formOf({ start, timelineHead, kind }: Block, text: string): string {
  if (kind !== 'list-item' && kind !== 'paragraph') return '';
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const [, quote = '', , digits] = LEAD.exec(text.slice(lineStart, timelineHead?.start ?? start)) ?? [];
  return `${quote.replace(/[ \t]/g, '')}${digits ? '1.' : ''}`;
}

function timelineOf(run: Run, reading: Reading, lines: LineIndex): Timeline | null {
  const { notes } = reading;
  const first = run.map(({ block }) => firstLine(notes.blocks[block]!, notes, lines));
  const entries: TimelineEntry[] = [];
  const { quoted } = notes.blocks[run[0]!.block]!;
  for (const [index, { block, last }] of run.entries()) {
    const { timelineHead: head, start: blockStart } = notes.blocks[block]!;
    const from = first[index]!;
    const start = lines.lineStart(from);
    const lead = notes.text.slice(lines.lineStart(lines.lineAt(blockStart)), head!.start);
    const [form, , , digits] = LEAD.exec(lead) ?? [];
    // Lines behind other text stay where they are.
    if (form === undefined) return null;
    const to = index + 1 < run.length ? first[index + 1]! - 1 : lastLine(last, from, notes, lines);
    const end = contentEnd(from, to, notes.text, lines);
    const dates = datesIn(head!, block, reading);
    const above = entries.at(-1);
    const number = digits ? numberAt(lead.search(/\d/) + lines.lineStart(lines.lineAt(blockStart)), digits) : {};
    if (dates.length > 0) entries.push({ start, end, head: head!, block, ...number, ...timeOf(dates) });
    else if (above) entries[entries.length - 1] = { ...above, end };
  }
  if (entries.length === 0) return null;
  const range = { start: entries[0]!.start, end: entries.at(-1)!.end };
  // What silences the lines between two places must keep those lines.
  const silences = notes.directives.some(
    ({ kind, start }) => /^(?:disable|enable)$/.test(kind) && range.start <= start && start < range.end,
  );
  return silences || entries.some(({ start }, index) => index > 0 && start <= entries[index - 1]!.end)
    ? null
    : { ...range, entries, quoted };
}

/** Signs of quotation, a bullet or a number, a checkbox, emphasis. */
const LEAD = /^((?:[ \t]*>)*)[ \t]*(?:(?:([-*+])|(\d{1,9})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?[*_~([]*$/;
const QUOTE = /^(?:[ \t]*>)*/;

const numberAt = (start: number, digits: string) => ({ number: { start, end: start + digits.length } });

/** The line that a block begins on, or the comment above that silences it. */
function firstLine({ start }: Block, { text }: Notes, lines: LineIndex): number {
  const line = lines.lineAt(start);
  const above = line > 0 ? text.slice(lines.lineStart(line - 1), lines.lineEnd(line - 1)) : '';
  return /^[\s>]*<!--\s*history-notes-disable-next-line\b/.test(above) ? line - 1 : line;
}

/** The last line of the run's last entry: that of its last block, and what stands below it further to the right, code for instance. */
function lastLine(last: number, from: number, { text, blocks }: Notes, lines: LineIndex): number {
  const written = (line: number) => text.slice(lines.lineStart(line), lines.lineEnd(line));
  // A quote's own signs are no indent.
  const quote = QUOTE.exec(written(from))![0].length;
  const indent = (line: number) => /^[ \t]*/.exec(written(line).slice(quote))![0].length;
  const next = blocks[last + 1];
  const limit = next ? lines.lineAt(next.start) : lines.lineCount;
  let end = lines.lineAt(blocks[last]!.end);
  for (let line = end + 1; line < limit; line++) {
    if (isBlank(written(line))) continue;
    if (QUOTE.exec(written(line))![0].length < quote || indent(line) <= indent(from)) break;
    end = line;
  }
  return end;
}

/** The end of the last line from `from` to `to` that is not blank. */
function contentEnd(from: number, to: number, text: string, lines: LineIndex): number {
  let line = Math.max(from, to);
  while (line > from && isBlank(text.slice(lines.lineStart(line), lines.lineEnd(line)))) line--;
  return lines.lineEnd(line);
}

/** Nothing but a quote's signs. */
const isBlank = (line: string): boolean => /^[\s>]*$/.test(line);

function datesIn(head: TextRange, block: number, reading: Reading): DatedMention[] {
  return mentionsOf(reading, block).filter(
    (mention): mention is DatedMention =>
      mention.kind === 'date' && mention.date.value !== null && head.start <= mention.start && mention.end <= head.end,
  );
}

function timeOf(dates: readonly DatedMention[]): Pick<TimelineEntry, 'span' | 'year' | 'takesYear'> {
  const values = dates.map(({ date }) => date.value!);
  const spans = values.map(spanOf);
  const years = new Set(values.flatMap(({ edtf }) => edtf.match(/(?<![\d-])-?\d{4}/g) ?? []));
  return {
    span: { first: Math.min(...spans.map(({ first }) => first)), last: Math.max(...spans.map(({ last }) => last)) },
    year: years.size === 1 ? Number([...years][0]) : null,
    takesYear: dates.some(({ date }) =>
      date.form.parts.some((part) => part.kind === 'field' && part.field === 'year' && part.style.startsWith('understood')),
    ),
  };
}

/** Whether some line stands below one that is wholly later. */
export function isOutOfOrder({ entries }: Timeline): boolean {
  let latest = Number.NEGATIVE_INFINITY;
  for (const { span } of entries) {
    if (span.last < latest) return true;
    latest = Math.max(latest, span.first);
  }
  return false;
}

/** A line that the notes do not have yet. */
export interface NewLine {
  readonly text: string;
  readonly span: Span;
  readonly year: number | null;
}

type Line = TimelineEntry | NewLine;

/** The edits that put the timeline in order; lines of one time stay as they stand. Null where that cannot be done without changing what a line says. */
export function sortTimeline(reading: Reading, timeline: Timeline): TextEdit[] | null {
  if (!isOutOfOrder(timeline)) return [];
  return arranged(reading, timeline, inserted([], timeline.entries));
}

/** The edits that add lines to the timeline, each above the first line that is wholly later; null as for `sortTimeline`. */
export function addLines(reading: Reading, timeline: Timeline, lines: readonly NewLine[]): TextEdit[] | null {
  return lines.length === 0 ? [] : arranged(reading, timeline, inserted(timeline.entries, lines));
}

/** Every line put above the first that is wholly later; where none was above a later one before, none is afterwards. */
function inserted(into: readonly Line[], lines: readonly Line[]): Line[] {
  const result = [...into];
  for (const line of lines) {
    const at = result.findIndex(({ span }) => line.span.last < span.first);
    result.splice(at < 0 ? result.length : at, 0, line);
  }
  return result;
}

function arranged(reading: Reading, timeline: Timeline, order: readonly Line[]): TextEdit[] | null {
  const { text } = reading.notes;
  const { entries, start, end } = timeline;
  const gaps = entries.slice(1).map((entry, index) => text.slice(entries[index]!.end, entry.start));
  const gap = gaps[0] ?? lineBreakOf(text).repeat(reading.notes.blocks[entries[0]!.block]!.kind === 'paragraph' ? 2 : 1);
  const isSorting = order.length === entries.length;
  const numbers = entries.flatMap(({ number }) => (number ? [Number(text.slice(number.start, number.end))] : []));
  const step = numbers.length > 1 ? numbers.at(-1)! - numbers.at(-2)! : 1;
  /** The numbers stay in their order while the lines change places; more go on like the last two. */
  const numbered = (line: Line, written: string, index: number): string => {
    if (numbers.length === 0) return written;
    const number = numbers[index] ?? numbers.at(-1)! + step * (index - numbers.length + 1);
    const at = 'head' in line ? line.number!.start - line.start : written.search(/\d/);
    return withNumber(written, at, String(number));
  };
  const parts = order.map((line, index) => {
    const place = 'head' in line ? entries.indexOf(line) : -1;
    // The blank lines of a sorted timeline stay where they were; a new line brings its own.
    const before = index === 0 ? '' : isSorting ? gaps[index - 1]! : place > 0 ? gaps[place - 1]! : gap;
    return before + numbered(line, textOf(line, index === 0 ? entries[0]! : undefined, order[index - 1], text), index);
  });
  const newText = parts.join('');
  return keepsItsDates(reading, timeline, order, text.slice(0, start) + newText + text.slice(end))
    ? smallest(text, start, end, newText)
    : null;
}

/** The line's text; with its year where the line above does not give it any more. `first` is the timeline's first entry, for the line that comes first now. */
function textOf(line: Line, first: TimelineEntry | undefined, above: Line | undefined, text: string): string {
  if (!('head' in line)) return line.text;
  const { start, end, head, takesYear, year } = line;
  const given = first ? first === line : above?.year === year;
  if (!takesYear || given || year === null) return text.slice(start, end);
  return `${text.slice(start, head.start)}${year} ${text.slice(head.start, end)}`;
}

/** The lines of an entry with another number at `at`; a wider one moves what stands below it to the right, so that it still belongs to the item. */
function withNumber(entry: string, at: number, number: string): string {
  const old = /^\d+/.exec(entry.slice(at))![0];
  const more = ' '.repeat(Math.max(0, number.length - old.length));
  const below = entry.slice(at + old.length).replace(/(\r\n|\n|\r)((?:[ \t]*>)*)(?=[ \t]*[^\s>])/g, `$1$2${more}`);
  return `${entry.slice(0, at)}${number}${below}`;
}

/** Reads the arranged notes again: every line must have the date that it had, in the order that was meant, and so must all that stands outside. Of notes that were too much to be read nobody knows. */
function keepsItsDates(reading: Reading, timeline: Timeline, order: readonly Line[], newText: string): boolean {
  if (reading.brokenOffAt !== undefined) return false;
  const { start, end } = timeline;
  const read = (notes: Notes, end: number) => {
    const again = readNotes(notes, reading.knowledge);
    const outside = again.mentions.flatMap((mention) =>
      mention.kind === 'date' && (mention.end < start || mention.start > end) ? [mention.date.value?.edtf] : [],
    );
    return { entries: timelines(again).find((each) => each.start === start)?.entries, outside: outside.join() };
  };
  const before = read(reading.notes, end);
  const after = read(parseNotes(newText), end + newText.length - reading.notes.text.length);
  if (after.entries?.length !== order.length || before.outside !== after.outside) return false;
  return order.every((line, index) => {
    const span = 'head' in line ? before.entries?.[timeline.entries.indexOf(line)]?.span : line.span;
    const now = after.entries![index]!.span;
    return span !== undefined && span.first === now.first && span.last === now.last;
  });
}

export const lineBreakOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** The edit of whole lines that makes the new text of `start`..`end`. */
function smallest(text: string, start: number, end: number, newText: string): TextEdit[] {
  const old = text.slice(start, end);
  let from = 0;
  while (from < old.length && old[from] === newText[from]) from++;
  if (from === old.length && from === newText.length) return [];
  from = Math.max(old.lastIndexOf('\n', from - 1), old.lastIndexOf('\r', from - 1)) + 1;
  let tail = 0;
  while (tail < Math.min(old.length, newText.length) - from && old.at(-1 - tail) === newText.at(-1 - tail)) tail++;
  while (tail > 0 && !/[\r\n]/.test(old.at(-tail)!)) tail--;
  // A line break of two characters is not parted.
  if (tail > 0 && old.at(-tail) === '\n' && old.at(-tail - 1) === '\r') tail--;
  return [{ start: start + from, end: end - tail, newText: newText.slice(from, newText.length - tail) }];
}
