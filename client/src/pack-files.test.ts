import { describe, expect, test } from 'vitest';
import type { Uri } from 'vscode';
import { mayBePackFile, packFilters } from './pack-files';

const folders = ['packs', '.history-notes', '~/school/lessons/', 'C:\\teaching\\more', './here', '~'];
const at = (path: string) => ({ uri: { path } as Uri });

describe('the files of packs', () => {
  test.each([
    '/w/packs/tulips/people.yaml',
    '/w/packs/tulips/chapter.yml',
    '/w/packs/timeline.yaml',
    '/w/deep/in/.history-notes/tulips/sources.yaml',
    '/home/me/school/lessons/tulips/terms.yaml',
    '/c:/teaching/more/tulips/terms.yaml',
    '/w/here/tulips/terms.yaml',
  ])('%s is one', (path) => expect(mayBePackFile(at(path), folders)).toBe(true));

  test.each([
    '/w/people.yaml',
    '/w/packs/tulips/readme.yaml',
    '/w/packs/tulips/people.json',
    '/w/packs/a/b/people.yaml',
    '/w/school/people.yaml',
    '/w/.github/workflows/chapter.yaml',
  ])('%s is none', (path) => expect(mayBePackFile(at(path), folders)).toBe(false));

  test('have a filter for a pack in the folder, and for the folder itself', () => {
    expect(packFilters(['a/packs'])).toEqual([
      { pattern: '**/packs/{chapter,people,timeline,terms,sources}.{yaml,yml}' },
      { pattern: '**/packs/*/{chapter,people,timeline,terms,sources}.{yaml,yml}' },
    ]);
  });

  test('have none for what would be a pattern, or nothing', () => {
    expect(packFilters(['**', 'a{b', '', '~', '.'])).toEqual([]);
  });
});
