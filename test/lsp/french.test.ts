import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeAt, Editor, hoverAt, STALIN } from './editor';

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

test('a language that there is none of is answered in English', async () => {
  const other = await Editor.start({ locale: 'frr' });
  const doc = await other.open(`${STALIN}On 31 June 1921 it rained.\n`);
  expect((await doc.diagnostics())[0]!.message).toBe('That month has only 30 days.');
  await other.stop();
});
