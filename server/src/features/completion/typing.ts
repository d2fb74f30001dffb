/** What the writer is in the middle of typing at the cursor. */
import type { TextRange } from '../../notes/model';
import type { Reading } from '../../reading/model';

export type Typing =
  /** `@Zin` or `@[Leon Tr`: `replace` begins at the `@`, or after the `[`. */
  | { readonly kind: 'person'; readonly typed: string; readonly replace: TextRange; readonly bracketed: boolean; readonly closed: boolean }
  /** `[[Kron`: `replace` is the name within the brackets. */
  | { readonly kind: 'link'; readonly typed: string; readonly replace: TextRange; readonly closed: boolean }
  /** `[@serv`: `replace` is the key. */
  | { readonly kind: 'citation'; readonly typed: string; readonly replace: TextRange }
  /** A key of the front matter. */
  | { readonly kind: 'key'; readonly typed: string; readonly replace: TextRange }
  /** A value in the front matter of `chapter:` or `question:`. */
  | { readonly kind: 'value'; readonly key: 'chapter' | 'question'; readonly typed: string; readonly replace: TextRange }
  /** A line that is nothing yet but a bullet or the beginning of a date: `replace` is what follows the bullet. */
  | { readonly kind: 'timeline-line'; readonly typed: string; readonly replace: TextRange }
  /** Behind the date and colon of a timeline line. */
  | { readonly kind: 'timeline-text'; readonly typed: string; readonly replace: TextRange; readonly block: number }
  /** A capitalised word in prose, with up to three words before it that may belong to the name. */
  | { readonly kind: 'name'; readonly starts: readonly number[]; readonly end: number; readonly sentenceStart: boolean };

/** No mark or name is longer; what stands further left is not looked at. */
const LOOK_BACK = 200;

