import { formatDate } from '../time/index';
import type { Finding } from './finding';
import type { DateVerdict } from './judge-dates';
import { judgeNumbers, type NumberVerdict } from './judge-numbers';
import { dateFixes, factReference, numberLike, replaceFix } from './repair';
import type { Rule } from './rule';

export const eventDate: Rule = {
  code: 'event-date',
  severity: 'warning',
  summary: 'A date given for an event of the chapter is not the chapter’s date.',
  why: 'A wrong date breaks the chain of cause and effect that an argument in history rests on.',
  bad: [
    { text: 'Stalin became General Secretary in ⟦August 1922⟧.', fixed: 'Stalin became General Secretary in April 1922.' },
    { text: '- **⟦1922 Aug⟧:** Stalin becomes General Secretary', fixed: '- **1922 Apr:** Stalin becomes General Secretary' },
  ],
  good: [
    { text: 'Stalin became General Secretary in April 1922.' },
    { text: 'Stalin became General Secretary on 3 April 1922.', why: 'a finer date agrees with the month that the chapter gives' },
    { text: 'Stalin did not become General Secretary in 1924.', why: 'a denial' },
    { text: 'If Rykov had become General Secretary in 1924, all would have been different.', why: 'a supposition' },
  ],
  check: ({ dates, reading }) => {
    const numbers = judgeNumbers(reading);
    // Where the number is the slip, the date it stands beside is not.
    const excused = new Set(numbers.map(({ sentence }) => sentence));
    return [
      ...dates.filter(({ miss, sentence }) => miss && miss.fact.kind === 'event' && !excused.has(sentence)).map(finding),
      ...numbers.map((verdict) => numberFinding(verdict, reading.notes.blocks[verdict.sentence.block]!.start)),
    ];
  },
};

function finding({ claim, miss }: DateVerdict): Finding {
  const { fact } = miss!;
  const date = fact.date!;
  return {
    code: 'event-date',
    severity: 'warning',
    start: claim.mention.start,
    end: claim.mention.end,
    message: `The chapter gives ${formatDate(date.value)} for this: “${fact.label}”.`,
    fact: factReference(fact.fact, date.value),
    fixes: dateFixes(claim.mention, date),
  };
}

/** A meeting's number where all else tells another: both the number and, where one is given, the date could be the slip. */
function numberFinding({ sentence, token, right, event }: NumberVerdict, blockStart: number): Finding {
  const written = sentence.tokens[token]!;
  const [start, end] = [blockStart + written.start, blockStart + written.end];
  const newText = numberLike(written.text, right);
  return {
    code: 'event-date',
    severity: 'warning',
    start,
    end,
    message: `In the chapter this belongs to the ${event.name}, ${formatDate(event.when.value)}.`,
    fact: factReference(event, event.when.value),
    fixes: [replaceFix(`Change to ${newText}`, start, end, newText, true)],
  };
}
