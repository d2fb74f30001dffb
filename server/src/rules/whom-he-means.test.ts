/** Whom pronouns mean: with a clipped auxiliary, and where the sentence before had an open one. */
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

describe('"he’d"', () => {
  it.each([
    'Krupskaya was ill. She’d died in 1939.',
    'Zinoviev was popular. He’d gladly lose his seat in the Politburo in July 1927.',
    'Zinoviev was popular. He’d have been dismissed from the Politburo in July 1927 if they had asked.',
  ])('is no mistake where it is right, or only supposed: %s', (text) => {
    expect(found('stalins-rise', text)).toEqual([]);
  });

  it.each([
    ['Krupskaya was ill. She’d died in 1936.', '1936'],
    ['Zinoviev and Kamenev were popular. They’d surrendered in December 1926.', 'December 1926'],
    ['Bukharin lost his friends. He’d been the editor of Pravda until 1927.', '1927'],
  ])('means whom "he" means: %s', (text, wrong) => {
    expect(found('stalins-rise', text)).toEqual([wrong]);
  });
});

describe('"he" behind an open "he"', () => {
  it.each([
    'Bukharin quarrelled with Stalin. He went to see Kamenev. He was editor of Pravda until April 1929.',
    'Bukharin quarrelled with Stalin. He went to see Kamenev. In July 1926 he was out of the Politburo.',
    'Zinoviev had a rival in Bukharin. He admired Stalin. In November 1929 he was dismissed from the Politburo.',
  ])('may be whoever the first may have been: %s', (text) => {
    expect(found('stalins-rise', text)).toEqual([]);
  });

  it.each([
    ['Bukharin looked for help from Trotsky. He went to see Kamenev and abused Stalin. He was editor of Pravda until 1927.', '1927'],
    [
      'Bukharin looked for help from Trotsky. He went to see Kamenev and abused Stalin. In June 1929 he was out of the Politburo.',
      'June 1929',
    ],
  ])('is held against what the chapter says of him: %s', (text, wrong) => {
    expect(found('stalins-rise', text)).toEqual([wrong]);
  });
});
