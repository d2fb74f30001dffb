/**
 * A Golomb-coded set: words as sorted hashes, of which the differences are kept in a Rice code. It never misses a member and takes a stranger for one
 * once in 2 ** `bits` times; a word costs about bits + 1.5 bits. `bits` is at most 16.
 */
export interface CodedWordSet {
  readonly count: number;
  readonly bits: number;
  /** The Rice codes in base64. */
  readonly codes: string;
}

export interface WordSet {
  has(word: string): boolean;
}

/** FNV-1a, then murmur3's finaliser: 32 bits. */
function hash(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The word's place in a range of count × 2 ** bits; within the 53 bits that a number holds exactly. */
const place = (word: string, count: number, bits: number): number => Math.floor((hash(word) / 2 ** 32) * count * 2 ** bits);

export function encodeWordSet(words: readonly string[], bits: number): CodedWordSet {
  const count = words.length;
  const places = Float64Array.from(words, (word) => place(word, count, bits)).sort();
  const output: number[] = [];
  let filled = 8;
  const push = (bit: number): void => {
    if (filled === 8) {
      output.push(0);
      filled = 0;
    }
    output[output.length - 1]! |= bit << filled++;
  };
  let previous = 0;
  for (const value of places) {
    const difference = value - previous;
    previous = value;
    for (let quotient = Math.floor(difference / 2 ** bits); quotient > 0; quotient--) push(1);
    push(0);
    for (let bit = 0; bit < bits; bit++) push(Math.floor(difference / 2 ** bit) & 1);
  }
  return { count, bits, codes: btoa(output.map((byte) => String.fromCharCode(byte)).join('')) };
}

export function decodeWordSet({ count, bits, codes }: CodedWordSet): WordSet {
  const binary = atob(codes);
  const bytes = new Uint8Array(binary.length + 2);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  const places = new Float64Array(count);
  const mask = 2 ** bits - 1;
  let at = 0;
  let value = 0;
  for (let i = 0; i < count; i++) {
    for (; (bytes[at >>> 3]! >>> (at & 7)) & 1; at++) value += mask + 1;
    at++;
    const byte = at >>> 3;
    value += ((bytes[byte]! | (bytes[byte + 1]! << 8) | (bytes[byte + 2]! << 16)) >>> (at & 7)) & mask;
    at += bits;
    places[i] = value;
  }
  return {
    has(word) {
      const wanted = place(word, count, bits);
      let low = 0;
      let high = count - 1;
      while (low <= high) {
        const middle = (low + high) >>> 1;
        if (places[middle]! === wanted) return true;
        if (places[middle]! < wanted) low = middle + 1;
        else high = middle - 1;
      }
      return false;
    },
  };
}
