/** Files checked over several cores, by the same code in worker threads. */
import { isMainThread, workerData } from 'node:worker_threads';
import workerpool from 'workerpool';
import type { Library } from '../workspace/library';
import { type CheckedFile, checkFile, type FileJob, type UncheckedFile } from './check-file';
import type { Place } from './inputs';
import { loadLibrary } from './packs';

/** What a worker is started with. */
interface WorkerTask {
  readonly historyNotesCheck: { readonly packs: readonly string[] | null; readonly job: FileJob };
}

export interface CheckPool {
  /** Null for what is no notes. A worker that breaks down costs the file that it was at. */
  check(place: Place): Promise<CheckedFile | UncheckedFile | null>;
  end(): Promise<void>;
}

/** Workers that each have the packs of `--packs`, loaded once. */
export function startPool(packs: readonly string[] | undefined, job: FileJob, workers: number): CheckPool {
  const task: WorkerTask = { historyNotesCheck: { packs: packs ?? null, job } };
  const pool = workerpool.pool(process.argv[1]!, {
    maxWorkers: workers,
    workerType: 'thread',
    workerThreadOpts: { workerData: task, stderr: false, stdout: false },
  });
  return {
    async check(place) {
      try {
        return await pool.exec('check', [place]);
      } catch (error) {
        return { failure: `${place.file}: could not be checked: ${error instanceof Error ? error.message : error}` };
      }
    },
    async end() {
      await pool.terminate();
    },
  };
}

/** Serves the pool where this thread is one of its workers. @returns whether it is. */
export function servePool(): boolean {
  if (isMainThread || !isWorkerTask(workerData)) return false;
  const { packs, job } = workerData.historyNotesCheck;
  let library: Promise<Library> | undefined;
  workerpool.worker({
    async check(place: Place) {
      library ??= loadLibrary(packs ?? undefined);
      return checkFile(place, await library, job);
    },
  });
  return true;
}

const isWorkerTask = (data: unknown): data is WorkerTask => typeof data === 'object' && data !== null && 'historyNotesCheck' in data;
