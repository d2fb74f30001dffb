/** What prose says of a source of the chapter: its author, title, year, pages and publisher, by the words around an author's name or a title. */

import type { Source } from '../chapter/model';
import { plainWord } from '../chapter/names/fold';
import { givenNameClasses } from '../chapter/names/given-names';
import { perWord } from '../chapter/names/memo';
import { isTitle } from '../chapter/names/people';
import { slipCost, slipLimit } from '../chapter/names/slips';
import { isCommonWord, isKnownWord } from '../chapter/names/words';
import type { Block } from '../notes/model';
import { once } from '../reading/once';
import type { Token } from '../reading/tokens';
import { isByAnother } from './other-author';

/** A stretch of a block's tokens. */
export interface Stretch {
  readonly block: Block;
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

export interface AuthorMention {
  /** Tokens of the name, given names and initials taken in. */
  readonly from: number;
  readonly to: number;
  readonly family: number;
  readonly sources: readonly Source[];
  /** A word of English that opens a sentence: "Short of money". */
  readonly doubtful: boolean;
}

export interface TitleMention {
  readonly source: Source;
  readonly agrees: boolean;
  /** UTF-16 offsets into the text, of the part that is compared. */
  readonly start: number;
  readonly end: number;
  /** That part as it should be. */
  readonly right: string;
  /** First token of the title and the one behind it. */
  readonly from: number;
  readonly to: number;
}

export const yearAgrees = (source: Source, year: number): boolean => source.year === year || (source.otherYears ?? []).includes(year);

/** Names of authors of the chapter's sources; somebody of the same surname and another first name is none. */
export function authorsIn({ tokens, from, to }: Stretch, sources: readonly Source[]): AuthorMention[] {
  const found: AuthorMention[] = [];
  const { byFamily } = lookupOf(sources);
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || !token.capitalised) continue;
    // "Mack Smith" before "Smith".
    const own = surnamesEndingAt(i, tokens, from).find((name) => byFamily.has(name));
    if (own === undefined) continue;
    const given = givenBefore(tokens, i + 1 - own.split(' ').length, from);
    const fitting = byFamily
      .get(own)!
      .filter((source) =>
        source.authors.some((author) => surname(author.family) === own && given.words.every((word) => isGivenOf(word, author.given))),
      );
    if (fitting.length === 0) continue;
    const doubtful = i === from && isCommonWord(token.text) && !token.possessive && !/^[(,]$/.test(tokens[i + 1]?.text ?? '');
    found.push({ from: given.from, to: i + 1, family: i, sources: fitting, doubtful });
  }
  return found;
}

/** A surname of one word or more as it is looked up. */
const surname = perWord((family) => family.split(/\s+/).map(plainWord).join(' '));

/** The surnames that may end with this token, the longer one first. */
function surnamesEndingAt(at: number, tokens: readonly Token[], from: number): string[] {
  const last = plainWord(tokens[at]!.text);
  const before = at > from && tokens[at - 1]!.kind === 'word' ? tokens[at - 1]! : null;
  return before && !before.possessive ? [`${plainWord(before.text)} ${last}`, last] : [last];
}

/** Beside a first name a surname may be further from what was meant. */
const BESIDE = 0.45;

/** "Simon Scharma (1989)": a name one slip from an author's, beside the author's first name or the year or title of the book. */
export function authorSlipsIn(stretch: Stretch, sources: readonly Source[], titles: readonly TitleMention[]): AuthorSlip[] {
  const { tokens, from, to } = stretch;
  const found: AuthorSlip[] = [];
  const { nearFamilies } = lookupOf(sources);
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || !token.capitalised || token.text.length < 4 || isCommonWord(token.text)) continue;
    for (const { source, family, given, isLight } of nearFamilies(token.text)) {
      const before = givenBefore(tokens, i, from);
      const mention: AuthorMention = { from: before.from, to: i + 1, family: i, sources: [source], doubtful: false };
      const year = referenceYear(stretch, mention, tokens.slice(from, i).some(({ text }) => text === '(') ? 1 : 0);
      // A whole first name, no initial.
      const beside =
        given !== undefined && before.words.some((word) => word.length > 2) && before.words.every((word) => isGivenOf(word, given));
      if ((before.words.length > 0 || !isLight) && !beside) continue;
      const told = year !== null && yearAgrees(source, Number(tokens[year]!.text));
      const titled = !isKnownWord(token.text) && titles.some((title) => title.source === source);
      if (beside || told || titled) if (!found.some((slip) => slip.token === token)) found.push({ token, source, family });
    }
  }
  return found;
}

/** What the sources' names are looked up by, made once for a set of them. */
interface SourceLookup {
  readonly byFamily: ReadonlyMap<string, readonly Source[]>;
  /** Authors whose surname the word is a slip of; `isLight` where it is one even without the first name beside it. */
  nearFamilies(word: string): readonly NearFamily[];
  /** Titles that can be told in plain prose, with their plain words. */
  readonly longTitles: readonly { readonly source: Source; readonly main: string; readonly words: readonly string[] }[];
}

