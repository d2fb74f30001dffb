/** A sentence without a date stands at that of the sentence before, and "this step" takes up what that one told. */
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
    ['stalins-rise', 'In November 1929 the plenum met. Rykov had been removed from the Politburo.'],
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

describe('"this step"', () => {
  it.each([
    'The Bolsheviks adopted the NEP. This change was made in March 1921.',
    'The Central Committee kept Lenin’s Testament secret. This step was taken in May 1924.',
    'Bukharin lost Pravda. This event was celebrated in April 1934.',
    'The Central Committee kept Lenin’s Testament secret. This decision was taken in May 1923.',
  ])('has its own date, or none that can be judged: %s', (text) => {
    expect(found('stalins-rise', text)).toEqual([]);
  });

  it.each([
    ['The Bolsheviks adopted the NEP. This change took place in March 1922.', 'March 1922'],
    ['The Bolsheviks banned factions. That move came in March 1922.', 'March 1922'],
    ['The Central Committee kept Lenin’s Testament secret. This step was taken in May 1923.', 'May 1923'],
  ])('is held against what it takes up: %s', (text, wrong) => {
    expect(found('stalins-rise', text)).toEqual([wrong]);
  });
});
