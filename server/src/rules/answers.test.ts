/** Questions with short answers, on whole packs: a question and its answer are one telling. */
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/unit/packs/knowledge';
import { parseNotes } from '../notes/index';
import { readNotes } from '../reading/index';
import { check } from './index';

const found = (pack: string, text: string) =>
  check(readNotes(parseNotes(text), knowledgeOf.get(pack)!)).map(({ start, end }) => text.slice(start, end));

describe('the date of an answer', () => {
  it.each([
    ['weimar-germany', '**3. Who signed the Treaty of Rapallo, and when?**\nRathenau, in April 1923.', 'April 1923'],
    ['weimar-germany', '**3. Who signed the Treaty of Rapallo, and when?**\nRathenau, in April 1922.', null],
    ['weimar-germany', 'Q: When was Erzberger murdered?\nA: In August 1922, while he was out walking.', 'August 1922'],
    ['weimar-germany', 'Q: When was Erzberger murdered?\nA: In August 1921, while he was out walking.', null],
    ['stalins-rise', '**What did the 10th Congress adopt?**\nThe NEP, in March 1922.', 'March 1922'],
    ['stalins-rise', '**What did Trotsky do in exile?**\nFounded the Fourth International; until 1940.', null],
    ['stalins-rise', '**Which came first, the founding of the Fourth International or the murder?**\nThe founding, 1939.', null],
    ['stalins-rise', '**Who could have founded the Fourth International?**\nTrotsky, in 1930.', null],
    ['weimar-germany', '**7. What happened in April 1923?**\nRathenau signed the Treaty of Rapallo.', 'April 1923'],
    ['weimar-germany', '**7. What happened in April 1922?**\nRathenau signed the Treaty of Rapallo.', null],
  ])('%s: %s', (pack, text, wrong) => {
    expect(found(pack, text)).toEqual(wrong === null ? [] : [wrong]);
  });
});

describe('those whom an answer lists', () => {
  it.each([
    ['stalins-rise', 'Which two men were expelled from the Party in November 1927?\nTrotsky and Kamenev.', 'Kamenev'],
    ['stalins-rise', 'Which two men were expelled from the Party in November 1927?\nTrotsky and Zinoviev.', null],
    ['stalins-rise', 'Who were Stalin’s partners in the triumvirate?\nZinoviev and Rykov.', 'Rykov'],
    ['stalins-rise', 'Who were Stalin’s partners in the triumvirate?\nZinoviev and Kamenev.', null],
    ['stalins-rise', 'Who were Stalin’s partners against the triumvirate of old?\nBukharin and Rykov.', null],
    ['stalins-rise', '**6. Name the three members of the United Opposition.**\nTrotsky, Zinoviev, Bukharin.', 'Bukharin'],
    ['stalins-rise', '**6. Name three enemies of the United Opposition.**\nStalin, Rykov, Bukharin.', null],
    ['stalins-rise', 'Who knew of Lenin’s letter to Stalin?\nTrotsky.', null],
  ])('%s: %s', (pack, text, wrong) => {
    expect(found(pack, text)).toEqual(wrong === null ? [] : [wrong]);
  });
});

describe('an age that answers', () => {
  it.each([
    ['How old was Ebert when he died?\n64.', '64'],
    ['How old was Ebert when he died?\n54.', null],
    ['How old was Ebert when he learned to ride?\n14.', null],
    ['How many years was Ebert in office when he died?\n16.', null],
  ])('%s', (text, wrong) => {
    expect(found('weimar-germany', text)).toEqual(wrong === null ? [] : [wrong]);
  });
});
