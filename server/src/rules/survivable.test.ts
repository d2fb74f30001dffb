import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/unit/packs/knowledge';
import { parseNotes } from '../notes/index';
import { readNotes } from '../reading/index';
import { check } from './index';

const found = (chapter: string, text: string): string[] => {
  const notes = `---\nchapter: ${chapter}\n---\n\n${text}`;
  return check(readNotes(parseNotes(notes), knowledgeOf.get(chapter)!)).map(({ start, end }) => notes.slice(start, end));
};

describe('what one may live on after', () => {
  it.each([
    ['stalins-rise', 'Lenin was shot in August 1918.'],
    ['stalins-rise', '## Lenin\n\n- shot by a woman, Aug 1918'],
    ['stalins-rise', '## Trotsky\n\n- stabbed on the way to Siberia, Jan 1928'],
    ['weimar-germany', 'Erzberger was shot in January 1920 by a student.'],
    ['weimar-germany', '## Hitler\n\n- shot in the leg, Oct 1916'],
    ['french-revolution', '## Danton\n\n- stabbed by a bull’s horn, Aug 1769'],
  ])('is no death at another time: %s: %s', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });

  it.each([
    ['weimar-germany', 'Rathenau was shot in June 1923.', 'June 1923'],
    ['weimar-germany', 'Rathenau was shot dead in Berlin in May 1924.', 'May 1924'],
    ['french-revolution', 'Marat was stabbed in July 1794.', 'July 1794'],
    ['french-revolution', 'Marat was stabbed to death in 1795.', '1795'],
  ])('is one with a date that is one slip from it, or where the words say so: %s: %s', (chapter, text, date) => {
    expect(found(chapter, text)).toEqual([date]);
  });
});
