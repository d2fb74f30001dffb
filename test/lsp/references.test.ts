import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { type DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Cursor } from './cursor';
import { Editor, type EditorOptions, STALIN } from './editor';
import { NotesFolder } from './notes-folder';

let folder: NotesFolder;
let editor: Editor | undefined;

beforeEach(() => {
  folder = new NotesFolder('history notes (é) ');
});
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
  folder.remove();
});

/** By URI. */
const texts = new Map<string, string>();
const uriOf = (path: string) => folder.uri(path);

function write(path: string, text: string): string {
  const uri = folder.write(path, text);
  texts.set(decodeURIComponent(uri), text);
  return uri;
}

async function start(options: EditorOptions = {}): Promise<Editor> {
  editor = await Editor.start({ workspaceFolders: [folder.root], ...options });
  return editor;
}

async function open(source: string, options?: { uri?: string; languageId?: string }): Promise<Cursor> {
  const at = await Cursor.in(editor!, source, options);
  texts.set(decodeURIComponent(at.doc.uri), at.doc.text);
  return at;
}

/** Each reference as `file: words`. */
async function references(at: Cursor, includeDeclaration = false): Promise<string[] | null> {
  const found = await at.ask<Location[] | null>('references', { context: { includeDeclaration } });
  return (
    found?.map(({ uri, range }) => {
      const path = decodeURIComponent(uri);
      const text = texts.get(path);
      const name = path.split(/[/:]/).at(-1);
      return text === undefined ? `${name}` : `${name}: ${TextDocument.create('', '', 0, text).getText(range)}`;
    }) ?? null
  );
}

describe('references of a person', () => {
  test('however worded, in the document and in the workspace’s other notes, open ones first', async () => {
    write('a.hnotes', `${STALIN}Leon Trotsky lost.\n`);
    write('deep/er/b.md', `${STALIN}- 1929: Trotskii’s exile; @[Leon Trotsky|his rival] stayed.\n`);
    write('c.md', 'Trotsky in Markdown that names no chapter.\n');
    write('.hidden/d.hnotes', `${STALIN}Trotsky\n`);
    write('node_modules/e.hnotes', `${STALIN}Trotsky\n`);
    await start();
    const at = await open(`${STALIN}Tro‸tsky joined late. He never forgot it. Stalin met Trotsky.\n`, { uri: uriOf('open.hnotes') });
    expect(await references(at)).toEqual([
      'open.hnotes: Trotsky',
      'open.hnotes: He',
      'open.hnotes: Trotsky',
      'a.hnotes: Leon Trotsky',
      'b.md: Trotskii',
      'b.md: his rival',
    ]);
  });

  test('with the pack’s line where the declaration is asked for', async () => {
    await start({ workspaceFolders: [] });
    expect(await references(await open(`${STALIN}Ka‸menev`), true)).toEqual(['people.yaml', '1.hnotes: Kamenev']);
  });

  test('of the same id in another chapter are not his', async () => {
    for (const id of ['one', 'two']) {
      write(`packs/${id}/chapter.yaml`, `id: ${id}\ntitle: ${id}\n`);
      write(`packs/${id}/people.yaml`, `- { id: smith, name: ${id === 'one' ? 'John' : 'Mary'} Smith, short: Smith }\n`);
      write(`${id}.hnotes`, `---\nchapter: ${id}\n---\n\nSmith spoke.\n`);
    }
    await start();
    expect(await references(await open('---\nchapter: one\n---\n\nThen Smi‸th.\n'))).toEqual(['1.hnotes: Smith', 'one.hnotes: Smith']);
  });
});

describe('references of other facts', () => {
  test('an event: the words that tell it, and its name', async () => {
    write('a.hnotes', `${STALIN}In 1917 Trotsky joined the Bolsheviks.\n\nThe Kronstadt rising came later.\n`);
    await start();
    expect(await references(await open(`${STALIN}- 1917 Aug: Trotsky jo‸ins the Bolshevik Party\n`))).toEqual([
      '1.hnotes: Trotsky joins the Bolshevik Party',
      'a.hnotes: Trotsky joined the Bolsheviks',
    ]);
    expect(await references(await open(`${STALIN}[[Kronstadt Re‸bellion]]`))).toEqual([
      '2.hnotes: Kronstadt Rebellion',
      'a.hnotes: Kronstadt rising',
    ]);
  });

  test('a source: its citations and its name', async () => {
    await start();
    expect(await references(await open(`${STALIN}As [@serv‸ice2005, p. 210] says; Source 2.1 too.`))).toEqual([
      '1.hnotes: service2005',
      '1.hnotes: Source 2.1',
    ]);
  });

  test('a chapter: the notes that name it, and its file', async () => {
    write('a.md', '---\nchapter: [stalins-rise]\n---\n');
    await start();
    expect(await references(await open('---\nchapter: stalins-‸rise\n---\n'), true)).toEqual([
      'chapter.yaml',
      '1.hnotes: stalins-rise',
      'a.md: stalins-rise',
    ]);
  });

  test('nothing where nothing of the chapter stands', async () => {
    await start();
    expect(await references(await open(`${STALIN}They lis‸tened.`))).toBeNull();
    expect(await references(await open(`${STALIN}Then 19‸24 came.`))).toBeNull();
  });
});

