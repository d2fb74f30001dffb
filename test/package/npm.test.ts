/** The npm package, packed and installed into an empty folder, as a teacher's `npx` does it. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../support/project';

const run = promisify(execFile);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

describe('the npm package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'history-notes-npm-'));
  const bin = join(folder, 'node_modules', '.bin', 'history-notes');
  let files: readonly string[] = [];

  beforeAll(async () => {
    const packed = await run(npm, ['pack', '--json', '--silent', '--pack-destination', folder], { cwd: root });
    // The build that goes before may print, too.
    const [{ filename, files: listed }] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf('[\n'))) as [
      { filename: string; files: { path: string }[] },
    ];
    files = listed.map(({ path }) => path);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    await run(npm, ['install', '--no-audit', '--no-fund', '--offline', join(folder, filename)], { cwd: folder });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds the server, the command line and the chapters, and nothing else', () => {
    const wanted = [
      /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|ThirdPartyNotices\.txt)$/,
      /^dist\/(server|cli)\.js$/,
      /^dist\/packs\/[a-z0-9-]+\.json$/,
      /^content\/[a-z0-9-]+\/[a-z]+\.yaml$/,
      /^content\/schemas\/[a-z]+\.schema\.json$/,
    ];
    expect(files.filter((file) => !wanted.some((pattern) => pattern.test(file)))).toEqual([]);
    for (const pattern of wanted) expect(files.some((file) => pattern.test(file))).toBe(true);
  });

  test('needs no other package', () => {
    const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { packages: Record<string, unknown> };
    expect(Object.keys(packages).sort()).toEqual(['', 'node_modules/history-notes']);
  });

  test('checks notes', async () => {
    expect(existsSync(bin)).toBe(true);
    mkdirSync(join(folder, 'class'));
    writeFileSync(join(folder, 'class', 'essay.hnotes'), '---\nchapter: stalins-rise\n---\n\nLenin died in January 1925.\n');
    const failed = await run(bin, ['check', '--format', 'json', 'class'], { cwd: folder }).catch((error) => error);
    expect(failed.code).toBe(1);
    const [report] = JSON.parse(failed.stdout);
    expect(report.findings).toHaveLength(1);
  });

  test('serves an editor', async () => {
    const server = spawn(bin, ['lsp', '--stdio'], { cwd: folder });
    const answer = new Promise<string>((resolve, reject) => {
      let out = '';
      server.on('error', reject);
      server.stdout.setEncoding('utf8').on('data', (text) => {
        out += text;
        if (out.includes('"serverInfo"')) resolve(out);
      });
      server.on('exit', () => reject(new Error(`the server ended: ${out}`)));
    });
    const request = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(request)}\r\n\r\n${request}`);
    expect(await answer).toContain('history-notes');
    server.removeAllListeners('exit');
    server.kill();
  });
});
