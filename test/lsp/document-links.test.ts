import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentLink, LinkedEditingRanges } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor, marked, STALIN, vscodeCapabilities } from './editor';

const folder = mkdtempSync(join(tmpdir(), 'history-notes-'));
const root = pathToFileURL(folder).href;
const capabilities = {
  ...vscodeCapabilities,
  textDocument: { ...vscodeCapabilities.textDocument, documentLink: { tooltipSupport: true } },
};

let editor: Editor;
beforeAll(async () => {
  for (const path of ['Causes of the War.hnotes', 'deep/Causes of the War.md', 'deep/plan.hnotes']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
  writeFileSync(join(folder, 'deep/plan.hnotes'), '# Step one\n\n# Step two\n');
  mkdirSync(join(folder, 'packs/own'), { recursive: true });
  writeFileSync(join(folder, 'packs/own/chapter.yaml'), 'id: own\ntitle: Own\n');
  const sources = [
    `- { id: page, title: A Page, url: "https://example.org/a?b=c" }`,
    '- { id: script, title: A Script, url: "javascript:alert(1)" }',
  ];
  writeFileSync(join(folder, 'packs/own/sources.yaml'), `${sources.join('\n')}\n`);
  editor = await Editor.start({ workspaceFolders: [root], capabilities });
});
afterAll(async () => {
  await editor.stop();
  rmSync(folder, { recursive: true });
});

async function links(text: string, uri?: string) {
  const doc = await editor.open(text, uri ? { uri } : {});
  const found = await editor.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: doc.uri } });
  await doc.close();
  return found.map((link) => ({ link, words: TextDocument.create('', '', 0, text).getText(link.range) }));
}
const resolve = (link: DocumentLink) => editor.connection.sendRequest<DocumentLink>('documentLink/resolve', link);

