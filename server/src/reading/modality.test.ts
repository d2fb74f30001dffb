import { describe, expect, it } from 'vitest';
import { clauseModality, quotedTokens, reportsSomething, sentenceModality, supposedFrom } from './modality';
import { tokenise } from './tokens';

const ofSentence = (prose: string) => {
  const tokens = tokenise(prose);
  return sentenceModality(tokens, 0, tokens.length);
};
const ofClause = (prose: string) => {
  const tokens = tokenise(prose);
  return clauseModality(tokens, [{ from: 0, to: tokens.length }]);
};
/** The words that stand in quotation marks. */
const quoted = (prose: string) => {
  const tokens = tokenise(prose);
  const marked = quotedTokens(tokens, 0, tokens.length);
  return tokens.flatMap(({ text }, i) => (marked[i] ? [text] : [])).join(' ');
};

describe('a sentence', () => {
  it.each(['Did Lenin die in 1925?', 'Lenin died in 1925?!', '“Did he die in 1925?” she asked'])('asks: %s', (prose) => {
    expect(ofSentence(prose)).toBe('question');
  });

  it.each([
    'Suppose Lenin died in 1925.',
    'Perhaps Lenin died in 1925.',
    'Had Lenin lived until 1925, all would be different.',
    'And had he lived, Stalin was lost.',
    'Were he to die in 1925, what then.',
    'Trotsky would have won in 1925.',
    'Trotsky might well have won in 1925.',
    'In an alternate world Lenin died in 1925.',
  ])('supposes: %s', (prose) => {
    expect(ofSentence(prose)).toBe('hypothesis');
  });

  it.each(['It is a myth that Lenin died in 1925.', 'Many wrongly believe that he died in 1925.', 'Allegedly he died in 1925.'])(
    'reports an error: %s',
    (prose) => {
      expect(ofSentence(prose)).toBe('reported');
    },
  );

  it.each([
    'Lenin died in 1924.',
    'Stalin had defeated them by 1929.',
    'They were shot in 1937.',
    'He would later become Commissar.',
    'He wrote in 1923 that he would have no further dealings with Stalin.',
    'By 1924 he would have to leave.',
    'What he wrote was read in 1924.',
  ])('asserts: %s', (prose) => {
    expect(ofSentence(prose)).toBeNull();
  });

  it.each([
    ['Lenin died in 1924, and nobody would have believed it.', 'and'],
    ["Stalin won in 1925, but Trotsky wouldn't have minded.", 'but'],
    ['If Lenin lived in 1925, Stalin fell, and Trotsky would have won.', 'If'],
    ['Without Stalin Trotsky won in 1925, and Lenin would have liked it.', 'Without'],
    ['Trotsky wins in 1925, and Stalin would have lost.', 'Trotsky'],
    ['Lenin died in 1925, but it could have been 1924.', 'Lenin'],
    ['Lenin died in 1925, but that would have been wrong.', 'Lenin'],
    ['Trotsky would have won in 1925, and nobody knew.', 'Trotsky'],
  ])('supposes only behind a statement: %s', (prose, first) => {
    const tokens = tokenise(prose);
    expect(tokens[supposedFrom(tokens, 0, tokens.length)]!.text).toBe(first);
  });

  it('is judged within its own tokens', () => {
    const tokens = tokenise('Lenin died in 1924. Did Stalin die too?');
    expect(sentenceModality(tokens, 0, 5)).toBeNull();
    expect(sentenceModality(tokens, 5, tokens.length)).toBe('question');
  });
});

describe('a clause', () => {
  it.each([
    'he did not die in 1925',
    'he didn’t die in 1925',
    'he never joined the party',
    'no congress met in 1926',
    'nobody died in 1925',
    'he hardly met them',
  ])('denies: %s', (prose) => {
    expect(ofClause(prose)).toBe('negation');
  });

  it.each([
    'he did not die until 1924',
    'not until 1924 did he die',
    'he not only resigned in 1924',
    'he was no longer editor in 1929',
    'stroke no. 2 came in 1922',
    'not long after 1924 he fell',
    'he was removed without a vote',
    'no doubt he died in 1924',
  ])('denies nothing of its date: %s', (prose) => {
    expect(ofClause(prose)).toBeNull();
  });

  it.each(['if he died in 1925', 'unless he resigned', 'whether he died', 'he would die in 1925', 'he could resign'])(
    'supposes: %s',
    (prose) => {
      expect(ofClause(prose)).toBe('hypothesis');
    },
  );

  it.each(['he would later die in 1924', 'he would go on to lead the party', 'he could finally resign'])(
    'tells what came after: %s',
    (prose) => {
      expect(ofClause(prose)).toBeNull();
    },
  );

  it.each(['he hoped to become leader', 'he planned to resign in 1925', 'he refused to join', 'he failed to expel them'])(
    'tells only of an intention: %s',
    (prose) => {
      expect(ofClause(prose)).toBe('hypothesis');
    },
  );

  it('asserts what was hoped for, where no “to” follows', () => {
    expect(ofClause('he planned the rising of 1917')).toBeNull();
  });

  it.each(['he is said to have died in 1925', 'Lenin was widely believed to have died in 1925'])('tells hearsay: %s', (prose) => {
    expect(ofClause(prose)).toBe('reported');
  });

  it.each(['the film came out in 1936', 'a biography of Lenin appeared in 2000', 'our textbook has 1925'])(
    'tells of a work: %s',
    (prose) => {
      expect(ofClause(prose)).toBe('bibliographic');
    },
  );

  it('does not tell of a work that stands far behind', () => {
    expect(ofClause('in 1922 Lenin dictated a book')).toBeNull();
  });

  it('with two ranges is judged in both', () => {
    const tokens = tokenise('Lenin (who lived) did not die');
    expect(
      clauseModality(tokens, [
        { from: 0, to: 1 },
        { from: 5, to: tokens.length },
      ]),
    ).toBe('negation');
  });
});

describe('quotation marks', () => {
  it.each([
    ['he said “Lenin died in 1925” and left', 'Lenin died in 1925'],
    ['he said "Lenin died in 1925" and left', 'Lenin died in 1925'],
    ['he said «Lenin died in 1925» and left', 'Lenin died in 1925'],
    ['he said ‘Lenin died in 1925’ and left', 'Lenin died in 1925'],
  ])('round a statement: %s', (prose, inner) => {
    expect(quoted(prose)).toBe(inner);
  });

  it('round a name or a short phrase are none', () => {
    expect(quoted('the “Left Opposition” lost')).toBe('');
    expect(quoted('the so-called “man of steel” won')).toBe('');
  });

  it('round many words are a quotation even without a verb', () => {
    expect(quoted('his “great and glorious plan for all mankind” began')).toBe('great and glorious plan for all mankind');
  });

  it('that are never closed quote nothing', () => {
    expect(quoted('he said “Lenin died in 1925 and left')).toBe('');
  });
});

describe('words of opinion', () => {
  const reports = (prose: string) => {
    const tokens = tokenise(prose);
    return reportsSomething(tokens, [{ from: 0, to: tokens.length }]);
  };

  it('report', () => {
    expect(reports('my uncle insists')).toBe(true);
    expect(reports('one pupil wrote')).toBe(true);
  });

  it('are not any words', () => {
    expect(reports('Lenin died')).toBe(false);
  });
});
