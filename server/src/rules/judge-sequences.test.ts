/** Events that are named or told one behind the other. */
import { describe, expect, it } from 'vitest';
import { chapterOf, read } from '../../../test/unit/reading/small-chapter';
import { createKnowledge } from '../reading/index';
import { check } from './index';
import { judgeOrder } from './judge-order';
import { judgeSequences } from './judge-sequences';

const knowledge = createKnowledge([
  chapterOf({
    people: `
- { id: tostig, name: Osric Tostig, short: Tostig, gender: male, died: 1556 }
- { id: hereward, name: Giles Hereward, short: Hereward, gender: male }
`,
    terms: `
- { id: privy-chamber, name: Privy Chamber, kind: body }
- { id: northern-council, name: Northern Council, kind: body }
`,
    timeline: `
- { id: rising, when: 1535, what: The weavers rise in Kettering, name: Kettering Rising }
- { id: tostig-expelled, when: 1541-02, what: Tostig is expelled from the Privy Chamber }
- { id: hereward-expelled, when: 1547-09, what: Hereward is expelled from the Northern Council }
- { id: siege, when: 1550-06, what: Hereward captures Scarfell, name: siege of Scarfell }
- { id: tostig-dies, when: 1556, what: Tostig dies, name: "Tostig's death" }
`,
  }),
]);
const reversed = (text: string) =>
  judgeSequences(read(text, knowledge)).flatMap(({ miss }) => (miss ? [`${miss.anchor.key}, ${miss.main.key}`] : []));
const order = (text: string) =>
  judgeOrder(read(text, knowledge)).flatMap(({ miss }) => (miss ? [`${miss.main.key} after ${miss.anchor.key}`] : []));

const [rising, siege, death] = ['the Kettering Rising', 'the siege of Scarfell', "Tostig's death"];
const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

describe('a sequence of names', () => {
  it.each([
    [(a: string, b: string) => `First came ${a}, then ${b}.`],
    [(a: string, b: string) => `First ${a}, and then ${b}: so it went.`],
    [(a: string, b: string) => `First there was ${a}, then there was ${b}.`],
    [(a: string, b: string) => `${capital(a)} came first and ${b} second.`],
    [(a: string, b: string) => `${capital(b)} came second, ${a} first.`],
    [(a: string, b: string) => `${capital(a)} came first; then came ${b}.`],
    [(a: string, b: string) => `The land saw ${a}, and only then ${b}.`],
    [(a: string, b: string) => `There followed ${a}, then ${b}.`],
    [(a: string, b: string) => `The order was: ${a}, ${b}.`],
  ])('%s', (told) => {
    expect(reversed(told(rising, siege))).toEqual([]);
    expect(reversed(told(siege, rising))).toEqual(['siege, rising']);
  });

  it('may be a list', () => {
    expect(reversed(`The order of events was ${rising}, ${siege} and ${death}.`)).toEqual([]);
    expect(reversed(`The order of events was ${rising}, ${death} and ${siege}.`)).toEqual(['tostig-dies, siege']);
    expect(reversed(`In chronological order these were ${siege}, ${rising} and ${death}.`)).toEqual(['siege, rising']);
  });

  it('is put right by changing places', () => {
    const text = 'The siege of Scarfell came first and the Kettering Rising second.';
    const [finding] = check(read(text, knowledge));
    const edits = finding!.fixes[0]!.edits.toSorted((a, b) => b.start - a.start);
    const fixed = edits.reduce((all, { start, end, newText }) => all.slice(0, start) + newText + all.slice(end), text);
    expect(fixed).toBe('The Kettering Rising came first and the siege of Scarfell second.');
  });

  it('is none where no order is told', () => {
    expect(reversed(`The order was the siege of Scarfell and the Kettering Rising.`)).toEqual([]);
    expect(reversed(`In order of importance these were ${siege}, ${rising} and ${death}.`)).toEqual([]);
    expect(reversed(`First there was the memory of ${siege}, then the memory of ${rising}.`)).toEqual([]);
    expect(reversed(`He recalled ${siege}, then ${rising}.`)).toEqual([]);
    expect(reversed(`Did ${siege} come first, then ${rising}?`)).toEqual([]);
    expect(reversed(`Not ${siege} came first and ${rising} second.`)).toEqual([]);
    expect(reversed(`We first studied ${siege} and then went home to read about ${rising}.`)).toEqual([]);
    expect(reversed(`First came the siege of Scarfell in June, then the Kettering Rising of 1560.`)).toEqual([]);
  });
});

describe('an adverb of order', () => {
  it('puts a clause behind the one before', () => {
    const [first, second] = ['Tostig was expelled from the Privy Chamber', 'Hereward captured Scarfell'];
    for (const told of [
      (a: string, b: string) => `First ${a}, then ${b}.`,
      (a: string, b: string) => `${a}, and only then ${b}.`,
      (a: string, b: string) => `${a}. Then ${b}.`,
      (a: string, b: string) => `${a}. Only afterwards ${b}.`,
    ]) {
      expect(order(told(first, second))).toEqual([]);
      expect(order(told(second, first))).toEqual(['tostig-expelled after siege']);
    }
  });

  it('says nothing of what had happened, or of the argument', () => {
    expect(order('Hereward captured Scarfell. Then Tostig had been expelled from the Privy Chamber.')).toEqual([]);
    expect(order('Hereward captured Scarfell. But then Tostig was expelled from the Privy Chamber.')).toEqual([]);
    expect(order('Hereward captured Scarfell. The King was told. Then Tostig was expelled from the Privy Chamber.')).toEqual([]);
    expect(order('Hereward captured Scarfell when Tostig, then of the Privy Chamber, was expelled from it.')).toEqual([]);
  });

  it('compares two events', () => {
    expect(order(`${capital(rising)} came much earlier than ${siege}.`)).toEqual([]);
    expect(order(`${capital(rising)} came much later than ${siege}.`)).toEqual(['rising after siege']);
    expect(order(`${capital(siege)} came fifteen years later than ${rising}.`)).toEqual([]);
    expect(order(`${capital(siege)} came three years later than ${rising}.`)).toEqual(['siege after rising']);
    expect(order(`${capital(rising)} was remembered later than ${siege}.`)).toEqual([]);
  });
});
