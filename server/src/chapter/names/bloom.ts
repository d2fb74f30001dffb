/** A Bloom filter: a set of words in about ten bits a word, which now and then takes a stranger for a member and never misses one. */
export interface BloomFilter {
  readonly bytes: Uint8Array;
  readonly hashes: number;
}

/** FNV-1a, with a finaliser so that its low bits are well mixed. */
function hash(word: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export function createBloomFilter(words: readonly string[], bitsPerWord: number): BloomFilter {
  const bytes = new Uint8Array(Math.ceil((words.length * bitsPerWord) / 8));
  const hashes = Math.round(bitsPerWord * Math.LN2);
  const size = bytes.length * 8;
  for (const word of words) {
    const [first, second] = pair(word);
    for (let i = 0; i < hashes; i++) {
      const bit = ((first + i * second) >>> 0) % size;
      bytes[bit >>> 3]! |= 1 << (bit & 7);
    }
  }
  return { bytes, hashes };
}

export function bloomHas({ bytes, hashes }: BloomFilter, word: string): boolean {
  const size = bytes.length * 8;
  const [first, second] = pair(word);
  for (let i = 0; i < hashes; i++) {
    const bit = ((first + i * second) >>> 0) % size;
    if ((bytes[bit >>> 3]! & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

/** Double hashing: the i-th hash is first + i × second. */
function pair(word: string): readonly [first: number, second: number] {
  return [hash(word, 0x811c9dc5), hash(word, 0x9747b28c) | 1];
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
