/** What is bundled makes no code of a text either; the sources are looked at in test/unit/data-only.test.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from './run';

const CODE_OF_TEXT = /(?<![\w.$])eval\s*\(|(?<![\w$])new Function\s*\(|(?<![\w$.])Function\s*\(\s*["'`]/g;

test.each([
  ['client.js', 0],
  ['client.browser.js', 0],
  ['server.js', 0],
  ['server.browser.js', 0],
  // workerpool's method "run", for functions that are sent to a worker, in its worker and in the copy of that which it holds as a text: we send none.
  ['cli.js', 2],
])('%s', (name, allowed) => {
  expect(readFileSync(join(cli, '..', name), 'utf8').match(CODE_OF_TEXT) ?? []).toHaveLength(allowed);
});

test.each(['client.js', 'client.browser.js', 'server.browser.js'])('%s opens no socket and fetches nothing', (name) => {
  const code = readFileSync(join(cli, '..', name), 'utf8');
  expect(
    code.match(/\bnew (?:WebSocket|EventSource|XMLHttpRequest)\b|(?<![\w$.])fetch\s*\(|\bsendBeacon\b|\bimportScripts\s*\(/g) ?? [],
  ).toEqual([]);
  expect([...code.matchAll(/require\("(?:node:)?(https?|http2|dgram|dns|tls)"\)/g)].map(([, module]) => module)).toEqual([]);
});
