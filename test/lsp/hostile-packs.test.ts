/** A pack that means ill: whatever it says is shown as text, wherever it is shown, and what it must not say is refused at its place. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Editor } from './editor';

const EVIL =
  '[x](command:evil) <img src=http://evil.example/x.png onerror=evil()> ![y](http://evil.example/y.png) `evil` <script>evil()</script>';
const yaml = (text: string) => JSON.stringify(text);
const FILES: Readonly<Record<string, string>> = {
  'chapter.yaml': `id: tulips\ntitle: ${yaml(`The Tulip Trade ${EVIL}`)}\n`,
  'people.yaml': `- id: mallory\n  name: ${yaml(`Mallory ${EVIL}`)}\n  short: Mallory\n  born: 1580\n  died: 1650\n  summary: ${yaml(EVIL)}\n  note: ${yaml(EVIL)}\n  offices:\n    - { title: ${yaml(`regent ${EVIL}`)}, titles: [regent], from: 1630, to: 1640 }\n`,
  'timeline.yaml': `- id: crash\n  when: { date: 1637-02, note: ${yaml(EVIL)} }\n  what: The tulip market collapses in Haarlem\n  name: ${yaml(`Tulip Crash ${EVIL}`)}\n  names: [Tulip Crash]\n  where: ${yaml(EVIL)}\n  timeline: true\n  summary: ${yaml(EVIL)}\n`,
  'terms.yaml': `- id: guild\n  name: ${yaml(`Florists Guild ${EVIL}`)}\n  names: [Florists Guild]\n  kind: body\n  summary: ${yaml(EVIL)}\n`,
  'sources.yaml': `- id: dash1999\n  authors: [${yaml(`Dash, ${EVIL}`)}]\n  year: 1999\n  title: ${yaml(`Tulipomania ${EVIL}`)}\n  url: "command:evil"\n`,
};
const NOTES =
  '---\nchapter: tulips\n---\n\n- 1638 Feb: The tulip market collapses in Haarlem\n\n@Mallory saw the [[Tulip Crash]] with the [[Florists Guild]]. Malory fled. [@dash1999, p. 3]\n\n@Nobody came. [[Nothing]]\n';

let folder: string;
let editor: Editor;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-notes-'));
});
afterEach(async () => {
  await editor.stop();
  rmSync(folder, { recursive: true });
});
function write(path: string, text: string): string {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
  return pathToFileURL(join(folder, path)).href;
}
async function start(): Promise<void> {
  editor = await Editor.start({
    workspaceFolders: [pathToFileURL(folder).href],
    settings: { typingPause: 0, inlayHints: { eventDates: true, lifeDates: true }, codeLens: true },
  });
}

/** Every text in an answer that is shown as Markdown, and every address that can be followed. */
function shown(answer: unknown, markdown: string[] = [], links: string[] = []): { markdown: string[]; links: string[] } {
  if (typeof answer !== 'object' || answer === null) return { markdown, links };
  const { kind, value, target, href } = answer as Record<string, unknown>;
  if (kind === 'markdown' && typeof value === 'string') markdown.push(value);
  for (const link of [target, href]) if (typeof link === 'string') links.push(link);
  for (const each of Object.values(answer)) shown(each, markdown, links);
  return { markdown, links };
}

test('links, pictures and HTML of a pack are text in every answer, and no link of it leads to a command', async () => {
  for (const [name, text] of Object.entries(FILES)) write(`packs/tulips/${name}`, text);
  await start();
  const doc = await editor.open(NOTES);
  const diagnostics = await doc.diagnostics();
  expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['event-date', 'unknown-person', 'unknown-link']));
  const textDocument = { uri: doc.uri };
  const whole = { start: { line: 0, character: 0 }, end: doc.positionAt(NOTES.length) };
  const ask = (method: string, params: object) => editor.connection.sendRequest(method, params);
  const answers: unknown[] = [diagnostics];
  for (const word of ['tulip market', 'Mallory', 'Tulip Crash', 'Florists Guild', 'Malory', 'dash1999', 'tulips', 'Nobody'])
    answers.push(await ask('textDocument/hover', { textDocument, position: doc.rangeOf(word).start }));
  for (const typed of ['@', '[[', '[@', 'On 1637 the tul', 'chapter: ']) {
    const text = typed === 'chapter: ' ? '---\nchapter: ' : `${NOTES}${typed}`;
    const other = await editor.open(text);
    const list = (await other.completion(other.positionAt(text.length))) as { items: object[] } | null;
    answers.push(list);
    for (const item of list?.items ?? []) answers.push(await ask('completionItem/resolve', item));
  }
  answers.push(await ask('textDocument/codeAction', { textDocument, range: whole, context: { diagnostics } }));
  for (const method of ['codeLens', 'documentLink', 'documentSymbol']) answers.push(await ask(`textDocument/${method}`, { textDocument }));
  const hints = (await ask('textDocument/inlayHint', { textDocument, range: whole })) as object[];
  expect(hints.length).toBeGreaterThan(0);
  for (const hint of hints) answers.push(await ask('inlayHint/resolve', hint));
  answers.push(await ask('workspace/symbol', { query: '' }));

  const { markdown, links } = shown(answers);
  expect(markdown.filter((text) => text.includes('command:evil')).length).toBeGreaterThan(5);
  for (const text of markdown) {
    // Only what is not escaped is markup; code between backticks is text as well.
    const bare = text.replace(/\\[\s\S]/g, '');
    expect(bare).not.toMatch(/\]\(\s*<?(?:command|javascript|data|file|http:)/i);
    expect(bare).not.toMatch(/<(?:img|script)/i);
    expect(bare).not.toContain('![');
  }
  for (const link of links) expect(link).not.toMatch(/^(?:command|javascript|data):/i);
  expect(editor.logs).toEqual([]);
});

test('ids that leave the folder, keys of prototypes and text that turns round are refused, and the rest of the pack works', async () => {
  const chapter = write(
    'packs/tulips/chapter.yaml',
    'id: tulips\ntitle: Tulips\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n',
  );
  const people = write(
    'packs/tulips/people.yaml',
    [
      '- { id: ../../etc/passwd, name: Climber }',
      '- { id: __proto__, name: Proto }',
      '- { id: constructor, name: Maker }',
      '- { id: turned, name: "Tur\\u202Ened" }',
      '- { id: bell, name: "Bel\\u0007l" }',
      '- { id: mallory, name: Jan Mallory, __proto__: { polluted: true } }',
      '',
    ].join('\n'),
  );
  write('packs/tulips/timeline.yaml', '- { id: crash, when: 1637-02, what: The tulip market collapses in Haarlem }\n');
  await start();
  const doc = await editor.open(NOTES);
  expect(await doc.findings()).toContain('event-date «1638 Feb»');
  const lines = (uri: string) =>
    editor.publications.findLast((each) => each.uri === uri)?.diagnostics.map(({ range }) => range.start.line) ?? [];
  await editor.until('the problems of the people', () => lines(people).length > 0);
  expect(lines(people)).toEqual(expect.arrayContaining([0, 1, 3, 4, 5]));
  expect(lines(chapter)).toEqual(expect.arrayContaining([2, 3]));
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect((await doc.hover(doc.rangeOf('Mallory').start)) ?? null).not.toBeNull();
});
