import { describe, expect, it } from 'vitest';
import { isVerbLike, splitClauses } from './clauses';
import { tokenise } from './tokens';

const NAMES = /\b(?:Lenin|Stalin|Trotsky|Zinoviev|Kamenev|Bukharin)\b/g;
const DATES = /\b(?:(?:January|May|December) )?(?:18|19)\d\d\b/g;

/** Each clause as "opening/opener host: its words"; names and dates are fixed units, "|" begins a table's cell. */
function split(prose: string): string[] {
  const plain = prose.replaceAll('|', ' ');
  const tokens = tokenise(plain);
  const within = (pattern: RegExp) => {
    const ranges = [...plain.matchAll(pattern)].map(({ index, 0: text }) => [index, index + text.length] as const);
    return (at: number) => ranges.some(([start, end]) => start <= tokens[at]!.start && tokens[at]!.start < end);
  };
  const [inName, inDate] = [within(NAMES), within(DATES)];
  const breaks = new Set([...prose.matchAll(/\|/g)].map(({ index }) => tokens.findIndex(({ start }) => start > index)));
  return splitClauses(tokens, 0, tokens.length, (at) => inName(at) || inDate(at), inDate, breaks).map(
    ({ ranges, opening, opener, host }) => {
      const words = ranges.map(({ from, to }) => plain.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/ +/g, ' '));
      return `${opening}${opener ? `/${opener}` : ''} ${host}: ${words.join(' … ')}`;
    },
  );
}

describe('a sentence', () => {
  it('with one verb is one clause, whatever its commas', () => {
    expect(split('In 1924, after a long illness, Lenin died.')).toHaveLength(1);
    expect(split('Stalin, Zinoviev and Kamenev formed the triumvirate')).toHaveLength(1);
    expect(split('Lenin, Trotsky, and Stalin met in 1917')).toHaveLength(1);
  });

  it('has a main clause where a second subject follows when it was', () => {
    expect(split('When Lenin died he was fifty-three.')).toEqual(['subordinate/when -1: When Lenin died', 'main/, 0: he was fifty-three.']);
    expect(split('After Lenin died in 1924 they kept it secret.')).toHaveLength(2);
    expect(split('When Lenin heard he was ill, nobody spoke')).toHaveLength(2);
    expect(split('When he won was plain')).toHaveLength(1);
  });

  it('without any verb is one clause', () => {
    expect(split('death of Lenin')).toEqual(['main -1: death of Lenin']);
  });

  it('of nothing has no clause', () => {
    expect(split('')).toEqual([]);
  });

  it('is divided at a conjunction only where both sides have a verb', () => {
    expect(split('Lenin died and Stalin became leader')).toEqual(['main -1: Lenin died', 'coordinate/and 0: and Stalin became leader']);
    expect(split('Stalin and Zinoviev opposed Trotsky')).toHaveLength(1);
    expect(split('Stalin opposed Trotsky and Kamenev')).toHaveLength(1);
  });

  it('begins with what is put first behind a conjunction, however many commas that has', () => {
    expect(split('The talks failed, but in the end, in May 1925, Trotsky resigned')).toEqual([
      'main -1: The talks failed',
      'coordinate/but 0: but in the end, in May 1925, Trotsky resigned',
    ]);
    expect(split('The talks failed and, less than three weeks after the war, Lenin died')).toHaveLength(2);
    expect(split('Stalin spoke in Moscow, in Kazan, and in Kiev, the capital of the south')).toHaveLength(1);
    expect(split('Stalin spoke in Moscow and in Kiev, where Lenin lived')[0]).toBe('main -1: Stalin spoke in Moscow and in Kiev');
  });

  it('is divided before a subordinate clause', () => {
    expect(split('Stalin was in Moscow when Lenin died')).toEqual(['main -1: Stalin was in Moscow', 'subordinate/when 0: when Lenin died']);
    expect(split('When Lenin died, Stalin became leader').map((clause) => clause.split(' ')[0])).toEqual(['subordinate/when', 'main/,']);
  });

  it('is not divided at a preposition that could be a conjunction', () => {
    expect(split('Stalin ruled after 1924')).toHaveLength(1);
    expect(split('Stalin became leader after the death of Lenin')).toHaveLength(1);
    expect(split('Stalin became leader after Lenin had died')).toEqual([
      'main -1: Stalin became leader',
      'subordinate/after 0: after Lenin had died',
    ]);
  });

  it('goes on behind a relative clause', () => {
    expect(split('Trotsky, who led the army, opposed Stalin')).toEqual([
      'main -1: Trotsky … opposed Stalin',
      'relative/who 0: who led the army',
    ]);
  });

  it('goes on behind an aside', () => {
    expect(split('Trotsky (he led the army) opposed Stalin')).toEqual(['main -1: Trotsky … opposed Stalin', 'aside/( 0: he led the army']);
  });

  it('keeps an aside without a verb apart', () => {
    expect(split('Lenin (1870) died')).toEqual(['main -1: Lenin … died', 'aside/( 0: 1870']);
  });

  it.each([';', ':', ' —', ' –', ' →'])('is divided at “%s”', (mark) => {
    expect(split(`Lenin died${mark} Stalin became leader`)).toHaveLength(2);
  });

  it('is not divided at a hyphen without blanks', () => {
    expect(split('the co-operation of Stalin failed')).toHaveLength(1);
  });

  it('that lists dated steps has a clause for each', () => {
    expect(split('Trotsky was sent away in 1928, and then, in 1929, out of the country').length).toBeGreaterThan(1);
  });

  it('keeps two names behind a causative as one list', () => {
    expect(split('Stalin gets Trotsky and Kamenev expelled')).toHaveLength(1);
  });

  it('in which one event follows another has two clauses', () => {
    expect(split('the death of Lenin was followed by the rise of Stalin')).toHaveLength(2);
  });
});

