import { expect, it } from 'vitest';
import { nameNumber } from './numbers';

it.each([
  ['14th', 14],
  ['14', 14],
  ['XIV', 14],
  ['XIVth', 14],
  ['fourteenth', 14],
  ['Twenty-first', 21],
  ['twentieth', 20],
  ['XC', 90],
  ['1st', 1],
])('%s is %i', (word, number) => {
  expect(nameNumber(word)).toBe(number);
});

it.each(['1924', 'Lenin', 'IIII', 'VX', 'xiv', 'CIVIL', '14m', ''])('%s is no number of a name', (word) => {
  expect(nameNumber(word)).toBeNull();
});
