/** Runs the suite of ../vscode in VS Code for the Web: the extension and its server are workers in a headless browser. */
import { join } from 'node:path';
import { format } from 'node:util';
import { runTests } from '@vscode/test-web';
import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from '../support/browser';
import { bundleSuite } from '../support/bundle-suite';
import { root } from '../support/project';
import { isChatter, nothingPassed, saysPassing, suiteTimeLimit } from '../support/suite-log';
import { freePort, webBuild } from '../support/web-build';

/** test-web cannot be told which browser to use, and would want one that Playwright downloaded. */
function useInstalledBrowser(): void {
  const executablePath = findBrowser();
  const launch = chromium.launch.bind(chromium);
  chromium.launch = (options) => launch({ ...options, executablePath });
}

/** Leaves the workbench's chatter out of what test-web prints; returns a function that says whether tests passed. */
function watchLog(): () => boolean {
  let passed = false;
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    const print = console[level];
    console[level] = (...args: unknown[]) => {
      const line = format(...args);
      passed ||= saysPassing(line);
      if (!isChatter(line)) print(line);
    };
  }
  return () => passed;
}

async function main(): Promise<void> {
  useInstalledBrowser();
  const extensionTestsPath = await bundleSuite('browser');
  const passed = watchLog();
  setTimeout(() => {
    console.error(`No result after ${suiteTimeLimit / 1000} s.`);
    process.exit(124);
  }, suiteTimeLimit).unref();
  await runTests({
    ...webBuild(),
    browserType: 'chromium',
    browserOptions: browserArguments,
    port: await freePort(),
    extensionDevelopmentPath: root,
    extensionTestsPath,
    folderPath: join(root, 'test', 'fixtures', 'workspace'),
  });
  if (!passed()) throw new Error(nothingPassed);
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
