/** Whether a few typed letters stand in a name, in their order, and how well. */

/** Without case and accents, so that "krupskaia" finds "Krupskaïa"; letter for letter where a letter has no other form. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const LONGEST_NAME = 300;

/**
 * How well the query's letters are found in the name: the higher the better, null where they are not. Letters that follow one another, letters at the
 * beginnings of words and whole words count more; of two names that have all, the shorter is nearer.
 */
export function fuzzyScore(query: string, name: string): number | null {
  const wanted = folded(query).replace(/\s+/g, '');
  const text = folded(name.slice(0, LONGEST_NAME));
  if (wanted === '') return 0;
  // The name itself: nothing is nearer.
  const isWhole = text.replace(/\s+/g, '') === wanted;
  let best: number | null = null;
  for (let start = text.indexOf(wanted[0]!); start >= 0; start = text.indexOf(wanted[0]!, start + 1)) {
    const score = scoreFrom(wanted, text, start);
    if (score === null) break;
    if (best === null || score > best) best = score;
  }
  return best === null ? null : best - text.length / LONGEST_NAME + (isWhole ? 2 : 0);
}

const isWordStart = (text: string, at: number) => at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1]!);

const isWordEnd = (text: string, at: number) => at === text.length || /[^\p{L}\p{N}]/u.test(text[at]!);

function scoreFrom(wanted: string, text: string, start: number): number | null {
  let score = 0;
  let at = start;
  let before = -2;
  for (const letter of wanted) {
    // The next letter at the beginning of a word is likelier meant than one in the midst of it, unless it goes on from the last.
    let next = text.indexOf(letter, at);
    if (next < 0) return null;
    if (next !== before + 1) {
      for (let other = next; other >= 0; other = text.indexOf(letter, other + 1)) {
        if (!isWordStart(text, other)) continue;
        next = other;
        break;
      }
    }
    score += 1 + (next === before + 1 ? 2 : 0) + (isWordStart(text, next) ? 3 : 0) + (next === 0 ? 1 : 0);
    before = next;
    at = next + 1;
  }
  // A word typed whole is that word, not the beginning of a longer one.
  return score + (isWordEnd(text, before + 1) ? 1 : 0);
}
