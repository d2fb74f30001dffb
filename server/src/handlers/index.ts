/** Every feature that the server has. */
import { chaptersHandler } from './chapters';
import { codeActionHandler } from './code-actions';
import { codeLensHandler } from './code-lenses';
import { commandHandler } from './commands';
import { completionHandler } from './completion';
import { formattingHandler } from './formatting';
import type { Handler } from './handler';
import { hoverHandler } from './hover';
import { inlayHintHandler } from './inlay-hints';
import { inlineCompletionHandler } from './inline-completion';
import { semanticTokensHandler } from './semantic-tokens';

export const HANDLERS: readonly Handler[] = [
  hoverHandler,
  completionHandler,
  codeActionHandler,
  semanticTokensHandler,
  inlayHintHandler,
  codeLensHandler,
  commandHandler,
  formattingHandler,
  inlineCompletionHandler,
  chaptersHandler,
];
