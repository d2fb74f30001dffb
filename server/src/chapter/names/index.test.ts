import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chapter, ChapterEvent, Person, Term, TermKind } from '../model';
import { createNameIndex, foldKey, isKnownWord, type NameMatch } from './index';

const place = { file: 'people.yaml', line: 0, character: 0, endLine: 0, endCharacter: 0 };
const person = (id: string, name: string, short: string, ...names: string[]): Person => ({
  kind: 'person',
  id,
  name,
  short,
  names,
  offices: [],
  relations: [],
  epithets: id === 'stalin' ? ['the man of steel'] : [],
  place,
});
const term = (termKind: TermKind, id: string, name: string, ...names: string[]): Term => ({
  kind: 'term',
  termKind,
  id,
  name,
  names,
  members: [],
  place,
});
const event = (id: string, name: string, ...names: string[]): ChapterEvent =>
  ({ kind: 'event', id, name, names, lines: [], timeline: true, place }) as unknown as ChapterEvent;

const PEOPLE = [
  person('stalin', 'Joseph Stalin', 'Stalin', 'Iosif Vissarionovich Stalin', 'Josef Djugashvili', 'Djugashvili', 'Koba'),
  person('lenin', 'Vladimir Lenin', 'Lenin', 'Vladimir Ilyich Lenin', 'Vladimir Ilyich Ulyanov', 'Ilyich'),
  person('trotsky', 'Leon Trotsky', 'Trotsky', 'Lev Davidovich Bronstein', 'Bronstein'),
  person('zinoviev', 'Grigory Zinoviev', 'Zinoviev', 'Grigory Yevseyevich Zinoviev'),
  person('kamenev', 'Lev Kamenev', 'Kamenev'),
  person('bukharin', 'Nikolai Bukharin', 'Bukharin'),
  person('rykov', 'Alexei Rykov', 'Rykov'),
  person('tomsky', 'Mikhail Tomsky', 'Tomsky'),
  person('krupskaya', 'Nadezhda Krupskaya', 'Krupskaya'),
  person('ordzhonikidze', 'Sergo Ordzhonikidze', 'Ordzhonikidze'),
  person('dzerzhinsky', 'Felix Dzerzhinsky', 'Dzerzhinsky', 'Dzierzynski'),
  person('bazhanov', 'Boris Bazhanov', 'Bazhanov'),
  person('goering', 'Hermann Göring', 'Göring'),
];
const TERMS = [
  term('policy', 'nep', 'New Economic Policy', 'NEP'),
  term('body', 'cc', 'Central Committee', 'CC'),
  term('body', 'rabkrin', "Workers' and Peasants' Inspectorate", 'Rabkrin'),
  term('group', 'right', 'Right', 'the Right'),
  term('period', 'terror', 'the Terror'),
  term('concept', 'kulaks', 'kulaks'),
  term('group', 'bolsheviks', 'Bolsheviks'),
  term('publication', 'pravda', 'Pravda'),
  term('party', 'party', 'Communist Party', 'Communist Party of the Soviet Union'),
];
const EVENTS = [
  event('congress-14', '14th Party Congress'),
  event('congress-15', '15th Party Congress'),
  event('soviets-2', '2nd Congress of Soviets'),
  event('kronstadt', 'Kronstadt Rebellion'),
  event('brest', 'Treaty of Brest-Litovsk'),
];
const chapterOf = (people: readonly Person[], terms: readonly Term[] = [], events: readonly ChapterEvent[] = []): Chapter => ({
  id: 'test',
  title: 'Test',
  calendars: [],
  sections: [],
  keyQuestions: [],
  figures: [],
  activities: [],
  debates: [],
  people,
  events,
  terms,
  sources: [],
  byId: new Map(),
  place,
});
const index = createNameIndex([chapterOf(PEOPLE, TERMS, EVENTS)]);
const tell = (match: NameMatch | null): string | null => match && `${match.fact.id} ${match.how}`;
const identify = (name: string): string | null => tell(index.identify(name));
const longest = (text: string, at = 0): string | null => {
  const found = index.longestAt(text.split(' '), at);
  return found && `${found.length} ${found.matches.map((match) => match.fact.id).join(' ')}`;
};

