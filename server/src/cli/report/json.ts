/** JSON: an array with an entry for each file, clean or not; NDJSON: the same entries, one a line. Positions are those of LSP: 0-based, UTF-16. */
import { rangeOf } from '../../features/document';
import type { FactReference, Finding } from '../../rules/finding';
import { type FileReport, type Reporter, separator } from './reporter';

export function json(): Reporter {
  const comma = separator(',');
  return { begin: () => '[', file: (report) => `${comma()}\n${JSON.stringify(entry(report))}`, end: () => '\n]\n' };
}

export function ndjson(): Reporter {
  return { begin: () => '', file: (report) => `${JSON.stringify(entry(report))}\n`, end: () => '' };
}

/** A file's entry, as data. */
export function entry({ file, document, findings }: FileReport) {
  return {
    file,
    findings: findings.map(({ code, severity, message, start, end, fact, fixes }: Finding) => ({
      code,
      severity,
      message,
      range: rangeOf(document, { start, end }),
      ...(fact ? { fact: toldFact(fact) } : {}),
      fixes: fixes.map(({ title, edits }) => ({
        title,
        edits: edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.newText })),
      })),
    })),
  };
}

/** What the documentation names; the rest is for editors. */
const toldFact = ({ id, name, date, place }: FactReference) => ({ id, name, ...(date === undefined ? {} : { date }), place });
