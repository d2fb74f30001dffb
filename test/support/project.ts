import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Where downloaded and installed editors are kept between runs; not under version control. */
export const editorsFolder = join(root, '.vscode-test');

/** What a run leaves to look at: reports, logs, screenshots; not under version control. */
export const resultsFolder = join(root, 'test-results');
