import { describe, expect, it } from 'vitest';
import { chapterOf, read, smallKnowledge } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import type { Knowledge } from '../reading/model';
import { parseEdtf } from '../time/index';
import { dateAgrees } from './date-agrees';
import { judgeDates } from './judge-dates';

/** Each date claim's words and the fact it misses, or null. */
function misses(text: string, knowledge: Knowledge = smallKnowledge): [string, string | null][] {
  return judgeDates(read(text, knowledge)).map(({ claim, miss }) => [
    text.slice(claim.mention.start, claim.mention.end),
    miss ? miss.fact.key : null,
  ]);
}
const missed = (text: string, knowledge?: Knowledge) =>
  misses(text, knowledge).flatMap(([words, key]) => (key ? [`${words}: ${key}`] : []));
const reasons = (text: string) => judgeDates(read(text)).map(({ reason }) => reason());
const date = (edtf: string, ...also: string[]) => ({
  value: parseEdtf(edtf)!,
  alternatives: also.map((other) => ({ value: parseEdtf(other)! })),
});

describe('a date claim', () => {
  it('that misses one fact by its date alone is a miss', () => {
    expect(missed('Tostig was expelled from the Privy Chamber in 1542.')).toEqual(['1542: tostig-expelled']);
    expect(missed('In March 1541 the Privy Chamber threw Tostig out.')).toEqual(['March 1541: tostig-expelled']);
    expect(missed('Hereward took Scarfell in 1551.')).toEqual(['1551: siege']);
    expect(missed('The fall of Scarfell in 1551 shook them all.')).toEqual(['1551: siege']);
  });

  it('that agrees is none', () => {
    expect(missed('Tostig was expelled from the Privy Chamber in February 1541.')).toEqual([]);
    expect(missed('Hereward took Scarfell in June 1550.')).toEqual([]);
  });

  it('that is vaguer or finer agrees', () => {
    expect(missed('Tostig was expelled from the Privy Chamber in 1541.')).toEqual([]);
    expect(missed('Tostig was expelled from the Privy Chamber on 3 February 1541.')).toEqual([]);
    expect(missed('Tostig was expelled from the Privy Chamber in the early 1540s.')).toEqual([]);
    expect(missed('Tostig was expelled from the Privy Chamber around 1542.')).toEqual([]);
    expect(missed('Tostig was expelled from the Privy Chamber in the sixteenth century.')).toEqual([]);
  });

  it.each([
    'Aldwin was expelled from the Privy Chamber in 1542.',
    'Tostig was expelled from the Northern Council in 1542.',
    'Tostig joined the Privy Chamber in 1542.',
    'Tostig went home in 1542.',
    'The weavers rose for the third time in 1542.',
  ])('about something else is none: %s', (text) => {
    expect(missed(text)).toEqual([]);
  });

  // What happened again is not the first time, and a stranger who does it makes it another event.
  it.each([
    'Tostig was expelled from the Privy Chamber again in 1542.',
    'Tostig was expelled from the Privy Chamber for a second time in 1542.',
    'Tostig was once more expelled from the Privy Chamber in 1542.',
    'Tostig was expelled by Mussolini in 1942.',
    'Tostig was expelled from Eton in 1542.',
  ])('about something else is none either: %s', (text) => {
    expect(missed(text)).toEqual([]);
  });

  it.each([
    'Was Tostig expelled from the Privy Chamber in 1542?',
    'Tostig was not expelled from the Privy Chamber in 1542.',
    'If Tostig had been expelled from the Privy Chamber in 1542, all were lost.',
    'My uncle claims that Tostig was expelled from the Privy Chamber in 1542.',
    '> Tostig was expelled from the Privy Chamber in 1542.',
    '“Tostig was expelled from the Privy Chamber in 1542,” she read.',
  ])('that is not asserted is none: %s', (text) => {
    expect(missed(text)).toEqual([]);
  });

  it.each(['by', 'before', 'after', 'until'])('said with “%s” is not judged as a day', (preposition) => {
    expect(missed(`Tostig was expelled from the Privy Chamber ${preposition} 1542.`)).toEqual([]);
  });

  it('says on what it rests, or why it is silent', () => {
    expect(reasons('Tostig was expelled from the Privy Chamber in 1542.')[0]).toMatch(/misses tostig-expelled/);
    expect(reasons('Tostig was not expelled from the Privy Chamber in 1542.')[0]).toMatch(/not asserted: negation/);
    expect(reasons('The weather was fine in 1542.')[0]).toMatch(/no fact/);
    expect(reasons('By 1542 Tostig was gone.')[0]).toMatch(/said as "by"/);
  });
});

