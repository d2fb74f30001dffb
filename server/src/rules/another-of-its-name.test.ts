/** Names that the chapter has for one event and the text gives to another: one more of that name, one with a longer name, the place that it is called after. */
import { describe, expect, it } from 'vitest';
import { chapterOf, read } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import { judgeDates } from './judge-dates';

const knowledge = createKnowledge([
  chapterOf({
    people: '- { id: aldwin, name: Conrad Aldwin, short: Aldwin }\n',
    timeline:
      '- { id: salt-act-1541, when: 1541-02-09, what: Aldwin signs the Salt Act of 1541, name: Salt Act of 1541 }\n' +
      '- { id: salt-act-1548, when: 1548-07-02, what: Aldwin signs the Salt Act of 1548, name: Salt Act of 1548, names: [Salt Act] }\n' +
      '- { id: scarfell-riot, when: 1545-09-24, what: Aldwin sends horsemen to Scarfell Bridge, name: Scarfell Bridge riot, names: [Scarfell Bridge], where: Scarfell Bridge }\n',
  }),
]);
const missed = (text: string) =>
  judgeDates(read(`---\nchapter: small\n---\n\n${text}`, knowledge)).flatMap(({ miss }) => (miss ? [miss.fact.key] : []));

describe('a wrong date of an event with a name that others share', () => {
  it.each([
    ['Aldwin signed the Salt Act in July 1549.', 'salt-act-1548'],
    ['The Salt Act of July 1546 was a bad law.', 'salt-act-1548'],
    ['- 1549 Jul: Salt Act', 'salt-act-1548'],
    ['The riot at Scarfell Bridge came in September 1546.', 'scarfell-riot'],
    ['- **1546 Sep:** Scarfell Bridge', 'scarfell-riot'],
    ['Scarfell Bridge shook the land in September 1546.', 'scarfell-riot'],
  ])('is found: %s', (text, key) => {
    expect(missed(text)).toEqual([key]);
  });
});

describe('a right date of another event of that name', () => {
  it.each([
    'The Salt Act of February 1541 was a bad law.',
    'In February 1541 the first Salt Act was signed.',
    '- **1541**\n- **9 Feb:** first Salt Act (two lines long)',
    'In 1550 there was another Salt Act.',
    'A new Salt Act was signed in 1551.',
    'The earlier Salt Act (1541) was weak.',
    '- 1550: a Salt Act',
  ])('is none of the chapter’s later one: %s', (text) => {
    expect(missed(text)).toEqual([]);
  });
});

describe('the place that an event is called after', () => {
  it.each([
    'In 1546 Scarfell Bridge closed its mills.',
    '- **1546–47:** Scarfell Bridge just closes its mills',
    '- **1547:** Scarfell Bridge mills reopen',
    'Scarfell Bridge chose a new mayor in 1547.',
    '- **1587:** Scarfell Bridge remembers the horsemen',
  ])('has dates of its own: %s', (text) => {
    expect(missed(text)).toEqual([]);
  });
});