describe('identify', () => {
  it.each([
    ['Trot͡skiĭ', 'trotsky'],
    ['Trockij', 'trotsky'],
    ['Troczkij', 'trotsky'],
    ['Trotzky', 'trotsky'],
    ['Троцкий', 'trotsky'],
    ['Sinowjew', 'zinoviev'],
    ["Zinov'ev", 'zinoviev'],
    ['Zinovyev', 'zinoviev'],
    ['Zinovieff', 'zinoviev'],
    ['Kroupskaïa', 'krupskaya'],
    ['Krupskai͡a', 'krupskaya'],
    ['Krupskaja', 'krupskaya'],
    ['Ordschonikidse', 'ordzhonikidze'],
    ['Ordžonikidze', 'ordzhonikidze'],
    ['Orjonikidze', 'ordzhonikidze'],
    ['Baschanow', 'bazhanov'],
    ['Bajanov', 'bazhanov'],
    ['Dserschinski', 'dzerzhinsky'],
    ['Dzierżyński', 'dzerzhinsky'],
    ['Boukharine', 'bukharin'],
    ['Rȳkov', 'rykov'],
    ['Staline', 'stalin'],
    ['Goering', 'goering'],
    ['Leo Trotsky', 'trotsky'],
    ['Gregory Zinoviev', 'zinoviev'],
    ['V. I. Lenin', 'lenin'],
    ['V.I.Lenin', 'lenin'],
    ['J. V. Stalin', 'stalin'],
    ['N. Boukharine', 'bukharin'],
    ['Fourteenth Congress', 'congress-14'],
    ['14th Congress of the Communist Party', 'congress-14'],
  ])('%s is another spelling or form for %s', (name, id) => {
    expect(identify(name)).toBe(`${id} variant`);
  });

  it.each([
    ['Stalin', 'stalin'],
    ["Lenin's", 'lenin'],
    ['Lenins’', 'lenin'],
    ['Comrade Stalin', 'stalin'],
    ['the man of steel', 'stalin'],
    ['N.E.P.', 'nep'],
    ['C.C.', 'cc'],
    ['the Terror', 'terror'],
    ['Right', 'right'],
    ['Workers and Peasants Inspectorate', 'rabkrin'],
    ['XIV Party Congress', 'congress-14'],
    ['Fourteenth Party Congress', 'congress-14'],
    ['Treaty of Brest Litovsk', 'brest'],
    ['kulak', 'kulaks'],
  ])('%s is a name of %s', (name, id) => {
    expect(identify(name)).toBe(`${id} name`);
  });

  it.each([
    ['Leon Trotksy', 'trotsky'],
    ['Grigroy Zinoviev', 'zinoviev'],
    ['Boris Bazanov', 'bazhanov'],
    ['Kronstadt Rebelion', 'kronstadt'],
    ['Pravada', 'pravda'],
    ['Bolshevick', 'bolsheviks'],
    ['Kamnev', 'kamenev'],
    ['Ordzhonikizde', 'ordzhonikidze'],
    ['Dzherzinsky', 'dzerzhinsky'],
    ['Ordzohnikidze', 'ordzhonikidze'],
  ])('%s is a slip for %s', (name, id) => {
    expect(identify(name)).toBe(`${id} misspelling`);
  });

  it.each([
    'Vasily Stalin',
    'Svetlana Stalina',
    'Lev Sedov',
    'Mikhail Bukharin',
    'right',
    'terror',
    'nep',
    'Leninism',
    'Trotskyite',
    'Stalingrad',
    'Tomsk',
    'Rykova',
    'de-Stalinisation',
    'Levin',
    'Bykov',
    'Lennon',
    'Stamina',
    'Kirov',
    'Kronstadt Revolution',
    '2nd Congress of the Comintern',
    '',
    '…',
  ])('%s is nobody and nothing', (name) => {
    expect(index.identify(name)).toBeNull();
  });

  it('reads the numbers of rulers', () => {
    const rulers = createNameIndex([
      chapterOf([person('nicholas', 'Nicholas II', 'Nicholas II'), person('louis', 'Louis XVI', 'Louis XVI')]),
    ]);
    for (const name of ['Nicholas II', 'Nicholas the Second', 'Nicholas II’s'])
      expect(tell(rulers.identify(name)), name).toBe('nicholas name');
    expect(rulers.longestAt(['Louis', 'the', 'Sixteenth', 'fled'], 0)).toMatchObject({ length: 3 });
    for (const name of ['Nicholas I', 'Louis XVIII', 'Nicholas the', 'Louis']) expect(rulers.identify(name), name).toBeNull();
  });

  it('tells spellings that books have and no scheme gives', () => {
    expect(index.identify('Bukarin')).toMatchObject({ how: 'variant', careless: true });
    expect(index.identify('Zinovief')).toMatchObject({ how: 'variant', careless: true });
    expect(index.identify('Bucharin')).not.toHaveProperty('careless');
  });

  it('leaves open a congress that two bodies held', () => {
    const both = createNameIndex([chapterOf([], [], [event('a', '2nd Party Congress'), event('b', '2nd Communist Congress')])]);
    expect(tell(both.identify('Second Congress'))).toBe('a variant');
    const party = createNameIndex([
      chapterOf([], [TERMS.at(-1)!], [event('a', '2nd Party Congress'), event('b', '2nd Communist Congress')]),
    ]);
    expect(party.identify('Second Congress')).toBeNull();
  });
});

