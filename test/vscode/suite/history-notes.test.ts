/** What a student does, in a real editor. The same suite runs in Node's extension host and in a browser's worker. */
import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  code,
  completions,
  finding,
  findings,
  head,
  hover,
  label,
  open,
  quickFixes,
  quiet,
  replace,
  until,
  workspaceFile,
  write,
} from './editor';

const lenin = `${head}Lenin died in January 1925.\n`;
const settings = () => vscode.workspace.getConfiguration('historyNotes');
const name = (uri: vscode.Uri) => uri.path.split('/').pop();

teardown(async () => {
  for (const name of ['rules', 'ownNames']) await settings().update(name, undefined, vscode.ConfigurationTarget.Global);
});

suite('findings', () => {
  test('a wrong date is underlined, explained, and leads to its fact', async () => {
    const { document } = await open('essay.hnotes');
    const found = await finding(document, 'event-date');
    assert.match(found.message, /January 1924/);
    assert.match(document.getText(found.range), /1925/);
    assert.ok(typeof found.code === 'object' && found.code.target.scheme === 'https', 'the code links to its page');
    const fact = found.relatedInformation?.[0]?.location;
    assert.ok(fact, 'the finding names its fact');
    assert.match((await vscode.workspace.openTextDocument(fact.uri)).getText(fact.range), /1924-01-21/);
  });

  test('the quick fix repairs the date in the form it was written in', async () => {
    const { document } = await write(lenin);
    const found = await finding(document, 'event-date');
    const fix = (await quickFixes(document, found.range)).find((each) => each.isPreferred);
    assert.ok(fix?.edit, 'a preferred repair is offered');
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), lenin.replace('1925', '1924'));
    await quiet(document);
  });

  test('a finding goes when the mistake goes, and comes when it comes', async () => {
    const editor = await write(lenin);
    await finding(editor.document, 'event-date');
    await replace(editor, '1925', '1924');
    await quiet(editor.document);
    await replace(editor, '1924', '1926');
    await finding(editor.document, 'event-date');
  });

  test('sound notes stay clean; Markdown is read where it names a chapter', async () => {
    const clean = await open('clean.hnotes');
    const plain = await open('plain.md');
    const notes = await open('markdown-notes.md');
    await finding(notes.document, 'event-date');
    assert.deepEqual(findings(clean.document).map(code), []);
    assert.deepEqual(findings(plain.document).map(code), []);
  });

  test('an unknown chapter is reported, and its neighbour offered', async () => {
    const { document } = await open('unknown-chapter.hnotes');
    const found = await finding(document, 'front-matter');
    assert.match(document.getText(found.range), /stalins-ryse/);
    const titles = (await quickFixes(document, found.range)).map((each) => each.title);
    assert.ok(
      titles.some((title) => title.includes('stalins-rise')),
      titles.join('; '),
    );
  });

  test("a teacher's own pack in the workspace is used", async () => {
    const { document } = await open('own-chapter.hnotes');
    const found = await until('a finding', () => findings(document)[0]);
    assert.match(found.message, /28 June 1914/);
    const fact = found.relatedInformation?.[0]?.location.uri.toString();
    assert.ok(fact?.startsWith(workspaceFile('packs/first-world-war/').toString()), fact);
  });

  test('a rule can be turned off in the settings', async () => {
    const { document } = await write(lenin);
    await finding(document, 'event-date');
    await settings().update('rules', { 'event-date': 'off' }, vscode.ConfigurationTarget.Global);
    await quiet(document);
    await settings().update('rules', undefined, vscode.ConfigurationTarget.Global);
    await finding(document, 'event-date');
  });

  test('a rule can be turned off in the workspace by its quick fix', async function () {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    // On the web the folder of the tests cannot be written.
    if (!folder || vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) === false) return this.skip();
    const { document } = await write(lenin);
    await finding(document, 'event-date');
    await vscode.commands.executeCommand('historyNotes.turnOffRule', 'event-date', document.uri.toString());
    try {
      await quiet(document);
      assert.deepEqual(settings().inspect('rules')?.workspaceValue, { 'event-date': 'off' });
    } finally {
      await settings().update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await finding(document, 'event-date');
  });
});

suite('help', () => {
  test('the hover says who Kamenev was', async () => {
    const { document } = await open('essay.hnotes');
    const text = await until('the hover', async () => (await hover(document, 'Kamenev')) || undefined);
    assert.match(text, /Lev Kamenev/);
    assert.match(text, /1883/);
  });

  test('@Zin completes Zinoviev', async () => {
    const editor = await write(`${head}The triumvirs were @Zin|`);
    const items = await until('the completion list', async () => {
      const list = await completions(editor);
      return list.some((item) => /Zinoviev/.test(label(item))) && list;
    });
    const item = items.find((each) => /Zinoviev/.test(label(each)));
    assert.ok(item);
  });

  test('the front matter completes the chapters', async () => {
    const editor = await write('---\nchapter: |\n---\n');
    await until('both chapters', async () => {
      const labels = (await completions(editor)).map(label).join(' ');
      return labels.includes('stalins-rise') && labels.includes('first-world-war');
    });
  });
});

