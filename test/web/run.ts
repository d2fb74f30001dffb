/** Runs the suite of ../vscode in VS Code for the Web: the extension and its server are workers in a headless browser. */
import { join } from 'node:path';
import { runTests } from '@vscode/test-web';
import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from '../support/browser';
import { bundleSuite } from '../support/bundle-suite';
import { root } from '../support/project';
import { freePort, webBuild } from '../support/web-build';

/** test-web cannot be told which browser to use, and would want one that Playwright downloaded. */
function useInstalledBrowser(): void {
  const executablePath = findBrowser();
  const launch = chromium.launch.bind(chromium);
  chromium.launch = (options) => launch({ ...options, executablePath });
}

async function main(): Promise<void> {
  useInstalledBrowser();
  await runTests({
    ...webBuild(),
    browserType: 'chromium',
    browserOptions: browserArguments,
    port: await freePort(),
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundleSuite('browser'),
    folderPath: join(root, 'test', 'fixtures', 'workspace'),
  });
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