describe('links lead', () => {
  test('to the pack’s line', async () => {
    const found = await links(`${STALIN}The [[Kronstadt Rebellion|rising]] in [[NEP]] [@service2005, p. 210; @nobody].`);
    expect(found.map(({ link, words }) => [words, link.target?.replace(/^.*\/(\w+\.yaml)#L\d+,3$/, '$1'), link.tooltip])).toEqual([
      ['Kronstadt Rebellion', 'timeline.yaml', 'Kronstadt Rebellion'],
      ['NEP', 'terms.yaml', 'New Economic Policy'],
      ['service2005', 'sources.yaml', 'Service 2005'],
    ]);
  });

  test('to a source’s own page, where the pack has one that is of the web', async () => {
    const found = await links('---\nchapter: own\n---\n[@page], [@script], [[page]]\n');
    expect(found.map(({ link, words }) => [words, link.target?.split('/').at(-1)?.replace(/#.*/, '')])).toEqual([
      ['page', 'a?b=c'],
      ['script', 'sources.yaml'],
      ['page', 'a?b=c'],
    ]);
  });

  test('to notes of that name, the nearest, and nowhere where there are none', async () => {
    const [found] = await links(`${STALIN}See [[causes of the war]].`, `${root}/deep/a.hnotes`);
    expect(found!.link.target).toBeUndefined();
    expect((await resolve(found!.link)).target).toBe(`${root}/deep/Causes%20of%20the%20War.md`);
    const others = await links(`${STALIN}See [[deep/plan]], [[Treaty]].`, `${root}/a.hnotes`);
    expect(others.map(({ words }) => words)).toEqual(['deep/plan']);
    expect((await resolve(others[0]!.link)).target).toBe(`${root}/deep/plan.hnotes`);
  });

  test('to a heading of other notes, or of the notes themselves', async () => {
    const text = `${STALIN}## The war\n\n[[the war]], [[#The War]], [[plan#Step two]], [[plan#Step nine]], [[nothing#The war]].`;
    const doc = await editor.open(text, { uri: `${root}/headed.hnotes` });
    const found = await editor.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: doc.uri } });
    expect((await Promise.all(found.map(resolve))).map(({ target }) => target)).toEqual([
      `${root}/headed.hnotes#L5,1`,
      `${root}/headed.hnotes#L5,1`,
      `${root}/deep/plan.hnotes#L3,1`,
      `${root}/deep/plan.hnotes`,
    ]);
    await doc.close();
  });

  test.each([
    ['[the map](maps/a.png)', 'maps/a.png', `${root}/deep/maps/a.png`],
    ['![the map](../a.png "A map")', '../a.png', `${root}/a.png`],
    ['[notes](<my notes.md#part>)', 'my notes.md#part', `${root}/deep/my%20notes.md#part`],
    ['[page](https://example.org/a_(b))', 'https://example.org/a_(b)', 'https://example.org/a_(b)'],
  ])('to pages and files: %s', async (text, words, target) => {
    const found = await links(text, `${root}/deep/a.hnotes`);
    expect(found.map((each) => [each.words, each.link.target])).toEqual([[words, target]]);
  });

  test('by reference, and from the definition', async () => {
    const definitions = '[1]: maps/a.png "A map"\n[The Page]: <https://example.org/a>\n[evil]: command:evil\n';
    const text = `[the map][1], ![the page][], [the\npage] and [x][evil], [none][nothing], [1](other.md), [[1]], [@1], [^1], \\[1], \`[1]\`.`;
    const found = await links(`${text}\n\n${definitions}\n\`\`\`\n[1]: fenced.png\n\`\`\`\n`, `${root}/deep/a.hnotes`);
    const map = `${root}/deep/maps/a.png`;
    const page = 'https://example.org/a';
    expect(found.filter(({ link }) => link.target).map(({ words, link }) => [words, link.target])).toEqual([
      ['other.md', `${root}/deep/other.md`],
      ['maps/a.png', map],
      ['https://example.org/a', page],
      ['[the map][1]', map],
      ['[the page][]', page],
      ['[the\npage]', page],
    ]);
  });

  test.each([
    '[x](command:evil)',
    '[x](javascript:alert)',
    '[x](//host/share)',
    '[x](\\\\host\\share)',
    '[x](/etc/passwd)',
    '[x](file:///etc/passwd)',
    '[x](#part)',
    '`[x](a.md)`',
    '[x]()',
  ])('nowhere: %s', async (text) => expect(await links(text, `${root}/a.hnotes`)).toEqual([]));

  test('nowhere from untitled notes that lie nowhere', async () => {
    expect(await links('[x](a.md) [y](https://example.org)', 'untitled:Untitled-1')).toMatchObject([{ words: 'https://example.org' }]);
  });

  test('without a tooltip where the client shows none', async () => {
    const plain = await Editor.start({ capabilities: {} });
    const doc = await plain.open(`${STALIN}[[NEP]]`);
    const [link] = await plain.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: doc.uri } });
    expect(link).toMatchObject({ target: expect.stringContaining('terms.yaml#L') });
    expect(link).not.toHaveProperty('tooltip');
    await plain.stop();
  });
});

describe('linked editing', () => {
  async function linked(source: string): Promise<string[] | null> {
    const { text, offset } = marked(source);
    const doc = await editor.open(text);
    const params = { textDocument: { uri: doc.uri }, position: doc.positionAt(offset) };
    const found = await editor.connection.sendRequest<LinkedEditingRanges | null>('textDocument/linkedEditingRange', params);
    return found?.ranges.map(({ start }) => `${start.line}:${start.character}`) ?? null;
  }

  test('a footnote’s label, wherever it stands', async () => {
    expect(await linked('One[^no‸te] two[^note] three[^other].\n\n`[^note]`\n\n[^note]: Text.\n')).toEqual(['0:5', '0:16', '4:2']);
  });

  test('nothing elsewhere, and nothing for a label that stands alone', async () => {
    expect(await linked('One[^note] t‸wo.\n\n[^note]: Text.\n')).toBeNull();
    expect(await linked('One[^no‸te].\n')).toBeNull();
  });
});
