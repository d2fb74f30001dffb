// Preloaded with `node --require`: every way to a network or to another process ends the process with code 86, and says which it was.
const forbid = (what) => () => {
  process.stderr.write(`NETWORK: ${what}\n`);
  process.exit(86);
};
const net = require('node:net');
net.Socket.prototype.connect = forbid('net.connect');
net.Server.prototype.listen = forbid('net.listen');
require('node:dgram').createSocket = forbid('dgram.createSocket');
const dns = require('node:dns');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) dns[name] = forbid(`dns.${name}`);
for (const name of ['http', 'https']) {
  const module = require(`node:${name}`);
  module.request = forbid(`${name}.request`);
  module.get = forbid(`${name}.get`);
}
require('node:http2').connect = forbid('http2.connect');
const processes = require('node:child_process');
for (const name of ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync'])
  processes[name] = forbid(`child_process.${name}`);
globalThis.fetch = forbid('fetch');
globalThis.WebSocket = forbid('WebSocket');
globalThis.EventSource = forbid('EventSource');
