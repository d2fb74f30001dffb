/** Every request at once: the table of docs/lsp.md, clients that can little, cancellation, encodings, and how often settings are asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { Position } from 'vscode-languageserver-protocol';
import { type Doc, Editor, pullingCapabilities, STALIN } from './editor';
import { type Asked, announced, ROWS } from './requests';

/** A client that can everything the server asks about. */
const capabilities = {
  workspace: {
    ...pullingCapabilities.workspace,
    fileOperations: { willRename: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    ...pullingCapabilities.textDocument,
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    semanticTokens: { requests: { full: { delta: true }, range: true }, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
    inlayHint: { resolveSupport: { properties: ['textEdits', 'tooltip'] } },
    inlineCompletion: {},
  },
};

/** Astral characters, combining marks and letters of two and three bytes before everything that a feature could point at. */
const NOTES = `${STALIN}# É́t😀 — Ленин 漢

- 1922 Aug: 😀 é́ Stalin becomes General Secretary
- 1917 Oct: 😀 the October Revolution

😀 é́ 漢 Then @Trotsky was expelled in 1925, with [[NEP]] and [@service2005, p. 210]; 😀 @Nobodyovich saw Trotsky.
`;

const asking = ROWS.filter(({ ask }) => ask);

async function asked(doc: Doc): Promise<Asked> {
  const at = doc.rangeOf('Trotsky');
  return {
    uri: doc.uri,
    position: { line: at.start.line, character: at.start.character + 1 },
    range: doc.rangeOf('Then @Trotsky was expelled in 1925'),
  };
}

describe('the table of requests', () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await Editor.start({ capabilities });
  });
  afterAll(() => editor.stop());

  test('has a row for everything that the server announces, and announces what has a row', () => {
    const rows = ROWS.map(({ capability }) => capability).filter((capability) => capability !== '-');
    expect([...new Set(rows)].sort()).toEqual([...new Set(announced(editor.capabilities))].sort());
  });

  test.each(ROWS)('$methods is proved by a test that is there', ({ tests, does }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const each of tests) expect(existsSync(join(import.meta.dirname, `${each}.test.ts`)), each).toBe(true);
    expect(does).toMatch(/\.$/);
  });

  test.each(asking)('$methods.0 is answered', async ({ methods, ask }) => {
    const doc = await editor.open(NOTES);
    await expect(editor.connection.sendRequest(methods[0]!, ask!(await asked(doc)))).resolves.not.toThrow();
    await doc.close();
    expect(editor.logs).toEqual([]);
  });

  test.each(asking)('$methods.0 that is cancelled ends without an answer', async ({ methods, ask }) => {
    const doc = await editor.open(NOTES);
    const params = ask!(await asked(doc));
    const source = new CancellationTokenSource();
    source.cancel();
    const answer = await editor.connection.sendRequest(methods[0]!, params, source.token).catch((error) => error);
    // What the server had not begun has the error's code; what a feature gives up has nothing.
    if (answer instanceof Error) expect(answer).toMatchObject({ code: -32800 });
    else expect(answer).toBeNull();
    await doc.close();
  });
});

/** What a client without a word about itself is answered with. */
describe('a client that can nothing', () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await Editor.start({ capabilities: {}, initializationOptions: { clientCommands: [], status: false } });
  });
  afterAll(() => editor.stop());

  test('is asked for nothing that it cannot do', async () => {
    const doc = await editor.open(NOTES);
    await doc.diagnostics();
    await editor.configure({ rules: { 'event-date': 'error' } });
    await editor.until(
      'the new severity',
      () => editor.publications.findLast(({ uri }) => uri === doc.uri)?.diagnostics[0]?.severity === 1,
    );
    expect([editor.registrations, editor.configurationRequests, editor.refreshes, editor.repulls]).toEqual([[], 0, [], 0]);
    await editor.configure({});
  });

  test('gets complete answers in plain text', async () => {
    const doc = await editor.open(NOTES);
    const diagnostics = await doc.diagnostics();
    expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['event-date', 'unknown-person']));
    const hover = (await doc.hover((await asked(doc)).position))!;
    expect(hover.contents).toMatchObject({ kind: 'plaintext', value: expect.stringContaining('Leon Trotsky') });
    const typing = await editor.open(`${STALIN}@Zin`);
    const list = (await typing.completion({ line: 4, character: 4 }))!;
    const [item] = list.items;
    expect(item).toMatchObject({ label: 'Zinoviev', textEdit: { newText: expect.any(String) }, detail: expect.stringContaining('1883') });
    expect(item!.labelDetails).toBeUndefined();
    expect(item!.insertTextFormat ?? 1).toBe(1);
    const actions = (await doc.actions(diagnostics[0]!.range, diagnostics))!;
    expect(actions[0]!.edit).toEqual({ changes: { [doc.uri]: [{ range: diagnostics[0]!.range, newText: '1922 Apr' }] } });
    expect(editor.logs).toEqual([]);
  });

  test.each(asking.filter(({ capability }) => capability !== 'diagnosticProvider'))(
    '$methods.0 is answered',
    async ({ methods, ask, capability }) => {
      if (!announced(editor.capabilities).includes(capability)) return;
      const doc = await editor.open(NOTES);
      const answer = JSON.stringify(await editor.connection.sendRequest(methods[0]!, ask!(await asked(doc))));
      expect(answer).not.toMatch(/"kind":"markdown"|"insertTextFormat":2|"documentChanges"|"targetUri"/);
      expect(editor.logs).toEqual([]);
    },
  );
});

