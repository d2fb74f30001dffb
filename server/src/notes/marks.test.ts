import { describe, expect, it } from 'vitest';
import { parseNotes } from './index';
import type { Mark } from './model';

/** "person Leon Trotsky (his rival)", "citation service2005 p. 210": what the reader makes of a line's marks, emphasis aside. */
function marks(text: string): string[] {
  const described = (mark: Mark) => {
    if (mark.kind === 'emphasis') return [];
    if (mark.kind === 'citation') return [`citation ${mark.key}${mark.locator ? ` ${mark.locator.text}` : ''}`];
    return [`${mark.kind} ${mark.name}${mark.display ? ` (${text.slice(mark.display.start, mark.display.end)})` : ''}`];
  };
  return parseNotes(text).blocks.flatMap((block) => block.marks.flatMap(described));
}

function prose(text: string): string {
  return parseNotes(text)
    .blocks.map((block) => block.prose)
    .join('\n');
}

describe('people', () => {
  it.each([
    ['@Stalin rose.', ['person Stalin']],
    ["@Stalin's rise", ['person Stalin']],
    ['@STALIN’S rise', ['person STALIN']],
    ['@Stalin, @Kamenev; @Zinoviev.', ['person Stalin', 'person Kamenev', 'person Zinoviev']],
    ["@Zinov'ev wrote", ["person Zinov'ev"]],
    ["@Zinov'ev's letter", ["person Zinov'ev"]],
    ['@Saint-Just spoke', ['person Saint-Just']],
    ['@Il-sung came', ['person Il-sung']],
    ['a @Stalin-led party', ['person Stalin']],
    ['@Molotov–Ribbentrop', ['person Molotov']],
    ['@Dzierżyński, @Орджоникидзе', ['person Dzierżyński', 'person Орджоникидзе']],
    ['@J.V.Stalin.', ['person J.V.Stalin']],
    ['(@Trotsky/@Zinoviev)', ['person Trotsky', 'person Zinoviev']],
    ['@Trotsky+@Zinoviev', ['person Trotsky', 'person Zinoviev']],
    ['**@Stalin** and _@Lenin_', ['person Stalin', 'person Lenin']],
    ['@[Leon Trotsky] and @[ Leon Trotsky | his rival ]', ['person Leon Trotsky', 'person Leon Trotsky (his rival)']],
    ["@[Leon Trotsky]'s", ['person Leon Trotsky']],
    ['[@Stalin](people.md)', ['person Stalin']],
  ])('%s', (text, expected) => expect(marks(text)).toEqual(expected));
});

describe('links', () => {
  it.each([
    ['[[Kronstadt Rebellion]]', ['link Kronstadt Rebellion']],
    ['[[NEP|the new policy]]', ['link NEP (the new policy)']],
    ['[[NEP|]]', ['link NEP']],
    ['([[1917]])', ['link 1917']],
    ['| [[NEP|policy]] | @[Leon Trotsky\\|his] |\n|---|---|', ['link NEP (policy)', 'person Leon Trotsky (his)']],
  ])('%s', (text, expected) => expect(marks(text)).toEqual(expected));
});

describe('citations', () => {
  it.each([
    ['[@service2005]', ['citation service2005']],
    ['[@service2005, p. 210]', ['citation service2005 p. 210']],
    ['[@service2005 p. 210]', ['citation service2005 p. 210']],
    ['[@service2005, pp. 15–16; @lynch1990]', ['citation service2005 pp. 15–16', 'citation lynch1990']],
    ['[-@carr1954, ch. 2; also @Lynch]', ['citation carr1954 ch. 2', 'citation Lynch']],
    ['[see @carr1954, p. 1]', ['citation carr1954 p. 1']],
    ['[@{a key}, p. 1]', ['citation a key p. 1']],
    ['[@carr:1954.]', ['citation carr:1954 .']],
    ['@service2005 argues', ['citation service2005']],
    ['@service2005 [p. 33] argues', ['citation service2005 p. 33']],
    ['[see @Stalin below]', ['person Stalin']],
  ])('%s', (text, expected) => expect(marks(text)).toEqual(expected));

  it('are no prose', () => expect(prose('He left [@service2005, p. 210].')).toBe('He left                       .'));
});

describe('what is no mark', () => {
  it.each([
    '@[Leon',
    'x @[Leon Trotsky',
    '[[Kron',
    '[[Kronstadt]',
    '[@serv',
    '[@',
    '@',
    '@ Stalin',
    '@1924',
    '[[ ]]',
    '@[ ]',
    '@[1924]',
    '[[]]',
    '@@Stalin',
  ])('half typed: %s', (text) => {
    expect(marks(text)).toEqual([]);
    expect(prose(text)).toBe(text.trim());
  });

  it.each([
    'me a@b.org you',
    'mail stalin.j@kreml.su',
    '<stalin@kreml.su>',
    'x@Stalin',
    'é@Stalin',
    '`@Stalin`',
    '``a ` @Stalin``',
    '\\@Stalin',
    'https://x.org/@Stalin',
    '<a href="@Stalin">',
    '~~@Stalin~~',
  ])('elsewhere: %s', (text) => expect(marks(text)).toEqual([]));

  it.each(['```\n@Stalin\n```', '    @Stalin [[NEP]]', '<div>\n@Stalin\n</div>', '<!-- @Stalin -->', '[x]: http://@Stalin'])(
    'blocks that are not read: %s',
    (text) => expect(marks(text)).toEqual([]),
  );
});

describe('prose', () => {
  it.each([
    ['@[Leon Trotsky|his rival] left', '               his rival  left'],
    ['A *title* and **bold**', 'A  title  and   bold  '],
    ['a * b * c_d_e', 'a * b * c_d_e'],
    ['***both*** and *un**even*', '   both    and  un**even '],
    ['~~Lenin died in 1925~~ 1924', '                       1924'],
    ['see [Pravda](http://x.org "t") now', 'see  Pravda                    now'],
    ['see [Pravda][1] now [sic]', 'see  Pravda     now [sic]'],
    ['![The oath](oath.png)', '  The oath           '],
    ['died.[^1] Then', 'died.     Then'],
    ['http://a.org/1924_(x). Then www.b.org, so', '                     . Then          , so'],
    ['1924 <br> `1925` &nbsp; R&D; x', '1924                    R&D; x'],
    ['3 < 4 and 5 > 2 <b>x</b>', '3 < 4 and 5 > 2    x    '],
    ['a \\* b\\', 'a  * b '],
    ['a <!-- no --> b <!-- half', 'a             b <!-- half'],
  ])('%s', (text, expected) => expect(prose(text)).toBe(expected));
});

it('gives emphasis with its inside, the outer before the inner', () => {
  const text = '***Pravda*** *Stalin* __x__';
  const found = parseNotes(text).blocks[0]!.marks.flatMap((mark) =>
    mark.kind === 'emphasis' ? [`${mark.strong ? 'strong' : 'em'} ${text.slice(mark.inner.start, mark.inner.end)}`] : [],
  );
  expect(found).toEqual(['em **Pravda**', 'strong Pravda', 'em Stalin', 'strong x']);
});
