import { afterEach, describe, expect, test } from 'vitest';
import { type Doc, Editor, STALIN } from './editor';

let editor: Editor;
afterEach(() => editor.stop());

/** Longer than any of these tests takes. */
const LONG = { typingPause: 30_000 };

/** What the client was sent of a document, one text for each publication. */
const sent = ({ uri }: Doc) =>
  editor.publications.filter((each) => each.uri === uri).map(({ diagnostics }) => diagnostics.map(({ code }) => code).join(' '));

describe('a word that is still being typed', () => {
  test('is not underlined until the writer goes on behind it', async () => {
    editor = await Editor.start({ settings: LONG });
    const doc = await editor.open(`${STALIN}Then \n`);
    expect(await doc.findings()).toEqual([]);
    let written = 'Then ';
    for (const character of '@Zinx') {
      await doc.replace(written, written + character);
      written += character;
      expect(await doc.findings()).toEqual([]);
    }
    await doc.replace(written, `${written},`);
    expect(await doc.findings()).toEqual(['unknown-person «Zinx»']);
  });

  test('is not underlined in a mark of several words either', async () => {
    editor = await Editor.start({ settings: LONG });
    const doc = await editor.open(`${STALIN}The [[]] was\n`);
    await doc.insert('[[', 'Treaty');
    await doc.insert('[[Treaty', ' of');
    expect(await doc.findings()).toEqual([]);
    await doc.insert('was', ' s');
    expect(await doc.findings()).toEqual([expect.stringMatching(/^unknown-link «Treaty of/)]);
  });

  test('is underlined after a pause', async () => {
    editor = await Editor.start({ settings: { typingPause: 1000 } });
    const doc = await editor.open(`${STALIN}Then @Zi\n`);
    expect(await doc.findings()).toEqual(['unknown-person «Zi»']);
    await doc.insert('Then', ' @Lenni');
    const typed = Date.now();
    await editor.until('the finding', () => sent(doc).at(-1) === 'unknown-person unknown-person' || undefined);
    expect(Date.now() - typed).toBeGreaterThan(500);
    // What stood elsewhere was shown all the while.
    expect(sent(doc)).toEqual(['unknown-person', 'unknown-person', 'unknown-person unknown-person']);
  });

  test('is underlined at once where the pause is 0', async () => {
    editor = await Editor.start({ settings: { typingPause: 0 } });
    const doc = await editor.open(`${STALIN}Then @Z\n`);
    await doc.diagnostics();
    await doc.insert('@Z', 'in');
    expect(await doc.findings()).toEqual(['unknown-person «Zin»']);
    expect(sent(doc)).toEqual(['unknown-person', 'unknown-person']);
  });

  test('is underlined when the document is saved', async () => {
    editor = await Editor.start({ settings: LONG });
    const doc = await editor.open(`${STALIN}Then \n`);
    await doc.insert('Then ', '@Zin');
    expect(await doc.findings()).toEqual([]);
    await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: doc.uri } });
    await editor.until('the finding', () => sent(doc).at(-1) === 'unknown-person' || undefined);
  });

  test('does not keep back what is wrong elsewhere', async () => {
    editor = await Editor.start({ settings: LONG });
    const doc = await editor.open(`${STALIN}- 1922 Aug: Stalin becomes General\n`);
    await doc.diagnostics();
    await doc.insert('General', ' Secretary');
    expect(await doc.findings()).toEqual(['event-date «1922 Aug»']);
  });

  test('keeps the line that it has while it is being mended', async () => {
    editor = await Editor.start({ settings: LONG });
    const doc = await editor.open(`${STALIN}Then @Nobodyovich spoke.\n`);
    expect(await doc.findings()).toEqual(['unknown-person «Nobodyovich»']);
    await doc.replace('vich', 'vi');
    expect(await doc.findings()).toEqual(['unknown-person «Nobodyovi»']);
    await doc.replace('Nobodyovi', 'Trotsky');
    expect(await doc.findings()).toEqual([]);
  });
});

describe('what is underlined elsewhere', () => {
  const STANDING = ['event-date «1922 Aug»', 'unknown-person «Nobodyovich»', 'misspelt-name «Trotksy»', 'unknown-link «Treaty of Brest»'];
  const NOTES = `${STALIN}# One\n\n- 1922 Aug: Stalin becomes General Secretary\n\nHere.\n\n@Nobodyovich spoke. Trotksy resigned.\n\n# Two\n\nSee the [[Treaty of Brest]].\n`;

  test.each([
    ['above it', '# One', '\n\nThen @Zinoviev, @Unknownsky and Trotsky met in March 1925'],
    ['between', 'Here.', ' In 1921 the [[NEP]] and Trotksy came [@service2005, p. 3]'],
    ['in a list', 'Secretary', '\n- 1924 Jan: Lenin dies\n- Dec: *nothing*\n\n## A part\n'],
    ['below it', '[[Treaty of Brest]].', ' Nobodyovich said `code` and “Trotksy” again (p. 3)'],
  ])('stands still while somebody types %s', async (_, behind, typed) => {
    editor = await Editor.start({ settings: LONG });
    const doc = await editor.open(NOTES);
    expect(await doc.findings()).toEqual(STANDING);
    let written = behind;
    for (const character of typed) {
      await doc.insert(written, character);
      written += character;
      const findings = await doc.findings();
      expect(
        STANDING.filter((each) => !findings.includes(each)),
        written,
      ).toEqual([]);
    }
    // Nothing was ever sent without them.
    const all = sent(doc).map((codes) => codes.split(' '));
    expect(all.every((codes) => STANDING.every((each) => codes.includes(each.split(' ')[0]!)))).toBe(true);
  });
});
