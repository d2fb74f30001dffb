/** What the workbench logs while a suite runs in it. */

/** True of the workbench's own chatter, which says nothing about the extension. */
export function isChatter(line: string): boolean {
  return /^(\[(AgentHost|AccountPolicyGate|ChatModelSelection|Service Worker|reconnection|remote-connection)|Creating a socket|Resolv|Updating additional|Ignoring (fetching|the error while validating)|Creation of workbench contribution|Found additional builtin|Loading development|Timed out waiting for authentication|vscode-test-web-support|(Error: )?Could not locate the bindings file|Cannot find module '\.\/build\/Release\/watchdog')/.test(
    line,
  );
}

/** True of Mocha's line about passing tests. The workbench reports success when its extension host dies: only this line proves that a suite ran. */
export function saysPassing(line: string): boolean {
  return /^\s*[1-9]\d* passing/m.test(line);
}

export const nothingPassed = 'The editor ended without a passing test: its extension host died, or no test ran.';

/** A suite that takes longer than this, in milliseconds, hangs. */
export const suiteTimeLimit = 240_000;
