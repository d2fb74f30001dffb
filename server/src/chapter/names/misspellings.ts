/** Slips of the pen: a word that is nobody and nothing, and near to one listed name only. */
import type { AnyFact, TermKind } from '../model';
import { DeletionIndex } from './deletions';
import { derivedFrom, nameStems } from './derived';
import { plainWord } from './fold';
import { givenNameClasses } from './given-names';
import { nameNumber } from './numbers';
import { hardened, slipCost, slipEdits, slipLimit } from './slips';
import { isAllCapitals, isCapitalised, nameWords, withoutArticle, withoutPossessive } from './tokens';
import { isCommonWord, isKnownWord } from './words';

/** A word of a listed name that a slip may be meant for. */
interface Target {
  readonly spelling: string;
  readonly listed: string;
  /** Facts that the word alone means or is part of; the nearest in meaning first. */
  readonly facts: AnyFact[];
  rank: number;
}

export interface Slip {
  readonly fact: AnyFact;
  readonly listed: string;
  readonly cost: number;
}

/** Another name as near as this leaves open which one was meant. */
const MARGIN = 0.15;
/** Below this length an abbreviation in capitals is not compared with names. */
const SHORTEST_IN_CAPITALS = 6;
const SHORTEST_COMMON = 7;
/** Shorter names lose too much by a letter. */
const LONG_NAME = 7;
const COUNTABLE: ReadonlySet<TermKind> = new Set<TermKind>(['group', 'party', 'concept', 'office']);

export class Misspellings {
  private readonly targets = new Map<string, Target>();
  private stems: Set<string> | null = null;
  private list: readonly Target[] = [];
  private near: DeletionIndex | null = null;
  private far: DeletionIndex | null = null;
  private farNumbers: number[] = [];

  /** `isListed` tells the words of listed names, in all their readings; `rightWords` are others that are no slips, in plain letters. */
  constructor(
    private readonly isListed: (word: string) => boolean,
    private readonly rightWords: ReadonlySet<string>,
  ) {}

  add(fact: AnyFact, listed: string): void {
    const words = withoutArticle(nameWords(listed));
    words.forEach((word, i) => {
      const plain = plainWord(word);
      if (isAllCapitals(word) || nameNumber(word) !== null || plain.length < 4) return;
      if (withoutPossessive(word) !== null && this.isListed(withoutPossessive(word)!)) return;
      const alone = words.length === 1;
      if (fact.kind === 'person') {
        // Given names have a form in every language; a slip for one cannot be told.
        if (i === words.length - 1 && isCapitalised(word) && (alone || givenNameClasses(word).length === 0))
          this.addTarget(plain, word, fact, alone ? 0 : 1);
        return;
      }
      if (fact.kind === 'source') return;
      if (!alone) {
        if (plain.length >= 5 && isCapitalised(word) && !isKnownWord(word)) this.addTarget(plain, word, fact, 3);
        return;
      }
      // Slips in short English words are a spelling checker's.
      if (plain.length < SHORTEST_COMMON && isCommonWord(word)) return;
      this.addTarget(plain, word, fact, 2);
      // A slip in the singular of a name listed in the plural, or the other way round, is mended in its own number.
      if (fact.kind !== 'term' || !COUNTABLE.has(fact.termKind) || !/\p{Ll}{3}$/u.test(word)) return;
      if (plain.endsWith('s')) this.addTarget(plain.slice(0, -1), word.slice(0, -1), fact, 2);
      else this.addTarget(`${plain}s`, `${word}s`, fact, 2);
    });
  }

  private addTarget(spelling: string, listed: string, fact: AnyFact, rank: number): void {
    const known = this.targets.get(spelling);
    if (!known) this.targets.set(spelling, { spelling, listed, facts: [fact], rank });
    else if (!known.facts.includes(fact)) {
      if (rank < known.rank) known.facts.unshift(fact);
      else known.facts.push(fact);
      known.rank = Math.min(known.rank, rank);
    }
    this.near = null;
  }

