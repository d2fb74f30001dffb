/** Whatever is typed in a pack's file: nothing throws, nothing takes long, every answer stands in the text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Hover, MarkupKind, type Range } from 'vscode-languageserver-types';
import { loadPack, packFileNames } from '../../chapter/index';
import { ENGLISH } from '../../l10n/said';
import { packCodeActions } from './code-actions';
import { packCodeLenses } from './code-lens';
import { packCompletion } from './completion';
import type { OpenPackFile, PackFileName } from './files';
import { packHover } from './hover';
import { packDefinition, packReferences, packRenamable, renameInPack } from './navigation';
import { packSymbols } from './symbols';

const documentOf = ({ file, text }: { file: string; text: string }) => TextDocument.create(file, 'yaml', 0, text);

function opened(name: PackFileName, text: string): OpenPackFile {
  const file = { file: `file:///p/${name}.yaml`, text };
  const { chapter, problems } = loadPack([file]);
  return {
    document: documentOf(file),
    name,
    pack: { files: [file], chapter, problems, shipped: false, documentOf, knowledge: () => null },
  };
}

const abilities = { labelDetails: true, defaultEditRange: false, snippets: true, markup: MarkupKind.Markdown, language: ENGLISH };

/** Asks everything at one place; the ranges of all answers. */
function askAll(file: OpenPackFile, offset: number): Range[] {
  const ranges: (Range | undefined)[] = [];
  ranges.push(...(packCompletion(file, offset, abilities)?.items ?? []).map(({ textEdit }) => (textEdit as { range: Range }).range));
  const hover: Hover | null = packHover(file, offset, MarkupKind.PlainText, ENGLISH);
  ranges.push(hover?.range, packDefinition(file, offset)?.range);
  ranges.push(...(packReferences(file, offset, true) ?? []).map(({ range }) => range));
  const id = packRenamable(file, offset)?.id;
  if (id)
    for (const edits of renameInPack(id, 'new', file.pack.files, documentOf).values()) ranges.push(...edits.map(({ range }) => range));
  ranges.push(...packSymbols(file, ENGLISH).flatMap(({ range, selectionRange }) => [range, selectionRange]));
  ranges.push(...packCodeLenses(file).map(({ range }) => range));
  const everything = { start: { line: 0, character: 0 }, end: file.document.positionAt(file.document.getText().length) };
  for (const { edit } of packCodeActions(file, everything, { diagnostics: [], versionedEdits: false, language: ENGLISH }))
    ranges.push(...Object.values(edit?.changes ?? {}).flatMap((edits) => edits.map(({ range }) => range)));
  return ranges.filter((range): range is Range => range !== undefined);
}

function expectWithin({ document }: OpenPackFile, ranges: readonly Range[]): void {
  for (const { start, end } of ranges) {
    expect(document.positionAt(document.offsetAt(start))).toEqual(start);
    expect(document.positionAt(document.offsetAt(end))).toEqual(end);
    expect(document.offsetAt(start)).toBeLessThanOrEqual(document.offsetAt(end));
  }
}

/** Pieces of YAML and of packs, in any order. */
const piece = fc.constantFrom(
  ...[
    '- id: anna',
    '  name: Anna',
    '  offices:',
    '    - title: T',
    '      of: guild',
    'when: 1637-02-30',
    'when: {',
    '}',
    '[',
    ']',
    '"',
    "'",
    '- ',
    ': ',
  ],
  ...[
    '&a',
    '*a',
    '!!x',
    '|',
    '>-',
    '#',
    '---',
    '...',
    '\t',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '  ',
    '\ufeff',
    '\u2028',
    '😀',
    'members: [',
    'sections:',
    '%',
    '? ',
    '<<: *a',
  ],
);

describe('a pack’s file of any text', () => {
  it('is answered in at every place', () => {
    const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...packFileNames), text, fc.nat(), (name, source, at) => {
        const file = opened(name, source);
        expectWithin(file, askAll(file, source.length === 0 ? 0 : at % (source.length + 1)));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['deep lists', `${'['.repeat(3000)}`],
    ['deep keys', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['many aliases', `- &a [x]\n${'- *a\n'.repeat(3000)}`],
    [
      'aliases of aliases',
      `- &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `- &${String.fromCharCode(98 + (i % 25))}${i} [*a, *a]`).join('\n')}`,
    ],
    ['one long line', `- id: ${'a'.repeat(200_000)}`],
    ['many hyphens', '-\n'.repeat(5_000)],
    ['many quotation marks', '"\''.repeat(5_000)],
    ['very many entries', `- id: a\n  name: A\n${'- { id: b, name: B }\n'.repeat(5_000)}`],
  ])('may be %s', { timeout: 30_000 }, (_, text) => {
    const file = opened('people', text);
    for (const offset of [0, text.length >> 1, text.length]) expectWithin(file, askAll(file, offset).slice(0, 1000));
  });
});
