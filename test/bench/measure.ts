/** How long work takes: the timing loop is tinybench's, the clock the processor time of this process, so that a busy machine shows less. */
import { Bench } from 'tinybench';

/** Milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
  readonly samples: number;
}

export interface Budget {
  /** Milliseconds of processor time for each. */
  readonly warmUp: number;
  readonly measure: number;
  /** Samples at least. */
  readonly atLeast: number;
}

/** The same for every subject. */
export const thoroughly: Budget = { warmUp: 1000, measure: 1500, atLeast: 5 };
/** To see whether it runs, not how fast. */
export const briefly: Budget = { warmUp: 0, measure: 0, atLeast: 1 };

/** Milliseconds of processor time of all threads of this process, the garbage collector's and compiler's included. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor time: work that takes longer has warmed up in its first round and varies little, so that two more samples must do. */
const SLOW = 1000;

/** @param prepare is called before each sample, and its time does not count. */
export async function timeOf(work: () => unknown, budget: Budget, prepare: () => void = () => {}): Promise<Timing> {
  const isSlow = budget.warmUp > 0 && (await once(work, prepare)) > SLOW;
  const { warmUp, measure, atLeast } = isSlow ? { warmUp: 0, measure: 0, atLeast: 2 } : budget;
  const bench = new Bench({
    now: processorTime,
    warmup: warmUp > 0,
    warmupTime: warmUp,
    warmupIterations: 1,
    time: measure,
    iterations: atLeast,
    retainSamples: true,
    throws: true,
  });
  bench.add('work', async () => void (await work()), { async: true, beforeEach: prepare });
  const [task] = await bench.run();
  if (task?.result.state !== 'completed') throw new Error(`the measurement ended as ${task?.result.state}`);
  return summary(task.result.latency.samples ?? []);
}

async function once(work: () => unknown, prepare: () => void): Promise<number> {
  prepare();
  const began = processorTime();
  await work();
  return processorTime() - began;
}

/** @param samples milliseconds, in any order; at least one. */
export function summary(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { median: at(0.5), p95: at(0.95), samples: sorted.length };
}
