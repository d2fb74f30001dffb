import { describe, expect, it } from 'vitest';
import { fromDayNumber } from './calendar';
import { parseEdtf, readDates } from './index';
import type { DateMention } from './model';
import type { ReadDatesOptions } from './resolve';

/** "text = edtf" of each mention; a duration as its ISO length, an unresolved date as "?". */
function read(text: string, options?: ReadDatesOptions): string[] {
  return readDates(text, options).map(
    (m) => `${text.slice(m.start, m.end)} = ${m.value?.edtf ?? (m.kind === 'duration' ? m.duration!.iso : '?')}`,
  );
}

const iso = (day: number): string => {
  const d = fromDayNumber('gregorian', day);
  return `${d.year}-${String(d.month).padStart(2, '0')}-${String(d.day).padStart(2, '0')}`;
};
const days = (m: DateMention | undefined): string[] => m!.value!.spans.map((s) => `${iso(s.first)} ${iso(s.last)}`);

const in1926: ReadDatesOptions = { anchor: parseEdtf('1926') };

describe('dates that say everything', () => {
  it.each([
    ['on 21 January 1924,', '21 January 1924 = 1924-01-21'],
    ['on 21 Jan. 1924 he', '21 Jan. 1924 = 1924-01-21'],
    ['Jan 21st, 1924', 'Jan 21st, 1924 = 1924-01-21'],
    ['JANUARY 21, 1924', 'JANUARY 21, 1924 = 1924-01-21'],
    ['on the 21st of January 1924', 'the 21st of January 1924 = 1924-01-21'],
    ['on the fifth of March, 1923', 'the fifth of March, 1923 = 1923-03-05'],
    ['  1924   Jan:  ', '1924   Jan = 1924-01'],
    ['1922 April 3: he', '1922 April 3 = 1922-04-03'],
    ['21/1/1924', '21/1/1924 = 1924-01-21'],
    ['1/21/1924', '1/21/1924 = 1924-01-21'],
    ['21.1.1924', '21.1.1924 = 1924-01-21'],
    ['1924-01-21', '1924-01-21 = 1924-01-21'],
    ['25 XII 1922', '25 XII 1922 = 1922-12-25'],
    ['in 10/1927', '10/1927 = 1927-10'],
    ['1927-10', '1927-10 = 1927-10'],
    ["in Oct '27", "Oct '27 = 1927-10"],
    ['in ’24', '’24 = 1924'],
    ["('27 Oct)", "'27 Oct = 1927-10"],
    ["he wrote '29 April 1924' on it", '29 April 1924 = 1924-04-29'],
    ['on 7th. November 1917', '7th. November 1917 = 1917-11-07'],
    ['the third week of February 1921', 'the third week of February 1921 = 1921-02'],
    ['the 2nd half of 1924', 'the 2nd half of 1924 = 1924'],
    ['the mid-to-late 1920s', 'the mid-to-late 1920s = 192X'],
    ['the summer months of 1922', 'the summer months of 1922 = 1922-22'],
    ['in december 1923', 'december 1923 = 1923-12'],
    ['in may 1924', 'may 1924 = 1924-05'],
    ['in February of 1940', 'February of 1940 = 1940-02'],
    ['Monday, 21 January 1924', 'Monday, 21 January 1924 = 1924-01-21'],
    ['Mon 5 March 1923', 'Mon 5 March 1923 = 1923-03-05'],
    ['early 1924', 'early 1924 = 1924'],
    ['late in 1927', 'late in 1927 = 1927'],
    ['the end of December 1922', 'the end of December 1922 = 1922-12'],
    ['the first half of 1928', 'the first half of 1928 = 1928'],
    ['the last month of 1922', 'the last month of 1922 = 1922-12'],
    ["the first week of January '23", "the first week of January '23 = 1923-01"],
    ['the morning of 21 January 1924', 'the morning of 21 January 1924 = 1924-01-21'],
    ['the winter of 1922–23', 'the winter of 1922–23 = 1922-24'],
    ['late autumn 1929', 'late autumn 1929 = 1929-23'],
    ['1982 summer', '1982 summer = 1982-22'],
    ['the 1920s', 'the 1920s = 192X'],
    ['the ’20s', 'the ’20s = 192X'],
    ['the early twenties', 'the early twenties = 192X'],
    ['the nineteen-twenties', 'the nineteen-twenties = 192X'],
    ['the nineteenth century', 'the nineteenth century = 18XX'],
    ['the 5th century BC', 'the 5th century BC = -0499/-0400'],
    ['c. 1880', 'c. 1880 = 1880~'],
    ['around 1898', 'around 1898 = 1898~'],
    ['in 490 BC', '490 BC = -0489'],
    ['in 490 B.C., when', '490 B.C. = -0489'],
    ['in AD 9', 'AD 9 = 0009'],
    ['the year 1950', 'the year 1950 = 1950'],
    ['Christmas Day 1923', 'Christmas Day 1923 = 1923-12-25'],
    ["New Year's Eve 1922", "New Year's Eve 1922 = 1922-12-31"],
    ['1917 Oct/Nov:', '1917 Oct/Nov = 1917-10/1917-11'],
    ['Feb/March 1917', 'Feb/March 1917 = 1917-02/1917-03'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it.each([
    ['1924–29', ['1924 = 1924', '29 = 1929']],
    ['1924-1929', ['1924 = 1924', '1929 = 1929']],
    ['1898–03', ['1898 = 1898', '03 = 1903']],
    ['from May to June 1920', ['May = 1920-05', 'June 1920 = 1920-06']],
    ['from November to February 1923', ['November = 1922-11', 'February 1923 = 1923-02']],
    ['between 1917 and 1921', ['1917 = 1917', '1921 = 1921']],
    ['25–27 October 1917', ['25 = 1917-10-25', '27 October 1917 = 1917-10-27']],
    ['20/21 August 1940', ['20 = 1940-08-20', '21 August 1940 = 1940-08-21']],
    ['12, 13 and 14 May 1918', ['12 = 1918-05-12', '13 = 1918-05-13', '14 May 1918 = 1918-05-14']],
    ['at 9:30, 5 May 1921', ['5 May 1921 = 1921-05-05']],
    ['at 9.30, 5 May 1921', ['5 May 1921 = 1921-05-05']],
    ['Dates: 3, 5 May 1921', ['3 = 1921-05-03', '5 May 1921 = 1921-05-05']],
    ['September 5–9, 1918', ['September 5 = 1918-09-05', '9, 1918 = 1918-09-09']],
    ['28 October and 3 November 1917', ['28 October = 1917-10-28', '3 November 1917 = 1917-11-03']],
    ['May, June and July 1920', ['May = 1920-05', 'June = 1920-06', 'July 1920 = 1920-07']],
    ['the spring and summer of 1979', ['the spring = 1979-21', 'summer of 1979 = 1979-22']],
    ['499–449 BC', ['499 = -0498', '449 BC = -0448']],
    ['in 1924. On 21/1/24', ['1924 = 1924', '21/1/24 = 1924-01-21']],
    ['in 1968: Oct 68, and', ['1968 = 1968', 'Oct 68 = 1968-10']],
    ['in 1968: in May 68 people', ['1968 = 1968', 'May = 1968-05']],
    ['from 264 to 241 BC', ['264 = -0263', '241 BC = -0240']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it('names the two ends of a range by each other', () => {
    const [first, last] = readDates('He ruled from 1924 to 1929.');
    expect(first).toMatchObject({ rangeRole: 'first', rangePartner: 1 });
    expect(last).toMatchObject({ rangeRole: 'last', rangePartner: 0 });
  });

  it('widens and narrows vague words in the spans', () => {
    expect(days(readDates('early 1924')[0])).toEqual(['1924-01-01 1924-05-01']);
    expect(days(readDates('late 1927')[0])).toEqual(['1927-09-01 1927-12-31']);
    expect(days(readDates('the mid-1920s')[0])).toEqual(['1923-01-01 1927-12-31']);
    expect(days(readDates('around 1898')[0])).toEqual(['1896-01-01 1900-12-31']);
    expect(days(readDates('the winter of 1922–23')[0])).toEqual(['1922-11-15 1923-03-20']);
  });
});

describe('not dates', () => {
  it.each([
    '1,924 delegates came',
    '1924 delegates came',
    'an essay of 1929 words',
    'see p. 1924 and pp. 1920–1925',
    'Resolution 1483 was passed',
    '(Service, 2005, p. 210)',
    'Lynch (1998, pp. 15–16)',
    'He may come; may 3 men go?',
    'The March on Rome',
    'the long march began',
    'the April Theses',
    'the October Revolution',
    'the July Days',
    'the 14th Party Congress',
    'Theresa May said',
    'in his early twenties',
    'the fall of Paris',
    'prices fall in autumnal towns',
    'Winter Palace',
    'it cost £1924',
    'room 1924',
    'at 10:57 and 19:15',
    'John 3:16 May be read',
    'version 1.2.3',
    'the first of all',
    'a second time',
    'sun and sat in a wed',
    'Jan Sobieski',
    "it's '",
  ])('%s', (text) => expect(read(text).filter((x) => !/= P/.test(x))).toEqual([]));
});

describe('faults of a date in itself', () => {
  it('says where there is no such day', () => {
    for (const [text, most] of [
      ['31 June 1924', 30],
      ['29 February 1923', 28],
      ['31 November 1927', 30],
      ['February 30', 29],
    ] as const) {
      const [m] = readDates(text);
      expect(m!.value).toBeNull();
      expect(m!.faults).toEqual([{ kind: 'no-such-day', daysInMonth: most }]);
    }
    expect(readDates('29 February 1924')[0]!.faults).toEqual([]);
  });

  it('checks the weekday in every calendar that may hold', () => {
    expect(readDates('Sunday, 21 January 1924')[0]!.faults).toEqual([{ kind: 'wrong-weekday', weekday: 1 }]);
    const calendars = [{ calendar: 'julian' as const, until: parseEdtf('1918-02-14')!.spans[0]!.first }];
    expect(readDates('Wednesday, 25 October 1917', { calendars })[0]!.faults).toEqual([]);
    expect(readDates('Wednesday, 25 October 1917')[0]!.faults).toHaveLength(1);
    expect(readDates('29 February 1900', { calendars })[0]!.faults).toEqual([]);
  });

  it('says where a range runs backwards', () => {
    for (const text of ['1929–24', '1929–1924', '(1940–1879)', 'between 1921 and 1917', 'from 1929 to 1924', '27–25 October 1917']) {
      expect(readDates(text)[0]!.faults, text).toEqual([{ kind: 'reversed-range' }]);
    }
    for (const text of ['1898–03', '499–449 BC', 'from November to February 1923', '1917-10', '1936–38', '1922–1923']) {
      expect(
        readDates(text).flatMap((m) => m.faults),
        text,
      ).toEqual([]);
    }
  });
});

describe('Old and New Style', () => {
  it.each([
    '25 October (7 November) 1917',
    '25 October / 7 November 1917',
    '25 October 1917 (7 November)',
    '7 November (25 October) 1917',
    'In 1917, on 25 Oct in the old calendar, 7 Nov in ours',
  ])('%s', (text) => {
    const found = readDates(text).filter((m) => m.value?.precision === 'day');
    expect(found).toHaveLength(2);
    for (const m of found) expect(days(m)).toEqual(['1917-11-07 1917-11-07']);
  });

  it('takes the calendar that is named', () => {
    expect(days(readDates('25 October 1917 (O.S.)')[0])).toEqual(['1917-11-07 1917-11-07']);
    expect(days(readDates('7 November 1917 N.S.')[0])).toEqual(['1917-11-07 1917-11-07']);
  });

  it('keeps both readings where a rule allows both', () => {
    const calendars = [{ calendar: 'julian' as const, until: parseEdtf('1918-02-14')!.spans[0]!.first }];
    expect(days(readDates('25 October 1917', { calendars })[0])).toEqual(['1917-10-25 1917-10-25', '1917-11-07 1917-11-07']);
    expect(days(readDates('3 March 1918', { calendars })[0])).toEqual(['1918-03-03 1918-03-03']);
  });
});

describe('dates from context', () => {
  it('says how the year was got', () => {
    const text = 'In 1923 he fell ill, and in March he wrote. In April he was silent.\n\nIn May he died.';
    expect(readDates(text).map((m) => [m.value!.edtf, m.provenance])).toEqual([
      ['1923', 'explicit'],
      ['1923-03', 'sentence'],
      ['1923-04', 'paragraph'],
      ['1923-05', 'document'],
    ]);
    expect(readDates('In December he left.', in1926)[0]).toMatchObject({ value: { edtf: '1926-12' }, provenance: 'heading' });
    expect(readDates('In December he left.')[0]).toMatchObject({ value: null, provenance: 'unknown' });
  });

  it.each([
    ['In March 1923 he heard of it, and on the 5th he wrote.', ['March 1923 = 1923-03', 'the 5th = 1923-03-05']],
    ['In December 1916 he asked. The reply came on 14 January.', ['December 1916 = 1916-12', '14 January = 1917-01-14']],
    ['In 1926 he came. The following year he left.', ['1926 = 1926', 'The following year = 1927']],
    ['In 1926 he came, and left the year before.', ['1926 = 1926', 'the year before = 1925']],
    [
      'He fell ill in May 1922. On the 11th of the next month he wrote, on the 2nd of the previous month he had not.',
      ['May 1922 = 1922-05', 'the 11th of the next month = 1922-06-11', 'the 2nd of the previous month = 1922-05-02'],
    ],
    [
      'It fell in December 1922, on the 4th of the following month.',
      ['December 1922 = 1922-12', 'the 4th of the following month = 1923-01-04'],
    ],
    ['In May 1925 they met; that December they quarrelled.', ['May 1925 = 1925-05', 'that December = 1925-12']],
    ['In May 1925 they met, a month later they quarrelled.', ['May 1925 = 1925-05', 'a month later = 1925-06']],
    ['He left in 1929 and died eleven years after that.', ['1929 = 1929', 'eleven years after that = 1940']],
    ['It began in 1777. The next spring came.', ['1777 = 1777', 'The next spring = 1778-21']],
    [
      'On 21 January 1924 he died; a week later he lay in state; five days earlier not.',
      ['21 January 1924 = 1924-01-21', 'a week later = 1924-01-28', 'five days earlier = 1924-01-23'],
    ],
    [
      'In 1922: the end of the year, later that year, the same year.',
      ['1922 = 1922', 'the end of the year = 1922', 'later that year = 1922', 'the same year = 1922'],
    ],
    ['In June 1958 and in November of the same year', ['June 1958 = 1958-06', 'November of the same year = 1958-11']],
    ['In 1924 he won. By the following May he had lost.', ['1924 = 1924', 'the following May = 1925-05']],
    ['three years after the October Revolution of 1917', ['three years after = 1920', '1917 = 1917']],
    ['On 7 November 1927, the tenth anniversary, they marched.', ['7 November 1927 = 1927-11-07', 'the tenth anniversary = 1927-11-07']],
    ['two years after 1921', ['two years after = 1923', '1921 = 1921']],
    ['a year and a half after his death', ['a year and a half after = ?']],
    ['In July 1928 they met. Half a year later he fled.', ['July 1928 = 1928-07', 'Half a year later = 1929-01']],
    ['In July 1928 they met. In the month preceding, he fled.', ['July 1928 = 1928-07', 'the month preceding = 1928-06']],
    [
      'In May 1928 they met. In December 1927 he had been ill; he had been up only since June.',
      ['May 1928 = 1928-05', 'December 1927 = 1927-12', 'June = 1927-06'],
    ],
    ['It has been so since 1995. In 1928 he rose; in March he fell.', ['1995 = 1995', '1928 = 1928', 'March = 1928-03']],
    ['By the end of the decade', ['the end of the decade = ?']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it('does not let a look back move the story', () => {
    expect(read('In May 1928 they met. It was the worst harvest since 1921. In July they quarrelled.').at(-1)).toBe('July = 1928-07');
    expect(read('In May 1928 they met, though Trotsky had left in 1927. In July they quarrelled.').at(-1)).toBe('July = 1928-07');
  });

  it('reads figures by the evidence of the text, then by the setting, and else keeps both', () => {
    expect(read('25/3/1923 and 5/4/1923').at(-1)).toBe('5/4/1923 = 1923-04-05');
    expect(read('3/25/1923 and 5/4/1923').at(-1)).toBe('5/4/1923 = 1923-05-04');
    expect(read('5/3/1923', { dayMonthOrder: 'dmy' })).toEqual(['5/3/1923 = 1923-03-05']);
    expect(days(readDates('5/3/1923')[0])).toEqual(['1923-03-05 1923-03-05', '1923-05-03 1923-05-03']);
  });

  it('keeps both readings of "July 28" where the chapter makes it a month', () => {
    const period = { first: parseEdtf('1917')!.spans[0]!.first, last: parseEdtf('1929')!.spans[0]!.last };
    expect(days(readDates('It broke down (July 28).', { ...in1926, period })[0])).toEqual([
      '1926-07-28 1926-07-28',
      '1928-07-01 1928-07-31',
    ]);
    expect(days(readDates('It broke down (28 July).', { ...in1926, period })[0])).toEqual(['1926-07-28 1926-07-28']);
  });

  it('reads the heads of timeline lines', () => {
    const head: ReadDatesOptions = { ...in1926, timelineHead: true };
    expect(read('Dec', head)).toEqual(['Dec = 1926-12']);
    expect(read('May', head)).toEqual(['May = 1926-05']);
    expect(read("'27 Oct", head)).toEqual(["'27 Oct = 1927-10"]);
    expect(read('1917 Oct/Nov', head)).toEqual(['1917 Oct/Nov = 1917-10/1917-11']);
    expect(read('1924–29', head)).toEqual(['1924 = 1924', '29 = 1929']);
    expect(read('4.1.1923', head)).toEqual(['4.1.1923 = 1923-01-04']);
    expect(read('10/1927', head)).toEqual(['10/1927 = 1927-10']);
    expect(read('spring', head)).toEqual(['spring = 1926-21']);
  });
});

describe('two figures of a year', () => {
  const period = readDates('1789–1799')[0]!.value!.spans[0]!;
  const told = { first: period.first, last: readDates('1799')[0]!.value!.spans[0]!.last };

  it('mean the year nearest to what the text is about', () => {
    expect(read("born in 1743, killed in '93", { period: told })).toEqual(['1743 = 1743', "'93 = 1793"]);
    expect(read("In 1920 it was over; by '24 forgotten")).toEqual(['1920 = 1920', "'24 = 1924"]);
  });

  it('stand behind day and month where nothing follows that they could count', () => {
    expect(read('- 5 Mar 93: the grain runs out', { period: told })).toEqual(['5 Mar 93 = 1793-03-05']);
    expect(read('5 Mar 93 – the grain runs out, 9 Nov 99', { period: told })).toEqual(['5 Mar 93 = 1793-03-05', '9 Nov 99 = 1799-11-09']);
    expect(read('In 1793, on 5 March 23 men left.').at(-1)).toBe('5 March = 1793-03-05');
    expect(read('In 1793, on 5 March 23% left.').at(-1)).toBe('5 March = 1793-03-05');
    expect(read('In 1793, on 5 March 23.5 per cent left.').at(-1)).toBe('5 March = 1793-03-05');
  });

  it('are not of the century of a book about the period', () => {
    expect(read("Schama (1989) is good. Fell in July '94", { period: told })).toEqual(['1989 = 1989', "July '94 = 1794-07"]);
  });
});

describe('behind the year of a timeline line', () => {
  const behind: ReadDatesOptions = { anchor: parseEdtf('1922'), behindYear: true };

  it('a month opens a step', () => {
    expect(read('Apr Stalin chosen, May Lenin ill; Dec 10th Congress', behind)).toEqual([
      'Apr = 1922-04',
      'May = 1922-05',
      'Dec = 1922-12',
    ]);
  });

  it('a word of another meaning is a month beside other months alone', () => {
    expect(read('March on Rome, Mussolini rules', behind)).toEqual([]);
    expect(read('May Smith marries', behind)).toEqual([]);
    expect(read('Salt March, Gandhi arrested', behind)).toEqual([]);
  });

  it('what is called by its number has no day', () => {
    expect(read('In Dec 14th Congress')).toEqual(['Dec = ?']);
    expect(read('on Dec 14th he', in1926)).toEqual(['Dec 14th = 1926-12-14']);
  });
});

describe('lengths of time', () => {
  it.each([
    ['three years', 'P3Y', 3, 3],
    ['eighteen months', 'P18M', 18, 18],
    ['a year and a half', 'P1.5Y', 1.5, 1.5],
    ['two or three years', 'P2Y', 2, 3],
    ['less than two years', 'P2Y', 0, 2],
    ['getting on for two years', 'P2Y', 1.5, 2],
    ['some sixteen months', 'P16M', 12, 20],
    ['more than three years', 'P3Y', 3, Infinity],
    ['a fortnight', 'P2W', 2, 2],
    ['ten-day', 'P10D', 10, 10],
    ['twenty-five years', 'P25Y', 25, 25],
    ['seven years to the day', 'P7Y', 7, 7],
    ['ten years, almost to the day,', 'P10Y', 10, 10],
    ['the best part of a decade', 'P10Y', 0.6, 1],
  ])('%s', (text, isoLength, min, max) =>
    expect(readDates(`It took ${text} in all.`).at(-1)).toMatchObject({ kind: 'duration', duration: { iso: isoLength, min, max } }),
  );
});
