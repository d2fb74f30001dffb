/** "Four days later": counted from what was told last, not from the last date. */
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/unit/packs/knowledge';
import { parseNotes } from '../notes/index';
import { readNotes } from '../reading/index';
import { check } from './index';

const found = (chapter: string, text: string): string[] => {
  const notes = `---\nchapter: ${chapter}\n---\n\n${text}`;
  return check(readNotes(parseNotes(notes), knowledgeOf.get(chapter)!)).map(({ start, end }) => notes.slice(start, end));
};

describe('a distance from what was told since the last date', () => {
  it.each([
    [
      'french-revolution',
      'Necker was dismissed on 11 July 1789. Then the Bastille was stormed. Three weeks later feudalism was abolished.',
    ],
    [
      'french-revolution',
      'In June 1793 the Girondins were expelled. Before long Marat was in his grave too, and two weeks later Robespierre joined the Committee of Public Safety.',
    ],
    [
      'weimar-germany',
      'Papen became Chancellor on 1 June 1932. Within weeks he had deposed the government of Prussia, and eleven days later the Nazis became the largest party in the Reichstag.',
    ],
    [
      'weimar-germany',
      'In April 1922 Rathenau signed the Treaty of Rapallo. A few weeks afterwards he was shot, and seven months later the French occupied the Ruhr.',
    ],
    [
      'stalins-rise',
      'In March 1921 the NEP was adopted. Eventually Stalin became General Secretary, and a month later Lenin had his first stroke.',
    ],
    ['weimar-germany', 'In 1924 Hitler was sentenced. The Young Plan was signed, and five months later the New York stock market crashed.'],
    [
      'weimar-germany',
      'Rathenau was murdered in 1922. Then came the occupation of the Ruhr. Seven months later Stresemann became Chancellor.',
    ],
    [
      'weimar-germany',
      'In 1930 Hindenburg appointed Brüning Chancellor. The Nazis lost thirty-four seats, and four weeks later Hindenburg appointed Schleicher Chancellor.',
    ],
  ])('is right: %s: %s', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });

  it.each([
    ['french-revolution', 'Necker was dismissed on 11 July 1789. Nine days later the Bastille was stormed.', 'Nine days later'],
    ['stalins-rise', 'In March 1921 the NEP was adopted. Three years later Stalin became General Secretary.', 'Three years later'],
    [
      'weimar-germany',
      'Papen became Chancellor on 1 June 1932. He had few friends. Three weeks later he deposed the government of Prussia.',
      'Three weeks later',
    ],
  ])('is wrong where nothing stands between: %s: %s', (chapter, text, amount) => {
    expect(found(chapter, text)).toEqual([amount]);
  });
});

it('is no other person’s that “within a year of” his death came something else', () => {
  expect(found('french-revolution', 'Within three years of Mirabeau’s death came the assassination of Marat.')).toEqual([]);
});

describe('a distance to the day', () => {
  it.each([
    ['french-revolution', 'A year to the day after the Tennis Court Oath the deputies met again.'],
    ['french-revolution', 'Three years to the day after the Tuileries had been stormed nobody spoke of it.'],
    ['weimar-germany', 'Five years to the day after the proclamation of the Republic came the Munich Putsch.'],
    [
      'weimar-germany',
      'Five years, almost to the day, after the proclamation of the Republic Hitler and Ludendorff tried to seize power in Munich.',
    ],
  ])('is that of years: %s: %s', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });

  it('may be wrong', () => {
    expect(found('weimar-germany', 'Nine years to the day after the proclamation of the Republic came the Munich Putsch.')).toEqual([
      'Nine years to the day',
    ]);
  });
});
