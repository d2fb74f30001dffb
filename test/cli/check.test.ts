import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Folder, STALIN } from './run';

const WRONG = `${STALIN}- 1922 Aug: Stalin becomes General Secretary\n`;
const RIGHT = `${STALIN}- 1922 Apr: Stalin becomes General Secretary\n`;

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

describe('exit codes', () => {
  test('0: nothing found', async () => {
    folder.write('a.hnotes', RIGHT);
    expect(await folder.run(['check', 'a.hnotes'])).toEqual({ code: 0, out: 'No findings in 1 file.\n', err: '' });
  });

  test('1: findings', async () => {
    folder.write('a.hnotes', WRONG);
    expect(await folder.run(['check', 'a.hnotes'])).toMatchObject({ code: 1, err: '' });
  });

  test('0: findings that are only hints', async () => {
    folder.write('a.hnotes', WRONG);
    expect((await folder.run(['check', '--rule', 'event-date=hint', 'a.hnotes'])).code).toBe(0);
    expect((await folder.run(['check', '--rule', 'event-date=off', 'a.hnotes'])).out).toBe('No findings in 1 file.\n');
    expect((await folder.run(['check', '--severity', 'error', 'a.hnotes'])).out).toBe('No findings in 1 file.\n');
  });

  test('2: a wrong command line', async () => {
    for (const args of [
      ['check', '--format', 'xml'],
      ['check', '--nonsense'],
      ['nonsense'],
      ['lookup'],
      ['check', '--rule', 'event-date=loud'],
      ['explain', 'nonsense'],
    ]) {
      const run = await folder.run(args);
      expect({ args, code: run.code, out: run.out }).toEqual({ args, code: 2, out: '' });
      expect(run.err).not.toMatch(/\n\s+at /);
    }
  });

  test('0: help and version', async () => {
    for (const args of [
      ['--help'],
      ['check', '--help'],
      ['lookup', '--help'],
      ['dates', '--help'],
      ['explain', '--help'],
      ['lsp', '--help'],
    ]) {
      expect(await folder.run(args)).toMatchObject({ code: 0, out: expect.stringContaining('Usage: history-notes'), err: '' });
    }
    expect((await folder.run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('links to other notes are known', () => {
  const links = (out: string) =>
    [...out.matchAll(/^(\S+?):\d+:\d+: .*nothing called ([^.]+?)\. /gm)].map(([, file, name]) => `${file} ${name}`);
  beforeEach(() => {
    folder.write('notes/a.hnotes', `${STALIN}[[b]], [[deep/c d#Part]], [[nowhere]], [[beside]].\n`);
    folder.write('notes/b.hnotes', `${STALIN}[[A]], [[C d]].\n`);
    folder.write('notes/deep/c d.md', `${STALIN}[[a]].\n`);
    folder.write('beside.hnotes', STALIN);
  });

  test('in the folder that is checked', async () => {
    expect(links((await folder.run(['check', 'notes'])).out)).toEqual(['notes/a.hnotes nowhere', 'notes/a.hnotes beside']);
    expect(links((await folder.run(['check', '.'])).out)).toEqual(['notes/a.hnotes nowhere']);
  });

  test('beside a file that is checked', async () => {
    const { out } = await folder.run(['check', 'notes/a.hnotes', 'notes/b.hnotes']);
    expect(links(out)).toEqual(['notes/a.hnotes deep/c d#Part', 'notes/a.hnotes nowhere', 'notes/a.hnotes beside', 'notes/b.hnotes C d']);
  });

  test('by every worker', async () => {
    for (let i = 0; i < 45; i++) folder.write(`many/${i}.hnotes`, `${STALIN}[[${(i + 1) % 45}]] [[none${i}]]\n`);
    expect(links((await folder.run(['check', '--jobs', '2', 'many'])).out)).toHaveLength(45);
  });
});

describe('formats', () => {
  test('pretty: place, severity, sentence, the line with the place underlined, the repair', async () => {
    folder.write('a.hnotes', WRONG);
    const { out } = await folder.run(['check', 'a.hnotes']);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^a\.hnotes:5:3: warning: .*April 1922.* \[event-date\]$/),
      '  5 | - 1922 Aug: Stalin becomes General Secretary',
      '    |   ^^^^^^^^',
      '    = Change to 1922 Apr',
      '',
      '1 finding (1 warning) in 1 of 1 file.',
      '',
    ]);
  });

  test('pretty: underlines the right words after wide letters, in long lines, and without control characters', async () => {
    folder.write('a.hnotes', `${STALIN}毛泽东 \u001b[31m😀 é @Nobodyovich ${'and so on '.repeat(50)}\n`);
    const { out } = await folder.run(['check', 'a.hnotes']);
    expect(out).not.toContain('\u001b');
    const [, source, underline] = out.split('\n');
    expect(source!.length).toBeLessThan(130);
    const before = source!.slice(0, source!.indexOf('Nobodyovich'));
    // Each of the three Chinese letters and the emoji (two UTF-16 units) takes two columns.
    expect(underline!.indexOf('^')).toBe(before.length + 3);
    expect(underline!.replace(/[^^]/g, '')).toHaveLength('Nobodyovich'.length);
  });

  test('pretty: colours only where they are wanted', async () => {
    folder.write('a.hnotes', WRONG);
    expect((await folder.run(['check', 'a.hnotes'], { env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[');
    expect((await folder.run(['check', 'a.hnotes'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).not.toContain('\u001b[');
  });

  test('json: an array with an entry for each file', async () => {
    folder.write('a.hnotes', WRONG);
    folder.write('b.hnotes', RIGHT);
    const { out } = await folder.run(['check', '--format', 'json', 'a.hnotes', 'b.hnotes']);
    expect(JSON.parse(out)).toEqual([
      {
        file: 'a.hnotes',
        findings: [
          {
            code: 'event-date',
            severity: 'warning',
            message: expect.any(String),
            range: { start: { line: 4, character: 2 }, end: { line: 4, character: 10 } },
            fact: {
              id: expect.any(String),
              name: expect.any(String),
              date: 'April 1922',
              place: expect.objectContaining({ file: expect.stringMatching(/timeline\.yaml$/) }),
            },
            fixes: [
              {
                title: 'Change to 1922 Apr',
                edits: [{ range: { start: { line: 4, character: 2 }, end: { line: 4, character: 10 } }, newText: '1922 Apr' }],
              },
            ],
          },
        ],
      },
      { file: 'b.hnotes', findings: [] },
    ]);
  });

  test('json of nothing is still JSON', async () => {
    expect(await folder.run(['check', '--format', 'json', 'missing.hnotes'])).toMatchObject({ code: 2, out: '[\n]\n' });
  });

  test('ndjson: a line for each file', async () => {
    folder.write('a.hnotes', WRONG);
    folder.write('b.hnotes', RIGHT);
    const { out } = await folder.run(['check', '--format', 'ndjson', 'a.hnotes', 'b.hnotes']);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).file),
    ).toEqual(['a.hnotes', 'b.hnotes']);
  });

  test('sarif: rules, places from 1, fixes; what could not be read is told', async () => {
    folder.write('a b.hnotes', WRONG);
    folder.write('b.hnotes', RIGHT);
    folder.write('c.hnotes', WRONG);
    const { out } = await folder.run(['check', '--format', 'sarif', 'b.hnotes', 'a b.hnotes', 'c.hnotes', 'missing.hnotes']);
    const log = JSON.parse(out);
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toContain('event-date');
    expect(run.results).toHaveLength(2);
    expect(run.results[0]).toMatchObject({
      ruleId: 'event-date',
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b.hnotes' },
            region: { startLine: 5, startColumn: 3, endLine: 5, endColumn: 11 },
          },
        },
      ],
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: '1922 Apr' } }] }] }],
    });
    expect(run.invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ message: { text: expect.stringContaining('missing.hnotes') } }] },
    ]);
  });

  test('junit: a suite for each file, XML whatever stands in it', async () => {
    folder.write('a&"<.hnotes', `${STALIN}@Nobody\u0001<&"ovich @Nobodyovich\n`);
    folder.write('b.hnotes', RIGHT);
    const { out } = await folder.run(['check', '--format', 'junit', 'a&"<.hnotes', 'b.hnotes', 'missing.hnotes']);
    expect(out).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="history-notes">\n/);
    expect(out).toContain('<testsuite name="a&amp;&quot;&lt;.hnotes" tests="');
    expect(out).toContain('<testcase classname="b.hnotes" name="no findings"/>');
    expect(out).toContain('<error message="missing.hnotes');
    expect(out).not.toMatch(/[\u0000-\u0008]/);
    expect(out.match(/<(\w+)[^>]*[^/]>/g)!.length).toBe(out.match(/<\/\w+>/g)!.length);
  });

  test('github: a workflow command for each finding', async () => {
    folder.write('a,b.hnotes', WRONG);
    const { out } = await folder.run(['check', '--format', 'github', 'a,b.hnotes']);
    expect(out).toMatch(/^::warning file=a%2Cb\.hnotes,line=5,endLine=5,col=3,endColumn=11,title=event-date::\S.*\n$/);
  });
});

