import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Location, LocationLink } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Cursor } from './cursor';
import { Editor, type EditorOptions, STALIN, vscodeCapabilities } from './editor';

const linking: EditorOptions = {
  capabilities: {
    ...vscodeCapabilities,
    textDocument: { ...vscodeCapabilities.textDocument, definition: { linkSupport: true }, declaration: { linkSupport: true } },
  },
};

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start(linking);
});
afterAll(() => editor.stop());

async function request(source: string, method: string, on = editor) {
  const at = await Cursor.in(on, source);
  const answer = await at.ask<(Location | LocationLink)[] | null>(method);
  await at.doc.close();
  return { answer, text: at.doc.text };
}

/** The words that lead somewhere, and for each target the file and the id of the fact that stands there. */
async function defined(source: string, method = 'definition') {
  const { answer, text } = await request(`${STALIN}${source}`, method);
  if (!answer) return null;
  const links = answer as LocationLink[];
  const document = TextDocument.create('', '', 0, text);
  return [
    document.getText(links[0]!.originSelectionRange!),
    ...links.map((link) => lineOf(link.targetUri, link.targetSelectionRange.start.line)),
  ];
}

function lineOf(uri: string, line: number): string {
  const path = fileURLToPath(uri);
  return `${path.split('/').at(-1)}: ${readFileSync(path, 'utf8').split('\n')[line]!.trim()}`;
}

describe('definition leads to the line of the pack', () => {
  test.each([
    ['of a person in prose', 'They listened to Ka‸menev.', 'Kamenev', 'people.yaml: - id: kamenev'],
    ['of a person by another spelling', 'Trot‸skii spoke.', 'Trotskii', 'people.yaml: - id: trotsky'],
    ['of a misspelt person', 'Then Trots‸kyy spoke.', 'Trotskyy', 'people.yaml: - id: trotsky'],
    ['of a person’s possessive', 'It was Lenin‸’s wish.', 'Lenin', 'people.yaml: - id: lenin'],
    ['of a term', 'So the N‸EP came.', 'NEP', 'terms.yaml: - id: nep'],
    ['of an event by name', 'The Kronstadt Rebel‸lion broke out.', 'Kronstadt Rebellion', 'timeline.yaml: - id: kronstadt-rebellion'],
    ['of a mark', '@Trot‸sky spoke.', 'Trotsky', 'people.yaml: - id: trotsky'],
    ['of a mark’s sign', '‸@[Leon Trotsky] spoke.', 'Leon Trotsky', 'people.yaml: - id: trotsky'],
    ['of a mark’s other words', '@[Leon Trotsky|his ri‸val] spoke.', 'his rival', 'people.yaml: - id: trotsky'],
    ['of the name that other words hide', '@[Leon Trot‸sky|his rival] spoke.', 'Leon Trotsky', 'people.yaml: - id: trotsky'],
    ['of a link', 'See [[Kronstadt Reb‸ellion]].', 'Kronstadt Rebellion', 'timeline.yaml: - id: kronstadt-rebellion'],
    ['of a citation', 'So it was [@serv‸ice2005, p. 210].', 'service2005', 'sources.yaml: - id: service2005'],
    ['of a citation’s page', 'So it was [@service2005, p. 2‸10].', 'service2005', 'sources.yaml: - id: service2005'],
    ['of a source in prose', 'This is told in Source 2.‸1.', 'Source 2.1', 'sources.yaml: - id: service2005'],
    [
      'of an event told in words',
      'In 1917 Trotsky jo‸ined the Bolsheviks.',
      'Trotsky joined the Bolsheviks',
      'timeline.yaml: - id: trotsky-joins-bolsheviks',
    ],
    [
      'of a line that tells an event',
      '- 1922 Apr: Stalin be‸comes General Secretary',
      'Stalin becomes General Secretary',
      'timeline.yaml: - id: stalin-general-secretary',
    ],
    [
      'of an office',
      'He was Com‸missar for Nationalities.',
      'Commissar for Nationalities',
      'people.yaml: - title: Commissar for Nationalities',
    ],
  ])('%s', async (_, source, over, line) => expect(await defined(source)).toEqual([over, line]));

  test('of what a finding rests on, at a date that is wrong', async () => {
    expect(await defined('- 1922 Au‸g: Stalin becomes General Secretary')).toEqual([
      '1922 Aug',
      'timeline.yaml: - id: stalin-general-secretary',
    ]);
  });

  test('of the chapter that front matter names', async () => {
    const { answer, text } = await request('---\nchapter: stalins-‸rise\n---\n', 'definition');
    const [link] = answer as LocationLink[];
    expect(link!.targetUri).toMatch(/\/content\/stalins-rise\/chapter\.yaml$/);
    expect(TextDocument.create('', '', 0, text).getText(link!.originSelectionRange)).toBe('stalins-rise');
  });

  test('declaration is the same', async () => {
    expect(await defined('They listened to Ka‸menev.', 'declaration')).toEqual(['Kamenev', 'people.yaml: - id: kamenev']);
  });
});

describe('nothing', () => {
  test.each(['They lis‸tened.', 'Smi‸th came.', '`Sta‸lin`', '31 Dece‸mber 1899', 'A [[Treaty of Bre‸st]].', '[@nob‸ody]'])(
    '%s',
    async (source) => expect(await defined(source)).toBeNull(),
  );

  test('in Markdown that names no chapter', async () => {
    const doc = await editor.open('Stalin', { uri: 'file:///notes/plain.md', languageId: 'markdown' });
    const params = { textDocument: { uri: doc.uri }, position: { line: 0, character: 1 } };
    expect(await editor.connection.sendRequest('textDocument/definition', params)).toBeNull();
  });
});

test('the whole fact is the target, its beginning is selected', async () => {
  const { answer } = await request(`${STALIN}Ka‸menev`, 'definition');
  const [{ targetUri, targetRange, targetSelectionRange }] = answer as [LocationLink];
  const pack = TextDocument.create('', '', 0, readFileSync(join(fileURLToPath(targetUri)), 'utf8'));
  expect(pack.getText(targetRange)).toMatch(/^id: kamenev\n[\s\S]*\bsummary:/);
  expect(targetSelectionRange.start).toEqual(targetRange.start);
});

test('a client without links gets locations', async () => {
  const plain = await Editor.start({ capabilities: {} });
  const { answer } = await request(`${STALIN}Ka‸menev`, 'definition', plain);
  expect(answer).toMatchObject([{ uri: expect.stringMatching(/people\.yaml$/), range: { start: { character: 2 } } }]);
  await plain.stop();
});

test('in the browser a shipped fact has the address that the client gave, and none without it', async () => {
  const told = await Editor.start({
    ...linking,
    worker: true,
    initializationOptions: { contentUri: 'https://example.org/extension/content' },
  });
  expect((await request(`${STALIN}Ka‸menev`, 'definition', told)).answer).toMatchObject([
    { targetUri: 'https://example.org/extension/content/stalins-rise/people.yaml' },
  ]);
  await told.stop();
  const untold = await Editor.start({ ...linking, worker: true });
  expect((await request(`${STALIN}Ka‸menev`, 'definition', untold)).answer).toBeNull();
  await untold.stop();
});
