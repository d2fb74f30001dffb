/** A given name or initials before a surname: whether they are this person's. "Vasily Stalin" is not Joseph. */
import type { Person } from '../model';
import { plainWord, slavicReadings } from './fold';
import { givenNameClasses, givenNameInitials } from './given-names';
import { slipCost, slipLimit } from './slips';
import { isCapitalised, nameWords, wordTokens } from './tokens';

const TITLES = new Set(
  (
    'comrade citizen mr mrs ms miss dr doctor professor prof sir dame lord lady count countess baron baroness prince princess duke duchess king queen emperor empress ' +
    'tsar tsarina czar kaiser president premier chancellor minister senator governor general marshal admiral colonel major captain lieutenant sergeant commissar ' +
    'pope cardinal bishop archbishop father brother sister saint st chairman secretary ambassador judge justice herr frau monsieur m mme madame mlle don dona senor signor generalissimo ' +
    'field grand vice deputy prime former old young late poor great'
  ).split(' '),
);

/** Whether the word is a title or an epithet that may stand before any name. */
export const isTitle = (word: string): boolean => TITLES.has(plainWord(word.replace(/\.$/, '')));

/** Words that may stand between a given name and a surname. */
const PARTICLES = new Set([
  'von',
  'van',
  'de',
  'der',
  'den',
  'du',
  'di',
  'da',
  'del',
  'della',
  'la',
  'le',
  'ten',
  'ter',
  'zu',
  'al',
  'el',
  'bin',
  'ibn',
]);

/** Whether the word is one that stands between a given name and a surname: "von", "la". */
export const isParticle = (word: string): boolean => PARTICLES.has(word.toLowerCase());

export type Fit = 'same' | 'slip' | 'open' | 'other';

/** Given names and patronymics as the pack lists them, by person. */
export class GivenNames {
  private readonly known = new Map<Person, readonly string[]>();

  of(person: Person): readonly string[] {
    let names = this.known.get(person);
    if (!names) {
      const found = new Set<string>();
      for (const name of [person.name, ...person.names]) {
        const words = nameWords(name);
        for (const word of words.slice(0, -1)) for (const token of wordTokens(word).at(-1)!) if (isCapitalised(token)) found.add(token);
      }
      for (const name of [person.short, ...person.names]) if (/^\S+$/.test(name) && givenNameClasses(name).length > 0) found.add(name);
      names = [...found];
      this.known.set(person, names);
    }
    return names;
  }

  /** Whether the words before a surname can be this person's: theirs, a slip for theirs, nothing known against it, or another's. */
  fit(person: Person, words: readonly string[]): Fit {
    const known = this.of(person);
    let result: Fit = known.length === 0 ? 'open' : 'same';
    for (const word of words) {
      if (isTitle(word) || PARTICLES.has(word.toLowerCase())) continue;
      if (!isCapitalised(word)) return 'other';
      if (known.length === 0) continue;
      for (const token of wordTokens(word).at(-1)!) {
        const fit = fitOne(known, token);
        if (fit === 'other') return 'other';
        if (fit === 'slip') result = 'slip';
      }
    }
    return result;
  }
}

function fitOne(known: readonly string[], token: string): Fit {
  const plain = plainWord(token);
  if (plain.length === 1) return known.some((name) => givenNameInitials(name).includes(plain)) ? 'same' : 'other';
  const readings = slavicReadings(token);
  const classes = givenNameClasses(token);
  let slip = false;
  for (const name of known) {
    const other = plainWord(name);
    if (other === plain) return 'same';
    if (other.length === 1) {
      // The pack has initials only.
      if (plain.startsWith(other)) return 'open';
      continue;
    }
    if (slavicReadings(name).some((reading) => readings.includes(reading))) return 'same';
    if (classes.length > 0 && givenNameClasses(name).some((index) => classes.includes(index))) return 'same';
    const limit = slipLimit(other.length);
    if (classes.length === 0 && limit !== null && slipCost(other, plain, limit) <= limit) slip = true;
  }
  return slip ? 'slip' : 'other';
}
