/** The English words of time: one table, looked up once for each word of a text. */

/** What a word can be; a word can be several things. */
export const MONTH = 1;
export const WEEKDAY = 2;
export const SEASON = 4;
export const CARDINAL = 8;
export const ORDINAL = 16;
export const UNIT = 32;
export const DECADE = 64;
export const PREPOSITION = 128;
export const DETERMINER = 256;
/** next, previous, following, same, … */
export const REFERENCE = 512;
/** early, mid, late, … */
export const PART = 1024;
export const APPROXIMATE = 2048;
export const FUNCTION = 4096;
/** Ends a noun phrase: pronouns, forms of be and have, modals, conjunctions. */
export const CLOSING = 8192;

/** May begin a date or a length of time without being any of the others: "a few", "almost", "Christmas". */
export const BEGINNING = 16384;
/** Tags of words that say something of time by themselves, not only of grammar. */
export const CONTENT = MONTH | WEEKDAY | SEASON | CARDINAL | ORDINAL | UNIT | DECADE | REFERENCE | PART | APPROXIMATE | BEGINNING;

export interface Word {
  readonly tags: number;
  /** Month 1–12, weekday 0–6, season 21–24, the number, the decade's first year of its century. */
  readonly value: number;
  readonly unit?: Unit;
  readonly plural?: boolean;
  /** An abbreviation, or a word that is another word too ("may", "march"): needs company to be a date. */
  readonly doubtful?: boolean;
}

export type Unit = 'day' | 'week' | 'month' | 'year' | 'decade' | 'century' | 'fortnight' | 'season';

export const WORDS: ReadonlyMap<string, Word> = (() => {
  const words = new Map<string, Word>();
  const put = (text: string, tags: number, value = 0, more: Partial<Word> = {}): void => {
    for (const word of text.split(' ')) {
      const had = words.get(word);
      words.set(word, { ...had, ...more, tags: tags | (had?.tags ?? 0), value: had && value === 0 ? had.value : value });
    }
  };
  const each = (text: string, tags: number, from: number, more: Partial<Word> = {}): void => {
    text.split(' ').forEach((word, index) => {
      for (const form of word.split('/')) put(form, tags, from + index, more);
    });
  };
  each('january february march april may june july august september october november december', MONTH, 1);
  each('jan feb mar apr may jun jul aug sep/sept oct nov dec', MONTH, 1, { doubtful: true });
  put('march', MONTH, 3, { doubtful: true });
  each('sunday monday tuesday wednesday thursday friday saturday', WEEKDAY, 0);
  each('sun mon tue/tues wed/weds thu/thur/thurs fri sat', WEEKDAY, 0, { doubtful: true });
  each('spring summer autumn/fall winter', SEASON, 21);
  put('fall spring', SEASON, 0, { doubtful: true });
  each(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    CARDINAL,
    0,
  );
  for (const [index, word] of 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').entries())
    put(word, CARDINAL, (index + 2) * 10);
  put('hundred', CARDINAL, 100);
  put('dozen', CARDINAL, 12);
  each(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
    ORDINAL,
    1,
  );
  put('thirtieth', ORDINAL, 30);
  for (const [index, word] of 'tens twenties thirties forties fifties sixties seventies eighties nineties'.split(' ').entries())
    put(word, DECADE, (index + 1) * 10);
  const units: [string, string, Unit][] = [
    ['day', 'days', 'day'],
    ['week', 'weeks', 'week'],
    ['fortnight', 'fortnights', 'fortnight'],
    ['month', 'months', 'month'],
    ['year', 'years', 'year'],
    ['decade', 'decades', 'decade'],
    ['century', 'centuries', 'century'],
    ['wk', 'wks', 'week'],
    ['mth', 'mths', 'month'],
    ['yr', 'yrs', 'year'],
  ];
  for (const [singular, plural, unit] of units) {
    put(singular, UNIT, 0, { unit });
    put(plural, UNIT, 0, { unit, plural: true });
  }
  put(
    'in on at by since until till before after from to during through throughout of between and or for towards toward around about circa within over',
    PREPOSITION,
  );
  put('the a an this that these those his her its their our my your', DETERMINER);
  put('next following previous preceding same last past ensuing succeeding subsequent coming prior', REFERENCE);
  put('early mid late middle beginning end start close first second latter opening closing later earlier rest remainder', PART);
  put('about around approximately roughly circa some c ca nearly almost', APPROXIMATE);
  put(
    'he she it they we you i who which that when while where was were is are be been had has have did do would could will shall should might must can and or but nor so then there if because although though as than only also alone not never at onwards onward onto upon with without against among under not yet still saw after before itself himself themselves however meanwhile therefore both all some no every his her its their a an the',
    CLOSING,
  );
  put(
    'christmas new ad night morning evening afternoon dawn several few many couple half more less fewer at up little just well not very getting over under only barely another further final dying rather exactly precisely fully quarter countless per no best better mere full single whole good dozen immediately intervening time period close',
    BEGINNING,
  );
  // Words in -s that are no plural nouns, and so may follow a year.
  put(
    'onwards onward backwards forwards upwards overseas nevertheless was is has does his its this thus as always perhaps towards besides unless whereas across less us yes sometimes afterwards',
    FUNCTION,
  );
  return words;
})();

/** Roman numerals of the months, as in 25 XII 1922. */
export const ROMAN_MONTHS: ReadonlyMap<string, number> = new Map(
  ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'].map((roman, index) => [roman, index + 1]),
);

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
export const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const SEASON_NAMES = ['spring', 'summer', 'autumn', 'winter'];
