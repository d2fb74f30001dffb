import type { Person } from '../chapter/model';
import { say, tell } from '../l10n/said';
import type { Reading } from '../reading/model';
import type { Finding } from './finding';
import { judgeAnsweredAge } from './judge-age-answers';
import { type AgeVerdict, judgeAges } from './judge-ages';
import type { DateVerdict } from './judge-dates';
import { judgeLives, type LifeVerdict } from './judge-lives';
import { dateFixes, factReference, placeOf, replaceFix } from './repair';
import type { Rule } from './rule';

export const lifeDates: Rule = {
  code: 'life-dates',
  severity: 'warning',
  summary: 'A birth, a death, a marriage, an age or a deed does not fit the life dates that the chapter gives.',
  why: 'Who was alive, and how old, decides who can have done what.',
  repair: 'The year or the age becomes the chapter’s. A deed after death has no repair: either the person or the date is wrong.',
  bad: [
    { text: 'Krupskaya (⟦1867⟧–1939) spoke next.', fixed: 'Krupskaya (1869–1939) spoke next.' },
    { text: 'Trotsky (1879–⟦1950⟧) was murdered.', fixed: 'Trotsky (1879–1940) was murdered.' },
    { text: 'Trotsky was born in ⟦1889⟧.', fixed: 'Trotsky was born in 1879.' },
    { text: 'Lenin died at the age of ⟦63⟧.', fixed: 'Lenin died at the age of 53.' },
    { text: 'Trotsky died in ⟦1945⟧.', fixed: 'Trotsky died in 1940.' },
    { text: 'Krupskaya lived until ⟦1937⟧.', fixed: 'Krupskaya lived until 1939.' },
    { text: 'In December 1925 ⟦Lenin⟧ attacked the Leningraders.', why: 'he had died in 1924' },
    { text: 'In 1938 ⟦Dzerzhinsky⟧ visited Trotsky in Mexico.', why: 'he had died in 1926' },
    { text: 'Trotsky was ⟦seventy⟧ in 1929.' },
    { text: 'The ⟦56⟧-year-old Lenin lived in Zurich in 1916.', fixed: 'The 46-year-old Lenin lived in Zurich in 1916.' },
    { text: 'Lenin died in his ⟦sixties⟧.', fixed: 'Lenin died in his fifties.' },
    { text: 'In January 1924 Lenin died. He was only ⟦sixty-three⟧.', fixed: 'In January 1924 Lenin died. He was only fifty-three.' },
    {
      text: 'Q: How old was Lenin when he died?\nA: ⟦Sixty-three⟧',
      fixed: 'Q: How old was Lenin when he died?\nA: Fifty-three',
      why: 'the question says whose age, and when',
    },
    { text: 'Krupskaya was ⟦forty-four⟧ when she was widowed.', fixed: 'Krupskaya was fifty-four when she was widowed.' },
    { text: 'Trotsky’s ⟦fortieth⟧ birthday fell in 1929.' },
    { text: '- Trotsky, b. 1879 d. ⟦1941⟧', fixed: '- Trotsky, b. 1879 d. 1940' },
    {
      text: '| Name | Born | Died |\n|---|---|---|\n| Lenin | ⟦1880⟧ | 1924 |',
      fixed: '| Name | Born | Died |\n|---|---|---|\n| Lenin | 1870 | 1924 |',
    },
    { text: '⟦Lenin⟧ cheered when Trotsky was exiled in 1929.', why: 'he had died in 1924' },
    { text: 'In 1890 ⟦Bazhanov⟧ joined the Bolsheviks.', why: 'he was born in 1900' },
    { text: 'Krupskaya (⟦1867⟧–1939) was his wife.' },
    { text: 'Leon Trotsky (1879–⟦1950⟧) wrote a history of the revolution.' },
  ],
  good: [
    { text: 'Trotsky lived until 1935 in France.', why: 'where he lived' },
    { text: 'Trotsky was born in 1879.' },
    { text: 'Stalin was born in 1878.', why: 'registers give 1878, and the pack accepts it' },
    { text: 'Trotsky was in his forties in 1924.' },
    { text: 'Bazhanov was twenty-three when he became Stalin’s secretary in 1923.' },
    { text: 'Q: How old was Lenin when he died?\nA: 53' },
    { text: 'How old was Lenin when his brother was hanged? 17.', why: 'when that was the chapter does not say' },
    { text: 'Lenin would turn fifty in April 1920.' },
    { text: 'Trotsky was nearly fifty when he was exiled.' },
    { text: 'Trotsky was 21 votes short in 1925.', why: 'a number of something else' },
    { text: 'In 1925 Lenin’s daughter-in-law Zoya, all of fifteen, was there.', why: 'the age of somebody else' },
    { text: 'Lenin would have been sixty in 1930.', why: 'a supposition' },
    { text: 'Molotov fell out with Stalin. He was fifty-nine in 1949.', why: '“he” may be somebody else' },
    { text: 'Kamenev’s wife was forty in 1923.', why: 'the age of somebody else' },
    { text: 'Krupskaya, a year older than Lenin, was fifty-four in January 1924.' },
    { text: 'Trotsky and his wife, aged 58, were attacked in 1940.', why: 'her age' },
    { text: 'Lenin, Stalin said in 1926, had always trusted him.', why: 'Stalin said it' },
    { text: '| Name | Born | Died |\n|---|---|---|\n| Lenin | 1870 | 1924 |' },
    { text: 'Trotsky was not born in 1889.', why: 'a denial' },
    { text: 'Was Trotsky born in 1889?', why: 'a question' },
    { text: 'If Lenin had lived until 1930, all would have been different.', why: 'a supposition' },
    { text: 'In 1956 Stalin was denounced.', why: 'one can be denounced when dead' },
    { text: 'In 1926 Lenin still ruled from the grave.', why: 'a manner of speaking, and it says so' },
    { text: 'Stalin invoked Lenin in December 1925.', why: 'the dead man does nothing' },
    { text: 'Lenin’s works were published in 1930.', why: 'works outlive their author' },
    { text: 'In 1930 Lenin’s body was moved to a stone mausoleum.' },
    { text: 'Stalin’s mother was born in 1858.', why: 'another person' },
    { text: 'In 1932 Lenin Street was renamed.', why: 'a street' },
  ],
  check: ({ dates, reading, sentences }) => {
    const told = dates.filter(({ miss }) => miss && miss.fact.kind !== 'event').map((verdict) => dateFinding(verdict, reading));
    const missed = new Set(dates.filter(({ miss }) => miss).map(({ sentence }) => sentence));
    const lived = [
      // A deed outside a life whose date is wrong anyway: one mistake, one finding.
      ...judgeLives(reading, sentences).filter((verdict) => 'mention' in verdict || !missed.has(verdict.sentence)),
      ...judgeAges(reading, sentences),
      ...sentences.flatMap((sentence) => judgeAnsweredAge(sentence, reading) ?? []),
    ].map((verdict) => lifeFinding(verdict, reading));
    return [...told, ...lived.filter((finding) => !told.some((other) => other.start < finding.end && finding.start < other.end))];
  },
};

