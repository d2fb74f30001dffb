/** What a writer at work does to a text, made up but the same in every run. */
import { seeded } from './random';

/** UTF-16 offsets, the end exclusive. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const applyEdit = (text: string, { start, end, text: written }: Edit): string => text.slice(0, start) + written + text.slice(end);

/** One-word edits, endlessly, anywhere in the text but its front matter: in each, a word gives way to another word of the text. `textNow` is the text as the last edit left it. */
export function* wordEdits(text: string): Generator<Edit, never, string> {
  const random = seeded(1);
  const words = [...new Set(text.match(/\p{L}{4,}/gu) ?? [])];
  if (words.length === 0) throw new Error('there is no word to edit');
  let textNow = text;
  for (;;) {
    const first = textNow.startsWith('---\n') ? textNow.indexOf('\n---\n', 3) + 5 : 0;
    const from = first + random.below(textNow.length - first);
    // The next long word from there on, or the first of the text.
    const found = wordAt(textNow, from) ?? wordAt(textNow, first);
    if (!found) throw new Error('there is no word to edit');
    textNow = yield { ...found, text: random.of(words) };
  }
}

function wordAt(text: string, from: number): { start: number; end: number } | null {
  const pattern = /(?<!\p{L})\p{L}{4,}/gu;
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}
