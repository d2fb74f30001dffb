/** Every feature that the server has. */
import { chaptersHandler } from './chapters';
import { codeActionHandler } from './code-actions';
import { completionHandler } from './completion';
import { definitionHandler } from './definition';
import { documentHighlightHandler } from './document-highlight';
import type { Handler } from './handler';
import { hoverHandler } from './hover';
import { packRequestsHandler } from './pack-requests';
import { referencesHandler } from './references';
import { renameHandler } from './rename';

export const HANDLERS: readonly Handler[] = [
  hoverHandler,
  completionHandler,
  codeActionHandler,
  chaptersHandler,
  definitionHandler,
  referencesHandler,
  renameHandler,
  documentHighlightHandler,
  packRequestsHandler,
];
