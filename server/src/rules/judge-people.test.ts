import { describe, expect, it } from 'vitest';
import { chapterOf, read } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import { judgeHolders } from './judge-holders';
import { judgePeople } from './judge-people';

const court = createKnowledge([
  chapterOf({
    people: `
- id: aldwin
  name: Conrad Aldwin
  short: Aldwin
  gender: male
  epithets: [the old fox]
  offices:
    - { title: Lord Treasurer, from: 1540, to: 1552, sole: true }
- { id: tostig, name: Osric Tostig, short: Tostig, gender: male }
- { id: hereward, name: Giles Hereward, short: Hereward, gender: male, offices: [{ title: leader of the Northern Council, of: northern-council, sole: true }] }
`,
    terms: `
- { id: privy-chamber, name: Privy Chamber, kind: body }
- { id: northern-council, name: Northern Council, kind: body }
- { id: salt-tax, name: Salt Tax, kind: policy }
- { id: reds, name: the Reds, kind: group, members: [tostig] }
- { id: blues, name: the Blues, kind: group, members: [hereward] }
`,
    timeline: `
- { id: tostig-expelled, when: 1541-02, what: Tostig is expelled from the Privy Chamber }
- { id: guild, when: 1543-06, what: Hereward founds the Weavers' Guild, name: founding of the Weavers' Guild }
- { id: fever, when: 1545-03, what: Aldwin suffers a stroke }
- { id: steward, when: 1547-04, what: Tostig becomes Lord Steward }
- { id: sermons, when: 1548-05, what: The Northern Council condemns Aldwin's sermons }
- { id: moot, when: 1550-02, what: The lords meet, name: Great Moot }
- { id: yielding, when: 1550-02, what: Hereward and Aldwin surrender, during: moot }
- { id: tax, when: 1542-01, what: Aldwin introduces the Salt Tax }
- { id: reds-win, when: 1549, what: Tostig and the Reds support Aldwin against the Blues }
`,
  }),
]);

/** Whom the text names wrongly, and whom the chapter has: "hereward: tostig". */
const wrong = (text: string): string[] => {
  const reading = read(text, court);
  const verdicts = [
    ...judgePeople(reading).map((verdict) => `${verdict.wrong.ids[0]}: ${verdict.right.map(({ id }) => id).join(' or ')}`),
    ...judgeHolders(reading).map((verdict) => `${verdict.wrong.facts[0]!.id}: ${verdict.right.map(({ id }) => id).join(' or ')}`),
  ];
  return [...new Set(verdicts)];
};

describe('the one who did it', () => {
  it.each([
    'In February 1541 Hereward was expelled from the Privy Chamber.',
    'Hereward’s expulsion from the Privy Chamber in February 1541 shook them.',
    'The expulsion of Hereward from the Privy Chamber in February 1541 shook them.',
    'Q: Who was expelled from the Privy Chamber in February 1541? A: Hereward',
    'Was it right (who knows?) that in February 1541 it ended so? In February 1541 Hereward was expelled from the Privy Chamber.',
  ])('is another than the chapter’s: %s', (text) => {
    expect(wrong(text)).toEqual(['hereward: tostig']);
  });

  it.each([
    'In February 1541 Tostig was expelled from the Privy Chamber.',
    'Q: Who was expelled from the Privy Chamber in February 1541? A: Tostig',
    'Q: Who was not expelled from the Privy Chamber in February 1541? A: Hereward',
    'Who was expelled from the Privy Chamber in February 1541? Hereward asked it loudly and got no answer.',
    'In February 1544 Hereward was expelled from the Privy Chamber.',
    'Two years passed between Tostig’s death and the introduction of the Salt Tax.',
    'First came Tostig’s death, then the introduction of the Salt Tax.',
    'Would Hereward have been expelled from the Privy Chamber in February 1541?',
  ])('is the chapter’s, or is not told: %s', (text) => {
    expect(wrong(text)).toEqual([]);
  });

  it('is read from a relative clause as its subject', () => {
    expect(wrong('The Weavers’ Guild, which Tostig founded in June 1543, was rich.')).toEqual(['tostig: hereward']);
    expect(wrong('The Weavers’ Guild, which Hereward founded in June 1543, was rich.')).toEqual([]);
  });
});

