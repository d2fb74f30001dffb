/**
 * Folding: what a name's spellings have in common. Romanisation schemes are many and writers mix them, so a word is read once in each tradition
 * (English, scholarly, French, German, Polish, Georgian) and each reading is written in one plain alphabet; two spellings are one name where they share
 * a reading. The readings follow the tables of ALA-LC, BGN/PCGN, ISO 9, GOST 7.79 and 16876, the scholarly system, Russian passports (1997–2013),
 * and the newspaper habits of each language.
 */

const MARKS = /[\u0300-\u036f\ufe20-\ufe2f]/g;
const APOSTROPHES = /['’‘`´ʹʺʼʻ′″ʾʿ"“”]/g;
const HYPHENS = /[-‐‑‒–—]/g;

/** Letters that no decomposition takes apart. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

/** Cyrillic in the scholarly system's letters (with й as j), so that it is read like any other spelling. */
// biome-ignore format: a table
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'ë', ж: 'ž', з: 'z', и: 'i', й: 'j', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't',
  у: 'u', ф: 'f', х: 'x', ц: 'c', ч: 'č', ш: 'š', щ: 'šč', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'ju', я: 'ja', і: 'i', ї: 'i', є: 'je', ґ: 'g', ѣ: 'e',
};

const ASCII_LETTERS = /^[a-z]*$/i;

