/** Has a subject measured in a process of its own, so that no subject's memory or compiled code bears on another's. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Budget, Timing } from './measure';

/** Data only. */
export interface ProbeTask {
  /** A key of `subjects`. */
  readonly subject: string;
  readonly file: string;
  readonly packs: string;
  readonly chapters: readonly string[];
  /** Null where the first result is all that is asked. */
  readonly budget: Budget | null;
  /** Whether edits are measured too. */
  readonly edits: boolean;
}

/** Milliseconds and bytes. */
export interface FirstResult {
  readonly kind: 'first';
  readonly load: { readonly wall: number; readonly processor: number };
  readonly found: number;
  readonly memory: number;
}

export interface WarmResult {
  readonly kind: 'warm';
  readonly full: Timing;
  readonly edit: Timing | null;
  readonly peakMemory: number;
}

export interface ProbeResult {
  /** From the start of the process to its first result, in milliseconds. */
  readonly cold: number;
  readonly first: FirstResult;
  /** Null where it was not asked, or `failure` says why. */
  readonly warm: WarmResult | null;
  readonly failure: string | null;
}

/** A subject that is slower is said to be so. */
const LIMIT = 240_000;

/** @throws where not even a first result came. */
export function probe(task: ProbeTask): Promise<ProbeResult> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = fork(join(__dirname, 'probe.js'), [JSON.stringify(task)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], timeout: LIMIT });
    let cold = 0;
    let first: FirstResult | undefined;
    let warm: WarmResult | null = null;
    let complaint = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.on('message', (message: FirstResult | WarmResult) => {
      if (message.kind === 'warm') warm = message;
      else {
        cold = performance.now() - began;
        first = message;
      }
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const failure = code === 0 ? null : signal === 'SIGTERM' ? `more than ${LIMIT / 1000} s` : reason(complaint, code ?? signal);
      if (first) resolve({ cold, first, warm, failure });
      else reject(new Error(`${task.subject}: ${failure}`));
    });
  });
}

function reason(complaint: string, code: number | string | null): string {
  if (complaint.includes('heap out of memory')) return 'out of memory';
  return /^Error: (.+)$/m.exec(complaint)?.[1] ?? `ended with ${code}`;
}
