/** Completions that write a fact's name: people, links, citation keys, names in prose. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { AnyFact, FactKind } from '../../chapter/model';
import type { Reading } from '../../reading/model';
import { detailOf } from '../describe';
import { plainText } from '../markup';
import { escapeSnippet, type Proposal } from './item';
import { likelihoodAt } from './likelihood';
import { type Candidate, completionNames, type Found, foldTyped } from './names';
import type { Typing } from './typing';

/** More than this no list shows; the rest comes as the writer goes on typing. */
export const LIMIT = 100;

/** Clients match what is typed against a filter text; VS Code looks at its first 128 characters. */
const FILTER_LENGTH = 120;

/** How much a name that begins with what was typed outweighs one that has it further on. */
const AT_START = 3;

/** How much a name by which everybody knows the fact outweighs "Koba" and "L. B. Kamenev". */
const USUAL = 2;

const isUsual = (name: string, fact: AnyFact): boolean => name === fact.name || (fact.kind === 'person' && name === fact.short);

export const kinds: Record<FactKind, CompletionItemKind> = {
  person: CompletionItemKind.Class,
  event: CompletionItemKind.Event,
  term: CompletionItemKind.Module,
  source: CompletionItemKind.Reference,
};

export interface Proposals {
  readonly items: readonly Proposal[];
  /** More would fit what was typed. */
  readonly incomplete: boolean;
}

export function people(typing: Typing & { kind: 'person' }, reading: Reading, offset: number): Proposals {
  const sign = typing.bracketed ? '' : '@';
  return propose(typing.typed, reading, typing.replace.start, offset, ['person'], ({ candidate, name }) => {
    const plain = /^[\p{L}\p{M}](?:[\p{L}\p{M}'’-]*[\p{L}\p{M}])?$/u.test(name);
    const newText = typing.bracketed ? `${name}${typing.closed ? '' : ']'}` : plain ? `@${name}` : `@[${name}]`;
    const made = item(candidate, name, newText, sign);
    // Behind a bare name the writer goes on at once.
    return typing.bracketed ? made : { ...made, commitCharacters: [',', '.', ';', ':', '?', '!', ')'] };
  });
}

export function links(typing: Typing & { kind: 'link' }, reading: Reading, offset: number): Proposals {
  return propose(typing.typed, reading, typing.replace.start, offset, ['event', 'term', 'source'], ({ candidate, name }) =>
    item(candidate, name, `${name}${typing.closed ? '' : ']]'}`, ''),
  );
}

/** Sources by key, author and title. */
export function citations(typing: Typing & { kind: 'citation' }, reading: Reading): Proposals {
  const sources = reading.knowledge.chapters.flatMap((chapter) => chapter.sources);
  // A key that has its page already needs no other.
  const isBare = !/^[ \t]*,/.test(reading.notes.text.slice(typing.replace.end, typing.replace.end + 10));
  const items = sources.flatMap((source): Proposal[] => {
    const { id, pages } = source;
    const searched = [id, ...source.authors.map(({ family }) => family), source.title].join(' ');
    const key = {
      label: id,
      detail: detailOf(source),
      description: source.title,
      kind: kinds.source,
      newText: id,
      filterText: searched.slice(0, FILTER_LENGTH),
      commitCharacters: [',', ';'],
      fact: id,
    };
    if (!isBare || pages.length === 0) return [key];
    const choice = pages.map((page) => escapeSnippet(plainText(page))).join(',');
    const { commitCharacters: _, ...rest } = key;
    return [key, { ...rest, label: `${id}, p. …`, snippet: `${escapeSnippet(id)}, p. \${1|${choice}|}` }];
  });
  return { items, incomplete: false };
}

/** A capitalised name in prose: the longest run of words that begins one. */
export function prose(typing: Typing & { kind: 'name' }, reading: Reading, offset: number): (Proposals & { start: number }) | null {
  const { text } = reading.notes;
  for (const start of typing.starts) {
    const typed = text.slice(start, typing.end);
    const single = start === typing.starts.at(-1);
    // A sentence's first letter says nothing yet.
    if (single && typing.sentenceStart && typed.length < 2) continue;
    const found = propose(typed, reading, start, offset, ['person', 'event', 'term', 'source'], ({ candidate, name, atStart }) => {
      if ((!single && !atStart) || foldTyped(name) === foldTyped(typed) || !/^\p{Lu}/u.test(name)) return null;
      // An event without a name of its own is called by its line, which is no part of a sentence.
      if (candidate.fact.kind === 'event' && candidate.fact.lines.includes(name)) return null;
      return item(candidate, name, name, '');
    });
    if (found.items.length > 0) return { ...found, start };
  }
  return null;
}

function propose(
  typed: string,
  reading: Reading,
  start: number,
  offset: number,
  wanted: readonly FactKind[],
  make: (found: Found) => Proposal | null,
): Proposals {
  const names = completionNames(reading.knowledge);
  const found: readonly Found[] =
    typed.trim() === ''
      ? names.candidates.map((candidate) => ({ candidate, name: candidate.names[0]!, atStart: true }))
      : names.startingWith(typed, Number.POSITIVE_INFINITY);
  const likelihood = likelihoodAt(reading, start, offset);
  const score = ({ candidate: { fact }, name, atStart }: Found) =>
    likelihood.of(fact) + (atStart ? AT_START : 0) + (isUsual(name, fact) ? USUAL : 0);
  const ranked = found
    .filter(({ candidate }) => wanted.includes(candidate.fact.kind))
    .map((each) => ({ each, score: score(each) }))
    .sort((a, b) => b.score - a.score || a.each.name.localeCompare(b.each.name, 'en'));
  const items = ranked.slice(0, LIMIT).flatMap(({ each }) => make(each) ?? []);
  return { items, incomplete: ranked.length > LIMIT || items.some(({ allNames }) => allNames === false) };
}

function item(candidate: Candidate, name: string, newText: string, sign: string): Proposal {
  const { fact } = candidate;
  const { text, whole } = filterText(candidate, name, sign);
  const who = fact.kind === 'person' ? fact.offices[0]?.title : undefined;
  const description = [name === fact.name ? undefined : fact.name, who].filter(Boolean).join(', ');
  return {
    label: name,
    detail: detailOf(fact),
    ...(description ? { description } : {}),
    kind: kinds[fact.kind],
    newText,
    filterText: text,
    allNames: whole,
    fact: fact.id,
  };
}

/** Every name behind the sign, the one that will be written first; names whose words all stand there already add nothing. */
function filterText({ names }: Candidate, first: string, sign: string): { text: string; whole: boolean } {
  let text = `${sign}${first}`;
  let whole = true;
  const known = new Set(first.split(/\s+/));
  for (const name of names) {
    const words = name.split(/\s+/);
    if (words.every((word) => known.has(word))) continue;
    if (text.length + name.length + 1 > FILTER_LENGTH) {
      whole = false;
      continue;
    }
    text += ` ${name}`;
    for (const word of words) known.add(word);
  }
  return { text, whole };
}

/** The fact with this id, for documentation. */
export function factOf(reading: Reading, id: string): AnyFact | undefined {
  return reading.knowledge.fact(id);
}
