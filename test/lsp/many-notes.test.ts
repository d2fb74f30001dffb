/** A folder of ten thousand notes: the open one comes first, and the others are read between the editor's questions. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { Editor, pullingCapabilities, STALIN, vscodeCapabilities } from './editor';

const NOTES = 10_000;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-notes-'));
  for (let index = 0; index < NOTES; index++) {
    const sub = join(folder, `form-${index % 50}`);
    if (index < 50) mkdirSync(sub);
    writeFileSync(join(sub, `${index}.hnotes`), `${STALIN}In May 1923 Stalin became General Secretary. Note ${index}.\n`);
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const workspaceFolders = () => [pathToFileURL(folder).href];
const OPEN = `${STALIN}In May 1923 Stalin became General Secretary.`;

test('the findings of the open file come as if it were alone', { timeout: 60_000 }, async () => {
  const timed = async (folders?: string[]) => {
    const started = performance.now();
    const editor = await Editor.start({ capabilities: vscodeCapabilities, ...(folders ? { workspaceFolders: folders } : {}) });
    const doc = await editor.open(OPEN);
    expect(await doc.findings()).toEqual(['event-date «May 1923»']);
    const took = performance.now() - started;
    expect(await editor.stop()).toBe(0);
    return took;
  };
  const rounds: { alone: number; among: number }[] = [];
  for (let round = 0; round < 3; round++) rounds.push({ alone: await timed(), among: await timed(workspaceFolders()) });
  console.log(
    'start to first findings, ms',
    rounds.map(({ alone, among }) => `alone ${alone.toFixed(0)}, among many ${among.toFixed(0)}`).join('; '),
  );
  const best = (of: 'alone' | 'among') => Math.min(...rounds.map((each) => each[of]));
  expect(best('among')).toBeLessThan(2 * best('alone') + 200);
});

test('while all are being read, the open file is answered', { timeout: 60_000 }, async () => {
  const editor = await Editor.start({ capabilities: pullingCapabilities, workspaceFolders: workspaceFolders() });
  const doc = await editor.open(OPEN);
  await doc.hover(doc.rangeOf('Stalin').start);
  const source = new CancellationTokenSource();
  let isDone = false;
  const pulled = editor.connection
    .sendRequest<{ items: unknown[] }>('workspace/diagnostic', { previousResultIds: [] }, source.token)
    .finally(() => {
      isDone = true;
    });
  pulled.catch(() => {});
  const times: number[] = [];
  for (let asked = 0; asked < 20 && !isDone; asked++) {
    const started = performance.now();
    expect(await doc.hover(doc.rangeOf('Stalin').start)).not.toBeNull();
    times.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(isDone).toBe(false);
  const sorted = times.sort((a, b) => a - b);
  console.log('hover while ten thousand notes are read, ms', sorted.map((each) => each.toFixed(0)).join(' '));
  // The listing of the folder, and one document, are what a question waits for.
  expect(sorted[10]!).toBeLessThan(500);
  source.cancel();
  await expect(pulled).rejects.toThrow();
  const after = performance.now();
  expect(await doc.hover(doc.rangeOf('Stalin').start)).not.toBeNull();
  expect(performance.now() - after).toBeLessThan(2000);
  expect(editor.logs).toEqual([]);
  expect(await editor.stop()).toBe(0);
});
