#!/usr/bin/env -S node --import tsx
/**
 * Stands in for the executable of desktop VS Code: takes its command line and runs the extension's tests in code-server, in a headless
 * browser. `@vscode/test-electron` starts it as it would start the real editor. Ends with 0 only where the suite reported passing tests.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserArguments, findBrowser } from '../support/browser';
import { type CodeServer, Profile } from '../support/code-server';
import { resultsFolder } from '../support/project';
import { isChatter, nothingPassed, saysPassing, suiteTimeLimit } from '../support/suite-log';

interface Suite {
  readonly extensions: readonly string[];
  readonly tests: string | undefined;
}

const { values, positionals } = parseArgs({
  // Any other flag of the desktop editor (--no-sandbox, --skip-welcome …) is taken and ignored.
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});
const text = (value: string | boolean | undefined) => (typeof value === 'string' ? resolve(value) : undefined);

/** Tells the workbench what to load and to run. */
async function injectSuite(page: Page, authority: string, suite: Suite): Promise<void> {
  await page.addInitScript({ content: `window.suite = ${JSON.stringify({ authority, ...suite })}` });
  await page.addInitScript({ path: fileURLToPath(new URL('inject-suite.js', import.meta.url)) });
}

/** Runs the suite in a page of the workbench; resolves to the exit code. */
function runSuite(page: Page, address: string, suite: Suite): Promise<number> {
  return new Promise((done, fail) => {
    let passed = false;
    const log = (type: string, args: readonly unknown[]) => {
      const line = format(...args);
      passed ||= saysPassing(line);
      if (!isChatter(line)) console[type === 'error' || type === 'warn' ? 'error' : 'log'](line);
    };
    const exit = (code: number) => {
      if (code === 0 && !passed) console.error(nothingPassed);
      done(code === 0 && !passed ? 1 : code);
    };
    setTimeout(async () => {
      mkdirSync(resultsFolder, { recursive: true });
      const picture = join(resultsFolder, 'suite-timeout.png');
      await page.screenshot({ path: picture }).catch(() => {});
      console.error(`No result after ${suiteTimeLimit / 1000} s. The screen at that moment: ${picture}`);
      done(124);
    }, suiteTimeLimit).unref();
    (async () => {
      await page.exposeFunction('codeAutomationLog', log);
      await page.exposeFunction('codeAutomationExit', exit);
      await injectSuite(page, new URL(address).host, suite);
      await page.goto(address);
    })().catch(fail);
  });
}

async function main(): Promise<number> {
  const userData = text(values['user-data-dir']);
  const extensions = text(values['extensions-dir']);
  const profile = new Profile({ ...(userData ? { userData } : {}), ...(extensions ? { extensions } : {}) });
  let editor: CodeServer | undefined;
  let browser: Browser | undefined;
  const stop = async () => {
    await browser?.close().catch(() => {});
    await editor?.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop().finally(() => process.exit(130)));
  try {
    editor = await profile.start();
    browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const target = positionals.map((path) => resolve(path)).find((path) => existsSync(path));
    const query =
      target === undefined ? 'ew=true' : `${statSync(target).isDirectory() ? 'folder' : 'workspace'}=${encodeURIComponent(target)}`;
    return await runSuite(page, `${editor.url}/?${query}`, {
      extensions: (values.extensionDevelopmentPath ?? []).map((path) => resolve(String(path))),
      tests: text(values.extensionTestsPath as string | undefined),
    });
  } finally {
    await stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
