/** Terse notes on whole packs: who's whos, tables, cards; what is wrong in them is found, and what is right is left alone. */
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../test/unit/packs/knowledge';
import { parseNotes } from '../notes/index';
import { readNotes } from '../reading/index';
import { check } from './index';

/** What is flagged, and under which rule. */
const found = (pack: string, text: string) =>
  check(readNotes(parseNotes(text), knowledgeOf.get(pack)!)).map(({ code, start, end }) => `${code}: ${text.slice(start, end)}`);
const german = (text: string) => found('weimar-germany', text);
const soviet = (text: string) => found('stalins-rise', text);

describe('an entry of a who’s who', () => {
  it('is about whom it opens with, not about whom the title names', () => {
    expect(german('# Stresemann’s rivals\n\n**EBERT, Friedrich** (1871–1925)\nA saddler. Died 28 Feb 1925, aged 54.')).toEqual([]);
    expect(german('# Stresemann’s rivals\n\n**EBERT, Friedrich** (1871–1925)\nA saddler. Died 28 Feb 1925, aged 44.')).toEqual([
      'life-dates: 44',
    ]);
    expect(german('## Ebert\n\n- **Brüning** (1885–1970): a man of the Centre. Chancellor from March 1930.')).toEqual([]);
    expect(german('## Ebert\n\n- **Brüning** (1885–1970): a man of the Centre. Chancellor from March 1931.')).toEqual([
      'event-date: March 1931',
    ]);
  });

  it('gives no year of a life to the lines below it', () => {
    expect(german('Heinrich Brüning (1885–1970)\nChancellor, fell in May\nA man of cuts')).toEqual([]);
  });

  it('goes no further than a name in a sentence', () => {
    expect(german('**Ebert** died in 1925. Elected in April 1925: Hindenburg.')).toEqual([]);
  });
});

describe('an office', () => {
  it('is not told by the body alone that it is in', () => {
    expect(soviet('Stalin was a Bolshevik from 1903 and in the Communist Party since 1918.')).toEqual([]);
    expect(soviet('Since 1920 Stalin was General Secretary of the Communist Party.')).toEqual(['office-dates: 1920']);
  });

  it('is judged by what stands before "="', () => {
    expect(german('Hindenburg President since 1927 = nobody else could win')).toEqual(['event-date: 1927']);
    expect(german('Hindenburg President since 1925 = nobody else could win')).toEqual([]);
  });

  it('is none of what is told not to be the same', () => {
    expect(soviet('- "14th Congress" ≠ "14th Conference" (that was in April 1925)')).toEqual([]);
  });
});

describe('a table', () => {
  it('has cells of their own behind a remark in brackets', () => {
    const table = (date: string) =>
      `| | Zinoviev | Bukharin |\n|---|---|---|\n| out of the Politburo | ${date} (see p. 20) | Nov '29 |\n| out of the Party | Nov '27 | – |`;
    expect(soviet(table("July '26"))).toEqual([]);
    expect(soviet(table("July '25"))).toEqual(["event-date: July '25"]);
    expect(soviet(table("July '26").replace("Nov '29", "Nov '28"))).toEqual(["event-date: Nov '28"]);
  });
});

describe('a person in another’s place', () => {
  it('is found where an offer, a wish or a service names whom it is made to', () => {
    expect(soviet('Lenin offered Zinoviev a “Joint Bloc” against the officials.')).toEqual(['wrong-person: Zinoviev']);
    expect(soviet('In the Postscript Lenin wanted Bukharin removed from the post of Gen Sec.')).toEqual(['wrong-person: Bukharin']);
    expect(soviet('- Bazhanov: personal secretary to Kamenev 1923–25')).toEqual(['wrong-person: Kamenev']);
  });

  it.each([
    'Lenin offered Trotsky a “Joint Bloc” against the officials.',
    'In the Postscript Lenin wanted Stalin removed from the post of Gen Sec.',
    '- Bazhanov: personal secretary to Stalin 1923–25',
    'Stalin offered Bukharin a post.',
    'Trotsky wanted Zinoviev gone from the Politburo.',
    'Trotsky wanted Stalin moved out of the party leadership.',
    'Zinoviev wanted Trotsky expelled from the Party already in 1924.',
    'Bazhanov wrote to Kamenev as a secretary.',
  ])('is nobody here: %s', (text) => {
    expect(soviet(text)).toEqual([]);
  });
});

describe('what went on for a year or two', () => {
  it('is missed by a date years off, where it is told whole', () => {
    expect(soviet('As late as 1926 Lenin was urging Trotsky to launch a campaign against bureaucracy.')).toEqual(['event-date: 1926']);
    expect(soviet('In the course of 1923 Lenin was urging Trotsky to launch a campaign against bureaucracy.')).toEqual([]);
  });
});

describe('a place', () => {
  it('is the rising there, where the year alone or the month alone is wrong', () => {
    expect(soviet('- hunger, no freedom → Kronstadt (March 1922)')).toEqual(['event-date: March 1922']);
    expect(soviet('- War Communism\n    - no grain, no freedom → Kronstadt (March 1922)')).toEqual(['event-date: March 1922']);
    expect(soviet('- 1921 May: Kronstadt')).toEqual(['event-date: 1921 May']);
  });

  it.each(['- hunger, no freedom → Kronstadt (March 1921)', '- Kronstadt (1904)', '- Kronstadt (July 1917)', '- to Kronstadt, March 1917'])(
    'is no more than a place here: %s',
    (text) => {
      expect(soviet(text)).toEqual([]);
    },
  );
});

