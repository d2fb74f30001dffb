/** Diagnostics for a client that pulls them; to others `NotesService` pushes. */
import type { CancellationToken, PreviousResultId } from 'vscode-languageserver';
import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind, type WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { fileKey } from '../workspace/file-names';
import type { Report } from '../workspace/notes-service';
import type { Handler, Services } from './handler';

export const diagnosticsHandler: Handler = {
  capabilities: ({ pullsDiagnostics }) =>
    pullsDiagnostics ? { diagnosticProvider: { identifier: 'notes', interFileDependencies: true, workspaceDiagnostics: true } } : {},
  bind({ connection, services }) {
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
      const { uri } = textDocument;
      const now = services();
      // An editor may ask once more for a document that it has just closed.
      const report =
        now?.notes.version(uri) === undefined
          ? { version: undefined, diagnostics: (await now?.index.report(uri)) ?? [] }
          : await now.notes.report(uri, token);
      return documentReport(report, previousResultId);
    });
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partialResults) => {
      const now = services();
      if (!now) return { items: [] };
      const { notes } = now;
      const previous = new Map(previousResultIds.map((each) => [fileKey(each.uri), each]));
      for (;;) {
        const { changes } = notes;
        const items = await workspaceReports(now, previous, token);
        // A client that takes partial results asks again at once; it is answered when there is something new.
        if (partialResults === undefined) return { items };
        const news = items.filter(({ kind }) => kind === DocumentDiagnosticReportKind.Full);
        if (news.length > 0 || previous.size === 0) return { items: news };
        if (notes.changes === changes) await notes.nextChange(token);
      }
    });
  },
};

/** Every report of the workspace, the open documents first; a document of which nothing is left to say has an empty one. */
async function workspaceReports(
  { notes, index }: Services,
  previous: ReadonlyMap<string, PreviousResultId>,
  token: CancellationToken,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const gone = new Map(previous);
  const add = (uri: string, report: Report) => {
    const key = fileKey(uri);
    if (gone.delete(key) || !previous.has(key))
      items.push({ uri, version: report.version ?? null, ...documentReport(report, previous.get(key)?.value) });
  };
  for await (const { uri, ...report } of notes.reports(token)) add(uri, report);
  for await (const { uri, diagnostics } of index.reports(token)) add(uri, { version: undefined, diagnostics });
  for (const { uri } of gone.values()) items.push({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] });
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