interface NearFamily {
  readonly source: Source;
  readonly family: string;
  readonly given: string | undefined;
  readonly isLight: boolean;
}

const lookups = new WeakMap<readonly Source[], SourceLookup>();

function lookupOf(sources: readonly Source[]): SourceLookup {
  return once(lookups, sources, () => {
    const byFamily = new Map<string, Source[]>();
    for (const source of sources)
      for (const family of new Set(source.authors.map((author) => surname(author.family)))) once(byFamily, family, () => []).push(source);
    const authors = sources.flatMap((source) =>
      source.authors.map(({ family, given }) => ({ source, family, given, right: plainWord(family) })),
    );
    const nearFamilies = perWord((word) => {
      const own = plainWord(word);
      return authors.flatMap(({ right, ...author }): NearFamily[] => {
        const limit = slipLimit(right.length);
        if (limit === null || own === right) return [];
        const cost = slipCost(right, own, limit + BESIDE);
        return cost === Number.POSITIVE_INFINITY ? [] : [{ ...author, isLight: cost <= limit }];
      });
    });
    const longTitles = sources
      .map((source) => ({ source, main: mainTitle(source), words: plainTitle(mainTitle(source)).split(' ') }))
      .filter(({ words }) => words.length >= 3);
    return { byFamily, nearFamilies, longTitles };
  });
}

export interface AuthorSlip {
  readonly token: Token;
  readonly source: Source;
  /** The surname that was meant. */
  readonly family: string;
}

function givenBefore(tokens: readonly Token[], family: number, from: number): { from: number; words: string[] } {
  const words: string[] = [];
  let at = family;
  for (let i = family - 1; i >= from; i--) {
    const token = tokens[i]!;
    if (tokens[i + 1]!.start - token.end > 1) break;
    if (token.text === '.' && tokens[i - 1]?.capitalised && tokens[i - 1]!.text.length <= 2) continue;
    if (token.kind !== 'word' || !token.capitalised || token.possessive || isTitle(token.text)) break;
    // "Historian Garrow": a word that opens a sentence and is nobody's first name.
    if (i === from && token.text.length > 2 && isCommonWord(token.text) && givenNameClasses(token.text).length === 0) break;
    words.unshift(token.text);
    at = i;
  }
  return { from: at, words };
}

function isGivenOf(word: string, given: string | undefined): boolean {
  if (given === undefined) return true;
  const own = plainWord(word.replace(/\W/g, ''));
  return given.split(/[\s.]+/).some((name) => {
    const other = plainWord(name);
    if (other === '') return false;
    if (own.length <= 2 || other.length === 1) return own[0] === other[0];
    return own === other || givenNameClasses(word).some((index) => givenNameClasses(name).includes(index));
  });
}