describe('longestAt', () => {
  it.each([
    ['Vladimir Ilyich Lenin died', '3 lenin'],
    ['V I Lenin died', '3 lenin'],
    ["Workers' and Peasants' Inspectorate under Stalin", '4 rabkrin'],
    ['new economic policy', '3 nep'],
    ['Fourteenth Congress of the Communist Party in', '6 congress-14'],
    ['Fourteenth Congress of Soviets', null],
    ['2nd Congress of Soviets', '4 soviets-2'],
    ["Trotsky's expulsion", '1 trotsky'],
    ['the Central Committee', null],
    ['right after', null],
    ['trotsky said', '1 trotsky'],
    ['Kronstadt', null],
  ])('%s', (text, expected) => {
    expect(longest(text)).toBe(expected);
  });

  it('hears the given name before a surname', () => {
    expect(longest('met Vasily Stalin', 2)).toBeNull();
    expect(longest('met Joseph Stalin', 2)).toBe('1 stalin');
    expect(longest('when Lenin Stalin', 2)).toBe('1 stalin');
  });

  it('gives every fact that bears the name', () => {
    const two = createNameIndex([chapterOf([person('a', 'Karl Marx', 'Marx'), person('b', 'Wilhelm Marx', 'Marx')])]);
    expect(two.longestAt(['Marx'], 0)!.matches.map((match) => match.fact.id)).toEqual(['a', 'b']);
    expect(two.longestAt(['Wilhelm', 'Marx'], 0)).toMatchObject({ length: 2, matches: [{ fact: { id: 'b' } }] });
  });

  it('reads a hostile line in time linear in its length', () => {
    const words = Array.from({ length: 20_000 }, (_, i) => ['Lenin', '14th', 'of', 'Workers’', 'V.I'][i % 5]!);
    for (let at = 0; at < words.length; at++) index.longestAt(words, at);
    for (const text of [
      'A'.repeat(100_000),
      `a${'!'.repeat(100_000)}a`,
      "'".repeat(100_000),
      'V.'.repeat(50_000),
      'Lenin '.repeat(20_000),
    ]) {
      index.identify(text);
      index.misspelling(text);
      index.longestAt([text], 0);
      index.suggest(text, ['person'], 3);
    }
  });
});

