import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CodeAction, type CodeLens, type DocumentSymbol, SymbolKind, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Doc } from './editor';
import { applied, FILES, PackWorkspace } from './pack-editor';

const [PEOPLE, TIMELINE, TERMS, CHAPTER] = ['people', 'timeline', 'terms', 'chapter'].map((name) => FILES[`${name}.yaml`]!) as [
  string,
  string,
  string,
  string,
];
const SHOW = 'historyNotes.showReferences';

let workspace: PackWorkspace;
beforeAll(async () => {
  workspace = new PackWorkspace();
  workspace.write('essay.hnotes', '---\nchapter: tulips\n---\n\nAnna Berg sold bulbs [@goldgar2007, p. 3]. Berg bought them too.\n');
  workspace.write('more.hnotes', '---\nchapter: tulips\n---\n\nAnna Berg again, and the Tulip Crash.\n');
  await workspace.start({ initializationOptions: { clientCommands: [SHOW] } });
});
afterAll(() => workspace.stop());

describe('completion of keys', () => {
  test('offers those that are not there, with what they mean; needed ones first', async () => {
    const { labels, item } = await workspace.complete('people.yaml', '- id: anna\n  name: Anna\n  ‸\n');
    expect(labels).toEqual([
      'names',
      'summary',
      'section',
      'page',
      'note',
      'short',
      'gender',
      'born',
      'died',
      'offices',
      'relations',
      'epithets',
    ]);
    expect(item('gender').documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('Tells “his” from “her”') });
    expect((await workspace.complete('terms.yaml', '- id: guild\n  ‸')).labels.slice(0, 2)).toEqual(['name', 'kind']);
  });

  test.each([
    ['between other lines', 'people.yaml', '- id: anna\n  ge‸\n  name: Anna\n', 'gender', '- id: anna\n  gender: \n  name: Anna\n'],
    ['over the word that is there', 'people.yaml', '- id: anna\n  na‸mes: [A]\n', 'name', '- id: anna\n  name: : [A]\n'],
    ['at the start of an entry', 'people.yaml', `${PEOPLE}- ‸`, 'id', `${PEOPLE}- id: `],
    [
      'in an entry in an entry',
      'people.yaml',
      '- id: a\n  offices:\n    - title: T\n      ‸\n- id: b\n',
      'sole',
      '- id: a\n  offices:\n    - title: T\n      sole: \n- id: b\n',
    ],
    ['in braces', 'timeline.yaml', '- id: a\n  when: { date: 1637, ‸ }\n', 'calendar', '- id: a\n  when: { date: 1637, calendar:  }\n'],
    [
      'in braces that are not closed',
      'timeline.yaml',
      '- id: a\n  when: { date: 1637, cal‸\n  what: A\n',
      'calendar',
      '- id: a\n  when: { date: 1637, calendar: \n  what: A\n',
    ],
    ['of a list of things, which begins on the next line', 'people.yaml', '- id: a\n  off‸\n', 'offices', '- id: a\n  offices:\n'],
    ['of chapter.yaml', 'chapter.yaml', 'id: tulips\ntitle: T\nsec‸', 'sections', 'id: tulips\ntitle: T\nsections:'],
    ['below what is broken', 'people.yaml', '- id: "a\n  name: [x\n- id: b\n  sh‸', 'short', '- id: "a\n  name: [x\n- id: b\n  short: '],
  ])('%s', async (_, name, source, label, result) => {
    expect((await workspace.complete(name, source)).choose(label)).toBe(result);
  });

  test.each([
    ['in a comment', 'people.yaml', '- id: a\n  # na‸'],
    ['in a text', 'people.yaml', '- id: a\n  summary: He was na‸'],
    ['in a text over several lines', 'people.yaml', '- id: a\n  summary: >-\n    He was\n    na‸'],
  ])('not %s', async (_, name, source) => {
    expect((await workspace.complete(name, source)).labels).toEqual([]);
  });
});

