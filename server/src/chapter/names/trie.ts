/** Listed names by their words. A step from word to word costs the same whatever the number of names. */
import type { AnyFact } from '../model';
import { carelessReadings, plainReadings, plainWord, slavicReadings } from './fold';
import { givenNameClasses, givenNameInitials } from './given-names';
import { nameNumber } from './numbers';
import { isTitle } from './people';
import { isAllCapitals, isCapitalised, nameWords, withoutArticle, withoutPossessive, wordTokens } from './tokens';
import { isCommonWord } from './words';

/** A listed name of a fact. */
export interface Entry {
  readonly fact: AnyFact;
  readonly listed: string;
  /** Number of tokens. */
  readonly size: number;
  readonly last: string;
}

/** How a text's words met a listed name: letter by letter, or through folding, another form of a given name, or initials. */
export interface Reached {
  readonly entry: Entry;
  readonly closeness: Closeness;
}

/** Letter by letter; by another scheme, another form of a given name or initials; or by a spelling that no scheme gives. */
export type Closeness = 'exact' | 'variant' | 'careless';
const CLOSENESS: readonly Closeness[] = ['exact', 'variant', 'careless'];
const further = (a: Closeness, b: Closeness): Closeness => (CLOSENESS.indexOf(a) >= CLOSENESS.indexOf(b) ? a : b);

/** A longer listed name is a sentence, and no name. */
const MOST_WORDS = 24;
const LONGEST_WORD = 60;
const NOTHING: readonly never[] = [];

class Node {
  children: Map<string, Node[]> | null = null;
  entries: Entry[] | null = null;
  /** Whether a number may follow: "Nicholas II", which is also "Nicholas the Second". */
  numbered = false;
  constructor(readonly spelling: string) {}
}

interface State {
  readonly node: Node;
  readonly closeness: Closeness;
  /** Reached by an initial or by another form of a given name, which ends no name: "V. I." is not yet Vladimir Ilyich. */
  readonly open: boolean;
}

