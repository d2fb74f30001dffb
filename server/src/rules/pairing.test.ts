import { describe, expect, it } from 'vitest';
import { read } from '../../../test/unit/reading/small-chapter';
import { ToldBySentence, tellsSomething } from './pairing';

/** Facts of the first sentence that some pairing of its dates makes true, of those that are named. */
function satisfied(text: string, ...of: string[]): string[] {
  const reading = read(text);
  const sentence = reading.sentences[0]!;
  const keys = [...new ToldBySentence(sentence, reading).satisfied].map(({ key }) => key);
  return of.filter((key) => keys.includes(key));
}

const BOTH = ['tostig-expelled', 'siege'] as const;

describe('a sensible pairing', () => {
  it('is that of each clause with its own date', () => {
    expect(
      satisfied('In February 1541 Tostig was expelled from the Privy Chamber, and in June 1550 Hereward took Scarfell.', ...BOTH),
    ).toEqual([...BOTH]);
    expect(
      satisfied('In June 1550 Tostig was expelled from the Privy Chamber, and in February 1541 Hereward took Scarfell.', ...BOTH),
    ).toEqual([]);
  });

  it('is any of the sentence for a clause without a date', () => {
    expect(satisfied('Hereward took Scarfell, and that was in June 1550.', 'siege')).toEqual(['siege']);
  });

  it('leaves the years of a life alone', () => {
    expect(satisfied('Tostig (1541–1590) was expelled from the Privy Chamber in 1560.', 'tostig-expelled')).toEqual([]);
  });
});

it('a clause that names a happening or an event tells something, another does not', () => {
  const [first, second] = ['Hereward took Scarfell.', 'The weather was mild.'].map((text) => read(text).sentences[0]!.clauses[0]!);
  expect(tellsSomething(first!)).toBe(true);
  expect(tellsSomething(second!)).toBe(false);
});
