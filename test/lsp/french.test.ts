import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeLens, DocumentSymbol } from 'vscode-languageserver-protocol';
import { completeAt, Editor, hoverAt, STALIN } from './editor';
import { FILES, PackWorkspace } from './pack-editor';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start({ locale: 'fr-CA' });
});
afterAll(() => editor.stop());

const messages = async (text: string) => (await (await editor.open(STALIN + text)).diagnostics()).map(({ message }) => message);

describe('in a French editor', () => {
  test('findings read French, with French dates; what the pack says stays as it is', async () => {
    expect(await messages('- 1922 Aug: Stalin becomes General Secretary\n')).toEqual([
      expect.stringMatching(/^Le chapitre donne ici (3 )?avril 1922 : « .+ »\.$/),
    ]);
    expect(await messages('Lenin died on 22 January 1925.\n')).toEqual([expect.stringMatching(/21 janvier 1924/)]);
    expect(await messages('On 31 June 1921 @Nobodyovich slept, 1929–1924.\n')).toEqual([
      'Ce mois n’a que 30 jours.',
      'Le chapitre ne cite personne de ce nom : Nobodyovich.',
      'Cette période est inversée : elle finit avant de commencer.',
    ]);
  });

  test('so do faults of the front matter, and where the fact stands', async () => {
    const doc = await editor.open('---\nchapter: stalins-rise\ntitle: "Stalin\n---\n\nText.\n');
    expect((await doc.diagnostics())[0]!.message).toBe('Cette ligne de l’en-tête est illisible : son guillemet n’est pas fermé.');
    const wrong = await editor.open(`${STALIN}- 1922 Aug: Stalin becomes General Secretary\n`);
    expect((await wrong.diagnostics())[0]!.relatedInformation![0]!.message).toMatch(/^Le chapitre : .*avril 1922$/);
  });

  test('titles of repairs are French; the repair is in the writer’s own form', async () => {
    const doc = await editor.open(`${STALIN}- 1922 Aug: Stalin becomes General Secretary\n`);
    const diagnostics = await doc.diagnostics();
    const actions = (await doc.actions(diagnostics[0]!.range, diagnostics))!;
    expect(actions.map(({ title }) => title)).toEqual([
      'Remplacer par 1922 Apr',
      'Désactiver event-date pour cette ligne',
      'Désactiver event-date dans ce fichier',
    ]);
    expect(doc.withAction(actions[0])).toContain('- 1922 Apr: Stalin');
    const all = (await doc.actions(diagnostics[0]!.range, diagnostics, ['source.fixAll']))!;
    expect(all[0]!.title).toBe('Corriger tout ce dont History Notes est sûr');
  });

  test('hovers have French headings and dates', async () => {
    const hover = await hoverAt(editor, `${STALIN}Sta‸lin was there in 1922.\n`);
    expect(hover!.text).toContain('Fonctions');
    expect(hover!.text).toContain('Dans le chapitre');
    expect(hover!.text).not.toMatch(/\b(Held|Belonged to|In the chapter|years old|(January|April|May) \d)/);
    const date = await hoverAt(editor, `${STALIN}In January 19‸24 it snowed.\n`);
    expect(date!.text).toContain('janvier 1924');
  });

  test('completion’s details and documentation are French', async () => {
    const { list, item } = await completeAt(editor, `${STALIN}[[Kronstadt‸]]\n`);
    expect(list!.items.some(({ labelDetails }) => /mars 1921/.test(labelDetails?.detail ?? ''))).toBe(true);
    const resolved = await editor.connection.sendRequest<{ documentation: { value: string } }>(
      'completionItem/resolve',
      item(list!.items[0]!.label),
    );
    expect(resolved.documentation.value).toContain('mars 1921');
    expect((await completeAt(editor, '---\n‸\n---\n')).list!.items[0]!.labelDetails!.detail).toContain(
      'ce avec quoi les notes sont comparées',
    );
  });
});

