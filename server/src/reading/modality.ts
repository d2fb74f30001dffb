/** What a sentence asserts and what it only asks, supposes, denies or reports. */
import { isVerbLike } from './clauses';
import {
  BE,
  COORDINATORS,
  INTENTIONS,
  MODALS,
  NEGATIONS,
  OPINION_VERBS,
  RELATIVES,
  REPORTED_ERROR,
  SUBORDINATORS,
  SUPPOSITIONS,
  WORKS,
} from './lexicon/words';
import type { Unasserted } from './model';
import type { Token } from './tokens';

/** How many tokens on a word still counts as of the same clause; keeps the reading linear in a sentence without end. */
const REACH = 40;

/** What holds for the sentence as a whole, if anything. */
export function sentenceModality(tokens: readonly Token[], from: number, to: number): Unasserted | null {
  const asides = asideTokens(tokens, from, to);
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    if (token.kind !== 'word') {
      // `asks "Was he a genius?", but`: what is asked inside does not make the whole a question.
      if (token.text === '?' && !asides[i]) return 'question';
      continue;
    }
    if (SUPPOSITIONS.has(token.lower)) return 'hypothesis';
    // "Had Lenin lived", "Were he to": an inversion opens a clause.
    if (
      (token.lower === 'had' || token.lower === 'were' || token.lower === 'should') &&
      opensClause(tokens, i, from) &&
      next?.kind === 'word' &&
      (next.capitalised || /^(?:he|she|it|they|the|there|a|his)$/.test(next.lower))
    )
      return 'hypothesis';
    if (isModal(tokens, i) && !asides[i] && !inRelative(tokens, i, from) && supposesThePast(tokens, i, to)) return 'hypothesis';
    if (/^(?:imaginary|counterfactual|experiment|fictional|alternate|alternative)$/.test(token.lower)) return 'hypothesis';
    if (REPORTED_ERROR.has(token.lower)) return 'reported';
  }
  return null;
}

const WOULD = new Set(['would', "wouldn't", "'d"]);

/** From which token on a sentence supposes: "he died in 1924, and nobody would have thought so" says first what happened. */
export function supposedFrom(tokens: readonly Token[], from: number, to: number): number {
  const modal = tokens.slice(from, to).findIndex(({ lower, capitalised }) => !capitalised && MODALS.has(lower));
  if (modal < 0 || !WOULD.has(tokens[from + modal]!.lower)) return from;
  let verb = -1;
  for (let i = from; i < from + modal; i++) {
    const { lower } = tokens[i]!;
    if (UNREAL.has(lower) || CONDITIONS.has(lower)) return from;
    if (verb >= 0 && (lower === 'and' || lower === 'but') && tokens[i - 1]!.text === ',')
      // What is told in the present may be told of another world.
      return /s$/.test(tokens[verb]!.lower) && tokens[verb]!.lower !== 'was' ? from : isDoubted(tokens, from, i, to) ? from : i;
    if (verb < 0 && isVerbLike(tokens[i]!)) verb = i;
  }
  return from;
}

const UNREAL = new Set(['without', 'instead', 'otherwise', 'let', 'assuming', 'world', 'scenario']);

/** Whether there is another reason than the supposition not to take the sentence at its word. */
const isDoubted = (tokens: readonly Token[], from: number, conjunction: number, to: number): boolean =>
  sentenceModality(tokens, from, conjunction) !== null ||
  tokens.slice(conjunction, to).some(({ lower, text }) => SUPPOSITIONS.has(lower) || REPORTED_ERROR.has(lower) || text === '?');

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '"': '"', '“': '”', '‘': '’', '«': '»' };

/** Which tokens stand in brackets or quotation marks that open behind the sentence's first word and close again. */
function asideTokens(tokens: readonly Token[], from: number, to: number): Uint8Array {
  const asides = new Uint8Array(tokens.length);
  let opened = -1;
  let closer = '';
  for (let i = from; i < to; i++) {
    const { text } = tokens[i]!;
    if (opened >= 0 && text === closer) {
      asides.fill(1, opened + 1, i);
      opened = -1;
    } else if (opened < 0 && i > from && CLOSERS[text] !== undefined) {
      opened = i;
      closer = CLOSERS[text]!;
    }
  }
  return asides;
}

