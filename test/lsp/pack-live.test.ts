import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-protocol';
import { vscodeCapabilities } from './editor';
import { FILES, fault, PackWorkspace } from './pack-editor';

const NOTES = '---\nchapter: tulips\n---\n\n- 1638 Feb: The tulip market collapses in Haarlem\n';
const TIMELINE = FILES['timeline.yaml']!;

let workspace: PackWorkspace;

/** A workspace of its own for each test of the group; the test starts the server. */
function eachWithItsOwn(): void {
  beforeEach(() => {
    workspace = new PackWorkspace();
  });
  afterEach(() => workspace.stop());
}

/** One workspace and server for all tests of the group. */
function allTogether(): void {
  beforeAll(async () => {
    workspace = new PackWorkspace();
    await workspace.start();
  });
  afterAll(() => workspace.stop());
}

const published = (uri: string) => workspace.editor.publications.findLast((each) => each.uri === uri);
const onDisk = (...paths: string[]) =>
  workspace.editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: paths.map((path) => ({ uri: workspace.uri(path), type: 2 })),
  });

describe('an open file of a pack', () => {
  eachWithItsOwn();

  test('is checked as it is typed, saved or not', async () => {
    await workspace.start();
    const doc = await workspace.open('timeline.yaml');
    expect(await workspace.faults(doc)).toEqual([]);
    await doc.replace('1637-02-03', '1637-02-30');
    expect(await workspace.faults(doc)).toEqual(['error «1637-02-30» There is no 30 February 1637: the month had 28 days.']);
    await doc.replace('1637-02-30', '1637-02-03');
    expect(await workspace.faults(doc)).toEqual([]);
  });

  test('is what notes are checked against', async () => {
    await workspace.start();
    const notes = await workspace.editor.open(NOTES);
    expect(await notes.findings()).toEqual(['event-date «1638 Feb»']);
    const doc = await workspace.open('timeline.yaml');
    await doc.replace('1637-02-03', '1638-02-03');
    await workspace.editor.until('notes without a finding', () => published(notes.uri)?.diagnostics.length === 0);
    // What was never saved is gone when the editor is closed.
    await doc.close();
    await workspace.editor.until('the finding', () => published(notes.uri)?.diagnostics.length === 1);
  });

  test('leaves notes on other chapters alone', async () => {
    await workspace.start();
    const other = await workspace.editor.open('---\nchapter: stalins-rise\n---\n\n- 1922 Aug: Stalin becomes General Secretary\n');
    const own = await workspace.editor.open(NOTES);
    await other.diagnostics();
    await own.diagnostics();
    const before = workspace.editor.publications.length;
    const doc = await workspace.open('timeline.yaml', TIMELINE.replace('1637-02-03', '1638-02-03'));
    await workspace.editor.until('notes without a finding', () => published(own.uri)?.diagnostics.length === 0);
    await workspace.diagnostics(doc);
    expect(workspace.editor.publications.slice(before).filter(({ uri }) => uri === other.uri)).toEqual([]);
  });

  test('has the workspace’s notes read anew only where they may be read otherwise', async () => {
    const notes = 'notes/closed.hnotes';
    workspace.write(notes, '---\nchapter: tulips\n---\n\nAnna Berg and Bert Berg.\n');
    await workspace.start();
    const doc = await workspace.open('people.yaml');
    const lines = async (id: string) => {
      const found = await workspace.editor.connection.sendRequest<Location[]>('textDocument/references', {
        textDocument: { uri: doc.uri },
        position: doc.rangeOf(id).start,
        context: { includeDeclaration: false },
      });
      return found.filter(({ uri }) => uri.endsWith('.hnotes')).map(({ range }) => range.start.line);
    };
    expect(await lines('anna')).toEqual([4]);
    // The client has not told yet of this change: who reads anew sees it, who keeps what was read does not.
    workspace.write(notes, '---\nchapter: tulips\n---\n\n\n\nAnna Berg and Bert Berg.\n');
    await doc.replace('  name: Karl Smit', '  name: Karl Smit\n  summary: A trader.');
    expect(await workspace.faults(doc)).toEqual([]);
    expect(await lines('anna')).toEqual([4]);
    await doc.replace('Karl Smit', 'Bert Berg');
    expect(await workspace.faults(doc)).toEqual([]);
    expect([await lines('anna'), await lines('karl')]).toEqual([[6], [6]]);
  });

  test('serves what was last sound while its YAML is broken', async () => {
    await workspace.start();
    const notes = await workspace.editor.open(NOTES);
    expect(await notes.findings()).toEqual(['event-date «1638 Feb»']);
    const doc = await workspace.open('timeline.yaml');
    expect(await workspace.faults(doc)).toEqual([]);
    await doc.replace('  when: 1637-02-03', '  when: "1637-02-03');
    expect(await workspace.faults(doc)).not.toEqual([]);
    // The event stands behind the fault, and is still known.
    await notes.insert('Haarlem', ', it is said');
    expect(await notes.findings()).toEqual(['event-date «1638 Feb»']);
    expect((await workspace.hover('people.yaml', FILES['people.yaml']!.replace('anna\n', 'an‸na\n')))?.text).toContain('Anna Berg');
  });

  test('tells the other open files of the pack what it breaks in them', async () => {
    await workspace.start();
    const people = await workspace.open('people.yaml');
    const terms = await workspace.open('terms.yaml');
    expect(await workspace.faults(terms)).toEqual([]);
    await people.replace('id: karl', 'id: carl');
    const { diagnostics } = await workspace.editor.until('the fault', () => {
      const last = published(terms.uri);
      return last && last.diagnostics.length > 0 && last;
    });
    expect(diagnostics.map((each) => fault(terms, each))).toEqual([
      'error «karl» The pack has no “karl”; the id of a person is needed here. Did you mean “carl”?',
    ]);
  });

  test('may be a new pack that nothing is saved of', async () => {
    await workspace.start();
    const notes = await workspace.editor.open(NOTES.replace('tulips', 'daffodils'));
    expect(await notes.findings()).toEqual(['front-matter «daffodils»']);
    await workspace.editor.open('id: daffodils\ntitle: Daffodils\n', { uri: workspace.uri('packs/new/chapter.yaml'), languageId: 'yaml' });
    await workspace.editor.open(TIMELINE, { uri: workspace.uri('packs/new/timeline.yaml'), languageId: 'yaml' });
    await workspace.editor.until('the finding', () => published(notes.uri)?.diagnostics[0]?.code === 'event-date');
  });

  test('survives its deletion on disk, and the folder’s renaming', async () => {
    await workspace.start();
    const notes = await workspace.editor.open(NOTES);
    const doc = await workspace.open('timeline.yaml');
    expect(await notes.findings()).toEqual(['event-date «1638 Feb»']);
    rmSync(join(workspace.folder, 'packs/tulips/timeline.yaml'));
    await onDisk('packs/tulips/timeline.yaml');
    await doc.replace('1637-02-03', '1637-02-99');
    expect(await workspace.faults(doc)).toEqual([expect.stringContaining('There is no 99 February 1637')]);
    renameSync(join(workspace.folder, 'packs/tulips'), join(workspace.folder, 'packs/flowers'));
    await onDisk('packs/tulips', 'packs/flowers');
    await workspace.editor.until('the faults cleared', () => published(doc.uri)?.diagnostics.length === 0);
    expect(await doc.hover(doc.rangeOf('crash').start)).toBeNull();
    await doc.close();
    // Nothing is lost: the chapter is known from its new folder.
    const chapters = () => workspace.editor.connection.sendRequest<{ id: string; uri: string }[]>('historyNotes/chapters');
    await expect
      .poll(async () => (await chapters()).find(({ id }) => id === 'tulips')?.uri, { timeout: 10_000 })
      .toBe(workspace.uri('packs/flowers/chapter.yaml'));
  });

  test('is known by however its URI is written', async () => {
    await workspace.start();
    const uri = workspace.pack('timeline.yaml').replace('packs', '%70acks');
    const doc = await workspace.editor.open(TIMELINE.replace('1637-02-03', 'soon'), { uri, languageId: 'yaml' });
    expect(await workspace.faults(doc)).toEqual([expect.stringContaining('“soon” is not a date')]);
  });
});

