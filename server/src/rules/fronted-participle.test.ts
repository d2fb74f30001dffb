/** What a participle at the head of a sentence tells has its date for itself. */
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

describe('a date behind a participle that opens the sentence', () => {
  it.each([
    ['stalins-rise', 'Born in 1879, Trotsky joined the Bolsheviks late.'],
    ['stalins-rise', 'Born in 1888, Bukharin lost Pravda at an early age.'],
    ['stalins-rise', 'Born in 1869, Krupskaya married Lenin in exile.'],
    ['stalins-rise', 'Raised in 1890 by an aunt, Trotsky joined the Bolsheviks late.'],
    ['stalins-rise', 'Dismissed from the Politburo in July 1926, Zinoviev joined Trotsky.'],
    ['stalins-rise', 'Formed in July 1926, the United Opposition of Trotsky, Zinoviev and Kamenev gave up in December 1927.'],
    ['stalins-rise', 'Adopted in March 1921, the NEP brought back private trade.'],
    ['weimar-germany', 'Born in 1871, Ebert became President in 1919.'],
    ['french-revolution', 'Born in 1758, Robespierre was guillotined in July 1794.'],
  ])('is not that of what the sentence goes on to tell: %s: %s', (chapter, text) => {
    expect(found(chapter, text)).toEqual([]);
  });

  it.each([
    ['stalins-rise', 'Born in 1889, Trotsky joined the Bolsheviks late.', '1889'],
    ['stalins-rise', 'Krupskaya taught. Born in 1879, she had been married for many years by then.', '1879'],
    ['stalins-rise', 'Dismissed from the Politburo in July 1927, Zinoviev joined Trotsky.', 'July 1927'],
    ['stalins-rise', 'Formed in July 1925, the United Opposition of Trotsky, Zinoviev and Kamenev gave up in December 1927.', 'July 1925'],
    ['stalins-rise', 'Adopted in 1920, the NEP brought back private trade.', '1920'],
    ['weimar-germany', 'Born in 1881, Ebert became President in 1919.', '1881'],
  ])('is wrong of what the participle tells: %s: %s', (chapter, text, wrong) => {
    expect(found(chapter, text)).toEqual([wrong]);
  });
});