describe('a table’s row', () => {
  it('has a clause for each cell, which hangs on the first', () => {
    expect(split('Lenin | died in 1924 | leader of the party')).toEqual([
      'main -1: Lenin',
      'cell/| 0: died in 1924',
      'cell/| 0: leader of the party',
    ]);
  });
});

describe('brackets that do not match', () => {
  it.each(['Lenin ( died', 'Lenin ) died', '((((', '))))', '( ( Lenin ) died'])('are harmless: %s', (prose) => {
    expect(() => split(prose)).not.toThrow();
  });
});

describe('every token', () => {
  it.each([
    'Trotsky, who led the army, opposed Stalin, but Zinoviev (as is known) did not, because Kamenev was ill.',
    'Lenin | died | Stalin, who lived, ruled',
  ])('is in at most one clause, in order: %s', (prose) => {
    const plain = prose.replaceAll('|', ' ');
    const tokens = tokenise(plain);
    const seen = new Set<number>();
    for (const { ranges } of splitClauses(
      tokens,
      0,
      tokens.length,
      () => false,
      () => false,
    )) {
      for (const { from, to } of ranges) {
        expect(from).toBeLessThan(to);
        for (let i = from; i < to; i++) {
          expect(seen.has(i)).toBe(false);
          seen.add(i);
        }
      }
    }
    for (const [i, { kind }] of tokens.entries()) if (kind === 'word') expect(seen.has(i)).toBe(true);
  });
});

describe('a verb', () => {
  const verbs = (prose: string) => {
    const tokens = tokenise(prose);
    return tokens.filter(isVerbLike).map(({ text }) => text);
  };

  it('is an auxiliary, a past form or a known third person', () => {
    expect(verbs('he was elected')).toEqual(['was', 'elected']);
    expect(verbs('he joins them')).toEqual(['joins']);
    expect(verbs('they fought')).toEqual(['fought']);
  });

  // Known to be wrong: every third person in -ies is taken for a plural noun, though the lexicon has the verb.
  it.each(['dies', 'marries', 'carries', 'tries'])('is “%s” too', (verb) => {
    expect(verbs(`she ${verb}`)).toEqual([verb]);
  });

  it('is no noun in -ies, -ness or -men, and no name', () => {
    expect(verbs('armies, illness, workmen, Died')).toEqual([]);
  });
});
