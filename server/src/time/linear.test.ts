import { describe, expect, it } from 'vitest';
import { readDates } from './index';
import { lex } from './lexer';
import { readExpressions } from './read';

/** How often the reader looks at a token of the text. */
function looks(text: string): number {
  let count = 0;
  const tokens = new Proxy(lex(text).tokens, {
    get(target, key) {
      count++;
      return Reflect.get(target, key);
    },
  });
  readExpressions({ text, tokens, timelineHead: false });
  return count;
}

const HOSTILE: Record<string, string> = {
  'opening brackets': '(',
  digits: '1',
  'digits and commas': '1,',
  'years and dashes': '1924-',
  'days and commas': '5, ',
  'days without a month': '5 and 6 or ',
  months: 'May ',
  'months and': 'May and ',
  'years and months': '1924 May ',
  'the the': 'the ',
  parts: 'early the end of the ',
  approximations: 'about around c. ',
  modifiers: 'not more than a little less than ',
  'numbers in words': 'twenty-',
  hundreds: 'hundred and one ',
  weekdays: 'Sunday, ',
  seasons: 'the spring and ',
  'relative words': 'the following the next that same ',
  apostrophes: "'24 ",
  eras: 'B.C. 9 ',
  letters: 'a',
  spaces: ' ',
  newlines: '\n\n',
  slashes: '5/5/',
  'half phrases': 'a year and a ',
};

describe('a hostile line', () => {
  it.each(Object.entries(HOSTILE))('of %s is read in steps linear in its length', (_name, piece) => {
    const short = piece.repeat(Math.ceil(5000 / piece.length));
    const once = looks(short);
    const twice = looks(short + short);
    expect(twice).toBeLessThanOrEqual(2.1 * once + 200);
    expect(twice).toBeLessThan(short.length * 2 * 100 + 200);
  });

  it.each(Object.entries(HOSTILE))('of 100,000 characters (%s) is read to its end', (_name, piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const mentions = readDates(`${text} In 1924.`, { anchor: null });
    for (let i = 1; i < mentions.length; i++) expect(mentions[i]!.start).toBeGreaterThanOrEqual(mentions[i - 1]!.start);
  });
});
