/** Findings and pack faults as diagnostics. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity, type Location } from 'vscode-languageserver-types';
import type { PackProblem } from '../chapter/model';
import { ENGLISH, say, write } from '../l10n/said';
import type { Finding, RuleCode, Severity } from '../rules/finding';
import { placeRange, rangeOf } from './document';

export const SOURCE = 'history-notes';

/** Where each rule's page stands. */
export const RULE_PAGES = 'https://github.com/history-notes/history-notes/blob/main/docs/rules/';

export const rulePage = (code: RuleCode): string => `${RULE_PAGES}${code}.md`;

/** What the client's `textDocument.publishDiagnostics` capability lets a diagnostic carry. */
export interface DiagnosticAbilities {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly data: boolean;
}

/** Comes back with code action requests, and tells the client where the fact stands. */
export interface DiagnosticData {
  readonly key: string;
  readonly fact?: { readonly id: string; readonly name: string; readonly location: Location };
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What tells one finding of a document from every other. */
export const findingKey = (finding: Finding): string => `${finding.code}:${finding.start}:${finding.end}`;

export function findingDiagnostic(
  finding: Finding,
  document: TextDocument,
  abilities: DiagnosticAbilities,
  language = ENGLISH,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeOf(document, finding),
    severity: severities[finding.severity],
    code: finding.code,
    source: SOURCE,
    message: write(finding.said ?? finding.message, language),
  };
  if (abilities.codeDescription) diagnostic.codeDescription = { href: rulePage(finding.code) };
  const location = finding.fact && { uri: finding.fact.place.file, range: placeRange(finding.fact.place) };
  if (finding.fact && location && abilities.relatedInformation) {
    const { name, when } = finding.fact;
    const said = when ? say('The chapter: {name}, {date}', { name, date: { date: when } }) : say('The chapter: {name}', { name });
    diagnostic.relatedInformation = [{ location, message: write(said, language) }];
  }
  if (abilities.data) {
    const data: DiagnosticData = {
      key: findingKey(finding),
      ...(finding.fact && location ? { fact: { id: finding.fact.id, name: finding.fact.name, location } } : {}),
    };
    diagnostic.data = data;
  }
  return diagnostic;
}

/** A fault of a pack, for the pack's own file. `severity` overrides the problem's own. */
export function packDiagnostic(
  problem: PackProblem,
  severity: Severity | undefined,
  abilities: DiagnosticAbilities,
  language = ENGLISH,
): Diagnostic {
  return {
    range: placeRange(problem.place),
    severity: severities[severity ?? problem.severity],
    code: 'pack',
    source: SOURCE,
    message: write(problem.said, language),
    ...(abilities.codeDescription ? { codeDescription: { href: rulePage('pack') } } : {}),
    ...(abilities.relatedInformation && problem.related
      ? {
          relatedInformation: problem.related.map(({ place, said }) => ({
            location: { uri: place.file, range: placeRange(place) },
            message: write(said, language),
          })),
        }
      : {}),
  };
}

/** Said once at the top of a document that is longer than the checker reads. */
export function tooLongDiagnostic(characters: number, limit: number, language = ENGLISH): Diagnostic {
  const millions = (count: number) => (count / 1_000_000).toFixed(1);
  const said = say('These notes are too long to be checked: {count} million characters, and the limit is {limit} million.', {
    count: millions(characters),
    limit: millions(limit),
  });
  return atTheTop('too-long', write(said, language));
}

/** Said once at the top of a document whose checking took too long; `line` from 0 is the first that was not checked. */
export function brokenOffDiagnostic(line: number, language = ENGLISH): Diagnostic {
  const said = say('These notes are checked as far as line {line}: the rest would have taken too long.', { line: line + 1 });
  return atTheTop('time-limit', write(said, language));
}

const atTheTop = (code: string, message: string): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  severity: DiagnosticSeverity.Information,
  code,
  source: SOURCE,
  message,
});
