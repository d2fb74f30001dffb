import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor, STALIN, vscodeCapabilities } from './editor';

const capabilities = { ...vscodeCapabilities, workspace: { ...vscodeCapabilities.workspace, fileOperations: { willRename: true } } };

let folder: string;
let editor: Editor;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const write = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), STALIN + text);
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'history-notes-'));
  write('causes.hnotes', 'See [[Kronstadt Rebellion]], [[effects of it]] and [the effects](effects%20of%20it.hnotes#end "title").\n');
  write('effects of it.hnotes', 'Back to [causes](causes.hnotes), [a page](https://example.org/causes.hnotes) and [[essays/one]].\n');
  write('essays/one.hnotes', 'Up to [causes](../causes.hnotes) and `[causes](../causes.hnotes)`; [[causes]], ![map](pictures/map.png).\n');
  editor = await Editor.start({ capabilities, workspaceFolders: [pathToFileURL(folder).href] });
});
afterEach(async () => {
  await editor.stop();
  rmSync(folder, { recursive: true });
});

/** The texts that a renaming changes, by file, without their front matter. */
async function renamed(...files: readonly (readonly [from: string, to: string])[]): Promise<Record<string, string>> {
  const edit = await editor.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
    files: files.map(([from, to]) => ({ oldUri: uriOf(from), newUri: uriOf(to) })),
  });
  const texts = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  return Object.fromEntries(
    texts.map(({ textDocument: { uri }, edits }) => {
      const name = decodeURI(uri.slice(pathToFileURL(folder).href.length + 1));
      const document = TextDocument.create(uri, '', 0, readFileSync(join(folder, name), 'utf8'));
      return [
        name,
        TextDocument.applyEdits(document, edits as never)
          .slice(STALIN.length)
          .trim(),
      ];
    }),
  );
}

test('a renamed file keeps what leads to it', async () => {
  expect(editor.capabilities.workspace?.fileOperations?.willRename?.filters).toHaveLength(1);
  expect(await renamed(['causes.hnotes', 'the causes.hnotes'])).toEqual({
    'effects of it.hnotes': 'Back to [causes](the%20causes.hnotes), [a page](https://example.org/causes.hnotes) and [[essays/one]].',
    'essays/one.hnotes':
      'Up to [causes](../the%20causes.hnotes) and `[causes](../causes.hnotes)`; [[the causes]], ![map](pictures/map.png).',
  });
});

test('a file that moves keeps what it leads to, and what leads to it', async () => {
  expect(await renamed(['causes.hnotes', 'essays/causes.hnotes'])).toEqual({
    'causes.hnotes': 'See [[Kronstadt Rebellion]], [[effects of it]] and [the effects](../effects%20of%20it.hnotes#end "title").',
    'effects of it.hnotes': 'Back to [causes](essays/causes.hnotes), [a page](https://example.org/causes.hnotes) and [[essays/one]].',
    'essays/one.hnotes': 'Up to [causes](causes.hnotes) and `[causes](../causes.hnotes)`; [[causes]], ![map](pictures/map.png).',
  });
});

test('the definition of a link by reference follows its file, and its references stay', async () => {
  write('by reference.hnotes', 'See [the causes][1].\n\n[1]: causes.hnotes "Causes"\n');
  expect(await renamed(['causes.hnotes', 'essays/causes.hnotes'])).toMatchObject({
    'by reference.hnotes': 'See [the causes][1].\n\n[1]: essays/causes.hnotes "Causes"',
  });
});

test('a renamed folder takes its files with it', async () => {
  expect(await renamed(['essays', 'drafts'])).toEqual({
    'effects of it.hnotes': 'Back to [causes](causes.hnotes), [a page](https://example.org/causes.hnotes) and [[one]].',
  });
});

test('what is open counts as it stands in the editor, with its version', async () => {
  const doc = await editor.open(`${STALIN}[b](causes.hnotes)\n`, { uri: uriOf('effects of it.hnotes') });
  const edit = await editor.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', {
    files: [{ oldUri: uriOf('causes.hnotes'), newUri: uriOf('c.hnotes') }],
  });
  const own = (edit.documentChanges as TextDocumentEdit[]).find(({ textDocument }) => textDocument.uri === doc.uri)!;
  expect(own).toEqual({
    textDocument: { uri: doc.uri, version: 1 },
    edits: [{ range: doc.rangeOf('causes.hnotes'), newText: 'c.hnotes' }],
  });
});

test('what leads nowhere else is left alone, and a pack’s folder needs no edit', async () => {
  expect(await renamed(['essays/pictures/map.png', 'essays/pictures/map.png'])).toEqual({});
  expect(await renamed(['packs/school', 'packs/ours'])).toEqual({});
});
