/** The words that dates are told in, by language. */
import { MONTH_NAMES, SEASON_NAMES } from './words';
import { ordinalSuffix } from './write';

export interface DateWords {
  /** January first. */
  readonly months: readonly string[];
  /** Spring first. */
  readonly seasons: readonly string[];
  day(day: number): string;
  /** Astronomical: 0 is 1 BC. */
  year(year: number): string;
  /** A part of a year by its EDTF number: 25–32 seasons, 33–36 quarters, 37–39 beginning, middle, end, 40 and 41 halves. */
  part(part: number, year: string): string;
  /** "the 1920s", of 1920. */
  decade(year: number): string;
  /** "the 20th century", of 20. */
  century(century: number): string;
  /** Of a date in words; `day` where it is a day. */
  until(date: string, day: boolean): string;
  from(date: string, day: boolean): string;
  /** "on 3 April 1922", "in April 1922". */
  when(date: string, day: boolean): string;
  readonly or: string;
  readonly and: string;
  readonly about: string;
  readonly uncertain: string;
  readonly oldStyle: string;
}

const ENGLISH_PARTS: Readonly<Record<number, string>> = {
  33: 'January–March ',
  34: 'April–June ',
  35: 'July–September ',
  36: 'October–December ',
  37: 'early ',
  38: 'mid-',
  39: 'late ',
  40: 'the first half of ',
  41: 'the second half of ',
};

export const ENGLISH_DATES: DateWords = {
  months: MONTH_NAMES,
  seasons: SEASON_NAMES,
  day: String,
  year: (year) => (year < 1 ? `${1 - year} BC` : year < 1000 ? `AD ${year}` : String(year)),
  part: (part, year) => `${ENGLISH_PARTS[part] ?? `${SEASON_NAMES[(part - 25) % 4]} `}${year}`,
  decade: (year) => `the ${year}s`,
  century: (century) => `the ${century}${ordinalSuffix(century)} century`,
  until: (date) => `until ${date}`,
  from: (date) => `from ${date}`,
  when: (date, day) => `${day ? 'on' : 'in'} ${date}`,
  or: ' or ',
  and: ' and ',
  about: 'c. ',
  uncertain: 'uncertain',
  oldStyle: 'Old Style',
};

const FRENCH_PARTS: Readonly<Record<number, string>> = {
  33: 'janvier–mars ',
  34: 'avril–juin ',
  35: 'juillet–septembre ',
  36: 'octobre–décembre ',
  37: 'début ',
  38: 'mi-',
  39: 'fin ',
  40: 'premier semestre ',
  41: 'second semestre ',
};

const FRENCH_SEASONS = ['printemps', 'été', 'automne', 'hiver'];

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let [left, written] = [number, ''];
  for (const [value, letters] of ROMAN) for (; left >= value; left -= value) written += letters;
  return written;
}

export const FRENCH_DATES: DateWords = {
  months: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  seasons: FRENCH_SEASONS,
  day: (day) => (day === 1 ? '1er' : String(day)),
  year: (year) => (year < 1 ? `${1 - year} av. J.-C.` : year < 1000 ? `${year} apr. J.-C.` : String(year)),
  part: (part, year) => `${FRENCH_PARTS[part] ?? `${FRENCH_SEASONS[(part - 25) % 4]} `}${year}`,
  decade: (year) => `années ${year}`,
  century: (century) => `${roman(century)}${century === 1 ? 'er' : 'e'} siècle`,
  until: (date, day) => (day ? `jusqu’au ${date}` : frenchWhen(date, day) === `en ${date}` ? `jusqu’en ${date}` : `jusqu’à : ${date}`),
  from: (date, day) => (day ? `dès le ${date}` : `dès ${date}`),
  when: frenchWhen,
  or: ' ou ',
  and: ' et ',
  about: 'vers ',
  uncertain: 'incertain',
  oldStyle: 'ancien style',
};

/** "le 3 avril 1922", "en avril 1922", "au printemps 1921", "dans les années 1920", "au XXe siècle"; what needs no word gets none. */
function frenchWhen(date: string, day: boolean): string {
  if (/^(?:vers|début|fin|mi-)/.test(date)) return date;
  if (day) return `le ${date}`;
  if (date.startsWith('années')) return `dans les ${date}`;
  return /^(?:printemps|premier|second|[XVI]+er? )/.test(date) ? `au ${date}` : `en ${date}`;
}
