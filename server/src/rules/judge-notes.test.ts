/** Notes of all forms against a small chapter: what stands above a line, in the other cells of its row, on the card's other side. */
import { describe, expect, it } from 'vitest';
import { chapterOf, read, smallKnowledge } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import type { Knowledge } from '../reading/model';
import { judgeDates } from './judge-dates';
import { judgeLives } from './judge-lives';
import { judgeRows } from './judge-rows';
import { judgeSettings } from './judge-settings';

/** The words of each date that misses a fact, and the fact. */
function missed(text: string, knowledge: Knowledge = smallKnowledge): string[] {
  const reading = read(text, knowledge);
  return [...judgeDates(reading), ...reading.contents.flatMap((_, block) => judgeSettings(reading, block))].flatMap(({ claim, miss }) =>
    miss ? [`${text.slice(claim.mention.start, claim.mention.end)}: ${miss.fact.key}`] : [],
  );
}

describe('a line that is only a date', () => {
  it.each([
    ['Q: When was Tostig expelled from the Privy Chamber?\nA: 1542', '1542: tostig-expelled'],
    ['**When did Hereward capture Scarfell?** June 1551', 'June 1551: siege'],
    ['Date of the siege of Scarfell? → 1551', '1551: siege'],
    ['- Fall of Scarfell\n  - June 1551', 'June 1551: siege'],
    ['1. Tostig expelled from the Privy Chamber\n   - Date: 1542', '1542: tostig-expelled'],
    ['- Expulsions\n  - Hereward\n    - from the Northern Council: 1549', '1549: hereward-expelled'],
  ])('is the date of what stands above it: %s', (text, found) => {
    expect(missed(text)).toEqual([found]);
  });

  it.each([
    'Q: When was Tostig expelled from the Privy Chamber?\nA: 1541',
    'Q: When did Hereward capture Scarfell? (a) 1549 (b) 1550 (c) 1551',
    'When did Hereward capture Scarfell?\n\n- 1549\n- 1550\n- 1551',
    'Q: When did Hereward capture Scarfell?\nA: Not in 1551',
    'Q: When did Hereward not yet hold a castle?\nA: 1530',
    '- Hereward, friend of Aldwin, saw the fall of Scarfell\n  - Lord Treasurer: 1545',
  ])('is silent where it is right, or one of a choice: %s', (text) => {
    expect(missed(text)).toEqual([]);
  });
});

describe('a heading that is a date', () => {
  it('is wrong where all below it is of another', () => {
    expect(missed('# 1551\n\n- Hereward captures Scarfell')).toEqual(['1551: siege']);
    expect(missed('# 1542\n\n- Tostig expelled from the Privy Chamber\n- quiet year')).toEqual(['1542: tostig-expelled']);
  });

  it.each([
    '# 1550\n\n- Hereward captures Scarfell',
    '# 1541\n\n- Tostig expelled from the Privy Chamber\n- Hereward captures Scarfell',
    '# 1551\n\n- Hereward had captured Scarfell',
    '# 1551\n\n- after the fall of Scarfell peace',
    '# 1551\n\n- 1550: Hereward captures Scarfell',
    '# 1551–60\n\n- Hereward captures Scarfell',
    '# 1551\n\n- Tostig expelled from the Privy Chamber\n- Hereward captures Scarfell',
  ])('is no mistake of these: %s', (text) => {
    expect(missed(text)).toEqual([]);
  });

  it('is what a question asks about', () => {
    expect(missed('Q: What happened in June 1551?\nA: Hereward captured Scarfell')).toEqual(['June 1551: siege']);
    expect(missed('Q: What happened in June 1550?\nA: Hereward captured Scarfell')).toEqual([]);
  });
});

describe('a table', () => {
  const table = (head: string, ...rows: string[]) => [head, head.replace(/[^|]+/g, '---'), ...rows].join('\n');

  it('has its rows read as records', () => {
    expect(missed(table('| What | When | Who |', '| Expelled from the Privy Chamber | 1542 | Tostig |'))).toEqual([
      '1542: tostig-expelled',
    ]);
    expect(missed(table('| What | When | Who |', '| Expelled from the Privy Chamber | 1541 | Tostig |'))).toEqual([]);
    expect(missed(table('| Event | Year |', '| Scarfell | 1551 |'))).toEqual(['1551: siege']);
    expect(missed(table('| | Expelled from the Privy Chamber |', '| Tostig | 1542 |'))).toEqual(['1542: tostig-expelled']);
  });

  it('may have people at the heads of its columns', () => {
    expect(missed(table('| | Tostig | Hereward |', '| Captures Scarfell | – | 1551 |'))).toEqual(['1551: siege']);
    const lives = read(table('| | Aldwin | Tostig |', '| Born | 1511 | 1500 |', '| Died | 1556 | |'));
    expect(judgeLives(lives).map(({ kind, person }) => `${kind} ${person.id}`)).toEqual(['birth aldwin']);
  });

  it('names who did it', () => {
    const wrong = (row: string) => judgeRows(read(table('| What | When | Who |', row))).map((verdict) => verdict.right.id);
    expect(wrong('| Expelled from the Privy Chamber | Feb 1541 | Aldwin |')).toEqual(['tostig']);
    expect(wrong('| Expelled from the Privy Chamber | Feb 1541 | Tostig |')).toEqual([]);
    expect(wrong('| Expelled from the Privy Chamber | 1542 | Aldwin |')).toEqual([]);
  });
});

describe('short forms', () => {
  const knowledge = createKnowledge([
    chapterOf({
      people: `
- { id: tostig, name: Osric Tostig, short: Tostig }
- { id: torold, name: Hugh Torold, short: Torold }
- { id: hereward, name: Giles Hereward, short: Hereward }
`,
      terms: `
- { id: privy-chamber, name: Privy Chamber, kind: body }
- { id: great-petition, name: Great Petition, kind: document }
`,
      timeline: `
- { id: tostig-expelled, when: 1541-02, what: Tostig is expelled from the Privy Chamber }
- { id: petition, when: 1544, what: Hereward writes the Great Petition, name: writing of the Great Petition }
- { id: siege, when: 1550-06, what: Hereward captures Scarfell, name: siege of Scarfell }
`,
    }),
  ]);

  it.each([
    ['Tost. out of the Privy Chamber Feb 1542', 'Feb 1542: tostig-expelled'],
    ['Tostig out of PC Feb 1542', 'Feb 1542: tostig-expelled'],
    ['- Tostig expelled from the Privy Chamb. 1542', '1542: tostig-expelled'],
    ["Tostig exp'd from the Privy Chamber 1542 b/c of a row", '1542: tostig-expelled'],
    ['- 1545: Great Petition', '1545: petition'],
  ])('are read where they fit one name alone: %s', (text, found) => {
    expect(missed(text, knowledge)).toEqual([found]);
  });

  it.each(['The PM out of the Privy Chamber in 1542', '- 1544: Great Petition', '- 1550: Great Petition burnt'])(
    'mean nobody otherwise: %s',
    (text) => {
      expect(missed(text, knowledge)).toEqual([]);
    },
  );
});
