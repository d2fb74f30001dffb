/** Dates that are said to be the time of something, and what something is called between a subject and its verb. */
import { describe, expect, it } from 'vitest';
import { chapterOf, read } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import { judgeDates } from './judge-dates';

const knowledge = createKnowledge([
  chapterOf({
    people: `
- { id: tostig, name: Osric Tostig, short: Tostig, gender: male }
`,
    terms: `
- { id: privy-chamber, name: Privy Chamber, kind: body }
`,
    timeline: `
- { id: rising, when: 1535, what: The weavers rise in Kettering, name: Kettering Rising, names: [Weavers' Revolt] }
- { id: tostig-expelled, when: 1541-02, what: Tostig is expelled from the Privy Chamber }
`,
  }),
]);
const missed = (text: string) =>
  judgeDates(read(text, knowledge)).flatMap(({ claim, miss }) =>
    miss ? [`${text.slice(claim.mention.start, claim.mention.end)}: ${miss.fact.key}`] : [],
  );

describe('a date that is said to be the time of something', () => {
  it.each([
    [(year: string) => `${year} is remembered as the year of the Kettering Rising.`],
    [(year: string) => `${year} went down in history as the year of the Kettering Rising.`],
    [(year: string) => `Historians describe ${year} as the year of the Kettering Rising.`],
    [(year: string) => `The troubles of ${year}, known as the Kettering Rising, were soon forgotten.`],
    [(year: string) => `The Kettering Rising, often described as a turning point, came in ${year}.`],
  ])('%s', (told) => {
    expect(missed(told('1535'))).toEqual([]);
    expect(missed(told('1539'))).toEqual(['1539: rising']);
  });

  it('may be told by a clause', () => {
    expect(missed('1541 is remembered as the year in which Tostig was expelled from the Privy Chamber.')).toEqual([]);
    expect(missed('1545 is remembered as the year in which Tostig was expelled from the Privy Chamber.')).toEqual([
      '1545: tostig-expelled',
    ]);
    expect(missed('1545 is known as the year when Tostig was expelled from the Privy Chamber.')).toEqual(['1545: tostig-expelled']);
  });

  it('is not that of the memory', () => {
    expect(missed('In 1539 the Kettering Rising was remembered as a triumph.')).toEqual([]);
    expect(missed('The Kettering Rising was described in 1539 as the work of fools.')).toEqual([]);
    expect(missed('1539 is remembered as the year of the memorial to the Kettering Rising.')).toEqual([]);
    expect(missed('In 1539, remembered as the year of the great frost, many spoke of the Kettering Rising.')).toEqual([]);
    expect(missed('The poem of 1539, described as an answer to the Kettering Rising, is lost.')).toEqual([]);
  });
});
