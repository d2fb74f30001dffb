/** How soon the writer sees who was meant: mean reciprocal rank over the mentions of our own essays. */
import { expect, test } from 'vitest';
import { essays, read } from '../../../../test/support/essays';
import type { FactMention } from '../../reading/model';
import { completion } from './index';

/** Every so many mentions of an essay one is looked at. */
const STRIDE = 9;
const abilities = { defaultEditRange: true, labelDetails: true, snippets: true, commitCharacters: true };

/** The floors stand a little below what is reached; to be raised, never lowered. Keys: how it is written, and how many letters of it. */
const FLOORS: Readonly<Record<string, number>> = {
  '@ 0': 0.39,
  '@ 1': 0.79,
  '@ 2': 0.91,
  '@ 3': 0.96,
  'prose 1': 0.49,
  'prose 2': 0.81,
  'prose 3': 0.87,
  all: 0.75,
};

/** 1 for the first place, 1/2 for the second …, 0 where the fact is not offered. */
function reciprocalRank(before: string, typed: string, fact: string): number {
  const text = before + typed;
  const list = completion(read(text), text.length, { abilities, available: [] });
  const place = list?.items.findIndex((item) => (item.data as { fact: string } | undefined)?.fact === fact) ?? -1;
  return place < 0 ? 0 : 1 / (place + 1);
}

test('what is meant stands near the top', { timeout: 300_000 }, () => {
  const ranks = new Map<string, number[]>();
  const add = (key: string, rank: number) => ranks.set(key, [...(ranks.get(key) ?? []), rank]);
  for (const { text } of essays) {
    const document = read(text);
    const named = document.reading.mentions.filter(
      (mention): mention is FactMention => mention.kind === 'fact' && (mention.how === 'name' || mention.how === 'variant'),
    );
    for (const { start, end, fact } of named.filter((_, index) => index % STRIDE === 4)) {
      const written = text.slice(start, end);
      if (!/^\p{Lu}/u.test(written)) continue;
      const before = text.slice(0, start);
      for (const letters of [0, 1, 2, 3]) {
        if (fact.kind === 'person') add(`@ ${letters}`, reciprocalRank(before, `@${written.slice(0, letters)}`, fact.id));
        if (letters > 0) add(`prose ${letters}`, reciprocalRank(before, written.slice(0, letters), fact.id));
      }
    }
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const means: Record<string, number> = Object.fromEntries([...ranks].sort().map(([key, values]) => [key, mean(values)]));
  means.all = mean([...ranks.values()].flat());
  const shown = Object.entries(means).map(([key, value]) => `${key}: ${value.toFixed(3)}`);
  console.log(`mean reciprocal rank of ${ranks.get('prose 1')?.length} mentions\n${shown.join('\n')}`);
  for (const [key, floor] of Object.entries(FLOORS)) expect(means[key], key).toBeGreaterThanOrEqual(floor);
});
