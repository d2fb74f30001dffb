/** The names of a chapter's facts, found by what a writer has typed of them. */
import type { AnyFact } from '../../chapter/model';
import type { Knowledge } from '../../reading/model';

export interface Candidate {
  readonly fact: AnyFact;
  /** Every right name, the one that most texts use first. */
  readonly names: readonly string[];
}

/** A candidate with the name that what was typed begins. */
export interface Found {
  readonly candidate: Candidate;
  readonly name: string;
  /** Whether what was typed begins the name itself, not a later word of it. */
  readonly atStart: boolean;
}

interface Entry extends Found {
  /** Where one of the name's words begins. */
  readonly at: number;
  /** The folded name from there on. */
  readonly key: string;
}

export interface CompletionNames {
  readonly candidates: readonly Candidate[];
  /** Candidates with a name of which some word on begins with `typed`, each with the first such name; in no order of likelihood. */
  startingWith(typed: string, limit: number): Found[];
}

const built = new WeakMap<Knowledge, CompletionNames>();

/** Built once for each knowledge. */
export function completionNames(knowledge: Knowledge): CompletionNames {
  let names = built.get(knowledge);
  if (!names) {
    names = build(knowledge);
    built.set(knowledge, names);
  }
  return names;
}

/** Case, accents and the shape of apostrophes do not matter while typing. */
export function foldTyped(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`]/g, "'");
}

function build(knowledge: Knowledge): CompletionNames {
  const candidates = knowledge.chapters.flatMap((chapter) =>
    [...chapter.people, ...chapter.events, ...chapter.terms, ...chapter.sources].map((fact): Candidate => ({ fact, names: namesOf(fact) })),
  );
  const entries: Entry[] = [];
  for (const candidate of candidates) {
    for (const name of candidate.names) {
      // Of the words within a name only those that are names themselves: nobody looks for "of".
      for (const { index } of name.matchAll(/^[\p{L}\p{N}]|(?<![\p{L}\p{M}\p{N}'’])[\p{Lu}\p{N}]/gu))
        entries.push({ candidate, name, atStart: index === 0, at: index, key: foldTyped(name.slice(index)) });
    }
  }
  entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { candidates, startingWith: (typed, limit) => startingWith(entries, typed, limit) };
}

function namesOf(fact: AnyFact): string[] {
  const own = fact.kind === 'person' ? [fact.short, fact.name] : [fact.name];
  return [...new Set([...own, ...fact.names])];
}

function startingWith(entries: readonly Entry[], typed: string, limit: number): Found[] {
  const key = foldTyped(typed);
  const best = new Map<Candidate, Entry>();
  for (let i = lowerBound(entries, key); i < entries.length && entries[i]!.key.startsWith(key); i++) {
    const entry = entries[i]!;
    const known = best.get(entry.candidate);
    if (!known && best.size >= limit) break;
    if (!known || rank(entry, typed) < rank(known, typed)) best.set(entry.candidate, entry);
  }
  return [...best.values()];
}

/** A name that begins with what was typed before one that has it further on; then one in the case that was typed ("NE" is NEP); then the more usual. */
function rank({ candidate, name, at }: Entry, typed: string): number {
  return (at === 0 ? 0 : 2000) + (name.startsWith(typed, at) ? 0 : 1000) + candidate.names.indexOf(name);
}

function lowerBound(entries: readonly Entry[], key: string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
