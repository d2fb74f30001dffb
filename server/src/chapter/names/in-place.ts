/** A word in its place in a name of several words: what it takes there to be a slip, though it may be a word of its own elsewhere. */
import { derivedFrom } from './derived';
import { plainWord } from './fold';
import { givenNameClasses } from './given-names';
import { nameNumber } from './numbers';
import { isTitle } from './people';
import type { LimitOf } from './phrases';
import { slipLimit } from './slips';
import { isCapitalised } from './tokens';
import { isCommonWord, isKnownWord } from './words';

const LITTLE = new Set('the a an of and in on at for to von van de der den du la le al el v'.split(' '));
/** One slip that is easily made. */
const ONE_SLIP = 0.9;
/** A letter doubled or halved, or two letters that changed places. */
const LIGHTEST_SLIP = 0.6;
/** Shorter words are too near to too many others. */
const LONG_WORD = 6;
/** Beside the rest of a name an unknown word may be further from what was meant. */
const BESIDE = 0.45;

/** `isOwn`: the word is listed, or the writer's own. */
export function limitInPlace(isOwn: (word: string) => boolean): LimitOf {
  return (written, { fact, words, gap }) => {
    const listed = words[gap]!;
    if (!isCapitalised(written) || !isCapitalised(listed) || isOwn(written) || nameNumber(written) !== null) return null;
    const [own, right] = [plainWord(written), plainWord(listed)];
    const most = slipLimit(right.length);
    if (most === null || own.length < 3 || isSameWord(own, right)) return null;
    const others = words.filter((word, i) => i !== gap && isContent(word)).length;
    const limit = fact.kind === 'person' ? ofPerson(written, own, right, most, gap, words) : ofThing(own, right, most, others);
    // Particles alone tell little: "van der Lube".
    return limit === null || others > 0 ? limit : Math.min(limit, LIGHTEST_SLIP);
  };
}

function ofPerson(written: string, own: string, right: string, most: number, gap: number, words: readonly string[]): number | null {
  const isGiven = gap < words.length - 1;
  // Given names have a form in every language, and a surname has many bearers.
  if (isGiven && givenNameClasses(written).length > 0) return null;
  if (!isKnownWord(written)) return right.length >= LONG_WORD ? most + BESIDE : most;
  if (own[0] !== right[0]) return null;
  if (isGiven) return right.length >= LONG_WORD ? ONE_SLIP : null;
  return right.length >= LONG_WORD ? most : LIGHTEST_SLIP;
}

function ofThing(own: string, right: string, most: number, others: number): number | null {
  if (!isKnownWord(own) && !isKnownWord(own[0]!.toUpperCase() + own.slice(1))) return most;
  if (own[0] !== right[0] || right.length < LONG_WORD - 1) return null;
  if (others >= 2) return Math.min(most, ONE_SLIP);
  if (others === 0) return null;
  if (!isCommonWord(own)) return Math.min(most, ONE_SLIP);
  // Beside one other word, two words of English are two names, unless the letters only changed places.
  return right.length >= LONG_WORD && sorted(own) === sorted(right) ? LIGHTEST_SLIP : null;
}

const isContent = (word: string): boolean => word.length >= 3 && !LITTLE.has(word.toLowerCase()) && !isTitle(word);
const sorted = (word: string): string => [...word].sort().join('');

/** Another form of the word: its plural, what is made from it, its British or American spelling. */
function isSameWord(a: string, b: string): boolean {
  if (`${a}s` === b || `${b}s` === a || `${a}es` === b || `${b}es` === a) return true;
  if (!isKnownWord(a)) return false;
  if (derivedFrom(a).some(({ stem, whole }) => whole && stem === b) || derivedFrom(b).some(({ stem, whole }) => whole && stem === a))
    return true;
  return atlantic(a) === atlantic(b);
}

/** What British and American spellings have in common. */
const atlantic = (word: string): string =>
  word
    .replace(/our/g, 'or')
    .replace(/(?<=[^aeiou])re$/, 'er')
    .replace(/enc/g, 'ens')
    .replace(/mme$/, 'm')
    .replace(/ogue$/, 'og')
    .replace(/[ao]e/g, 'e')
    .replace(/ll/g, 'l')
    .replace(/z/g, 's');
