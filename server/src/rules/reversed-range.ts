import { tell } from '../l10n/said';
import type { DatedMention } from '../reading/model';
import type { Finding, Fix } from './finding';
import { judgePeriods } from './judge-periods';
import type { Rule } from './rule';

export const reversedRange: Rule = {
  code: 'reversed-range',
  severity: 'error',
  summary: 'A range of dates that runs backwards.',
  why: 'A period must begin before it ends; two swapped years are easy to overlook.',
  repair: 'The two ends change places.',
  bad: [
    { text: 'In the years ⟦1929–1924⟧ nobody voted against him.', fixed: 'In the years 1924–1929 nobody voted against him.' },
    { text: 'The period ⟦1929–24⟧.', fixed: 'The period 1924–29.' },
    { text: 'The contest lasted from ⟦1929 to 1924⟧.', fixed: 'The contest lasted from 1924 to 1929.' },
    { text: '- ⟦1925 Dec–May⟧: the Leningrad Opposition', fixed: '- 1925 May–Dec: the Leningrad Opposition' },
    {
      text: 'It was written between ⟦December 1922 and March 1921⟧.',
      fixed: 'It was written between March 1921 and December 1922.',
    },
    { text: 'The NEP: ⟦March 1928 to April 1921⟧.', fixed: 'The NEP: April 1921 to March 1928.' },
  ],
  good: [
    { text: '- 1925 May–Dec: the Leningrad Opposition' },
    { text: '- 1922 Dec–Apr: the last articles', why: 'a winter, from one year to the next' },
    { text: 'In the years 1924–29 nobody voted against him.' },
    { text: 'It ran from December 1922 to January 1924.' },
    { text: 'The winter of 1922–23 was long.' },
    { text: 'The years 1999–2004 were different.' },
    { text: 'Caesar ruled 49–44 BC.', why: 'years before Christ run down' },
    { text: 'Augustus ruled from 27 BC to AD 14.' },
    { text: 'See pp. 1929–24.', why: 'pages' },
    { text: 'The vote was 21–18.', why: 'a result' },
    { text: 'He was there in 1929 and 1924.', why: 'two years, not a range' },
    { text: 'The printer changed 1929 to 1924.', why: 'one year put in place of the other' },
    { text: 'From 1929 back to 1924 the numbers fall.', why: 'told backwards, and it says so' },
  ],
  check: ({ reading, sentences, mentions }) => [
    ...judgePeriods(reading, sentences).flatMap(({ claim, end }) =>
      end === null && claim.rangeEnd && !claim.mention.date.faults.some(({ kind }) => kind === 'reversed-range')
        ? [finding(claim.mention, claim.rangeEnd, reading.notes.text)]
        : [],
    ),
    ...mentions.flatMap((mention) => {
      if (
        mention.kind !== 'date' ||
        mention.date.rangeRole !== 'first' ||
        !mention.date.faults.some(({ kind }) => kind === 'reversed-range')
      )
        return [];
      const partner = mentions.find(
        (other): other is DatedMention => other.kind === 'date' && other.date.rangeRole === 'last' && other.start >= mention.end,
      );
      return partner ? [finding(mention, partner, reading.notes.text)] : [];
    }),
  ],
};

function finding(first: DatedMention, last: DatedMention, text: string): Finding {
  const a = text.slice(first.start, first.end);
  const b = text.slice(last.start, last.end);
  return {
    code: 'reversed-range',
    severity: 'error',
    start: first.start,
    end: last.end,
    ...tell('This range runs backwards: it ends before it begins.'),
    fixes: swap(first, last, a, b),
  };
}

/** Swaps the two ends; a shortened year ("1929–24") takes its century from the other. */
function swap(first: DatedMention, last: DatedMention, a: string, b: string): Fix[] {
  // "1925 Dec–May": the year stays, and the months change places.
  const month = /\p{L}{3,}\.?/u.exec(a);
  if (month && /\d{4}/.test(a) && /^\p{L}{3,}\.?$/u.test(b)) {
    const start = first.start + month.index;
    return [
      {
        title: 'Swap the two months',
        edits: [
          { start, end: start + month[0].length, newText: b },
          { start: last.start, end: last.end, newText: month[0] },
        ],
        preferred: true,
      },
    ];
  }
  let from = b;
  let to = a;
  if (/^\d{4}$/.test(a) && /^\d{2}$/.test(b)) {
    from = a.slice(0, 2) + b;
    to = a.slice(2);
  }
  return [
    {
      title: 'Swap the two dates',
      edits: [
        { start: first.start, end: first.end, newText: from },
        { start: last.start, end: last.end, newText: to },
      ],
      preferred: true,
    },
  ];
}
