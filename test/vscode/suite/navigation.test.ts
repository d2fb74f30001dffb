/** Going from notes to the pack and about the notes, in a real editor. In the browser the workspace has no file system that the server could read. */
import { assert } from 'chai';
import * as vscode from 'vscode';
import { head, open, until, write } from './editor';

/** The place of some words in a document. */
function at(document: vscode.TextDocument, words: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(words) + 1);
}

const fileOf = (uri: vscode.Uri) => uri.path.split('/').pop();

suite('navigation', () => {
  test('the definition of a name is its line in the pack, which opens', async () => {
    const { document } = await write(`${head}They listened to Kamenev.\n`);
    const [link] = await until('a definition', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at(document, 'Kamenev'),
      );
      return found.length > 0 && found;
    });
    assert.ok(link && 'targetUri' in link, 'the answer is a link');
    assert.equal(document.getText(link.originSelectionRange), 'Kamenev');
    const pack = await vscode.workspace.openTextDocument(link.targetUri);
    assert.match(pack.lineAt(link.targetSelectionRange!.start.line).text, /^- id: kamenev$/);
  });

  test('references are found in notes that are not open', async () => {
    const { document } = await write(`${head}Franz Ferdinand\n`.replace('stalins-rise', 'first-world-war'));
    const found = await until('references', async () => {
      const places = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        at(document, 'Franz Ferdinand'),
      );
      return places.some(({ uri }) => fileOf(uri) === 'never-opened.hnotes') && places;
    });
    assert.ok(found.some(({ uri }) => uri.toString() === document.uri.toString()));
    assert.notOk(
      vscode.workspace.textDocuments.some(({ uri }) => fileOf(uri) === 'never-opened.hnotes'),
      'nobody has opened them',
    );
  });

  test('a rename changes a name wherever the notes mention it', async () => {
    const { document } = await write(`${head}Zinoviev and Grigory Zinoviev; Kamenev.\n`);
    const edit = await until('a rename', async () => {
      const found = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        at(document, 'Zinoviev'),
        'Zinovyev',
      );
      return found?.has(document.uri) && found;
    });
    assert.deepEqual(
      edit.get(document.uri).map(({ newText }) => newText),
      ['Zinovyev', 'Zinovyev'],
    );
  });

  test('the outline, the folds and the links of notes', async () => {
    const { document } = await write(`${head}# Notes\n\n- 1922 Apr: Stalin\n- 1922 May: Lenin\n\n[[NEP]]\n`);
    const symbols = await until('the outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
      return found?.length > 0 && found;
    });
    assert.deepEqual(
      symbols[0]!.children.map(({ name }) => name),
      ['1922 Apr: Stalin', '1922 May: Lenin'],
    );
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.deepInclude(
      folds.map(({ start, end }) => [start, end]),
      [6, 7],
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 10);
    assert.match(String(links[0]?.target), /terms\.yaml/);
  });

  test('the workspace’s symbols have the people of its own packs', async () => {
    await open('own-chapter.hnotes');
    const found = await until('a symbol', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'franz');
      return symbols.find(({ name }) => /Franz Ferdinand/.test(name));
    });
    assert.equal(fileOf(found.location.uri), 'people.yaml');
  });
});
