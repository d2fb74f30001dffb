import { describe, expect, it } from 'vitest';
import { chapterOf, read } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import { check } from './index';

const knowledge = createKnowledge([
  chapterOf({
    people: `
- { id: aldwin, name: Conrad Aldwin, short: Aldwin, gender: male, offices: [{ title: Master of the Cloth League, of: league, from: 1541-02, to: 1548, sole: true }] }
- { id: tostig, name: Osric Tostig, short: Tostig, gender: male, offices: [{ title: Master of the Cloth League, of: league, from: 1548, to: 1555, sole: true }] }
- { id: hereward, name: Giles Hereward, short: Hereward, gender: male, offices: [{ title: Marshal of the North, of: north, from: 1543, to: 1550, sole: true }] }
- { id: rede, name: Hugh Rede, short: Rede, gender: male, offices: [{ title: Marshal of the North, of: north, from: 1550, to: 1556, sole: true }] }
`,
    terms: '- { id: league, kind: body, name: Cloth League }\n- { id: north, kind: body, name: Northern Council }\n',
    timeline: '- { id: league-founded, when: 1541-02, what: Aldwin founds the Cloth League, name: foundation of the Cloth League }\n',
  }),
]);
const found = (text: string) => check(read(text, knowledge)).map(({ code, fixes }) => `${code} ${fixes[0]?.title ?? ''}`);

describe('the first holder of an office', () => {
  it.each(['Hereward became the first Master of the Cloth League.', 'Tostig was the first Master of the Cloth League.'])(
    'is known from the foundation: %s',
    (text) => {
      expect(found(text)).toEqual([expect.stringMatching(/^wrong-person Change to .*Aldwin$/)]);
    },
  );

  it.each([
    'Aldwin became the first Master of the Cloth League.',
    'Tostig became Master of the Cloth League.',
    'Tostig was the first Master of the Cloth League to visit the north.',
    'Hereward was not the first Master of the Cloth League.',
    'Rede was the first Marshal of the North.',
  ])('is no other’s where that is not said or not known: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