describe('in a French editor, packs', () => {
  const workspace = new PackWorkspace();
  beforeAll(() => workspace.start({ locale: 'fr' }));
  afterAll(() => workspace.stop());
  const TIMELINE = FILES['timeline.yaml']!;

  test.each<[string, string, string, string[]]>([
    [
      'a date that there is none of, written as French writes it',
      'timeline.yaml',
      TIMELINE.replace('1637-02-03', '1637-02-31'),
      ['error «1637-02-31» Il n’y a pas de 31 février 1637 : le mois avait 28 jours.'],
    ],
    [
      'a reference to nothing, with what was meant',
      'timeline.yaml',
      TIMELINE.replace('during: boom', 'during: bom'),
      [
        'error «bom» Le dossier de contenu n’a pas de « bom » ; il faut ici l’identifiant de ceci : un événement. Vouliez-vous dire « boom » ?',
      ],
    ],
    [
      'a key that there is none of',
      'people.yaml',
      `${FILES['people.yaml']}  deid: 1650\n`,
      ['error «deid» Une personne n’a pas de clé « deid ». Vouliez-vous dire « died » ?'],
    ],
    [
      'broken YAML',
      'people.yaml',
      `${FILES['people.yaml']}- id: "lotte\n`,
      ['error «» Il manque ici un guillemet, un crochet, une virgule ou une espace.'],
    ],
    [
      'facts that cannot all be right',
      'people.yaml',
      FILES['people.yaml']!.replace('from: 1630, to: 1636', 'from: 1641'),
      ['warning «{ title: master, of: guild, from: 1641 }» Berg prend cette fonction après la mort que donne le dossier de contenu.'],
    ],
  ])('read French: %s', async (_, name, text, expected) => {
    const doc = await workspace.open(name, text);
    const faults = await workspace.faults(doc);
    await doc.close();
    expect(faults).toEqual(expected);
  });

  test('so do the other place that a fault is about, and the repair', async () => {
    const doc = await workspace.open('people.yaml', FILES['people.yaml']!.replace('from: 1630, to: 1636', 'from: 1641, to: 1636'));
    const diagnostics = await workspace.diagnostics(doc);
    expect(diagnostics.map(({ message, relatedInformation }) => [message, relatedInformation?.[0]?.message])).toEqual([
      ['Berg prend cette fonction après la mort que donne le dossier de contenu.', 'Mort (Berg) : mai 1640'],
      ['« to » est avant « from ».', '« from »'],
    ]);
    const actions = (await doc.actions(diagnostics[1]!.range, diagnostics))!;
    await doc.close();
    expect(actions.map(({ title, diagnostics: of }) => [title, of?.map(({ message }) => message)])).toEqual([
      ['Échanger « from » et « to »', ['« to » est avant « from ».']],
    ]);
  });

  test('so do hovers, completions, lenses and the outline', async () => {
    const over = (name: string, source: string) => workspace.hover(name, source).then((hover) => hover?.text);
    expect(await over('timeline.yaml', TIMELINE.replace('when: 1637', 'w‸hen: 1637'))).toBe(
      '**when** (nécessaire)\n\nQuand cela s’est passé, aussi finement que le chapitre le dit. Un jour est vérifié au jour près, un mois au mois près.',
    );
    expect(await over('timeline.yaml', TIMELINE.replace('1637-02-03', '1637-02‸-03'))).toBe(
      '**3 février 1637**\n\nAncien style (calendrier julien) : 24 janvier 1637',
    );
    const { item } = await workspace.complete('timeline.yaml', `${TIMELINE}- id: new\n  when: ‸\n`);
    expect(item('1637/1638').labelDetails?.description).toBe('de l’une à l’autre');
    const doc = await workspace.open('people.yaml');
    const [lens] = await workspace.request<CodeLens[]>('textDocument/codeLens', doc);
    const { command } = await workspace.editor.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
    expect(command?.title).toBe('cité dans aucun fichier de notes');
    const [anna] = await workspace.request<DocumentSymbol[]>('textDocument/documentSymbol', doc);
    expect(anna?.detail).toBe('1600 – mai 1640');
  });
});

test('what cannot be read of a pack, and what stands in another’s place, is said in French', async () => {
  const workspace = new PackWorkspace({ ...FILES, '../mine/chapter.yaml': 'id: stalins-rise\ntitle: My own\n' });
  // A folder where a file should be.
  workspace.write('packs/tulips/notes.yaml/inside', '');
  const own = await workspace.start({ locale: 'fr' });
  const said = async (path: string) =>
    (await own.until('the fault', () => own.publications.findLast(({ uri }) => uri === workspace.uri(path))))!.diagnostics.map(
      ({ message }) => message,
    );
  expect(await said('packs/tulips/notes.yaml')).toEqual(['Ce fichier ne peut pas être lu : c’est un dossier.']);
  expect(await said('packs/mine/chapter.yaml')).toEqual([
    expect.stringMatching(/^Ce dossier de contenu remplace le chapitre « .+ » livré avec History Notes, car il a le même identifiant\.$/),
  ]);
  await workspace.stop();
});

test('a language that there is none of is answered in English', async () => {
  const other = await Editor.start({ locale: 'frr' });
  const doc = await other.open(`${STALIN}On 31 June 1921 it rained.\n`);
  expect((await doc.diagnostics())[0]!.message).toBe('That month has only 30 days.');
  await other.stop();
});
