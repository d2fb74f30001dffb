/** Every feature that the server has. */
import { chaptersHandler } from './chapters';
import { codeActionHandler } from './code-actions';
import { completionHandler } from './completion';
import { diagnosticsHandler } from './diagnostics';
import type { Handler } from './handler';
import { hoverHandler } from './hover';

export const HANDLERS: readonly Handler[] = [diagnosticsHandler, hoverHandler, completionHandler, codeActionHandler, chaptersHandler];