const spellingOf = (token: string): string =>
  token
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘`´]/g, "'")
    .replace(/[‐‑]/g, '-');

export class NameTrie {
  private readonly root = new Node('');
  private readonly rootState: readonly State[] = [{ node: this.root, closeness: 'exact', open: true }];
  /** What a first word leads to; most words of a text lead nowhere. */
  private readonly starts = new Map<string, readonly State[]>();
  /** Every word of every listed name, in all its readings. */
  private readonly words = new Set<string>();

  /** `readingsOf` gives the Slavic readings under which a word of the name is kept besides its own letters. */
  add(fact: AnyFact, listed: string, readingsOf: (word: string) => readonly string[]): void {
    const words = withoutArticle(nameWords(listed));
    if (words.length === 0 || words.length > MOST_WORDS) return;
    for (const tokens of sequences(words)) this.insert(fact, listed, tokens, readingsOf);
    // "Grigory Yevseyevich Zinoviev" is called "Grigory Zinoviev" too.
    if (fact.kind === 'person' && words.length === 3 && words.every(isCapitalised))
      this.insert(fact, listed, [words[0]!, words[2]!], readingsOf);
  }

  private insert(fact: AnyFact, listed: string, tokens: readonly string[], readingsOf: (word: string) => readonly string[]): void {
    let node = this.root;
    tokens.forEach((token, i) => {
      const readings = readingsOf(token);
      node = child(node, token, listedKeys(token, fact.kind === 'person', i === tokens.length - 1, tokens.length === 1, readings));
      this.words.add(plainWord(token));
      for (const reading of readings) this.words.add(`/${reading}`);
    });
    node.entries ??= [];
    const last = tokens[tokens.length - 1]!;
    // "Triumvirate" and "triumvirate" are two names where the pack lists both: the small letter is what lets plain prose say it.
    if (!node.entries.some((entry) => entry.fact === fact && isCapitalised(entry.last) === isCapitalised(last)))
      node.entries.push({ fact, listed, size: tokens.length, last });
    this.starts.clear();
  }

  /** The listed names that words[at], words[at + 1] … spell, by the number of words taken, longest first. */
  walk(words: readonly string[], at: number): readonly { length: number; reached: readonly Reached[] }[] {
    let states = this.first(words[at]!);
    let bare = this.bare(this.rootState, words[at]!);
    if (states.length === 0 && bare.length === 0) return NOTHING;
    const found: { length: number; reached: readonly Reached[] }[] = [];
    for (let length = 1; ; length++) {
      const reached = ends(states, words[at]!);
      // "Lenin's" ends the name, if it is not itself the name.
      if (reached.length === 0) reached.push(...ends(bare, withoutPossessive(words[at]!) ?? words[at]!));
      if (reached.length > 0) found.unshift({ length, reached });
      const next = words[at + length];
      if (states.length === 0 || next === undefined) return found;
      bare = this.bare(states, next);
      states = step(states, next);
      if (states.length === 0 && bare.length === 0) return found;
    }
  }

  private bare(states: readonly State[], word: string): readonly State[] {
    const last = word.charCodeAt(word.length - 1);
    // s or an apostrophe: anything else is no possessive.
    if (last !== 115 && last !== 83 && last !== 39 && last !== 0x2019 && last !== 96) return NOTHING;
    const possessor = withoutPossessive(word);
    return possessor === null ? NOTHING : step(states, possessor);
  }

  /** Whether the word is part of some listed name. */
  hasWord(word: string): boolean {
    return (
      this.words.has(plainWord(word)) || (isCapitalised(word) && slavicReadings(word).some((reading) => this.words.has(`/${reading}`)))
    );
  }

  private first(word: string): readonly State[] {
    const known = this.starts.get(word);
    if (known) return known;
    const states = step(this.rootState, word);
    if (this.starts.size > 50_000) this.starts.clear();
    this.starts.set(word, states);
    return states;
  }
}

/** Token sequences under which a listed name is kept: initials apart and together, hyphens as one word and as two. */
function sequences(words: readonly string[]): readonly (readonly string[])[] {
  if (words.every((word) => /^\p{L}\p{Ll}+$/u.test(word))) return [words];
  let results: string[][] = [[]];
  for (const word of words) {
    const options = wordTokens(word);
    results = results.flatMap((head) => options.map((option) => [...head, ...option])).slice(0, 8);
  }
  return results;
}

function child(node: Node, token: string, keys: readonly string[]): Node {
  const spelling = spellingOf(token);
  node.children ??= new Map();
  const same = node.children.get(keys[0]!)?.find((n) => n.spelling === spelling);
  const next = same ?? new Node(spelling);
  for (const key of keys) {
    if (key.startsWith('#') && node.spelling !== '') node.numbered = true;
    const nodes = node.children.get(key);
    if (!nodes) node.children.set(key, [next]);
    else if (!nodes.includes(next)) nodes.push(next);
  }
  return next;
}

function listedKeys(token: string, person: boolean, last: boolean, only: boolean, readings: readonly string[]): string[] {
  const keys = plainReadings(token).map((reading) => `p${reading}`);
  const number = nameNumber(token);
  if (number !== null && !only && !(person && !last)) keys.push(`#${number}`);
  for (const reading of readings) keys.push(`s${reading}`);
  if (readings.length > 0) for (const reading of carelessReadings(token)) keys.push(`c${reading}`);
  if (person && !last && isCapitalised(token) && !isTitle(token)) {
    for (const initial of givenNameInitials(token)) keys.push(`^${initial}`);
    for (const index of givenNameClasses(token)) keys.push(`~${index}`);
  }
  // Terms in the plural and the singular: "kulak", "kulaks".
  if (!person && last && !isAllCapitals(token) && /\p{Ll}{3}$/u.test(token))
    keys.push(/[^s]s$/.test(token) ? keys[0]!.slice(0, -1) : `${keys[0]}${token.endsWith('s') ? 'es' : 's'}`);
  return [...new Set(keys)];
}

