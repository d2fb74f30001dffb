/** Dates in lists, of lives that went on until them, of debates told as questions, of second lives beside them. */
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

describe('a list of dates', () => {
  it('for as many happenings has one wrong where all others are right', () => {
    expect(soviet('Lenin had strokes in May 1922, December 1922 and July 1923.')).toEqual(['July 1923 → March 1923']);
    expect(soviet('Lenin’s strokes of May 1922, November 1922 and March 1923 ended his career.')).toEqual([
      'November 1922 → December 1922',
    ]);
  });

  it('may be right, or of something else', () => {
    expect(soviet('Lenin had strokes in May 1922, December 1922 and March 1923.')).toEqual([]);
    expect(soviet('Lenin had headaches in May 1922, December 1922 and July 1923.')).toEqual([]);
    expect(soviet('Lenin wrote in May 1922, December 1922 and July 1923.')).toEqual([]);
  });
});

describe('a life', () => {
  it.each([
    ['Trotsky lived until 1943.', '1943 → 1940'],
    ['Stalin lived to 1951.', '1951 → 1953'],
    ['Trotsky was the elder, born in 1874; Stalin came in 1880, or in December 1878 by the register.', '1874 → 1879'],
    ['Krupskaya died in 1936, and Trotsky in 1940.', '1936 → 1939'],
  ])('has its own dates: %s', (text, repair) => {
    expect(soviet(text)).toEqual([repair]);
  });

  it.each([
    'Stalin lived until March 1953.',
    'Trotsky lived until 1935 in France.',
    'Lenin lived in exile until 1905.',
    'Stalin did not live until 1954.',
    'Trotsky was born in 1879, Stalin in 1880.',
    'Krupskaya died in 1939, Trotsky a year later, in 1940.',
  ])('may be right, or told only in part: %s', (text) => {
    expect(soviet(text)).toEqual([]);
  });
});

describe('a question that a debate was about', () => {
  it('leaves the line’s date asserted', () => {
    expect(soviet('- May 1924: the great quarrel, permanent revolution or socialism in one country?')).toEqual(['May 1924 → April 1925']);
    expect(soviet('- April 1925: the great quarrel, permanent revolution or socialism in one country?')).toEqual([]);
  });

  it.each([
    '- March 1924: Lenin’s death?',
    '- 1926: debate, permanent revolution, which year?',
    '- 1926: debate: was it permanent revolution or socialism in one country?',
    '- 1926: debate on permanent revolution, or was it 1925?',
  ])('is none where the writer asks: %s', (text) => {
    expect(soviet(text)).toEqual([]);
  });
});

describe('the party without its capital', () => {
  it('is the chapter’s where somebody leaves it', () => {
    expect(soviet('In February 1928 Trotsky and Zinoviev lost their party cards.')).toEqual(['February 1928 → November 1927']);
    expect(soviet('In February 1928 Trotsky and Zinoviev were expelled from the party.')).toEqual(['February 1928 → November 1927']);
    expect(soviet('In November 1927 Trotsky and Zinoviev were expelled from the party.')).toEqual([]);
    expect(soviet('In February 1928 Trotsky and Zinoviev were kept from the party leadership.')).toEqual([]);
  });
});

describe('the number behind a meeting', () => {
  it('is wrong where all else tells another', () => {
    expect(soviet('In January 1924 Conference 12 said no to Trotsky’s views.')).toEqual(['12 → 13']);
    expect(soviet('- Jan 1924: conference number twelve condemns Trotsky’s views')).toEqual(['twelve → thirteen']);
  });

  it('is dated by what stands alone before a colon', () => {
    expect(soviet('- 21/1/1924 – Lenin dies. Same month: 12th Conference condemns Trotsky')).toEqual(['12th → 13th']);
    expect(soviet('- 21/1/1924 – Lenin dies. Same month: 13th Conference condemns Trotsky')).toEqual([]);
  });

  it('may be right, or a day', () => {
    expect(soviet('In January 1924 Conference 13 said no to Trotsky’s views.')).toEqual([]);
    expect(soviet('- March 1921: Congress, 8 to 16 March, adopts the NEP')).toEqual([]);
    expect(soviet('- March 1921: Congress 8–16 March adopts the NEP')).toEqual([]);
  });
});
