/** What one client can do and wants, as it said when the session began. */
import type { InitializeParams } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver-types';
import type { PositionEncoding } from '../chapter/model';
import type { CompletionAbilities } from '../features/completion/index';
import type { DiagnosticAbilities } from '../features/diagnostics';
import type { FoldingAbilities } from '../features/folding';
import type { PackCompletionAbilities } from '../features/packs/completion';
import { languageOf } from '../l10n/languages';
import type { Language } from '../l10n/said';
import { isRecord, readSettings, type Settings } from './settings';

/** How long a changed document rests before it is checked, in milliseconds. */
const DEBOUNCE = 200;
/** How long a document just opened is read and judged at first, in milliseconds: a paragraph or two, whose findings are then shown. */
const FIRST_ROUND = 40;

export interface Session {
  /** Settings that the client handed over at once; the defaults where it did not. */
  readonly settings: Settings;
  /** What messages and titles are written in. */
  readonly language: Language;
  readonly debounce: number;
  readonly firstRound: number;
  readonly contentUri: string | undefined;
  readonly clientCommands: readonly string[];
  /** The client answers `historyNotes/readPacks`. */
  readonly readPacks: boolean;
  /** The client answers `historyNotes/findNotes` and `historyNotes/readNotes`. */
  readonly readNotes: boolean;
  /** The client listens to `historyNotes/status` and `historyNotes/chaptersChanged`. */
  readonly status: boolean;
  readonly workspaceFolders: readonly string[];

  /** What the characters of positions count, in both directions. */
  readonly positionEncoding: PositionEncoding;
  readonly pullsConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  /** Formatting, of all three kinds, can be registered for some documents only. */
  readonly registersFormatting: boolean;
  readonly relativeWatchers: boolean;
  readonly foldersChange: boolean;
  readonly versionedEdits: boolean;
  /** The client asks before it renames files. */
  readonly renamesFiles: boolean;
  /** The client pulls the notes' diagnostics, and is not pushed them. */
  readonly pullsDiagnostics: boolean;
  /** The client can be told to pull again. */
  readonly refreshesDiagnostics: boolean;
  readonly diagnostics: DiagnosticAbilities;
  readonly completion: CompletionAbilities & Pick<PackCompletionAbilities, 'snippets'>;
  /** The client takes LocationLinks. */
  readonly definitionLinks: boolean;
  readonly declarationLinks: boolean;
  /** The client asks whether something can be renamed before it asks for a new name. */
  readonly prepareRename: boolean;
  /** The client shows symbols within symbols. */
  readonly symbolTree: boolean;
  readonly folding: FoldingAbilities;
  readonly linkTooltips: boolean;
  readonly hoverMarkup: MarkupKind;
  readonly completionMarkup: MarkupKind;
  readonly hintMarkup: MarkupKind;
  /** The client asks for a hint's tooltip and edits when it wants them; otherwise they come with it. */
  readonly resolvesHints: boolean;
  /** The client asks for the edit of a code action when it is chosen; otherwise it comes with it. */
  readonly resolvesEdits: boolean;
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

export function readSession({ capabilities, initializationOptions, workspaceFolders, rootUri, locale }: InitializeParams): Session {
  const options = isRecord(initializationOptions) ? initializationOptions : {};
  const { workspace, textDocument } = capabilities;
  const { diagnostic: pulled, publishDiagnostics: pushed } = textDocument ?? {};
  const refreshesDiagnostics = workspace?.diagnostics?.refreshSupport === true;
  // Without a refresh the pull cannot say what packs and the typing pause change later: pushing can.
  const pullsDiagnostics = pulled !== undefined && (refreshesDiagnostics || pushed === undefined);
  const shown = pullsDiagnostics ? pulled : pushed;
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return {
    settings: readSettings(options.settings),
    language: languageOf(locale),
    debounce: typeof options.debounce === 'number' && options.debounce >= 0 ? options.debounce : DEBOUNCE,
    firstRound: typeof options.firstRound === 'number' && options.firstRound > 0 ? options.firstRound : FIRST_ROUND,
    contentUri: typeof options.contentUri === 'string' ? options.contentUri : undefined,
    clientCommands: Array.isArray(options.clientCommands) ? options.clientCommands.filter((each) => typeof each === 'string') : [],
    readPacks: options.readPacks === true,
    readNotes: options.readNotes === true,
    status: options.status === true,
    workspaceFolders: folders,
    positionEncoding: encodingOf(capabilities.general?.positionEncodings),
    pullsConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFormatting: [textDocument?.formatting, textDocument?.rangeFormatting, textDocument?.onTypeFormatting].every(
      (each) => each?.dynamicRegistration === true,
    ),
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativeWatchers: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    foldersChange: workspace?.workspaceFolders === true,
    renamesFiles: workspace?.fileOperations?.willRename === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    pullsDiagnostics,
    refreshesDiagnostics,
    diagnostics: {
      relatedInformation: shown?.relatedInformation === true,
      codeDescription: shown?.codeDescriptionSupport === true,
      data: shown?.dataSupport === true,
    },
    completion: {
      defaultEditRange: textDocument?.completion?.completionList?.itemDefaults?.includes('editRange') === true,
      labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
      language: languageOf(locale),
      snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
      commitCharacters: textDocument?.completion?.completionItem?.commitCharactersSupport === true,
    },
    definitionLinks: textDocument?.definition?.linkSupport === true,
    declarationLinks: textDocument?.declaration?.linkSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    folding: { rangeLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY },
    hoverMarkup: markupOf(textDocument?.hover?.contentFormat),
    completionMarkup: markupOf(textDocument?.completion?.completionItem?.documentationFormat),
    // Of inlay hints no capability says it: what the client shows in hovers it shows there.
    hintMarkup: markupOf(textDocument?.hover?.contentFormat),
    semanticTokens: {
      wanted: textDocument?.semanticTokens !== undefined,
      multiline: textDocument?.semanticTokens?.multilineTokenSupport === true,
    },
    resolvesHints: textDocument?.inlayHint?.resolveSupport?.properties.includes('textEdits') === true,
    resolvesEdits:
      textDocument?.codeAction?.dataSupport === true && textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
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

/** The first that the client names among those that the server can count; UTF-16, which every client can, where it names none. */
function encodingOf(offered: readonly string[] | undefined): PositionEncoding {
  return offered?.find((each): each is PositionEncoding => each === 'utf-8' || each === 'utf-16' || each === 'utf-32') ?? 'utf-16';
}