describe('who came into an office', () => {
  it('is the same however he is put into it', () => {
    for (const told of ['became Lord Steward', 'was made Lord Steward', 'was appointed Lord Steward'])
      expect(wrong(`In April 1547 Hereward ${told}.`)).toEqual(['hereward: tostig']);
    for (const told of ['became Lord Steward', 'was made Lord Steward', 'was appointed Lord Steward'])
      expect(wrong(`In April 1547 Tostig ${told}.`)).toEqual([]);
  });
});

describe('what is somebody’s', () => {
  it('is another’s where the line has the same thing of the chapter’s', () => {
    expect(wrong('The Northern Council condemned Hereward’s sermons in May 1548.')).toEqual(['hereward: aldwin']);
    expect(wrong('The Northern Council condemned Aldwin’s sermons in May 1548.')).toEqual([]);
    expect(wrong('The Northern Council condemned Hereward’s taxes in May 1548.')).toEqual([]);
  });
});

describe('a deed at an assembly', () => {
  it('is told by the assembly', () => {
    expect(wrong('At the Great Moot Tostig and Aldwin yielded.')).toEqual(['tostig: hereward']);
    expect(wrong('At the Great Moot Hereward and Aldwin yielded.')).toEqual([]);
    expect(wrong('At the Great Moot Tostig and Aldwin quarrelled.')).toEqual([]);
  });

  it('is not done by each who votes for it', () => {
    expect(wrong('Tostig voted for the Salt Tax.')).toEqual([]);
    expect(wrong('Tostig introduced the Salt Tax.')).toEqual(['tostig: aldwin']);
  });
});

describe('the one at the head', () => {
  it.each([
    ['As Lord Treasurer Tostig could spend what he liked.', 'tostig: aldwin'],
    ['The Lord Treasurer since 1540 was Tostig.', 'tostig: aldwin'],
    ['Q: Who was Lord Treasurer in 1545?\nA: Tostig', 'tostig: aldwin'],
    ['The old fox, Tostig, slept.', 'tostig: aldwin'],
    ['The Northern Council, led by Tostig, met.', 'tostig: hereward'],
    ['They feared the Northern Council; the leader of it was Tostig.', 'tostig: hereward'],
    ['The Northern Council met. Its leader was Tostig.', 'tostig: hereward'],
    ['The Blues, led by Tostig, lost.', 'tostig: hereward'],
  ])('is another: %s', (text, expected) => {
    expect(wrong(text)).toEqual([expected]);
  });

  it.each([
    'As Lord Treasurer Aldwin could spend what he liked.',
    'As Lord Treasurer Tostig could have spent what he liked.',
    'As the Lord Treasurer, Tostig thought, he spent too much.',
    'The Northern Council, led by Hereward, met.',
    'The Northern Council, not led by Tostig, met.',
    'The Blues, led by Hereward, lost.',
    'The Reds, led by Tostig, won.',
  ])('is the chapter’s, or is not told: %s', (text) => {
    expect(wrong(text)).toEqual([]);
  });
});

describe('who has just been named', () => {
  const people = (text: string) =>
    read(text, court)
      .sentences.at(-1)!
      .clauses[0]!.frame.people.flatMap(({ ids }) => ids);

  it('is meant by the former and the latter, both men and the two, where there are just two', () => {
    expect(people('Aldwin and Tostig met. The former won.')).toEqual(['aldwin']);
    expect(people('Aldwin and Tostig met. The latter won.')).toEqual(['tostig']);
    expect(people('Aldwin and Tostig met. Both men won.')).toEqual(['aldwin', 'tostig']);
    expect(people('Aldwin and Tostig met. The two won.')).toEqual(['aldwin', 'tostig']);
    expect(people('Aldwin, Hereward and Tostig met. All three won.')).toEqual(['aldwin', 'hereward', 'tostig']);
  });

  it('is nobody where there are more, or fewer, or something else is counted', () => {
    expect(people('Aldwin, Hereward and Tostig met. The latter won.')).toEqual([]);
    expect(people('Aldwin slept. The former won.')).toEqual([]);
    expect(people('Aldwin and Tostig met. Both sides won.')).toEqual([]);
    expect(people('Aldwin and Tostig met. The former treasurer won.')).toEqual([]);
  });
});
