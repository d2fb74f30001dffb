import { describe, expect, it } from 'vitest';
import { read, smallKnowledge } from '../../../test/unit/reading/small-chapter';
import { type Match, matches } from './match';

const { facts, termKindOf } = smallKnowledge;
/** The matches of the text's last clause, best first. */
const found = (text: string): readonly Match[] => matches(read(text).sentences.at(-1)!.clauses.at(-1)!.frame, facts, termKindOf);
const best = (text: string) => found(text)[0]!;
const withFact = (text: string, key: string) => found(text).find(({ fact }) => fact.key === key);

describe('a clause that tells a fact', () => {
  it.each([
    ['Tostig was expelled from the Privy Chamber.', 'tostig-expelled'],
    ['The Privy Chamber threw Tostig out.', 'tostig-expelled'],
    ['Hereward lost his seat on the Northern Council.', 'hereward-expelled'],
    ['Aldwin and Tostig fell out.', 'quarrel'],
    ['Hereward took Scarfell.', 'siege'],
    ['Aldwin became Lord Treasurer.', 'aldwin-treasurer'],
    ['The second rising failed.', 'second-rising'],
  ])('comes nearest to it: %s', (text, key) => {
    expect(best(text).fact.key).toBe(key);
  });

  it('whole, covers it whole', () => {
    const match = best('Tostig was expelled from the Privy Chamber.');
    expect(match).toMatchObject({ coverage: 1, concept: 1, peopleMissing: [], peopleExtra: [], thingsExtra: [] });
  });

  it('in part, covers it in part', () => {
    const { coverage } = best('Tostig was expelled.');
    expect(coverage).toBeGreaterThan(0);
    expect(coverage).toBeLessThan(1);
  });

  it('by its name, need not say what happened', () => {
    expect(best('The fall of Scarfell shook Hereward.')).toMatchObject({ named: true, fact: { key: 'siege' } });
  });

  it('only as an anchor, does not name it', () => {
    expect(withFact('After the fall of Scarfell Hereward slept.', 'siege')?.named).toBe(false);
  });
});

describe('a near miss', () => {
  it('has somebody whom the fact has not', () => {
    const match = withFact('Aldwin was expelled from the Privy Chamber.', 'tostig-expelled')!;
    expect(match.peopleExtra.map(({ ids }) => ids[0])).toEqual(['aldwin']);
    expect(match.peopleMissing).toEqual(['tostig']);
  });

  it('has another body in the slot', () => {
    const match = withFact('Hereward was expelled from the Privy Chamber.', 'hereward-expelled')!;
    expect(match.thingsExtra.map(({ ids }) => ids[0])).toEqual(['privy-chamber']);
  });

  it('has another of several', () => {
    expect(withFact('The second rising failed.', 'first-rising')).toMatchObject({ otherOrdinal: true });
    expect(withFact('The second rising failed.', 'second-rising')).toMatchObject({ otherOrdinal: false });
  });

  it('tells the opposite', () => {
    expect(withFact('Aldwin resigned as Lord Treasurer.', 'aldwin-treasurer')).toMatchObject({ opposed: true });
    expect(withFact('Aldwin became Lord Treasurer.', 'aldwin-treasurer')).toMatchObject({ opposed: false });
  });
});

describe('people', () => {
  it('behind a preposition stand aside: they neither agree nor contradict', () => {
    const match = withFact('Tostig was expelled from the Privy Chamber with Hereward.', 'tostig-expelled')!;
    expect(match.peopleExtra).toEqual([]);
    expect(match.peopleAside.map(({ ids }) => ids[0])).toEqual(['hereward']);
  });

  it('who only qualify a noun count for less', () => {
    expect(withFact('Aldwin’s friend died.', 'aldwin-dies')!.score).toBeLessThan(withFact('Aldwin died.', 'aldwin-dies')!.score);
    expect(withFact('Aldwin’s friend died.', 'aldwin-dies')!.peopleAgree).toEqual([]);
  });

  it('meant by a pronoun count for less', () => {
    expect(withFact('Aldwin was ill. He died.', 'aldwin-dies')!.score).toBeLessThan(withFact('Aldwin died.', 'aldwin-dies')!.score);
  });

  it('named twice count once', () => {
    expect(withFact('Aldwin, yes Aldwin, died.', 'aldwin-dies')!.score).toBe(withFact('Aldwin died.', 'aldwin-dies')!.score);
  });
});

describe('matches', () => {
  it('stand in the order of their scores, all above nothing', () => {
    const scores = found('Aldwin expelled Tostig from the Privy Chamber.').map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(1);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThan(0);
  });

  it('cover no more than the whole', () => {
    for (const text of ['Aldwin died, Aldwin’s death, dead Aldwin.', 'The first and second Weavers rising, rising, rising.'])
      for (const { coverage } of found(text)) {
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1);
      }
  });

  it('of a clause about nothing are none', () => {
    expect(found('The weather was fine.')).toEqual([]);
  });

  it('are worked out once for a frame', () => {
    const { frame } = read('Aldwin died.').sentences[0]!.clauses[0]!;
    expect(matches(frame, facts, termKindOf)).toBe(matches(frame, facts, termKindOf));
  });
});
