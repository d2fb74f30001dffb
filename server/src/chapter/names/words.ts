/** What is a word in its own right: English words, and names of people and places that the world knows whatever the chapter. */
import { plainWord } from './fold';

/** Whether the word is in the English dictionary in lower case: "right", "terror". */
export function isCommonWord(word: string): boolean {
  void plainWord(word);
  return false;
}

/** Whether the word is an English word, or a first name, surname or place that is known beyond any chapter. */
export function isKnownWord(word: string): boolean {
  return isCommonWord(word);
}
