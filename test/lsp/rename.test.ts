import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Doc, Editor, type EditorOptions, marked, STALIN, vscodeCapabilities } from './editor';

const capabilities = { ...vscodeCapabilities, textDocument: { ...vscodeCapabilities.textDocument, rename: { prepareSupport: true } } };

interface At {
  readonly doc: Doc;
  readonly offset: number;
}

async function open(editor: Editor, source: string, options?: { uri?: string; languageId?: string }): Promise<At> {
  const { text, offset } = marked(source);
  return { doc: await editor.open(text, options), offset };
}

const position = ({ doc, offset }: At) => ({ textDocument: { uri: doc.uri }, position: doc.positionAt(offset) });
const rename = (editor: Editor, at: At, newName: string) =>
  editor.connection.sendRequest<WorkspaceEdit | null>('textDocument/rename', { ...position(at), newName });
const prepare = (editor: Editor, at: At) =>
  editor.connection.sendRequest<{ range: Range; placeholder: string } | null>('textDocument/prepareRename', position(at));

describe('in one document', () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await Editor.start({ capabilities });
  });
  afterAll(() => editor.stop());

  async function renamed(source: string, newName: string): Promise<string> {
    const at = await open(editor, source);
    const edit = await rename(editor, at, newName);
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
    const at = await open(editor, `${STALIN}${source}`);
    await expect(rename(editor, at, newName)).rejects.toThrow(message);
    await at.doc.close();
  });

  test('prepared with the words and their range', async () => {
    const at = await open(editor, `${STALIN}It was Leon Tro‸tsky’s wish.`);
    expect(await prepare(editor, at)).toEqual({ range: at.doc.rangeOf('Leon Trotsky'), placeholder: 'Leon Trotsky' });
    for (const source of ['They lis‸tened.', 'In 19‸24 he left.', 'In 1917 Trotsky jo‸ined the Bolsheviks.', '@[Leon Tro‸tsky|his rival]'])
      expect(await prepare(editor, await open(editor, `${STALIN}${source}`))).toBeNull();
    await expect(prepare(editor, await open(editor, '---\nchapter: stalins-‸rise\n---\n'))).rejects.toThrow('comes with History Notes');
  });
});

