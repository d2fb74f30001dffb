// Mocha's build for browsers sets itself up as globals.
import 'mocha/mocha';

/** Called by the extension host; rejects where a test fails. */
export function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 30_000, reporter: 'spec', color: false });
  require('./history-notes.test');
  require('./navigation.test');
  require('./writing.test');
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}