describe('sentences and clauses of notes', () => {
  it('end behind a clipped month where a verb begins the next', () => {
    expect(soviet('## Bukharin\n\nTried Trotsky in Aug. Edited Pravda until summer 1930.')).toEqual(['office-dates: summer 1930']);
    expect(soviet('## Bukharin\n\nTried Trotsky in Aug. Edited Pravda until spring 1929.')).toEqual([]);
  });

  it('are divided by "&" before a verb', () => {
    expect(soviet('In May 1925 the Central Committee hid the Testament & kept Stalin in office.')).toEqual(['event-date: May 1925']);
    expect(soviet('In May 1924 the Central Committee hid the Testament & kept Stalin in office.')).toEqual([]);
  });
});

describe('a number that tells which of several', () => {
  it('is enough of a name beside a date that is one slip off', () => {
    expect(soviet('1. second stroke, late November 1922')).toEqual(['event-date: late November 1922']);
    expect(soviet('- third stroke, March 1922')).toEqual(['event-date: March 1922']);
  });

  it.each(['1. second stroke, late December 1922', '- second stroke of luck for him in November 1922', '- second visit, November 1922'])(
    'tells nothing else: %s',
    (text) => {
      expect(soviet(text)).toEqual([]);
    },
  );
});

describe('a length of time', () => {
  it('is held against two steps, one of which is told by a noun or by "it"', () => {
    expect(soviet('Zinoviev was sacked from the Politburo five months before his expulsion from the Central Committee.')).toEqual([
      'event-order: five months',
    ]);
    expect(soviet('Zinoviev got the sack from the Politburo five months before he got it from the Central Committee.')).toEqual([
      'event-order: five months',
    ]);
    expect(soviet('Zinoviev got the sack from the Politburo fifteen months before he got it from the Central Committee.')).toEqual([]);
  });

  it('dates a document that is only said to follow', () => {
    expect(soviet('The Testament was dictated on 25 December 1922; the Postscript followed three weeks later.')).toEqual([
      'event-date: three weeks later',
    ]);
    expect(soviet('The Testament was dictated on 25 December 1922; the Postscript followed ten days later.')).toEqual([]);
  });
});

describe('a timeline’s line of several steps', () => {
  it.each([
    ['- 1929: Bukharin loses Pravda in May, loses his Politburo seat in Nov', ['event-date: May']],
    ['- 1922: Apr Stalin Gen Sec, June Lenin’s first stroke, Dec second stroke', ['event-date: June']],
    ['- 1924: Lenin’s death in Jan, Testament hidden in June', ['event-date: June']],
    ['- 1927: Trotsky out of the CC in Oct; Kamenev out of the CC in Sept', ['event-date: Sept']],
  ])('has each held against its own date: %s', (text, flagged) => {
    expect(soviet(text)).toEqual(flagged);
  });

  it.each([
    '- 1929: Bukharin loses Pravda in April, loses his Politburo seat in Nov',
    '- 1922: Apr Stalin Gen Sec, May Lenin’s first stroke, Dec second stroke',
    '- 1924: Lenin’s death in Jan, Testament hidden in May',
    '- 1925: April debate, May Leningrad Opposition, Dec 14th Congress',
    '- 1927: Oct CC throws out Trotsky and Zinoviev, Nov the Party does, Dec 15th Congress',
    '- 1918: July Tsar shot, Aug Lenin wounded, Nov peace in the west',
    '- 1923: Lenin’s Postscript in Jan, ill again in Feb, third stroke in March',
  ])('is right: %s', (text) => {
    expect(soviet(text)).toEqual([]);
  });

  it('blames a wrong year once', () => {
    expect(soviet('- 1928: Bukharin loses Pravda in April, loses his Politburo seat in Nov')).toEqual(['event-date: 1928']);
  });

  it('is read in another chapter', () => {
    expect(german('- 1932: May Brüning out, July Papen Chancellor, Dec Schleicher Chancellor')).toEqual(['event-date: July']);
    expect(german('- 1932: May Brüning out, June Papen Chancellor, Dec Schleicher Chancellor')).toEqual([]);
  });
});

describe('columns, heads and brackets', () => {
  it('say what the names of a row were', () => {
    const row = (until: string) =>
      `| Chancellor | from | until |\n|---|---|---|\n| Brüning | March 1930 | ${until} |\n| Papen | June 1932 | |`;
    expect(german(row('May 1932'))).toEqual([]);
    expect(german(row('May 1933'))).toEqual(['office-dates: May 1933']);
  });

  it('may hold the rest of a name before a life', () => {
    expect(german('**EBERT, Friedrich** (1871–1935), saddler')).toEqual(['life-dates: 1935']);
    expect(german('**EBERT, Friedrich** (1871–1925), saddler')).toEqual([]);
  });

  it('make a name and a date a sentence in a paragraph too', () => {
    expect(german('Two towns to learn. Harzburg (Oct 1932).')).toEqual(['event-date: Oct 1932']);
    expect(german('Two towns to learn. Harzburg (Oct 1931).')).toEqual([]);
  });

  it('date nothing by what went on until then', () => {
    expect(german('**Stresemann** – Chancellor Aug–Nov 1923, then Foreign Minister until he died.')).toEqual([]);
    expect(german('**Stresemann** – in the Reichstag from 1907, party leader 1918, Foreign Minister until he died.')).toEqual([]);
  });
});
