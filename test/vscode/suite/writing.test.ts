/** What the editor shows in the notes and does to them while somebody writes, in a real editor: every edit is made, not only offered. */
import { assert } from 'chai';
import * as vscode from 'vscode';
import { finding, findings, head, open, quickFixes, until, write } from './editor';

const whole = (document: vscode.TextDocument) => new vscode.Range(0, 0, document.lineCount, 0);
const execute = <T>(command: string, ...given: unknown[]) => vscode.commands.executeCommand<T>(command, ...given);

/** The lens with such a title, once the server has said what it says. */
function lens(document: vscode.TextDocument, title: RegExp): Promise<vscode.CodeLens> {
  return until(`the lens ${title}`, async () => {
    const lenses = await execute<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
    return lenses.find(({ command }) => command && title.test(command.title));
  });
}

async function click({ command }: vscode.CodeLens): Promise<void> {
  assert.ok(command?.command, 'a click does something');
  await execute(command.command, ...(command.arguments ?? []));
}

suite('writing', () => {
  test('Enter aligns the line of a timeline that was written', async () => {
    const lines = ['- 1922 Apr: Stalin becomes General Secretary', '- Dec:      Lenin has a second stroke'];
    const editor = await write(`${head}${lines.join('\n')}\n- 1924: Lenin dies|`);
    const { document } = editor;
    await until('an aligned line', async () => {
      await execute('type', { text: '\n' });
      await new Promise((resolve) => setTimeout(resolve, 500));
      if (document.getText().includes('- 1924:     Lenin dies\n')) return true;
      await execute('undo');
      return false;
    });
    assert.equal(document.getText(), `${head}${lines.join('\n')}\n- 1924:     Lenin dies\n- `);
  });

  test('the date stands behind an undated event', async () => {
    const { document } = await write(`${head}Stalin became General Secretary.\n`);
    const [hint] = await until('a hint', async () => {
      const hints = await execute<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole(document));
      return hints.length > 0 && hints;
    });
    assert.equal(hint!.label, '(April 1922)');
    assert.deepEqual(hint!.position, document.positionAt(document.getText().indexOf('.')));
  });

  test('lenses count, sort and complete a timeline', async () => {
    const { document } = await write(`${head}2. 1924 Jan: Lenin dies\n3. 1922 Apr: Stalin becomes General Secretary\n`);
    await lens(document, /^2 of \d+ events of the chapter$/);
    await click(await lens(document, /^Sort this timeline$/));
    const sorted = `${head}2. 1922 Apr: Stalin becomes General Secretary\n3. 1924 Jan: Lenin dies\n`;
    await until('the sorted lines', () => document.getText() === sorted);
    await click(await lens(document, /^Add the missing events/));
    await until('more lines', () => document.lineCount > 8);
    assert.match(document.getText(), /\n2\. 1922 [\s\S]*\n3\. [\s\S]*\n4\. [\s\S]*\n5\. 192/);
    await until('no more to add', async () => {
      const lenses = await execute<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
      return lenses.length > 0 && !lenses.some(({ command }) => /^(?:Add|Sort)/.test(command?.title ?? ''));
    });
    assert.deepEqual(findings(document), []);
  });

  test('in a pack a lens says in how many notes a fact is mentioned, and goes on counting', async () => {
    const pack = (await open('packs/first-world-war/people.yaml')).document;
    const counted = Number(/\d+/.exec((await lens(pack, /^mentioned in \d+ notes?$/)).command!.title)![0]);
    await write('---\nchapter: first-world-war\n---\n\nFranz Ferdinand again.\n');
    await until('one more', async () => {
      const [first] = await execute<vscode.CodeLens[]>('vscode.executeCodeLensProvider', pack.uri, 100);
      return first?.command?.title === `mentioned in ${counted + 1} notes`;
    });
  });

  test('people, events, dates and what is wrong are coloured', async () => {
    const { document } = await write(`${head}- 1925 Jan: Lenin dies\n\n@Nobodyovich saw the [[Kronstadt Rebellion]] [@service2005].\n`);
    await finding(document, 'event-date');
    const legend = await execute<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const coloured = await until('colours', async () => {
      const tokens = await execute<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
      return tokens && tokens.data.length > 0 && read(tokens.data);
    });
    assert.includeMembers(coloured, ['1925 Jan: date.wrong', 'Lenin: person', 'Kronstadt Rebellion: event', 'service2005: source']);
    assert.ok(
      coloured.some((each) => /^@?Nobodyovich: person\.unknown$/.test(each)),
      coloured.join(', '),
    );

    function read(data: Uint32Array): string[] {
      let [line, character] = [0, 0];
      const found: string[] = [];
      for (let at = 0; at < data.length; at += 5) {
        const [lines, characters, length, type, modifiers] = data.slice(at, at + 5) as unknown as [number, number, number, number, number];
        character = lines > 0 ? characters : character + characters;
        line += lines;
        const words = document.getText(new vscode.Range(line, character, line, character + length));
        const wrong = legend.tokenModifiers.filter((_, index) => modifiers & (1 << index));
        found.push(`${words}: ${[legend.tokenTypes[type], ...wrong].join('.')}`);
      }
      return found;
    }
  });

  test('a person is found however named, and has another name everywhere after a rename', async () => {
    const { document } = await write(`${head}Trotsky joined late. He never forgot it.\n\n@[Leon Trotsky] stayed; Trotsky left.\n`);
    const at = document.positionAt(document.getText().indexOf('Trotsky') + 2);
    const words = await until('references', async () => {
      const found = await execute<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
      const here = found.filter(({ uri }) => uri.toString() === document.uri.toString());
      return here.length > 0 && here.map(({ range }) => document.getText(range));
    });
    assert.deepEqual(words, ['Trotsky', 'He', 'Leon Trotsky', 'Trotsky']);
    const edit = await execute<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, 'Trotskii');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), `${head}Trotskii joined late. He never forgot it.\n\n@[Leon Trotskii] stayed; Trotskii left.\n`);
  });

  test('every misspelling is mended at once, by an edit that comes when it is chosen', async () => {
    const { document } = await write(`${head}Then Trotksy resigned.\n\nKamenve did not.\n`);
    const { range } = await finding(document, 'misspelt-name');
    await quickFixes(document, range);
    const fix = await until('the repair of all', async () => {
      const actions = await execute<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, 'quickfix', 100);
      return actions.find(({ title, edit }) => /^Fix every misspelt-name/.test(title) && edit);
    });
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    assert.equal(document.getText(), `${head}Then Trotsky resigned.\n\nKamenev did not.\n`);
  });

  test('a link to notes of the workspace is known, and leads there', async () => {
    const editor = await open('essay.hnotes');
    const { document } = editor;
    const end = document.lineAt(document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\nSee [[never-opened]] and [[nowhere]].\n'));
    const found = await finding(document, 'unknown-link');
    assert.equal(document.getText(found.range), 'nowhere');
    assert.equal(findings(document).filter(({ message }) => /never-opened/.test(message)).length, 0);
    const links = await execute<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 100);
    assert.ok(
      links.some(({ target }) => target?.path.endsWith('/notes/never-opened.hnotes')),
      links.map(({ target }) => String(target)).join(', '),
    );
    await execute('workbench.action.files.revert');
  });
});
