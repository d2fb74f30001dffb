/** What the tests of other editors share: a workspace, the command on the path, and the configurations of the documentation. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../support/project';

/** What every editor is shown: a wrong date in line 6 (from 1), and an unfinished name in line 8, behind letters of several bytes. */
export const NOTES = `---
chapter: stalins-rise
---

# Été 😀

- 1922 Aug: Stalin becomes General Secretary

Été 😀: then @Trotsky met @Zin
`;

/** Whether a command is on this machine. */
export function isThere(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Says why an editor's tests do not run. On a machine of the project's own they must. */
export function skipped(command: string, packages: string): boolean {
  if (isThere(command)) return false;
  const reason = `${command} is not on this machine: its tests are skipped. On Debian: apt-get install ${packages}.`;
  if (process.env.CI) throw new Error(reason);
  console.warn(reason);
  return true;
}

/** The first block of code in a language below a heading of docs/other-editors.md. */
export function documented(heading: string, language: string): string {
  const page = readFileSync(join(root, 'docs', 'other-editors.md'), 'utf8');
  const section = new RegExp(`^##+ ${heading}$([\\s\\S]*?)(?=^##+ |(?![\\s\\S]))`, 'm').exec(page)?.[1] ?? '';
  const code = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(section)?.[1];
  if (!code) throw new Error(`docs/other-editors.md has no ${language} under ${heading}`);
  return code;
}

export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'history-notes-editor-'));

  constructor() {
    const bin = join(this.folder, 'bin');
    mkdirSync(bin);
    const command = join(bin, 'history-notes');
    writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist', 'cli.js')}" "$@"\n`);
    chmodSync(command, 0o755);
    mkdirSync(join(this.folder, 'notes'));
    writeFileSync(this.notes, NOTES);
  }

  get notes(): string {
    return join(this.folder, 'notes', 'essay.hnotes');
  }

  write(name: string, text: string): string {
    writeFileSync(join(this.folder, name), text);
    return join(this.folder, name);
  }

  /** Runs an editor to its end. What it found it has written to the file `RESULT`, as JSON. */
  async run<T>(command: string, args: readonly string[]): Promise<T> {
    const result = join(this.folder, 'result.json');
    const child = spawn(command, args, {
      cwd: join(this.folder, 'notes'),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: `${join(this.folder, 'bin')}${delimiter}${process.env.PATH}`,
        HOME: this.folder,
        XDG_CONFIG_HOME: join(this.folder, 'config'),
        XDG_DATA_HOME: join(this.folder, 'data'),
        XDG_STATE_HOME: join(this.folder, 'state'),
        XDG_CACHE_HOME: join(this.folder, 'cache'),
        LANG: 'C.UTF-8',
        LC_ALL: 'C.UTF-8',
        NOTES: this.notes,
        RESULT: result,
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
    const limit = setTimeout(() => child.kill(), 100_000);
    const code = await new Promise((resolve) => child.once('close', resolve));
    clearTimeout(limit);
    try {
      return JSON.parse(readFileSync(result, 'utf8')) as T;
    } catch {
      throw new Error(`${command} ended with ${code} and no result:\n${output}`);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
