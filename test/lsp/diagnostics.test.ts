import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Editor, STALIN, vscodeCapabilities } from './editor';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor.stop());

describe('diagnostics', () => {
  test('a wrong date on a timeline line is underlined, explained and leads to the fact', async () => {
    const doc = await editor.open(`${STALIN}- 1922 Aug: Stalin becomes General Secretary\n`);
    const [diagnostic, ...others] = await doc.diagnostics();
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      code: 'event-date',
      source: 'history-notes',
      range: { start: { line: 4, character: 2 }, end: { line: 4, character: 10 } },
      message: expect.stringContaining('April 1922'),
      codeDescription: { href: expect.stringMatching(/docs\/rules\/event-date\.md$/) },
    });
    const { location } = diagnostic!.relatedInformation![0]!;
    const place = readFileSync(fileURLToPath(location.uri), 'utf8').split('\n')[location.range.start.line];
    expect(location.uri).toMatch(/content\/stalins-rise\/timeline\.yaml$/);
    expect(place).toMatch(/^\s*-?\s*\w+:/);
    expect(diagnostic!.data).toMatchObject({ fact: { id: expect.any(String), location } });
  });

  test('notes without a mistake have none', async () => {
    const doc = await editor.open(`${STALIN}In April 1922 Stalin became General Secretary. Trotskii was expelled in November 1927.\n`);
    expect(await doc.findings()).toEqual([]);
  });

  test('columns count UTF-16 units after letters beyond ASCII and emoji, on every kind of line end', async () => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const text = `---\nchapter: stalins-rise\n---\n\nÉtat 😀 then @Nobodyovich spoke.\n`.replaceAll('\n', lineEnd);
      const doc = await editor.open(text);
      expect(await doc.findings()).toEqual(['unknown-person «Nobodyovich»']);
      expect((await doc.diagnostics())[0]!.range.start).toEqual({ line: 4, character: 'État 😀 then @'.length });
    }
  });

  test('unknown marks, impossible dates, reversed ranges and unknown chapters', async () => {
    const doc = await editor.open(`${STALIN}@Voroshilov read the [[Treaty of Brest-Litovsk]] on 31 June 1921 and slept 1929–1924.\n`);
    expect(await doc.findings()).toEqual([
      'unknown-person «Voroshilov»',
      'unknown-link «Treaty of Brest-Litovsk»',
      'impossible-date «31 June 1921»',
      expect.stringContaining('reversed-range'),
    ]);
    const unknown = await editor.open('---\nchapter: stalins-rice\n---\n\nText.\n');
    expect(await unknown.findings()).toEqual(['front-matter «stalins-rice»']);
  });

  test('front matter that cannot be read is told in plain words on its line', async () => {
    const doc = await editor.open('---\nchapter: stalins-rise\ntitle: "Stalin\n---\n\nText.\n');
    expect(await doc.findings()).toEqual(['front-matter «title: "Stalin»']);
    expect((await doc.diagnostics())[0]!.message).toBe('This line of the front matter cannot be read: its quotation mark is not closed.');
  });

  test('notes that name no chapter are still checked for impossible dates', async () => {
    const doc = await editor.open('Stalin became General Secretary in August 1922, on 31 June.\nHe left on 30 February 1924.\n');
    expect(await doc.findings()).toContain('impossible-date «30 February 1924»');
    expect((await doc.findings()).join()).not.toContain('event-date');
  });

  test('directives silence', async () => {
    const doc = await editor.open(
      `${STALIN}<!-- history-notes-disable-next-line event-date -->\n- 1922 Aug: Stalin becomes General Secretary\n`,
    );
    expect(await doc.findings()).toEqual([]);
  });

  test('closing a document clears its diagnostics', async () => {
    const doc = await editor.open(`${STALIN}@Nobodyovich\n`);
    expect(await doc.findings()).toHaveLength(1);
    await doc.close();
    const last = await editor.until('the clearing', () => {
      const found = editor.publications.findLast(({ uri }) => uri === doc.uri);
      return found?.diagnostics.length === 0 && found;
    });
    expect(last.version).toBeUndefined();
  });
});

