/** Diagnostics for a client that pulls them; to others `NotesService` pushes. */
import type { CancellationToken } from 'vscode-languageserver';
import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind, type WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import type { NotesService, Report } from '../workspace/notes-service';
import type { Handler } from './handler';

export const diagnosticsHandler: Handler = {
  capabilities: ({ pullsDiagnostics }) =>
    pullsDiagnostics ? { diagnosticProvider: { identifier: 'notes', interFileDependencies: true, workspaceDiagnostics: true } } : {},
  bind({ connection, services }) {
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
      const report = (await services()?.notes.report(textDocument.uri, token)) ?? { version: undefined, diagnostics: [] };
      return documentReport(report, previousResultId);
    });
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partialResults) => {
      const notes = services()?.notes;
      const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      if (!notes) return { items: [] };
      for (;;) {
        const { changes } = notes;
        const items = await workspaceReports(notes, previous, token);
        // A client that takes partial results asks again at once; it is answered when there is something new.
        if (partialResults === undefined) return { items };
        const news = items.filter(({ kind }) => kind === DocumentDiagnosticReportKind.Full);
        if (news.length > 0 || previous.size === 0) return { items: news };
        if (notes.changes === changes) await notes.nextChange(token);
      }
    });
  },
};

/** Every report of the workspace; a document of which nothing is left to say has an empty one. */
async function workspaceReports(
  notes: NotesService,
  previous: ReadonlyMap<string, string>,
  token: CancellationToken,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const gone = new Set(previous.keys());
  for await (const { uri, ...report } of notes.reports(token)) {
    gone.delete(uri);
    items.push({ uri, version: report.version ?? null, ...documentReport(report, previous.get(uri)) });
  }
  for (const uri of gone) items.push({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] });
  return items;
}

function documentReport({ version, diagnostics }: Report, previous: string | undefined) {
  const resultId = `${version ?? 'closed'}-${fingerprint(JSON.stringify(diagnostics))}`;
  return (
    previous === resultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...diagnostics] }
  ) satisfies DocumentDiagnosticReport;
}

/** 53 bits that tell texts apart (cyrb53): the same findings have the same id, in every session. */
function fingerprint(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
