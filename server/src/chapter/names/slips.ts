/** How far apart two spellings are, as slips of the pen go. */

const VOWELS = 'aeiouy';
/** Letters that sound alike in one language or another. */
const ALIKE = ['ckqxs', 'szx', 'vfwb', 'dt', 'gj', 'iyj', 'mn', 'hk'];
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const near = new Set<string>();
for (const group of ALIKE) for (const a of group) for (const b of group) if (a !== b) near.add(a + b);
for (const a of VOWELS) for (const b of VOWELS) if (a !== b) near.add(a + b);
const neighbours = new Set<string>();
ROWS.forEach((row, r) => {
  for (let i = 0; i < row.length; i++) {
    for (const b of [row[i + 1], ROWS[r + 1]?.[i], ROWS[r + 1]?.[i - 1]]) if (b) neighbours.add(row[i]! + b).add(b + row[i]!);
  }
});

const substitution = (a: string, b: string): number => (near.has(a + b) ? 0.7 : neighbours.has(a + b) ? 0.8 : 1);
/** A letter put in or left out beside `before` and `after`: a doubled letter is the lightest slip. */
const single = (letter: string, before: string | undefined, after: string | undefined): number =>
  letter === before || letter === after ? 0.5 : letter === 'h' || VOWELS.includes(letter) ? 0.8 : 0.9;
const TRANSPOSITION = 0.6;
/** Writers seldom slip on the first letter. */
const FIRST_LETTER = 0.5;

/**
 * Weighted optimal string alignment from a listed name to a written word: about 1 for an edit, less for a slip that is easily made
 * (letters swapped, doubled or halved; letters that sound alike or are neighbours on the keyboard). Infinity beyond `limit`.
 */
export function slipCost(name: string, word: string, limit: number): number {
  if (Math.abs(name.length - word.length) * 0.5 > limit) return Number.POSITIVE_INFINITY;
  if (MOVED <= limit && isMoved(name, word)) return MOVED;
  let twoUp: number[] = [];
  let up: number[] = [0];
  let bestUp = 0;
  for (let j = 1; j <= word.length; j++) up.push(up[j - 1]! + insertion(name, word, 0, j));
  for (let i = 1; i <= name.length; i++) {
    const row = [up[0]! + deletion(name, i)];
    let best = row[0]!;
    for (let j = 1; j <= word.length; j++) {
      const a = name[i - 1]!;
      const b = word[j - 1]!;
      let cost = up[j - 1]! + (a === b ? 0 : substitution(a, b) + (i === 1 && j === 1 ? FIRST_LETTER : 0));
      cost = Math.min(cost, up[j]! + deletion(name, i), row[j - 1]! + insertion(name, word, i, j));
      if (i > 1 && j > 1 && a === word[j - 2] && b === name[i - 2] && a !== b) cost = Math.min(cost, twoUp[j - 2]! + TRANSPOSITION);
      row.push(cost);
      if (cost < best) best = cost;
    }
    // Letters that change places leap over a row.
    if (Math.min(best, bestUp + TRANSPOSITION) > limit) return Number.POSITIVE_INFINITY;
    bestUp = best;
    twoUp = up;
    up = row;
  }
  const cost = up[word.length]!;
  return cost > limit ? Number.POSITIVE_INFINITY : cost;
}

/** "Dzherzinsky": one letter stands some places further on or back. */
const MOVED = 1.2;
/** In a shorter word the places are few, and other names are made of the same letters. */
const LONG_ENOUGH_TO_MOVE = 8;
/** The letters over which one leaps: at least two, for one is a transposition. */
const LEAST_LEAP = 2;
const MOST_LEAP = 5;

function isMoved(name: string, word: string): boolean {
  if (name.length !== word.length || name.length < LONG_ENOUGH_TO_MOVE) return false;
  let first = 0;
  while (first < name.length && name[first] === word[first]) first++;
  let last = name.length - 1;
  while (last > first && name[last] === word[last]) last--;
  const leap = last - first;
  if (first === 0 || leap < LEAST_LEAP || leap > MOST_LEAP) return false;
  const isLater = name[first] === word[last] && name.slice(first + 1, last + 1) === word.slice(first, last);
  return isLater || (name[last] === word[first] && name.slice(first, last) === word.slice(first + 1, last + 1));
}

/** The name's letter i is left out in the word. */
function deletion(name: string, i: number): number {
  return single(name[i - 1]!, name[i - 2], name[i]) + (i === 1 && name[0] !== name[1] ? FIRST_LETTER : 0);
}

/** The word's letter j is put in after the name's letter i. */
function insertion(name: string, word: string, i: number, j: number): number {
  const letter = word[j - 1]!;
  const doubled = letter === name[i - 1] || letter === name[i];
  const beside = (i > 0 && neighbours.has(letter + name[i - 1]!)) || neighbours.has(letter + (name[i] ?? ''));
  return (doubled ? 0.5 : beside || letter === 'h' || VOWELS.includes(letter) ? 0.9 : 1) + (i === 0 && !doubled ? FIRST_LETTER : 0);
}

/** The largest cost at which a word is still a slip for a name of this length; null for names too short to tell. */
export function slipLimit(length: number): number | null {
  if (length < 4) return null;
  if (length === 4) return 0.6;
  if (length <= 6) return 0.9;
  if (length === 7) return 1;
  return length < 12 ? 1.45 : 1.8;
}

/** At most so many edits are looked for. */
export const slipEdits = (length: number): 1 | 2 => (length < 8 ? 1 : 2);

/** "Spartacist" and "Spartakist": a c or k for the same sound, which languages write each in their way. */
export const hardened = (word: string): string => word.replace(/c(?![eiyh])|(?<=[aeiou])c(?=i)/g, 'k');
