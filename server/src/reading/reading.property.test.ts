/** What holds for any text at all, sense or nonsense. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFolder, packFolders } from '../../../test/unit/packs/packs';
import { smallKnowledge } from '../../../test/unit/reading/small-chapter';
import { parseNotes } from '../notes/index';
import { check, type Finding } from '../rules/index';
import { createKnowledge } from './knowledge';
import type { Knowledge, Reading } from './model';
import { readNotes } from './read';

/** A rule that throws would lose its findings quietly; here it is heard. */
const onRuleError = (code: string, error: unknown) => {
  throw new Error(`${code} threw`, { cause: error });
};

function run(text: string, knowledge: Knowledge): { reading: Reading; findings: Finding[] } {
  const reading = readNotes(parseNotes(text), knowledge);
  return { reading, findings: check(reading, { onRuleError }) };
}

const packs = packFolders.map((folder) => loadFolder(folder).chapter!);
const knowledges = [smallKnowledge, ...packs.map((chapter) => createKnowledge([chapter])), createKnowledge(packs), createKnowledge([])];
const names = packs.flatMap((chapter) =>
  [...chapter.people, ...chapter.events, ...chapter.terms, ...chapter.sources].flatMap((fact) => [
    fact.name,
    ...fact.names,
    `@[${fact.id}]`,
  ]),
);
const lines = packs.flatMap((chapter) => chapter.events.flatMap((event) => event.lines));
const offices = packs.flatMap((chapter) => chapter.people.flatMap((person) => person.offices.map(({ title }) => title)));

const date = fc.oneof(
  fc.integer({ min: 1700, max: 1999 }).map(String),
  fc
    .tuple(fc.integer({ min: 0, max: 32 }), fc.constantFrom('January', 'Feb', 'Mai', 'December'), fc.integer({ min: 1780, max: 1960 }))
    .map((parts) => parts.join(' ')),
  fc.constantFrom(
    '’24',
    '1924–29',
    '1929–24',
    'two years later',
    'the next day',
    'c. 1920',
    '5/3/23',
    '1920s',
    'that December',
    '18th century',
  ),
  fc.constantFrom(
    '30 February 1924',
    'Monday 21 January 1924',
    'from 1922 to',
    '24 b.c.',
    '25 October (7 November) 1917',
    '99999999999999999999',
  ),
);
const markup = fc.constantFrom(
  ...[
    '\n',
    '\n\n',
    '\n- ',
    '\n  - ',
    '\n# ',
    '\n## ',
    '\n> ',
    '\n| ',
    ' | ',
    '\n|---|---|\n',
    '**',
    '_',
    '`',
    '```\n',
    '@',
    '@[',
    '[[',
    ']]',
    ']',
  ],
  ...[
    '[@service2005, p. 210]',
    '<!--',
    '-->',
    '<!-- history-notes-disable-next-line -->',
    '[^1]',
    '\n[^1]: ',
    '---\n',
    '\n- **1924 Jan:** ',
    '\n1922: ',
  ],
  ...['“', '”', '"', '‘', '’', '(', ')', '—', ' – ', ';', ':', ',', '.', '?', '!', '…', '†', '&', '+', '→'],
);
const word = fc.constantFrom(
  ...'he she it they his her their him who which that when after before since until and but or not never no if would have had was were is by in on of from to with the a his wife husband leader first second third II no. 14th died born expelled joined became resigned met wrote says said only myth perhaps two years later'.split(
    ' ',
  ),
);
const odd = fc.constantFrom(
  '\u0000',
  '\u0007',
  '\t',
  '\ud800',
  '\udc00',
  '\u200b',
  '\u202e',
  '\ufeff',
  '🚩',
  '👩‍🏭',
  'e\u0301',
  '\u2028',
  '\u0085',
  '\u00ad',
  'İ',
  'ß',
  'ﬁ',
);
const piece = fc.oneof(
  { arbitrary: fc.constantFrom(...names), weight: 5 },
  { arbitrary: fc.constantFrom(...lines), weight: 3 },
  { arbitrary: fc.constantFrom(...offices), weight: 1 },
  { arbitrary: date, weight: 5 },
  { arbitrary: markup, weight: 5 },
  { arbitrary: word, weight: 8 },
  { arbitrary: odd, weight: 1 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 8 }), weight: 1 },
);
const notes = fc
  .tuple(
    fc.constantFrom('', '---\nchapter: stalins-rise\n---\n\n', '---\nchapter: [nowhere\n---\n', '\ufeff', '---\nchapter: small\n'),
    fc.array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 40 }),
  )
  .map(([head, parts]) => head + parts.flat().join(''));