describe('completion of values', () => {
  test.each([
    ['a choice', 'terms.yaml', '- id: a\n  kind: p‸', 'party', '- id: a\n  kind: party'],
    ['true or false', 'timeline.yaml', '- id: a\n  timeline: ‸', 'true', '- id: a\n  timeline: true'],
    [
      'a calendar',
      'timeline.yaml',
      '- id: a\n  when: { date: 1637, calendar: ‸ }',
      'julian',
      '- id: a\n  when: { date: 1637, calendar: julian }',
    ],
    ['a person', 'people.yaml', '- id: x\n  relations:\n    - { role: son, of: ‸ }', 'x', ''],
    ['a term', 'people.yaml', '- id: x\n  offices: [{ title: T, of: ‸', 'guild', '- id: x\n  offices: [{ title: T, of: guild'],
    ['an event', 'timeline.yaml', `${TIMELINE}- id: x\n  during: ‸`, 'boom', `${TIMELINE}- id: x\n  during: boom`],
    [
      'a source',
      'chapter.yaml',
      `${CHAPTER}debates:\n  - id: d\n    positions:\n      - source: ‸`,
      'goldgar2007',
      `${CHAPTER}debates:\n  - id: d\n    positions:\n      - source: goldgar2007`,
    ],
    ['a section', 'people.yaml', '- id: x\n  section: ‸', 'rise', '- id: x\n  section: rise'],
    ['a member', 'terms.yaml', '- id: x\n  members: [anna, ka‸', 'karl', '- id: x\n  members: [anna, karl'],
    ['a member on a line of its own', 'terms.yaml', '- id: x\n  members:\n    - ‸', 'karl', '- id: x\n  members:\n    - karl'],
    ['a member without its hyphen', 'terms.yaml', '- id: x\n  members:\n    ‸', 'karl', '- id: x\n  members:\n    - karl'],
    ['a member behind its key', 'terms.yaml', '- id: x\n  members: ‸', 'karl', '- id: x\n  members: [karl]'],
    [
      'the id that the name makes',
      'people.yaml',
      '- name: Jan van Goyen\n  id: ‸',
      'jan-van-goyen',
      '- name: Jan van Goyen\n  id: jan-van-goyen',
    ],
  ])('%s', async (_, name, source, label, result) => {
    const completed = await workspace.complete(name, source);
    // An entry is nothing to itself.
    if (result === '') expect(completed.labels).not.toContain(label);
    else expect(completed.choose(label)).toBe(result);
  });

  test('of ids has the name beside it, is found by it, and tells on request what the fact is', async () => {
    const { item } = await workspace.complete('terms.yaml', `${TERMS}- id: x\n  members: [‸]`);
    expect(item('anna')).toMatchObject({ labelDetails: { description: 'Anna Berg (1600–1640)' }, filterText: 'anna Anna Berg A. Berg' });
    const doc = await workspace.open('terms.yaml');
    const resolved = await workspace.editor.connection.sendRequest<{ documentation: { value: string } }>(
      'completionItem/resolve',
      item('anna'),
    );
    await doc.close();
    expect(resolved.documentation.value).toContain('**Anna Berg** (born 1600, died May 1640)');
  });

  test('knows what is only in the editor', async () => {
    const people = await workspace.open('people.yaml', `${PEOPLE}- id: zoe\n  name: Zoe\n`);
    expect((await workspace.complete('terms.yaml', '- id: x\n  members: [‸]')).labels).toEqual(['anna', 'karl', 'zoe']);
    await people.close();
  });

  test.each([
    [
      'with the year above',
      `${TIMELINE}- id: x\n  when: ‸`,
      ['1637', '1637-04', '1637-04-03', '1637/1638', '1637/..', '1637~', '163X', '{ date: 1637-04-03, calendar: julian }'],
    ],
    ['with the year that is typed', '- id: x\n  when: 1922‸', ['1922-04', '1922-04-03', '1922/1923', '1922~', '1922?']],
    ['with the chapter’s year', '- id: x\n  when: ‸', ['1634', '1634-04']],
    ['with each month, once the year stands', '- id: x\n  when: 1922-‸', ['1922-01', '1922-04', '1922-12']],
  ])('of dates %s', async (_, source, expected) => {
    expect((await workspace.complete('timeline.yaml', source)).labels).toEqual(expect.arrayContaining(expected));
  });

  test('of dates has places to jump to', async () => {
    const { item } = await workspace.complete('timeline.yaml', '- id: x\n  when: 1922‸');
    expect(item('1922-04-03')).toMatchObject({
      insertTextFormat: 2,
      textEditText: expect.stringMatching(/^\$\{1:1922\}-\$\{2:04\}-\$\{3:03\}$/),
    });
  });

  test('asks nothing behind a colon or spaces alone', async () => {
    expect((await workspace.complete('terms.yaml', '- id: x\n  kind:‸', ':')).labels).toEqual([]);
    expect((await workspace.complete('terms.yaml', '- id: x\n ‸', ' ')).labels).toEqual([]);
    expect((await workspace.complete('terms.yaml', '- id: x\n  kind: ‸', ' ')).labels).toContain('body');
  });
});

