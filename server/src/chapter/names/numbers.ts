/** Numbers in names: "14th", "Fourteenth" and "XIV" are one. */

const UNITS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const TEENS = [
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
];
const TENS = ['', '', 'twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet'];

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, n): [string, number] => [word, n]).slice(1),
  ...TEENS.map((word, n): [string, number] => [word, 10 + n]),
  ...TENS.flatMap((stem, tens): [string, number][] =>
    stem ? [[`${stem}ieth`, 10 * tens], ...UNITS.map((unit, n): [string, number] => [`${stem}y${unit}`, 10 * tens + n]).slice(1)] : [],
  ),
]);

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function roman(word: string): number | null {
  if (!/^(?:C{1,3})?(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(word)) return null;
  let total = 0;
  for (let i = 0; i < word.length; i++) {
    const value = ROMAN[word[i]!]!;
    total += value < (ROMAN[word[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}

/** The number that a word of a name stands for as an ordinal or numeral (up to 399), or null: "14th", "14", "XIV", "XIVth", "fourteenth", "twenty-first". */
export function nameNumber(word: string): number | null {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const digits = /^(\d{1,3})[-‐‑]?(?:st|nd|rd|th|\.)?$/i.exec(word);
    return digits ? Number(digits[1]) : null;
  }
  const numeral = /^([IVXLC]+)(?:th|st|nd|rd)?$/.exec(word);
  if (numeral) return roman(numeral[1]!);
  if (word.length < 5) return null;
  return ORDINALS.get(word.toLowerCase().replace(/[-‐‑]/g, '')) ?? null;
}