function step(states: readonly State[], word: string): readonly State[] {
  if (states.length === 0 || word === '' || word.length > LONGEST_WORD) return NOTHING;
  const next: State[] = word === 'the' ? states.filter((state) => state.node.numbered).map((state) => ({ ...state, open: true })) : [];
  for (const tokens of wordTokens(word)) {
    let reached = states;
    for (const token of tokens) reached = stepToken(reached, token);
    for (const state of reached)
      if (
        !next.some(
          (known) => known.node === state.node && known.open <= state.open && further(known.closeness, state.closeness) === state.closeness,
        )
      )
        next.push(state);
  }
  return next;
}

function stepToken(states: readonly State[], token: string): readonly State[] {
  const next: State[] = [];
  let keys: readonly TokenKey[] | null = null;
  const spelling = spellingOf(token);
  for (const { node, closeness } of states) {
    if (!node.children) continue;
    keys ??= writtenKeys(token);
    for (const { key, kind } of keys) {
      for (const target of node.children.get(key) ?? NOTHING) {
        if (next.some((known) => known.node === target)) continue;
        const same = kind === 'number' || target.spelling === spelling || (kind === 'letters' && sameButForm(spelling, target.spelling));
        next.push({
          node: target,
          closeness: further(closeness, same ? 'exact' : kind === 'careless' ? 'careless' : 'variant'),
          open: kind === 'given' && !same,
        });
      }
    }
  }
  return next;
}

interface TokenKey {
  readonly key: string;
  readonly kind: 'letters' | 'number' | 'scheme' | 'careless' | 'given';
}

/** The keys under which a token of a text may be found, the closest first. */
function writtenKeys(token: string): readonly TokenKey[] {
  const keys: TokenKey[] = plainReadings(token).map((reading) => ({ key: `p${reading}`, kind: 'letters' }));
  const number = nameNumber(token);
  if (number !== null) keys.push({ key: `#${number}`, kind: 'number' });
  if (/^\p{Lu}$/u.test(token)) keys.push({ key: `^${token.toLowerCase()}`, kind: 'given' });
  if (token.length > 3) {
    const readings = slavicReadings(token);
    const careless = carelessReadings(token);
    for (const reading of readings) keys.push({ key: `s${reading}`, kind: 'scheme' });
    for (const reading of readings) keys.push({ key: `c${reading}`, kind: 'careless' });
    for (const reading of careless) keys.push({ key: `s${reading}`, kind: 'careless' }, { key: `c${reading}`, kind: 'careless' });
  }
  if (isCapitalised(token) && token.length > 1) for (const index of givenNameClasses(token)) keys.push({ key: `~${index}`, kind: 'given' });
  return keys;
}

/** Spellings that differ in apostrophes, hyphens or a plural s only. */
function sameButForm(a: string, b: string): boolean {
  const bare = (text: string): string => text.replace(/['-]/g, '').replace(/s$/, '');
  return bare(a) === bare(b);
}

/** The names that end here; `written` is the first word, which must fit a name of one word. */
function ends(states: readonly State[], written: string): Reached[] {
  const reached: Reached[] = [];
  for (const { node, closeness, open } of states) {
    if (open) continue;
    for (const entry of node.entries ?? NOTHING) {
      if (entry.size === 1 && !fits(entry, written, closeness === 'exact')) continue;
      reached.push({ entry, closeness });
    }
  }
  return reached;
}

/** Whether a single word, as it is written, may be this one-word name. */
function fits(entry: Entry, written: string, exact: boolean): boolean {
  if (isAllCapitals(entry.last)) {
    // An abbreviation: NEP, CC; "Nep" only where that is no other word.
    if (isAllCapitals(written)) return true;
    return exact && entry.last.length > 2 && isCapitalised(written) && !isCommonWord(written);
  }
  if (!isCapitalised(entry.last)) return exact || !isCommonWord(written);
  if (!isCapitalised(written)) return exact && !isCommonWord(written);
  return exact || !isCommonWord(written);
}
