import { describe, expect, it } from 'vitest';
import { parseNotes } from './index';

/** One line a block: kind, level, what it stands under, the date at its head, its words. */
function blocks(text: string): string[] {
  const notes = parseNotes(text);
  return notes.blocks.map((block) => {
    const { kind, level, heading, parent, quoted, timelineHead: date, prose } = block;
    return [
      kind + (level > 0 ? level : ''),
      ...(quoted && kind !== 'quote' ? ['quoted'] : []),
      ...(heading >= 0 ? [`under ${heading}`] : []),
      ...(parent >= 0 ? [`in ${parent}`] : []),
      ...(date ? [`<${text.slice(date.start, date.end)}>`] : []),
      prose.trim().replace(/\s+/g, ' '),
    ].join(' ');
  });
}

describe('lines of notes', () => {
  it('are blocks of their own where none goes on in the next', () => {
    expect(blocks("Lenin d. Jan '24\nTrots. + Zin. out of CC Oct '27\n10th Cong. = NEP")).toEqual([
      "paragraph Lenin d. Jan '24",
      "paragraph Trots. + Zin. out of CC Oct '27",
      'paragraph 10th Cong. = NEP',
    ]);
  });

  it('are none in wrapped prose, in a supposition, and where every line is a sentence', () => {
    const wrapped =
      'It was the Party that had decided that Zinoviev was to be\nExpelled from the Central Committee in October of that year';
    expect(blocks(wrapped)).toHaveLength(1);
    expect(blocks('In 1926 he was dismissed from the\nPolitburo')).toHaveLength(1);
    expect(blocks('If Lenin had lived\nTrotsky would have led in 1930')).toHaveLength(1);
    expect(blocks('Lenin died in 1924.\nStalin took over.')).toHaveLength(1);
    expect(blocks('1905: first\nrevolution, second')).toHaveLength(1);
  });

  it('stand under the label above them', () => {
    expect(blocks('Krupskaya:\nMarried 1898\nDied 1939\nBukharin:\nOut 1929')).toEqual([
      'paragraph Krupskaya:',
      'paragraph in 0 Married 1898',
      'paragraph in 0 Died 1939',
      'paragraph Bukharin:',
      'paragraph in 3 Out 1929',
    ]);
  });
});

describe('heads of entries', () => {
  it('take in the lines below them', () => {
    expect(blocks('**LENIN, Vladimir** (1870–1924)\nThree strokes\nDied at 53')).toEqual([
      'paragraph LENIN, Vladimir (1870–1924)',
      'paragraph in 0 Three strokes',
      'paragraph in 0 Died at 53',
    ]);
    expect(blocks('Nadezhda Krupskaya (1869–1939)\nWife of Lenin\nOutlived him')).toEqual([
      'paragraph Nadezhda Krupskaya (1869–1939)',
      'paragraph in 0 Wife of Lenin',
      'paragraph in 0 Outlived him',
    ]);
  });

  it('are none of lines that only end in a bracket', () => {
    expect(blocks('Adopted the **NEP** (1921)\nBanned factions\nWon the war')).toEqual([
      'paragraph Adopted the NEP (1921)',
      'paragraph Banned factions',
      'paragraph Won the war',
    ]);
  });
});

describe('labels', () => {
  it('are what the list below them stands under', () => {
    expect(blocks('**Bukharin**:\n\n- editor\n  - of Pravda\n- out 1929')).toEqual([
      'paragraph Bukharin :',
      'list-item in 0 editor',
      'list-item1 in 1 of Pravda',
      'list-item in 0 out 1929',
    ]);
    expect(blocks('Lenin\n\n1. first stroke')).toEqual(['paragraph Lenin', 'list-item in 0 first stroke']);
  });

  it('are no sentences, and hold no paragraphs', () => {
    expect(blocks('Lenin died.\n\n- first')).toEqual(['paragraph Lenin died.', 'list-item first']);
    expect(blocks('Lenin:\n\nHe died.\n\n- first')).toEqual(['paragraph Lenin:', 'paragraph He died.', 'list-item first']);
  });
});

describe('timeline lines', () => {
  it('part a paragraph', () => {
    expect(blocks('Dates to learn\n1905: first\nrevolution\nFebruary/March 1917: **the** Tsar goes\nDec: more')).toEqual([
      'paragraph Dates to learn',
      'paragraph <1905> 1905: first revolution',
      'paragraph <February/March 1917> February/March 1917: the Tsar goes',
      'paragraph <Dec> Dec: more',
    ]);
  });

  it('stand in lists', () => {
    expect(blocks('- 1922 Apr: Stalin\n- **Dec:** Lenin\n  - 1923 Jan: inside')).toEqual([
      'list-item <1922 Apr> 1922 Apr: Stalin',
      'list-item <Dec> Dec: Lenin',
      'list-item1 in 1 <1923 Jan> 1923 Jan: inside',
    ]);
  });

  it('end the list item that Markdown would run them into', () => {
    expect(blocks('- **1922** Apr: Stalin\nDec: Lenin\n  Jan: inside')).toEqual([
      'list-item <1922** Apr> 1922 Apr: Stalin',
      'paragraph <Dec> Dec: Lenin',
      'paragraph in 0 <Jan> Jan: inside',
    ]);
  });

  it('stand in quotes and after checkboxes', () => {
    expect(blocks('> 1924: dead\n> 1925: more\n\n- [x] 1926: done')).toEqual([
      'quote <1924> 1924: dead',
      'quote <1925> 1925: more',
      'list-item <1926> 1926: done',
    ]);
  });

  it('may be numbered by their years', () => {
    expect(blocks('1924. Lenin dies\n1925. Quarrel')).toEqual(['list-item <1924> 1924. Lenin dies', 'list-item <1925> 1925. Quarrel']);
    expect(blocks('1. Lenin dies\n2. Quarrel')).toEqual(['list-item Lenin dies', 'list-item Quarrel']);
  });

  it('are not the wrapped lines of a sentence', () => {
    expect(blocks('He was expelled in\nDecember 1927: nothing was left.')).toEqual([
      'paragraph He was expelled in December 1927: nothing was left.',
    ]);
    expect(blocks('The struggle for the succession ended with a vote held on\n2 December 1927: he lost.')).toHaveLength(1);
  });

  it('are no headings', () => expect(blocks('## 1924: Lenin dies')).toEqual(['heading2 1924: Lenin dies']));
});

