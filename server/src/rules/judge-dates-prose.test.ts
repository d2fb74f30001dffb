/** Dates in continuous prose: what a sentence takes over from those before it, and what it says of somebody by the way. */
import { describe, expect, it } from 'vitest';
import { chapterOf, read } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import { check } from './index';
import { judgeDates } from './judge-dates';
import { judgeOrder } from './judge-order';
import { judgePeople } from './judge-people';

const court = createKnowledge([
  chapterOf({
    people: `
- id: aldwin
  name: Conrad Aldwin
  short: Aldwin
  gender: male
  died: 1556-05-07
  offices:
    - { title: Lord Treasurer, titles: [Treasurership], from: 1540-03, to: 1552, sole: true }
  relations:
    - { role: husband, of: merewen, from: 1530 }
- { id: merewen, name: Judith Merewen, short: Merewen, gender: female }
- { id: tostig, name: Osric Tostig, short: Tostig, gender: male }
- { id: hereward, name: Giles Hereward, short: Hereward, gender: male }
`,
    terms: `
- { id: privy-chamber, name: Privy Chamber, kind: body }
- { id: northern-council, name: Northern Council, kind: body }
- { id: northern-league, name: Northern League, kind: group, members: [tostig, hereward] }
- { id: great-petition, name: Great Petition, kind: document }
- { id: treasurership, name: Treasurership, kind: office }
`,
    timeline: `
- { id: wedding, when: 1530, what: Aldwin marries Merewen, name: wedding of Aldwin and Merewen }
- { id: treasurer, when: 1540-03, what: Aldwin takes the Treasurership, name: Aldwin's appointment as Lord Treasurer }
- { id: council-meets, when: 1541-02, what: The Northern Council meets, name: Northern Council of 1541 }
- { id: tostig-expelled, when: 1541-02, what: Tostig is expelled from the Privy Chamber }
- { id: war, when: 1544/1547, what: The lords fight a war, name: Lords' War }
- { id: first-fever, when: 1552-05, what: Aldwin suffers a first stroke }
- { id: second-fever, when: 1552-12, what: Aldwin suffers a second stroke }
- { id: quarrel, when: 1548-07, what: Aldwin and Hereward quarrel over the taxes }
- { id: pact, when: 1548-08, what: Hereward tries to make an alliance with Tostig }
- { id: steward, when: 1531, what: Merewen becomes Steward of the Forests }
- { id: steward-again, when: 1549, what: Merewen becomes Steward of the Forests again }
- { id: letter, when: 1551-03, what: Aldwin writes a letter to Hereward, also: [Aldwin threatens Hereward] }
- { id: tostig-learns, when: 1551-04, what: Tostig learns of the plot, also: [Tostig knows what Hereward plans] }
- { id: league-formed, when: 1546-07, what: Tostig and Hereward form the Northern League, name: formation of the Northern League }
- { id: hereward-killed, when: 1554, what: Aldwin kills Hereward }
- { id: petition-hidden, when: 1556-09, what: The Privy Chamber conceals the Great Petition }
`,
  }),
]);

const missed = (text: string) =>
  judgeDates(read(text, court)).flatMap(({ claim, miss }) =>
    miss ? [`${text.slice(claim.mention.start, claim.mention.end)}: ${miss.fact.key}`] : [],
  );
const order = (text: string) =>
  judgeOrder(read(text, court)).flatMap(({ miss }) => (miss ? [`${miss.main.key} after ${miss.anchor.key}`] : []));
const wrong = (text: string) => judgePeople(read(text, court)).map(({ wrong: { ids }, fact }) => `${ids[0]}: ${fact.key}`);

describe('a date that hangs on another', () => {
  it('is not blamed once more for a wrong one', () => {
    const first = 'In February 1542 Tostig was expelled from the Privy Chamber.';
    expect(missed(`${first} In the same month the Northern Council met.`)).toEqual(['February 1542: tostig-expelled']);
    expect(missed('In March 1542 all was quiet. In the same month the Northern Council met.')).toEqual(['the same month: council-meets']);
  });

  it('is left alone where that hangs on one further up', () => {
    const far =
      'They had been at odds since 1540. Nobody stirred. All was quiet. The cold came. By the autumn of the next year he was ready.';
    expect(missed(`${far} That March Tostig was expelled from the Privy Chamber.`)).toEqual([]);
  });

  it('may stand behind its noun', () => {
    expect(missed('In March 1541 it rained. In the month preceding, Tostig was expelled from the Privy Chamber.')).toEqual([]);
    expect(missed('In May 1541 it rained. In the month preceding, Tostig was expelled from the Privy Chamber.')).toEqual([
      'the month preceding: tostig-expelled',
    ]);
  });
});

