/** Random edits of notes, as a writer makes them: words and letters typed and deleted, lines parted and joined, marks half typed, passages moved. */
import fc from 'fast-check';

/** One edit, by places as shares of the text's length, so that it fits any text. */
export interface Edit {
  readonly at: number;
  /** How many UTF-16 units are deleted. */
  readonly deleted: number;
  readonly typed: string;
  /** A passage of the text, by its own place and length, that is pasted after what is typed. */
  readonly pasted?: { readonly from: number; readonly length: number };
  /** Snap to the start of a line. */
  readonly atLineStart: boolean;
}

const typed = fc.oneof(
  fc.constantFrom('a', 'e', ' ', '.', ',', '\n', '\n\n', ':', '?', "'s", '’', '-', '\r\n', '"'),
  fc.constantFrom('# ', '## ', '### ', '- ', '  - ', '> ', '| ', '1. ', '\n---\n', '```\n', '<!-- ', '[[', '@', '*', '**', '[@'),
  fc.constantFrom('1924', 'in May 1925', '5/13/1925', '25.12.1922', 'Dec', 'two years later', '1924–29', 'the next day', '- 1922 Apr: '),
  fc.constantFrom('Lenin', 'Stalin', 'he ', 'They', 'Kamanev', 'Ivan Kamanev', 'the Party', 'Zin. ', 'Robespierre', 'died', 'was expelled'),
  fc.constantFrom('When did he die?\n\n', 'Key dates:\n', '## 1923\n', '## Congresses\n', '- 10th (March 1921)\n', 'Not ', 'If ', '\n\n\n'),
);

export const edit: fc.Arbitrary<Edit> = fc.record(
  {
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    deleted: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 12 }) },
      fc.integer({ max: 400, min: 12 }),
    ),
    typed: fc.oneof({ weight: 5, arbitrary: typed }, fc.constant('')),
    atLineStart: fc.boolean(),
    pasted: fc.record({ from: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.integer({ min: 1, max: 300 }) }),
  },
  { requiredKeys: ['at', 'deleted', 'typed', 'atLineStart'] },
);

export function edited(text: string, { at, deleted, typed: own, pasted, atLineStart }: Edit): string {
  const place = Math.floor(at * text.length);
  const start = atLineStart ? text.lastIndexOf('\n', place) + 1 : place;
  const from = pasted ? Math.floor(pasted.from * text.length) : 0;
  const passage = pasted ? text.slice(from, from + pasted.length) : '';
  return text.slice(0, start) + own + passage + text.slice(start + deleted);
}