describe('what is checked', () => {
  test('a folder: all notes below, and Markdown that names a chapter, in order', async () => {
    folder.write('notes/b.hnotes', WRONG);
    folder.write('notes/a/deep.hnotes', RIGHT);
    folder.write('notes/chapter.md', WRONG);
    folder.write('notes/plain.md', '# Shopping\n\n- 31 June 1924: bread\n');
    folder.write('notes/other.txt', WRONG);
    folder.write('notes/node_modules/x.hnotes', WRONG);
    folder.write('notes/.hidden/x.hnotes', WRONG);
    symlinkSync(join(folder.path, 'notes'), join(folder.path, 'notes', 'loop'));
    const { out, code } = await folder.run(['check', '--format', 'json', 'notes']);
    expect(JSON.parse(out).map(({ file }: { file: string }) => file)).toEqual([
      'notes/a/deep.hnotes',
      'notes/b.hnotes',
      'notes/chapter.md',
    ]);
    expect(code).toBe(1);
  });

  test('the working folder where nothing is named', async () => {
    folder.write('a.hnotes', WRONG);
    expect(JSON.parse((await folder.run(['check', '--format', 'json'])).out)).toMatchObject([{ file: 'a.hnotes' }]);
  });

  test('standard input', async () => {
    const { out, code } = await folder.run(['check', '--format', 'json', '-'], { input: WRONG });
    expect(JSON.parse(out)).toMatchObject([{ file: '-', findings: [{ code: 'event-date' }] }]);
    expect(code).toBe(1);
    expect((await folder.run(['check', '-'], { input: WRONG })).out).toContain('<stdin>:5:3');
  });

  test('against a chapter that the option names, where the notes name none', async () => {
    folder.write('a.hnotes', '- 1922 Aug: Stalin becomes General Secretary\n');
    const without = await folder.run(['check', 'a.hnotes']);
    expect(without).toMatchObject({ code: 0, err: expect.stringContaining('names no chapter') });
    expect(await folder.run(['check', '--chapter', 'stalins-rise', 'a.hnotes'])).toMatchObject({ code: 1, err: '' });
    expect(await folder.run(['check', '--chapter', 'nowhere', 'a.hnotes'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('stalins-rise'),
    });
  });

  test('with own names', async () => {
    folder.write('a.hnotes', `${STALIN}Then Trotksy resigned.\n`);
    expect((await folder.run(['check', 'a.hnotes'])).code).toBe(1);
    expect((await folder.run(['check', '--own-name', 'Trotksy', 'a.hnotes'])).code).toBe(0);
  });

  test('columns do not count a byte order mark, and repairs keep it', async () => {
    const file = folder.write('a.hnotes', `\ufeff${WRONG}`);
    expect(JSON.parse((await folder.run(['check', '--format', 'json', 'a.hnotes'])).out)[0].findings[0].range.start).toEqual({
      line: 4,
      character: 2,
    });
    await folder.run(['check', '--fix', 'a.hnotes']);
    expect(readFileSync(file, 'utf8')).toBe(`\ufeff${RIGHT}`);
  });
});

describe('bad input: one line on standard error, and the rest is checked all the same', () => {
  const cases: [string, (folder: Folder) => void, RegExp][] = [
    ['a missing file', () => {}, /bad\.hnotes: there is no such file/],
    ['a binary file', (each) => each.write('bad.hnotes', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2])), /bad\.hnotes: .*binary/],
    [
      'invalid UTF-8',
      (each) => each.write('bad.hnotes', Buffer.concat([Buffer.from('first\nsecond '), Buffer.from([0xe9, 0x20])])),
      /bad\.hnotes: .*not valid UTF-8 \(line 2\)/,
    ],
    ['UTF-16', (each) => each.write('bad.hnotes', Buffer.from('\ufeffText', 'utf16le')), /bad\.hnotes: .*UTF-16/],
    ['a file of 50 MB', (each) => each.write('bad.hnotes', Buffer.alloc(50_000_000, 'All work and no play. ')), /bad\.hnotes: too large/],
    ['a folder without notes', (each) => mkdirSync(join(each.path, 'bad.hnotes')), /bad\.hnotes: there is nothing to check/],
  ];
  test.each(cases)('%s', async (_, make, message) => {
    make(folder);
    folder.write('good.hnotes', WRONG);
    const run = await folder.run(['check', '--format', 'json', 'bad.hnotes', 'good.hnotes']);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(message);
    expect(run.err.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(run.out)).toMatchObject([{ file: 'good.hnotes', findings: [{ code: 'event-date' }] }]);
  });

  test('a file that may not be read', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may read everything');
    chmodSync(folder.write('bad.hnotes', WRONG), 0);
    expect(await folder.run(['check', 'bad.hnotes'])).toMatchObject({ code: 2, err: expect.stringContaining('permission denied') });
  });

  test('standard input that never ends', async () => {
    expect(await folder.run(['check', '-'], { input: Buffer.alloc(40_000_000, 'x ') })).toMatchObject({
      code: 2,
      err: expect.stringContaining('standard input: too large'),
    });
  });

  test('a reader that goes away', async () => {
    folder.write('a.hnotes', `${STALIN}${'@Nobodyovich\n\n'.repeat(2000)}`);
    const { spawnSync } = await import('node:child_process');
    const { cli } = await import('./run');
    const run = spawnSync('sh', ['-c', `"${process.execPath}" "${cli}" check a.hnotes | head -n 1`], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    expect(run.stdout).toMatch(/^a\.hnotes:5:2/);
    expect(run.stderr).toBe('');
  });
});

