/** Lengths of time for which somebody held an office, or something lasted. */
import { describe, expect, it } from 'vitest';
import { chapterOf, read } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import { judgeOfficeLengths } from './office-lengths';
import { judgePeriodLengths } from './period-lengths';

const knowledge = createKnowledge([
  chapterOf({
    people: `
- id: aldwin
  name: Conrad Aldwin
  short: Aldwin
  gender: male
  offices:
    - { title: Lord Treasurer, from: 1540-03, to: 1552-09, sole: true }
- id: edgar
  name: King Edgar
  short: Edgar
  gender: male
  offices:
    - { title: King of the Isles, from: 1530, to: 1538-05, sole: true }
    - { title: Warden of the North, from: 1520, to: 1522 }
    - { title: Warden of the North, from: 1525, to: 1529 }
- { id: tostig, name: Osric Tostig, short: Tostig, gender: male }
`,
    terms: `
- { id: northern-league, name: Northern League, kind: group, when: 1546-07/1549-07, members: [tostig] }
- { id: old-peace, name: Old Peace, kind: policy, when: { date: 1531/1540, note: The books differ. } }
`,
    timeline: `
- { id: war, when: 1544/1547, what: The lords fight a war, name: Lords' War }
- { id: siege, when: 1550-06-05/1550-06-12, what: The lords besiege Scarfell, name: siege of Scarfell }
`,
  }),
]);
const reading = (text: string) => read(text, knowledge);
const held = (text: string) => {
  const all = reading(text);
  return judgeOfficeLengths(all, all.sentences).map(({ amount, tenure }) => `${text.slice(amount.start, amount.end)}: ${tenure.title}`);
};
const lasted = (text: string) => {
  const all = reading(text);
  return judgePeriodLengths(all, all.sentences).map(({ amount, fact }) => `${text.slice(amount.start, amount.end)}: ${fact.id}`);
};

describe('how long somebody held an office', () => {
  it.each([
    [(time: string) => `Aldwin was Lord Treasurer for ${time}.`],
    [(time: string) => `For ${time} Aldwin was Lord Treasurer.`],
    [(time: string) => `Aldwin served ${time} as Lord Treasurer.`],
    [(time: string) => `Aldwin remained Lord Treasurer for ${time}.`],
    [(time: string) => `After ${time} as Lord Treasurer, Aldwin was tired.`],
    [(time: string) => `Aldwin's ${time} as Lord Treasurer were hard.`],
    [(time: string) => `Aldwin was old. For ${time} he was Lord Treasurer.`],
    [(time: string) => `Aldwin's treasurership lasted ${time}.`],
  ])('%s', (told) => {
    expect(held(told('twelve years'))).toEqual([]);
    // Who counts the first and the last year has thirteen.
    expect(held(told('thirteen years'))).toEqual([]);
    expect(held(told('thirty years'))).toEqual(['thirty years: Lord Treasurer']);
    expect(held(told('four years'))).toEqual(['four years: Lord Treasurer']);
  });

  it('may be told by a noun', () => {
    expect(held("King Edgar's reign lasted eight years.")).toEqual([]);
    expect(held("King Edgar's reign lasted twenty years.")).toEqual(['twenty years: King of the Isles']);
    expect(held("King Edgar's reign of twenty years was hard.")).toEqual(['twenty years: King of the Isles']);
    expect(held("King Edgar's illness lasted twenty years.")).toEqual([]);
  });

  it('may be a part of it, or be that of another', () => {
    expect(held('Aldwin had been Lord Treasurer for four years.')).toEqual([]);
    expect(held('Aldwin was Lord Treasurer for four years under King Edgar.')).toEqual([]);
    expect(held('For four years Aldwin was only Lord Treasurer.')).toEqual([]);
    expect(held('Aldwin was Lord Treasurer for another four years.')).toEqual([]);
    expect(held('In 1544 Aldwin was Lord Treasurer for four years.')).toEqual([]);
    expect(held('Aldwin was not Lord Treasurer for thirty years.')).toEqual([]);
    expect(held('Tostig was Lord Treasurer for thirty years.')).toEqual([]);
    expect(held('Aldwin was deputy Lord Treasurer for thirty years.')).toEqual([]);
    expect(held('For thirty years Aldwin was the friend of the Lord Treasurer.')).toEqual([]);
    expect(held('King Edgar was Warden of the North for twenty years.')).toEqual([]);
  });
});

describe('how long something lasted', () => {
  it('is judged by the two ends that the chapter gives', () => {
    for (const told of [
      (time: string) => `The Northern League lasted ${time}.`,
      (time: string) => `The Northern League lasted for only ${time}.`,
      (time: string) => `The Northern League, which existed for ${time}, was weak.`,
      (time: string) => `Nobody was glad, but the Northern League went on for ${time}.`,
    ]) {
      expect(lasted(told('three years'))).toEqual([]);
      expect(lasted(told('nine years'))).toHaveLength(1);
      expect(lasted(told('six months'))).toHaveLength(1);
    }
    expect(lasted('The siege of Scarfell lasted a week.')).toEqual([]);
    expect(lasted('The siege of Scarfell lasted eight days.')).toEqual([]);
    expect(lasted('The siege of Scarfell lasted a year.')).toEqual(['a year: siege']);
  });

  it('is left alone where something else lasted, or only a part, or the ends are in doubt', () => {
    expect(lasted('The members of the Northern League lasted nine years.')).toEqual([]);
    expect(lasted('The Northern League lasted six months in the south.')).toEqual([]);
    expect(lasted('The Northern League lasted another six months.')).toEqual([]);
    expect(lasted('The Northern League had lasted six months.')).toEqual([]);
    expect(lasted('The Old Peace lasted two years.')).toEqual([]);
    expect(lasted('The Northern League could have lasted nine years.')).toEqual([]);
  });
});
