import type { Person } from '../chapter/model';
import { formatDate } from '../time/index';
import type { Finding } from './finding';
import type { DateVerdict } from './judge-dates';
import { dateFixes, factReference } from './repair';
import type { Rule } from './rule';

export const lifeDates: Rule = {
  code: 'life-dates',
  severity: 'warning',
  summary: 'A birth, death, marriage or age does not fit the life dates that the chapter gives.',
  why: 'Who was alive, and how old, decides who can have done what.',
  bad: [{ text: 'Trotsky was born in ⟦1889⟧.', fixed: 'Trotsky was born in 1879.' }],
  good: [{ text: 'Trotsky was born in 1879.' }, { text: 'Stalin was born in 1878.', why: 'registers give 1878, and the pack accepts it' }],
  check: ({ dates }) => dates.filter(({ miss }) => miss && miss.fact.kind !== 'event').map(finding),
};

const WORDS = { birth: 'born', death: 'died', relation: 'married' } as const;

function finding({ claim, miss }: DateVerdict): Finding {
  const { fact } = miss!;
  const date = fact.date!;
  const word = WORDS[fact.kind as keyof typeof WORDS] ?? 'dated';
  const name = (fact.fact as Person).short;
  return {
    code: 'life-dates',
    severity: 'warning',
    start: claim.mention.start,
    end: claim.mention.end,
    message:
      word === 'born'
        ? `In the chapter ${name} was born in ${formatDate(date.value)}.`
        : `In the chapter ${name} ${word} in ${formatDate(date.value)}.`,
    fact: factReference(fact.fact, date.value),
    fixes: dateFixes(claim.mention, date),
  };
}
