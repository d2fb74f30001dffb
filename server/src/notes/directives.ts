/** Directives: HTML comments that silence rules, with the meaning that ESLint and markdownlint give them. */
import type { Directive, DirectiveKind, Notes, TextRange } from './model';
import { createLineIndex, type LineIndex } from './position';

const opening = /<!--[ \t]*history-notes-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/y;
const code = /[^\s,]+/g;
/** A longer comment is no directive. */
const MAX_LENGTH = 2000;

/**
 * Reads the comment at `start`..`end` (`<!--` and `-->` included), or null where it is no directive.
 * Codes stand behind the directive's name, separated by spaces or commas; what follows ` -- ` is a reason for people.
 */
export function readDirective(text: string, start: number, end: number): Directive | null {
  if (end - start > MAX_LENGTH) return null;
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (!match) return null;
  const from = start + match[0].length;
  const list = text.slice(from, end - 3);
  const reason = /(?:^|\s)--(?:\s|$)/.exec(list);
  const codes: (TextRange & { code: string })[] = [];
  for (const found of (reason ? list.slice(0, reason.index) : list).matchAll(code)) {
    codes.push({ start: from + found.index, end: from + found.index + found[0].length, code: found[0] });
  }
  return { start, end, kind: match[1] as DirectiveKind, codes };
}

interface Silence {
  readonly index: LineIndex;
  /** Codes silenced in the whole file; the empty string stands for all. */
  readonly file: ReadonlySet<string>;
  /** Codes silenced on a line. */
  readonly lines: ReadonlyMap<number, ReadonlySet<string>>;
  readonly switches: readonly Directive[];
}

const prepared = new WeakMap<Notes, Silence>();

/** The next line with anything on it: a formatter may put a blank line between a comment and a paragraph. */
function nextWrittenLine(text: string, index: LineIndex, line: number): number {
  for (let next = line + 1; next < index.lineCount; next++) {
    if (/\S/.test(text.slice(index.lineStart(next), index.lineEnd(next)))) return next;
  }
  return line + 1;
}

function prepare(notes: Notes): Silence {
  const known = prepared.get(notes);
  if (known) return known;
  const index = createLineIndex(notes.text);
  const file = new Set<string>();
  const lines = new Map<number, Set<string>>();
  const switches: Directive[] = [];
  const add = (set: Set<string>, { codes }: Directive) => {
    if (codes.length === 0) set.add('');
    for (const named of codes) set.add(named.code);
  };
  for (const directive of notes.directives) {
    if (directive.kind === 'disable-file') add(file, directive);
    else if (directive.kind === 'disable' || directive.kind === 'enable') switches.push(directive);
    else {
      const own = index.lineAt(directive.end);
      const line = directive.kind === 'disable-line' ? own : nextWrittenLine(notes.text, index, own);
      const set = lines.get(line) ?? new Set();
      add(set, directive);
      lines.set(line, set);
    }
  }
  const silence = { index, file, lines, switches };
  prepared.set(notes, silence);
  return silence;
}

const covers = (set: ReadonlySet<string> | undefined, rule: string) => set !== undefined && (set.has('') || set.has(rule));

/**
 * Whether directives silence the rule `code` for a finding at `start`..`end`. A finding belongs to every line that it touches, so that a
 * directive beside its first or its last line holds; `disable` and `enable` hold from where they stand to the next of their kind.
 */
export function silenced(notes: Notes, rule: string, start: number, end: number): boolean {
  if (notes.directives.length === 0) return false;
  const { index, file, lines, switches } = prepare(notes);
  if (covers(file, rule)) return true;
  if (lines.size > 0) {
    const last = index.lineAt(Math.max(start, end - 1));
    for (let line = index.lineAt(start); line <= last; line++) if (covers(lines.get(line), rule)) return true;
  }
  let off = false;
  for (const directive of switches) {
    if (directive.start > start) break;
    if (directive.codes.length === 0 || directive.codes.some((named) => named.code === rule)) off = directive.kind === 'disable';
  }
  return off;
}
