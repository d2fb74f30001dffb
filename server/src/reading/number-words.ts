/** Numbers as a writer writes them: in figures, in words, in Roman numerals; read and written back. */

const CARDINALS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** The count that a word says, 0 to 99 in words or 0 to 999 in figures; null for any other. */
export function cardinal(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const unit = CARDINALS.indexOf(word);
  if (unit >= 0) return unit;
  const [tens = '', rest] = word.split('-');
  const ten = TENS.indexOf(tens);
  if (ten < 2) return null;
  if (rest === undefined) return ten * 10;
  const one = CARDINALS.indexOf(rest);
  return one > 0 && one < 10 ? ten * 10 + one : null;
}

/** The place in a row that a word says, 1 to 99: "fiftieth", "50th"; null for any other. */
export function ordinal(word: string): number | null {
  const figures = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  if (figures) return Number(figures[1]);
  return ordinals.get(word) ?? null;
}

/** A count, 0 to 99, in figures or words as the writer has it; larger ones in figures. */
export function cardinalLike(written: string, number: number): string {
  if (/^\d/.test(written) || number > 99) return String(number);
  return inWords(number, CARDINALS);
}

/** A place in a row, 1 to 99, as the writer writes it: "14", "14th", "Fourteenth", "XIV". */
export function ordinalLike(written: string, number: number): string {
  if (/^\d+$/.test(written)) return String(number);
  if (/^\d/.test(written)) return `${number}${suffix(number)}`;
  if (/^[IVXLC]+$/.test(written)) return roman(number);
  const word = number >= 20 && number % 10 === 0 ? `${TENS[number / 10]!.slice(0, -1)}ieth` : inWords(number, ORDINALS);
  return /^\p{Lu}/u.test(written) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

function inWords(number: number, words: readonly string[]): string {
  if (number < 20) return words[number]!;
  const ten = TENS[Math.floor(number / 10)]!;
  return number % 10 === 0 ? ten : `${ten}-${words[number % 10]}`;
}

function suffix(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}

const ordinals = new Map(Array.from({ length: 99 }, (_, index) => [ordinalLike('', index + 1), index + 1]));