describe('the notes of the workspace', () => {
  const names = `${STALIN}Trotsky\n`;
  const trotsky = () => open(`${STALIN}Tro‸tsky`, { uri: 'untitled:Untitled-1' });

  test('are as the editor has them while they are open', async () => {
    const uri = write('a.hnotes', names);
    await start();
    const at = await trotsky();
    expect(await references(at)).toEqual(['Untitled-1: Trotsky', 'a.hnotes: Trotsky']);
    // As Visual Studio Code writes it: a bracket is a percent sign and a number.
    const other = await open(`${STALIN}‸Lenin`, { uri: uri.replace('(', '%28').replace(')', '%29') });
    expect(await references(at)).toEqual(['Untitled-1: Trotsky']);
    await other.doc.close();
    texts.set(decodeURIComponent(uri), names);
    expect(await references(at)).toEqual(['Untitled-1: Trotsky', 'a.hnotes: Trotsky']);
  });

  test.each([
    ['tells of them', undefined],
    ['watches nothing', {}],
  ])('are read again when they change, where the client %s', async (_, capabilities) => {
    write('a.hnotes', names);
    await start(capabilities ? { capabilities } : {});
    const at = await trotsky();
    const tell = async (type: 1 | 2 | 3, path: string) => {
      if (!capabilities)
        await editor!.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type }] });
    };
    expect(await references(at)).toHaveLength(2);
    write('a.hnotes', `${STALIN}Trotsky met Trotsky.\n`);
    await tell(2, 'a.hnotes');
    write('b.hnotes', names);
    await tell(1, 'b.hnotes');
    expect(await references(at)).toHaveLength(4);
    folder.delete('a.hnotes');
    await tell(3, 'a.hnotes');
    expect(await references(at)).toEqual(['Untitled-1: Trotsky', 'b.hnotes: Trotsky']);
  });

  test('are read again when a pack changes', async () => {
    const pack = (name: string) => write('packs/own/people.yaml', `- { id: smith, name: ${name}, short: ${name.split(' ')[1]} }\n`);
    write('packs/own/chapter.yaml', 'id: own\ntitle: Own\n');
    pack('Mary Smith');
    write('a.hnotes', '---\nchapter: own\n---\n\nJones and Smith.\n');
    await start();
    const at = await open('---\nchapter: own\n---\n\nSm‸ith\n');
    expect(await references(at)).toContain('a.hnotes: Smith');
    pack('Mary Jones');
    await editor!.connection.sendRequest('historyNotes/reloadPacks');
    expect(await references(at)).toBeNull();
    expect(await references(await open('---\nchapter: own\n---\n\nJo‸nes\n'))).toContain('a.hnotes: Jones');
  });

  test('come and go with the workspace’s folders', async () => {
    write('a.hnotes', names);
    await start({ workspaceFolders: [] });
    const at = await trotsky();
    expect(await references(at)).toEqual(['Untitled-1: Trotsky']);
    const event = { added: [{ uri: folder.root, name: 'notes' }], removed: [] };
    await editor!.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    expect(await references(at)).toEqual(['Untitled-1: Trotsky', 'a.hnotes: Trotsky']);
  });

  test('of several folders are searched, and files in two of them once', async () => {
    write('one/a.hnotes', names);
    write('two/b.hnotes', names);
    await start({ workspaceFolders: [uriOf('one'), uriOf('two'), folder.root] });
    expect(await references(await trotsky())).toEqual(['Untitled-1: Trotsky', 'a.hnotes: Trotsky', 'b.hnotes: Trotsky']);
  });

  test.each([true, false])('of a workspace without a file system come from the client (worker: %s)', async (worker) => {
    const root = 'vscode-vfs://github/school/notes';
    texts.set(`${root}/a.hnotes`, names);
    await start({
      worker,
      workspaceFolders: [root],
      initializationOptions: { readNotes: true, readPacks: true },
      notesFiles: { [`${root}/a.hnotes`]: names, [`${root}/b.md`]: 'Trotsky' },
    });
    expect(await references(await trotsky())).toEqual(['Untitled-1: Trotsky', 'a.hnotes: Trotsky']);
  });

  test('of a client that cannot read them are left out', async () => {
    await start({ worker: true, workspaceFolders: ['vscode-vfs://github/school/notes'], capabilities: {} });
    expect(await references(await trotsky())).toEqual(['Untitled-1: Trotsky']);
  });

  test('that cannot be read harm nothing', async () => {
    write('a.hnotes', names);
    write('large.hnotes', `${STALIN}${'Trotsky. '.repeat(200_000)}`);
    symlinkSync(folder.path, join(folder.path, 'circle'));
    symlinkSync(join(folder.path, 'nowhere'), join(folder.path, 'broken.hnotes'));
    await start();
    expect(await references(await trotsky())).toEqual(['Untitled-1: Trotsky', 'a.hnotes: Trotsky']);
  });

  test('are no more read once the request is cancelled, and other requests are answered meanwhile', async () => {
    for (let i = 0; i < 60; i++) write(`many/${i}.hnotes`, `${STALIN}${'Trotsky met Lenin in 1917. '.repeat(100)}`);
    await start();
    const at = await trotsky();
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: at.doc.uri }, position: at.doc.positionAt(at.offset), context: { includeDeclaration: false } };
    let done = false;
    const asked = editor!.connection
      .sendRequest('textDocument/references', params, source.token)
      .then(
        (answer) => answer,
        () => null,
      )
      .finally(() => {
        done = true;
      });
    expect(await at.doc.hover(at.doc.positionAt(at.offset))).not.toBeNull();
    expect(done).toBe(false);
    source.cancel();
    expect(await asked).toBeNull();
  });
});

