/** Whose book a title, a year or a page is of, where other authors stand beside the chapter’s. */
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/unit/packs/knowledge';
import { parseNotes } from '../notes/index';
import { readNotes } from '../reading/index';
import { check } from './index';

/** What is found fault with in notes on a chapter, and the first repair of each. */
const repaired = (chapter: string, text: string): string[] => {
  const notes = `---\nchapter: ${chapter}\n---\n\n${text}`;
  return check(readNotes(parseNotes(notes), knowledgeOf.get(chapter)!)).map(
    ({ start, end, fixes }) => `${notes.slice(start, end)} → ${fixes[0]?.edits[0]?.newText ?? ''}`,
  );
};

const soviet = (text: string) => repaired('stalins-rise', text);

describe('a book of another author', () => {
  it.each([
    'Unlike Boris Souvarine, whose *Stalin* came out in 1935, Service saw the archives.',
    'Service reviewed Radzinsky’s *Stalin* (1996).',
    'Lynch knows the *Stalin* by Adam Ulam, published in 1973.',
    'Conquest’s *Stalin* appeared in 1991; Service wrote in 2005.',
    'Kuromiya, who quotes Trotsky’s *Stalin* of 1946, is careful.',
    'Service, like Volkogonov in his book of 1991, blames him.',
    'Kuromiya doubts it; a biography of Stalin by Khlevniuk, published in 2015, does not.',
    'Kuromiya follows Robert Tucker, whose study of Stalin appeared in 1973.',
    'Unlike Service, Montefiore wrote a lively book, published in 2003.',
    'Robert Service’s *Trotsky* appeared in 2009.',
    'The Russian translation of Service’s *Stalin: A Biography* came out in 2014.',
    'Kuromiya’s *Stalin* (a second edition of 2013) says so.',
  ])('is not the chapter’s source: %s', (text) => {
    expect(soviet(text)).toEqual([]);
  });

  it.each([
    ['Kuromiya, whose *Stalin* came out in 1995, doubts it.', '1995 → 2005'],
    ['In his *Stalin* Kuromiya, whose book appeared in London in 2015, doubts it.', '2015 → 2005'],
    ['Robert Service, *Stalin: A Biography* (London: Pan, 2015), p. 210.', '2015 → 2005'],
    ['Deutscher came first. Robert Service, whose *Stalin: A Biography* came out in 2015, came later.', '2015 → 2005'],
  ])('does not hide a wrong year of the source: %s', (text, repair) => {
    expect(soviet(text)).toEqual([repair]);
  });
});

describe('a range of pages', () => {
  it('is a slip where both ends lack the same digit', () => {
    expect(soviet('He is warned of [@lynch1990, pp. 5–6].')).toEqual(['5–6 → 15–16']);
    expect(soviet('He is warned of [@lynch1990, pp. 1–1].')).toEqual([]);
    expect(soviet('He is warned of [@lynch1990, pp. 5–7].')).toEqual([]);
    expect(soviet('He is warned of [@lynch1990, p. 5].')).toEqual([]);
  });
});
