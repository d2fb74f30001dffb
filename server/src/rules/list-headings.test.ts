/** Lines of lists on whole packs: what the label or the heading above gives them, and what it does not. */
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

describe('a year alone above each of several lists', () => {
  it('begins anew for the months below it', () => {
    const before = '**1919**\n- 28 June: Treaty of Versailles\n- Aug: Weimar Constitution\n\n';
    expect(german(`${before}**1922**\n- 16 April: Treaty of Rapallo\n- June: Rathenau assassinated`)).toEqual([]);
    expect(german(`${before}**1922**\n- 16 April: Treaty of Rapallo\n- May: Rathenau assassinated`)).toEqual(['life-dates: May']);
    expect(german(`${before}1922\n\nApr: Treaty of Rapallo\n\nMay: Rathenau assassinated`)).toEqual(['life-dates: May']);
  });
});

describe('a numbered meeting', () => {
  it('is told by what stands behind its colon, or by the date of its row', () => {
    expect(soviet('- 14th Congress: Zinoviev and Kamenev surrender')).toEqual(['event-date: 14th']);
    expect(soviet('- 15th Congress: Zinoviev and Kamenev surrender')).toEqual([]);
    const head = '| who | what | when | where |\n|---|---|---|---|\n';
    expect(soviet(`${head}| Trotsky | a quarrel | January 1924 | 12th Conference |`)).toEqual(['event-date: 12th']);
    expect(soviet(`${head}| Trotsky | a quarrel | January 1924 | 13th Conference |`)).toEqual([]);
    expect(soviet(`${head}| Trotsky | silence | April 1923 | 12th Congress |`)).toEqual([]);
  });
});

describe('a line without a subject', () => {
  it('tells when the one above it died or was born, however far off, and not when others did', () => {
    expect(german('- **Wilhelm II**: Kaiser\n  - died in Holland in 1951')).toEqual(['life-dates: 1951']);
    expect(german('- **Wilhelm II**: Kaiser\n  - born 1849')).toEqual(['life-dates: 1849']);
    expect(german('- **Wilhelm II**: Kaiser\n  - died in Holland in 1941')).toEqual([]);
    expect(german('- **Wilhelm II**: Kaiser\n  - many died in 1917\n  - people starved, and others died in 1951')).toEqual([]);
  });

  it('tells what befell whom its heading names, not another', () => {
    expect(german('# Papen\n\n- appointed Chancellor June 1932\n- resigns as Chancellor Nov 1932')).toEqual([]);
    expect(german('# Papen\n\n- appointed Chancellor July 1932')).toEqual(['event-date: July 1932']);
    expect(soviet('# Rykov\n\n- removed from the Politburo Dec 1930')).toEqual([]);
    expect(soviet('# Bukharin\n\n- removed from the Politburo Dec 1930')).toEqual(['event-date: Dec 1930']);
  });
});

describe('the date at the head of a line', () => {
  it('holds for what the line goes on to tell', () => {
    expect(soviet('- May 1926: trouble. Zinoviev and Kamenev form the Leningrad Opposition.')).toEqual(['event-date: May 1926']);
    expect(soviet('- May 1925: trouble. Zinoviev and Kamenev form the Leningrad Opposition.')).toEqual([]);
    expect(soviet('- July 1926: United Opposition. Kamenev loses his Politburo seat.')).toEqual(['wrong-person: Kamenev']);
    expect(soviet('- Oct 1926: a bad month. Kamenev loses his Politburo seat.')).toEqual([]);
    expect(german('- 1923: inflation. Rathenau had been assassinated.')).toEqual([]);
    expect(german('- June 1922: Rathenau assassinated. The Treaty of Rapallo lived on.')).toEqual([]);
  });
});
