import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplyWorkspaceEditParams, CodeLens, TextEdit } from 'vscode-languageserver-protocol';
import { type Doc, Editor, STALIN } from './editor';

let editor: Editor;
const edits: ApplyWorkspaceEditParams[] = [];
beforeAll(async () => {
  editor = await Editor.start();
  editor.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
    edits.push(params);
    return { applied: true };
  });
});
afterAll(() => editor.stop());

async function lensesOf(doc: Doc, by = editor): Promise<CodeLens[]> {
  const lenses = (await doc.request<CodeLens[] | null>('codeLens')) ?? [];
  for (const lens of lenses) expect(lens).not.toHaveProperty('command');
  return Promise.all(lenses.map((lens) => by.connection.sendRequest<CodeLens>('codeLens/resolve', lens)));
}

/** Runs the command of the first lens with such a title; the text after its edit. */
async function run(text: string, title: RegExp): Promise<string> {
  const doc = await editor.open(text);
  const lens = (await lensesOf(doc)).find(({ command }) => title.test(command!.title));
  if (!lens) throw new Error('no such lens');
  const before = edits.length;
  await editor.connection.sendRequest('workspace/executeCommand', lens.command!);
  expect(edits).toHaveLength(before + 1);
  const [change] = edits.at(-1)!.edit.documentChanges!;
  expect(change).toMatchObject({ textDocument: { uri: doc.uri, version: 1 } });
  return doc.with((change as { edits: TextEdit[] }).edits);
}

const sort = (text: string) => run(`${STALIN}${text}`, /^Sort/).then((sorted) => sorted.slice(STALIN.length));
const titles = async (text: string) => (await lensesOf(await editor.open(`${STALIN}${text}`))).map(({ command }) => command!.title);

describe('how much of the chapter the notes have', () => {
  test('stands above the notes, and counts what prose and timelines tell', async () => {
    const count = async (text: string) => {
      const [first] = await titles(text);
      return Number(/^(\d+) of \d\d events of the chapter$/.exec(first!)?.[1]);
    };
    expect(await count('Nothing.\n')).toBe(0);
    const one = await count('In April 1922 Stalin became General Secretary.\n');
    expect(one).toBe(1);
    expect(await count('- 1922 Apr: Stalin becomes General Secretary\n- 1924 Jan: Lenin dies\n')).toBe(2);
    expect(await count('Had Stalin become General Secretary in April 1922, all would have been different.\n')).toBe(0);
  });

  test('its command says which are missing', async () => {
    const doc = await editor.open(`${STALIN}- 1924 Jan: Lenin dies\n`);
    const [lens] = await lensesOf(doc);
    const lines = await editor.connection.sendRequest<string[]>('workspace/executeCommand', lens!.command!);
    expect(lines.join('\n')).toContain('April 1922: Stalin becomes');
    expect(lines.join('\n')).not.toContain('Lenin dies');
    const message = await editor.until('the message', () => editor.notifications.find(({ method }) => method === 'window/showMessage'));
    expect((message.params as { message: string }).message).toMatch(/^1 of \d+ events of the chapter\n.*\n[\s\S]*and \d+ more$/);
  });

  test('not without a chapter, nor where lenses are off', async () => {
    expect(await lensesOf(await editor.open('Nothing.\n'))).toEqual([]);
    const off = await Editor.start({ settings: { codeLens: false } });
    expect(await lensesOf(await off.open(`${STALIN}Nothing.\n`), off)).toEqual([]);
    await off.stop();
  });
});

