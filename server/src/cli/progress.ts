/** How far a long command has come, in the last line of a terminal. */
import { clearLine, cursorTo } from 'node:readline';
import { SingleBar } from 'cli-progress';

export interface Progress {
  /** How many files there are; the bar is shown from then on. */
  of(total: number): void;
  /** One more file is done. */
  next(): void;
  /** Prints something above the bar. */
  aside<T>(say: () => T): T;
  end(): void;
}

const SILENT: Progress = { of: () => {}, next: () => {}, aside: (say) => say(), end: () => {} };

/** A bar on standard error, where that is a terminal and `wished`. */
export function progressBar(wished: boolean): Progress {
  const { stderr } = process;
  if (!wished || !stderr.isTTY || process.env.TERM === 'dumb') return SILENT;
  const bar = new SingleBar({
    format: '{bar} {value} of {total} files, {eta_formatted} to go',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    stream: stderr,
    clearOnComplete: true,
    hideCursor: true,
    gracefulExit: true,
    forceRedraw: true,
  });
  let done = 0;
  return {
    of(total) {
      bar.start(Math.max(total, done), done);
    },
    next() {
      done++;
      if (bar.isActive) bar.update(done);
    },
    aside(say) {
      if (!bar.isActive) return say();
      cursorTo(stderr, 0);
      clearLine(stderr, 0);
      return say();
    },
    end() {
      if (bar.isActive) bar.stop();
    },
  };
}
