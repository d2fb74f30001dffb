/** A server that dies is started again by the client. Only where the server is a process of its own. */
import { execFileSync } from 'node:child_process';
import { assert } from 'chai';
import { finding, head, quiet, replace, until, write } from './editor';

/** The processes of language servers that this host has started. */
function servers(): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [pid, parent, ...command] = line.trim().split(/\s+/);
    return Number(parent) === process.pid && /dist[/\\]server\.js/.test(command.join(' ')) ? [Number(pid)] : [];
  });
}

suite('the server process', () => {
  test('killed, it comes back with every open document as it stands', async function () {
    if (process.platform === 'win32') this.skip();
    const first = await write(`${head}Lenin died in January 1925.\n`);
    const second = await write(`${head}Trotksy was there.\n`);
    await finding(first.document, 'event-date');
    await finding(second.document, 'misspelt-name');
    // What is not saved must come back too.
    await replace(second, 'Trotksy', 'Trotsky');
    await quiet(second.document);
    const [killed, ...others] = servers();
    assert.ok(killed);
    assert.deepEqual(others, []);
    process.kill(killed, 'SIGKILL');
    await until('another server', () => servers().some((pid) => pid !== killed));
    await finding(first.document, 'event-date');
    await quiet(second.document);
    await replace(second, 'Trotsky', 'Trotksy');
    await finding(second.document, 'misspelt-name');
  });
});
