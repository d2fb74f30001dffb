import Mocha from 'mocha';

/** Called by the extension host; rejects where a test fails. */
export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  require('./network-watch');
  require('./history-notes.test');
  require('./navigation.test');
  require('./writing.test');
  require('./crash.test');
  require('./no-network.test');
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}
