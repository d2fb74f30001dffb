/** Turns offsets into lines and characters as editors count them: from 0, lines ended by \n, \r\n or \r. */
import type { PositionEncoding } from '../model';

export class Lines {
  private readonly starts: number[] = [0];

  constructor(
    private readonly text: string,
    private readonly encoding: PositionEncoding = 'utf-16',
  ) {
    for (const end of text.matchAll(/\r\n?|\n/g)) this.starts.push(end.index + end[0].length);
  }

  position(offset: number): { line: number; character: number } {
    const within = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= within) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: countUnits(this.text, this.starts[low]!, within, this.encoding) };
  }
}

/** How many units of an encoding the text between two UTF-16 offsets takes. */
export function countUnits(text: string, start: number, end: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return end - start;
  let units = 0;
  for (let at = start; at < end; at++) units += unitsAt(text, at, encoding);
  return units;
}

/** What the UTF-16 unit at an offset adds; a pair counts whole at its first half. */
export function unitsAt(text: string, offset: number, encoding: Exclude<PositionEncoding, 'utf-16'>): number {
  const unit = text.charCodeAt(offset);
  const second = unit >= 0xdc00 && unit < 0xe000 && isFirst(text.charCodeAt(offset - 1));
  if (second) return 0;
  if (encoding === 'utf-32' || unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  const next = text.charCodeAt(offset + 1);
  // Half a pair alone is sent as U+FFFD: three bytes.
  return isFirst(unit) && next >= 0xdc00 && next < 0xe000 ? 4 : 3;
}

const isFirst = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
