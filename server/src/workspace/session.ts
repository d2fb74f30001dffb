/** What one client can do and wants, as it said when the session began. */
import type { InitializeParams } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver-types';
import type { CompletionAbilities } from '../features/completion/index';
import type { DiagnosticAbilities } from '../features/diagnostics';
import { isRecord, readSettings, type Settings } from './settings';

/** How long a changed document rests before it is checked, in milliseconds. */
const DEBOUNCE = 200;

export interface Session {
  /** Settings that the client handed over at once; the defaults where it did not. */
  readonly settings: Settings;
  readonly debounce: number;
  readonly contentUri: string | undefined;
  readonly clientCommands: readonly string[];
  /** The client answers `historyNotes/readPacks`. */
  readonly readPacks: boolean;
  /** The client listens to `historyNotes/status` and `historyNotes/chaptersChanged`. */
  readonly status: boolean;
  readonly workspaceFolders: readonly string[];

  readonly pullsConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly relativeWatchers: boolean;
  readonly foldersChange: boolean;
  readonly versionedEdits: boolean;
  readonly diagnostics: DiagnosticAbilities;
  readonly completion: CompletionAbilities;
  readonly hoverMarkup: MarkupKind;
  readonly completionMarkup: MarkupKind;
  readonly hintMarkup: MarkupKind;
  /** The client asks for a hint's tooltip and edits when it wants them; otherwise they come with it. */
  readonly resolvesHints: boolean;
  readonly refreshes: RefreshAbilities;
  readonly inlineCompletion: boolean;
  readonly semanticTokens: { readonly wanted: boolean; readonly multiline: boolean };
}

/** What the client asks for again when it is told to. */
export interface RefreshAbilities {
  readonly semanticTokens: boolean;
  readonly inlayHints: boolean;
  readonly codeLenses: boolean;
}

export function readSession({ capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams): Session {
  const options = isRecord(initializationOptions) ? initializationOptions : {};
  const { workspace, textDocument } = capabilities;
  const published = textDocument?.publishDiagnostics;
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return {
    settings: readSettings(options.settings),
    debounce: typeof options.debounce === 'number' && options.debounce >= 0 ? options.debounce : DEBOUNCE,
    contentUri: typeof options.contentUri === 'string' ? options.contentUri : undefined,
    clientCommands: Array.isArray(options.clientCommands) ? options.clientCommands.filter((each) => typeof each === 'string') : [],
    readPacks: options.readPacks === true,
    status: options.status === true,
    workspaceFolders: folders,
    pullsConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativeWatchers: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    foldersChange: workspace?.workspaceFolders === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    diagnostics: {
      relatedInformation: published?.relatedInformation === true,
      codeDescription: published?.codeDescriptionSupport === true,
      data: published?.dataSupport === true,
    },
    completion: {
      defaultEditRange: textDocument?.completion?.completionList?.itemDefaults?.includes('editRange') === true,
      labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
      snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
      commitCharacters: textDocument?.completion?.completionItem?.commitCharactersSupport === true,
    },
    hoverMarkup: markupOf(textDocument?.hover?.contentFormat),
    completionMarkup: markupOf(textDocument?.completion?.completionItem?.documentationFormat),
    // Of inlay hints no capability says it: what the client shows in hovers it shows there.
    hintMarkup: markupOf(textDocument?.hover?.contentFormat),
    semanticTokens: {
      wanted: textDocument?.semanticTokens !== undefined,
      multiline: textDocument?.semanticTokens?.multilineTokenSupport === true,
    },
    resolvesHints: textDocument?.inlayHint?.resolveSupport?.properties.includes('textEdits') === true,
    inlineCompletion: textDocument?.inlineCompletion !== undefined,
    refreshes: {
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      codeLenses: workspace?.codeLens?.refreshSupport === true,
    },
  };
}

/** The client's first choice; plain text where it names none. */
function markupOf(formats: readonly MarkupKind[] | undefined): MarkupKind {
  return formats?.find((format) => format === MarkupKind.Markdown || format === MarkupKind.PlainText) ?? MarkupKind.PlainText;
}
