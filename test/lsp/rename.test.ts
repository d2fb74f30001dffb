import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Cursor } from './cursor';
import { type Doc, Editor, type EditorOptions, STALIN, vscodeCapabilities } from './editor';
import { NotesFolder } from './notes-folder';

const capabilities = { ...vscodeCapabilities, textDocument: { ...vscodeCapabilities.textDocument, rename: { prepareSupport: true } } };

const rename = (at: Cursor, newName: string) => at.ask<WorkspaceEdit | null>('rename', { newName });
const prepare = (at: Cursor) => at.ask<{ range: Range; placeholder: string } | null>('prepareRename');

describe('in one document', () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await Editor.start({ capabilities });
  });
  afterAll(() => editor.stop());

  async function renamed(source: string, newName: string): Promise<string> {
    const at = await Cursor.in(editor, source);
    const edit = await rename(at, newName);
    await at.doc.close();
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.textDocument).toEqual({ uri: at.doc.uri, version: 1 });
    return at.doc.with(change!.edits as never).slice(STALIN.length);
  }

  test.each([
    [
      'a surname, in longer names and with a possessive too',
      'Tro‸tsky lost. Leon Trotsky’s men left; Trotskii too.',
      'Trotski',
      'Trotski lost. Leon Trotski’s men left; Trotskii too.',
    ],
    ['a longer name alone', 'Trotsky lost. Leon Tro‸tsky left.', 'Lev Trotsky', 'Trotsky lost. Lev Trotsky left.'],
    [
      'a name broken over two lines',
      'It was Leon Tro‸tsky who spoke first in the great hall that night, and it was Leon\nTrotsky who spoke last.',
      'Lev Trotsky',
      'It was Lev Trotsky who spoke first in the great hall that night, and it was Lev Trotsky who spoke last.',
    ],
    ['nobody else of this name', 'Sta‸lin spoke; Vasily Stalin listened.', 'Djugashvili', 'Djugashvili spoke; Vasily Stalin listened.'],
    [
      'no other words',
      'Len‸in died. Leninism and Leningrad did not; nor did `Lenin`.',
      'Ulyanov',
      'Ulyanov died. Leninism and Leningrad did not; nor did `Lenin`.',
    ],
    ['a term', 'The N‸EP came. The New Economic Policy and [[NEP]].', 'N.E.P.', 'The N.E.P. came. The New Economic Policy and [[N.E.P.]].'],
    ['a misspelling', 'Trots‸kyy and Trotskyy.', 'Trotsky', 'Trotsky and Trotsky.'],
    ['in marks, by a name that the chapter knows', '@Tro‸tsky and @[Leon Trotsky].', 'Trotskii', '@Trotskii and @[Leon Trotskii].'],
    ['in marks, by one of several words', '@Tro‸tsky', 'Leon Trotsky', '@[Leon Trotsky]'],
    [
      'in marks, by one that it does not know',
      '@Tro‸tsky, Trotsky and [[Kronstadt Rebellion]]',
      'Leo',
      '@[Trotsky|Leo], Leo and [[Kronstadt Rebellion]]',
    ],
    ['in the words of a mark', '@[Leon Trotsky|Tro‸tsky], Trotsky', 'Leo', '@[Leon Trotsky|Leo], Leo'],
    ['what would be a pattern', 'N‸EP.', '$& $1 \\n', '$& $1 \\n.'],
  ])('%s', async (_, source, newName, expected) => expect(await renamed(`${STALIN}${source}`, newName)).toBe(expected));

  test.each([
    ['Sta‸lin met Trotsky.', 'Trotsky', '“Trotsky” is already the name of Leon Trotsky.'],
    ['Sta‸lin', '  ', 'Write the new name.'],
    ['Sta‸lin', 'a]b', 'A name cannot have square brackets, bars or line breaks.'],
    ['They lis‸tened.', 'x', 'Nothing that can be renamed stands here: names of the chapter and ids can.'],
    ['Trotsky lost. H‸e left.', 'x', 'Nothing that can be renamed stands here: names of the chapter and ids can.'],
    ['[@serv‸ice2005]', 'x', 'This chapter comes with History Notes: its ids cannot be changed.'],
  ])('refused: %s → %s', async (source, newName, message) => {
    const at = await Cursor.in(editor, `${STALIN}${source}`);
    await expect(rename(at, newName)).rejects.toThrow(message);
    await at.doc.close();
  });

  test('prepared with the words and their range', async () => {
    const at = await Cursor.in(editor, `${STALIN}It was Leon Tro‸tsky’s wish.`);
    expect(await prepare(at)).toEqual({ range: at.doc.rangeOf('Leon Trotsky'), placeholder: 'Leon Trotsky' });
    for (const source of ['They lis‸tened.', 'In 19‸24 he left.', 'In 1917 Trotsky jo‸ined the Bolsheviks.', '@[Leon Tro‸tsky|his rival]'])
      expect(await prepare(await Cursor.in(editor, `${STALIN}${source}`))).toBeNull();
    await expect(prepare(await Cursor.in(editor, '---\nchapter: stalins-‸rise\n---\n'))).rejects.toThrow('comes with History Notes');
  });
});

