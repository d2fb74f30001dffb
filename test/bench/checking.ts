/** Checking: this checker beside its peers on the same texts, and beside the floor. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { briefly, summary, thoroughly } from './measure';
import { nameAndVersion } from './packages';
import { type ProbeResult, probe } from './probing';
import type { Cell, Figures, Section, Setting, Table } from './table';
import { CHAPTER, countWords, joined, readEssays, readText, type Text } from './texts';

const SUBJECTS = ['floor', 'ours', 'harper', 'cspell', 'textlint'];

const SIZES: readonly (readonly [string, number])[] = [
  ['11 kB', 11_000],
  ['60 kB', 60_000],
  ['150 kB', 150_000],
  ['1 MB', 1_000_000],
];

const NOTES = [
  'The peers’ work is another and wider one: harper.js checks grammar and spelling, cspell-lib spelling, textlint here style and terms (write-good, terminology). None of them compares a text with facts.',
  'Cold is wall-clock time from the start of a process; the rest is processor time. After an edit harper.js and textlint read the whole text, for they have no other way. Of fewer than 20 samples the p95 is the slowest.',
];

/** So often a process is started for the cold figure. */
const COLD_ROUNDS = 3;
/** Milliseconds; a first result that takes longer is not waited for again. */
const SLOW = 5000;

export const checking: Section = {
  name: 'checking',
  title: 'Checking',
  async run(setting) {
    const figures: Record<string, number> = {};
    const tables: Table[] = [];
    for (const text of textsOf(setting)) {
      const measured = await measureText(text, setting);
      // What holds of all is said once.
      tables.push(tables.length === 0 ? { ...measured.table, notes: [...NOTES, ...measured.table.notes] } : measured.table);
      Object.assign(figures, measured.figures);
    }
    return { tables, figures };
  },
};

function textsOf({ quick, files }: Setting): Text[] {
  if (files.length > 0) return files.map(readText);
  const essays = readEssays();
  return (quick ? [['2 kB', 2000] as const] : SIZES).map(([name, length]) => ({ name, text: joined(essays, length) }));
}

async function measureText({ name, text }: Text, setting: Setting): Promise<{ table: Table; figures: Figures }> {
  const file = join(setting.scratch, 'text');
  writeFileSync(file, text);
  const results = new Map<string, Result>();
  for (const id of SUBJECTS) {
    setting.tell(`checking ${name}: ${id}`);
    results.set(id, await measureSubject(id, file, setting));
  }
  const floor = results.get('floor')!.last.warm?.full.median ?? Number.NaN;
  const ours = results.get('ours')!.last.warm;
  return {
    table: {
      title: `${name} (${text.length} characters, ${countWords(text)} words)`,
      columns: [
        { title: '' },
        { title: 'cold first result', unit: 'ms' },
        { title: 'warm full check', unit: 'ms' },
        { title: 'times the floor' },
        { title: 'one-word edit', unit: 'ms' },
        { title: 'its p95', unit: 'ms' },
        { title: 'peak memory', unit: 'MB' },
        { title: 'found' },
      ],
      rows: SUBJECTS.map((id) => row(id, results.get(id)!, floor)),
      notes: [...results].flatMap(([id, { last }]) => (last.failure ? [`${id}: ${last.failure}.`] : [])),
    },
    figures: {
      ...(ours ? { [`check.${name}.times`]: ours.full.median / floor } : {}),
      ...(ours?.edit ? { [`edit.${name}.p95`]: ours.edit.p95 } : {}),
    },
  };
}

interface Result {
  /** Milliseconds. */
  readonly cold: number;
  readonly last: ProbeResult;
}

async function measureSubject(subject: string, file: string, { quick, product }: Setting): Promise<Result> {
  const task = { subject, file, packs: join(product, 'content'), chapters: [CHAPTER] };
  const colds: number[] = [];
  for (let round = 1; round < COLD_ROUNDS && !quick; round++) {
    const { cold } = await probe({ ...task, budget: null, edits: false });
    colds.push(cold);
    if (cold > SLOW) break;
  }
  const last = await probe({ ...task, budget: quick ? briefly : thoroughly, edits: true });
  return { cold: summary([...colds, last.cold]).median, last };
}

function row(id: string, { cold, last: { warm, first } }: Result, floor: number): readonly Cell[] {
  const { full, edit, peakMemory } = warm ?? {};
  return [
    nameAndVersion(id),
    cold,
    full?.median ?? null,
    full ? full.median / floor : null,
    edit?.median ?? null,
    edit?.p95 ?? null,
    peakMemory === undefined ? null : peakMemory / 1e6,
    first.found,
  ];
}
