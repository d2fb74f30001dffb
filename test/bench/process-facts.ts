/** What the system says of a process. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Bytes of resident memory now; null where the system does not say. */
export function residentMemory(pid: number): number | null {
  return fromProc(pid, 'VmRSS') ?? fromPs(pid);
}

/** The most bytes of resident memory so far; null but on Linux. */
export function peakMemory(pid: number): number | null {
  return fromProc(pid, 'VmHWM');
}

/** Milliseconds of processor time so far, in steps of ten; null but on Linux. */
export function processorTimeOf(pid: number): number | null {
  try {
    // The name, in brackets, may have spaces; user and system time are the 12th and 13th fields behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

function fromProc(pid: number, what: string): number | null {
  try {
    const kilobytes = new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

function fromPs(pid: number): number | null {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
  } catch {
    return null;
  }
}
