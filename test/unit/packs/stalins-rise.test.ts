/** The shipped pack against the chapter's own text, which is not part of the project: without it these tests are skipped. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChapterEvent } from '../../../server/src/chapter/model';
import { parseEdtf } from '../../../server/src/time/index';
import { loadFolder, readPack, root } from './packs';

const chapterFolder = join(root, '../shared/chapter');
const text = existsSync(chapterFolder)
  ? readdirSync(chapterFolder)
      .map((name) => readFileSync(join(chapterFolder, name), 'utf8'))
      .join('\n')
  : null;
const folder = join(root, 'content/stalins-rise');
const chapter = loadFolder(folder).chapter!;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface TimelineFact {
  readonly year: string;
  readonly month: string;
  readonly fact: string;
}

/** The printed timeline: a line may leave out the year, may hold several facts, and two lines may stand on one. */
function printedTimeline(chapterText: string): TimelineFact[] {
  const body = chapterText.slice(chapterText.indexOf('TIMELINE'), chapterText.indexOf('KEY QUESTIONS')).replace(/Note:.*/s, '');
  const facts: TimelineFact[] = [];
  let year = '';
  for (const line of body.replaceAll('*', '').split('\n')) {
    for (const match of line.matchAll(/(?:(\d{4}) )?([A-Z][a-z]{2}(?:\/[A-Z][a-z]{2})?):? (.*?)(?= (?:\d{4} )?[A-Z][a-z]{2}:|$)/g)) {
      year = match[1] ?? year;
      const month = match[2]!.toLowerCase().slice(0, 3);
      if (!months.includes(month) || year === '') continue;
      for (const fact of match[3]!.split(/;|: | and decides |, (?:and )?| and (?=opposition)/))
        facts.push({ year, month, fact: fact.trim() });
    }
  }
  return facts;
}

/** Names and the beginnings of the longer words: enough to know an event of the month again. */
function keywords(words: string): string[] {
  return words
    .toLowerCase()
    .replace('polithuro', 'politburo')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 2 && !['and', 'the', 'not', 'his', 'from', 'over', 'with', 'versus', 'party'].includes(word))
    .map((word) => word.slice(0, 5));
}

function covers(event: ChapterEvent, fact: TimelineFact): boolean {
  const date = parseEdtf(`${fact.year}-${String(months.indexOf(fact.month) + 1).padStart(2, '0')}`, {
    calendar: fact.year < '1918' ? 'julian' : 'gregorian',
  })!;
  const own = [event.when.value, ...event.when.alternatives.map((each) => each.value)].flatMap((value) => value.spans);
  const sameMonth = own.some((span) => date.spans.some((other) => span.first <= other.last && other.first <= span.last));
  const said = keywords([event.name, ...event.names, ...event.lines].join(' '));
  const wanted = keywords(fact.fact);
  return event.timeline && sameMonth && wanted.filter((word) => said.includes(word)).length * 2 > wanted.length;
}

describe.skipIf(text === null)('the chapter’s text is at ../shared/chapter', () => {
  it('whose timeline is read whole', () => {
    const facts = printedTimeline(text!);
    const months = facts.map(({ year, month }) => `${year} ${month}`);
    expect([...new Set(months)].map((each) => `${each} ${months.filter((other) => other === each).length}`)).toEqual([
      '1917 oct 1',
      '1921 mar 4',
      '1922 apr 1',
      '1922 dec 2',
      '1923 jan 1',
      '1924 jan 2',
      '1924 may 2',
      '1925 apr 1',
      '1925 may 1',
      '1925 dec 2',
      '1926 jul 2',
      '1927 oct 1',
      '1927 nov 2',
      '1927 dec 2',
      '1928 jul 1',
      '1928 aug 1',
      '1929 apr 1',
      '1929 nov 1',
    ]);
  });

  it('whose every timeline line is in the pack', () => {
    const missing = printedTimeline(text!).filter((fact) => !chapter.events.some((event) => covers(event, fact)));
    expect(missing).toEqual([]);
  });

  it('none of whose sentences is', () => {
    const words = (value: string) => value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const runs = (list: string[]) => list.slice(7).map((_, index) => list.slice(index, index + 8).join(' '));
    const printed = new Set(runs(words(text!)));
    const taken = readPack(folder).flatMap((file) => {
      const own = file.text.replace(/^\s*#.*$/gm, '').replace(/^\s*(?:isbn|title):.*$/gm, '');
      return runs(words(own))
        .filter((run) => printed.has(run))
        .map((run) => `${file.file}: ${run}`);
    });
    expect(taken).toEqual([]);
  });

  it('every four-digit year of which the pack knows', () => {
    const all = readPack(folder)
      .map((file) => file.text)
      .join('\n');
    const years = new Set(text!.replace(/978[-\d]+/g, '').match(/\b(?:1[89]|20)\d\d\b/g));
    expect([...years].filter((year) => !all.includes(year))).toEqual([]);
  });
});

describe('the chapter on Stalin’s rise', () => {
  const names = (ids: readonly string[]) => [...ids].sort();

  it('has the people of the chapter', () => {
    expect(names(chapter.people.map((person) => person.id))).toEqual(
      names([
        'stalin',
        'lenin',
        'trotsky',
        'zinoviev',
        'kamenev',
        'bukharin',
        'rykov',
        'tomsky',
        'krupskaya',
        'ordzhonikidze',
        'dzerzhinsky',
        'bazhanov',
        'nicholas-ii',
        'robert-service',
        'michael-lynch',
        'hiroaki-kuromiya',
        'allan-todd',
      ]),
    );
  });

  it.each([
    ['triumvirate', ['stalin', 'zinoviev', 'kamenev']],
    ['united-opposition', ['trotsky', 'zinoviev', 'kamenev']],
    ['politburo', ['lenin', 'trotsky', 'zinoviev', 'kamenev', 'bukharin', 'rykov', 'stalin', 'tomsky']],
  ])('lists all of the %s', (id, members) => {
    const group = chapter.terms.find((term) => term.id === id)!;
    expect(names(group.members.map((member) => member.person))).toEqual(names(members));
    expect(group.membersCompleteAt).toBeDefined();
  });

  it.each([
    ['bolshevik-revolution', '1917-10', '1917-11'],
    ['february-revolution', '1917-02', '1917-03'],
  ])('dates the %s by both calendars', (id, oldStyle, newStyle) => {
    const { when } = chapter.events.find((event) => event.id === id)!;
    expect(when.value).toMatchObject({ edtf: oldStyle, calendar: 'julian' });
    expect(when.alternatives.map((each) => each.value)).toMatchObject([{ edtf: newStyle, calendar: 'gregorian' }]);
  });

  it('cites its sources in full', () => {
    expect(chapter.sources.map((source) => [source.id, source.authors[0]!.family, source.year, source.pages.join()])).toEqual([
      ['service2005', 'Service', 2005, '210'],
      ['lynch1990', 'Lynch', 1990, '15–16'],
      ['kuromiya2005', 'Kuromiya', 2005, ''],
      ['todd2016', 'Todd', 2016, ''],
    ]);
  });
});
