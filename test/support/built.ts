/** Builds dist/ once before the tests that run what was built, where a source is newer than it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const sources = ['server/src', 'content', 'l10n', 'package.json', 'scripts/build.mjs'];
const built = ['dist/server.js', 'dist/cli.js', 'dist/server.browser.js'];

export default function build(): void {
  const oldest = Math.min(...built.map((file) => modified(join(root, file))));
  if (sources.some((source) => newest(join(root, source)) > oldest))
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'pipe' });
}

function modified(file: string): number {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