const IN_CHAPTER = {
  birth: 'In the chapter {person} was born {when}.',
  death: 'In the chapter {person} died {when}.',
  relation: 'In the chapter {person} married {when}.',
} as const;

const IMPOSSIBLE = {
  dead: '{person} cannot have done this: in the chapter {person} died {when}.',
  unborn: '{person} cannot have done this: in the chapter {person} was born {when}.',
} as const;

function dateFinding({ claim, miss }: DateVerdict, reading: Reading): Finding {
  const { fact } = miss!;
  const date = fact.date!;
  return {
    code: 'life-dates',
    severity: 'warning',
    start: claim.mention.start,
    end: claim.mention.end,
    ...tell(IN_CHAPTER[fact.kind as keyof typeof IN_CHAPTER], { person: (fact.fact as Person).short, when: { when: date.value } }),
    fact: factReference(fact.fact, date.value),
    fixes: dateFixes(claim.mention, date, reading),
  };
}

function lifeFinding(verdict: LifeVerdict | AgeVerdict, reading: Reading): Finding {
  const { person, date, sentence } = verdict;
  const base = { code: 'life-dates', severity: 'warning', fact: factReference(person, date.value) } as const;
  if ('mention' in verdict) {
    const { mention } = verdict;
    return {
      ...base,
      start: mention.start,
      end: mention.end,
      ...tell(IN_CHAPTER[verdict.kind], { person: person.short, when: { when: date.value } }),
      fixes: dateFixes(mention, date, reading),
    };
  }
  const { start, end } = placeOf(reading, sentence, verdict);
  if (verdict.kind !== 'age')
    return {
      ...base,
      start,
      end,
      ...tell(IMPOSSIBLE[verdict.kind === 'dead' ? 'dead' : 'unborn'], { person: person.short, when: { when: date.value } }),
      fixes: [],
    };
  const written = reading.notes.text.slice(start, end);
  const fixes = verdict.ages.slice(0, 2).map((age, index) => {
    const newText = verdict.write(written, age);
    return replaceFix(`Change to ${newText}`, start, end, newText, index === 0 && verdict.ages.length === 1);
  });
  const [youngest, oldest] = [Math.min(...verdict.ages), Math.max(...verdict.ages)];
  const range =
    youngest === oldest ? youngest : say(oldest - youngest > 1 ? '{from} to {to}' : '{from} or {to}', { from: youngest, to: oldest });
  const told = tell('{person}, born {when}, was {range} then.', { person: person.short, when: { when: date.value }, range });
  return { ...base, start, end, ...told, fixes };
}