describe('document highlights', () => {
  async function highlights(source: string): Promise<string[] | null> {
    const at = await open(source);
    const found = await at.ask<DocumentHighlight[] | null>('documentHighlight');
    expect(found?.every(({ kind }) => kind === DocumentHighlightKind.Text) ?? true).toBe(true);
    return found?.map(({ range }) => TextDocument.create('', '', 0, at.doc.text).getText(range)) ?? null;
  }

  test('are all mentions in the document', async () => {
    await start();
    expect(await highlights(`${STALIN}# Tro‸tsky\n\nLeon Trotsky lost. He left. Stalin stayed; @[Trotskii|the other] did not.`)).toEqual([
      'Trotsky',
      'Leon Trotsky',
      'He',
      'the other',
    ]);
    expect(await highlights(`${STALIN}The N‸EP. The New Economic Policy.`)).toEqual(['NEP', 'New Economic Policy']);
    expect(await highlights(`${STALIN}He lis‸tened.`)).toBeNull();
  });

  test.each([
    ['another person stands in the sentence before', 'Trotsky met Lenin. He left. Tro‸tsky', ['Trotsky', 'Trotsky']],
    ['a stranger does', 'Trotsky met Wilkinson. He left. Tro‸tsky', ['Trotsky', 'Trotsky']],
    ['he is not the one spoken of', 'They loathed Trotsky. He left. Tro‸tsky', ['Trotsky', 'Trotsky']],
    ['the pronoun is another’s', 'Trotsky lost. She left. Tro‸tsky', ['Trotsky', 'Trotsky']],
    ['a paragraph lies between', 'Trotsky lost.\n\nHe left. Tro‸tsky', ['Trotsky', 'Trotsky']],
  ])('no pronoun where %s', async (_, source, found) => {
    await start();
    expect(await highlights(`${STALIN}${source}`)).toEqual(found);
  });

  test('an event is not told by a question, a supposition, or by half of it', async () => {
    await start();
    const line = '- 1917 Aug: Trotsky jo‸ins the Bolshevik Party\n\n';
    for (const text of [
      'Did Trotsky join the Bolsheviks?',
      'If Trotsky had joined the Bolsheviks, …',
      'Trotsky joined late.',
      'Lenin joined the Bolsheviks.',
    ])
      expect(await highlights(`${STALIN}${line}${text}`)).toEqual(['Trotsky joins the Bolshevik Party']);
    expect(await highlights(`${STALIN}${line}In 1917 he saw that Trotsky had joined the Bolsheviks.`)).toHaveLength(2);
  });
});
