/** "A year after …, in July 1795, the club was closed": which clause the date belongs to. */
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/unit/packs/knowledge';
import { parseNotes } from '../notes/index';
import { check } from '../rules/index';
import { readNotes } from './index';

const found = (chapter: string, text: string): string[] => {
  const notes = `---\nchapter: ${chapter}\n---\n\n${text}`;
  return check(readNotes(parseNotes(notes), knowledgeOf.get(chapter)!)).map(({ start, end }) => notes.slice(start, end));
};

describe('a date set off behind what is counted from', () => {
  it.each([
    [
      'weimar-germany',
      'Eight years after Stresemann called off passive resistance, in October 1931, Hitler and Hugenberg formed the Harzburg Front.',
    ],
    ['weimar-germany', 'Two years after Müller had resigned as Chancellor, in July 1932, Papen deposed the government of Prussia.'],
    [
      'weimar-germany',
      'Three years after Hindenburg was elected President, in May 1928, the Nazis won twelve seats in the Reichstag election.',
    ],
    ['weimar-germany', 'After Stresemann had died, in 1929, Hindenburg appointed Papen Chancellor.'],
    ['french-revolution', 'Three days after the King had dismissed Necker, on 14 July 1789, the people of Paris stormed the Bastille.'],
    ['stalins-rise', 'A year after he had written the Postscript, in January 1924, Lenin died.'],
  ])('is that of the main clause: %s: %s', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });

  it.each([
    [
      'french-revolution',
      'The day after the crowd had gone home, in August 1790, the National Assembly abolished feudalism.',
      'August 1790',
    ],
    ['weimar-germany', 'Some weeks after the sailors had gone home, in March 1919, the National Assembly met at Weimar.', 'March 1919'],
  ])('may be wrong for it: %s: %s', (chapter, text, date) => {
    expect(found(chapter, text)).toEqual([date]);
  });
});
