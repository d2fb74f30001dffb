import { say, tell } from '../l10n/said';
import type { DatedMention } from '../reading/model';
import type { Finding, Fix } from './finding';
import type { Judged, Rule } from './rule';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const impossibleDate: Rule = {
  code: 'impossible-date',
  severity: 'error',
  summary: 'A date that no calendar has: 31 June, or a day on the wrong weekday.',
  why: 'Such a date is wrong whatever it is said of, usually by a slip of the pen.',
  repair: 'The last day of that month, or the date without its day; the right day of the week.',
  bad: [
    { text: 'The vote was on ⟦31 November 1927⟧.', fixed: 'The vote was on 30 November 1927.' },
    { text: 'He died on ⟦Sunday⟧, 21 January 1924.', fixed: 'He died on Monday, 21 January 1924.' },
    { text: 'It was ⟦29 February 1923⟧.', fixed: 'It was 28 February 1923.', why: '1923 was no leap year' },
    { text: '- **⟦31 Apr 1922⟧:** a new leader', fixed: '- **30 Apr 1922:** a new leader' },
  ],
  good: [
    { text: 'The vote was on 30 November 1927.' },
    { text: 'He died on Monday, 21 January 1924.' },
    { text: 'It was 29 February 1924.', why: '1924 was a leap year' },
    { text: '29 February 1900 was a day in Russia.', why: 'the calendar in use there then had it' },
    { text: 'The rising began on Wednesday, 25 October 1917.', why: 'a Wednesday by the old calendar' },
    { text: 'The rising began on Wednesday, 7 November 1917.', why: 'the same day by the new one' },
    { text: 'Russia went straight from 31 January to 14 February 1918.' },
    { text: 'In May 31 delegates were absent.', why: 'a number beside a month' },
    { text: 'We met on Monday; on 21 January 1925 he was a year dead.', why: 'another day’s weekday' },
    { text: 'The field is filled in as `31 June 1924`.', why: 'code' },
  ],
  check: ({ reading, mentions }: Judged) =>
    mentions.flatMap((mention) =>
      mention.kind === 'date' ? mention.date.faults.flatMap((fault) => findingsOf(mention, fault.kind, fault, reading.notes.text)) : [],
    ),
};

function findingsOf(mention: DatedMention, kind: string, fault: { weekday?: number; daysInMonth?: number }, text: string): Finding[] {
  const written = text.slice(mention.start, mention.end);
  if (kind === 'wrong-weekday' && fault.weekday !== undefined) {
    const right = WEEKDAYS[fault.weekday]!;
    const word = /\p{L}+/u.exec(written.match(/\b(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)\p{L}*/u)?.[0] ?? '');
    if (!word) return [];
    const start = mention.start + written.indexOf(word[0]);
    const replacement = word[0].length <= 4 ? right.slice(0, 3) : right;
    const fixes: Fix[] = [
      { title: `Change to ${replacement}`, edits: [{ start, end: start + word[0].length, newText: replacement }], preferred: true },
    ];
    const day = mention.date.value ? { date: mention.date.value } : say('That day');
    const told = tell('{day} was a {weekday}.', { day, weekday: say(right) });
    return [{ code: 'impossible-date', severity: 'error', start, end: start + word[0].length, ...told, fixes }];
  }
  if (kind === 'no-such-day' && fault.daysInMonth !== undefined) {
    const day = /(?<!\d)(?:3[01]|29|30)(?:st|nd|rd|th)?(?!\d)/.exec(written);
    const fixes: Fix[] = [];
    if (day) {
      const suffix = /[a-z]+$/.test(day[0]) ? (fault.daysInMonth === 31 ? 'st' : 'th') : '';
      const start = mention.start + day.index;
      fixes.push({
        title: `Change to ${fault.daysInMonth}${suffix}`,
        edits: [{ start, end: start + day[0].length, newText: `${fault.daysInMonth}${suffix}` }],
        preferred: false,
      });
      const rest = written.slice(day.index + day[0].length).match(/^\s+(?:of\s+)?/);
      if (rest)
        fixes.push({
          title: 'Leave out the day',
          edits: [{ start, end: start + day[0].length + rest[0].length, newText: '' }],
          preferred: false,
        });
    }
    return [
      {
        code: 'impossible-date',
        severity: 'error',
        start: mention.start,
        end: mention.end,
        ...tell('That month has only {count} days.', { count: fault.daysInMonth }),
        fixes,
      },
    ];
  }
  return [];
}