describe('hover', () => {
  test.each([
    ['a key', 'people.yaml', PEOPLE.replace('born', 'bo‸rn'), 'born', /Date of birth/],
    ['a key in an entry in an entry', 'people.yaml', PEOPLE.replace('role:', 'ro‸le:'), 'role', /What this person is to the other/],
    [
      'an id that is used',
      'people.yaml',
      PEOPLE.replace('of: anna', 'of: an‸na'),
      'anna',
      /\*\*Anna Berg\*\* \(born 1600, died May 1640\)/,
    ],
    [
      'an id that is given',
      'timeline.yaml',
      TIMELINE.replace('id: crash', 'id: cra‸sh'),
      'crash',
      /\*\*Tulip Crash\*\* \(3 February 1637\)/,
    ],
    ['a section', 'timeline.yaml', TIMELINE.replace('section: fall', 'section: fa‸ll'), 'fall', /\*\*The fall\*\*/],
    [
      'a day',
      'timeline.yaml',
      TIMELINE.replace('1637-02-03', '1637-02‸-03'),
      '1637-02-03',
      /\*\*3 February 1637\*\*\n\nOld Style \(Julian calendar\): 24 January 1637/,
    ],
    [
      'a day of the other calendar',
      'timeline.yaml',
      '- id: x\n  when: { date: 1917-10-2‸5, calendar: julian }\n  what: A',
      '1917-10-25',
      /25 October 1917 \(Old Style\).*\n\nNew Style \(Gregorian calendar\): 7 November 1917/,
    ],
    ['a range', 'timeline.yaml', TIMELINE.replace('1634/1637', '163‸4/1637'), '1634/1637', /^\*\*1634–37\*\*$/],
    ['a choice', 'terms.yaml', TERMS.replace('body', 'bo‸dy'), 'body', /What sort of thing it is/],
  ])('on %s', async (_, name, source, over, text) => {
    const hover = await workspace.hover(name, source);
    expect(hover?.over).toBe(over);
    expect(hover?.text).toMatch(text);
  });

  test('says nothing on other text', async () => {
    expect(await workspace.hover('timeline.yaml', TIMELINE.replace('Prices', 'Pri‸ces'))).toBeNull();
    expect(await workspace.hover('timeline.yaml', TIMELINE.replace('1634/1637', 'so‸on'))).toBeNull();
  });

  test('shows what the pack says as text', async () => {
    const people = await workspace.open('people.yaml', `${PEOPLE}- id: eve\n  name: "[Eve](command:evil) <b>"\n`);
    await workspace.diagnostics(people);
    const hover = await workspace.hover('terms.yaml', '- id: x\n  name: X\n  kind: body\n  members: [e‸ve]');
    await people.close();
    expect(hover?.text).toContain('\\[Eve\\](command:evil) \\<b\\>');
  });
});