  /** The name that the word is a slip for, or null. */
  find(word: string): Slip | null {
    if (!/^[\p{L}\p{M}][\p{L}\p{M}'’ʹʼ`´-]*$/u.test(word) || word.length > 40) return null;
    const plain = plainWord(word);
    if (plain.length < 3 || (isAllCapitals(word) && plain.length < SHORTEST_IN_CAPITALS)) return null;
    if (this.isSomething(word, plain) || isDemonym(word)) return null;
    return this.nearest(word, plain) ?? this.nearestOfFamily(word, plain);
  }

  /** "the Zinoveivs": the name of a person put in the plural. */
  private nearestOfFamily(word: string, plain: string): Slip | null {
    if (!isCapitalised(word) || !/[^s]s$/i.test(word) || plain.length < LONG_NAME) return null;
    const slip = this.nearest(word.slice(0, -1), plain.slice(0, -1));
    return slip?.fact.kind === 'person' ? { ...slip, listed: `${slip.listed}s` } : null;
  }

  /** The name that the word is near to, though the world may know the word. */
  nearestOf(word: string): Slip | null {
    const plain = plainWord(word);
    if (plain.length < 3 || this.isListed(word) || this.rightWords.has(plain) || this.isDerived(plain)) return null;
    if (plain.endsWith('s') && this.isListed(plain.slice(0, -1))) return null;
    return this.nearest(word, plain);
  }

  /** Whether the word is somebody or something by itself: listed, known to the world, the writer's own, or made from a name. */
  isSomething(word: string, plain = plainWord(word)): boolean {
    if (this.isListed(word) || this.rightWords.has(plain) || isKnownWord(word)) return true;
    const singular = plain.endsWith('s') ? plain.slice(0, -1) : null;
    if (singular !== null && (this.isListed(singular) || this.rightWords.has(singular))) return true;
    // "the Parkses"
    if (/(?:[sxz]|[cs]h)es$/.test(plain) && this.isListed(plain.slice(0, -2))) return true;
    const parts = word.split('-');
    if (parts.length > 1 && parts.every((part) => part === '' || this.isSomething(part))) return true;
    return this.isDerived(plain) || (singular !== null && this.isDerived(singular));
  }

  private isDerived(plain: string): boolean {
    this.stems ??= new Set([...this.targets.keys()].flatMap(nameStems));
    return derivedFrom(plain).some(({ stem, whole }) => (whole ? this.targets.has(stem) : this.stems!.has(stem)));
  }

  private nearest(word: string, plain: string): Slip | null {
    this.prepare();
    let best: Target | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    let rival = Number.POSITIVE_INFINITY;
    for (const number of this.candidates(plain)) {
      const target = this.list[number]!;
      const limit = slipLimit(target.spelling.length);
      if (limit === null || !mayMean(word, plain, target)) continue;
      if (target.facts[0]!.kind !== 'person' && hardened(target.spelling) === hardened(plain)) return null;
      const cost = slipCost(target.spelling, plain, limit);
      if (cost === Number.POSITIVE_INFINITY) continue;
      if (cost < bestCost || (cost === bestCost && best !== null && target.rank < best.rank)) {
        if (best && !sameFacts(best, target)) rival = bestCost;
        best = target;
        bestCost = cost;
      } else if (best && !sameFacts(best, target)) rival = Math.min(rival, cost);
    }
    if (!best || rival < bestCost + MARGIN) return null;
    return { fact: best.facts[0]!, listed: best.listed, cost: bestCost };
  }

  private prepare(): void {
    if (this.near) return;
    this.list = [...this.targets.values()];
    this.stems = null;
    this.farNumbers = this.list.flatMap((target, number) => (slipEdits(target.spelling.length) === 2 ? [number] : []));
    this.near = new DeletionIndex(
      this.list.map((target) => target.spelling),
      1,
    );
    this.far = new DeletionIndex(
      this.farNumbers.map((number) => this.list[number]!.spelling),
      2,
    );
  }

  private candidates(plain: string): Set<number> {
    const numbers = this.near!.candidates(plain);
    if (plain.length >= 6) for (const number of this.far!.candidates(plain)) numbers.add(this.farNumbers[number]!);
    return numbers;
  }
}

/** A name written with a capital is meant where the word has one, or where the word is long enough to be nothing else. */
function mayMean(word: string, plain: string, target: Target): boolean {
  return isCapitalised(word) || !isCapitalised(target.listed) || (plain.length >= 7 && target.spelling.length >= 7);
}

/** "Bukharan": of a place that the world knows. */
const isDemonym = (word: string): boolean => /^\p{Lu}.{3,}an$/u.test(word) && isKnownWord(word.slice(0, -1));

function sameFacts(a: Target, b: Target): boolean {
  return a.facts.some((fact) => b.facts.includes(fact));
}
