/** The extension's own code asks for no network, whatever the suite before this makes it do. The server is watched in test/cli/no-network.test.ts. */
import http from 'node:http';
import { assert } from 'chai';
import { stacks } from './network-watch';

suite('the network', () => {
  test('the watch sees what goes out', async () => {
    const before = stacks.length;
    await new Promise((resolve) => http.get('http://127.0.0.1:9/').on('error', resolve).on('response', resolve));
    await fetch('http://127.0.0.1:9/').catch(() => {});
    const mine = stacks.slice(before).filter((stack) => stack.includes(__filename));
    assert.isAtLeast(mine.length, 2);
  });

  test('the extension asks for none', () => {
    assert.deepEqual(
      stacks.filter((stack) => /dist[/\\]client\.js/.test(stack)),
      [],
    );
  });
});