suite("a teacher's pack", () => {
  test('is checked as it is typed, and helps with its ids and keys', async () => {
    const editor = await open('packs/first-world-war/timeline.yaml');
    const { document } = editor;
    await replace(editor, '1914-06-28', '1914-06-31');
    const found = await until('a fault', () => findings(document)[0]);
    assert.match(found.message, /no 31 June 1914/);
    assert.equal(document.getText(found.range), '1914-06-31');

    // The notes that use the chapter hear of it unsaved.
    await replace(editor, '1914-06-31', '1914-06-27');
    const notes = (await open('own-chapter.hnotes')).document;
    await until('the finding by what is typed', () => findings(notes).find(({ message }) => /27 June 1914/.test(message)));

    const shown = await vscode.window.showTextDocument(document);
    const end = document.lineAt(document.lineCount - 1).range.end;
    await shown.edit((edit) => edit.insert(end, '- id: peace\n  during: \n'));
    const at = document.positionAt(document.getText().indexOf('during: ') + 'during: '.length);
    shown.selection = new vscode.Selection(at, at);
    await until('the ids of events', async () => (await completions(shown)).some((item) => label(item) === 'sarajevo'));
    await until('the meaning of a key', async () => /was part of/.test(await hover(document, 'during:')));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('is the only YAML that is touched', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: '- id: A b\n  nmae: x\n' });
    await vscode.window.showTextDocument(document);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(findings(document), []);
  });
});

suite('commands', () => {
  test('new notes open with their chapter and question', async () => {
    await vscode.commands.executeCommand('historyNotes.newNotes', { chapter: 'first-world-war', question: 'outbreak' });
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    assert.equal(document.languageId, 'history-notes');
    assert.match(document.getText(), /^---\nchapter: first-world-war\ntitle: "The First World War"\nquestion: "Why did a murder/);
    await until('the server to know the notes', async () => (await hover(document, 'first-world-war')) !== undefined);
    assert.deepEqual(findings(document).map(code), []);
  });

  test('the fact behind the finding at the cursor is shown at its place', async () => {
    const editor = await write(lenin);
    const found = await finding(editor.document, 'event-date');
    editor.selection = new vscode.Selection(found.range.start, found.range.start);
    await vscode.commands.executeCommand('historyNotes.showFact');
    const shown = vscode.window.activeTextEditor;
    assert.ok(shown);
    assert.equal(name(shown.document.uri), name(found.relatedInformation![0]!.location.uri));
    assert.ok(shown.selection.contains(found.relatedInformation![0]!.location.range));
  });

  test('a name of my own is silent from then on', async () => {
    const { document } = await write(`${head}My teacher @Brzeskwinski says so.\n`);
    const found = await finding(document, 'unknown-person');
    const action = (await quickFixes(document, found.range)).find((each) => each.command?.command === 'historyNotes.addToMyNames');
    assert.ok(action?.command, 'the name can be added from the repairs');
    await vscode.commands.executeCommand('historyNotes.addToMyNames', action.command.arguments?.[0], action.command.arguments?.[1], 'user');
    assert.deepEqual(settings().get('ownNames'), ['Brzeskwinski']);
    await quiet(document);
    await settings().update('ownNames', undefined, vscode.ConfigurationTarget.Global);
    await finding(document, 'unknown-person');
  });

  test('the server can be restarted, and every document comes back', async () => {
    const { document } = await write(lenin);
    await finding(document, 'event-date');
    await vscode.commands.executeCommand('historyNotes.restartServer');
    await finding(document, 'event-date');
  });
});

suite('typing', () => {
  test('Enter goes on with a list', async () => {
    const editor = await write(`${head}- 1922 Apr: Stalin becomes General Secretary|`);
    // The editor learns a language's rules a moment after it has shown the text.
    await until('a new item', async () => {
      await vscode.commands.executeCommand('type', { text: '\n' });
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (editor.document.getText().endsWith('Secretary\n- ')) return true;
      await vscode.commands.executeCommand('undo');
      return false;
    });
  });

  test('a word is selected without its marks', async () => {
    const editor = await write(`${head}It was @[Leon Tro|tsky]'s army.`);
    const word = editor.document.getWordRangeAtPosition(editor.selection.active);
    assert.equal(editor.document.getText(word), 'Trotsky');
  });
});