describe('from an id', () => {
  test.each([
    ['a person', 'people.yaml', PEOPLE.replace('of: anna', 'of: an‸na'), 'people.yaml 0:6'],
    ['a term of another file', 'people.yaml', PEOPLE.replace('of: guild', 'of: gui‸ld'), 'terms.yaml 0:6'],
    ['an event', 'timeline.yaml', TIMELINE.replace('during: boom', 'during: bo‸om'), 'timeline.yaml 0:6'],
    ['a section', 'timeline.yaml', TIMELINE.replace('section: fall', 'section: fa‸ll'), 'chapter.yaml 5:10'],
    ['its own entry', 'terms.yaml', TERMS.replace('id: guild', 'id: gui‸ld'), 'terms.yaml 0:6'],
  ])('definition: %s', async (_, name, source, place) => {
    expect(await workspace.definition(name, source)).toBe(place);
  });

  test('definition: none of what is no id, or nobody’s', async () => {
    expect(await workspace.definition('people.yaml', PEOPLE.replace('Karl Smit', 'Kar‸l Smit'))).toBeNull();
    expect(await workspace.definition('people.yaml', PEOPLE.replace('of: anna', 'of: no‸body'))).toBeNull();
  });

  test('references: all places of the pack and the notes that name the fact', async () => {
    const source = PEOPLE.replace('id: anna', 'id: an‸na');
    const expected = [
      'essay.hnotes 4:0',
      'essay.hnotes 4:43',
      'more.hnotes 4:0',
      'people.yaml 10:27',
      'people.yaml 0:6',
      'terms.yaml 3:12',
    ].sort();
    expect(await workspace.references('people.yaml', source)).toEqual(expected);
    expect(await workspace.references('people.yaml', source, false)).toEqual(expected.filter((each) => each !== 'people.yaml 0:6'));
  });

  test('references: of a section only the pack’s, of the chapter the notes that name it', async () => {
    expect(await workspace.references('chapter.yaml', CHAPTER.replace('id: fall', 'id: fa‸ll'))).toEqual([
      'chapter.yaml 5:10',
      'timeline.yaml 9:11',
    ]);
    expect(await workspace.references('chapter.yaml', CHAPTER.replace('id: tulips', 'id: tul‸ips'))).toEqual([
      'chapter.yaml 0:4',
      'essay.hnotes 1:9',
      'more.hnotes 1:9',
    ]);
  });
});

describe('rename', () => {
  const texts = {
    ...FILES,
    'essay.hnotes': '---\nchapter: tulips\n---\n\nAnna Berg sold bulbs [@goldgar2007, p. 3]. Berg bought them too.\n',
    'more.hnotes': '---\nchapter: tulips\n---\n\nAnna Berg again, and the Tulip Crash.\n',
  };
  const rename = async (name: string, source: string, newName: string): Promise<Record<string, string>> => {
    const { doc, position } = await workspace.at(name, source);
    try {
      return applied(await workspace.request<WorkspaceEdit>('textDocument/rename', doc, { position, newName }), {
        ...texts,
        [name]: doc.text,
      });
    } finally {
      await doc.close();
    }
  };

  test('writes a person’s id anew in all files', async () => {
    const edited = await rename('terms.yaml', TERMS.replace('[anna', '[an‸na'), 'anna-berg');
    expect(Object.keys(edited).sort()).toEqual(['people.yaml', 'terms.yaml']);
    expect(edited['people.yaml']).toBe(PEOPLE.replaceAll(/\banna\b/g, 'anna-berg'));
    expect(edited['terms.yaml']).toBe(TERMS.replace('[anna', '[anna-berg'));
  });

  test('keeps quotation marks', async () => {
    expect((await rename('terms.yaml', TERMS.replace('[anna', '["an‸na"'), 'ann'))['terms.yaml']).toBe(TERMS.replace('[anna', '["ann"'));
  });

  test('of a source changes the citations, of the chapter the front matter', async () => {
    const source = await rename('sources.yaml', FILES['sources.yaml']!.replace('goldgar', 'gold‸gar'), 'goldgar');
    expect(source['essay.hnotes']).toContain('[@goldgar, p. 3]');
    expect(Object.keys(source).sort()).toEqual(['essay.hnotes', 'sources.yaml']);
    const chapter = await rename('chapter.yaml', CHAPTER.replace('id: tulips', 'id: tul‸ips'), 'tulip-trade');
    expect(chapter['more.hnotes']).toContain('chapter: tulip-trade\n');
    expect(Object.keys(chapter).sort()).toEqual(['chapter.yaml', 'essay.hnotes', 'more.hnotes']);
  });

  test.each([
    ['Anna Berg', /small letters, digits and single hyphens/],
    ['karl', /already that of Karl Smit/],
    ['constructor', /small letters/],
    ['a'.repeat(81), /small letters/],
  ])('not to “%s”', async (newName, message) => {
    await expect(rename('people.yaml', PEOPLE.replace('id: anna', 'id: an‸na'), newName)).rejects.toThrow(message);
  });

  test('is offered on ids only', async () => {
    const prepare = async (name: string, source: string) => {
      const { doc, position } = await workspace.at(name, source);
      const prepared = await workspace.request<{ placeholder: string } | null>('textDocument/prepareRename', doc, { position });
      await doc.close();
      return prepared?.placeholder ?? null;
    };
    expect(await prepare('people.yaml', PEOPLE.replace('of: anna', 'of: an‸na'))).toBe('anna');
    expect(await prepare('people.yaml', PEOPLE.replace('name: Anna', 'na‸me: Anna'))).toBeNull();
    expect(await prepare('people.yaml', PEOPLE.replace('of: anna', 'of: no‸body'))).toBeNull();
  });
});

