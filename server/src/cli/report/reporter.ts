/** How findings are printed. Each format writes what it can after each file, so that any number of files stream through. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../../rules/finding';

export interface FileReport {
  /** As the user named it; `-` for standard input. */
  readonly file: string;
  readonly document: TextDocument;
  readonly findings: readonly Finding[];
}

export interface Summary {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Repairs made by `--fix`. */
  readonly fixed: number;
  /** What could not be checked, one sentence each. */
  readonly failures: readonly string[];
}

/** Made anew for each run: it may remember what it has written. */
export interface Reporter {
  begin(): string;
  file(report: FileReport): string;
  end(summary: Summary): string;
}

/** Writes the separator between all parts but before none. */
export function separator(text: string): () => string {
  let first = true;
  return () => {
    if (!first) return text;
    first = false;
    return '';
  };
}

/** What a person reads for standard input. */
export const shownName = (file: string): string => (file === '-' ? '<stdin>' : file);