const plainTitle = perWord((text) =>
  text
    .toLowerCase()
    .replace(/[’']s\b/g, 's')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

/** The part before the colon, by which a book is called. */
export const mainTitle = (source: Source): string => source.title.split(':')[0]!.trim();

/** Stretches set apart as titles are: emphasised, or in quotation marks. */
export function titleStretches({ block, tokens, from, to }: Stretch): { start: number; end: number }[] {
  const first = block.start + (tokens[from]?.start ?? 0);
  const last = block.start + (tokens[to - 1]?.end ?? 0);
  const marked = block.marks
    .filter((mark) => mark.kind === 'emphasis' && mark.start >= first - 3 && mark.end <= last + 3)
    .map((mark) => (mark as { inner: { start: number; end: number } }).inner);
  const text = block.prose.slice(first - block.start, last - block.start);
  const quoted = [...text.matchAll(/[“"‘]([\p{Lu}][^“”"‘]{3,120}?)[”"’](?![\p{L}])/gu)].map((match) => ({
    start: first + match.index + 1,
    end: first + match.index + 1 + match[1]!.length,
  }));
  return [...marked, ...quoted].filter(({ start, end }) => /^\p{Lu}.{3}/u.test(block.prose.slice(start - block.start, end - block.start)));
}

/** Titles of the chapter's sources, right or one word off, where they are not said to be another author's; in plain prose only longer ones, behind an author's name where they are one word off. */
export function titlesIn(stretch: Stretch, sources: readonly Source[], authors: readonly AuthorMention[]): TitleMention[] {
  const { block, tokens, from, to } = stretch;
  const found: TitleMention[] = [];
  const tokensOf = (start: number, end: number) => {
    let a = from;
    while (a < to && block.start + tokens[a]!.start < start) a++;
    let b = a;
    while (b < to && block.start + tokens[b]!.start < end) b++;
    return { from: a, to: b };
  };
  for (const { start, end } of titleStretches(stretch)) {
    const whole = block.prose.slice(start - block.start, end - block.start);
    const writtenMain = whole
      .split(':')[0]!
      .trimEnd()
      .replace(/[,.;]$/, '');
    for (const source of sources) {
      const main = mainTitle(source);
      const isWhole = [source.title, ...source.names].some((name) => plainTitle(name) === plainTitle(whole));
      const agrees = isWhole || plainTitle(writtenMain) === plainTitle(main);
      if (agrees || isNearTitle(plainTitle(writtenMain), plainTitle(main)))
        found.push({ source, agrees, start, end: start + writtenMain.length, right: main, ...tokensOf(start, end) });
    }
  }
  const { byFamily, nearFamilies, longTitles } = lookupOf(sources);
  for (let i = from; i < to; i++) {
    if (tokens[i]!.kind !== 'word' || !tokens[i]!.capitalised || found.some((title) => i >= title.from && i < title.to)) continue;
    const owner = authors.find(({ to: behind, family }) => behind === i && tokens[family]!.possessive);
    const [first] = plainTitle(written(tokens[i]!)).split(' ');
    for (const { source, main, words } of longTitles) {
      if (first !== words[0] && !owner) continue;
      const end = i + words.length;
      if (end > to) continue;
      const own = plainTitle(tokens.slice(i, end).map(written).join(' '));
      const agrees = own === words.join(' ');
      if (!(agrees || (owner?.sources.includes(source) && tokens[end - 1]!.capitalised && isNearTitle(own, words.join(' '))))) continue;
      const start = block.start + tokens[i]!.start;
      found.push({ source, agrees, start, end: block.start + tokens[end - 1]!.end, right: main, from: i, to: end });
    }
  }
  // A misspelt author is the source's still.
  const isAuthor = (word: string) => byFamily.has(plainWord(word)) || nearFamilies(word).length > 0;
  return found.filter((title) => !isByAnother(title, tokens, from, isAuthor));
}

const written = ({ text, possessive }: Token): string => (possessive ? `${text}s` : text);

/** As many words, all but one of them the same, or one left out; at least two in common. */
function isNearTitle(written: string, title: string): boolean {
  const [own, words] = [written.split(' '), title.split(' ')];
  const shared = words.filter((word) => own.includes(word)).length;
  return words.length >= 3 && Math.abs(own.length - words.length) <= 1 && shared >= words.length - 1 && shared >= 2;
}

/** A year that may be a book's, written by itself: no end of a range, no year of birth. */
export function isYearToken(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^(?:1[5-9]|20)\d\d$/.test(token.text)) return false;
  if (/^[–—/-]$/.test(tokens[at + 1]?.text ?? '') || /^[–—/-]$/.test(tokens[at - 1]?.text ?? '')) return false;
  return (
    !/^(?:born|b|d|died|c|ca|since|until|from)$/.test(
      tokens[at - 1]?.text === '.' ? (tokens[at - 2]?.lower ?? '') : (tokens[at - 1]?.lower ?? ''),
    ) || isWorkFrom(tokens, at)
  );
}

const WORK = /^(?:books?|study|studies|biography|biographies|life|history|work|works|account|volume|monograph|textbook|classic|narrative)$/;
/** "his book from 1988", "her biography, which is from 1988". */
const isWorkFrom = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.lower === 'from' && workBefore(tokens, at - 1) !== null;
/** The work of which a relative clause goes on to say when it is from. */
function workBefore(tokens: readonly Token[], from: number): number | null {
  let at = from - 1;
  while (from - at <= 4 && /^(?:,|which|that|is|was|dates|dated|already|only)$/.test(tokens[at]?.lower ?? '')) at--;
  return WORK.test(tokens[at]?.lower ?? '') ? at : null;
}
const PUBLISH = /^(?:appeared|published|out|printed|released|issued)$/;
/** Another edition or another book. */
const EDITION =
  /^(?:editions?|edn|edns|ed|paperback|hardback|reprint|reprinted|reissued?|revised|translated|translation|original|originally|german|french|russian|chinese)$/;
const ANOTHER =
  /^(?:elsewhere|another|other|later|earlier|second|previous|next|recent|new|article|essay|lecture|interview|review|earliest|latest|volume|sequel|continues|continued)$/;

export const speaksOfEditions = (stretch: Stretch): boolean => someWord(stretch, EDITION);
export const speaksOfAnother = (stretch: Stretch): boolean => someWord(stretch, ANOTHER) || isBesideAnother(stretch);

/** "his life of him came out in 2009", "five years after his Stalin": of two books by one author, or of one on somebody who is spoken of. */
const isBesideAnother = ({ tokens, from, to }: Stretch): boolean =>
  tokens.slice(from, to).some(({ lower }, index) => {
    const at = from + index;
    const next = tokens[at + 1]?.lower ?? '';
    const before = tokens[at - 1]?.lower ?? '';
    return lower === 'of'
      ? /^(?:him|her|them)$/.test(next) && /^(?:life|biography|portrait|study)$/.test(before)
      : /^(?:after|before)$/.test(lower) && /^(?:his|her|their)$/.test(next) && /^(?:years?|months?)$/.test(before);
  });
const someWord = ({ tokens, from, to }: Stretch, words: RegExp): boolean => tokens.slice(from, to).some(({ lower }) => words.test(lower));

/** "Service (2009)", "(Kuromiya, 1990)", "Schama thinks (1988)": the year that a reference puts right behind the author. */
export function referenceYear({ tokens, to }: Stretch, author: AuthorMention, depth: number): number | null {
  let i = author.to;
  if (depth > 0) {
    if (tokens[i]?.text === ',') i++;
    return i < to && isYearToken(tokens, i) && /^[),:;]$/.test(tokens[i + 1]?.text ?? '') ? i : null;
  }
  // "Lynch = 1990", in a list of the books.
  if (tokens[i]?.text === '=' && isYearToken(tokens, i + 1) && (i + 2 >= to || /^[,.;)]$/.test(tokens[i + 2]!.text))) return i + 1;
  // A verb or two may stand between.
  for (let words = 0; words < 3 && i < to && tokens[i]!.kind === 'word' && !tokens[i]!.capitalised; words++) i++;
  if (tokens[i]?.text !== '(' || !isYearToken(tokens, i + 1)) return null;
  const close = tokens[i + 2]?.text ?? '';
  return i > author.to ? (close === ')' ? i + 1 : null) : /^[),:;]$/.test(close) ? i + 1 : null;
}

