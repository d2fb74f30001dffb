/** The product as an editor meets it: its process, over standard input and output. */
import { join } from 'node:path';
import { wordEdits } from './edits';
import { summary, type Timing } from './measure';
import { processorTimeOf, residentMemory } from './process-facts';
import { ALL_AT_ONCE, ServerClient, type ServerOptions } from './server-client';
import type { Cell, Section, Setting } from './table';
import { joined, readEssays, readText, type Text } from './texts';

/** So often the process is started for the first diagnostics. */
const STARTS = 11;
/** So many edits are measured, after a quarter as many to warm up in; fewer where they take too long. */
const EDITS = 200;
/** Milliseconds for a row of samples; five are taken at least. */
const PATIENCE = 30_000;
const ENOUGH = 5;

export const server: Section = {
  name: 'server',
  title: 'Through the server’s process',
  async run(setting) {
    const script = join(setting.product, 'dist', 'server.js');
    const figures: Record<string, number> = {};
    const rows: Cell[][] = [];
    for (const { name, text } of textsOf(setting)) {
      setting.tell(`server: ${name}`);
      const starts = setting.quick ? 1 : STARTS;
      const first = summary(await repeat(starts, () => startToDiagnostics(script, text)));
      const all = summary(await repeat(starts, () => startToDiagnostics(script, text, ALL_AT_ONCE)));
      const typed = await typing(script, text, 0, setting.quick ? 2 : EDITS);
      const paused = await typing(script, text, undefined, setting.quick ? 1 : EDITS / 5);
      const [atFirst, after] = [typed.memoryAtFirst, typed.memoryAfter].map((bytes) => (bytes === null ? null : bytes / 1e6)) as [
        Cell,
        Cell,
      ];
      const { median, p95 } = typed.wall;
      rows.push([name, first.median, all.median, median, p95, typed.processor, paused.wall.median, paused.wall.p95, atFirst, after]);
      if (setting.files.length > 0) continue;
      figures[`keystroke.${name}.p95`] = p95;
      // The reaches are those of one essay, the first text.
      figures['server.start'] ??= first.median;
      if (typeof atFirst === 'number') figures['server.memory'] ??= atFirst;
    }
    return {
      tables: [
        {
          title: 'Start, edits and memory',
          columns: [
            { title: '' },
            { title: 'start → first diagnostics', unit: 'ms' },
            { title: 'start → all, at once', unit: 'ms' },
            { title: 'edit → diagnostics', unit: 'ms' },
            { title: 'its p95', unit: 'ms' },
            { title: 'processor time an edit', unit: 'ms' },
            { title: 'with the usual debounce', unit: 'ms' },
            { title: 'its p95', unit: 'ms' },
            { title: 'memory once opened', unit: 'MB' },
            { title: 'after the edits', unit: 'MB' },
          ],
          rows,
          notes: [
            'Wall-clock time but for one column. An edit is one word; each follows when the last one’s diagnostics have come. The debounce is 0, or the server’s own 200 ms. Of fewer than 20 samples the p95 is the slowest.',
          ],
        },
      ],
      figures,
    };
  },
};

function textsOf({ quick, files }: Setting): Text[] {
  if (files.length > 0) return files.map(readText);
  const essays = readEssays();
  if (quick) return [{ name: '2 kB', text: joined(essays, 2000) }];
  return [
    { name: '11 kB', text: joined(essays, 11_000) },
    { name: '150 kB', text: joined(essays, 150_000) },
  ];
}

/** To the first that are published; with `ALL_AT_ONCE` those are all. */
async function startToDiagnostics(script: string, text: string, options: ServerOptions = {}): Promise<number> {
  const began = performance.now();
  const client = await ServerClient.start(script, options);
  await client.open(text);
  const took = performance.now() - began;
  await client.end();
  return took;
}

interface Typed {
  /** From the edit to its diagnostics. */
  readonly wall: Timing;
  /** Mean milliseconds of the server's processor time for an edit. */
  readonly processor: number | null;
  /** Bytes. */
  readonly memoryAtFirst: number | null;
  readonly memoryAfter: number | null;
}

/** @param debounce milliseconds; undefined for the server's own. */
async function typing(script: string, text: string, debounce: number | undefined, edits: number): Promise<Typed> {
  const client = await ServerClient.start(script, { ...ALL_AT_ONCE, ...(debounce === undefined ? {} : { debounce }) });
  await client.open(text);
  const memoryAtFirst = residentMemory(client.pid);
  const source = wordEdits(text);
  const next = () => client.edit(source.next(client.text).value);
  await repeat(Math.ceil(edits / 4), next, PATIENCE / 4);
  const before = processorTimeOf(client.pid);
  const samples = await repeat(edits, next);
  const after = processorTimeOf(client.pid);
  const memoryAfter = residentMemory(client.pid);
  await client.end();
  return {
    wall: summary(samples),
    processor: before === null || after === null ? null : (after - before) / samples.length,
    memoryAtFirst,
    memoryAfter,
  };
}

async function repeat(times: number, work: () => Promise<number>, patience = PATIENCE): Promise<number[]> {
  const samples: number[] = [];
  const end = performance.now() + patience;
  while (samples.length < Math.min(times, ENOUGH) || (samples.length < times && performance.now() < end)) samples.push(await work());
  return samples;
}
