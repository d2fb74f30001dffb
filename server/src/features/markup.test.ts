import { describe, expect, test } from 'vitest';
import { MarkupKind } from 'vscode-languageserver-types';
import { escapeMarkdown, list, paragraph, plainText, render } from './markup';

describe('text of a pack', () => {
  test.each([
    ['*bold* _emphasis_ `code`', '\\*bold\\* \\_emphasis\\_ \\`code\\`'],
    ['[link](command:evil) ![image](http://x)', '\\[link\\](command:evil) !\\[image\\](http\\://x)'],
    ['<b onclick="x">&lt;', '\\<b onclick="x"\\>\\&lt;'],
    ['| a | b | ~~c~~ \\', '\\| a \\| b \\| \\~\\~c\\~\\~ \\\\'],
    ['https://evil.example www.evil.example mail@evil.example', 'https\\://evil.example www\\.evil.example mail\\@evil.example'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['=====', '\\====='],
    ['two\n\nparagraphs\tand\u0000more', 'two paragraphs and more'],
    ['right to \u202eleft\u202c, \u2066hidden\u2069 and \u200bnothing', 'right to left , hidden and nothing'],
  ])('%j becomes no markup', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('that is no markup stays as it is', () => {
    for (const text of ["Stalin's rise, 1924–29 (c. 1880): “why?” – 50 % @ 3", 'Ångström, Дзержинский, 毛泽东', 'a - b + c # d'])
      expect(escapeMarkdown(text)).toBe(text);
  });

  test('is one line', () => {
    expect(plainText(' a\r\nb ')).toBe('a b');
  });
});

describe('render', () => {
  const blocks = [paragraph({ strong: 'Le*nin' }, ' (1870–1924)'), paragraph(''), list([['one'], [{ emphasis: 'two' }, ': three']])];

  test('Markdown', () => {
    expect(render(blocks, MarkupKind.Markdown)).toEqual({ kind: 'markdown', value: '**Le\\*nin** (1870–1924)\n\n- one\n- *two*: three' });
  });

  test('plain text', () => {
    expect(render(blocks, MarkupKind.PlainText)).toEqual({ kind: 'plaintext', value: 'Le*nin (1870–1924)\n\n• one\n• two: three' });
  });
});
