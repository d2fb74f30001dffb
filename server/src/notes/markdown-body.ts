/** Markdown's tree of a stretch of text, and the way back from its offsets to those of the text. */
import type { Tree } from '@lezer/common';
import { hidePipes } from './blocks';
import { blockParser } from './markdown';

/** `base` is where the stretch begins in the text. */
export function parseBody(stretch: string, base: number): { readonly tree: Tree; readonly place: (offset: number) => number } {
  const { body, place } = withLineFeeds(stretch, base);
  return { tree: blockParser.parse(hidePipes(body)), place };
}

/** The text with each line break as one line feed, as the Markdown parser wants it, and the way back to offsets in the original. */
function withLineFeeds(text: string, base: number): { body: string; place: (offset: number) => number } {
  if (!text.includes('\r')) return { body: text, place: (offset) => base + offset };
  /** Offsets, in the result, of the line feeds that were two characters. */
  const pairs: number[] = [];
  const body = text.replace(/\r\n?/g, (found, offset: number) => {
    if (found.length === 2) pairs.push(offset - pairs.length);
    return '\n';
  });
  const pairsBefore = (offset: number): number => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { body, place: (offset) => base + offset + pairsBefore(offset) };
}
