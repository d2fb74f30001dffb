import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { documented, skipped, Workspace } from './editors';

interface Seen {
  readonly failed?: string;
  readonly filetype: string;
  readonly findings: readonly { code: string; message: string; text: string }[];
  readonly hover: string;
  readonly completion: readonly string[];
  readonly actions: readonly string[];
  readonly repaired: string;
  readonly after: readonly { code: string; text: string }[];
}

const without = skipped('nvim', 'neovim');
const newer = !without && /NVIM v0\.(?:1[1-9]|[2-9]\d)|NVIM v[1-9]/.test(spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout);

describe.skipIf(without)('Neovim, configured as the documentation says', () => {
  test('finds, explains, completes and repairs', () => works('Neovim'));
  test.runIf(newer)('the short way of 0.11, too', () => works('Neovim 0.11 and newer'));

  async function works(heading: string): Promise<void> {
    const workspace = new Workspace();
    onTestFinished(() => workspace.remove());
    const init = workspace.write('init.lua', documented(heading, 'lua'));
    const seen = await workspace.run<Seen>('nvim', [
      '--headless',
      '-u',
      init,
      workspace.notes,
      '-c',
      `luafile ${join(import.meta.dirname, 'neovim.lua')}`,
    ]);
    expect(seen.failed).toBeUndefined();
    expect(seen.filetype).toBe('history-notes');
    // The text under each finding: columns are right behind letters of several bytes.
    expect(seen.findings.map(({ code, text }) => `${code} «${text}»`)).toEqual(['event-date «1922 Aug»', 'unknown-person «Zin»']);
    expect(seen.findings[0]!.message).toContain('April 1922');
    expect(seen.hover).toContain('Josef Stalin');
    expect(seen.completion).toContain('Zinoviev');
    expect(seen.actions[0]).toBe('Change to 1922 Apr');
    expect(seen.repaired).toBe('- 1922 Apr: Stalin becomes General Secretary');
    expect(seen.after.map(({ code }) => code)).toEqual(['unknown-person']);
  }
});
