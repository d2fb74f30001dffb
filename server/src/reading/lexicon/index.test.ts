import { describe, expect, it } from 'vitest';
import { tokenise } from '../tokens';
import { areOpposite, findConcepts, lexiconVerbs, likeness, withWider } from './index';

/** "remove:threw Trotsky out", in the order found. */
function named(prose: string): string[] {
  const tokens = tokenise(prose);
  const hits = findConcepts(tokens).map(({ concept, from, to }) => `${concept}: ${prose.slice(tokens[from]!.start, tokens[to - 1]!.end)}`);
  // "expelled" is past and participle: two hits that name one thing.
  return [...new Set(hits)];
}
const concepts = (prose: string) => named(prose).map((hit) => hit.split(':')[0]);

describe('kinds of happening', () => {
  it('are named by every form of their verbs, and by their nouns', () => {
    for (const prose of ['he resigns', 'he resigned', 'on resigning', 'his resignation']) expect(concepts(prose)).toContain('resign');
  });

  it('are found where they stand', () => {
    expect(named('They expelled him in 1927.')).toEqual(['remove: expelled']);
    expect(named('after the death of the old king')).toEqual(['die: death']);
  });

  it('tell the form of the verb', () => {
    expect(findConcepts(tokenise('was banished'))[0]).toMatchObject({ concept: 'exile', part: 'verb', form: 'past' });
    expect(findConcepts(tokenise('the banishment'))[0]).toMatchObject({ concept: 'exile', part: 'noun' });
  });

  it('are found within a range only', () => {
    const tokens = tokenise('He resigned and died');
    const within = (from: number, to: number) => new Set(findConcepts(tokens, from, to).map(({ concept }) => concept));
    expect(within(0, 3)).toEqual(new Set(['resign']));
    expect(within(2, 4)).toEqual(new Set(['die']));
  });

  it('are not named by a base form that stands as a noun', () => {
    expect(concepts('to join the army')).toContain('join');
    expect(concepts('the join of the wood')).not.toContain('join');
  });

  it('are not named by a noun that only qualifies the next', () => {
    expect(concepts('the death penalty')).not.toContain('die');
    expect(concepts('the death of the king')).toContain('die');
    expect(concepts('the king’s death')).toContain('die');
    expect(concepts('his death came')).toContain('die');
  });
});

describe('a particle', () => {
  it('may stand apart from its verb', () => {
    expect(concepts('They threw him out')).toContain('remove');
    expect(concepts('They threw the whole lot of them out')).toContain('remove');
    expect(named('They threw Trotsky out')).toContain('remove: threw Trotsky out');
  });

  it('must be there', () => {
    expect(concepts('They threw stones')).not.toContain('remove');
    expect(concepts('He passed the house')).not.toContain('die');
    expect(concepts('He passed away')).toContain('die');
  });

  it('is not looked for behind a comma, nor far away', () => {
    expect(concepts('They threw stones, then ran out')).not.toContain('remove');
    expect(concepts('They threw one two three four five six seven out')).not.toContain('remove');
  });
});

describe('an idiom', () => {
  it('takes all forms of its verb', () => {
    for (const verb of ['come', 'comes', 'came', 'coming']) expect(concepts(`they ${verb} to power`)).toContain('seize');
  });

  it('lets a few words stand in its gap', () => {
    expect(concepts('he drew his last breath')).toContain('die');
    expect(concepts('he lost his long and dearly held seat')).toContain('remove');
    expect(concepts('he drew one two three four five six seven eight nine last breath')).not.toContain('die');
  });

  it('hides the shorter wording inside it', () => {
    expect(concepts('he lost his life')).toContain('die');
    expect(concepts('he lost his life')).not.toContain('defeat');
  });

  it('of one letter is no initial', () => {
    expect(concepts('Bismarck (d. 1898)')).toContain('die');
    expect(concepts('Franklin D. Roosevelt')).not.toContain('die');
  });
});

describe('likeness', () => {
  it('is whole for the same, nearly whole for a wider word, less for a narrower one', () => {
    expect(likeness('die', 'die')).toBe(1);
    expect(likeness('exile', 'remove')).toBe(0.9);
    expect(likeness('remove', 'exile')).toBe(0.7);
    expect(likeness('execute', 'die')).toBe(0.9);
  });

  it('counts whoever is killed as dead', () => {
    expect(likeness('die', 'kill')).toBe(0.95);
  });

  it('is half for words that writers use for one another, whichever is the fact', () => {
    expect(likeness('found', 'begin')).toBe(0.5);
    expect(likeness('begin', 'found')).toBe(0.5);
  });

  it('is nothing for the rest', () => {
    expect(likeness('marry', 'exile')).toBe(0);
  });

  it('is the same at every asking', () => {
    expect(likeness('exile', 'remove')).toBe(likeness('exile', 'remove'));
  });
});

describe('wider kinds', () => {
  it('begin with the kind itself and never repeat', () => {
    expect(withWider('kill')).toEqual(['kill', 'die']);
    expect(withWider('marry')).toEqual(['marry']);
  });
});

describe('opposites', () => {
  it('are so both ways', () => {
    expect(areOpposite('join', 'leave')).toBe(true);
    expect(areOpposite('leave', 'join')).toBe(true);
    expect(areOpposite('born', 'die')).toBe(true);
  });

  it('are no kind and itself, nor kinds that are alike', () => {
    expect(areOpposite('join', 'join')).toBe(false);
    expect(areOpposite('kill', 'die')).toBe(false);
  });
});

describe('the verbs of the lexicon', () => {
  it('are single words, each once', () => {
    const verbs = lexiconVerbs();
    expect(new Set(verbs).size).toBe(verbs.length);
    for (const verb of verbs) expect(verb).toMatch(/^[a-z-]+$/);
  });
});
