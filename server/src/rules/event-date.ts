import { tell } from '../l10n/said';
import type { Reading } from '../reading/model';
import { cardinal, cardinalLike, ordinalLike } from '../reading/number-words';
import type { Finding } from './finding';
import type { DateVerdict } from './judge-dates';
import { judgeNumbers, type NumberVerdict } from './judge-numbers';
import { judgePeriods, type PeriodVerdict } from './judge-periods';
import { lengthRepair } from './length-repair';
import { judgePeriodLengths, type PeriodLength } from './period-lengths';
import { dateFixes, factReference, replaceFix } from './repair';
import type { Rule } from './rule';

export const eventDate: Rule = {
  code: 'event-date',
  severity: 'warning',
  summary: 'A date given for an event of the chapter is not the chapter’s date.',
  why: 'A wrong date breaks the chain of cause and effect that an argument in history rests on.',
  repair:
    'Your date becomes the chapter’s, written as you write dates and no finer than yours. Where the number of a meeting is the slip, the number is changed.',
  bad: [
    { text: 'Stalin became General Secretary in ⟦August 1922⟧.', fixed: 'Stalin became General Secretary in April 1922.' },
    { text: '- **⟦1922 Aug⟧:** Stalin becomes General Secretary', fixed: '- **1922 Apr:** Stalin becomes General Secretary' },
    { text: 'The 14th Party Congress met in ⟦December 1924⟧.', fixed: 'The 14th Party Congress met in December 1925.' },
    {
      text: 'It took until ⟦1926⟧ for Stalin to become General Secretary.',
      fixed: 'It took until 1922 for Stalin to become General Secretary.',
    },
    {
      text: 'The Kronstadt Rebellion of ⟦March 1920⟧ frightened the Party.',
      fixed: 'The Kronstadt Rebellion of March 1921 frightened the Party.',
    },
    {
      text: '- 1924 Jan: Lenin dies\n- ⟦Jun⟧: Central Committee keeps his Testament secret',
      fixed: '- 1924 Jan: Lenin dies\n- May: Central Committee keeps his Testament secret',
      why: 'the year is that of the line above',
    },
    { text: 'On ⟦25 December 1923⟧ Lenin dictated his Testament.', fixed: 'On 25 December 1922 Lenin dictated his Testament.' },
    { text: 'Lenin died in ⟦’25⟧.', fixed: 'Lenin died in ’24.', why: 'the repair is written as the date was' },
    {
      text: 'At the ⟦14th⟧ Party Congress in March 1921 the Party adopted the NEP.',
      fixed: 'At the 10th Party Congress in March 1921 the Party adopted the NEP.',
      why: 'the date is right; the number is the slip',
    },
    { text: 'The Bolsheviks took power in ⟦October 1918⟧.', fixed: 'The Bolsheviks took power in October 1917.' },
    { text: 'Lenin’s death in ⟦May 1924⟧ left the Party without a leader.' },
    {
      text: '⟦1923⟧ is remembered as the year of the Kronstadt Rebellion.',
      fixed: '1921 is remembered as the year of the Kronstadt Rebellion.',
    },
    { text: 'The United Opposition lasted ⟦five years⟧.', fixed: 'The United Opposition lasted seventeen months.' },
    { text: '- July 1926–⟦Dec 1928⟧: United Opposition', fixed: '- July 1926–Dec 1927: United Opposition' },
    {
      text: 'The coup of ⟦October 1918⟧ brought the Bolsheviks to power.',
      fixed: 'The coup of October 1917 brought the Bolsheviks to power.',
      why: 'the chapter has one of the kind',
    },
    {
      text: 'Lenin had strokes in May 1922, December 1922 and ⟦June 1923⟧.',
      fixed: 'Lenin had strokes in May 1922, December 1922 and March 1923.',
      why: 'as many dates as the chapter has strokes, and all others are right',
    },
  ],
  good: [
    { text: 'Lenin had strokes in May 1922, December 1922 and March 1923.', why: 'a list of dates, each of another stroke' },
    { text: '- July 1926–Dec 1927: United Opposition' },
    { text: 'The United Opposition lasted a year and a half.' },
    { text: 'The United Opposition lasted for five months in Leningrad.', why: 'there, and elsewhere longer' },
    { text: '- 1926–29: United Opposition, then exile', why: 'years alone leave room' },
    { text: 'Stalin became General Secretary in April 1922.' },
    { text: 'Stalin became General Secretary on 3 April 1922.', why: 'a finer date agrees with the month that the chapter gives' },
    { text: 'Lenin died in the mid-1920s.', why: 'a vaguer date agrees' },
    { text: 'Lenin died around 1925.', why: 'an approximate date agrees with its neighbours' },
    { text: 'The Bolsheviks took power on 25 October 1917, which is 7 November in the West.', why: 'both calendars are right' },
    { text: 'By 1925 Lenin was dead.', why: '“by” says no more than that it was not later' },
    { text: 'Stalin did not become General Secretary in 1924.', why: 'a denial' },
    { text: 'Lenin died in 1924, not in 1925.', why: 'what is denied, beside what is right' },
    { text: 'If Rykov had become General Secretary in 1924, all would have been different.', why: 'a supposition' },
    { text: 'Did Lenin die in 1925?', why: 'a question' },
    { text: 'A website claims that Lenin died in 1925.', why: 'somebody else’s claim' },
    { text: 'One pupil wrote that Lenin died in 1925.', why: 'somebody else’s claim' },
    { text: 'Many people wrongly believe that Lenin died in 1925.', why: 'an error that is told of' },
    { text: '> Lenin died in 1925.', why: 'somebody else’s words' },
    { text: 'Mussolini became prime minister in October 1922.', why: 'an event that the chapter does not treat' },
    { text: 'In 1937 Stalin had the generals of the Red Army shot.', why: 'a later event, of people whom the chapter knows' },
    { text: 'In 1925, a year after Lenin died, Zinoviev and Kamenev broke with Stalin.', why: 'the year is that of the other event' },
    { text: 'The NEP was still in force in 1927.', why: 'what has begun goes on' },
    { text: '<!-- history-notes-disable-next-line event-date -->\nMy great-uncle always said: Lenin died in 1925.', why: 'it is silenced' },
    { text: 'E. H. Carr (1958) writes about the adoption of the NEP.', why: 'the year in brackets is that of a book' },
    { text: 'Our textbook (2016) has a page on Lenin’s death.', why: 'the year in brackets is that of a book' },
    { text: 'The film about the Kronstadt Rebellion came out in 1936.', why: 'what came out is the film' },
    { text: '“Lenin died in 1925,” my great-uncle used to say.', why: 'somebody else’s words' },
    { text: '“Lenin died in 1925” was the first line of the essay that we had to correct.', why: 'somebody else’s words' },
    { text: 'It is not true that Lenin died in 1925.', why: 'a denial' },
    { text: 'In 1925 Lenin had been dead for a year.', why: 'a state that goes on' },
    { text: 'Lenin’s Testament was published in the West in 1926.', why: 'what befell it later' },
    { text: 'The anniversary of the October Revolution was kept in November 1927.', why: 'it is only looked back upon' },
    { text: 'They were at work in December 1922, thirteen months before Lenin died.', why: 'what is counted to has another date' },
  ],
  check: ({ dates, reading, sentences }) => {
    const numbers = judgeNumbers(reading, sentences);
    // Where the number is the slip, the date it stands beside is not.
    const excused = new Set(numbers.map(({ sentence }) => sentence));
    return [
      ...dates
        .filter(({ miss, sentence }) => miss && miss.fact.kind === 'event' && !excused.has(sentence))
        .map((verdict) => finding(verdict, reading)),
      ...judgePeriods(reading, sentences)
        .filter((period) => period.end && !dates.some(({ claim, miss }) => miss && claim === period.claim))
        .map((verdict) => periodFinding(verdict, reading)),
      ...judgePeriodLengths(reading, sentences).map((verdict) => lengthFinding(verdict, reading)),
      ...numbers.map((verdict) => numberFinding(verdict, reading.notes.blocks[verdict.sentence.block]!.start)),
    ];
  },
};

