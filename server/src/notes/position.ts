/** Offsets (UTF-16 code units) ↔ lines and characters, with LF, CRLF and a lone CR each ending a line, as LSP counts. */

export interface Position {
  /** 0-based. */
  readonly line: number;
  /** 0-based, in UTF-16 code units. */
  readonly character: number;
}

export interface LineIndex {
  readonly lineCount: number;
  /** The line that the offset stands on; an offset inside or after a line break's first character still counts to the line it ends. */
  lineAt(offset: number): number;
  /** Where a line begins; the text's end for a line that does not exist. */
  lineStart(line: number): number;
  /** Where a line's characters end, before its line break. */
  lineEnd(line: number): number;
  /** Offsets outside the text are moved to its nearer end. */
  positionAt(offset: number): Position;
  /** A character beyond the end of its line means the end of the line; a line beyond the last means the end of the text. */
  offsetAt(position: Position): number;
}

const LF = 10;
const CR = 13;

/** Where each line begins; the first is always 0. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== LF && code !== CR) continue;
    if (code === CR && text.charCodeAt(i + 1) === LF) i++;
    starts.push(i + 1);
  }
  return starts;
}

export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);

  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const lineStart = (line: number): number => starts[Math.max(line, 0)] ?? text.length;

  const lineEnd = (line: number): number => {
    const next = starts[line + 1];
    if (next === undefined) return text.length;
    return text.charCodeAt(next - 1) === LF && text.charCodeAt(next - 2) === CR ? next - 2 : next - 1;
  };

  return {
    lineCount: starts.length,
    lineAt,
    lineStart,
    lineEnd,
    positionAt(offset) {
      const clamped = Math.min(Math.max(offset, 0), text.length);
      const line = lineAt(clamped);
      return { line, character: Math.min(clamped, lineEnd(line)) - lineStart(line) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min(lineStart(line) + Math.max(character, 0), lineEnd(line));
    },
  };
}