describe('document symbols', () => {
  const symbols = async (name: string, text?: string): Promise<DocumentSymbol[]> => {
    const doc = await workspace.open(name, text);
    const answer = await workspace.request<DocumentSymbol[]>('textDocument/documentSymbol', doc);
    await doc.close();
    return answer;
  };

  test('are the entries by name, with their dates', async () => {
    expect((await symbols('timeline.yaml')).map(({ name, detail }) => [name, detail])).toEqual([
      ['Tulip Boom', '1634–37'],
      ['Tulip Crash', '3 February 1637'],
    ]);
    expect((await symbols('people.yaml')).map(({ name, detail }) => [name, detail])).toEqual([
      ['Anna Berg', '1600 – May 1640'],
      ['Karl Smit', undefined],
    ]);
    expect((await symbols('terms.yaml'))[0]).toMatchObject({
      name: "Gardeners' Guild",
      detail: 'body',
      selectionRange: { start: { line: 1, character: 8 } },
    });
    expect((await symbols('sources.yaml'))[0]).toMatchObject({ name: 'Tulipmania', detail: '2007', kind: SymbolKind.File });
  });

  test('of chapter.yaml are its parts', async () => {
    const [chapter] = await symbols('chapter.yaml');
    expect(chapter).toMatchObject({ name: 'The Tulip Trade', detail: '1634/1637' });
    expect(chapter?.children?.map(({ name }) => name)).toEqual(['The rise', 'The fall']);
  });

  test('stand one after the other for clients that know no tree', async () => {
    const other = new PackWorkspace();
    await other.start({ capabilities: {} });
    const symbols = await other.request<{ name: string; containerName?: string }[]>(
      'textDocument/documentSymbol',
      await other.open('chapter.yaml'),
    );
    await other.stop();
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['The Tulip Trade', undefined],
      ['The rise', 'The Tulip Trade'],
      ['The fall', 'The Tulip Trade'],
    ]);
  });

  test('are there for what is whole in a broken file', async () => {
    const broken = TIMELINE.replace('when: 1634/1637', 'when: { "1634')
      .replace('- id: crash', '-  id: crash')
      .replace('  when: 1637', '   when: 1637');
    expect((await symbols('timeline.yaml', `${broken}- id: last\n  what: The end\n  when: 1638\n`)).map(({ name }) => name)).toContain(
      'The end',
    );
  });
});

describe('code lenses', () => {
  const lenses = async (name: string): Promise<CodeLens[]> => {
    const doc = await workspace.open(name);
    const found = await workspace.request<CodeLens[]>('textDocument/codeLens', doc);
    expect(found.every(({ command }) => command === undefined)).toBe(true);
    const resolved = await Promise.all(found.map((lens) => workspace.editor.connection.sendRequest<CodeLens>('codeLens/resolve', lens)));
    await doc.close();
    return resolved;
  };

  test('say in how many notes a fact is mentioned, and open the mentions', async () => {
    const [anna, karl] = await lenses('people.yaml');
    expect(anna?.command).toMatchObject({ title: 'mentioned in 2 notes', command: SHOW });
    expect(anna?.command?.arguments?.[2]).toHaveLength(3);
    expect(karl?.command).toEqual({ title: 'mentioned in no notes', command: '' });
    const [, crash] = await lenses('timeline.yaml');
    expect(crash?.command?.title).toBe('mentioned in 1 note');
  });

  test('are asked for again when notes have changed, by clients that can be told to', async () => {
    const { editor } = workspace;
    const notes = await editor.open('---\nchapter: tulips\n---\n\nNobody.\n');
    await notes.diagnostics();
    await lenses('people.yaml');
    const before = editor.refreshes.length;
    await notes.replace('Nobody', 'Karl Smit');
    await editor.until('a refresh', () => editor.refreshes.slice(before).includes('codeLens'));
    const [, karl] = await lenses('people.yaml');
    expect(karl?.command?.title).toBe('mentioned in 1 note');
    await notes.close();
  });
});

