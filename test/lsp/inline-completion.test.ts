import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InlineCompletionItem } from 'vscode-languageserver-protocol';
import { Editor, marked, STALIN, vscodeCapabilities } from './editor';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start({ settings: { inlineCompletion: true } });
});
afterAll(() => editor.stop());

async function offered(source: string, by = editor): Promise<string[]> {
  const { text, offset } = marked(`${STALIN}${source}`);
  const doc = await by.open(text);
  const context = { triggerKind: 1 };
  const items = await doc.request<InlineCompletionItem[] | null>('inlineCompletion', { position: doc.positionAt(offset), context });
  return (items ?? []).map(({ insertText }) => insertText as string);
}

describe('behind a date', () => {
  test.each(['In April 1922, ‸', 'Nothing. In April 1922, ‸\n\nMore.', '- 1922 Apr: ‸', '- **1922 Apr:** ‸'])(
    'the event of the chapter: %s',
    async (text) => expect(await offered(text)).toEqual([expect.stringMatching(/^Stalin becomes .*General Secretary/)]),
  );

  test.each([
    ['several events fit', 'In December 1922, ‸'],
    ['none fits', 'In April 1861, ‸'],
    ['the line goes on', 'In April 1922, ‸ he came'],
    ['the sentence has begun', 'Stalin knew that in April 1922, ‸'],
    ['the notes tell it', 'Stalin became General Secretary in April 1922. In April 1922, ‸'],
    ['it is somebody else’s text', '> In April 1922, ‸'],
    ['there is no comma', 'In April 1922 ‸'],
  ])('nothing where %s', async (_, text) => expect(await offered(text)).toEqual([]));
});

test('is off unless asked for, and for clients that do not know it', async () => {
  const quiet = await Editor.start();
  expect(await offered('In April 1922, ‸', quiet)).toEqual([]);
  await quiet.stop();
  const { inlineCompletion: _, ...textDocument } = vscodeCapabilities.textDocument;
  const old = await Editor.start({ capabilities: { ...vscodeCapabilities, textDocument }, settings: { inlineCompletion: true } });
  expect(await offered('Nothing ‸', old)).toEqual([]);
  await old.stop();
});
