/** Server and command line never open a socket, look up a name or start a process: all of them end the process here. */
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Editor, STALIN, serverScript } from '../lsp/editor';
import { cli, Folder } from './run';

const guard = join(import.meta.dirname, '..', 'support', 'no-network.cjs');
const env = { NODE_OPTIONS: `--require ${JSON.stringify(guard)}` };
const folder = new Folder();
afterAll(() => folder.remove());

test('the guard sees what goes out', async () => {
  const outgoing = folder.write('outgoing.cjs', 'require("node:https").get("https://localhost/");');
  const run = await folder.runScript(outgoing, [], { env });
  expect(run).toMatchObject({ code: 86, err: 'NETWORK: https.get\n' });
});

test.each([
  ['check', ['check', '.'], 1],
  ['check with repairs', ['check', '--fix', '.'], 0],
  ['lookup', ['lookup', 'Lenin', '--chapter', 'stalins-rise'], 0],
  ['dates', ['dates', 'essay.hnotes'], 0],
  ['explain', ['explain', 'event-date'], 0],
])('%s', async (_name, args, code) => {
  folder.write('essay.hnotes', `${STALIN}Lenin died in January 1925. See https://example.org/a.\n`);
  const run = await folder.run(args, { env });
  expect(run.err).not.toContain('NETWORK');
  expect(run.code).toBe(code);
});

test.each([
  ['the server', [serverScript, '--stdio']],
  ['the command line as server', [cli, 'lsp', '--stdio']],
])('%s through a session', async (_name, command) => {
  const editor = await Editor.start({ command: ['--require', guard, ...command] });
  const doc = await editor.open(`${STALIN}Trotksy and Lenin met in 1905. [@service2005] [site](https://example.org)\n`);
  const [finding] = await doc.diagnostics();
  expect(finding?.code).toBe('misspelt-name');
  await doc.hover(doc.rangeOf('Lenin').start);
  await doc.completion(doc.rangeOf('met').end);
  await doc.actions(finding!.range, [finding!]);
  expect(await editor.stop()).toBe(0);
});
