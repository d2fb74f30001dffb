import { describe, expect, it } from 'vitest';
import { chapterOf, read, smallChapter, smallKnowledge } from '../../../test/unit/reading/small-chapter';
import { parseNotes } from '../notes/index';
import { createKnowledge } from './knowledge';
import { mentionAt, readNotes } from './read';

const meant = (text: string, knowledge = smallKnowledge) =>
  read(text, knowledge).mentions.flatMap((mention) =>
    mention.kind === 'fact' ? [`${text.slice(mention.start, mention.end)} = ${mention.fact.id} (${mention.how})`] : [],
  );

describe('knowledge', () => {
  it('finds a fact by its id, in the first chapter that has it', () => {
    const other = chapterOf({ chapter: 'id: other\ntitle: Other\n', people: '- { id: aldwin, name: Another Aldwin }\n' });
    expect(createKnowledge([smallChapter, other]).fact('aldwin')?.name).toBe('Conrad Aldwin');
    expect(createKnowledge([other, smallChapter]).fact('aldwin')?.name).toBe('Another Aldwin');
    expect(smallKnowledge.fact('nobody')).toBeUndefined();
  });

  it('knows who is what to whom, both ways for the married', () => {
    expect(smallKnowledge.related('aldwin', 'wife')).toBe('merewen');
    expect(smallKnowledge.related('merewen', 'husband')).toBe('aldwin');
    expect(smallKnowledge.related('aldwin', 'husband')).toBeNull();
    expect(smallKnowledge.related('tostig', 'wife')).toBeNull();
  });

  it('knows the kinds of terms', () => {
    expect(smallKnowledge.termKindOf('privy-chamber')).toBe('body');
    expect(smallKnowledge.termKindOf('aldwin')).toBeUndefined();
  });

  it('knows common words of names from words that are only names', () => {
    expect(smallKnowledge.isNameWord('council')).toBe(true);
    expect(smallKnowledge.isNameWord('tostig')).toBe(false);
  });

  it('of no chapter knows nobody, and reads all the same', () => {
    const nothing = createKnowledge([]);
    expect(nothing.facts.frames).toEqual([]);
    expect(readNotes(parseNotes('Aldwin died in 1556.'), nothing).mentions.map(({ kind }) => kind)).toEqual(['date']);
  });

  it('knows who wrote a source', () => {
    const knowledge = createKnowledge([
      chapterOf({
        people: '- { id: ash, name: Eleanor Ash, short: Ash }\n- { id: oak, name: Peter Oak, short: Oak }\n',
        sources: '- { id: ash1999, authors: ["Ash, Eleanor"], title: My Life, year: 1999 }\n',
      }),
    ]);
    expect(knowledge.isAuthor('ash')).toBe(true);
    expect(knowledge.isAuthor('oak')).toBe(false);
  });
});

describe('what a text names', () => {
  it('is no length of time in small letters, and no surname behind an initial', () => {
    const knowledge = createKnowledge([
      chapterOf({
        timeline:
          '- { id: five-days, when: 1848-03, what: The town drives them out, name: Five Days of Ashby, names: [Five Days] }\n' +
          '- { id: rowe, when: 1954, what: The court rules, name: Rowe v. Ashby, names: [Rowe] }\n',
      }),
    ]);
    expect(meant('It rained for five days, and H. Rap Rowe and J. M. Rowe stayed.', knowledge)).toEqual([]);
    expect(meant('The Five Days, those five days, and Rowe.', knowledge)).toEqual([
      'Five Days = five-days (name)',
      'five days = five-days (name)',
      'Rowe = rowe (name)',
    ]);
  });

  it('is nobody of whom the text says that he is no relation, nor one without the article of his name', () => {
    const knowledge = createKnowledge([
      chapterOf({
        people: '- { id: la-farina, name: Giuseppe La Farina, short: La Farina }\n- { id: perks, name: Rosa Perks, short: Perks }\n',
      }),
    ]);
    expect(
      meant('Farini was sent. The Perkses left. Colonel Perkis, no relation of hers, came; so did Perks (not related).', knowledge),
    ).toEqual([]);
    expect(meant('La Farini was sent.', knowledge)).toEqual(['Farini = la-farina (misspelling)']);
  });

  it('is the longest name, without its possessive', () => {
    expect(meant('Conrad Aldwin’s death')).toEqual(['Conrad Aldwin = aldwin (name)']);
    expect(meant('The fall of Scarfell')).toEqual(['fall of Scarfell = siege (name)']);
  });

  it('is nobody of the chapter where a stranger’s first name stands before', () => {
    expect(meant('Philip Aldwin came')).toEqual([]);
  });

  it('is no slip where a line of the chapter has the very word', () => {
    const chapter = (line: string) =>
      chapterOf({
        people: '- { id: bremlo, name: Hugh Bremlodin }\n',
        timeline: `- { id: fair, when: 1520, what: ${line} }\n`,
      });
    expect(meant('They came to Bralmodin.', createKnowledge([chapter('Merchants hold a fair')]))).toEqual([
      'Bralmodin = bremlo (misspelling)',
    ]);
    expect(meant('They came to Bralmodin.', createKnowledge([chapter('Merchants of Bralmodin hold a fair')]))).toEqual([]);
  });

  it('is found by a mark', () => {
    expect(meant('@Tostig came')).toEqual(['Tostig = tostig (mark)']);
  });

  it('is found at an offset, the end taken in', () => {
    const reading = read('Tostig died in 1541.');
    expect(mentionAt(reading, 0)).toMatchObject({ kind: 'fact', fact: { id: 'tostig' } });
    expect(mentionAt(reading, 6)).toMatchObject({ kind: 'fact' });
    expect(mentionAt(reading, 9)).toBeNull();
    expect(mentionAt(reading, 17)).toMatchObject({ kind: 'date' });
  });
});
