import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPack } from './load';
import type { Chapter, LoadedPack, PackFile } from './model';

const chapterFile = { file: 'chapter.yaml', text: 'id: test\ntitle: Test\n' };

function people(text: string): LoadedPack {
  return loadPack([chapterFile, { file: 'people.yaml', text }]);
}

/** Every place lies within its file, and every reference leads somewhere. */
function expectSound(pack: LoadedPack, files: readonly PackFile[]): void {
  for (const { place } of pack.problems) {
    const lines = files.find((file) => file.file === place.file)!.text.split('\n');
    expect(place.line).toBeLessThan(lines.length);
    expect(place.character).toBeLessThanOrEqual(lines[place.line]!.length);
    expect(place.endLine).toBeGreaterThanOrEqual(place.line);
    expect(place.endLine).toBeLessThan(lines.length);
    expect(place.endCharacter).toBeLessThanOrEqual(lines[place.endLine]!.length);
  }
  if (pack.chapter) expectReferencesToResolve(pack.chapter);
}

function expectReferencesToResolve(chapter: Chapter): void {
  for (const person of chapter.people) {
    for (const office of person.offices) if (office.of !== undefined) expect(chapter.byId.get(office.of)?.kind).toBe('term');
    for (const relation of person.relations) expect(chapter.byId.get(relation.of)?.kind).toBe('person');
  }
  for (const event of chapter.events) if (event.during !== undefined) expect(chapter.byId.get(event.during)?.kind).toBe('event');
  for (const term of chapter.terms) for (const member of term.members) expect(chapter.byId.get(member.person)?.kind).toBe('person');
  for (const fact of [...chapter.people, ...chapter.events, ...chapter.terms, ...chapter.sources])
    expect(chapter.byId.get(fact.id)).toBe(fact);
}