describe('packs', () => {
  const CHAPTER = 'id: tulips\ntitle: The Tulip Trade\n';
  const TIMELINE = '- id: crash\n  when: 1637-02\n  what: The tulip market collapses in Haarlem\n';
  const NOTES = '---\nchapter: tulips\n---\n\n- 1638 Feb: The tulip market collapses in Haarlem\n';

  test('of folders that are named, of several, and of the folders that the editor looks in', async () => {
    folder.write('a.hnotes', NOTES);
    folder.write('mine/tulips/chapter.yaml', CHAPTER);
    folder.write('mine/tulips/timeline.yaml', TIMELINE);
    folder.write('more/other/chapter.yaml', 'id: other\ntitle: Other\n');
    const findings = async (...args: string[]) =>
      JSON.parse((await folder.run(['check', '--format', 'json', ...args, 'a.hnotes'])).out)[0].findings.map(
        ({ code }: { code: string }) => code,
      );
    expect(await findings('--packs', 'mine', '--packs', 'more')).toEqual(['event-date']);
    expect(await findings('--packs', 'mine/tulips')).toEqual(['event-date']);
    expect(await findings()).toEqual(['front-matter']);
    folder.write('packs/tulips/chapter.yaml', CHAPTER);
    folder.write('packs/tulips/timeline.yaml', TIMELINE);
    expect(await findings()).toEqual(['event-date']);
  });

  test('that are not there', async () => {
    folder.write('a.hnotes', NOTES);
    expect(await folder.run(['check', '--packs', 'nowhere', 'a.hnotes'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('nowhere: there is no pack here'),
    });
  });

  test('that are broken: each fault at its place, what is sound is used', async () => {
    folder.write('a.hnotes', NOTES);
    folder.write('mine/tulips/chapter.yaml', CHAPTER);
    folder.write('mine/tulips/timeline.yaml', `${TIMELINE}- id: second\n  when: the year dot\n  what: Nothing\n`);
    const run = await folder.run(['check', '--packs', 'mine', 'a.hnotes']);
    expect(run).toMatchObject({
      code: 1,
      err: expect.stringMatching(/timeline\.yaml:5:9: error: /),
      out: expect.stringContaining('event-date'),
    });
  });

  test.each([': : :\n', '[', 'title: No id\n', '&a [*a]', '\u0000', ''])('that are beyond use: %j', async (text) => {
    folder.write('a.hnotes', NOTES);
    folder.write('mine/tulips/chapter.yaml', text);
    const run = await folder.run(['check', '--packs', 'mine', 'a.hnotes']);
    expect(run).toMatchObject({ code: 2, out: '', err: expect.stringContaining('chapter.yaml:') });
    expect(run.err).toContain('this pack cannot be used');
    expect(run.err).not.toMatch(/\n\s+at /);
  });
});

describe('--fix', () => {
  test('repairs what is sure, and reports what is left', async () => {
    const file = folder.write(
      'a.hnotes',
      `${STALIN}- 1922 Aug: Stalin becomes General Secretary\r\n\r\nThen Trotksy met @Nobodyovich.\r\n`,
    );
    chmodSync(file, 0o640);
    const run = await folder.run(['check', '--fix', 'a.hnotes']);
    expect(readFileSync(file, 'utf8')).toBe(
      `${STALIN}- 1922 Apr: Stalin becomes General Secretary\r\n\r\nThen Trotsky met @Nobodyovich.\r\n`,
    );
    expect(run.code).toBe(1);
    expect(run.out).toContain('unknown-person');
    expect(run.out).not.toContain('event-date');
    expect(run.out).toMatch(/2 repairs made\. 1 finding/);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder.path)).toEqual(['a.hnotes']);
  });

  test('leaves a file without mistakes untouched', async () => {
    const file = folder.write('a.hnotes', RIGHT);
    const before = statSync(file).mtimeMs;
    expect((await folder.run(['check', '--fix', 'a.hnotes'])).code).toBe(0);
    expect(statSync(file).mtimeMs).toBe(before);
  });

  test('writes through a link', async () => {
    const file = folder.write('real/a.hnotes', WRONG);
    symlinkSync(file, join(folder.path, 'link.hnotes'));
    await folder.run(['check', '--fix', 'link.hnotes']);
    expect(readFileSync(file, 'utf8')).toBe(RIGHT);
    expect(readdirSync(join(folder.path, 'real'))).toEqual(['a.hnotes']);
  });

  test('keeps the original where it may not be written', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write everything');
    const file = folder.write('a.hnotes', WRONG);
    chmodSync(file, 0o440);
    expect(await folder.run(['check', '--fix', 'a.hnotes'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('left as it was'),
      out: expect.stringContaining('event-date'),
    });
    expect(readFileSync(file, 'utf8')).toBe(WRONG);
  });

  test('not of standard input', async () => {
    expect(await folder.run(['check', '--fix', '-'], { input: WRONG })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('--fix'),
    });
  });
});