describe('sorting', () => {
  test('is offered where a line stands below a later one', async () => {
    expect(await titles('- 1924 Jan: Lenin dies\n- 1922 Apr: Stalin becomes General Secretary\n')).toContain('Sort this timeline');
    for (const text of [
      '- 1922 Apr: Stalin becomes General Secretary\n- 1924 Jan: Lenin dies\n',
      '- 1918 Mar: peace\n- 1918–21: Civil War\n- 1921 Mar: NEP\n',
      '- 1924 Jan: Lenin dies\n',
      '1. 1924 Jan: Lenin dies\n\n> - 1922 Apr: Stalin becomes General Secretary\n',
      '> - 1924 Jan: Lenin dies\n> > - 1922 Apr: Stalin becomes General Secretary\n',
      '1) see 1924 Jan: Lenin dies\n2) see 1922 Apr: Stalin becomes General Secretary\n',
    ])
      expect(await titles(text)).not.toContain('Sort this timeline');
  });

  test('moves a line with all that belongs to it', async () => {
    expect(
      await sort(
        '- 1924 Jan: Lenin dies\n  - in Gorki\n- my aunt disagrees\n\n  ```\n  code\n  ```\n- 1922 Apr: Stalin becomes General Secretary\n\nAfter.\n',
      ),
    ).toBe(
      '- 1922 Apr: Stalin becomes General Secretary\n- 1924 Jan: Lenin dies\n  - in Gorki\n- my aunt disagrees\n\n  ```\n  code\n  ```\n\nAfter.\n',
    );
  });

  test('writes the year where the line above does not give it any more', async () => {
    expect(await sort('- 1924 Jan: Lenin dies\n- May: the Testament is read\n- 1922 Dec: second stroke\n- 1924 Feb: mourning\n')).toBe(
      '- 1922 Dec: second stroke\n- 1924 Jan: Lenin dies\n- Feb: mourning\n- May: the Testament is read\n'.replace('- Feb', '- 1924 Feb'),
    );
    expect(await sort('- **1924 May:** the Testament is read\n- **Jan:** Lenin dies\n')).toBe(
      '- **1924 Jan:** Lenin dies\n- **1924 May:** the Testament is read\n',
    );
  });

  test('is stable, and leaves the comment that silences a line above it', async () => {
    expect(await sort('1924 Jan: a\n\n<!-- history-notes-disable-next-line event-date -->\n1922: b\n\n1924 Jan: c\n\n1922: d')).toBe(
      '<!-- history-notes-disable-next-line event-date -->\n1922: b\n\n1922: d\n\n1924 Jan: a\n\n1924 Jan: c',
    );
  });

  test('leaves the numbers in their order', async () => {
    expect(await sort('1. 1924 Jan: Lenin dies\n2. 1922 Apr: Stalin becomes General Secretary\n4. 1923: a pause\n')).toBe(
      '1. 1922 Apr: Stalin becomes General Secretary\n2. 1923: a pause\n4. 1924 Jan: Lenin dies\n',
    );
    expect(await sort('1. 1924 Jan: a\n<!-- history-notes-disable-next-line event-date -->\n2. 1922: b\n')).toBe(
      '<!-- history-notes-disable-next-line event-date -->\n1. 1922: b\n2. 1924 Jan: a\n',
    );
    // What stands below a line goes with it, under its new number.
    expect(
      await sort('9) 1924 Jan: Lenin dies\n   - in Gorki\n\n   ```\n   code\n   ```\n10) 1922 Apr: Stalin leads\n    - with care\n'),
    ).toBe('9) 1922 Apr: Stalin leads\n    - with care\n10) 1924 Jan: Lenin dies\n    - in Gorki\n\n    ```\n    code\n    ```\n');
  });

  test('works in a quote, on the quote’s lines alone', async () => {
    expect(await sort('> It was:\n>\n> - **1924 Jan:** Lenin dies\n>   - in Gorki\n> - **1922 Apr:** Stalin leads\n\nAfter.\n')).toBe(
      '> It was:\n>\n> - **1922 Apr:** Stalin leads\n> - **1924 Jan:** Lenin dies\n>   - in Gorki\n\nAfter.\n',
    );
    expect(await sort('> 1. 1924 Jan: Lenin dies\n> 2. May: the Testament is read\n> 3. 1922: a stroke\n')).toBe(
      '> 1. 1922: a stroke\n> 2. 1924 Jan: Lenin dies\n> 3. May: the Testament is read\n',
    );
  });

  test('keeps carriage returns', async () => {
    expect(await sort('- 1924 Jan: Lenin dies\r\n- 1922 Apr: Stalin leads\r\n')).toBe(
      '- 1922 Apr: Stalin leads\r\n- 1924 Jan: Lenin dies\r\n',
    );
  });
});

describe('adding what is missing', () => {
  const notes = `${STALIN}- **1922 Apr:** Stalin becomes General Secretary\n- **1924 Jan:** Lenin dies\n`;

  test('puts the chapter’s events of these years in their places, written as the lines are', async () => {
    const doc = await editor.open(notes);
    const lens = (await lensesOf(doc)).find(({ command }) => /^Add/.test(command!.title))!;
    const count = Number(/\((\d+)\)$/.exec(lens.command!.title)![1]);
    const text = await run(notes, /^Add/);
    const lines = text.slice(STALIN.length).trimEnd().split('\n');
    expect(lines).toHaveLength(2 + count);
    for (const line of lines) expect(line).toMatch(/^- \*\*192[2-4](?: \w{3})?(?: \d+)?[^:]*:\*\* \S/);
    expect(text).toContain('- **1922 Dec:** ');
    const after = await editor.open(text);
    expect(await after.findings()).toEqual([]);
    expect((await lensesOf(after)).map(({ command }) => command!.title).join()).not.toMatch(/Sort|Add/);
  });

  test('goes on with the numbers of a numbered list, and leaves quotes alone', async () => {
    const text = await run(notes.replace('- ', '1. ').replace('- ', '2. '), /^Add/);
    const lines = text.slice(STALIN.length).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(4);
    for (const [index, line] of lines.entries()) expect(line).toMatch(new RegExp(`^${index + 1}\\. \\*\\*192`));
    expect((await titles(notes.slice(STALIN.length).replace(/^/gm, '> '))).join()).not.toMatch(/Add/);
  });

  test('not at a single line', async () => {
    expect((await titles('- 1922 Apr: Stalin becomes General Secretary\n')).join()).not.toMatch(/Add/);
  });
});

test('a command for a place without a timeline says so', async () => {
  const doc = await editor.open(`${STALIN}Nothing.\n`);
  const before = edits.length;
  for (const command of ['historyNotes.sortTimeline', 'historyNotes.addMissingEvents'])
    await editor.connection.sendRequest('workspace/executeCommand', { command, arguments: [doc.uri, 4] });
  expect(edits).toHaveLength(before);
  const messages = editor.notifications.filter(({ method }) => method === 'window/showMessage');
  expect(messages.map(({ params }) => (params as { message: string }).message).join()).toMatch(/no timeline here that can be sorted/);
  expect(
    await editor.connection.sendRequest('workspace/executeCommand', { command: 'toString', arguments: [doc.uri] }).catch(() => null),
  ).toBeNull();
});

test('a command with nothing to do says so, too', async () => {
  const doc = await editor.open(`${STALIN}- 1890: a child is born\n- 1891: it walks\n`);
  const before = { edits: edits.length, notifications: editor.notifications.length };
  for (const command of ['historyNotes.sortTimeline', 'historyNotes.addMissingEvents'])
    await editor.connection.sendRequest('workspace/executeCommand', { command, arguments: [doc.uri, 4] });
  expect(edits).toHaveLength(before.edits);
  const messages = editor.notifications.slice(before.notifications).filter(({ method }) => method === 'window/showMessage');
  expect(messages.map(({ params }) => (params as { message: string }).message)).toEqual([
    'This timeline is in order.',
    expect.stringMatching(/^This timeline has every event of its years/),
  ]);
});