/** Lower case, without apostrophes and hyphens; diacritics are kept, composed. */
function letters(word: string): string {
  if (ASCII_LETTERS.test(word)) return word.toLowerCase();
  return word
    .normalize('NFD')
    .replace(/[\u0361\ufe20\ufe21]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replace(HYPHENS, '')
    .replace(/[\u0400-\u04ff]/g, (letter) => CYRILLIC[letter] ?? '');
}

const strip = (text: string): string => text.normalize('NFD').replace(MARKS, '');

/** The word's letters alone, without case, diacritics, apostrophes or hyphens: what a typist types. German umlauts as ae, oe, ue on demand. */
function plain(text: string, umlauts: boolean): string {
  const spelt = umlauts ? text.replace(/[äöü]/g, (letter) => (letter === 'ä' ? 'ae' : letter === 'ö' ? 'oe' : 'ue')) : text;
  return strip(spelt.replace(/[ßæœøłđðþıħ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter));
}

/** The word's plain letters, diacritics dropped: "Dzeržinskij" is "dzerzinskij", "Göring" is "goring". */
export function plainWord(word: string): string {
  return ASCII_LETTERS.test(word) ? word.toLowerCase() : plain(letters(word), false);
}

type Rules = readonly (readonly [from: string, to: readonly string[]])[];
/** Rules by the letter they begin with, longest first. */
type RuleTable = ReadonlyMap<string, Rules>;

/** Canonical letters: c is ts, č ch, š sh, ž zh, h kh, q dz or dzh; i is any of i, y, j. Rules are tried longest first; several results mean several readings; ^ is the word's beginning. */
const COMMON: Rules = [
  ['shch', ['šč']],
  ['dzh', ['q']],
  ['dsh', ['q']],
  ['dz', ['q']],
  ['dž', ['q']],
  ['dj', ['q']],
  ['zh', ['ž']],
  ['kh', ['h']],
  ['sh', ['š']],
  ['ts', ['c']],
  ['tz', ['c']],
  ['ph', ['f']],
  ['ž', ['ž']],
  ['š', ['š']],
  ['č', ['č']],
  ['ŝ', ['šč']],
  ['w', ['v']],
  ['y', ['i']],
  ['ĭ', ['i']],
  ['j', ['i']],
  ['â', ['ia']],
  ['û', ['iu']],
];

const TRADITION_RULES: readonly { readonly rules: Rules; readonly when?: RegExp }[] = [
  // English, BGN/PCGN, ALA-LC, passports
  {
    rules: [
      ['tch', ['č']],
      ['sch', ['šč']],
      ['ch', ['č']],
      ['x', ['ks']],
      ['tck', ['ck']],
    ],
  },
  // Scholarly, ISO 9, GOST
  {
    rules: [
      ['shh', ['šč']],
      ['cz', ['c']],
      ['ch', ['h']],
      ['x', ['h']],
    ],
    when: /x|cz|shh/,
  },
  // French
  {
    rules: [
      ['chtch', ['šč']],
      ['tch', ['č']],
      ['ch', ['š']],
      ['ou', ['u']],
      ['gue', ['ge']],
      ['gui', ['gi']],
      ['j', ['ž']],
      ['x', ['ks']],
    ],
    when: /ch|ou|gu|j/,
  },
  // German
  {
    rules: [
      ['schtsch', ['šč']],
      ['dsch', ['q']],
      ['tsch', ['č']],
      ['sch', ['š', 'ž']],
      ['ds', ['q']],
      ['ch', ['h']],
      ['ss', ['s']],
      ['sa', ['sa', 'za']],
      ['se', ['se', 'ze']],
      ['si', ['si', 'zi']],
      ['so', ['so', 'zo']],
      ['su', ['su', 'zu']],
      ['zk', ['ck']],
      ['x', ['ks']],
    ],
    when: /sch|w|ds|zk|ch/,
  },
  // Polish, with or without its diacritics
  {
    rules: [
      ['szcz', ['šč']],
      ['cz', ['č']],
      ['sz', ['š']],
      ['ch', ['h']],
      ['dż', ['q']],
      ['dź', ['q']],
      ['rz', ['ž', 'rž']],
      ['ż', ['ž']],
      ['x', ['ks']],
    ],
    when: /[łżźńąęś]|(?:[sc]ki|icz|[oe]w)$/,
  },
  // Georgian
  {
    rules: [
      ['gh', ['g']],
      ['j', ['q']],
      ['ch', ['č']],
      ['x', ['h']],
    ],
    when: /[jx].*(?:dze|shvili|ia)$/,
  },
];

/** What English newspapers and old books leave out or harden: Krushchev, Derzhinsky. */
const CARELESS_RULES: Rules = [
  ['kh', ['k']],
  ['^dze', ['de']],
  ['tch', ['č']],
  ['ch', ['č']],
  ['x', ['ks']],
];
const CARELESS = /kh|^dze|ief$/;

const TRADITIONS: readonly { readonly table: RuleTable; readonly when?: RegExp }[] = TRADITION_RULES.map(({ rules, ...rest }) => ({
  ...rest,
  table: ruleTable(rules),
}));

function ruleTable(own: Rules): RuleTable {
  const overridden = new Set(own.map(([from]) => from));
  const table = new Map<string, (readonly [string, readonly string[]])[]>();
  for (const rule of [...own, ...COMMON.filter(([from]) => !overridden.has(from))].sort((a, b) => b[0].length - a[0].length)) {
    const first = rule[0][0]!;
    const rules = table.get(first);
    if (rules) rules.push(rule);
    else table.set(first, [rule]);
  }
  return table;
}

const CARELESS_TABLE = ruleTable(CARELESS_RULES);

/** A word has at most so many readings in a tradition; German's s and sch are the only letters that double them. */
const READING_LIMIT = 8;

const plainLetter = (letter: string): string => (letter >= 'a' && letter <= 'x' ? letter : plain(letter, false).replace('y', 'i'));

function transcribe(text: string, table: RuleTable): string[] {
  let results = [''];
  const initial = table.get('^')?.find(([from]) => text.startsWith(from.slice(1)));
  if (initial) results = [...initial[1]];
  for (let at = initial ? initial[0].length - 1 : 0; at < text.length; ) {
    const rule = table.get(text[at]!)?.find(([from]) => text.startsWith(from, at));
    const outputs = rule ? rule[1] : [plainLetter(text[at]!)];
    results = outputs.length === 1 ? results.map((r) => r + outputs[0]) : outputs.flatMap((output) => results.map((r) => r + output));
    if (results.length > READING_LIMIT) results.length = READING_LIMIT;
    at += rule ? rule[0].length : 1;
  }
  return results;
}

/** Endings and softening, which differ in every scheme: -ff and -w, -ine, -iĭ and -ij, ye and 'e. */
function settle(reading: string): string {
  return reading
    .replace(/ff$/, 'v')
    .replace(/(?<=[^aeiou]i)ne$/, 'n')
    .replace(/(^|[^i])ie/g, '$1e')
    .replace(/(?<=[čšž])ov$/, 'ev')
    .replace(/ii(?=č$)/, 'i')
    .replace(/(?<=[^aeiou])i(?:i|ii)$/, 'i');
}

/** Endings that Russian and its neighbours' surnames and full first names have in one scheme or another. */
const SLAVIC_ENDING =
  /(?:.[oeiy](?:v|w|ff)(?:a|as|y|i)?|..[iy]e[fvw]|..[^aeiouwy][iy]n[ea]?|[scz]k(?:y|i|ii|ij|ijj|iy|yi|yj|yy|oi|oy|oj|ogo|a|aya|aia|aja|aa)|..(?:ich|itch|itsch|icz|ic|ovna|evna|owna|ewna)|.enko|..[yij]uk|.(?:dze|dse|shvili|schwili|chvili)|...(?:ii|ij|ijj|iy|yj|yi|ei|ej)|...[aeo](?:ia|ja|ya))$/;

/** Whether the word by itself looks like a name of Russian or a language near it. */
export function looksSlavic(word: string): boolean {
  const text = plainWord(word);
  return (text.length >= 4 && SLAVIC_ENDING.test(text)) || /[\u0400-\u04ff]/.test(word);
}

/** Readings of words met lately; a text and a pack repeat themselves. */
const recent = new Map<string, readonly string[]>();
const MOST_RECENT = 5_000;
/** No name is longer. */
const LONGEST_WORD = 60;

/** The word read as a Slavic name in every tradition that could have spelt it; the English one first. */
export function slavicReadings(word: string): readonly string[] {
  let readings = recent.get(word);
  if (!readings) {
    readings = word.length > LONGEST_WORD ? [] : readSlavic(word);
    if (recent.size >= MOST_RECENT) recent.clear();
    recent.set(word, readings);
  }
  return readings;
}

/** No scheme writes -kyy: a slip, which is kept apart from -kiy. */
const slavicLetters = (word: string): string => letters(word).replace(/kyy$/, 'kyyyy');

function readSlavic(word: string): readonly string[] {
  const text = slavicLetters(word);
  const results: string[] = [];
  for (const tradition of TRADITIONS) {
    if (tradition.when && !tradition.when.test(text)) continue;
    for (const reading of transcribe(text, tradition.table)) {
      const settled = settle(reading);
      if (!results.includes(settled)) results.push(settled);
      // ё: Potyomkin and Potemkin
      const flat = settled.replace(/(?<=[^aeiou])io/g, 'e');
      if (flat !== settled && !results.includes(flat)) results.push(flat);
    }
  }
  return results;
}

/**
 * The word read as books that follow no scheme spell or mean it: kh as k, Dze as De, a final -ief for -iev. A spelling that is one name with another only
 * by these readings is met in print, but a teacher would correct it.
 */
export function carelessReadings(word: string): readonly string[] {
  if (word.length > LONGEST_WORD) return [];
  const text = slavicLetters(word);
  return CARELESS.test(text) ? transcribe(text.replace(/ief$/, 'iev'), CARELESS_TABLE).map(settle) : [];
}

/** The word read without any Slavic rule: letters without case, diacritics, apostrophes, hyphens; umlauts both as two letters and as one; el- as al-. */
export function plainReadings(word: string): readonly string[] {
  if (ASCII_LETTERS.test(word)) return [word.toLowerCase()];
  const text = letters(word.replace(/^el[-‐‑](?=\p{Lu})/iu, 'al-'));
  const spelt = plain(text, true);
  if (ASCII_LETTERS.test(text)) return [text];
  return [...new Set([spelt, plain(text, false), plain(text.replace(/ø/g, 'o').replace(/å/g, 'aa'), false)])];
}

/**
 * One key for a word: spellings of one name in different romanisations mostly share it ("Trockij", "Trotzky", "Trotsky").
 * Where a spelling can be read in several ways, this is the likeliest; identity between two words is decided on all their readings.
 */
export function foldKey(word: string): string {
  return (looksSlavic(word) ? slavicReadings(word)[0] : plainReadings(word)[0]) ?? '';
}