describe('through the workspace', () => {
  let folder: NotesFolder;
  let editor: Editor | undefined;

  beforeEach(() => {
    folder = new NotesFolder();
    folder.write(
      'packs/tulips/chapter.yaml',
      'id: "tulips"\ntitle: The Tulip Trade\ndebates:\n  - { id: d, question: Why?, positions: [{ historian: G, view: V, source: goldgar }] }\n',
    );
    folder.write(
      'packs/tulips/people.yaml',
      '- id: clusius\n  name: Carolus Clusius\n- { id: pupil, name: Jan Pupil, relations: [{ role: pupil, of: clusius }] }\n',
    );
    folder.write('packs/tulips/sources.yaml', "- id: 'goldgar'\n  name: Goldgar 2007\n  title: Tulipmania\n  authors: ['Goldgar, Anne']\n");
  });
  afterEach(async () => {
    await editor?.stop();
    editor = undefined;
    folder.remove();
  });

  async function start(options: EditorOptions = {}): Promise<Editor> {
    editor = await Editor.start({ workspaceFolders: [folder.root], capabilities, ...options });
    return editor;
  }

  /** Each changed file's text after the edit, by its path in the folder. */
  function changed(edit: WorkspaceEdit | null, open: Doc): Record<string, string> {
    const changes =
      edit?.changes ??
      Object.fromEntries(((edit?.documentChanges ?? []) as TextDocumentEdit[]).map((each) => [each.textDocument.uri, each.edits]));
    return Object.fromEntries(
      Object.entries(changes).map(([uri, edits]) => {
        const text = uri === open.uri ? open.text : readFileSync(fileURLToPath(uri), 'utf8');
        return [uri.replace(`${folder.root}/`, ''), TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edits as never)];
      }),
    );
  }

  test('a name, in open notes as they are and in the others as they lie', async () => {
    folder.write('a.hnotes', '---\nchapter: tulips\n---\nClusius came.\n');
    folder.write('b.md', '---\nchapter: tulips\n---\nCarolus Clusius came.\n');
    folder.write('c.hnotes', '---\nchapter: stalins-rise\n---\nClusius came.\n');
    folder.write('d.hnotes', '---\nchapter: tulips\n---\nNobody came.\n');
    await start();
    await editor!.open('---\nchapter: tulips\n---\nHere Clusius is.\n', { uri: folder.uri('a.hnotes') });
    const at = await Cursor.in(editor!, '---\nchapter: tulips\n---\nClu‸sius.\n', { uri: 'untitled:Untitled-1' });
    const edit = await rename(at, 'L’Écluse');
    const versions = ((edit!.documentChanges ?? []) as TextDocumentEdit[]).map(({ textDocument }) => [
      textDocument.uri,
      textDocument.version,
    ]);
    expect(versions).toEqual([
      [folder.uri('a.hnotes'), 1],
      ['untitled:Untitled-1', 1],
      [folder.uri('b.md'), null],
    ]);
    expect(JSON.stringify(edit)).toContain('"start":{"line":3,"character":5}');
  });

  test('a name, for a client without versioned edits', async () => {
    folder.write('a.hnotes', '---\nchapter: tulips\n---\nClusius came.\n');
    await start({ capabilities: {} });
    const at = await Cursor.in(editor!, '---\nchapter: tulips\n---\nClu‸sius.\n', { uri: folder.uri('open.hnotes') });
    const edit = await rename(at, 'Ecluse');
    expect(edit!.documentChanges).toBeUndefined();
    expect(changed(edit, at.doc)).toEqual({
      'open.hnotes': '---\nchapter: tulips\n---\nEcluse.\n',
      'a.hnotes': '---\nchapter: tulips\n---\nEcluse came.\n',
    });
  });

  test('a source’s key: in the pack, whatever refers to it there, in citations and links', async () => {
    folder.write('a.hnotes', '---\nchapter: tulips\n---\nSee [[goldgar]] and [[Tulipmania]].\n');
    await start();
    const at = await Cursor.in(editor!, '---\nchapter: tulips\n---\nSo [@gold‸gar, p. 3; @other].\n', { uri: folder.uri('open.hnotes') });
    expect(await prepare(at)).toMatchObject({ placeholder: 'goldgar' });
    expect(changed(await rename(at, 'goldgar2007'), at.doc)).toEqual({
      'packs/tulips/chapter.yaml': expect.stringContaining('source: goldgar2007 }'),
      'packs/tulips/sources.yaml': expect.stringMatching(/^- id: 'goldgar2007'\n/),
      'open.hnotes': expect.stringContaining('[@goldgar2007, p. 3; @other]'),
      'a.hnotes': expect.stringContaining('[[goldgar2007]] and [[Tulipmania]]'),
    });
    await expect(rename(at, 'clusius')).rejects.toThrow('The id “clusius” is already that of Carolus Clusius.');
    await expect(rename(at, 'Gold Gar')).rejects.toThrow('small letters, digits and single hyphens');
    await expect(rename(at, '')).rejects.toThrow('Write the new id.');
  });

  test('a chapter’s id: in its file and in all front matter that names it', async () => {
    folder.write('a.md', '---\nchapter: [stalins-rise, "tulips"]\n---\n');
    await start();
    const at = await Cursor.in(editor!, '---\nchapter: tul‸ips\n---\n', { uri: folder.uri('open.hnotes') });
    expect(changed(await rename(at, 'tulip-mania'), at.doc)).toEqual({
      'packs/tulips/chapter.yaml': expect.stringMatching(/^id: "tulip-mania"\n/),
      'open.hnotes': '---\nchapter: tulip-mania\n---\n',
      'a.md': '---\nchapter: [stalins-rise, "tulip-mania"]\n---\n',
    });
    await expect(rename(at, 'stalins-rise')).rejects.toThrow(/already that of the chapter “Stalin/);
  });

  test('an id from the pack’s own file', async () => {
    await start();
    const text = folder.read('packs/tulips/people.yaml');
    const at = await Cursor.in(editor!, text.replace('of: clusius', 'of: clu‸sius'), {
      uri: folder.uri('packs/tulips/people.yaml'),
      languageId: 'yaml',
    });
    expect(await prepare(at)).toMatchObject({ placeholder: 'clusius' });
    expect(changed(await rename(at, 'l-ecluse'), at.doc)).toEqual({
      'packs/tulips/people.yaml': text.replaceAll(/(id|of): clusius/g, '$1: l-ecluse'),
    });
    expect(await prepare(new Cursor(at.doc, text.indexOf('Carolus')))).toBeNull();
    // What the editor has counts, saved or not.
    await at.doc.replace('- id: clusius', '\n- id: clusius');
    const moved = new Cursor(at.doc, at.doc.text.indexOf('clusius'));
    expect(changed(await rename(moved, 'l-ecluse'), at.doc)['packs/tulips/people.yaml']).toMatch(/^\n- id: l-ecluse\n/);
  });
});