const WORD = "\\p{L}\\p{M}\\p{N}'’.-";
const linkOpen = /\[\[([^[\]|]*)$/;
const personOpen = new RegExp(`(?:^|[^\\p{L}\\p{M}\\p{N}_@\\\\])(@)(?:(\\[)([^[\\]|@]*)|([${WORD}]*))$`, 'u');
const citationOpen = /(?:\[|\[[^[\]@]*[\s-]|;\s*-?)@([\p{L}\p{N}_:.#$%&+?<>~/-]*)$/u;
const words = /(?<![\p{L}\p{M}\p{N}_@#[\\/.'’-])[\p{L}\p{M}][\p{L}\p{M}'’-]*$/u;
const bullet = /^[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/;
/** A date being typed at the head of a line: bold marks, digits, month names; no colon yet. */
const headBegun = /^[*_]{0,3}(?:(?:c\.? ?)?\d{1,4}(?:[ /–-]\p{L}{0,9}\.?(?: \d{0,2})?)?)?$/u;

export function typingAt(reading: Reading, offset: number): Typing | null {
  const { text, frontMatter } = reading.notes;
  const lineStart = startOfLine(text, offset);
  const before = text.slice(Math.max(lineStart, offset - LOOK_BACK), offset);
  const after = /^[^\r\n]{0,200}/.exec(text.slice(offset, offset + LOOK_BACK))![0];
  if ((frontMatter && offset < frontMatter.end) || (!frontMatter && inOpenFrontMatter(text, offset)))
    return inFrontMatter(text, before, after, offset, lineStart);
  return (
    markAt(reading, before, after, offset) ?? timelineAt(reading, text.slice(lineStart, offset), after, offset) ?? nameAt(reading, offset)
  );
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Front matter whose closing fence is not typed yet: only up to the first blank line, since a text may also begin with a rule. */
function inOpenFrontMatter(text: string, offset: number): boolean {
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', from) || offset - from > 5000) return false;
  const above = text.slice(from, offset);
  return (
    /^---[ \t]*(?:\r\n|\r|\n)/.test(above) &&
    !/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(above) &&
    !/[\r\n](?:---|\.\.\.)[ \t]*[\r\n]/.test(above)
  );
}

function inFrontMatter(text: string, before: string, after: string, offset: number, lineStart: number): Typing | null {
  if (lineStart === 0 || /^(?:---|\.\.\.)/.test(before)) return null;
  const keyOnly = /^[\p{L}-]*$/u.exec(before);
  if (keyOnly) return after.trim() === '' ? { kind: 'key', typed: before, replace: { start: lineStart, end: offset } } : null;
  const value =
    /^(chapter|question):[ \t]+(?:.*[[,][ \t]*)?(["']?)([^"',[\]]*)$/.exec(before) ?? /^(chapter):[ \t]+(["']?)(.*)$/.exec(before);
  const item = /^[ \t]*-[ \t]+(["']?)([^"',[\]:]*)$/.exec(before);
  const key =
    value?.[1] ??
    (item && /(?:^|[\r\n])chapter:[ \t]*(?:(?:\r\n|\r|\n)[ \t]*-[^\r\n]*)*(?:\r\n|\r|\n)$/.test(text.slice(0, lineStart))
      ? 'chapter'
      : null);
  if (key !== 'chapter' && key !== 'question') return null;
  const typed = (value ? value[3] : item?.[2]) ?? '';
  const rest = key === 'chapter' ? /^[\w-]*/.exec(after)![0].length : after.length;
  return { kind: 'value', key, typed, replace: { start: offset - typed.length, end: offset + rest } };
}

function markAt(reading: Reading, before: string, after: string, offset: number): Typing | null {
  const link = linkOpen.exec(before);
  if (link && writable(reading, offset - link[0].length, offset)) {
    const typed = link[1]!;
    const rest = /^([^[\]|]*)(?=\]\]|\|)/.exec(after);
    return {
      kind: 'link',
      typed,
      replace: { start: offset - typed.length, end: offset + (rest?.[1] ?? '').length },
      closed: rest !== null,
    };
  }
  const citation = citationOpen.exec(before);
  if (citation && writable(reading, offset - citation[0].length, offset)) {
    const typed = citation[1]!;
    const rest = /^[\p{L}\p{N}_:.#$%&+?<>~/-]*/u.exec(after)![0];
    return { kind: 'citation', typed, replace: { start: offset - typed.length, end: offset + rest.length } };
  }
  const person = personOpen.exec(before);
  if (person && writable(reading, offset - person[0].length, offset)) {
    const bracketed = person[2] !== undefined;
    const typed = (bracketed ? person[3] : person[4]) ?? '';
    const rest = bracketed ? /^([^[\]|@]*)(?=\]|\|)/.exec(after) : /^[\p{L}\p{M}\p{N}'’-]*/u.exec(after);
    const end = offset + (rest?.[bracketed ? 1 : 0]?.length ?? 0);
    return {
      kind: 'person',
      typed,
      bracketed,
      closed: rest !== null,
      replace: { start: offset - typed.length - (bracketed ? 0 : 1), end },
    };
  }
  return null;
}

function timelineAt(reading: Reading, before: string, after: string, offset: number): Typing | null {
  const { blocks } = reading.notes;
  const block = blocks.findIndex(({ timelineHead, start, end }) => timelineHead && start <= offset && offset <= end + 1);
  const head = blocks[block]?.timelineHead;
  if (head && offset > head.end) {
    const text = reading.notes.text.slice(head.end, offset);
    const typed = /^[ \t]*[*_]{0,3}[ \t]*:[ \t]*[*_]{0,3}[ \t]*([^\r\n]*)$/.exec(text)?.[1];
    // After a few words the line is the writer's own.
    if (typed === undefined || typed.length > 60 || after.trim() !== '') return null;
    return { kind: 'timeline-text', typed, replace: { start: offset - typed.length, end: offset }, block };
  }
  if (after.trim() !== '') return null;
  const mark = bullet.exec(before)![0];
  const typed = before.slice(mark.length);
  if (typed !== '' && !headBegun.test(typed)) return null;
  if (typed === '' && !/[-*+.)][ \t]+$/.test(mark) && before !== '') return null;
  return writable(reading, offset - before.length, offset)
    ? { kind: 'timeline-line', typed, replace: { start: offset - typed.length, end: offset } }
    : null;
}

/** The capitalised name that the word at the cursor may belong to. */
export function nameAt(reading: Reading, offset: number): (Typing & { kind: 'name' }) | null {
  const { text } = reading.notes;
  const before = text.slice(Math.max(startOfLine(text, offset), offset - LOOK_BACK), offset);
  const word = words.exec(before);
  if (!word) return null;
  const block = reading.notes.blocks.find(({ start, end }) => start <= offset && offset <= end);
  if (!block || block.marks.some((mark) => mark.kind !== 'emphasis' && mark.start < offset && offset <= mark.end)) return null;
  const prose = block.prose.slice(0, offset - block.start);
  // In code, HTML and addresses the prose is blank.
  if (!prose.endsWith(word[0])) return null;
  const starts: number[] = [];
  let at = offset - word[0].length;
  for (let count = 0; count < 4; count++) {
    if (/^\p{Lu}/u.test(text.slice(at, at + 2))) starts.unshift(at);
    const earlier = /([\p{L}\p{M}][\p{L}\p{M}'’.-]*) $/u.exec(prose.slice(Math.max(0, at - block.start - 40), at - block.start));
    if (!earlier) break;
    at -= earlier[0].length;
  }
  // What is being typed must itself be more than a lower-case word after a name: "Central Com" but not "Stalin wa".
  if (starts.length === 0) return null;
  const lead = prose.slice(0, starts.at(-1)! - block.start).trimEnd();
  return { kind: 'name', starts, end: offset, sentenceStart: lead === '' || /[.!?:]["”’)]*$/.test(lead) };
}

/** Whether marks count at this place: not in code, HTML or a comment. */
function writable(reading: Reading, start: number, offset: number): boolean {
  const { text, blocks } = reading.notes;
  const block = blocks.find((each) => each.start <= offset && offset <= each.end);
  if (block) {
    for (let i = start; i < offset; i++)
      if (/[\p{L}\p{N}]/u.test(text[i]!) && i >= block.start) return /\S/.test(block.prose[i - block.start]!) || inMark(block.marks, i);
    return (text.slice(block.start, offset).split('`').length - 1) % 2 === 0;
  }
  // Between two blocks: blank lines and empty list items, or a fence, HTML, an indented code block.
  const above = blocks.findLast((each) => each.end <= offset);
  const gap = text.slice(Math.max(above?.end ?? 0, reading.notes.frontMatter?.end ?? 0), offset);
  return !/```|~~~|<|^(?: {4}|\t)[^\s*+-]/m.test(gap);
}

function inMark(marks: readonly { readonly kind: string; readonly start: number; readonly end: number }[], offset: number): boolean {
  return marks.some((mark) => mark.kind !== 'emphasis' && mark.start <= offset && offset < mark.end);
}