describe('other YAML', () => {
  allTogether();

  test.each(['timeline.yaml', 'docs/timeline.yaml', 'packs/tulips/more/timeline.yaml', 'other/packs/tulips/people.yml'])(
    '%s is left alone',
    async (path) => {
      const doc = await workspace.editor.open('- id: A b\n', { uri: workspace.uri(path), languageId: 'yaml' });
      expect(await doc.hover({ line: 0, character: 3 })).toBeNull();
      expect(await doc.completion({ line: 0, character: 3 })).toBeNull();
      expect(workspace.editor.publications.filter(({ uri }) => uri === doc.uri)).toEqual([]);
    },
  );

  test('in a pack’s folder is told to be no file of it', async () => {
    workspace.write('packs/tulips/peple.yaml', '- id: a\n');
    await onDisk('packs/tulips/peple.yaml');
    const { diagnostics } = await workspace.editor.until('the warning', () => published(workspace.pack('peple.yaml')));
    expect(diagnostics[0]?.message).toContain('Did you mean “people”?');
  });
});

describe('faults at their exact place', () => {
  allTogether();

  const cases: [string, string, string, string[]][] = [
    [
      'an unknown key',
      'people.yaml',
      '- id: anna\n  nmae: Anna\n  name: Anna',
      ['error «nmae» A person has no “nmae”. Did you mean “name”?'],
    ],
    ['a key that is missing', 'timeline.yaml', '- id: boom\n  when: 1634\n', ['error «i» An event needs “what”.']],
    [
      'a key written twice',
      'people.yaml',
      '- id: anna\n  name: Anna\n  name: Anne',
      ['error «name» “name” is written twice for the same thing; only the first counts.'],
    ],
    [
      'a range that runs backwards',
      'timeline.yaml',
      `${TIMELINE}- id: war\n  when: 1637/1634\n  what: A war is fought`,
      ['error «1637/1634» This range runs backwards: its second date is before its first.'],
    ],
    [
      'an event after its doer’s death',
      'timeline.yaml',
      `${TIMELINE}- id: sale\n  when: 1641\n  what: Anna Berg sells her bulbs`,
      ['warning «1641» Berg does this after the death that the pack gives. Check both dates.'],
    ],
    [
      'an event before its doer’s birth',
      'timeline.yaml',
      `${TIMELINE}- id: sale\n  when: 1599\n  what: Anna Berg sells her bulbs`,
      ['warning «1599» Berg does this before the birth that the pack gives. Check both dates.'],
    ],
    [
      'a part at another time than the whole',
      'timeline.yaml',
      TIMELINE.replace('1637-02-03', '1639-02-03'),
      ['warning «1639-02-03» This is part of “Tulip Boom”, but not at the same time. Check both dates.'],
    ],
    [
      'a membership after death',
      'terms.yaml',
      FILES['terms.yaml']!.replace('[anna,', '[{ person: anna, from: 1650 },'),
      ["warning «1650» Berg joins Gardeners' Guild after the death that the pack gives."],
    ],
    [
      'a section that is not there',
      'timeline.yaml',
      TIMELINE.replace('section: fall', 'section: fal'),
      ['error «fal» The chapter has no section “fal”. Did you mean “fall”?'],
    ],
    [
      'a name of two people',
      'people.yaml',
      FILES['people.yaml']!.replace('name: Karl Smit', 'name: Karl Smit\n  names: [a. berg]'),
      ['warning «a. berg» “a. berg” is a name of “anna” as well, so that in notes nobody can tell who is meant.'],
    ],
    [
      'an id of two facts',
      'timeline.yaml',
      `${TIMELINE}- id: anna\n  when: 1634\n  what: A thing begins`,
      ['error «anna» The id “anna” is already taken, in line 1 of people.yaml. This one is left out.'],
    ],
  ];
  test.each(cases)('%s', async (_, name, text, expected) => {
    const doc = await workspace.open(name, text);
    const faults = await workspace.faults(doc);
    await doc.close();
    expect(faults.filter((each) => !/The pack has no/.test(each))).toEqual(expected);
  });

  test('with the other place that they are about, where the client shows it', async () => {
    const doc = await workspace.open('timeline.yaml', `${TIMELINE}- id: anna\n  when: 1634\n  what: A thing begins`);
    const [diagnostic] = await workspace.diagnostics(doc);
    expect(diagnostic?.relatedInformation).toEqual([
      {
        location: { uri: workspace.pack('people.yaml'), range: { start: { line: 0, character: 6 }, end: { line: 0, character: 10 } } },
        message: 'The “anna” that counts',
      },
    ]);
  });
});