describe('a hostile pack', () => {
  it.each([
    '[',
    '{a: ',
    '- ',
    '? ',
    '- [',
    'a: [{',
    '"',
    "'",
    '&a ',
    '!',
    '*a ',
    '#',
    '\t',
    '%',
    '|\n',
    '---\n',
    '\u0000',
    '\ud800',
    ': ',
    '- id: a\n',
  ])('of nothing but %j is read quickly and never thrown at', (unit) => {
    const pack = people(unit.repeat(20_000));
    expect(pack.chapter).toMatchObject({ id: 'test' });
    expect(pack.problems.length).toBeLessThanOrEqual(201);
  });

  it('nested too deep is left out, with the place at which it becomes so', () => {
    const pack = people(`- id: a\n  name: A\n  names: ${'['.repeat(100_000)}`);
    expect(pack.problems).toMatchObject([
      { message: expect.stringMatching(/nested more than 32 deep/), place: { line: 2, character: 40 } },
    ]);
    expect(pack.chapter!.people).toEqual([]);
  });

  it('nested deep by indentation', () => {
    const pack = people(Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'));
    expect(pack.problems).toMatchObject([{ message: expect.stringMatching(/nested/), place: { line: 32 } }]);
  });

  it('of a file too large', () => {
    const pack = people(`- id: a\n  name: A\n#${'x'.repeat(1_000_000)}`);
    expect(pack.problems).toMatchObject([{ message: expect.stringMatching(/too large/), place: { line: 0, character: 0 } }]);
  });

  it.each([
    ['id', 'a'.repeat(81)],
    ['name', 'N'.repeat(201)],
    ['summary', 's '.repeat(1_001)],
  ])('with a %s too long', (key, value) => {
    const entry = { id: 'a', name: 'A', summary: 'S', [key]: value };
    const pack = people(`- id: ${entry.id}\n  name: ${entry.name}\n  summary: ${entry.summary}\n`);
    expect(pack.problems).toMatchObject([{ message: expect.stringMatching(/too long: \d+ characters/) }]);
  });

  it('whose aliases multiply', () => {
    const laughs = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...'bcdefghij'.split('').map((name, index) => {
        const previous = 'abcdefghi'.charAt(index);
        return `${name}: &${name} [${Array(10).fill(`*${previous}`).join(', ')}]`;
      }),
    ].join('\n');
    expect(people(laughs).problems).toHaveLength(1);
    const names = `- id: a\n  name: A\n  names: &n [${Array(1_000).fill('x').join(', ')}]\n`;
    const many = Array.from({ length: 150 }, (_, index) => `- { id: p${index}, name: P, names: *n }\n`).join('');
    const pack = people(names + many);
    const refused = pack.problems.filter(({ message }) => /more than 100 times/.test(message));
    expect(refused).toHaveLength(50);
    expect(refused[0]).toMatchObject({ place: { line: 103, character: 30 } });
    expect(pack.chapter!.people).toHaveLength(151);
  });

  it('whose anchor holds itself', () => {
    expect(people('&a\n- *a\n- &b { id: a, name: A, relations: [*b], offices: *a }').chapter!.people).toHaveLength(1);
  });

  it.each([
    ['a null byte', '"A\\0B"'],
    ['an escape', '"A\\eB"'],
    ['a character that turns the text round', 'A\u202eB'],
    ['a lone surrogate', '"A\\ud800B"'],
  ])('with %s in a name', (_, name) => {
    const pack = people(`- id: a\n  name: ${name}`);
    expect(pack.problems).toMatchObject([
      { message: expect.stringMatching(/“name” holds an invisible character/), place: { line: 1, character: 8 } },
    ]);
  });

  it('keeps what is not English and not Latin', () => {
    const pack = people('- id: a\n  name: "Сталин 斯大林 ستالين Dzierżyński 👩‍🏫"');
    expect(pack.problems).toEqual([]);
    expect(pack.chapter!.people[0]!.name).toBe('Сталин 斯大林 ستالين Dzierżyński 👩‍🏫');
  });

  it('of 10,000 people is read whole', () => {
    const text = Array.from({ length: 10_000 }, (_, index) => `- { id: p${index}, name: P${index} }\n`).join('');
    expect(people(text).chapter!.people).toHaveLength(10_000);
  });

  it('however the shipped pack is damaged, is loaded in part and never thrown at', () => {
    const folder = new URL('../../../content/stalins-rise/', import.meta.url);
    const files = readdirSync(folder).map((name) => ({ file: name, text: readFileSync(new URL(name, folder), 'utf8') }));
    const piece = fc.constantFrom(
      '',
      ' ',
      '\n',
      '  ',
      '- ',
      ': ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '*a',
      '&a',
      '#',
      '|',
      '1924-13',
      'é',
      '😀',
      '\t',
      '---\n',
      'id: lenin\n',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: files.length - 1 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 30 }), piece), {
          minLength: 1,
          maxLength: 3,
        }),
        (edits) => {
          const damaged = files.map((file) => ({ ...file }));
          for (const [index, where, length, insert] of edits) {
            const { text } = damaged[index]!;
            const at = Math.floor(where * text.length);
            damaged[index]!.text = text.slice(0, at) + insert + text.slice(at + length);
          }
          expectSound(loadPack(damaged), damaged);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('whose lines and bytes are changed, left out, doubled or put elsewhere does no harm, and the sound pack is loaded after it', () => {
    const folder = new URL('../../../content/stalins-rise/', import.meta.url);
    const files = readdirSync(folder).map((name) => ({ file: name, text: readFileSync(new URL(name, folder), 'utf8') }));
    const change = fc.constantFrom<(lines: string[], at: number, other: number) => void>(
      (lines, at) => lines.splice(at, 1),
      (lines, at) => lines.splice(at, 0, lines[at]!),
      (lines, at, other) => lines.splice(other, 0, ...lines.splice(at, 3)),
      ...['[]', '{}', 'null', 'true', '1e999', '!!binary AAAA', '2024-01-01', '{ a: [b] }', '|'].map(
        (value) => (lines: string[], at: number) => {
          lines[at] = lines[at]!.replace(/: .*$/, `: ${value}`);
        },
      ),
      (lines, at, other) => {
        const bytes = Buffer.from(lines[at]!);
        if (bytes.length > 0) bytes[other % bytes.length]! ^= 1 << (other % 8);
        lines[at] = bytes.toString('utf8');
      },
    );
    const place = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(
        fc.nat({ max: files.length - 1 }),
        fc.array(fc.tuple(change, place, place), { minLength: 1, maxLength: 8 }),
        (index, changes) => {
          const lines = files[index]!.text.split('\n');
          for (const [apply, at, other] of changes) apply(lines, Math.floor(at * lines.length), Math.floor(other * lines.length));
          const damaged = files.map((file, each) => (each === index ? { ...file, text: lines.join('\n') } : file));
          expectSound(loadPack(damaged), damaged);
        },
      ),
      { numRuns: 60 },
    );
    expect(loadPack(files)).toMatchObject({ problems: [], chapter: { id: 'stalins-rise' } });
  });
});
