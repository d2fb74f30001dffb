/** How soon the writer sees who was meant: mean reciprocal rank over the names in our own essays, found by plain search so that the engine has no say in what is asked. */
import { expect, test } from 'vitest';
import { essays, read } from '../../../../test/support/essays';
import type { AnyFact, Chapter } from '../../chapter/model';
import { completion } from './index';

/** Every so many names of an essay one is looked at. */
const STRIDE = 9;
const abilities = { defaultEditRange: true, labelDetails: true, snippets: true, commitCharacters: true };

/** The floors stand a little below what is reached; to be raised, never lowered. Keys: how it is written, and how many letters of it. */
const FLOORS: Readonly<Record<string, number>> = {
  '@ 0': 0.39,
  '@ 1': 0.82,
  '@ 2': 0.94,
  '@ 3': 0.97,
  'prose 1': 0.59,
  'prose 2': 0.85,
  'prose 3': 0.91,
  all: 0.78,
};

/** 1 for the first place, 1/2 for the second …, 0 where the fact is not offered. */
function reciprocalRank(before: string, typed: string, fact: string): number {
  const text = before + typed;
  const list = completion(read(text), text.length, { abilities, available: [] });
  const place = list?.items.findIndex((item) => (item.data as { fact: string } | undefined)?.fact === fact) ?? -1;
  return place < 0 ? 0 : 1 / (place + 1);
}

interface Named {
  readonly start: number;
  readonly name: string;
  readonly fact: AnyFact;
}

/** The capitalised names and other names of the chapters' facts in a text, the longest at each place; a name that several facts share is nobody's. */
function namesIn(text: string, chapters: readonly Chapter[]): Named[] {
  const facts = new Map<string, Set<AnyFact>>();
  for (const { people, events, terms } of chapters) {
    for (const fact of [...people, ...events, ...terms]) {
      for (const name of [fact.name, ...fact.names, ...(fact.kind === 'person' ? [fact.short] : [])])
        if (/^\p{Lu}/u.test(name)) facts.set(name, (facts.get(name) ?? new Set()).add(fact));
    }
  }
  const found: Named[] = [];
  const taken = new Set<number>();
  for (const [name, [fact, other]] of [...facts].sort(([a], [b]) => b.length - a.length)) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      const end = start + name.length;
      // Neither part of a word, nor in a mark, where it would be typed otherwise.
      if (/[\p{L}\p{N}@[]/u.test(text[start - 1] ?? '') || /[\p{L}\p{N}]/u.test(text[end] ?? '')) continue;
      if (taken.has(start) || taken.has(end - 1)) continue;
      for (let at = start; at < end; at++) taken.add(at);
      if (!other) found.push({ start, name, fact: fact! });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

test('what is meant stands near the top', { timeout: 300_000 }, () => {
  const ranks = new Map<string, number[]>();
  const add = (key: string, rank: number) => ranks.set(key, [...(ranks.get(key) ?? []), rank]);
  for (const { text } of essays) {
    const { knowledge, notes } = read(text).reading;
    const named = namesIn(text, knowledge.chapters).filter(({ start }) => start >= (notes.frontMatter?.end ?? 0));
    for (const { start, name, fact } of named.filter((_, index) => index % STRIDE === 4)) {
      const before = text.slice(0, start);
      for (const letters of [0, 1, 2, 3]) {
        if (fact.kind === 'person') add(`@ ${letters}`, reciprocalRank(before, `@${name.slice(0, letters)}`, fact.id));
        if (letters > 0) add(`prose ${letters}`, reciprocalRank(before, name.slice(0, letters), fact.id));
      }
    }
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const means: Record<string, number> = Object.fromEntries([...ranks].sort().map(([key, values]) => [key, mean(values)]));
  means.all = mean([...ranks.values()].flat());
  const shown = Object.entries(means).map(([key, value]) => `${key}: ${value.toFixed(3)}`);
  console.log(`mean reciprocal rank of ${ranks.get('prose 1')?.length} names\n${shown.join('\n')}`);
  for (const [key, floor] of Object.entries(FLOORS)) expect(means[key], key).toBeGreaterThanOrEqual(floor);
});
