/** Runs the built command line in a folder of its own. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** This process's environment, without its wishes about colours. */
const { NO_COLOR: _no, FORCE_COLOR: _force, ...uncoloured } = process.env;

export const cli = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
export const STALIN = '---\nchapter: stalins-rise\n---\n\n';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** For standard input. */
  readonly input?: string | Uint8Array;
  readonly env?: Record<string, string>;
}

export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'history-notes-'));

  write(file: string, content: string | Uint8Array): string {
    const path = join(this.path, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
    return this.runScript(cli, args, options);
  }

  runScript(script: string, args: readonly string[], { input, env }: RunOptions = {}): Promise<Run> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [script, ...args], { cwd: this.path, env: { ...uncoloured, ...env } });
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (text) => {
        out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text) => {
        err += text;
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, err }));
      child.stdin.on('error', () => {});
      child.stdin.end(input ?? '');
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
