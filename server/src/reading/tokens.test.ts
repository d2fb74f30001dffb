import { describe, expect, it } from 'vitest';
import { tokenise } from './tokens';

const texts = (prose: string) => tokenise(prose).map(({ text }) => text);

describe('tokens', () => {
  it('are words, numbers and punctuation, in order', () => {
    expect(tokenise('Lenin died, aged 53.').map(({ kind, text }) => [kind, text])).toEqual([
      ['word', 'Lenin'],
      ['word', 'died'],
      ['punctuation', ','],
      ['word', 'aged'],
      ['number', '53'],
      ['punctuation', '.'],
    ]);
  });

  it('of nothing are none', () => {
    expect(tokenise('')).toEqual([]);
    expect(tokenise(' \t\n\u00a0 ')).toEqual([]);
  });

  it.each(['Lenin’s', "Lenin's", "LENIN'S"])('take the possessive ending of %s out of the text, and into the end', (word) => {
    const [token] = tokenise(`${word} wife`);
    expect(token).toMatchObject({ lower: 'lenin', possessive: true, start: 0, end: 7 });
    expect(token!.text).toHaveLength(5);
  });

  it('know the apostrophe behind a plural as a possessive', () => {
    expect(tokenise('the workers’ state')[1]).toMatchObject({ text: 'workers', possessive: true });
    expect(tokenise("the workers' state")[1]!.possessive).toBe(true);
    expect(tokenise('he shot “traitors”')[3]!.possessive).toBe(false);
  });

  it('keep contractions whole, their apostrophe straight', () => {
    expect(tokenise('didn’t')[0]).toMatchObject({ text: 'didn’t', lower: "didn't", possessive: false });
  });

  it('keep hyphens inside a word, and dashes apart', () => {
    expect(texts('Brest-Litovsk')).toEqual(['Brest-Litovsk']);
    expect(texts('war - peace')).toEqual(['war', '-', 'peace']);
    expect(texts('war—peace')).toEqual(['war', '—', 'peace']);
    expect(texts('1924–29')).toEqual(['1924', '–', '29']);
  });

  it('keep initials that touch as one word', () => {
    expect(texts('V.I. Lenin')).toEqual(['V.I', '.', 'Lenin']);
    expect(texts('V. I. Lenin')).toEqual(['V', '.', 'I', '.', 'Lenin']);
  });

  it.each(['1,000', '3.5', '14th', '1920s', '21st', '1924'])('read %s as one number', (number) => {
    expect(tokenise(number)).toMatchObject([{ kind: 'number', text: number, start: 0, end: number.length }]);
  });

  it('do not swallow the word that touches a number', () => {
    expect(texts('1924x')).toEqual(['1924', 'x']);
    expect(texts('5km')).toEqual(['5', 'km']);
  });

  it('tell capitals of every alphabet', () => {
    expect(tokenise('Élysée école Ленин').map(({ capitalised }) => capitalised)).toEqual([true, false, true]);
  });

  it.each([
    '🚩 Lenin’s 👩‍🏭 café — naïve Škoda, e\u0301tat; “Москва” 1924\u00a0🎉.',
    'a\ud800b \udc00 Lenin',
    '𝟙𝟡𝟚𝟜 𝓛enin',
    '† … – — ’ʹʼ` x’y',
  ])('stand where the source has them: %j', (prose) => {
    let last = 0;
    for (const token of tokenise(prose)) {
      const source = prose.slice(token.start, token.end);
      expect(token.start).toBeGreaterThanOrEqual(last);
      expect(token.possessive ? source.slice(0, token.text.length) : source).toBe(token.text);
      last = token.end;
    }
  });

  it('leave out nothing but blanks', () => {
    const prose = '🚩 Lenin’s 👩‍🏭 café — “Москва” 1924.';
    const kept = tokenise(prose).map(({ start, end }) => prose.slice(start, end));
    expect(kept.join('')).toBe(prose.replace(/\s/g, ''));
  });
});