describe('quick fixes', () => {
  const fixes = async (name: string, text: string, at: string): Promise<{ doc: Doc; actions: CodeAction[] }> => {
    const doc = await workspace.open(name, text);
    const diagnostics = await workspace.diagnostics(doc);
    const actions = (await doc.actions(doc.rangeOf(at), diagnostics)) ?? [];
    await doc.close();
    return { doc, actions };
  };

  test.each([
    ['an unknown id', 'people.yaml', PEOPLE.replace('of: anna', 'of: ana'), 'ana', 'Write “anna”', PEOPLE],
    [
      'an unknown id in quotation marks',
      'people.yaml',
      PEOPLE.replace('of: anna', 'of: "ana"'),
      'ana',
      'Write “anna”',
      PEOPLE.replace('of: anna', 'of: "anna"'),
    ],
    ['an unknown key', 'people.yaml', PEOPLE.replace('born', 'bron'), 'bron', 'Write “born”', PEOPLE],
    ['an unknown section', 'timeline.yaml', TIMELINE.replace('section: fall', 'section: fal'), 'fal\n', 'Write “fall”', TIMELINE],
    ['a choice', 'terms.yaml', TERMS.replace('body', 'bdoy'), 'bdoy', 'Write “body”', TERMS],
    [
      'an id in another form',
      'terms.yaml',
      TERMS.replace('id: guild', 'id: Guild Hall'),
      'Guild Hall',
      'Write “guild-hall”',
      TERMS.replace('id: guild', 'id: guild-hall'),
    ],
    [
      'a range that runs backwards',
      'timeline.yaml',
      TIMELINE.replace('1634/1637', '1637/1634'),
      '1637/1634',
      'Write “1634/1637”',
      TIMELINE,
    ],
    [
      'an end before its beginning',
      'people.yaml',
      PEOPLE.replace('from: 1630, to: 1636', 'from: 1636, to: 1630'),
      '1630',
      'Exchange “from” and “to”',
      PEOPLE,
    ],
    [
      'a key written twice',
      'people.yaml',
      PEOPLE.replace('  born: 1600\n', '  born: 1600\n  born: 1601\n'),
      'born: 1601',
      'Remove this “born”',
      PEOPLE,
    ],
    [
      'a key written twice in braces',
      'people.yaml',
      PEOPLE.replace('role: brother,', 'role: brother, role: son,'),
      'role: son',
      'Remove this “role”',
      PEOPLE,
    ],
    [
      'a list written twice',
      'people.yaml',
      PEOPLE.replace('- id: karl', '  offices:\n    - title: T\n\n- id: karl'),
      'offices:\n    - title',
      'Remove this “offices”',
      PEOPLE.replace('- id: karl', '\n- id: karl'),
    ],
  ])('for %s', async (_, name, text, at, title, result) => {
    const { doc, actions } = await fixes(name, text, at);
    expect(actions.map((each) => each.title)).toEqual([title]);
    expect(actions[0]).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'pack' }] });
    expect(doc.withAction(actions[0])).toBe(result);
  });

  test('none where nothing is wrong, or source actions are asked for', async () => {
    expect((await fixes('people.yaml', PEOPLE, 'anna')).actions).toEqual([]);
    const doc = await workspace.open('people.yaml', PEOPLE.replace('born', 'bron'));
    expect(await doc.actions(doc.rangeOf('bron'), [], ['source.fixAll'])).toEqual([]);
    await doc.close();
  });
});
