/** Trailing spaces, and the bullets of lists. */
import type { Block, Notes } from '../../notes/model';
import type { LineIndex } from '../../notes/position';
import type { TextEdit } from '../../rules/finding';

/** Takes out the spaces at the ends of lines, but for the two that break a line in Markdown. Code and front matter are left alone. */
export function trailingSpaces({ text, blocks }: Notes, lines: LineIndex): TextEdit[] {
  const edits: TextEdit[] = [];
  const trim = (line: number, keepsBreak: boolean) => {
    const end = lines.lineEnd(line);
    const spaces = /[ \t]*$/.exec(text.slice(lines.lineStart(line), end))![0];
    const kept = keepsBreak && spaces.endsWith('  ') ? '  ' : '';
    if (spaces !== kept) edits.push({ start: end - spaces.length, end, newText: kept });
  };
  let done = -1;
  blocks.forEach((block, index) => {
    const [first, last] = [lines.lineAt(block.start), lines.lineAt(block.end)];
    for (let line = Math.max(first, done + 1); line <= last; line++) {
      // Code that goes on in the next line is prose's blank; what ends a block ends no line in the middle.
      if (line < last || block.prose.trim() !== '') trim(line, line < last);
    }
    done = Math.max(done, last);
    const next = blocks[index + 1];
    const until = next ? lines.lineAt(next.start) : lines.lineCount;
    const gap = text.slice(lines.lineEnd(last), next ? lines.lineStart(until) : text.length);
    if (gap.trim() !== '') return;
    for (let line = last + 1; line < until; line++) trim(line, false);
    done = Math.max(done, until - 1);
  });
  return edits;
}

const bullet = /^([-*+])([ \t]+)(?=[^\s*_+-])/;

/** Gives every list the bullet that most items of the notes have, and one space behind it. */
export function listMarkers({ text, blocks }: Notes): TextEdit[] {
  const found = blocks.flatMap((block) => {
    const match = block.kind === 'list-item' ? bullet.exec(text.slice(block.start, block.start + 12)) : null;
    return match ? [{ block, mark: match[1]!, space: match[2]! }] : [];
  });
  const usual = mostFrequent(found.map(({ mark }) => mark));
  return found.flatMap(({ block, mark, space }: { block: Block; mark: string; space: string }): TextEdit[] => {
    // Five columns of space begin code.
    const newSpace = space.length <= 4 && !space.includes('\t') ? ' ' : space;
    if (mark === usual && space === newSpace) return [];
    return [{ start: block.start, end: block.start + mark.length + space.length, newText: `${usual}${newSpace}` }];
  });
}

/** Of two that are as frequent, the one that comes first. */
function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
