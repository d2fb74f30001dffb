import { describe, expect, it } from 'vitest';
import { read } from '../../../test/unit/reading/small-chapter';
import { conceptNames, type Frame, sliceFrame } from './frames';

/** The frames of a text's clauses, in order. */
const frames = (text: string): Frame[] => read(text).sentences.flatMap(({ clauses }) => clauses.map(({ frame }) => frame));
/** The first clause's people as "aldwin subject", what could be several people divided by "|". */
const people = (text: string, at = 0) => frames(text)[at]!.people.map(({ ids, role }) => `${ids.join('|')} ${role}`);

describe('the people of a clause', () => {
  it('stand before and behind the verb', () => {
    expect(people('Aldwin defeated Tostig.')).toEqual(['aldwin subject', 'tostig object']);
    expect(people('Aldwin and Hereward defeated Tostig.')).toEqual(['aldwin subject', 'hereward subject', 'tostig object']);
  });

  it('are subjects where there is no verb', () => {
    expect(people('Aldwin, Lord of the North')).toEqual(['aldwin subject']);
  });

  it('stand behind prepositions', () => {
    expect(people('Aldwin joined Hereward against Tostig.')).toEqual(['aldwin subject', 'hereward object', 'tostig oblique']);
    expect(people('Aldwin wrote to Tostig and Hereward.')).toEqual(['aldwin subject', 'tostig oblique', 'hereward oblique']);
    expect(frames('Aldwin wrote to Tostig.')[0]!.people[1]!.preposition).toBe('to');
  });

  it('are agents behind “by”', () => {
    expect(people('Tostig was expelled from the Privy Chamber by Aldwin.')).toEqual(['tostig subject', 'aldwin agent']);
  });

  it('possess what happens, own a thing, or only qualify a noun', () => {
    expect(people('Aldwin’s death was sudden.')).toEqual(['aldwin possessor']);
    expect(people('the death of Aldwin')).toEqual(['aldwin possessor']);
    expect(people('Aldwin’s Great Petition was read.')).toEqual(['aldwin owner']);
    expect(people('Aldwin’s friend died.')).toEqual(['aldwin modifier']);
  });

  it('who bring something about are no party to it', () => {
    expect(people('Aldwin gets Tostig expelled.')).toEqual(['aldwin oblique', 'tostig object']);
  });

  it('are named by an office that one man held', () => {
    expect(people('The Lord Treasurer won.')).toEqual(['aldwin subject']);
    expect(people('A Lord Treasurer won.')).toEqual([]);
  });
});

describe('relations', () => {
  it('bring in the other person, beside the one whose relation it is', () => {
    expect(people('Aldwin’s wife died.')).toEqual(['aldwin modifier', 'merewen subject']);
    expect(people('Merewen was ill. Her husband read to her.', 1)).toEqual(['merewen modifier', 'aldwin subject', 'merewen oblique']);
  });

  it('that the chapter does not know bring in nobody', () => {
    expect(people('Tostig’s wife died.')).toEqual(['tostig modifier']);
    expect(people('Aldwin’s friend died.')).toEqual(['aldwin modifier']);
  });
});

describe('pronouns', () => {
  it('mean whom the sentence before spoke of', () => {
    expect(people('Aldwin was ill. He died.', 1)).toEqual(['aldwin subject']);
    expect(people('Aldwin was ill. His death came.', 1)).toEqual(['aldwin possessor']);
  });

  it('agree in gender', () => {
    expect(people('Aldwin met Merewen. She told him.', 1)).toEqual(['merewen subject', 'aldwin object']);
  });

  it('stay open between two people', () => {
    expect(people('Aldwin and Tostig quarrelled. He died.', 1)).toEqual(['aldwin|tostig subject']);
  });

  it('mean nobody where nobody was spoken of', () => {
    expect(people('He died.')).toEqual([]);
    expect(people('They quarrelled.')).toEqual([]);
  });

  it('say that they are pronouns', () => {
    expect(frames('Aldwin was ill. He died.')[1]!.people[0]).toMatchObject({ pronoun: true });
    expect(frames('Aldwin died.')[0]!.people[0]).toMatchObject({ pronoun: false, at: 0 });
  });
});

