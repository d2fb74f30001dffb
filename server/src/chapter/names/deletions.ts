/**
 * A deletion-neighbourhood index (as SymSpell's): words within a few edits of a query are found by the letters that both keep,
 * at a cost that does not grow with the number of words.
 */

/** Only so many first letters are indexed; the rest is compared when a candidate is checked. */
const PREFIX = 7;

export class DeletionIndex {
  private readonly mask: number;
  /** Where each bucket's run of word numbers begins in `members`. */
  private readonly starts: Uint32Array;
  private readonly members: Uint32Array;

  constructor(
    words: readonly string[],
    private readonly edits: 1 | 2,
  ) {
    let total = 0;
    for (const word of words) total += countDeletions(Math.min(word.length, PREFIX), edits);
    let buckets = 16;
    while (buckets < total) buckets *= 2;
    this.mask = buckets - 1;
    this.starts = new Uint32Array(buckets + 1);
    this.members = new Uint32Array(total);
    for (const word of words) forDeletions(word, edits, (hash) => this.starts[(hash & this.mask) + 1]!++);
    for (let i = 0; i < buckets; i++) this.starts[i + 1]! += this.starts[i]!;
    const next = this.starts.slice();
    words.forEach((word, number) => {
      forDeletions(word, edits, (hash) => {
        this.members[next[hash & this.mask]!++] = number;
      });
    });
  }

  /** Numbers of the words that may be within the index's edits of `word`; some are further. */
  candidates(word: string): Set<number> {
    const found = new Set<number>();
    forDeletions(word, this.edits, (hash) => {
      const bucket = hash & this.mask;
      for (let i = this.starts[bucket]!; i < this.starts[bucket + 1]!; i++) found.add(this.members[i]!);
    });
    return found;
  }
}

const countDeletions = (length: number, edits: 1 | 2): number => 1 + length + (edits === 2 ? (length * (length - 1)) / 2 : 0);

/** Hashes of the word's prefix with none, one or two letters left out. */
function forDeletions(word: string, edits: 1 | 2, use: (hash: number) => void): void {
  const length = Math.min(word.length, PREFIX);
  use(hashWithout(word, length, -1, -1));
  for (let i = 0; i < length; i++) {
    use(hashWithout(word, length, i, -1));
    if (edits === 2) for (let j = i + 1; j < length; j++) use(hashWithout(word, length, i, j));
  }
}

function hashWithout(word: string, length: number, i: number, j: number): number {
  let h = 0x811c9dc5;
  for (let k = 0; k < length; k++) if (k !== i && k !== j) h = Math.imul(h ^ word.charCodeAt(k), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
}
