/** Every feature that the server has. */
import { chaptersHandler } from './chapters';
import { codeActionHandler } from './code-actions';
import { codeLensHandler } from './code-lenses';
import { commandHandler } from './commands';
import { completionHandler } from './completion';
import { definitionHandler } from './definition';
import { diagnosticsHandler } from './diagnostics';
import { documentHighlightHandler } from './document-highlight';
import { documentLinkHandler } from './document-links';
import { documentSymbolHandler } from './document-symbols';
import { foldingHandler } from './folding';
import { formattingHandler } from './formatting';
import type { Handler } from './handler';
import { hoverHandler } from './hover';
import { inlayHintHandler } from './inlay-hints';
import { inlineCompletionHandler } from './inline-completion';
import { linkedEditingHandler } from './linked-editing';
import { referencesHandler } from './references';
import { renameHandler } from './rename';
import { renameFilesHandler } from './rename-files';
import { selectionRangeHandler } from './selection-ranges';
import { semanticTokensHandler } from './semantic-tokens';
import { workspaceSymbolHandler } from './workspace-symbols';

export const HANDLERS: readonly Handler[] = [
  diagnosticsHandler,
  hoverHandler,
  completionHandler,
  codeActionHandler,
  chaptersHandler,
  definitionHandler,
  referencesHandler,
  renameHandler,
  renameFilesHandler,
  documentHighlightHandler,
  documentLinkHandler,
  documentSymbolHandler,
  foldingHandler,
  linkedEditingHandler,
  selectionRangeHandler,
  workspaceSymbolHandler,
  semanticTokensHandler,
  inlayHintHandler,
  codeLensHandler,
  commandHandler,
  formattingHandler,
  inlineCompletionHandler,
];
