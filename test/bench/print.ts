/** The one table: plain for a terminal, Markdown for a page, JSON for a program. */
import { type Cell, heading, type Measured, type Section, type Table, written } from './table';

export interface Report {
  readonly machine: Machine;
  readonly sections: readonly (Measured & Pick<Section, 'name' | 'title'>)[];
  readonly reaches: Table;
}

export interface Machine {
  /** ISO 8601. */
  readonly date: string;
  readonly node: string;
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  /** Of the last minute, when the run began and ended: 0 on a machine that does nothing else. */
  readonly load: readonly number[];
}

export const formats = {
  text: (report: Report) => document(report, (title) => `\n${title}\n${'═'.repeat(title.length)}\n`, textTable),
  markdown: (report: Report) => document(report, (title) => `\n## ${title}\n`, markdownTable),
  json: (report: Report) => `${JSON.stringify(report, null, 2)}\n`,
} as const;

function document({ machine, sections, reaches }: Report, head: (title: string) => string, table: (table: Table) => string): string {
  return [
    describe(machine),
    ...sections.flatMap(({ title, tables }) => [head(title), ...tables.map(table)]),
    head('Reaches'),
    table(reaches),
  ].join('\n');
}

function describe({ date, node, system, processor, cores, memory, load }: Machine): string {
  const [before, after] = load.map((each) => each.toFixed(1));
  return `${date.slice(0, 10)} · Node ${node} · ${system} · ${cores} × ${processor} · ${written(Math.round(memory / 2 ** 30))} GB · load ${before} before, ${after} after`;
}

function textTable({ title, columns, rows, notes }: Table): string {
  const cells = [columns.map(heading), ...rows.map((row) => row.map(written))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]!.length)));
  const right = columns.map((_, index) => isNumeric(rows, index));
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => (right[index] ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!)))
      .join('  ')
      .trimEnd();
  return [title, line(cells[0]!), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.slice(1).map(line), ...notes, ''].join(
    '\n',
  );
}

function markdownTable({ title, columns, rows, notes }: Table): string {
  const line = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = columns.map((_, index) => (isNumeric(rows, index) ? '--:' : '---'));
  return [
    `### ${title}\n`,
    line(columns.map(heading)),
    line(rule),
    ...rows.map((row) => line(row.map(written))),
    '',
    ...notes.map((note) => `${note}\n`),
  ].join('\n');
}

function isNumeric(rows: readonly (readonly Cell[])[], index: number): boolean {
  return rows.some((row) => typeof row[index] === 'number');
}