/** "Garrow's 1996 study", "Garrow, whose life of King came out in 1996", "his book of 1996": the year that the sentence gives for a book. */
export function toldYear(stretch: Stretch, from: number, source: Source, isTitle: boolean): number | null {
  const { tokens, to } = stretch;
  for (let i = from; i < Math.min(to, from + 24); i++) {
    if (tokens[i]!.text === ';' || !isYearToken(tokens, i)) continue;
    const before = tokens[i - 1]?.lower ?? '';
    const noun = [i + 1, i + 2, i + 3].find((at) => at < to && WORK.test(tokens[at]!.lower));
    const owned =
      i === from ? tokens[from - 1]?.possessive === true : /^(?:his|her|their)$/.test(before) || (tokens[i - 1]?.possessive ?? false);
    if (noun !== undefined && owned && tokens.slice(i + 1, noun).every((token) => token.kind === 'word' && !token.capitalised))
      return isOnTopic(tokens, noun, to, source) ? i : null;
    if (!/^(?:in|of|from)$/.test(before)) continue;
    const work = isTitle ? from : findLast(tokens, from, i, WORK);
    if (work === null || (!isTitle && !isOnTopic(tokens, work, i, source))) continue;
    const published = findLast(tokens, Math.max(work, i - 5), i, PUBLISH);
    // "his book of 1996": nothing but the topic between.
    const direct =
      /^(?:of|from)$/.test(before) &&
      !isTitle &&
      workBefore(tokens, i - 1) === work &&
      (tokens[work - 1]?.possessive || /^(?:his|her|their)$/.test(tokens[work - 1]?.lower ?? ''));
    if (published !== null || direct) return i;
  }
  return null;
}

function findLast(tokens: readonly Token[], from: number, to: number, words: RegExp): number | null {
  for (let i = to - 1; i >= from; i--) if (words.test(tokens[i]!.lower)) return i;
  return null;
}

/** "a life of Lenin" is no life of Stalin: what the work is said to be about must be in the title. */
function isOnTopic(tokens: readonly Token[], noun: number, to: number, source: Source): boolean {
  const title = plainTitle(source.title).split(' ');
  const before = tokens[noun - 1];
  if (before?.capitalised && !before.possessive && !title.includes(plainWord(before.text))) return false;
  if (!/^(?:of|on|about)$/.test(tokens[noun + 1]?.lower ?? '')) return true;
  const topic: string[] = [];
  for (let i = noun + 2; i < Math.min(to, noun + 8) && tokens[i]!.kind === 'word'; i++)
    if (tokens[i]!.capitalised) topic.push(plainWord(tokens[i]!.text));
  return topic.length === 0 || topic.some((word) => title.includes(word));
}

/** Whether the publisher is named, by the words of its name. */
export function namesPublisher({ tokens, from, to }: Stretch, source: Source): boolean {
  const words = source.publisher?.split(/[^\p{L}]+/u).filter((word) => word.length >= 3) ?? [];
  return words.length > 0 && words.every((word) => tokens.slice(from, to).some(({ text }) => text === word));
}
