import type { Person } from '../chapter/model';
import type { Reading } from '../reading/model';
import { wordEnd } from '../reading/read-block';
import { formatDate } from '../time/index';
import type { Finding } from './finding';
import type { DateVerdict } from './judge-dates';
import { judgeLives, type LifeVerdict } from './judge-lives';
import { cardinalLike, dateFixes, factReference, replaceFix } from './repair';
import type { Rule } from './rule';

export const lifeDates: Rule = {
  code: 'life-dates',
  severity: 'warning',
  summary: 'A birth, a death, a marriage, an age or a deed does not fit the life dates that the chapter gives.',
  why: 'Who was alive, and how old, decides who can have done what.',
  bad: [
    { text: 'Trotsky was born in ⟦1889⟧.', fixed: 'Trotsky was born in 1879.' },
    { text: 'Krupskaya (⟦1867⟧–1939) was his wife.', fixed: 'Krupskaya (1869–1939) was his wife.' },
    { text: 'In December 1925 ⟦Lenin⟧ attacked the Leningraders.' },
  ],
  good: [
    { text: 'Trotsky was born in 1879.' },
    { text: 'Stalin was born in 1878.', why: 'registers give 1878, and the pack accepts it' },
    { text: 'In 1925 Lenin had been dead for a year.', why: 'it tells of his death' },
    { text: 'In 1956 Stalin was denounced.', why: 'one can be denounced when dead' },
  ],
  check: ({ dates, reading }) => {
    const told = dates.filter(({ miss }) => miss && miss.fact.kind !== 'event').map(dateFinding);
    const lived = judgeLives(reading).map((verdict) => lifeFinding(verdict, reading));
    return [...told, ...lived.filter((finding) => !told.some((other) => other.start < finding.end && finding.start < other.end))];
  },
};

const WORDS = { birth: 'was born', death: 'died', relation: 'married' } as const;

function dateFinding({ claim, miss }: DateVerdict): Finding {
  const { fact } = miss!;
  const date = fact.date!;
  const word = WORDS[fact.kind as keyof typeof WORDS];
  return {
    code: 'life-dates',
    severity: 'warning',
    start: claim.mention.start,
    end: claim.mention.end,
    message: `In the chapter ${(fact.fact as Person).short} ${word} in ${formatDate(date.value)}.`,
    fact: factReference(fact.fact, date.value),
    fixes: dateFixes(claim.mention, date),
  };
}

function lifeFinding(verdict: LifeVerdict, reading: Reading): Finding {
  const { person, date, sentence } = verdict;
  const base = { code: 'life-dates', severity: 'warning', fact: factReference(person, date.value) } as const;
  if ('mention' in verdict) {
    const { mention } = verdict;
    return {
      ...base,
      start: mention.start,
      end: mention.end,
      message: `In the chapter ${person.short} ${WORDS[verdict.kind]} in ${formatDate(date.value)}.`,
      fixes: dateFixes(mention, date),
    };
  }
  const block = reading.notes.blocks[sentence.block]!;
  const start = block.start + sentence.tokens[verdict.from]!.start;
  const end = block.start + wordEnd(sentence.tokens[verdict.to - 1]!);
  if (verdict.kind === 'dead')
    return {
      ...base,
      start,
      end,
      message: `${person.short} cannot have done this: in the chapter ${person.short} died in ${formatDate(date.value)}.`,
      fixes: [],
    };
  const written = reading.notes.text.slice(start, end);
  const fixes = verdict.ages.slice(0, 2).map((age, index) => {
    const newText = cardinalLike(written, age);
    return replaceFix(`Change to ${newText}`, start, end, newText, index === 0 && verdict.ages.length === 1);
  });
  const range = verdict.ages.length > 1 ? `${verdict.ages[0]} or ${verdict.ages.at(-1)}` : String(verdict.ages[0] ?? '');
  return { ...base, start, end, message: `${person.short}, born in ${formatDate(date.value)}, was ${range} then.`, fixes };
}