function finding({ claim, miss }: DateVerdict, reading: Reading): Finding {
  const { fact } = miss!;
  const date = fact.date!;
  return {
    code: 'event-date',
    severity: 'warning',
    start: claim.mention.start,
    end: claim.mention.end,
    ...tell('The chapter gives {date} for this: “{what}”.', { date: { date: date.value }, what: fact.label }),
    fact: factReference(fact.fact, date.value),
    fixes: dateFixes(claim.mention, date, reading),
  };
}

/** One end of a period where the other is right. */
function periodFinding({ fact, date, end }: PeriodVerdict, reading: Reading): Finding {
  const { mention, date: right } = end!;
  return {
    code: 'event-date',
    severity: 'warning',
    start: mention.start,
    end: mention.end,
    ...tell('The chapter gives {date} for this: “{what}”.', { date: { date: date.value }, what: fact.name }),
    fact: factReference(fact, date.value),
    fixes: dateFixes(mention, right, reading),
  };
}

/** "lasted five years", and did not. */
function lengthFinding({ amount, fact, date, lasting }: PeriodLength, reading: Reading): Finding {
  return {
    code: 'event-date',
    severity: 'warning',
    ...lengthRepair(amount, lasting, reading),
    ...tell('The chapter gives {date} for this: “{what}”.', { date: { date: date.value }, what: fact.name }),
    fact: factReference(fact, date.value),
  };
}

/** A meeting's number where all else tells another: both the number and, where one is given, the date could be the slip. */
function numberFinding({ sentence, token, right, event }: NumberVerdict, blockStart: number): Finding {
  const written = sentence.tokens[token]!;
  const [start, end] = [blockStart + written.start, blockStart + written.end];
  const newText = cardinal(written.lower) === null ? ordinalLike(written.text, right) : cardinalLike(written.text, right);
  return {
    code: 'event-date',
    severity: 'warning',
    start,
    end,
    ...tell('In the chapter this belongs to the {event}, {date}.', { event: event.name, date: { date: event.when.value } }),
    fact: factReference(event, event.when.value),
    fixes: [replaceFix(`Change to ${newText}`, start, end, newText, true)],
  };
}
