/** What is a word in its own right: English words, and names of people and places that the world knows whatever the chapter. */
import { plainWord, slavicReadings } from './fold';
import { perWord } from './memo';
import { decodeWordSet, type WordSet } from './word-set';
import * as data from './words.data';

let sets: { readonly common: WordSet; readonly proper: WordSet } | undefined;

function load(): { readonly common: WordSet; readonly proper: WordSet } {
  sets ??= { common: decodeWordSet(data.common), proper: decodeWordSet(data.proper) };
  return sets;
}

/** What may stand in the dictionary for a regularly inflected English word, the word itself left out. */
export function wordStems(word: string): string[] {
  const stems: string[] = [];
  for (const [ending, ...replacements] of INFLECTIONS) {
    if (!word.endsWith(ending!) || word.length - ending!.length < 3) continue;
    const head = word.slice(0, -ending!.length);
    for (const replacement of replacements) stems.push(head + replacement);
    if (ending === 'ed' && head.at(-1) === head.at(-2)) stems.push(head.slice(0, -1));
  }
  return stems;
}

const INFLECTIONS: readonly (readonly string[])[] = [
  ['ies', 'y'],
  ['ied', 'y'],
  ['es', ''],
  ['s', ''],
  ['ed', '', 'e'],
  ['ly', ''],
  ['ness', ''],
];

/** Whether the word, in lower case, is an English word: "right", "terror". */
export const isCommonWord = perWord((word) => {
  const plain = plainWord(word);
  const { common } = load();
  return common.has(plain) || wordStems(plain).some((stem) => common.has(stem));
});

/** Whether the word is an English word, or a first name, surname or place that is known beyond any chapter. Wrong now and then, in favour of knowing it. */
export const isKnownWord = perWord((word) => {
  if (isCommonWord(word)) return true;
  const { proper } = load();
  const plain = plainWord(word);
  if (proper.has(plain)) return true;
  return /^\p{Lu}/u.test(word) && slavicReadings(word).some((reading) => proper.has(`/${reading}`));
});