const knowledge = fc
  .constantFrom(...knowledges)
  .map((value) => ({ value, [fc.toStringMethod]: () => value.chapters.map(({ id }) => id).join() }));

const RUNS = { numRuns: 250 };

describe('any text', () => {
  it('is read and judged without a fault, and every place lies inside it', () => {
    fc.assert(
      fc.property(notes, knowledge, (text, { value }) => {
        const { reading, findings } = run(text, value);
        const inside = ({ start, end }: { start: number; end: number }) => {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        };
        for (const mention of reading.mentions) inside(mention);
        for (const sentence of reading.sentences) inside(sentence);
        for (const finding of findings) {
          inside(finding);
          finding.fixes.flatMap(({ edits }) => edits).forEach(inside);
        }
      }),
      RUNS,
    );
  });

  it('has its findings in order, without overlap, each with at most one preferred fix', () => {
    fc.assert(
      fc.property(notes, knowledge, (text, { value }) => {
        const { findings } = run(text, value);
        for (const [i, finding] of findings.entries()) {
          if (i > 0) expect(findings[i - 1]!.end).toBeLessThanOrEqual(finding.start);
          expect(finding.fixes.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1);
          expect(finding.message).not.toMatch(/undefined|NaN|null|\[object/);
        }
      }),
      RUNS,
    );
  });

  it('is judged the same every time', () => {
    fc.assert(
      fc.property(notes, knowledge, (text, { value }) => {
        expect(run(text, value).findings).toEqual(run(text, value).findings);
      }),
      RUNS,
    );
  });

  it('has mentions in order that nest or stand apart', () => {
    fc.assert(
      fc.property(notes, knowledge, (text, { value }) => {
        const facts = run(text, value).reading.mentions.filter(({ kind }) => kind === 'fact');
        for (const [i, { start, end }] of facts.entries()) {
          expect(text.slice(start, end).trim()).not.toBe('');
          if (i > 0) expect(facts[i - 1]!.start).toBeLessThanOrEqual(start);
          for (const other of facts.slice(i + 1)) expect(other.start >= end || other.end <= end).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('has the same findings with either kind of line ending', () => {
    fc.assert(
      fc.property(
        notes.map((text) => text.replaceAll('\r', '')),
        knowledge,
        (text, { value }) => {
          const dos = text.replaceAll('\n', '\r\n');
          const shifted = (offset: number) => offset + text.slice(0, offset).split('\n').length - 1;
          const plain = run(text, value).findings.map(({ code, start, end, message }) => ({
            code,
            start: shifted(start),
            end: shifted(end),
            message,
          }));
          expect(run(dos, value).findings.map(({ code, start, end, message }) => ({ code, start, end, message }))).toEqual(plain);
        },
      ),
      RUNS,
    );
  });
});

describe('a very long line', () => {
  it('of anything is read without a fault', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (parts) => {
        const unit = `${parts.join(' ').replace(/\s+/g, ' ')} `;
        const text = unit.repeat(Math.ceil(20_000 / unit.length));
        for (const { start, end } of run(text, smallKnowledge).findings) expect(start <= end && end <= text.length).toBe(true);
      }),
      { numRuns: 8 },
    );
  });
});
