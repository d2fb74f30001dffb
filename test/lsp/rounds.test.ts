/** A long document just opened: its first findings are shown before it has been read to the end, and other requests are answered meanwhile. */
import { afterEach, expect, test } from 'vitest';
import { essays } from '../support/essays';
import { Editor, pullingCapabilities, STALIN } from './editor';

const TEXT = `${STALIN}${essays
  .filter(({ name }) => name.startsWith('stalins-rise/'))
  .map(({ text }) => text.replace(/^---\n.*?^---\n/ms, ''))
  .join('\n\n')}`;
const ROUNDS = { initializationOptions: { firstRound: 10 }, settings: { typingPause: 0 } };

let editor: Editor;
afterEach(() => editor.stop());

/** The findings of the same text, published once. */
async function atOnce(): Promise<string[]> {
  const other = await Editor.start({ settings: { typingPause: 0 } });
  const found = await (await other.open(TEXT)).findings();
  await other.stop();
  return found;
}

const codes = (diagnostics: readonly { code?: unknown; range: unknown }[]) =>
  diagnostics.map(({ code, range }) => JSON.stringify({ code, range }));

test('a client that is pushed to is told of more and more, and takes nothing back', async () => {
  const whole = await atOnce();
  editor = await Editor.start(ROUNDS);
  const doc = await editor.open(TEXT);
  await editor.until('all findings', () => editor.publications.at(-1)?.diagnostics.length === whole.length);
  const told = editor.publications.map(({ diagnostics }) => codes(diagnostics));
  expect(told.length).toBeGreaterThan(2);
  for (const [index, part] of told.slice(1).entries()) expect(part).toEqual(expect.arrayContaining(told[index]!));
  expect(await doc.findings()).toEqual(whole);

  // What it was told whole it is told whole again: after an edit no finding goes out and comes back.
  const before = editor.publications.length;
  await doc.replace('Lenin', 'Trotsky');
  await doc.findings();
  expect(editor.publications.slice(before).filter(({ version }) => version === doc.version)).toHaveLength(1);
});

test('a request is answered while it is read', async () => {
  editor = await Editor.start(ROUNDS);
  const doc = await editor.open(TEXT);
  await doc.insert('---\n\n', 'Zinoviev\n\n');
  expect(JSON.stringify(await doc.hover(doc.rangeOf('Zinoviev').end))).toContain('Zinoviev');
});

test('a change while it is read leaves the findings of the new text alone', async () => {
  editor = await Editor.start(ROUNDS);
  const doc = await editor.open(TEXT);
  await editor.until('the first findings', () => editor.publications.length > 0);
  await doc.insert('---\n\n', '- 1922 Aug: Stalin becomes General Secretary\n\n');
  const whole = await atOnce();
  await editor.until('all findings', () => editor.publications.at(-1)?.diagnostics.length === whole.length + 1);
  expect(editor.publications.at(-1)?.version).toBe(doc.version);
});

test('a client that pulls is given the first findings, and told to pull again when there are more', async () => {
  const whole = await atOnce();
  editor = await Editor.start({ ...ROUNDS, capabilities: pullingCapabilities });
  const doc = await editor.open(TEXT);
  // What a client hears of the whole workspace it does not show of an open document.
  const ofWorkspace = editor.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
  const first = await doc.pulled();
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(whole.length);
  await editor.until('a call to pull again', () => editor.repulls > 0);
  let told = first;
  for (let seen = 0; told.length < whole.length; ) {
    await editor.until('another call', () => editor.repulls > seen);
    seen = editor.repulls;
    const more = await doc.pulled();
    expect(more).toEqual(expect.arrayContaining(told));
    told = more;
  }
  expect(told).toEqual(whole);
  await ofWorkspace;
});

test('a client that pulls and cannot be told to pull again is told all at once', async () => {
  const whole = await atOnce();
  const { workspace, textDocument } = pullingCapabilities;
  const { publishDiagnostics: _, ...pulling } = textDocument;
  editor = await Editor.start({ ...ROUNDS, capabilities: { workspace: { ...workspace, diagnostics: {} }, textDocument: pulling } });
  const doc = await editor.open(TEXT);
  expect(await doc.pulled()).toEqual(whole);
});
