/** Reads the name of a month. */
import { WORD } from './lexer';
import { is, type Source } from './run';
import { MONTH } from './words';

export interface MonthRead {
  readonly month: number;
  /** After the name and its full stop. */
  readonly next: number;
  /** Needs company to be a month. */
  readonly doubtful: boolean;
}

export function monthAt(source: Source, at: number): MonthRead | null {
  const { tokens } = source;
  const token = tokens[at];
  if (!token || token.kind !== WORD || !token.word || !(token.word.tags & MONTH)) return null;
  const short = token.end - token.start <= 4;
  let next = at + 1;
  let dotted = false;
  if (short && is(tokens[next], '.') && !tokens[next]!.spaced && token.word.value !== 5) {
    // "in Jan. The …" ends a sentence too: the stop stays with the month where the sentence goes on.
    const after = tokens[next + 1];
    if (after && after.sentence === token.sentence) {
      next++;
      dotted = true;
    }
  }
  return { month: token.word.value, next, doubtful: (token.word.doubtful === true && !dotted) || !token.capital };
}