describe('misspelling', () => {
  it('never takes the writer’s own names', () => {
    const own = createNameIndex([chapterOf(PEOPLE)], { ownNames: ['Ivan Kamenef'] });
    expect(tell(index.misspelling('Kamenef'))).toBe('kamenev misspelling');
    expect(own.misspelling('Kamenef')).toBeNull();
  });

  it('knows the writer’s own names, whole and however they are written', () => {
    const own = createNameIndex([chapterOf(PEOPLE)], { ownNames: ['Ivan Kamenef'] });
    expect(['Ivan Kamenef', 'ivan kamenef'].map((name) => own.isOwn(name))).toEqual([true, true]);
    expect(['Kamenef', 'Ivan', 'Ivan Kamenev', ''].map((name) => own.isOwn(name))).toEqual([false, false, false, false]);
  });

  it('keeps silent between two names', () => {
    const two = createNameIndex([chapterOf([person('a', 'Anna Belkova', 'Belkova'), person('b', 'Anna Belnova', 'Belnova')])]);
    expect(two.misspelling('Belmova')).toBeNull();
  });

  it('takes no word that is in another listed name', () => {
    expect(index.misspelling('Kronstadt')).toBeNull();
    expect(index.misspelling('Grigory')).toBeNull();
  });

  /** One slip in a name of eight letters or more. */
  const slip = fc
    .tuple(
      fc.constantFrom(...PEOPLE.filter((one) => one.short.length >= 8)),
      fc.nat(),
      fc.constantFrom('drop', 'double', 'swap', 'put', 'change'),
      fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
    )
    .map(([one, where, kind, letter]) => {
      const name = one.short;
      const i = 1 + (where % (name.length - 2));
      const rest = {
        drop: name.slice(i + 1),
        double: name[i]! + name.slice(i),
        swap: name[i + 1]! + name[i]! + name.slice(i + 2),
        put: letter + name.slice(i),
        change: letter + name.slice(i + 1),
      };
      return { one, text: name.slice(0, i) + rest[kind as keyof typeof rest] };
    });

  it('sends a slip in a long name to that name or to nobody, never to another', () => {
    fc.assert(
      fc.property(slip, ({ one, text }) => {
        const match = index.identify(text);
        expect(match === null || match.fact === one).toBe(true);
        if (match === null) expect(isKnownWord(text) || text.length < 9).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('identity', () => {
  const spelling = fc.constantFrom(
    'Trotsky',
    'Trockij',
    'Trotzki',
    'Sinowjew',
    'Zinoviev',
    "Zinov'ev",
    'Schukow',
    'Zhukov',
    'Joukov',
    'Jukov',
    'Shukov',
    'Yukov',
    'Kamenev',
    'Kameniew',
    'Dzerjinski',
    'Dserschinski',
    'Dzierżyński',
    'Bukharin',
    'Buxarin',
    'Bukarin',
    'Khrushchev',
    'Chruschtschow',
    'Hruščëv',
    'Khrouchtchev',
    'Gorbachyov',
    'Gorbatschow',
    'Gorbachev',
  );
  const pair = (a: string, b: string): boolean => {
    const match = createNameIndex([chapterOf([person('a', a, a)])]).identify(b);
    return match !== null && match.how !== 'misspelling';
  };

  it('is symmetric', () => {
    fc.assert(
      fc.property(spelling, spelling, (a, b) => pair(a, b) === pair(b, a)),
      { numRuns: 400 },
    );
  });

  it('holds of every spelling with itself', () => {
    fc.assert(fc.property(spelling, (a) => pair(a, a)));
  });
});

describe('suggest', () => {
  const suggested = (name: string): string[] => index.suggest(name, ['person', 'event', 'term'], 3).map((match) => match.fact.id);
  it('offers the nearest names and nothing far-fetched', () => {
    expect(suggested('Zin')[0]).toBe('zinoviev');
    expect(suggested('Kronstadt Uprising')[0]).toBe('kronstadt');
    expect(suggested('Central Comittee')[0]).toBe('cc');
    expect(suggested('Trotski')[0]).toBe('trotsky');
    expect(suggested('Churchill')).toEqual([]);
    expect(index.suggest('Kronstadt', ['person'], 3)).toEqual([]);
  });
});

describe('foldKey', () => {
  it('is one for the common spellings of a name', () => {
    for (const [a, b] of [
      ['Trotskii', 'Trotsky'],
      ['Trockij', 'Trotzky'],
      ['Kamenew', 'Kameneff'],
      ['Göring', 'Goering'],
      ["Zinov'ev", 'Zinovyev'],
      ['El-Husseini', 'al-Husseini'],
    ] as const)
      expect(foldKey(a)).toBe(foldKey(b));
  });
});

describe('isKnownWord', () => {
  it('knows words, people and places of the world, and no slips', () => {
    for (const word of [
      'stamina',
      'Radical',
      'Lennon',
      'Tolstoi',
      'Kaliningrad',
      'Calais',
      'Churchill',
      'Guangdong',
      'Gramsci',
      'organised',
      'colours',
    ])
      expect(isKnownWord(word), word).toBe(true);
    for (const word of ['Trotksy', 'Zinoveiv', 'Bismark1', 'qwrtzp']) expect(isKnownWord(word), word).toBe(false);
  });
});

const CORPUS = new URL('../../../../../shared/corpus/names/', import.meta.url);
describe.skipIf(!existsSync(CORPUS))('the corpus of spellings (skipped where it is absent)', () => {
  const lines = (file: string): string[] => readFileSync(new URL(file, CORPUS), 'utf8').split('\n').filter(Boolean);
  it('tells spellings from slips and slips from other words', () => {
    const right = { scheme: 0, attested: 0, typo: 0 };
    const all = { scheme: 0, attested: 0, typo: 0 };
    for (const line of lines('variants.tsv')) {
      const [text, name, kind] = line.split('\t') as [string, string, keyof typeof all];
      const match = index.identify(text);
      all[kind]++;
      if (match?.fact.kind === 'person' && match.fact.short === name && (match.how === 'misspelling') === (kind === 'typo')) right[kind]++;
    }
    expect((right.scheme + right.attested) / (all.scheme + all.attested)).toBeGreaterThanOrEqual(0.97);
    expect(right.typo / all.typo).toBeGreaterThanOrEqual(0.92);
    expect(lines('lookalikes.txt').filter((word) => (index.identify(word)?.how ?? 'name') !== 'name')).toEqual([]);
  });
});