describe('whom a pronoun means', () => {
  it('is the one whom a pronoun named before', () => {
    const before = 'Hereward had no friends. In July 1548 he and Aldwin quarrelled over the taxes.';
    expect(wrong(`${before} In August 1548 he sought an alliance with Tostig.`)).toEqual([]);
    expect(wrong('In August 1548 Hereward sought an alliance with Merewen.')).toEqual(['merewen: pact']);
  });

  it('is nothing where "it" points ahead', () => {
    const before = 'The Northern Council was old.';
    expect(missed(`${before} It met in March 1541.`)).toEqual(['March 1541: council-meets']);
    expect(missed(`${before} It is worth noting that in March 1541 the sea froze.`)).toEqual([]);
    expect(missed(`${before} It seems that in March 1541 the sea froze.`)).toEqual([]);
  });
});

describe('a happening that is another', () => {
  it('is what another is wished to do', () => {
    expect(missed('It was not for Tostig to die in 1549, or for Aldwin to catch a cold in May 1553.')).toEqual([]);
    expect(missed('Tostig died in 1549, Aldwin in May 1553.')).toEqual(['May 1553: aldwin/death']);
  });

  it('is a funeral, of people', () => {
    expect(missed('The Great Petition was buried by the Privy Chamber in October 1556.')).toEqual(['October 1556: petition-hidden']);
    expect(missed('Aldwin was buried on 12 May 1556, and the Privy Chamber mourned.')).toEqual([]);
    expect(missed('The Privy Chamber buried him in June 1556.')).toEqual([]);
  });

  it('is the end of what began with an event', () => {
    expect(missed("The schools which, between the Lords' War and the late 1550s, taught thousands, are forgotten.")).toEqual([]);
  });

  it('is what somebody does who is known by an event', () => {
    expect(missed("The hero of the Lords' War was expelled from the Privy Chamber in February 1541.")).toEqual([]);
    expect(missed("The veterans of the Lords' War met in 1560.")).toEqual([]);
  });

  it('is what he does whom others appointed before', () => {
    expect(missed('In 1545 Aldwin held the Treasurership.')).toEqual([]);
  });
});

describe('a post', () => {
  it.each([
    'In March 1541 Aldwin accepted the Treasurership.',
    'In March 1541 Aldwin was entrusted with the Treasurership.',
    'In March 1541 the Treasurership went to Aldwin.',
    'In March 1541 Aldwin received the post of Lord Treasurer.',
  ])('is taken: %s', (text) => {
    expect(missed(text)).toEqual(['March 1541: treasurer']);
    expect(missed(text.replace('1541', '1540'))).toEqual([]);
  });

  it.each([
    'In March 1541 Aldwin refused to accept the Treasurership.',
    'In March 1541 the Lord Treasurer went to the sea.',
    'In March 1541 Aldwin accepted the Great Petition.',
  ])('is not taken: %s', (text) => {
    expect(missed(text)).toEqual([]);
  });
});

describe('little that tells a fact', () => {
  it('is enough where it says which of several', () => {
    expect(missed('The first stroke hit him in May 1551.')).toEqual(['May 1551: first-fever']);
    expect(missed('The first stroke hit him in May 1552.')).toEqual([]);
    expect(missed('The first stroke of the bell was heard in 1549.')).toEqual([]);
    expect(missed('A stroke hit him in May 1551.')).toEqual([]);
  });

  it('is enough for a year, though the writer adds a month', () => {
    expect(missed('They married in June 1532. Aldwin wed Merewen in June 1532.')).toEqual(['June 1532: wedding']);
    expect(missed('Aldwin wed Merewen in June 1530.')).toEqual([]);
  });
});

