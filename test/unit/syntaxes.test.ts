/** What the editor gets as data: language configuration and snippets agree with the notes language. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseNotes } from '../../server/src/notes/index';
import { ruleCodes } from '../../server/src/rules/finding';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../syntaxes/${name}`, import.meta.url), 'utf8'));

describe('words', () => {
  const { pattern, flags } = read('language-configuration.json').wordPattern;
  const words = (text: string) => text.match(new RegExp(pattern, `${flags}g`)) ?? [];

  it.each([
    ["@[Leon Trotsky] and [[NEP]], @Stalin's", ['Leon', 'Trotsky', 'and', 'NEP', 'Stalin', 's']],
    ["Zinov'ev, Saint-Just, O’Brien don't", ["Zinov'ev", 'Saint-Just', 'O’Brien', "don't"]],
    ["Zinov'ev's Dzierżyński Орджоникидзе", ["Zinov'ev", 's', 'Dzierżyński', 'Орджоникидзе']],
    ["1924-29 1922–23 mid-1924 '24", ['1924', '29', '1922', '23', 'mid', '1924', '24']],
    ['[@service2005, p. 210] --- -x-', ['service2005', 'p', '210', 'x']],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it('are found in linear time', () => {
    for (const unit of ["a'", 'a-', 'a', '-', "'s"]) expect(words(unit.repeat(50_000)).length).toBeGreaterThanOrEqual(0);
  });
});

describe('Enter', () => {
  const rules: { beforeText: string; action: { appendText: string } }[] = read('language-configuration.json').onEnterRules;
  const continued = (line: string) => rules.find(({ beforeText }) => new RegExp(beforeText).test(line))?.action.appendText ?? '';

  it.each([
    ['- 1922 Apr: Stalin', '- '],
    ['  - **1922** Apr: Stalin', '- '],
    ['* x', '* '],
    ['+ x', '+ '],
    ['- [x] done', '- [ ] '],
    ['> said', '> '],
    ['- ', ''],
    ['words', ''],
    ['---', ''],
    ['- - -', ''],
    ['**bold** words', ''],
    ['1922 Apr: Stalin', ''],
  ])('after %j', (line, expected) => expect(continued(line)).toBe(expected));
});

describe('snippets', () => {
  const snippets: Record<string, { prefix: string; body: string[]; description: string }> = read('snippets.json');
  /** The text with each placeholder's first value. */
  const filled = (body: string[]) => {
    const values = new Map<string, string>();
    return body
      .join('\n')
      .replace(/\$\{TM_\w+(?::([^{}]*))?\}/g, '$1')
      .replace(/\$\{(\d+)(?::([^{}]*)|\|([^,|]+)[^|]*\|)\}/g, (_, tab, text, choice) => {
        values.set(tab, text ?? choice);
        return text ?? choice;
      })
      .replace(/\$(\d)/g, (_, tab) => values.get(tab) ?? '');
  };

  it('have prefixes that prose does not type', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const prefix of prefixes) expect(prefix).toMatch(/^hn-[a-z-]+$/);
  });

  it('write what the reader reads', () => {
    const notes = (name: string) => parseNotes(filled(snippets[name]!.body));
    expect(notes('Front matter').frontMatter?.chapters).toHaveLength(1);
    expect(notes('Essay').frontMatter).toMatchObject({ chapters: [{ id: 'chapter-id' }], problems: [] });
    expect(notes('Timeline').blocks.map((block) => block.timelineHead !== undefined)).toEqual([true, true]);
    for (const [name, kind] of [
      ['Person', 'person'],
      ['Person, shown otherwise', 'person'],
      ['Link', 'link'],
      ['Link, shown otherwise', 'link'],
      ['Citation', 'citation'],
    ] as const) {
      expect(notes(name).blocks[0]?.marks.map((mark) => mark.kind)).toEqual([kind]);
    }
    expect(notes('Table').blocks.map((block) => block.kind)).toEqual(['table-row', 'table-row']);
    expect(notes('Footnote').blocks.map((block) => block.kind)).toEqual(['paragraph', 'footnote']);
  });

  it('name the rules there are', () => {
    for (const { prefix, body } of Object.values(snippets)) {
      if (!prefix.startsWith('hn-disable')) continue;
      const choices = /\$\{1\|([^|]*)\|\}/.exec(body.join('\n'))![1]!.split(',');
      // What cannot be silenced in the notes' own text: faults of the front matter and of packs.
      expect(choices).toEqual(ruleCodes.filter((code) => code !== 'front-matter' && code !== 'pack'));
      expect(parseNotes(filled(body)).directives.length).toBeGreaterThan(0);
    }
  });
});
