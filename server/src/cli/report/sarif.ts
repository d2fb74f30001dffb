/** SARIF 2.1.0 (OASIS), as code scanning services take it. */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../../package.json';
import { rulePage } from '../../features/diagnostics';
import { rangeOf } from '../../features/document';
import { type Finding, rules, type Severity } from '../../rules/index';
import { type FileReport, type Reporter, separator } from './reporter';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

export function sarif(): Reporter {
  const comma = separator(',');
  return {
    begin: () => {
      const head = JSON.stringify({ tool: { driver: driver() }, columnKind: 'utf16CodeUnits' }).slice(0, -1);
      return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[${head},"results":[`;
    },
    file: (report) => report.findings.map((finding) => `${comma()}\n${JSON.stringify(result(finding, report))}`).join(''),
    end: ({ failures }) => {
      const notifications = failures.map((text) => ({ level: 'error', message: { text } }));
      const invocation = {
        executionSuccessful: failures.length === 0,
        ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
      };
      return `\n],"invocations":${JSON.stringify([invocation])}}]}\n`;
    },
  };
}

function driver() {
  return {
    name: 'history-notes',
    semanticVersion: version,
    informationUri: 'https://github.com/history-notes/history-notes',
    rules: rules.map(({ code, summary, why, severity }) => ({
      id: code,
      shortDescription: { text: summary },
      fullDescription: { text: `${summary} ${why}` },
      helpUri: rulePage(code),
      defaultConfiguration: { level: levels[severity] },
    })),
  };
}

function result(finding: Finding, { file, document }: FileReport) {
  const artifactLocation = { uri: uriOf(file) };
  return {
    ruleId: finding.code,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region: region(document, finding) } }],
    ...(finding.fact ? { properties: { fact: finding.fact.id } } : {}),
    ...(finding.fixes.length > 0
      ? {
          fixes: finding.fixes.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [
              {
                artifactLocation,
                replacements: edits.map((edit) => ({ deletedRegion: region(document, edit), insertedContent: { text: edit.newText } })),
              },
            ],
          })),
        }
      : {}),
  };
}

function region(document: TextDocument, place: { readonly start: number; readonly end: number }) {
  const { start, end } = rangeOf(document, place);
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  return isAbsolute(file) ? pathToFileURL(file).href : file.split(/[\\/]/).map(encodeURIComponent).join('/');
}
