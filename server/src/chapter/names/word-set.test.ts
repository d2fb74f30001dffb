import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeWordSet, encodeWordSet } from './word-set';

it('never misses a member', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 16 }), (words, bits) => {
      const set = decodeWordSet(encodeWordSet(words, bits));
      expect(words.filter((word) => !set.has(word))).toEqual([]);
    }),
  );
});

it('seldom takes a stranger for a member', () => {
  const set = decodeWordSet(
    encodeWordSet(
      Array.from({ length: 5_000 }, (_, i) => `member ${i}`),
      10,
    ),
  );
  const strangers = Array.from({ length: 20_000 }, (_, i) => `stranger ${i}`);
  expect(strangers.filter((word) => set.has(word)).length).toBeLessThan(60);
});
