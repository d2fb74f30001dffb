/** Ten thousand random messages, out of order, of wrong versions and at wrong places, cancelled half-way: the server never crashes, and the next good input works. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CancellationTokenSource, ResponseError } from 'vscode-jsonrpc/node';
import { Editor, STALIN } from './editor';

const MESSAGES = 10_000;
/** Messages on their way at a time. */
const BATCH = 200;
const URIS = ['file:///a.hnotes', 'file:///b.md', 'untitled:Untitled-1', 'file:///packs/x/timeline.yaml', 'not a uri', ''];
const PIECES = [
  STALIN,
  'In April 1922 Stalin became General Secretary. ',
  'Trotksy was expelled in 1925.\n',
  '- 1922 Dec: @Lenin [[nep]]\n',
  '| a | b |\n|---|---|\n| 1924 | Lenin d. |\n',
  '\ud800',
  '\u0000',
  'e\u0301\u202e',
  '\r',
  '[@service2005, p. 210]',
  '- id: x\n  when: 1922\n',
  '---\n',
  '> - '.repeat(40),
];

const uri = fc.constantFrom(...URIS);
const number = fc.oneof({ weight: 8, arbitrary: fc.nat(40) }, fc.constantFrom(-1, 1e9, 2 ** 31 - 1));
const position = fc.record({ line: number, character: number });
const range = fc.record({ start: position, end: position });
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(''));
const version = fc.integer({ min: -2, max: 50 });
const at = fc.record({ textDocument: fc.record({ uri }), position });

interface Sent {
  readonly method: string;
  readonly params: object;
  /** Absent for a notification. */
  readonly cancelled?: boolean;
}

const notification = (method: string, params: fc.Arbitrary<object>): fc.Arbitrary<Sent> =>
  params.map((made) => ({ method: `textDocument/${method}`, params: made }));
const request = (method: string, params: fc.Arbitrary<object>): fc.Arbitrary<Sent> =>
  fc.tuple(params, fc.boolean()).map(([made, cancelled]) => ({ method: `textDocument/${method}`, params: made, cancelled }));

const messages = fc.oneof(
  notification(
    'didOpen',
    fc.record({
      textDocument: fc.record({ uri, languageId: fc.constantFrom('history-notes', 'markdown', 'yaml', 'x'), version, text }),
    }),
  ),
  notification('didClose', fc.record({ textDocument: fc.record({ uri }) })),
  notification('didSave', fc.record({ textDocument: fc.record({ uri }) })),
  {
    weight: 5,
    arbitrary: notification(
      'didChange',
      fc.record({
        textDocument: fc.record({ uri, version }),
        contentChanges: fc.array(fc.oneof(fc.record({ text }), fc.record({ range, text })), { maxLength: 3 }),
      }),
    ),
  },
  ...['hover', 'completion', 'definition', 'declaration', 'references', 'documentHighlight', 'prepareRename', 'linkedEditingRange'].map(
    (method) =>
      request(
        method,
        at.map((params) => ({ ...params, context: { includeDeclaration: true } })),
      ),
  ),
  request('codeAction', fc.record({ textDocument: fc.record({ uri }), range, context: fc.constant({ diagnostics: [] }) })),
  request(
    'rename',
    fc.tuple(at, text).map(([params, newName]) => ({ ...params, newName })),
  ),
  ...['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'diagnostic', 'semanticTokens/full'].map((method) =>
    request(method, fc.record({ textDocument: fc.record({ uri }) })),
  ),
  ...['inlayHint', 'semanticTokens/range', 'rangeFormatting', 'formatting'].map((method) =>
    request(method, fc.record({ textDocument: fc.record({ uri }), range, options: fc.constant({ tabSize: 2, insertSpaces: true }) })),
  ),
  request('selectionRange', fc.record({ textDocument: fc.record({ uri }), positions: fc.array(position, { maxLength: 3 }) })),
);

/** Errors that a server may answer with: what was asked is not there, cannot be done, or was cancelled or overtaken. */
const FAIR = new Set([-32601, -32602, -32800, -32801, -32802, -32803]);

test(`${MESSAGES} random messages leave the server whole`, { timeout: 240_000 }, async () => {
  const seed = Number(process.env.SEED ?? 1924);
  const editor = await Editor.start();
  const sample = fc.sample(messages, { numRuns: MESSAGES, seed });
  const unfair: unknown[] = [];
  let answered = 0;
  for (let from = 0; from < sample.length; from += BATCH) {
    await Promise.all(
      sample.slice(from, from + BATCH).map(async ({ method, params, cancelled }) => {
        if (cancelled === undefined) return editor.connection.sendNotification(method, params);
        const source = new CancellationTokenSource();
        const answer = editor.connection.sendRequest(method, params, source.token).then(
          () => answered++,
          (error) => {
            if (error instanceof ResponseError && FAIR.has(error.code)) answered++;
            else unfair.push({ method, params, error: String(error) });
          },
        );
        if (cancelled) source.cancel();
        return answer;
      }),
    );
  }
  expect(unfair).toEqual([]);
  expect(answered).toBe(sample.filter(({ cancelled }) => cancelled !== undefined).length);
  const doc = await editor.open(`${STALIN}In May 1923 Stalin became General Secretary.`);
  expect(await doc.findings()).toEqual(['event-date «May 1923»']);
  expect(editor.logs.filter((line) => /error|failed/i.test(line))).toEqual([]);
  expect(await editor.stop()).toBe(0);
});
