/** Replaces a file's content at once, or leaves it as it was. */
import { randomUUID } from 'node:crypto';
import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { write } from '../l10n/said';
import { reason } from '../workspace/disk';
import { Failure } from './output';

/**
 * Writes beside the file and renames: whoever reads it sees the old content or the new, whole. A link's target is replaced, not the link; the mode is kept.
 * @param before what the file held when it was read: one that has changed since is left alone.
 * @throws Failure, with the file as it was.
 */
export async function replaceFile(path: string, before: Buffer, after: Buffer): Promise<void> {
  let temporary: string | undefined;
  try {
    const target = await realpath(path);
    // Renaming would also replace what may not be written.
    await access(target, constants.W_OK);
    const { mode } = await stat(target);
    if (!(await readFile(target)).equals(before)) throw new Failure(`${path}: changed while it was being checked; left as it is`);
    temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
    const handle = await open(temporary, 'wx', mode & 0o7777);
    try {
      await handle.writeFile(after);
      await handle.chmod(mode & 0o7777);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    if (temporary) await rm(temporary, { force: true }).catch(() => {});
    if (error instanceof Failure) throw error;
    throw new Failure(`${path}: not repaired, left as it was: ${write(reason(error))}`);
  }
}