describe('things', () => {
  it('are terms, events and offices, with their prepositions', () => {
    const [frame] = frames('Tostig was expelled from the Privy Chamber.');
    expect(frame!.terms.map(({ ids, preposition }) => [ids[0], preposition])).toEqual([['privy-chamber', 'from']]);
    expect(frames('After the fall of Scarfell Hereward rested.')[0]!.events.map(({ ids, preposition }) => [ids[0], preposition])).toEqual([
      ['siege', 'after'],
    ]);
    expect(frames('Aldwin became Lord Treasurer.')[0]!.offices.map(({ ids }) => ids)).toEqual([['aldwin']]);
  });

  it('hold the words of their names: the fall of a town is no fall', () => {
    expect(frames('The fall of Scarfell shook Hereward.')[0]!.concepts).toEqual([]);
  });
});

describe('the passive', () => {
  it.each(['Tostig was expelled.', 'Tostig got expelled.', 'Tostig expelled from the Privy Chamber.', 'Tostig was suddenly expelled.'])(
    'is seen in: %s',
    (text) => {
      expect(frames(text)[0]!.passive).toBe(true);
    },
  );

  it.each(['Aldwin expelled Tostig.', 'Aldwin died.', 'Aldwin expels Tostig.'])('is not seen in: %s', (text) => {
    expect(frames(text)[0]!.passive).toBe(false);
  });
});

describe('ordinals', () => {
  it.each([
    ['The second rising failed.', 2],
    ['The 2nd rising failed.', 2],
    ['rising no. 2', 2],
    ['Rising II came.', 2],
  ])('are words, figures and numerals: %s', (text, number) => {
    expect([...frames(text)[0]!.ordinals]).toEqual([number]);
  });

  it('are not every figure, nor the pronoun “I”', () => {
    expect([...frames('I saw 2 risings.')[0]!.ordinals]).toEqual([]);
  });
});

describe('strangers', () => {
  it('are capitalised words that mean nobody of the chapter', () => {
    expect(frames('Tostig met Mussolini.')[0]).toMatchObject({ strangers: 1 });
    expect(frames('Tostig met Aldwin.')[0]).toMatchObject({ strangers: 0 });
  });

  it('are not adjectives of a country, places, numerals or the first word', () => {
    expect(frames('Tostig met the French duke.')[0]!.strangers).toBe(0);
    expect(frames('Tostig won in Mexico.')[0]!.strangers).toBe(0);
    expect(frames('Nobody won.')[0]!.strangers).toBe(0);
  });

  it('are there at the head of a sentence too, where English has no such word', () => {
    expect(frames('Mussolini met Tostig.')[0]!.strangers).toBe(1);
  });
});

describe('content words', () => {
  it('are stems of what is part of nothing else', () => {
    expect([...frames('Aldwin was buying 3,000 horses in 1540.')[0]!.stems].sort()).toEqual(['3000', 'bui', 'hors']);
  });

  it('are the same with s and with z', () => {
    const stems = (text: string) => [...frames(text)[0]!.stems];
    expect(stems('They collectivized.')).toEqual(stems('They collectivised.'));
    // Of an irregular form, that of its verb too.
    expect(stems('They clung to it.')).toEqual(expect.arrayContaining(stems('They cling to it.')));
  });
});

describe('a part of a frame', () => {
  it('has what stands at the tokens asked for', () => {
    const [frame] = frames('Aldwin defeated Tostig and expelled Hereward from the Privy Chamber');
    const none = sliceFrame(frame!, () => false);
    expect([none.people, none.concepts, none.terms]).toEqual([[], [], []]);
    expect(sliceFrame(frame!, () => true)).toEqual(frame);
    expect(sliceFrame(frame!, (token) => token === 0).people.map(({ ids }) => ids[0])).toEqual(['aldwin']);
  });

  it('names its kinds of happening once each', () => {
    expect([...conceptNames(frames('Aldwin expelled them and expelled us.')[0]!)]).toEqual(['remove']);
  });
});
