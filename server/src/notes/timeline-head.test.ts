import { describe, expect, it } from 'vitest';
import { timelineHead } from './timeline-head';

const head = (line: string) => {
  const found = timelineHead(line, 0, line.length);
  return found && line.slice(found.start, found.end);
};

describe('heads', () => {
  it.each([
    ['1905: revolution', '1905'],
    ['1922 Apr: Stalin', '1922 Apr'],
    ['**1924 Jan:** Lenin dies', '1924 Jan'],
    ['**1924 Jan**: Lenin dies', '1924 Jan'],
    ['**1922** Apr: Stalin', '1922** Apr'],
    ['Dec: the Congress', 'Dec'],
    ['Sept.: wants Trotsky', 'Sept.'],
    ['February/March 1917: the Tsar', 'February/March 1917'],
    ['1917 Feb/Mar: the Tsar', '1917 Feb/Mar'],
    ['Oct/Nov 1917: rising', 'Oct/Nov 1917'],
    ['25 October / 7 November 1917: power', '25 October / 7 November 1917'],
    ['25 October (7 November) 1917: power', '25 October (7 November) 1917'],
    ['25 October 1917 (O.S.): power', '25 October 1917 (O.S.'],
    ['7–18 March 1921: stormed', '7–18 March 1921'],
    ['18-31 Dec. 1925: Congress', '18-31 Dec. 1925'],
    ['21 January 1924: death', '21 January 1924'],
    ['January 21st, 1924: death', 'January 21st, 1924'],
    ['Monday, 21 January 1924: death', 'Monday, 21 January 1924'],
    ['21/1/1924: death', '21/1/1924'],
    ['21.1.1924: death', '21.1.1924'],
    ['1924-01-21: death', '1924-01-21'],
    ['10/1927: out', '10/1927'],
    ['4 I 1923: postscript', '4 I 1923'],
    ['1924–29: struggle', '1924–29'],
    ['1924 - 1929: struggle', '1924 - 1929'],
    ['from May to June 1920: war', 'from May to June 1920'],
    ['late December 1922: attack', 'late December 1922'],
    ['mid-1924: quarrel', 'mid-1924'],
    ['c. 1880: born', 'c. 1880'],
    ['spring 1925: dispute', 'spring 1925'],
    ['winter of 1922–23: dictation', 'winter of 1922–23'],
    ['Summer: rest', 'Summer'],
    ['the end of 1929: fall', 'end of 1929'],
    ['the thirties: arrests', 'the thirties'],
    ['1930s: purges', '1930s'],
    ["'24: death", "'24"],
    ['Aug ’17: joins', 'Aug ’17'],
    ['44 BC: murder', '44 BC'],
    ['AD 476: fall', 'AD 476'],
    ['476: fall', '476'],
    ['19th century: empire', '19th century'],
    ['By 1924: nothing left', '1924'],
    ['On 21 January 1924: death', '21 January 1924'],
    ['1922:', '1922'],
    ['1922 – Stalin becomes General Secretary', '1922'],
    ['April 1922 - Stalin becomes General Secretary', 'April 1922'],
  ])('%s', (line, expected) => expect(head(line)).toBe(expected));
});

describe('no heads', () => {
  it.each([
    'Stalin: too rude',
    '12: a number',
    '14th Conference April 1925: weeks of quarrel',
    'letter, Mon 5 March 1923: say sorry',
    '25.12.1922 = main part',
    'It ended in 1924: Lenin died',
    '1924 was bad: Lenin died',
    '1924:23',
    '10:30 and on',
    'Monday: school',
    'may: perhaps',
    'march: left, right',
    'Fall: how it came',
    'II: second part',
    'First: the army',
    'First 100 days: laws',
    'Then: nothing',
    '1922 – 1924 Stalin rules',
    '12 – twelve men',
    'May – perhaps',
    '5000: a number',
    'The 1905 Revolution: causes',
    '**Sum:** nothing',
    ': nothing',
    '',
    '* ',
  ])('%s', (line) => expect(head(line)).toBeNull());
});
