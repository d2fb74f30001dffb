/** Lines of notes whose parts each have their own person: "Wallace blocks the door, Kennedy on television". */
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/unit/packs/knowledge';
import { parseNotes } from '../notes/index';
import { readNotes } from '../reading/index';
import { check } from './index';

const found = (chapter: string, text: string): string[] => {
  const notes = `---\nchapter: ${chapter}\n---\n\n${text}`;
  return check(readNotes(parseNotes(notes), knowledgeOf.get(chapter)!)).map(({ start, end }) => notes.slice(start, end));
};

describe('an item of a line', () => {
  it.each([
    ['french-revolution', '- **1793**\n- **21 Feb:** Louis XVI executed, Robespierre triumphant', '21 Feb'],
    ['weimar-germany', '- **1932**\n- **1 Jul:** Papen becomes Chancellor, Schleicher behind him', '1 Jul'],
    ['stalins-rise', '- **1924**\n- **21 Feb:** Lenin dies, Trotsky away in the south', '21 Feb'],
  ])('has the date of the line: %s: %s', (chapter, text, date) => {
    expect(found(chapter, text)).toEqual([date]);
  });

  it.each([
    ['french-revolution', '- **1793**\n- **21 Jan:** Louis XVI executed, Robespierre triumphant'],
    ['french-revolution', '- **1789**\n- **Oct:** The women of Paris march on Versailles, Necker looks on from afar'],
    ['french-revolution', '- **1794**\n- **5 Apr:** Danton executed, Robespierre at home'],
    ['weimar-germany', '- **1932**\n- **1 Jun:** Papen becomes Chancellor, Schleicher behind him'],
    ['weimar-germany', '- **1922**\n- **24 Jun:** Rathenau assassinated, Wirth horrified'],
    ['stalins-rise', '- **1924**\n- **21 Jan:** Lenin dies, Trotsky away in the south'],
  ])('has its own person: %s: %s', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });
});