describe('headings', () => {
  it('hold what stands below them, and each other by level', () => {
    expect(blocks('before\n# A #\ntext\n## B\ntext\n\nC\n---\n# D\ntext')).toEqual([
      'paragraph before',
      'heading1 A',
      'paragraph under 1 text',
      'heading2 under 1 B',
      'paragraph under 3 text',
      'heading2 under 1 C',
      'heading1 D',
      'paragraph under 6 text',
    ]);
  });

  it('in a quote hold nothing outside', () =>
    expect(blocks('# A\n> # B\n\ntext')).toEqual(['heading1 A', 'heading1 quoted under 0 B', 'paragraph under 0 text']));

  it('mask their marks', () => expect(parseNotes('## The *end* ##').blocks[0]!.prose).toBe('   The  end    '));
});

describe('lists', () => {
  it('nest', () => {
    expect(blocks('- a\n  - b\n    1. c\n- d\n\n  more of d\n  > said\n')).toEqual([
      'list-item a',
      'list-item1 in 0 b',
      'list-item2 in 1 c',
      'list-item d',
      'paragraph in 3 more of d',
      'quote in 3 said',
    ]);
  });

  it('may lack words of their own', () =>
    expect(blocks('- - b\n-\n- ```\n  x\n  ```\n  after')).toEqual(['list-item1 b', 'paragraph after']));

  it('leave their children out', () => {
    const { blocks: found } = parseNotes('- a\n  b\n  - c\n');
    expect(found.map(({ start, end, prose }) => [start, end, prose])).toEqual([
      [0, 7, '  a   b'],
      [10, 13, '  c'],
    ]);
  });
});

describe('quotes and footnotes', () => {
  it('mask their marks on every line', () => expect(parseNotes('> one\n> two\nlazy').blocks[0]!.prose).toBe('  one   two lazy'));
  it('keep lists', () => expect(blocks('> - a')).toEqual(['list-item quoted a']));
  it('read footnotes', () =>
    expect(blocks('Text.[^a]\n\n[^a]: One\n    more\n\n    Two\n[^b]: Three')).toEqual([
      'paragraph Text.',
      'footnote One more',
      'footnote Two',
      'footnote Three',
    ]));
});

describe('tables', () => {
  const text = '| what | *when* | who |\n|:--|---|---|\n| out of the [[Party|CP]] | 11/1927 |\n| a \\| b | `x` | c | d\n';

  it('are read row by row', () =>
    expect(blocks(text)).toEqual(['table-row what when who', 'table-row out of the CP 11/1927', 'table-row a | b c d']));

  it('know the head of each cell', () => {
    const cells = parseNotes(text).blocks.map((block) => block.cells!.map((cell) => `${cell.header}: ${text.slice(cell.start, cell.end)}`));
    expect(cells).toEqual([
      [': what', ': *when*', ': who'],
      ['what: out of the [[Party|CP]]', 'when: 11/1927'],
      ['what: a \\| b', 'when: `x`', 'who: c', ': d'],
    ]);
  });

  it('without outer bars', () => expect(blocks('a | b\n--|--\n1924 | Lenin')).toEqual(['table-row a b', 'table-row 1924 Lenin']));
});

describe('what is not read', () => {
  it.each([
    '```\ncode\n```',
    '    code',
    '<div>\nhtml\n</div>',
    '---',
    '[a]: http://x.org "t"',
    '<!-- a comment\nover lines -->',
    '<?php ?>',
    '',
  ])('%s', (text) => expect(blocks(text)).toEqual([]));
  it('save the words behind a comment', () => expect(blocks('<!-- a --> Lenin died')).toEqual(['paragraph Lenin died']));
});

describe('line endings', () => {
  it.each(['\r\n', '\r'])('%j', (eol) => {
    const text = '---\nchapter: x\n---\n\n# A\n\n- a\n  b\n\n  c\n\n1905: x\n1906: y\n\n| a | b |\n|---|---|\n| c | d |\n\n<div>\nx\n\nend';
    expect(blocks(text.replaceAll('\n', eol))).toEqual(blocks(text));
  });

  it('a byte order mark is no text', () => {
    expect(blocks('\ufeff# A')).toEqual(['heading1 A']);
    expect(parseNotes('\ufeff---\nchapter: x\n---\n').frontMatter?.start).toBe(1);
  });
});
