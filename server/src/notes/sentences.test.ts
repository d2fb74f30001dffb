import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_SENTENCE, sentences } from './sentences';

/** A bar marks each boundary. */
function split(marked: string): void {
  const parts = marked.split(/\s*\|\s*/);
  const prose = parts.join(' ');
  expect(sentences(prose).map(({ start, end }) => prose.slice(start, end))).toEqual(parts);
}

describe('ends a sentence', () => {
  it.each([
    'Lenin died in 1924. | Stalin took over.',
    'What did he do about it? | Almost nothing.',
    'No more factions! | It was 1921.',
    'He waited … | Then he struck.',
    'He said: "It is over." | Then he left.',
    '(He had been warned.) | He went on.',
    'In 1923 he was ill. | 1924 was worse.',
    'It was printed in the U.S.S.R. | He never saw it.',
    'The word comes from Rome, against T. | The rest is known.',
    'Kulaks, traders, etc. | Everybody lost.',
    'He was shot in Jan. | The news came late.',
    'he died in 1924. | then came the struggle.',
    'trotsky lost his party card. | he went abroad.',
    'It changed after World War I. | Germany was weak.',
    'Was it him? | No. | He was ill.',
    'The vote came at 5 p.m. | Nobody left.',
    '‘Enough.’ | He stood up.',
  ])('%s', split);

  it('even where the space is missing', () => {
    const prose = 'He died in 1924.Then Stalin ruled.';
    expect(sentences(prose).map(({ start, end }) => prose.slice(start, end))).toEqual(['He died in 1924.', 'Then Stalin ruled.']);
  });
});

describe('goes on', () => {
  it.each([
    'A new General Secretary, J. V. Stalin, took the chair.',
    'J.V. Stalin and N. K. Krupskaya met.',
    'Robert Service (2005, p. 210) is on the side of tradition.',
    'See pp. 15–16 and vol. II for more.',
    'On 21 Jan. 1924 he died.',
    'Dr. Zhivago met St. Petersburg and Prof. Carr.',
    'He was born c. 1880 in Gori.',
    'Some, e.g. Zinoviev, i.e. the boss, agreed.',
    'It was no. 1 on the list.',
    'The Gen.-Sec. Stalin had the files.',
    'The Triumvirate: Z., K. & S. against T., word comes from Rome',
    'Growth was 3.5 per cent on 25.12.1922 at noon.',
    'He asked "Why me?" and left.',
    'Really?! asked nobody, and … nothing came.',
    'First came ideas; then came power: both mattered.',
    'Trots. + Zin. out of CC Oct. 1927',
    'Trots. was out of the party.',
    '1. Introduction to the problem',
    'The govt. of the day, approx. three men, fell.',
    'It happened on 25. 12. 1922 in Moscow.',
    'Lynch et al. Stalin edition',
    'He went to the U.S. Senate.',
    'Stalin v. Bukharin was the question.',
  ])('%s', split);
});

it('leaves out the space around sentences and keeps everything else', () => {
  expect(sentences('   One.    Two   ')).toEqual([
    { start: 3, end: 7 },
    { start: 11, end: 14 },
  ]);
  expect(sentences('')).toEqual([]);
  expect(sentences('     ')).toEqual([]);
});

it('covers any text once and in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Stalin', 'J', '.', '. ', '? ', '…', '"', ' ', '1924', 'p', 'the ', '\ud800', '😀', ')', 'Dr')),
      (pieces) => {
        const prose = pieces.join('');
        let last = 0;
        for (const { start, end } of sentences(prose)) {
          expect(prose.slice(last, start).trim()).toBe('');
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(prose.slice(last).trim()).toBe('');
      },
    ),
  );
});

it('ends what is too long to be a sentence, after a word where there is one', () => {
  const long = (word: string) => word.repeat(Math.ceil((3 * LONGEST_SENTENCE) / word.length));
  for (const prose of [
    long('word, '),
    `Short. ${long('word   ')}and the end. Short.`,
    long('x'),
    `a ${long('y')} b`,
    long('word') + ' '.repeat(9000),
  ]) {
    const found = sentences(prose);
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...found.map(({ start, end }) => end - start))).toBeLessThanOrEqual(LONGEST_SENTENCE);
    expect(
      found
        .map(({ start, end }) => prose.slice(start, end))
        .join('')
        .replace(/\s/g, ''),
    ).toBe(prose.replace(/\s/g, ''));
    for (const { start, end } of found) expect(prose.slice(start, end)).toBe(prose.slice(start, end).trim());
    if (prose.startsWith('word, ')) for (const { start, end } of found) expect(prose.slice(start, end)).toMatch(/^word.*word,$/);
  }
});
