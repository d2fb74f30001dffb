/** How fast and small it shall be, held against what was measured. */
import type { Figures, Table } from './table';

interface Reach {
  readonly what: string;
  readonly figure: string;
  readonly unit: string;
  /** One of the two. */
  readonly most?: number;
  readonly least?: number;
}

const reaches: readonly Reach[] = [
  { what: 'warm full check of 150 kB, times the floor', figure: 'check.150 kB.times', unit: '×', most: 10 },
  { what: 'one-word edit in 150 kB, in process, p95', figure: 'edit.150 kB.p95', unit: 'ms', most: 2 },
  { what: 'one-word edit in 150 kB through the server, p95', figure: 'keystroke.150 kB.p95', unit: 'ms', most: 16 },
  { what: 'start of the server → first diagnostics', figure: 'server.start', unit: 'ms', most: 300 },
  { what: 'memory of the server with the shipped pack', figure: 'server.memory', unit: 'MB', most: 100 },
  { what: 'edit in 100 times the text', figure: 'growth.text.edit', unit: '×', most: 1.5 },
  { what: 'edit with 1,000 times the pack', figure: 'growth.pack.edit', unit: '×', most: 2 },
  { what: 'load of 1,000 times the pack', figure: 'growth.pack.load', unit: 's', most: 3 },
  { what: 'memory with 1,000 times the pack', figure: 'growth.pack.memory', unit: 'MB', most: 500 },
  { what: 'batch', figure: 'batch.rate', unit: 'words/s', least: 300_000 },
  { what: 'reading dates, times chrono-node', figure: 'dates.times', unit: '×', least: 2 },
];

/** @param figures of the sections that were run. */
export function againstReaches(figures: Figures): Table & { readonly missed: number } {
  const verdicts = reaches.map((reach) => verdict(reach, figures[reach.figure]));
  return {
    title: 'How far it is',
    columns: [{ title: 'what' }, { title: 'unit' }, { title: 'reach' }, { title: 'measured' }, { title: '' }],
    rows: reaches.map(({ what, figure, unit, most, least }, index) => [
      what,
      unit,
      most !== undefined ? `≤ ${most}` : `≥ ${least}`,
      figures[figure] ?? null,
      verdicts[index]!,
    ]),
    notes: [],
    missed: verdicts.filter((each) => each === 'missed').length,
  };
}

function verdict({ most = Infinity, least = -Infinity }: Reach, measured: number | undefined): string {
  if (measured === undefined) return 'not measured';
  return measured <= most && measured >= least ? 'reached' : 'missed';
}