/** "whom he would have dismissed": the supposition stays inside the relative clause. */
function inRelative(tokens: readonly Token[], modal: number, from: number): boolean {
  for (let i = modal - 1; i >= Math.max(from, modal - REACH) && tokens[i]!.kind !== 'punctuation'; i--)
    if (/^(?:who|whom|which)$/.test(tokens[i]!.lower)) return i > from;
  return false;
}

function opensClause(tokens: readonly Token[], index: number, from: number): boolean {
  if (index === from) return true;
  const before = tokens[index - 1]!;
  return before.text === ',' || before.text === ';' || /^["“'‘(]$/.test(before.text) || COORDINATORS.has(before.lower);
}

/** "would", "he'd lose"; not "he'd lost", "he'd already been". */
function isModal(tokens: readonly Token[], at: number): boolean {
  const { text, lower } = tokens[at]!;
  if (MODALS.has(lower)) return true;
  if (!/.[’']d$/.test(text) || !/^(?:s?he|they)$/.test(lower)) return false;
  const next = tokens[at + 1];
  const verb = next && /ly$|^(?:also|already|just|never|once|even|long|since|then|always|often)$/.test(next.lower) ? tokens[at + 2] : next;
  return verb !== undefined && (verb.lower === 'have' || !isVerbLike(verb));
}

/** "would have won", "could have struck", "might have been" suppose another past; "would later become" tells what came. */
function supposesThePast(tokens: readonly Token[], modal: number, to: number): boolean {
  for (let i = modal + 1; i < Math.min(to, modal + 4); i++) {
    const word = tokens[i]!.lower;
    // "would have no further dealings": to have a thing is no other past.
    if (word === 'have' || word === "'ve") return !HAD_THINGS.test(tokens[i + 1]?.lower ?? '');
  }
  return false;
}

const HAD_THINGS = /^(?:no|any|nothing|nobody|a|an|the|this|that|these|those|to|more|much|little|enough|some|many|few|his|her|their|its)$/;

const CONDITIONS = new Set(['if', 'unless', 'whether', 'lest', 'supposing']);
const AFTERWARDS = /^(?:later|eventually|soon|go|finally|ultimately|subsequently)$/;

/** What holds for the tokens of one clause. */
export function clauseModality(
  tokens: readonly Token[],
  ranges: readonly { readonly from: number; readonly to: number }[],
): Unasserted | null {
  const opening = tokens[ranges[0]!.from]!;
  if (CONDITIONS.has(opening.lower) && tokens[ranges[0]!.from - 1]?.lower !== 'as') return 'hypothesis';
  if (ranges.some(({ from, to }) => tokens.slice(from, to).some(({ text }) => text === '?'))) return 'question';
  let verbBefore = false;
  for (const [index, { from, to }] of ranges.entries()) {
    const says = tokens.slice(from, to).some(isVerbLike);
    // "was lost in January, not together with the others": an afterthought denies nothing of what was said.
    const afterthought = verbBefore && !says;
    verbBefore ||= says;
    // "X threatened him, when he not apologises": a denial in what hangs on the clause does not deny the clause.
    const hangs = index > 0 && (SUBORDINATORS.has(tokens[from]!.lower) || RELATIVES.has(tokens[from]!.lower));
    for (let i = from; i < to; i++) {
      const token = tokens[i]!;
      if (token.kind !== 'word') continue;
      if (INTENTIONS.has(token.lower) && tokens[i + 1]?.lower === 'to') return 'hypothesis';
      // "is often said to have founded", "is believed to have died": others' view.
      if (
        /^(?:said|thought|believed|rumoured|rumored|supposed|alleged|reported|reputed)$/.test(token.lower) &&
        tokens[i + 1]?.lower === 'to' &&
        tokens.slice(Math.max(from, i - 4), i).some((before) => BE.has(before.lower))
      )
        return 'reported';
      if (WORKS.has(token.lower) && i - ranges[0]!.from <= 3 && !tokens[i]!.possessive) return 'bibliographic';
      if (!hangs && !afterthought && NEGATIONS.has(token.lower) && !affirms(tokens, i, to)) return 'negation';
      if (
        isModal(tokens, i) &&
        !/^(?:must|can|may)$/.test(token.lower) &&
        !tokens.slice(i + 1, i + 3).some((next) => AFTERWARDS.test(next.lower))
      )
        return 'hypothesis';
    }
  }
  return null;
}

/** "not only", "not until", "no longer", "no more", "no. 2", "not long after" deny nothing of the date. */
function affirms(tokens: readonly Token[], index: number, to: number): boolean {
  for (let i = index + 1; i < Math.min(to, index + 1 + REACH); i++)
    if (tokens[i]!.lower === 'until' || tokens[i]!.lower === 'till') return true;
  const next = tokens[index + 1]?.lower ?? '';
  const word = tokens[index]!.lower;
  if (word === 'not' || word.endsWith("n't")) return /^(?:only|until|till|long|surprisingly|just|least)$/.test(next);
  if (word === 'no')
    return (
      // "said no to X": that is what was said, and no denial of the writer's.
      (next === 'to' && /^(?:say|says|said|saying)$/.test(tokens[index - 1]?.lower ?? '')) ||
      /^(?:longer|more|doubt|wonder|accident|later|less|fewer|coincidence|sooner|surprise)$/.test(next) ||
      tokens[index + 1]?.text === '.' ||
      tokens[index + 1]?.kind === 'number'
    );
  if (word === 'without') return true;
  if (word === 'hardly' || word === 'scarcely') return false;
  return false;
}

/** Which tokens stand in quotation marks that hold a statement, a verb among them, not just a name or a phrase of up to four words. */
export function quotedTokens(tokens: readonly Token[], from: number, to: number): Uint8Array {
  const quoted = new Uint8Array(tokens.length);
  const openers = new Map([
    ['"', '"'],
    ['“', '”'],
    ['‘', '’'],
    ["'", "'"],
    ['«', '»'],
  ]);
  // Where each closing mark stands; the places are asked for in order, so one walk over them does.
  const places = new Map<string, number[]>([...openers.values()].map((closer) => [closer, []]));
  for (let i = from; i < to; i++) places.get(tokens[i]!.text)?.push(i);
  const passed = new Map<string, number>();
  const nextOf = (closer: string, after: number): number => {
    const all = places.get(closer)!;
    let next = passed.get(closer) ?? 0;
    while (next < all.length && all[next]! < after) next++;
    passed.set(closer, next);
    return all[next] ?? -1;
  };
  for (let i = from; i < to; i++) {
    const closer = openers.get(tokens[i]!.text);
    // "Nov '29": an apostrophe before two figures opens a year.
    if (closer === undefined || isClippedYear(tokens, i)) continue;
    const end = nextOf(closer, i + 1);
    if (end < 0) continue;
    let words = 0;
    let says = false;
    for (let k = i + 1; k < end; k++) {
      if (tokens[k]!.kind !== 'punctuation') words++;
      says ||= isVerbLike(tokens[k]!);
    }
    if (words > 4 || (says && words > 2)) quoted.fill(1, i + 1, end);
    i = end;
  }
  return quoted;
}

function isClippedYear(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return /^['‘’]$/.test(tokens[index]!.text) && next?.start === tokens[index]!.end && /^\d\ds?$/.test(next.text);
}

/** "claims that", "wrote in her test that": the clause tells of somebody's words or opinion. */
export function reportsSomething(tokens: readonly Token[], ranges: readonly { readonly from: number; readonly to: number }[]): boolean {
  return ranges.some(({ from, to }) => tokens.slice(from, to).some((token) => OPINION_VERBS.has(token.lower)));
}
