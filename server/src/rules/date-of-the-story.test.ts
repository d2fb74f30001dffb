/** A sentence without a date stands at that of the sentence before: it bears out what is told of the wrong person. */
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/unit/packs/knowledge';
import { parseNotes } from '../notes/index';
import { readNotes } from '../reading/index';
import { check } from './index';

/** What is found fault with in notes on a chapter. */
const found = (chapter: string, text: string): string[] => {
  const notes = `---\nchapter: ${chapter}\n---\n\n${text}`;
  return check(readNotes(parseNotes(notes), knowledgeOf.get(chapter)!)).map(({ start, end }) => notes.slice(start, end));
};

describe('what is told behind a date', () => {
  it.each([
    ['stalins-rise', 'In May 1925 there was trouble. Zinoviev and Kamenev turned against Stalin. Trotsky kept quiet.'],
    ['stalins-rise', 'In November 1929 Bukharin was removed from the Politburo. Rykov was removed from the Politburo by the same men.'],
    ['stalins-rise', 'In November 1929 the plenum met. Rykov was later removed from the Politburo.'],
    ['stalins-rise', 'In January 1924 the country mourned. Krupskaya died fifteen years later.'],
    ['french-revolution', 'In July 1794 the terror ended. Robespierre and Saint-Just were guillotined.'],
  ])('is true, or of another time: %s: %s', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });

  it.each([
    ['stalins-rise', 'In May 1925 there was trouble. Zinoviev and Tomsky turned against Stalin.', 'Tomsky'],
    ['stalins-rise', 'In November 1929 it was over. Rykov was removed from the Politburo.', 'Rykov'],
    ['stalins-rise', 'In July 1928 the two fell out. Stalin and Rykov clashed over collectivisation.', 'Rykov'],
    ['french-revolution', 'In July 1794 the terror ended. Marat and Saint-Just were guillotined.', 'Marat'],
  ])('is of another person: %s: %s', (chapter, text, wrong) => {
    expect(found(chapter, text)).toEqual([wrong]);
  });
});