describe('several dates and events', () => {
  it('are paired clause by clause', () => {
    const [first, second] = ['Tostig was expelled from the Privy Chamber in 1541', 'Hereward took Scarfell in 1550'];
    expect(missed(`${first}, and ${second}.`)).toEqual([]);
    expect(missed(`${first.replace('1541', '1542')}, and ${second}.`)).toEqual(['1542: tostig-expelled']);
    expect(missed(`${first}, and ${second.replace('1550', '1551')}.`)).toEqual(['1551: siege']);
  });

  it('are not held against a fact that another date of the sentence satisfies', () => {
    expect(missed('In 1541 Tostig was expelled from the Privy Chamber, not in 1542.')).toEqual([]);
    expect(missed('In 1542, a year after Tostig was expelled from the Privy Chamber in 1541, all was quiet.')).toEqual([]);
  });

  it('blame one date for one fact', () => {
    expect(missed('Hereward took Scarfell in 1551, in 1552.').length).toBeLessThanOrEqual(1);
  });

  it('that two facts share decide for neither', () => {
    expect(missed('The weavers rose in 1540.')).toEqual([]);
  });

  it('decide for neither where the number may be the slip', () => {
    expect(missed('The first rising of the weavers came in 1545.')).toEqual([]);
  });
});

it('a date of a clause that tells something else is not that of the next', () => {
  expect(missed('He rode home in 1549, and Hereward took Scarfell.')).toEqual([]);
  expect(missed('She wept in 1549, and Hereward took Scarfell.')).toEqual([]);
});

describe('an anchor', () => {
  it('gives the year from the timeline line above', () => {
    expect(missed('- 1541 Jan: Aldwin waits\n- Mar: Tostig is expelled from the Privy Chamber')).toEqual(['Mar: tostig-expelled']);
    expect(missed('- 1541 Jan: Aldwin waits\n- Feb: Tostig is expelled from the Privy Chamber')).toEqual([]);
  });

  it('from far up is not leant on', () => {
    expect(missed('In 1545 all was quiet.\n\nIn February Tostig was expelled from the Privy Chamber.')).toEqual([]);
  });

  it('that is an event of the chapter leaves a relative date unjudged, or right', () => {
    expect(missed('Two years after the fall of Scarfell, in 1552, Aldwin lost his post.')).toEqual([]);
  });
});

describe('agreement', () => {
  const claimed = (edtf: string) => parseEdtf(edtf)!.spans;

  it('is any day in common', () => {
    expect(dateAgrees(date('1541-02'), claimed('1541'))).toBe(true);
    expect(dateAgrees(date('1541'), claimed('1541-02-03'))).toBe(true);
    expect(dateAgrees(date('1541-02'), claimed('1541-03'))).toBe(false);
  });

  it('is with any of the values that serious books give', () => {
    expect(dateAgrees(date('1541', '1539'), claimed('1539'))).toBe(true);
    expect(dateAgrees(date('1541', '1539'), claimed('1540'))).toBe(false);
  });

  it('is in both calendars', () => {
    const russia = createKnowledge([
      chapterOf({
        chapter: 'id: russia\ntitle: Russia\ncalendars:\n  - { calendar: julian, until: 1918-02-14 }\n',
        people: '- { id: tostig, name: Osric Tostig, short: Tostig }\n',
        timeline:
          '- { id: palace, when: { date: 1917-10-25, calendar: julian }, what: Tostig storms the Palace, name: storming of the Palace }\n',
      }),
    ]);
    expect(missed('Tostig stormed the Palace on 25 October 1917.', russia)).toEqual([]);
    expect(missed('Tostig stormed the Palace on 7 November 1917.', russia)).toEqual([]);
    expect(missed('Tostig stormed the Palace on 7 October 1917.', russia)).toEqual(['7 October 1917: palace']);
  });
});
