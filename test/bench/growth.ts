/** What more text, and what a larger pack, costs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { briefly, thoroughly } from './measure';
import { type ProbeResult, probe } from './probing';
import { SMALLEST, syntheticEssay, syntheticPacks, WRONG } from './synthetic-pack';
import type { Cell, Figures, Section, Setting, Table } from './table';
import { CHAPTER, joined, readEssays } from './texts';

const ESSAY = 11_000;

export const growth: Section = {
  name: 'growth',
  title: 'Growth',
  async run(setting) {
    const text = await withText(setting);
    const pack = await withPack(setting);
    return { tables: [text.table, pack.table], figures: { ...text.figures, ...pack.figures } };
  },
};

interface Growth {
  readonly table: Table;
  readonly figures: Figures;
}

async function withText(setting: Setting): Promise<Growth> {
  const essays = readEssays();
  const file = join(setting.scratch, 'text');
  const rows: Cell[][] = [];
  const notes: string[] = [];
  const edits = new Map<number, number>();
  for (const times of setting.quick ? [1, 2] : [1, 10, 100]) {
    setting.tell(`growth: ${times} times the text`);
    writeFileSync(file, joined(essays, (setting.quick ? 1000 : ESSAY) * times));
    const task = { subject: 'ours', file, packs: join(setting.product, 'content'), chapters: [CHAPTER], edits: true };
    const { warm, failure } = await probe({ ...task, budget: setting.quick ? briefly : thoroughly });
    if (warm?.edit) edits.set(times, warm.edit.median);
    if (failure) notes.push(`× ${times}: ${failure}.`);
    rows.push([
      `× ${times}`,
      warm?.full.median ?? null,
      warm?.edit?.median ?? null,
      warm?.edit?.p95 ?? null,
      ratio(edits, times),
      warm ? warm.peakMemory / 1e6 : null,
    ]);
  }
  return {
    table: {
      title: `With the text (× 1 is an essay of ${ESSAY / 1000} kB; the shipped pack)`,
      columns: [
        { title: '' },
        { title: 'warm full check', unit: 'ms' },
        { title: 'one-word edit', unit: 'ms' },
        { title: 'its p95', unit: 'ms' },
        { title: 'edit, times × 1' },
        { title: 'peak memory', unit: 'MB' },
      ],
      rows,
      notes,
    },
    figures: figure('growth.text.edit', ratio(edits, 100)),
  };
}

async function withPack(setting: Setting): Promise<Growth> {
  const file = join(setting.scratch, 'text');
  const packs = join(setting.scratch, 'packs');
  writeFileSync(file, syntheticEssay());
  const rows: Cell[][] = [];
  const edits = new Map<number, number>();
  const notes: string[] = [];
  let figures: Figures = {};
  for (const times of setting.quick ? [1, 3] : [1, 10, 100, 1000]) {
    setting.tell(`growth: ${times} times the pack`);
    const made = syntheticPacks(SMALLEST * times);
    for (const [id, files] of made) {
      mkdirSync(join(packs, id), { recursive: true });
      for (const { file: name, text } of files) writeFileSync(join(packs, id, name), text);
    }
    const task = { subject: 'ours', file, packs, chapters: [...made.keys()], edits: true };
    const result = await probe({ ...task, budget: setting.quick ? briefly : thoroughly }).catch(reasonOf);
    if (!('first' in result)) {
      rows.push([`× ${times}`, null, null, null, null, null, null, null]);
      notes.push(`× ${times}: ${result.failure}.`);
      // What does not end is beyond any reach.
      if (times === 1000) figures = { 'growth.pack.load': Infinity, 'growth.pack.edit': Infinity };
      continue;
    }
    const { first, warm } = result;
    if (warm?.edit) edits.set(times, warm.edit.median);
    if (result.failure) notes.push(`× ${times}: ${result.failure}.`);
    rows.push([
      `× ${times}`,
      first.load.processor / 1000,
      first.memory / 1e6,
      warm?.full.median ?? null,
      warm?.edit?.median ?? null,
      warm?.edit?.p95 ?? null,
      ratio(edits, times),
      first.found,
    ]);
    if (times === 1000)
      figures = {
        'growth.pack.load': first.load.processor / 1000,
        'growth.pack.memory': first.memory / 1e6,
        ...figure('growth.pack.edit', ratio(edits, times)),
      };
  }
  return {
    table: {
      title: `With the pack (× 1 is ${SMALLEST} people and ${SMALLEST} events; an essay on what all the packs hold, with ${WRONG} wrong years)`,
      columns: [
        { title: '' },
        { title: 'load', unit: 's' },
        { title: 'memory', unit: 'MB' },
        { title: 'warm full check', unit: 'ms' },
        { title: 'one-word edit', unit: 'ms' },
        { title: 'its p95', unit: 'ms' },
        { title: 'edit, times × 1' },
        { title: 'found' },
      ],
      rows,
      notes: [
        ...notes,
        'Load is processor time. Memory is that of the process after its first check, as the collector left it. The largest are several packs, all of which the essay is checked against, for none may be so large.',
      ],
    },
    figures,
  };
}

const reasonOf = (error: unknown): Pick<ProbeResult, 'failure'> => ({ failure: error instanceof Error ? error.message : String(error) });

/** Of an edit to that in × 1. */
function ratio(edits: ReadonlyMap<number, number>, times: number): number | null {
  const [one, many] = [edits.get(1), edits.get(times)];
  return one === undefined || many === undefined ? null : many / one;
}

function figure(name: string, value: number | null): Figures {
  return value === null ? {} : { [name]: value };
}
