/** `history-notes check` over a folder of essays, on all cores. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { peakMemory } from './process-facts';
import type { Section } from './table';
import { countWords, joined, paragraphsOf, readEssays } from './texts';

/** Characters: some 800 words. */
const ESSAY = 5000;

/** Milliseconds between two looks at the memory. */
const LOOK = 50;

export const batch: Section = {
  name: 'batch',
  title: 'Batch',
  async run({ essays: count, scratch, product, tell }) {
    tell(`batch: ${count} essays`);
    // The command takes the packs of the folder it is started in; those of the growth section are none of its work.
    const own = join(scratch, 'batch');
    const folder = join(own, 'essays');
    const words = writeEssays(folder, count);
    const child = spawn(process.execPath, [join(product, 'dist', 'cli.js'), 'check', folder, '--format', 'ndjson'], {
      cwd: own,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const began = performance.now();
    let peak: number | null = null;
    const timer = setInterval(() => {
      peak = peakMemory(child.pid!) ?? peak;
    }, LOOK);
    const [code] = await once(child, 'close');
    clearInterval(timer);
    const seconds = (performance.now() - began) / 1000;
    // 1 says that there are findings.
    if (code !== 0 && code !== 1) throw new Error(`check ended with ${code}`);
    return {
      tables: [
        {
          title: `check over ${count} essays, ${availableParallelism()} cores`,
          columns: [{ title: 'words' }, { title: 'time', unit: 's' }, { title: 'words a second' }, { title: 'peak memory', unit: 'MB' }],
          rows: [[words, seconds, words / seconds, peak === null ? null : peak / 1e6]],
          notes: ['Wall-clock time, the start of the process included.'],
        },
      ],
      figures: { 'batch.rate': words / seconds },
    };
  },
};

/** Each has paragraphs of ours in an order of its own, so that none is read twice. @returns how many words they have. */
function writeEssays(folder: string, count: number): number {
  const paragraphs = paragraphsOf(readEssays());
  mkdirSync(folder, { recursive: true });
  let words = 0;
  for (let index = 0; index < count; index++) {
    const text = joined(paragraphs, ESSAY, index);
    words += countWords(text);
    writeFileSync(join(folder, `${String(index).padStart(6, '0')}.hnotes`), text);
  }
  return words;
}
