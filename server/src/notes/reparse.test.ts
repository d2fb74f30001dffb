/** Parsing again what an edit has touched gives what parsing the whole gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, edit, edited } from '../../../test/support/edits';
import { essays } from '../../../test/support/essays';
import { parseNotes } from './index';

const texts = [
  ...essays.map(({ text }) => text),
  essays[0]!.text.replaceAll('\n', '\r\n'),
  '---\nchapter: stalins-rise\n---\n\n# One\n\nA label:\n- first\n\n  its own paragraph\n\n- second\n\nPlain.\n\n## Two\n\n```\ncode\n\n# no heading\n```\n\n> quoted\n> # heading\n\nMore.\n\n| a | b |\n| --- | --- |\n| [[NEP|x]] | y |\n\n[^1]: a note\n\n    goes on\n\n<!-- history-notes-disable -->\n\nSaid @Lenin.\n\n<!-- history-notes-enable -->\n\nTitle\n=====\n\nEnd [@service2005, p. 5] *here*.\n',
];

describe('notes that start from those before', () => {
  it.each(texts.map((text, index) => [index, text] as const))('equal new ones after any edits of text %i', (_, text) => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 30 }), (edits: readonly Edit[]) => {
        let notes = parseNotes(text);
        for (const each of edits) {
          const now = edited(notes.text, each);
          notes = parseNotes(now, notes);
          expect(notes, now).toEqual(parseNotes(now));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('keep the blocks above the edit', () => {
    const before = parseNotes('One.\n\nTwo.\n\nThree.\n\nFour.\n');
    const after = parseNotes(before.text.replace('Three', 'Thre'), before);
    expect(after.blocks[0]).toBe(before.blocks[0]);
  });
});
