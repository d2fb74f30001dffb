/** What a student tells truly of a happening that the chapter does not have, though it has one of the same kind. */
import { describe, expect, it } from 'vitest';
import { chapterOf, read } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import { judgeDates } from './judge-dates';
import { judgePeople } from './judge-people';

const realm = createKnowledge([
  chapterOf({
    people: `
- { id: aldwin, name: Conrad Aldwin, short: Aldwin, gender: male, died: 1556-05-07 }
- { id: tostig, name: Osric Tostig, short: Tostig, gender: male }
- { id: hereward, name: Giles Hereward, short: Hereward, gender: male }
`,
    terms: `
- { id: estates, name: Estates, kind: body }
- { id: privy-chamber, name: Privy Chamber, kind: body }
- { id: northern-league, name: Northern League, kind: group, names: [Leaguers] }
- { id: free-ports, name: Free Ports, kind: policy }
`,
    timeline: `
- { id: salt-act, when: 1541-02, what: The Estates pass the Salt Act, name: Salt Act }
- { id: demand, when: 1543-05, what: "Aldwin demands Tostig's dismissal" }
- { id: warning, when: 1544-03, what: Hereward warns Tostig of a rising }
- { id: largest-guild, when: 1545-06, what: The Northern League becomes the largest guild in the Estates }
- { id: league-starts, when: 1546-07, what: The Northern League begins, also: [Tostig and Hereward turn against Aldwin], name: start of the Northern League }
- { id: speaker-again, when: 1549, what: Tostig becomes Speaker of the Estates again }
- { id: elected, when: 1550-04, what: Hereward is elected Marshal }
- { id: expelled, when: 1551-09, what: The Privy Chamber expels Hereward }
- { id: chamber-meets, when: 1552-02, what: The Privy Chamber meets at Oakhurst, name: opening of the Privy Chamber }
`,
  }),
]);

const missed = (text: string) =>
  judgeDates(read(text, realm)).flatMap(({ claim, miss }) =>
    miss ? [`${text.slice(claim.mention.start, claim.mention.end)}: ${miss.fact.key}`] : [],
  );
const wrong = (text: string) => judgePeople(read(text, realm)).map(({ wrong: { ids }, fact }) => `${ids[0]}: ${fact.key}`);

describe('another of the kind', () => {
  it('is a law of another name', () => {
    expect(missed('In March 1541 the Estates passed the Salt Act.')).toEqual(['March 1541: salt-act']);
    expect(missed('In March 1541 the Estates passed the Statute of Weavers.')).toEqual([]);
    expect(missed('In March 1541 the Estates passed the Weavers Act.')).toEqual([]);
    expect(missed('In March 1541 the Estates passed a budget.')).toEqual([]);
  });

  it('is something else that is demanded, or warned of', () => {
    expect(missed("In June 1543 Aldwin demanded Tostig's dismissal.")).toEqual(['June 1543: demand']);
    expect(missed('In June 1543 Aldwin demanded an apology from Tostig.')).toEqual([]);
    expect(missed('In April 1544 Hereward warned Tostig of a rising.')).toEqual(['April 1544: warning']);
    expect(missed("In April 1544 Hereward warned of Tostig's pride.")).toEqual([]);
    expect(wrong("In May 1543 Aldwin demanded Hereward's apology.")).toEqual([]);
  });

  it('is something else that one becomes', () => {
    expect(missed('In July 1545 the Northern League became the largest guild.')).toEqual(['July 1545: largest-guild']);
    expect(missed('In July 1545 the Northern League became the second largest guild.')).toEqual([]);
    expect(missed('In July 1545 the Northern League became the only guild with a ship.')).toEqual([]);
  });

  it('is what befell the thing of one line with the verb of another', () => {
    expect(missed('In August 1546 the Northern League began.')).toEqual(['August 1546: league-starts']);
    expect(missed('The defeat of the Leaguers took place in August 1546.')).toEqual([]);
  });

  it('is the time before', () => {
    expect(missed('In 1551 Tostig became Speaker of the Estates once more.')).toEqual([]);
    expect(missed('In 1547 Tostig became Speaker of the Estates.')).toEqual([]);
  });

  it('is what happens every few years, at a time that is no slip', () => {
    expect(missed('Hereward was elected Marshal in April 1551.')).toEqual(['April 1551: elected']);
    expect(missed('Hereward was elected Marshal in April 1560.')).toEqual(['April 1560: elected']);
    expect(missed('Hereward was elected Marshal in April 1543.')).toEqual([]);
  });

  it('is what befalls nobody of the chapter', () => {
    expect(missed('In October 1551 the Privy Chamber expelled Hereward.')).toEqual(['October 1551: expelled']);
    expect(missed('In October 1551 there were expulsions from the Privy Chamber.')).toEqual([]);
  });

  it('is what a noun tells beside "took place"', () => {
    expect(missed('Hereward came too. The opening of the Privy Chamber took place in March 1552.')).toEqual(['March 1552: chamber-meets']);
    expect(missed('Hereward came too. The elections to the Privy Chamber took place in March 1552.')).toEqual([]);
  });
});

it('nobody dies of having a stranger killed', () => {
  expect(missed('In 1540 Aldwin had Wulfric killed.')).toEqual([]);
  expect(missed('In 1540 a servant of Aldwin murdered Wulfric.')).toEqual([]);
  expect(missed('In June 1556 Aldwin died.')).toEqual(['June 1556: aldwin/death']);
});
