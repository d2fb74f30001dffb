/** What a length of time is counted from where that stands further up, or is left out. */
import { describe, expect, it } from 'vitest';
import { chapterOf, read } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import { judgeDates } from './judge-dates';
import { judgeOrder } from './judge-order';

const knowledge = createKnowledge([
  chapterOf({
    people: `
- { id: tostig, name: Osric Tostig, short: Tostig, gender: male, died: 1556-08 }
- { id: hereward, name: Giles Hereward, short: Hereward, gender: male, died: 1560-03 }
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
const order = (text: string) =>
  judgeOrder(read(text, knowledge)).flatMap(({ miss }) => (miss ? [`${miss.main.key} after ${miss.anchor.key}`] : []));
const missed = (text: string) =>
  judgeDates(read(text, knowledge)).flatMap(({ claim, miss }) =>
    miss ? [`${text.slice(claim.mention.start, claim.mention.end)}: ${miss.fact.key}`] : [],
  );

const expelled = 'Tostig was expelled from the Privy Chamber.';
const calm = 'The mood at court was grim. Nobody knew what was to come, and many were afraid.';

describe('an anchor further up', () => {
  it('is what was told last, where the sentences between only tell how things were', () => {
    expect(order(`${expelled} ${calm} Nine years later Hereward captured Scarfell.`)).toEqual([]);
    expect(order(`${expelled} ${calm} Two years later Hereward captured Scarfell.`)).toEqual(['siege after tostig-expelled']);
    expect(missed(`In 1541 ${expelled} ${calm} Nine years later Hereward captured Scarfell.`)).toEqual([]);
    expect(missed(`In 1541 ${expelled} ${calm} Two years later Hereward captured Scarfell.`)).toEqual(['Two years later: siege']);
  });

  it('is none where something else has happened since, or time has passed', () => {
    for (const between of [
      'The King went to Rome.',
      'There was a plague in York.',
      'He was in prison for seven years.',
      'The town was burnt.',
      `${calm} ${calm}`,
    ])
      expect(order(`${expelled} ${between} Two years later Hereward captured Scarfell.`)).toEqual([]);
  });

  it('may be pointed at', () => {
    expect(order(`${expelled} Two years after that Hereward captured Scarfell.`)).toEqual(['siege after tostig-expelled']);
    expect(order(`${expelled} Nine years after that Hereward captured Scarfell.`)).toEqual([]);
    expect(order(`${expelled} Two years after that meeting Hereward captured Scarfell.`)).toEqual([]);
  });
});

describe('"within"', () => {
  it('leaves less time, not more', () => {
    expect(order(`${expelled} Within two years Hereward captured Scarfell.`)).toEqual(['siege after tostig-expelled']);
    expect(order(`${expelled} Within ten years Hereward captured Scarfell.`)).toEqual([]);
    expect(order(`${expelled} Within twenty years Hereward captured Scarfell.`)).toEqual([]);
    expect(order('Within a month of the Kettering Rising came the siege of Scarfell.')).toEqual(['siege after rising']);
    expect(order('Within twenty years of the Kettering Rising came the siege of Scarfell.')).toEqual([]);
  });

  it('is of what is told', () => {
    expect(order(`${expelled} Within two years the Privy Chamber was empty.`)).toEqual([]);
    expect(order('Within a month of each other the Kettering Rising and the plague began.')).toEqual([]);
  });
});

describe('a name without its noun', () => {
  it('goes with the noun that was told last', () => {
    expect(order("Hereward's death came four years after Tostig's.")).toEqual([]);
    expect(order("Hereward's death came fifteen years after Tostig's.")).toEqual(['hereward/death after tostig/death']);
    expect(order("Hereward's death came before Tostig's.")).toEqual(['hereward/death after tostig/death']);
    expect(order("Tostig's death was a blow. A month later came Hereward's.")).toEqual(['hereward/death after tostig/death']);
    expect(order("Tostig's death was a blow. Four years later came Hereward's.")).toEqual([]);
  });

  it('is not one where a noun stands behind it', () => {
    expect(order("Hereward's death came fifteen years after Tostig's quarrel with him.")).toEqual([]);
    expect(order("Hereward's letter came fifteen years after Tostig's.")).toEqual([]);
  });
});

describe('a name and a distance behind a conjunction', () => {
  it('leave out the verb that the name before has', () => {
    expect(order('The Kettering Rising came first, and the siege of Scarfell two years later.')).toEqual(['siege after rising']);
    expect(order('The Kettering Rising came first, and the siege of Scarfell fifteen years later.')).toEqual([]);
  });

  it('tell nothing of when the two were where others have to do with them later', () => {
    expect(order('Tostig studied the Kettering Rising first, and the siege of Scarfell two years later.')).toEqual([]);
    expect(order('The Kettering Rising was forgotten, and the siege of Scarfell two years later.')).toEqual([]);
  });
});