describe('while typing', () => {
  test('each keystroke is an incremental change; what is published belongs to the version it names', async () => {
    const doc = await editor.open(`${STALIN}- 1922 Apr: Stalin becomes General Secretary\n`);
    expect(await doc.findings()).toEqual([]);
    const texts = new Map([[doc.version, doc.text]]);
    for (const [from, to] of [
      ['Apr', 'Ap'],
      ['Ap:', 'A:'],
      ['A:', 'Au:'],
      ['Au:', 'Aug:'],
      ['General', '@Nobodyovich, General'],
    ] as const) {
      await doc.replace(from, to);
      texts.set(doc.version, doc.text);
    }
    expect(await doc.findings()).toEqual(['event-date «1922 Aug»', 'unknown-person «Nobodyovich»']);
    const published = editor.publications.filter(({ uri }) => uri === doc.uri);
    const versions = published.map(({ version }) => version!);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    // The keystrokes came at once: what lay between was not worth publishing.
    expect(versions.length).toBeLessThan(texts.size);
  });

  test('a change that stands still is checked once', async () => {
    const doc = await editor.open(`${STALIN}Text.\n`);
    await doc.diagnostics();
    await doc.replace('Text', 'Words');
    await doc.diagnostics();
    const before = editor.publications.filter(({ uri }) => uri === doc.uri).length;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(editor.publications.filter(({ uri }) => uri === doc.uri)).toHaveLength(before);
  });
});

describe('what is served', () => {
  test('Markdown only where its front matter names a chapter, and from the moment it does', async () => {
    const wrong = '- 1922 Aug: Stalin becomes General Secretary\n';
    const named = await editor.open(`${STALIN}${wrong}`, { uri: 'file:///notes/named.md', languageId: 'markdown' });
    expect(await named.findings()).toEqual(['event-date «1922 Aug»']);
    const plain = await editor.open(`---\ntitle: My notes\n---\n\n${wrong}`, { uri: 'file:///notes/plain.md', languageId: 'markdown' });
    expect(await plain.hover({ line: 4, character: 14 })).toBeNull();
    await plain.replace('title: My notes', 'chapter: stalins-rise');
    expect(await plain.findings()).toEqual(['event-date «1922 Aug»']);
    await plain.replace('chapter: stalins-rise', 'title: My notes');
    await editor.until('the clearing', () => editor.publications.findLast(({ uri }) => uri === plain.uri)?.diagnostics.length === 0);
  });

  test('notes of more than five million characters are said to be too long', async () => {
    const doc = await editor.open(`${STALIN}${'All work and no play. '.repeat(250_000)}`);
    expect(await doc.diagnostics()).toMatchObject([{ severity: 3, code: 'too-long', range: { start: { line: 0, character: 0 } } }]);
    expect(await doc.hover({ line: 4, character: 1 })).toBeNull();
    await doc.change({ text: `${STALIN}@Nobodyovich` });
    expect(await doc.findings()).toEqual(['unknown-person «Nobodyovich»']);
  });

  test('the client hears what each document is checked against', async () => {
    const doc = await editor.open('---\nchapter: [stalins-rise, nowhere]\n---\n');
    const status = await editor.until('the status', () =>
      editor.notifications.find(({ method, params }) => method === 'historyNotes/status' && (params as { uri: string }).uri === doc.uri),
    );
    expect(status.params).toEqual({
      uri: doc.uri,
      served: true,
      chapters: [{ id: 'stalins-rise', title: expect.stringContaining('Rise to Power') }],
      missing: ['nowhere'],
    });
  });
});

test('a client that can show little gets plain diagnostics', async () => {
  const plain = await Editor.start({ capabilities: { textDocument: { publishDiagnostics: {} } } });
  const doc = await plain.open(`${STALIN}- 1922 Aug: Stalin becomes General Secretary\n`);
  const [diagnostic] = await doc.diagnostics();
  expect(Object.keys(diagnostic!).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
  expect(await plain.stop()).toBe(0);
});

test('the server talks on stdio through the command line too', async () => {
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const other = await Editor.start({ command: [cli, 'lsp', '--stdio'], capabilities: vscodeCapabilities });
  const doc = await other.open(`${STALIN}@Nobodyovich\n`);
  expect(await doc.findings()).toEqual(['unknown-person «Nobodyovich»']);
  expect(await other.stop()).toBe(0);
});
