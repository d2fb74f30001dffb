import { describe, expect, test } from 'vitest';
import type { TextDocument } from 'vscode';
import { isNotes } from './notes';

function document(languageId: string, text: string): TextDocument {
  const lines = text.split('\n');
  return { languageId, lineCount: lines.length, lineAt: (line: number) => ({ text: lines[line] }) } as unknown as TextDocument;
}

describe('what the server is started for', () => {
  test.each([
    ['notes, whatever they hold', 'history-notes', ''],
    ['Markdown whose front matter names a chapter', 'markdown', '---\ntitle: A\nchapter: stalins-rise\n---\n'],
    ['Markdown with a list of chapters', 'markdown', '---\nchapter:\n  - a\n---\n'],
    ['front matter that is still open', 'markdown', '---\nchapter: '],
  ])('%s', (_, language, text) => expect(isNotes(document(language, text))).toBe(true));

  test.each([
    ['other Markdown', 'markdown', '# Title\n'],
    ['empty Markdown', 'markdown', ''],
    ['front matter without a chapter', 'markdown', '---\ntitle: A\n---\nchapter: 1\n'],
    ['a chapter that is not in the front matter', 'markdown', 'chapter: stalins-rise\n'],
    ['a key that only begins alike', 'markdown', '---\nchapters: a\n---\n'],
    ['other languages', 'yaml', '---\nchapter: stalins-rise\n---\n'],
    ['front matter that does not end for a long time', 'markdown', `---\n${'a: b\n'.repeat(200)}chapter: c\n---\n`],
  ])('not for %s', (_, language, text) => expect(isNotes(document(language, text))).toBe(false));
});
