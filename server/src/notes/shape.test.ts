import { expect, test } from 'vitest';
import { parseNotes } from './index';
import { shapeOf } from './shape';

test.each([
  ['- @Stalin and @[Lev Trotsky] met *twice* in 1905.', 'list-item, 49 characters, 7 words, 1 numbers, 2 person, 1 emphasis'],
  ['Сталин 😀 e\u0301 \u202e \ud800', /^paragraph, .*letters beyond ASCII, combining marks, emoji, invisible characters, lone surrogates$/],
  ['- 1922 Dec: x', /^list-item, .*timeline line$/],
])('%j', (text, shape) => {
  const told = shapeOf(parseNotes(text).blocks[0]!);
  if (typeof shape === 'string') expect(told).toBe(shape);
  else expect(told).toMatch(shape);
});

test('no word of the text is in it', () => {
  const words = ['Qwertz', 'Yxcvb', '1234567', 'Asdf'];
  const told = parseNotes(`# ${words.join(' ')}\n\n@[${words[0]}] [[${words[1]}]] [@${words[3]}1999, p. 1]\n`).blocks.map(shapeOf);
  for (const word of words) expect(told.join()).not.toContain(word);
});