describe('faults by the client and the settings', () => {
  eachWithItsOwn();

  test('without it, where it does not', async () => {
    const { publishDiagnostics: _, ...textDocument } = vscodeCapabilities.textDocument;
    await workspace.start({ capabilities: { ...vscodeCapabilities, textDocument } });
    const doc = await workspace.open('timeline.yaml', `${TIMELINE}- id: anna\n  when: 1634\n  what: A thing begins`);
    expect((await doc.diagnostics())[0]).not.toHaveProperty('relatedInformation');
  });

  test('not at all, where the rule is off', async () => {
    await workspace.start({ settings: { rules: { pack: 'off' } } });
    const doc = await workspace.open('timeline.yaml', '- id: A b\n');
    expect(await doc.diagnostics()).toEqual([]);
  });
});

describe('a virtual workspace', () => {
  eachWithItsOwn();

  const base = 'vscode-vfs://github/school/notes/packs/tulips';
  const readPacks = (folders: readonly string[]) =>
    folders
      .filter((each) => each.endsWith('/packs'))
      .map((each) => ({
        folder: `${each}/tulips`,
        files: Object.entries(FILES).map(([name, text]) => ({ file: `${each}/tulips/${name}`, text })),
      }));

  test.each([{ worker: true }, { worker: false }])('has live packs too (in a worker: $worker)', async ({ worker }) => {
    await workspace.start({
      worker,
      workspaceFolders: ['vscode-vfs://github/school/notes'],
      initializationOptions: { readPacks: true },
      readPacks,
    });
    const notes = await workspace.editor.open(NOTES);
    expect(await notes.findings()).toEqual(['event-date «1638 Feb»']);
    const doc = await workspace.editor.open(TIMELINE.replace('1637-02-03', '1638-02-03'), {
      uri: `${base}/timeline.yaml`,
      languageId: 'yaml',
    });
    await workspace.editor.until('notes without a finding', () => published(notes.uri)?.diagnostics.length === 0);
    expect(await workspace.faults(doc)).toEqual([
      'warning «1638-02-03» This is part of “Tulip Boom”, but not at the same time. Check both dates.',
    ]);
  });
});

test('formatting is registered for notes alone, where the client can be told, so that other formatters of YAML are not in doubt', async () => {
  const dynamicRegistration = true;
  const formatting = {
    formatting: { dynamicRegistration },
    rangeFormatting: { dynamicRegistration },
    onTypeFormatting: { dynamicRegistration },
  };
  workspace = new PackWorkspace();
  await workspace.start({ capabilities: { ...vscodeCapabilities, textDocument: { ...vscodeCapabilities.textDocument, ...formatting } } });
  const registered = await workspace.editor.until('the registrations', () => {
    const found = workspace.editor.registrations.filter(({ method }) => /formatting/i.test(method));
    return found.length === 3 && found;
  });
  for (const { registerOptions } of registered)
    expect(registerOptions).toMatchObject({ documentSelector: [{ language: 'history-notes' }, { language: 'markdown' }] });
  await workspace.stop();
});
