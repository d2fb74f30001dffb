/** Names as notes clip them: "Zin.", "10th Cong.", "United Oppo", "CR Act", "JS". Each short form counts only where it fits one fact alone. */
import type { AnyFact } from '../model';
import { isKnownWord } from './words';

/** A word of a text, with whether a stop stands right behind it. */
export interface ClippedWord {
  readonly text: string;
  readonly dotted: boolean;
}

export interface Clipped {
  readonly fact: AnyFact;
  /** How many words it takes in. */
  readonly length: number;
}

/** What the names as such know: the longest listed name at the head of the words. */
type Lookup = (words: readonly string[]) => { readonly length: number; readonly facts: readonly AnyFact[] } | null;

/** Short forms that do not begin with the letters that they stand for in order. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    govt: 'government',
    cttee: 'committee',
    ctte: 'committee',
    ctee: 'committee',
    dept: 'department',
    mvt: 'movement',
    mvmt: 'movement',
    intl: 'international',
    natl: 'national',
    assn: 'association',
    kgdm: 'kingdom',
    cttees: 'committees',
  }),
);

/** Short forms of words that are no names: months, days, titles, references. */
const NO_NAMES = new Set(
  (
    'jan feb mar apr may jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun ' +
    'mr mrs ms dr prof gen col capt lt sgt maj adm brig rev hon pres gov sen rep st sec min amb ' +
    'no nos vol vols ch chap fig art sect para doc cf viz vs ca approx incl esp ed eds edn trans tr etc al ibid op cit p pp ' +
    'ans ref def qu ques imp sig eg ie nb app intro est'
  ).split(' '),
);

/** Capitals that stand for something else the world over. */
const NO_ACRONYMS = new Set(
  'AD BC BCE CE OS NS AM PM TV MP MPS VP PS NB OK UK US USA EU UN USSR GB ID DIY FAQ IB AP GCSE AS AO HW QA TBC TBD ASAP FYI IE EG RIP WW WWI WWII PHD BA MA'.split(
    ' ',
  ),
);

/** As many words as a name with short forms in it may take in. */
const LONGEST = 5;
/** Expansions of one word, and readings of one stretch, beyond which nothing is plain. */
const MOST_WORDS = 24;
const MOST_READINGS = 60;
const MOST_REMEMBERED = 5000;

export class Abbreviations {
  /** Words of names, lower case, by their first two letters; each once. */
  private readonly vocabulary = new Map<string, Set<string>>();
  /** Runs of words in names by their initials, in capitals. */
  private readonly runs = new Map<string, Set<string>>();
  private readonly remembered = new Map<string, Clipped | null>();

  constructor(
    names: Iterable<readonly string[]>,
    private readonly lookup: Lookup,
  ) {
    for (const words of names) {
      for (const word of words) {
        const lower = word.toLowerCase();
        if (/^\p{L}{3}/u.test(lower)) for (const key of [lower.slice(0, 1), lower.slice(0, 2)]) addTo(this.vocabulary, key, lower);
      }
      for (let from = 0; from < words.length; from++) {
        let initials = '';
        for (let to = from; to < Math.min(words.length, from + LONGEST); to++) {
          const word = words[to]!;
          // "of" and "the" are passed over, save at either end.
          if (!/^\p{Lu}\p{L}/u.test(word)) {
            if (to === from || !/^\p{Ll}+$/u.test(word)) break;
            continue;
          }
          initials += word[0];
          if (initials.length > 1) addTo(this.runs, initials, words.slice(from, to + 1).join(' '));
        }
      }
    }
  }

  /** The one fact that the words from `at` on name in short, by the longest stretch; null where none or several fit. */
  find(words: readonly ClippedWord[], at: number): Clipped | null {
    for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
      const stretch = words.slice(at, at + length);
      if (!stretch.some((word) => isShort(word)) || !/^[\p{Lu}\p{N}]/u.test(stretch[0]!.text)) continue;
      const key = stretch.map(({ text, dotted }) => (dotted ? `${text}.` : text)).join(' ');
      let found = this.remembered.get(key);
      if (found === undefined) {
        found = this.read(stretch);
        if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
        this.remembered.set(key, found);
      }
      if (found) return found;
    }
    return null;
  }

  private read(stretch: readonly ClippedWord[]): Clipped | null {
    const single = stretch.length === 1;
    let readings: string[][] = [[]];
    let initialsOnly = true;
    for (const word of stretch) {
      const expansions = this.expansions(word, single);
      if (expansions.length === 0 || readings.length * expansions.length > MOST_READINGS) return null;
      initialsOnly &&= word.text.length === 1;
      readings = readings.flatMap((reading) => expansions.map((expansion) => [...reading, ...expansion.split(' ')]));
    }
    if (initialsOnly) return null;
    const facts = new Set<AnyFact>();
    for (const reading of readings) {
      const found = this.lookup(reading);
      if (found?.length === reading.length) for (const fact of found.facts) facts.add(fact);
      if (facts.size > 1 && !single) return null;
    }
    // A word clipped with a stop is somebody's name before it is a group's called after him.
    const people = [...facts].filter(({ kind }) => kind === 'person');
    if (facts.size > 1 && people.length !== 1) return null;
    const [fact] = people.length > 0 ? people : facts;
    // One clipped word alone is a person, or a term of one word; a document's or a meeting's name has more to it.
    return fact && (!single || stretch[0]!.dotted || fact.kind === 'person' || isAcronym(stretch[0]!.text))
      ? { fact, length: stretch.length }
      : null;
  }

  /** What the word may stand for, itself where it is whole. */
  private expansions(word: ClippedWord, single: boolean): string[] {
    const { text, dotted } = word;
    if (!isShort(word)) return [text];
    const lower = text.toLowerCase();
    if (isAcronym(text)) return NO_ACRONYMS.has(text) ? [] : [...(this.runs.get(text) ?? []), ...(single ? [] : [text])];
    const irregular = IRREGULAR.get(lower);
    if (irregular) return [capital(irregular)];
    if (NO_NAMES.has(lower)) return single ? [] : [text];
    if (single && (lower.length < 3 || (!dotted && isKnownWord(text)))) return [];
    const all = [...(this.vocabulary.get(lower.slice(0, 2)) ?? [])].filter(
      (whole) => whole.startsWith(lower) && whole.length >= lower.length + 2,
    );
    const found = all.length <= MOST_WORDS ? all.map(capital) : [];
    return single || dotted ? found : [text, ...found];
  }
}

/** Whether the word may be a short form: a stop behind it, capitals alone, or no word of English. */
function isShort({ text, dotted }: ClippedWord): boolean {
  if (!/^\p{Lu}/u.test(text)) return false;
  if (dotted) return text.length <= 8;
  return (
    isAcronym(text) ||
    IRREGULAR.has(text.toLowerCase()) ||
    (text.length >= 2 && text.length <= 6 && /^\p{Lu}\p{Ll}+$/u.test(text) && !isKnownWord(text))
  );
}

const isAcronym = (text: string): boolean => /^\p{Lu}{2,5}$/u.test(text) && !/^(?:[IVX]+)$/.test(text);

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}
