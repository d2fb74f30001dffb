/** A pure function of a word, remembered: texts use the same few thousand words again and again. */

/** So many words are remembered before all are forgotten: more than a book has. */
const MOST_WORDS = 50_000;

/** The same function; what it gave for a word is kept. */
export function perWord<T>(of: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined || known.has(word)) return found as T;
    const made = of(word);
    if (known.size >= MOST_WORDS) known.clear();
    known.set(word, made);
    return made;
  };
}
