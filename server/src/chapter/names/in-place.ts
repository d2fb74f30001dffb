/** A word in its place in a name of several words: what it takes there to be a slip, though it may be a word of its own elsewhere. */
import { derivedFrom } from './derived';
import { plainWord } from './fold';
import { givenNameClasses } from './given-names';
import { nameNumber } from './numbers';
import { isTitle } from './people';
import type { LimitOf } from './phrases';
import { hardened, slipLimit } from './slips';
import { isCapitalised } from './tokens';
import { isCommonWord, isKnownWord } from './words';

const LITTLE = new Set('the a an of and in on at for to von van de der den du la le al el v'.split(' '));
/** One slip that is easily made. */
const ONE_SLIP = 0.9;
/** A letter doubled or halved, or two letters that changed places. */
const LIGHTEST_SLIP = 0.6;
/** A letter for one that sounds alike. */
const LIGHT_SLIP = 0.7;
/** Shorter words are too near to too many others. */
const LONG_WORD = 6;
const VERY_LONG_WORD = 9;
/** Beside the rest of a name an unknown word may be further from what was meant. */
const BESIDE = 0.45;

/** `isOwn`: the word is listed, or the writer's own. */
export function limitInPlace(isOwn: (word: string) => boolean): LimitOf {
  return (written, { fact, words, gap }) => {
    const listed = words[gap]!;
    if (isOwn(written) || nameNumber(written) !== null) return null;
    const known = isKnownWord(written) || isKnownWord(written[0]!.toUpperCase() + written.slice(1));
    // A word that may be a word is a name's only with the name's capital.
    if (!isCapitalised(written) && (known || isCapitalised(listed))) return null;
    if (!isCapitalised(listed) && known) return null;
    const [own, right] = [plainWord(written), plainWord(listed)];
    const most = slipLimit(right.length);
    if (most === null || own.length < 3 || isPlural(own, right)) return null;
    const others = words.filter((word, i) => i !== gap && isContent(word)).length;
    const slip: Slip = { written, own, right, most, others, known, isGiven: gap < words.length - 1 };
    const limit = fact.kind === 'person' ? ofPerson(slip) : ofThing(slip);
    // Particles alone tell little: "van der Lube".
    return limit === null || others > 0 ? limit : Math.min(limit, LIGHTEST_SLIP);
  };
}

interface Slip {
  readonly written: string;
  /** In plain small letters, as written and as listed. */
  readonly own: string;
  readonly right: string;
  /** What a word alone may cost. */
  readonly most: number;
  /** How many of the name's other words tell something. */
  readonly others: number;
  /** Whether the world has the word. */
  readonly known: boolean;
  readonly isGiven: boolean;
}

function ofPerson({ written, own, right, most, others, known, isGiven }: Slip): number | null {
  // Given names have a form in every language, and a surname has many bearers.
  if (isGiven && givenNameClasses(written).length > 0) return null;
  if (!known) return right.length >= LONG_WORD ? most + BESIDE : most;
  if (own[0] !== right[0]) return null;
  if (isGiven) return right.length >= LONG_WORD ? ONE_SLIP : null;
  if (right.length >= LONG_WORD) return right.length >= VERY_LONG_WORD ? most + BESIDE : most;
  return others >= 2 ? ONE_SLIP : right.length === LONG_WORD - 1 ? LIGHT_SLIP : LIGHTEST_SLIP;
}

function ofThing({ own, right, most, others, known }: Slip): number | null {
  if (hardened(own) === hardened(right)) return null;
  if (!known) return most;
  if (own[0] !== right[0] || right.length < LONG_WORD - 1 || others === 0 || isMadeFrom(own, right) || atlantic(own) === atlantic(right))
    return null;
  if (others >= 2 || !isCommonWord(own)) return Math.min(most, ONE_SLIP);
  // Beside one other word, two words of English are two names, unless the letters only changed places.
  return right.length >= LONG_WORD && sorted(own) === sorted(right) ? LIGHTEST_SLIP : null;
}

const isContent = (word: string): boolean =>
  nameNumber(word) !== null || (word.length >= 3 && !LITTLE.has(word.toLowerCase()) && !isTitle(word));
const sorted = (word: string): string => [...word].sort().join('');

/** "Congres" is no singular of "Congress". */
const isPlural = (a: string, b: string): boolean =>
  ['s', 'es'].some((ending) => a + ending === b || b + ending === a) && !(a.length > b.length ? a : b).endsWith('ss');

const isMadeFrom = (a: string, b: string): boolean =>
  derivedFrom(a).some(({ stem, whole }) => whole && stem === b) || derivedFrom(b).some(({ stem, whole }) => whole && stem === a);

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
