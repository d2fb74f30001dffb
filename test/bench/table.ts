/** What a section has measured: tables for people, and figures that the reaches are held against. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What must be known to read it; sentences. */
  readonly notes: readonly string[];
}

export interface Column {
  readonly title: string;
  readonly unit?: string;
}

/** Null for what was not measured. */
export type Cell = string | number | null;

/** By name, such as `edit.150 kB.p95`; in the unit that the reach has. */
export type Figures = Readonly<Record<string, number>>;

export interface Measured {
  readonly tables: readonly Table[];
  readonly figures: Figures;
}

export interface Section {
  readonly name: string;
  readonly title: string;
  run(setting: Setting): Promise<Measured>;
}

/** What the user asked for, and where things are. */
export interface Setting {
  /** Everything small and short: to see whether it runs, not how fast. */
  readonly quick: boolean;
  /** How many essays the batch has. */
  readonly essays: number;
  /** Absolute paths of the user's texts, in place of ours. */
  readonly files: readonly string[];
  /** A folder for what is made on the way; it is removed at the end. */
  readonly scratch: string;
  /** Where the product was bundled to: `dist` and `content`. */
  readonly product: string;
  /** Says what is being done. */
  readonly tell: (what: string) => void;
}

/** Three figures that count. */
export function written(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (!Number.isFinite(cell)) return '–';
  const digits = cell === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(cell))));
  const [whole, part] = cell.toFixed(Math.min(digits, 6)).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ' ');
  return part === undefined || Number.isInteger(cell) ? grouped : `${grouped}.${part}`;
}

export const heading = ({ title, unit }: Column): string => (unit ? `${title}, ${unit}` : title);
