/** `check --ndjson`: a line in, a line out, in order, as what spreads lines over processes needs it. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { cli, Folder, STALIN } from './run';

const folder = new Folder();
afterAll(() => folder.remove());

const line = (value: unknown) => `${JSON.stringify(value)}\n`;
const essay = (index: number) => ({
  file: `essays/${index}.hnotes`,
  text: `${STALIN}${'Nobody knew.\n\n'.repeat(index % 5)}In May 192${index % 2 ? 3 : 2} Stalin became General Secretary.\n`,
});
const CLASS = Array.from({ length: 60 }, (_, index) => line(essay(index)));
interface Answer {
  readonly file: string;
  readonly findings: readonly { readonly code: string; readonly range: { readonly start: { readonly line: number } } }[];
  readonly error?: string;
}
const answers = (out: string): Answer[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((each) => JSON.parse(each));
const check = (input: string, ...args: string[]) => folder.run(['check', '--ndjson', ...args], { input });

test('each line is answered before the next is sent, by one process for as long as it is wanted', async () => {
  const child = spawn(process.execPath, [cli, 'check', '--ndjson'], { cwd: folder.path, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const index of [4, 3, 2]) {
    child.stdin.write(line(essay(index)));
    const { value } = await lines.next();
    expect(JSON.parse(value)).toMatchObject({
      file: `essays/${index}.hnotes`,
      findings: [{ code: 'event-date', range: { start: { line: 4 + 2 * index } } }],
    });
  }
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('what is no document is answered in its place, and the lines behind it too', async () => {
  const bad = [
    'no JSON\n',
    '\n',
    '{}\n',
    '{"text": 1}\n',
    '[]\n',
    'null\n',
    line('x'.repeat(5_000_001)),
    Buffer.from([0xff, 10]).toString('latin1'),
  ];
  const { out, err, code } = await check([line(essay(1)), ...bad, line(`${STALIN}Lenin died in 1925.`)].join(''));
  expect({ err, code }).toEqual({ err: '', code: 0 });
  const told = answers(out);
  expect(told.map(({ file, error }) => [file, error])).toEqual([
    ['essays/1.hnotes', undefined],
    ['line 2', 'the line is no JSON'],
    ['line 3', 'the line is no JSON'],
    ...[4, 5, 6, 7].map((number) => [`line ${number}`, 'the line is neither a JSON text nor an object with "text"']),
    ['line 8', 'the text is too long'],
    ['line 9', 'the line is no JSON'],
    ['line 10', undefined],
  ]);
  expect(told.map(({ findings }) => findings.length)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
});

test('the answers are those of files, with the chapter and severity that the options name', async () => {
  const { text } = essay(1);
  folder.write('essay.hnotes', text);
  const file = await folder.run(['check', '--format', 'ndjson', 'essay.hnotes']);
  expect((await check(line({ file: 'essay.hnotes', text }))).out).toBe(file.out);
  const unnamed = line({ text: 'Lenin died in 1925.' });
  expect(answers((await check(unnamed)).out)[0]!.findings).toEqual([]);
  expect(answers((await check(unnamed, '--chapter', 'stalins-rise')).out)[0]!.findings).toHaveLength(1);
  expect(answers((await check(unnamed, '--chapter', 'stalins-rise', '--severity', 'error')).out)[0]!.findings).toEqual([]);
});

test('with workers the same is said in the same order', async () => {
  const alone = await check(CLASS.join(''));
  expect(answers(alone.out).map(({ file }) => file)).toEqual(CLASS.map((_, index) => essay(index).file));
  expect(await check(CLASS.join(''), '--jobs', '2')).toEqual(alone);
});

test.each([['--fix'], ['--trace'], ['essay.hnotes']])('goes with no %s', async (other) => {
  expect(await check('', other)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--ndjson') });
});

test('a long stream takes no more memory than a short one', { timeout: 60_000 }, async () => {
  // Far more than the heap may hold.
  const [documents, length, heap] = [300, 500_000, 112];
  const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, cli, 'check', '--ndjson'], {
    cwd: folder.path,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let count = 0;
  createInterface({ input: child.stdout }).on('line', () => count++);
  const ended = once(child, 'exit');
  const text = line({ text: 'a'.repeat(length) });
  for (let i = 0; i < documents; i++) if (!child.stdin.write(text)) await once(child.stdin, 'drain');
  child.stdin.end();
  expect(await ended).toEqual([0, null]);
  expect(count).toBe(documents);
});

test('GNU parallel spreads the lines over processes and keeps their order', async ({ skip }) => {
  skip(spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU') !== true, 'without GNU parallel');
  const input = CLASS.join('');
  // As docs/cli.md has it, with blocks small enough for several.
  const command = `${process.execPath} ${cli} check --ndjson`;
  const { stdout, status } = spawnSync('parallel', ['--pipe', '--keep-order', '--block', '5k', '-j2', command], {
    cwd: folder.path,
    input,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toBe((await check(input)).out);
});

test('the contract of Spark’s pipe: a process for each partition, fed while it is read, ends with 0 and has a line for each line', async () => {
  const partitions = [CLASS.slice(0, 25), CLASS.slice(25, 26), [], CLASS.slice(26)];
  const out = await Promise.all(partitions.map((partition) => check(partition.join(''))));
  expect(out.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(out.map((each) => answers(each.out).length)).toEqual(partitions.map(({ length }) => length));
  expect(out.map((each) => each.out).join('')).toBe((await check(CLASS.join(''))).out);
});