describe('through the workspace', () => {
  let folder: string;
  let editor: Editor | undefined;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'history-notes-'));
    write(
      'packs/tulips/chapter.yaml',
      'id: "tulips"\ntitle: The Tulip Trade\ndebates:\n  - { id: d, question: Why?, positions: [{ historian: G, view: V, source: goldgar }] }\n',
    );
    write(
      'packs/tulips/people.yaml',
      '- id: clusius\n  name: Carolus Clusius\n- { id: pupil, name: Jan Pupil, relations: [{ role: pupil, of: clusius }] }\n',
    );
    write('packs/tulips/sources.yaml', "- id: 'goldgar'\n  name: Goldgar 2007\n  title: Tulipmania\n  authors: ['Goldgar, Anne']\n");
  });
  afterEach(async () => {
    await editor?.stop();
    editor = undefined;
    rmSync(folder, { recursive: true });
  });

  async function start(options: EditorOptions = {}): Promise<Editor> {
    editor = await Editor.start({ workspaceFolders: [pathToFileURL(folder).href], capabilities, ...options });
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
        return [uri.replace(`${uriOf('')}/`, ''), TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edits as never)];
      }),
    );
  }

  test('a name, in open notes as they are and in the others as they lie', async () => {
    write('a.hnotes', '---\nchapter: tulips\n---\nClusius came.\n');
    write('b.md', '---\nchapter: tulips\n---\nCarolus Clusius came.\n');
    write('c.hnotes', '---\nchapter: stalins-rise\n---\nClusius came.\n');
    write('d.hnotes', '---\nchapter: tulips\n---\nNobody came.\n');
    await start();
    await editor!.open('---\nchapter: tulips\n---\nHere Clusius is.\n', { uri: uriOf('a.hnotes') });
    const at = await open(editor!, '---\nchapter: tulips\n---\nClu‸sius.\n', { uri: 'untitled:Untitled-1' });
    const edit = await rename(editor!, at, 'L’Écluse');
    const versions = ((edit!.documentChanges ?? []) as TextDocumentEdit[]).map(({ textDocument }) => [
      textDocument.uri,
      textDocument.version,
    ]);
    expect(versions).toEqual([
      [uriOf('a.hnotes'), 1],
      ['untitled:Untitled-1', 1],
      [uriOf('b.md'), null],
    ]);
    expect(JSON.stringify(edit)).toContain('"start":{"line":3,"character":5}');
  });

  test('a name, for a client without versioned edits', async () => {
    write('a.hnotes', '---\nchapter: tulips\n---\nClusius came.\n');
    await start({ capabilities: {} });
    const at = await open(editor!, '---\nchapter: tulips\n---\nClu‸sius.\n', { uri: uriOf('open.hnotes') });
    const edit = await rename(editor!, at, 'Ecluse');
    expect(edit!.documentChanges).toBeUndefined();
    expect(changed(edit, at.doc)).toEqual({
      'open.hnotes': '---\nchapter: tulips\n---\nEcluse.\n',
      'a.hnotes': '---\nchapter: tulips\n---\nEcluse came.\n',
    });
  });

  test('a source’s key: in the pack, whatever refers to it there, in citations and links', async () => {
    write('a.hnotes', '---\nchapter: tulips\n---\nSee [[goldgar]] and [[Tulipmania]].\n');
    await start();
    const at = await open(editor!, '---\nchapter: tulips\n---\nSo [@gold‸gar, p. 3; @other].\n', { uri: uriOf('open.hnotes') });
    expect(await prepare(editor!, at)).toMatchObject({ placeholder: 'goldgar' });
    expect(changed(await rename(editor!, at, 'goldgar2007'), at.doc)).toEqual({
      'packs/tulips/chapter.yaml': expect.stringContaining('source: goldgar2007 }'),
      'packs/tulips/sources.yaml': expect.stringMatching(/^- id: 'goldgar2007'\n/),
      'open.hnotes': expect.stringContaining('[@goldgar2007, p. 3; @other]'),
      'a.hnotes': expect.stringContaining('[[goldgar2007]] and [[Tulipmania]]'),
    });
    await expect(rename(editor!, at, 'clusius')).rejects.toThrow('The id “clusius” is already that of Carolus Clusius.');
    await expect(rename(editor!, at, 'Gold Gar')).rejects.toThrow('small letters, digits and single hyphens');
    await expect(rename(editor!, at, '')).rejects.toThrow('Write the new id.');
  });

  test('a chapter’s id: in its file and in all front matter that names it', async () => {
    write('a.md', '---\nchapter: [stalins-rise, "tulips"]\n---\n');
    await start();
    const at = await open(editor!, '---\nchapter: tul‸ips\n---\n', { uri: uriOf('open.hnotes') });
    expect(changed(await rename(editor!, at, 'tulip-mania'), at.doc)).toEqual({
      'packs/tulips/chapter.yaml': expect.stringMatching(/^id: "tulip-mania"\n/),
      'open.hnotes': '---\nchapter: tulip-mania\n---\n',
      'a.md': '---\nchapter: [stalins-rise, "tulip-mania"]\n---\n',
    });
    await expect(rename(editor!, at, 'stalins-rise')).rejects.toThrow(/already that of the chapter “Stalin/);
  });

  test('an id from the pack’s own file', async () => {
    await start();
    const text = readFileSync(join(folder, 'packs/tulips/people.yaml'), 'utf8');
    const at = await open(editor!, text.replace('of: clusius', 'of: clu‸sius'), {
      uri: uriOf('packs/tulips/people.yaml'),
      languageId: 'yaml',
    });
    expect(await prepare(editor!, at)).toMatchObject({ placeholder: 'clusius' });
    expect(changed(await rename(editor!, at, 'l-ecluse'), at.doc)).toEqual({
      'packs/tulips/people.yaml': text.replaceAll(/(id|of): clusius/g, '$1: l-ecluse'),
    });
    expect(await prepare(editor!, { doc: at.doc, offset: text.indexOf('Carolus') })).toBeNull();
    // What the editor has counts, saved or not.
    await at.doc.replace('- id: clusius', '\n- id: clusius');
    const moved = { doc: at.doc, offset: at.doc.text.indexOf('clusius') };
    expect(changed(await rename(editor!, moved, 'l-ecluse'), at.doc)['packs/tulips/people.yaml']).toMatch(/^\n- id: l-ecluse\n/);
  });
});
