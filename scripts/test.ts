/** `npm test`: runs every check of the project, one after the other, and ends with a line that counts them all. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../test/support/browser';
import { resultsFolder, root } from '../test/support/project';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  /** A script of package.json. */
  readonly script: string;
  /** How many tests its run had; a step without it counts as one. */
  readonly count?: (output: string) => Count | undefined;
  /** Further arguments of the script. */
  readonly args?: readonly string[];
  /** Nothing that follows makes sense where it fails. */
  readonly vital?: boolean;
}

function vitest(script: string): Step {
  const report = join(resultsFolder, `${script.replace(':', '-')}.json`);
  const count = () => {
    if (!existsSync(report)) return undefined;
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    return { passed: numPassedTests, failed: numFailedTests };
  };
  return { script, count, args: ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`] };
}

/** Mocha's closing lines: "12 passing (3s)", "1 failing". */
function mocha(output: string): Count | undefined {
  const number = (word: string) => new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(output)?.[1];
  const passed = number('passing');
  return passed === undefined ? undefined : { passed: Number(passed), failed: Number(number('failing') ?? 0) };
}

/** vscode-tmgrammar-test's lines, one a file. */
function grammar(output: string): Count {
  const number = (mark: string) => [...output.matchAll(new RegExp(`^${mark} `, 'gm'))].length;
  return { passed: number('✓'), failed: number('✖') };
}

const steps: readonly Step[] = [
  { script: 'lint' },
  { script: 'typecheck' },
  { script: 'check:imports' },
  { script: 'build', vital: true },
  vitest('test:unit'),
  { script: 'test:grammar', count: grammar },
  vitest('test:editors'),
  { script: 'test:vscode', count: mocha },
  { script: 'test:web', count: mocha },
  vitest('test:package'),
  vitest('test:ui'),
];

async function run({ script, count, args = [] }: Step): Promise<Count> {
  console.log(`\n── ${script} ${'─'.repeat(Math.max(3, 60 - script.length))}`);
  const start = Date.now();
  const child = spawn('npm', ['run', '--silent', script, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
      process.stdout.write(chunk);
    });
  }
  const [code] = await once(child, 'close');
  const { passed, failed } = count?.(output) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  // A run can fail without a failing test: a crash, or an error outside the tests.
  const result = { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
  console.log(`${script}: ${result.passed} passed, ${result.failed} failed, ${((Date.now() - start) / 1000).toFixed(0)} s`);
  return result;
}

async function main(): Promise<number> {
  rmSync(resultsFolder, { recursive: true, force: true });
  mkdirSync(resultsFolder, { recursive: true });
  try {
    findBrowser();
  } catch (error) {
    console.log(`${error instanceof Error ? error.message : error}\nThe tests without an editor run now; those with one will fail.`);
  }
  const results: Count[] = [];
  for (const step of steps) {
    const result = await run(step);
    results.push(result);
    if (step.vital && result.failed > 0) break;
  }
  const sum = (key: keyof Count) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

main().then((code) => process.exit(code));