describe('a group or a body named before', () => {
  const before = 'The Northern League was strong, and the Privy Chamber trembled.';

  it('is meant by a noun for it', () => {
    expect(missed(`${before} The founding of this unlucky alliance, in July 1545, surprised them all.`)).toEqual([
      'July 1545: league-formed',
    ]);
    expect(missed(`${before} The founding of this unlucky alliance, in July 1546, surprised them all.`)).toEqual([]);
    expect(missed(`${before} In March 1541 that Chamber expelled Tostig.`)).toEqual(['March 1541: tostig-expelled']);
    expect(missed(`${before} In February 1541 that Chamber expelled Tostig.`)).toEqual([]);
  });

  it('is not meant by one that says which', () => {
    expect(missed(`${before} The alliance with France was founded in July 1545.`)).toEqual([]);
    expect(missed(`${before} The new alliance was founded in July 1545.`)).toEqual([]);
    expect(missed(`${before} The coalition of 1530 was forgotten. That league was founded in July 1545.`)).toEqual([]);
    expect(missed(`${before} That league of three was founded in July 1545.`)).toEqual([]);
  });
});

describe('another who does it', () => {
  it('is the one whom a pronoun cannot mean', () => {
    const before = 'Hereward shouted at Merewen.';
    expect(missed(`${before} When her husband heard of it, in June 1551, he wrote Hereward a letter.`)).toEqual(['June 1551: letter']);
    expect(missed(`${before} When her husband heard of it, in March 1551, he wrote Hereward a letter.`)).toEqual([]);
  });

  it('is who kills, and does not die of it', () => {
    expect(missed('Aldwin killed hundreds in 1553.')).toEqual([]);
    expect(missed('Aldwin had him killed in 1553.')).toEqual([]);
    expect(missed('Aldwin killed Hereward in 1553.')).toEqual(['1553: hereward-killed']);
  });

  it('is another party to it', () => {
    expect(missed('In July 1549 Hereward quarrelled with Aldwin over the taxes.')).toEqual(['July 1549: quarrel']);
    expect(missed('In July 1549 Hereward quarrelled with Tostig over the taxes.')).toEqual([]);
  });

  it('is one who is ill', () => {
    expect(wrong('In December 1552 Tostig was ill.')).toEqual([]);
    expect(wrong('In December 1552 Tostig suffered a second stroke.')).toEqual(['tostig: second-fever']);
    expect(missed('In 1553 Hereward was shot and wounded by Aldwin.')).toEqual([]);
  });

  it('is a body', () => {
    expect(missed('In March 1551 the Privy Chamber learned what Hereward planned.')).toEqual([]);
    expect(missed('In March 1551 Tostig learned what Hereward planned.')).toEqual(['March 1551: tostig-learns']);
  });
});

it('a post taken twice was taken at no third time', () => {
  expect(missed('In 1545 Merewen became Steward of the Forests.')).toEqual(['1545: steward-again']);
  expect(missed('In 1531 Merewen became Steward of the Forests.')).toEqual([]);
});

describe('what is counted from the sentence before', () => {
  const quarrel = 'In July 1548 Aldwin and Hereward quarrelled over whether the taxes were to be raised.';

  it('is not so far away, though it has a date by now', () => {
    expect(order(`${quarrel} Half a year later Hereward sought an alliance with Tostig.`)).toEqual(['pact after quarrel']);
    expect(order(`${quarrel} A month later Hereward sought an alliance with Tostig.`)).toEqual([]);
    expect(order(`${quarrel} The corn rotted. Half a year later Hereward sought an alliance with Tostig.`)).toEqual([]);
  });

  it('may be another of its kind', () => {
    expect(order(`${quarrel} A year later Hereward went back to Tostig.`)).toEqual([]);
  });

  it('is not known where a time between is not', () => {
    const story = 'In February 1541 the Northern Council met. Two months after that treaty the corn rotted.';
    expect(missed(`${story} A month later Tostig was expelled from the Privy Chamber.`)).toEqual([]);
  });

  it('is the death of the one whom it befell', () => {
    const stroke = 'Then a second stroke robbed him of his voice.';
    expect(order(`${stroke} Three months later he was dead.`)).toEqual(['aldwin/death after second-fever']);
    expect(order(`${stroke} Three years later he was dead.`)).toEqual([]);
    expect(order(`${stroke} Three months later she was dead.`)).toEqual([]);
    expect(order(`${stroke} Three months later his horse was dead.`)).toEqual([]);
  });
});

