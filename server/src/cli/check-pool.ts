/** Files checked over several cores, by the same code in worker threads. */
import { isMainThread, workerData } from 'node:worker_threads';
import workerpool from 'workerpool';
import type { Library } from '../workspace/library';
import { type CheckedFile, checkFile, checkText, type FileJob, type GivenText, type UncheckedFile } from './check-file';
import type { Place } from './inputs';
import { loadLibrary } from './packs';

/** What a worker is started with. */
interface WorkerTask {
  readonly historyNotesCheck: { readonly packs: readonly string[] | null; readonly job: FileJob };
}

export interface CheckPool {
  /** Null for what is no notes. A worker that breaks down costs the file that it was at. */
  check(place: Place): Promise<CheckedFile | UncheckedFile | null>;
  checkText(given: GivenText): Promise<CheckedFile | UncheckedFile>;
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
  const work = async (method: string, what: Place | GivenText) => {
    try {
      return await pool.exec(method, [what]);
    } catch (error) {
      return { failure: `${what.file}: could not be checked: ${error instanceof Error ? error.message : error}` };
    }
  };
  return {
    check: (place) => work('check', place),
    checkText: (given) => work('checkText', given),
    async end() {
      await pool.terminate();
    },
  };
}

/** Serves the pool where this thread is one of its workers. @returns whether it is. */
export function servePool(): boolean {
  if (isMainThread || !isWorkerTask(workerData)) return false;
  const { packs, job } = workerData.historyNotesCheck;
  let loaded: Promise<Library> | undefined;
  const library = () => {
    loaded ??= loadLibrary(packs ?? undefined);
    return loaded;
  };
  workerpool.worker({
    check: async (place: Place) => checkFile(place, await library(), job),
    checkText: async (given: GivenText) => checkText(given, await library(), job),
  });
  return true;
}

const isWorkerTask = (data: unknown): data is WorkerTask => typeof data === 'object' && data !== null && 'historyNotesCheck' in data;