/** The same positions in another encoding, by an encoder that knows nothing of the server's. What has another document's URI stands in that. */
function recount(value: unknown, text: string, length: (text: string) => number): unknown {
  if (Array.isArray(value)) return value.map((each) => recount(each, text, length));
  if (typeof value !== 'object' || value === null) return value;
  const { line, character, uri, targetUri } = value as Partial<Position> & { uri?: unknown; targetUri?: unknown };
  if (typeof line === 'number' && typeof character === 'number')
    return { line, character: length((text.split('\n')[line] ?? '').slice(0, character)) };
  const other = uri ?? targetUri;
  const there = typeof other === 'string' && existsSync(fileURLToPath(other)) ? readFileSync(fileURLToPath(other), 'utf8') : text;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, recount(each, key === 'originSelectionRange' ? text : there, length)]),
  );
}

describe('settings', () => {
  test('are not asked for while somebody types', async () => {
    const editor = await Editor.start();
    const doc = await editor.open(`${STALIN}Text.\n`);
    await doc.diagnostics();
    const before = editor.configurationRequests;
    let written = 'Text';
    for (let i = 0; i < 50; i++) {
      await doc.insert(written, 'a');
      written += 'a';
      if (i % 10 === 0) await doc.completion(doc.positionAt(STALIN.length + written.length));
    }
    await doc.diagnostics();
    expect(editor.configurationRequests).toBe(before);
    await editor.configure({});
    await editor.until('another question', () => editor.configurationRequests > before);
    await editor.stop();
  });
});

describe.each([
  ['utf-8', (text: string) => Buffer.byteLength(text)],
  ['utf-32', (text: string) => [...text].length],
] as const)('in %s', (encoding, length) => {
  let other: Editor;
  let usual: Editor;
  beforeAll(async () => {
    other = await Editor.start({ capabilities: { ...capabilities, general: { positionEncodings: [encoding, 'utf-16'] } } });
    usual = await Editor.start({ capabilities });
  });
  afterAll(() => Promise.all([other.stop(), usual.stop()]));

  test('is agreed on', () => {
    expect([other.capabilities.positionEncoding, usual.capabilities.positionEncoding]).toEqual([encoding, 'utf-16']);
  });

  const local = asking.filter(({ capability }) => !['workspaceSymbolProvider', 'semanticTokensProvider'].includes(capability));
  test.each(local)('$methods.0 says the same places', async ({ methods, ask }) => {
    const uri = 'file:///notes/encoded.hnotes';
    const docs = [await other.open(NOTES, { uri }), await usual.open(NOTES, { uri })] as const;
    // The marks are typed anew, so that changes count too.
    for (const doc of docs) {
      await doc.replace('@Trotsky', '😀 @Trotsky');
      await doc.replace('😀 @Trotsky', '@Trotsky');
      expect(doc.text).toBe(NOTES);
    }
    const [a, b] = await Promise.all(
      docs.map(async (doc, index) => [other, usual][index]!.connection.sendRequest(methods[0]!, ask!(await asked(doc)))),
    );
    const stable = (value: unknown) => JSON.parse(JSON.stringify(value, (key, each) => (key === 'resultId' ? undefined : each)) ?? 'null');
    expect(stable(a)).toEqual(stable(recount(b, NOTES, length)));
    for (const doc of docs) await doc.close();
  });

  test('the lengths of semantic tokens count it too', async () => {
    const [a, b] = await Promise.all(
      [other, usual].map(async (editor) => {
        const doc = await editor.open('---\nchapter: stalins-rise\n---\n\nIn 1922 Trotskiĭ led; 😀 then Lenin died.\n');
        return editor.connection.sendRequest<{ data: number[] } | null>('textDocument/semanticTokens/full', {
          textDocument: { uri: doc.uri },
        });
      }),
    );
    expect(b!.data.length).toBeGreaterThan(0);
    expect(a!.data).toHaveLength(b!.data.length);
    expect(a!.data).not.toEqual(b!.data);
  });
});
