/** What the built command line says of files. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/project';

/** 0-based; characters are UTF-16. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface CheckedFinding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: Range;
  readonly fixes: readonly { readonly title: string }[];
}

export interface FileFindings {
  readonly file: string;
  readonly findings: readonly CheckedFinding[];
}

/** @throws where something could not be checked: exit code 2. */
export async function runCheck(files: readonly string[], options: readonly string[] = []): Promise<FileFindings[]> {
  const { code, out, err } = await runNode([join(root, 'dist', 'cli.js'), 'check', '--format', 'json', ...options, ...files]);
  if (code !== 0 && code !== 1) throw new Error(`check could not run (${code}): ${err}`);
  return JSON.parse(out);
}

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a script from the project's top folder. */
export function runNode(args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1 << 28 }, (error, out, err) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 2) : 0;
      resolve({ code, out, err: err || (error && code === 2 ? error.message : '') });
    });
  });
}
