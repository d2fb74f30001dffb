/**
 * Runs the suite in the extension host of a real VS Code: the desktop editor, downloaded, where that can be had and shown; otherwise code-server
 * from the npm registry. The environment variable TEST_EDITOR (`desktop` or `code-server`) decides by hand.
 */
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { findBrowser } from '../support/browser';
import { bundleSuite } from '../support/bundle-suite';
import { installCodeServer } from '../support/code-server';
import { root } from '../support/project';

const updateServer = 'https://update.code.visualstudio.com/api/releases/stable';
const shim = fileURLToPath(new URL('shim.ts', import.meta.url));

/** Why the desktop editor cannot be used on this machine; undefined where it can. */
async function obstacle(): Promise<string | undefined> {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return 'this machine has no display (run it under xvfb-run to use the desktop editor)';
  }
  try {
    const answer = await fetch(updateServer, { signal: AbortSignal.timeout(5000) });
    return answer.ok ? undefined : `its download server answers ${answer.status}`;
  } catch {
    return 'its download server cannot be reached';
  }
}

/** The path of an editor to run the suite in. */
async function findEditor(): Promise<string> {
  const choice = process.env.TEST_EDITOR;
  const reason = choice === 'code-server' ? 'TEST_EDITOR says so' : choice === 'desktop' ? undefined : await obstacle();
  if (reason === undefined) {
    try {
      return await downloadAndUnzipVSCode('stable');
    } catch (error) {
      if (choice === 'desktop') throw error;
      console.log(`The download of VS Code failed: ${error instanceof Error ? error.message : error}`);
    }
  }
  console.log(`Using code-server in place of desktop VS Code${reason === undefined ? '' : `: ${reason}`}.`);
  findBrowser();
  installCodeServer();
  return shim;
}

async function main(): Promise<void> {
  const extensionTestsPath = await bundleSuite('node');
  // A new profile each time: settings of an earlier run would be settings of this one.
  const userData = mkdtempSync(join(tmpdir(), 'history-notes-'));
  // A copy, so that settings of the workspace can be written.
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'history-notes-workspace-')));
  cpSync(join(root, 'test', 'fixtures', 'workspace'), workspace, { recursive: true });
  await runTests({
    vscodeExecutablePath: await findEditor(),
    extensionDevelopmentPath: root,
    extensionTestsPath,
    launchArgs: [workspace, '--disable-extensions', `--user-data-dir=${userData}`],
  }).finally(() => {
    for (const folder of [userData, workspace]) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
