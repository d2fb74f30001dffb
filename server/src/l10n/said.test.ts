import { expect, test } from 'vitest';
import { type DateValue, parseEdtf } from '../time/index';
import { languageOf } from './languages';
import { say, tell, write } from './said';

const french = languageOf('fr');
const value = (edtf: string): DateValue => {
  const parsed = parseEdtf(edtf);
  if (!parsed || !('edtf' in parsed)) throw new Error(edtf);
  return parsed as DateValue;
};

test.each([
  ['1922-04-03', '3 avril 1922', 'le 3 avril 1922', 'jusqu’au 3 avril 1922', 'dès le 3 avril 1922'],
  ['1924-01-01', '1er janvier 1924', 'le 1er janvier 1924', 'jusqu’au 1er janvier 1924', 'dès le 1er janvier 1924'],
  ['1922-04', 'avril 1922', 'en avril 1922', 'jusqu’en avril 1922', 'dès avril 1922'],
  ['1922', '1922', 'en 1922', 'jusqu’en 1922', 'dès 1922'],
  ['1921-21', 'printemps 1921', 'au printemps 1921', 'jusqu’à : printemps 1921', 'dès printemps 1921'],
  ['1921-22', 'été 1921', 'en été 1921', 'jusqu’en été 1921', 'dès été 1921'],
  ['192X', 'années 1920', 'dans les années 1920', 'jusqu’à : années 1920', 'dès années 1920'],
  ['19XX', 'XXe siècle', 'au XXe siècle', 'jusqu’à : XXe siècle', 'dès XXe siècle'],
  ['1880~', 'vers 1880', 'vers 1880', 'jusqu’à : vers 1880', 'dès vers 1880'],
  ['1922/1923', '1922–23', 'en 1922–23', 'jusqu’en 1922–23', 'dès 1922–23'],
  ['1917-10/1917-11', 'octobre–novembre 1917', 'en octobre–novembre 1917', 'jusqu’en octobre–novembre 1917', 'dès octobre–novembre 1917'],
])('%s in French', (edtf, date, when, until, from) => {
  const at = value(edtf);
  expect([{ date: at }, { when: at }, { until: at }, { from: at }].map((arg) => write(arg, french))).toEqual([date, when, until, from]);
});

test('facts stand where the sentence has them, and are no sentences themselves', () => {
  const said = say('The chapter names nobody called {name}.', { name: '{name} Held' });
  expect(write(said)).toBe('The chapter names nobody called {name} Held.');
  expect(write(said, french)).toBe('Le chapitre ne cite personne de ce nom : {name} Held.');
  expect(write('Held', french)).toBe('Held');
});

test('lists are joined as the language joins them', () => {
  const list = { list: ['a', 'b', 'c'], join: 'and' } as const;
  expect([write(list), write(list, french)]).toEqual(['a, b and c', 'a, b et c']);
});

test('what a bundle lacks is English', () => {
  expect(write(say('toString'), french)).toBe('toString');
  expect(tell('No such sentence.').message).toBe('No such sentence.');
});

test.each([
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['fr_FR.UTF-8', 'fr'],
  ['FR', 'fr'],
  ['frr', 'en-GB'],
  ['en', 'en-GB'],
  ['', 'en-GB'],
  [undefined, 'en-GB'],
  ['__proto__', 'en-GB'],
])('%s is answered in %s', (locale, tag) => expect(languageOf(locale).tag).toBe(tag));
