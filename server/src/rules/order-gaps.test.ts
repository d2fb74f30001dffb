/** Lengths of time between two events, and dates that something had to wait for. */
import { describe, expect, it } from 'vitest';
import { chapterOf, read } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import { judgeDates } from './judge-dates';
import { judgeOrder } from './judge-order';

const knowledge = createKnowledge([
  chapterOf({
    people: `
- { id: aldwin, name: Conrad Aldwin, short: Aldwin, gender: male }
- { id: tostig, name: Osric Tostig, short: Tostig, gender: male }
- { id: hereward, name: Giles Hereward, short: Hereward, gender: male }
`,
    terms: `
- { id: privy-chamber, name: Privy Chamber, kind: body }
- { id: northern-council, name: Northern Council, kind: body }
`,
    timeline: `
- { id: rising, when: 1535, what: The weavers rise in Kettering, name: Kettering Rising }
- { id: tostig-expelled, when: 1541-02, what: Tostig is expelled from the Privy Chamber }
- { id: hereward-expelled, when: 1547-09, what: Hereward is expelled from the Northern Council }
- { id: siege, when: 1550-06, what: Hereward captures Scarfell, name: siege of Scarfell }
`,
  }),
]);
const wrong = (text: string) =>
  judgeOrder(read(text, knowledge)).flatMap(({ link, miss }) =>
    miss && link.amount ? [`${text.slice(link.amount.start, link.amount.end)}: ${miss.anchor.key} to ${miss.main.key}`] : [],
  );
const missed = (text: string) =>
  judgeDates(read(text, knowledge)).flatMap(({ claim, miss }) =>
    miss ? [`${text.slice(claim.mention.start, claim.mention.end)}: ${miss.fact.key}`] : [],
  );

describe('a length of time between two events', () => {
  const between = 'the Kettering Rising and the siege of Scarfell';

  it.each([
    [(time: string) => `${time} passed between ${between}.`],
    [(time: string) => `${time} had gone by between ${between}.`],
    [(time: string) => `Between ${between} ${time} passed.`],
    [(time: string) => `There were ${time} between ${between}.`],
    [(time: string) => `The gap between ${between} was ${time}.`],
    [(time: string) => `A gap of ${time} separates ${between.replace(' and', ' from')}.`],
    [(time: string) => `${time} separated ${between.replace(' and', ' from')}.`],
    [(time: string) => `The siege of Scarfell and the Kettering Rising were separated by ${time}.`],
    [(time: string) => `The siege of Scarfell was separated from the Kettering Rising by ${time}.`],
    [(time: string) => `It took ${time} to get from ${between.replace(' and', ' to')}.`],
    [(time: string) => `From ${between.replace(' and', ' to')} it took ${time}.`],
  ])('%s', (told) => {
    expect(wrong(told('fifteen years'))).toEqual([]);
    expect(wrong(told('four years'))).toHaveLength(1);
  });

  it('is none where the time is that of something else between them', () => {
    expect(wrong(`Between ${between} Aldwin spent two years in Rome.`)).toEqual([]);
    expect(wrong(`Between ${between} there was a truce of two years.`)).toEqual([]);
    expect(wrong(`It took two years to build the road from the siege of Scarfell to the sea.`)).toEqual([]);
    expect(wrong(`He was separated from his wife by two years of war between ${between}.`)).toEqual([]);
  });
});

describe('the time that passed before an event', () => {
  const first = 'In 1541 Tostig was expelled from the Privy Chamber.';

  it('is counted from what was told before', () => {
    for (const told of [
      (time: string) => `${time} passed before Hereward was expelled from the Northern Council.`,
      (time: string) => `It took ${time} for Hereward to be expelled from the Northern Council.`,
      (time: string) => `It was ${time} before Hereward was expelled from the Northern Council.`,
      (time: string) => `${time} went by before Hereward was expelled from the Northern Council.`,
    ]) {
      expect(wrong(`${first} ${told('six years')}`)).toEqual([]);
      expect(wrong(`${first} ${told('two years')}`)).toHaveLength(1);
    }
  });

  it('is counted from what "after" has behind it', () => {
    expect(wrong('After Tostig was expelled from the Privy Chamber, two years went by before Hereward captured Scarfell.')).toHaveLength(1);
    expect(wrong('After Tostig was expelled from the Privy Chamber, nine years went by before Hereward captured Scarfell.')).toEqual([]);
  });

  it('is not judged where nothing told before has a date, or it is not said to pass', () => {
    expect(wrong('The court was bored. Two years passed before Hereward was expelled from the Northern Council.')).toEqual([]);
    expect(wrong(`${first} He passed two years at home before Hereward was expelled from the Northern Council.`)).toEqual([]);
    expect(wrong(`${first} It took the mason two years to mend the roof.`)).toEqual([]);
    expect(wrong(`${first} It took 21 months before Hereward, Aldwin and Tostig spoke.`)).toEqual([]);
  });
});

describe('"until"', () => {
  it('says when, behind what took so long or had to wait', () => {
    expect(missed('It took until 1553 for Hereward to be expelled from the Northern Council.')).toEqual(['1553: hereward-expelled']);
    expect(missed('It took until 1547 for Hereward to be expelled from the Northern Council.')).toEqual([]);
    expect(missed('The siege of Scarfell had to wait until 1556.')).toEqual(['1556: siege']);
    expect(missed('The siege of Scarfell had to wait until 1550.')).toEqual([]);
  });

  it('else says how long', () => {
    expect(missed('Hereward was expelled from the Northern Council until 1553.')).toEqual([]);
    expect(missed('Hereward had to wait until 1553 for his pardon.')).toEqual([]);
    expect(missed('The siege of Scarfell went on. It took until 1556 for the town to be rebuilt.')).toEqual([]);
  });
});