describe('what took place', () => {
  const noun = "Tostig's expulsion from the Privy Chamber";

  it('is the noun before a relative that says no more', () => {
    expect(missed(`${noun}, which took place in March 1541, shocked the court.`)).toEqual(['March 1541: tostig-expelled']);
    expect(missed(`${noun}, which came in February 1541, shocked the court.`)).toEqual([]);
    expect(missed(`They spoke of ${noun}, which happened in March 1541.`)).toEqual(['March 1541: tostig-expelled']);
    expect(missed(`${noun}, which took Aldwin to York in March 1541, shocked the court.`)).toEqual([]);
  });

  it('is what stands behind "when", whatever is said of the date', () => {
    expect(missed('Everyone remembered March 1541, when Tostig was expelled from the Privy Chamber.')).toEqual([
      'March 1541: tostig-expelled',
    ]);
    expect(missed('Everyone remembered February 1541, when Tostig was expelled from the Privy Chamber.')).toEqual([]);
    expect(missed('Everyone remembered March 1541 and wept when Tostig was expelled from the Privy Chamber.')).toEqual([]);
  });

  it('is what the sentence before tells, where "it" took place', () => {
    expect(missed(`The turning point was ${noun}. It took place in March 1541.`)).toEqual(['March 1541: tostig-expelled']);
    expect(missed(`The turning point was ${noun}. It took place in February 1541.`)).toEqual([]);
  });
});

describe('a date at the head of a sentence', () => {
  const expelled = 'Tostig was expelled from the Privy Chamber';

  it('is that of the main clause, whatever clause stands between', () => {
    expect(missed(`In March 1541, after weeks of talk behind closed doors, ${expelled}.`)).toEqual(['March 1541: tostig-expelled']);
    expect(missed(`In March 1541, as the corn rotted, ${expelled}.`)).toEqual(['March 1541: tostig-expelled']);
    expect(missed(`In March 1541, Aldwin being away, ${expelled}.`)).toEqual(['March 1541: tostig-expelled']);
    expect(missed(`In February 1541, after weeks of talk behind closed doors, ${expelled}.`)).toEqual([]);
    expect(missed('In March 1541, as the corn rotted, Tostig had been expelled from the Privy Chamber.')).toEqual([]);
  });

  it('is that of what stands behind the colon', () => {
    expect(missed(`It happened in March 1541: ${expelled}.`)).toEqual(['March 1541: tostig-expelled']);
    expect(missed(`In March 1541 everything changed: ${expelled}.`)).toEqual(['March 1541: tostig-expelled']);
    expect(missed('In March 1541 everything changed: Tostig had been expelled from the Privy Chamber.')).toEqual([]);
  });

  it('may be the whole sentence before', () => {
    const set = (text: string) => check(read(text, court)).map(({ start, end }) => text.slice(start, end));
    expect(set(`March 1541. ${expelled}.`)).toEqual(['March 1541']);
    expect(set(`It was March 1541. ${expelled}.`)).toEqual(['March 1541']);
    expect(set(`February 1541. ${expelled}.`)).toEqual([]);
    expect(set(`March 1541. The corn rotted. ${expelled}.`)).toEqual([]);
    expect(set('March 1541. Tostig had been expelled from the Privy Chamber.')).toEqual([]);
  });
});

it('what is explained has the date of its own verb', () => {
  expect(missed('This explains why Tostig was expelled from the Privy Chamber in March 1541.')).toEqual(['March 1541: tostig-expelled']);
  expect(missed('In March 1541 Aldwin explained why Tostig was expelled from the Privy Chamber.')).toEqual([]);
});

describe('a distance of two events', () => {
  const quarrel = 'the quarrel between Aldwin and Hereward';
  const first = "Aldwin's first stroke";
  const second = "Aldwin's second stroke";

  it('may stand beside the noun that it is said of', () => {
    expect(order(`${second}, two months after ${first}, left him speechless.`)).toEqual(['second-fever after first-fever']);
    expect(order(`${second}, seven months after ${first}, left him speechless.`)).toEqual([]);
    expect(order(`${quarrel}, two months after ${first}, was forgotten.`)).toEqual(['quarrel after first-fever']);
  });

  it('may lie between them', () => {
    expect(order(`Only two months lay between ${first} and ${second}.`)).toEqual(['second-fever after first-fever']);
    expect(order(`Only seven months lay between ${first} and ${second}.`)).toEqual([]);
    expect(order(`Two months were spent between ${first} and ${second}.`)).toEqual([]);
  });

  it('may follow', () => {
    expect(order(`${first} was followed two months later by ${second}.`)).toEqual(['first-fever after second-fever']);
    expect(order(`${first} was followed seven months later by ${second}.`)).toEqual([]);
  });
});
