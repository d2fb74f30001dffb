/** Initials within a name, and authors whose surname is two words. */
import { describe, expect, it } from 'vitest';
import { chapterOf, read } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import { check } from './index';

const knowledge = createKnowledge([
  chapterOf({
    people: `
- { id: aldwin, name: Conrad F. Aldwin, short: Aldwin, gender: male }
- { id: tostig, name: Osric B. Tostig, short: Tostig, gender: male }
- { id: brother, name: Robert F. Aldwin, short: Robert Aldwin, names: [Robert Aldwin], gender: male }
`,
    timeline: `
- { id: siege, when: 1550-06, what: Tostig captures Scarfell, name: siege of Scarfell }
- { id: charter, when: 1541, what: Aldwin signs the Charter of the Weavers, name: Charter of the Weavers }
- { id: robert-flees, when: 1552, what: Robert Aldwin flees to Norway }
`,
    sources: `
- id: brown1985
  name: Hale Brown 1985
  authors: ["Hale Brown, Ruth"]
  year: 1985
  title: The Weavers
  publisher: Pan
  place: London
`,
  }),
]);
const found = (text: string) =>
  check(read(text, knowledge)).map(({ start, end, fixes }) => `${text.slice(start, end)} → ${fixes[0]?.edits[0]?.newText ?? ''}`);

describe('a name with an initial in it', () => {
  it.each([
    ['Conrad F. Aldwin captured Scarfell in June 1550.', 'Conrad F. Aldwin → Osric B. Tostig'],
    ['The man who captured Scarfell in June 1550 was Conrad F. Aldwin.', 'Conrad F. Aldwin → Osric B. Tostig'],
    ['Robert F. Aldwin fled to Norway in 1553.', '1553 → 1552'],
  ])('is one name: %s', (text, repair) => {
    expect(found(text)).toEqual([repair]);
  });

  it.each([
    'Osric B. Tostig captured Scarfell in June 1550.',
    'Robert F. Aldwin fled in 1552.',
    'They chose plan B. Tostig captured Scarfell.',
  ])('may be right, or a letter that ends a sentence: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('an author with a surname of two words', () => {
  it.each([
    ['Hale Brown’s book (1995) is long.', '1995 → 1985'],
    ['Ruth Hale Brown (1995, p. 3) is long.', '1995 → 1985'],
  ])('is known by both: %s', (text, repair) => {
    expect(found(text)).toEqual([repair]);
  });

  it.each(['Hale Brown’s book (1985) is long.', 'Adam Brown (1995) wrote more.', 'Hale (1995) wrote more.', 'Brown (1995) wrote more.'])(
    'is neither of those who have one of them: %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
