import { describe, expect, it } from 'vitest';
import { read } from '../../../test/unit/reading/small-chapter';
import { matchesAndNames } from '../reading/match';
import { evidenceGap } from './evidence';

/** What the first clause lacks to tell the fact: null for nothing, undefined where it comes nowhere near. */
function gap(text: string, key: string): string | null | undefined {
  const {
    sentences,
    knowledge: { facts, termKindOf },
  } = read(text);
  const { frame } = sentences[0]!.clauses[0]!;
  const match = matchesAndNames(frame, facts, termKindOf).find(({ fact }) => fact.key === key);
  return match && evidenceGap(match, frame, facts.frames.length, false);
}

describe('a clause tells a fact', () => {
  it.each([
    ['Tostig was expelled from the Privy Chamber.', 'tostig-expelled'],
    ['The Privy Chamber threw Tostig out.', 'tostig-expelled'],
    ['Hereward took Scarfell.', 'siege'],
    ['The fall of Scarfell shook them.', 'siege'],
  ])('%s', (text, key) => {
    expect(gap(text, key)).toBeNull();
  });
});

describe('a clause does not tell it', () => {
  it.each([
    ['Aldwin was expelled from the Privy Chamber.', 'tostig-expelled', 'names somebody else'],
    ['Tostig joined the Privy Chamber.', 'tostig-expelled', 'another kind of happening'],
    ['Tostig was expelled from the Northern Council.', 'tostig-expelled', 'names another thing in its place'],
    ['The weavers rose for the third time.', 'second-rising', 'counts another'],
    ['Tostig went home.', 'quarrel', 'another kind of happening'],
  ])('%s', (text, key, why) => {
    expect(gap(text, key)).toBe(why);
  });

  it('where nothing is shared', () => {
    expect(gap('The weather was mild.', 'siege')).toBeUndefined();
  });
});
