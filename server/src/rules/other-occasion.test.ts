import { describe, expect, it } from 'vitest';
import { chapterOf, read } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import { judgeDates } from './judge-dates';

const knowledge = createKnowledge([
  chapterOf({
    chapter: 'id: marches\ntitle: Marches\n',
    people: '- { id: tostig, name: Osric Tostig, short: Tostig, died: 1545-06-03 }\n- { id: aldwin, name: Aldwin Rede, short: Aldwin }\n',
    terms:
      '- { id: vale, kind: place, name: Greenvale }\n' +
      '- { id: league, kind: body, name: Cloth League }\n' +
      '- { id: eastmark, kind: state, name: Eastmark }\n',
    timeline:
      '- { id: greenvale, when: 1541-02, what: Aldwin occupies Greenvale, name: occupation of Greenvale }\n' +
      '- { id: treaty, when: 1542-05, what: Aldwin signs the Treaty of Scarfell, name: Treaty of Scarfell }\n' +
      '- { id: eastmark-joins, when: 1544-05, what: Eastmark joins the Cloth League }\n' +
      '- { id: tostig-killed, when: 1545-06-03, what: A weaver murders Tostig, name: murder of Tostig }\n' +
      '- { id: crash, when: 1547-10, what: The cloth market crashes, name: Cloth Crash }\n',
  }),
]);
const missed = (text: string) =>
  judgeDates(read(`---\nchapter: marches\n---\n\n${text}`, knowledge)).flatMap(({ miss }) => (miss ? [miss.fact.key] : []));

describe('a date of the fact itself', () => {
  it.each([
    ['Aldwin occupied Greenvale in February 1543.', 'greenvale'],
    ['The occupation of Greenvale in February 1543 began it all.', 'greenvale'],
    ['Aldwin signed the Treaty of Scarfell in May 1544.', 'treaty'],
    ['The Treaty of Scarfell of May 1544 was a bad one.', 'treaty'],
    ['Eastmark joined the Cloth League in May 1546.', 'eastmark-joins'],
    ['The crash of October 1549 ruined them.', 'crash'],
    ['- Aldwin: a clerk, later the Treaty of Scarfell (1544)', 'treaty'],
  ])('is judged: %s', (text, key) => {
    expect(missed(text)).toEqual([key]);
  });
});

describe('a date of another occasion', () => {
  it.each([
    '- **Aldwin**: Treaty of Scarfell, later a judge (1547–51)',
    '- Aldwin – occupation of Greenvale, then a candidate for the League (1548)',
    '- Aldwin: Treaty of Scarfell, earlier a clerk (1530–38)',
    'The occupation of Greenvale was planned in February 1540.',
    'Aldwin planned the occupation of Greenvale in February 1540.',
    'Aldwin threatened to occupy Greenvale in February 1540.',
    'In February 1540 the talk was of preparations for the occupation of Greenvale.',
  ])('on which it is only meant is none: %s', (text) => {
    expect(missed(text)).toEqual([]);
  });

  it.each([
    'The anniversary of the occupation of Greenvale was kept in February 1543.',
    'The occupation of Greenvale was commemorated in February 1543.',
  ])('on which it is only looked back upon is none: %s', (text) => {
    expect(missed(text)).toEqual([]);
  });

  it.each([
    'The Treaty of Scarfell was broken in May 1544.',
    'The Treaty of Scarfell came into force in May 1543.',
    'The Council rejected the Treaty of Scarfell in May 1543.',
    'The Treaty of Scarfell was ratified in May 1543.',
  ])('on which another thing befell it is none: %s', (text) => {
    expect(missed(text)).toEqual([]);
  });

  it('on which nobody was killed is none', () => {
    expect(missed('A weaver shot at Tostig in June 1543 and only wounded him.')).toEqual([]);
  });

  it('on which others did it is none', () => {
    expect(missed('Northby + Southby had joined the Cloth League already in 1541.')).toEqual([]);
  });

  it('of several is none', () => {
    expect(missed('Aldwin occupied Greenvale for the first time in February 1539.')).toEqual([]);
  });
});
