import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { documented, isThere, skipped, Workspace } from './editors';

interface Seen {
  readonly failed?: string;
  readonly mode: string;
  readonly findings: readonly { message: string; text: string }[];
  readonly hover: string;
  readonly completion: readonly string[];
  readonly actions: readonly string[];
  readonly repaired: string;
  readonly after: readonly { text: string }[];
}

/** Emacs with eglot, which is a package of its own before Emacs 29. */
function without(): boolean {
  if (skipped('emacs', 'emacs-nox elpa-eglot')) return true;
  const eglot = spawnSync('emacs', ['-q', '--batch', '--eval', "(progn (require 'package) (package-initialize) (require 'eglot))"]);
  if (eglot.status === 0 || !isThere('emacs')) return false;
  if (process.env.CI) throw new Error('Emacs has no eglot.');
  console.warn('Emacs has no eglot: its tests are skipped. On Debian: apt-get install elpa-eglot.');
  return true;
}

describe.skipIf(without())('Emacs with eglot, configured as the documentation says', () => {
  const workspace = new Workspace();
  afterAll(() => workspace.remove());

  test('finds, explains, completes and repairs', async () => {
    process.env.INIT = workspace.write('init.el', documented('Emacs', 'elisp'));
    // Not -Q: Debian's packages are found by the site's own start file.
    const seen = await workspace.run<Seen>('emacs', ['-q', '--batch', '-l', join(import.meta.dirname, 'emacs.el')]);
    expect(seen.failed).toBeUndefined();
    expect(seen.mode).toBe('history-notes-mode');
    expect(seen.findings.map(({ text }) => text)).toEqual(['1922 Aug', 'Zin']);
    expect(seen.findings[0]!.message).toContain('April 1922');
    expect(seen.hover).toContain('Josef Stalin');
    expect(seen.completion).toContain('Zinoviev');
    expect(seen.actions[0]).toBe('Change to 1922 Apr');
    expect(seen.repaired).toBe('- 1922 Apr: Stalin becomes General Secretary');
    expect(seen.after.map(({ text }) => text)).toEqual(['Zin']);
  });
});
