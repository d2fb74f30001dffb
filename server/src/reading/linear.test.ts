/** A long line takes time in proportion to its length: counted as looks at its tokens and dates, not by the clock. */
import { describe, expect, it } from 'vitest';
import { read, smallKnowledge } from '../../../test/unit/reading/small-chapter';
import { parseNotes } from '../notes/index';
import { judgeDates } from '../rules/index';
import { splitClauses } from './clauses';
import { readFrame } from './frames';
import { findConcepts } from './lexicon/index';
import { clauseModality, quotedTokens, reportsSomething, sentenceModality } from './modality';
import { type Token, tokenise } from './tokens';

/** The same array, with every look at one of its items counted. */
function counted<T>(items: readonly T[]): { items: readonly T[]; looks: () => number } {
  let looks = 0;
  const proxy = new Proxy(items, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
      return Reflect.get(target, key, receiver);
    },
  });
  return { items: proxy, looks: () => looks };
}

const SIZE = 120;
const DOUBLINGS = 3;

/** How many times as many looks the last size takes as the first; linear work gives 8, quadratic 64. */
function growth(looksAt: (size: number) => number): number {
  return looksAt(SIZE * 2 ** DOUBLINGS) / Math.max(1, looksAt(SIZE));
}
const LINEAR = 2 ** DOUBLINGS * 1.5;

type Step = (tokens: readonly Token[]) => unknown;
const whole = (tokens: readonly Token[]) => [{ from: 0, to: tokens.length }];
const never = () => false;
const steps: Readonly<Record<string, Step>> = {
  concepts: (tokens) => findConcepts(tokens),
  clauses: (tokens) => splitClauses(tokens, 0, tokens.length, never, never),
  'modality of the sentence': (tokens) => sentenceModality(tokens, 0, tokens.length),
  'modality of a clause': (tokens) => clauseModality(tokens, whole(tokens)),
  quotations: (tokens) => quotedTokens(tokens, 0, tokens.length),
  opinions: (tokens) => reportsSomething(tokens, whole(tokens)),
};
const units = [
  'died ',
  'he lost his life ',
  'threw him ',
  '( ',
  'died) ',
  'who died, ',
  'and ',
  'and died ',
  'as ',
  '" ',
  '“ ',
  'not ',
  'no more ',
  'said ',
  'would ',
];

describe('the looks at the tokens of a long line', () => {
  for (const [name, step] of Object.entries(steps))
    for (const unit of units)
      it(`grow with its length: ${name} of “${unit}…”`, () => {
        const looks = (size: number) => {
          const { items, looks } = counted(tokenise(unit.repeat(size)));
          step(items);
          return looks();
        };
        expect(growth(looks)).toBeLessThan(LINEAR);
      });

  const frameLooks = (unit: string) => (size: number) => {
    const [block] = parseNotes(unit.repeat(size)).blocks;
    const tokens = tokenise(block!.prose);
    const entities = smallKnowledge.entities(block!, tokens, []);
    const { items, looks } = counted(tokens);
    readFrame(items, whole(tokens), entities, never, -1, undefined, smallKnowledge);
    return looks();
  };
  it.each(['Aldwin ', 'Aldwin and ', 'Aldwin, ', 'Aldwin’s wife ', 'of Aldwin ', 'Aldwin died '])(
    'grow with its length: frame of “%s…”',
    (unit) => {
      expect(growth(frameLooks(unit))).toBeLessThan(LINEAR);
    },
  );
});

describe('the looks at the dates of a long line', () => {
  const dateLooks = (unit: string) => (size: number) => {
    const reading = read(unit.repeat(size / 4));
    const lists: { looks: () => number }[] = [];
    const watched = <T>(items: readonly T[]) => {
      const list = counted(items);
      lists.push(list);
      return list.items;
    };
    const blocks = reading.contents.map((_, index) => {
      const { kind, level, settings, mentions, dates, sentences } = reading.block(index);
      return {
        ...{ kind, level, settings, mentions: watched(mentions), dates: watched(dates) },
        sentences: sentences.map((sentence) => ({ ...sentence, dates: watched(sentence.dates) })),
      };
    });
    const mentions = watched(reading.mentions);
    const sentences = blocks.flatMap((block) => block.sentences);
    const { notes, knowledge, contents } = reading;
    judgeDates({
      ...{ notes, knowledge, contents, mentions, sentences },
      block: (index) => blocks[index]!,
      isLast: (index) => reading.isLast(index),
      above: (index) => reading.above(index),
      ask: (question, about) => reading.ask(question, about),
    });
    return lists.reduce((sum, { looks }) => sum + looks(), 0);
  };

  it.each(['Aldwin died in 1557. ', 'Aldwin died in 1557.\n\n'])('grow with their number: “%s…”', (unit) => {
    expect(growth(dateLooks(unit))).toBeLessThan(LINEAR);
  });

  // Known to be wrong: each date of a sentence is compared with every other.
  it.each(['Aldwin died in 1557, ', 'He died in 1557; ', '1557 '])('grow with their number: “%s…”', (unit) => {
    expect(growth(dateLooks(unit))).toBeLessThan(LINEAR);
  });
});
