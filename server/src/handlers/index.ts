/** Every feature that the server has. */
import { chaptersHandler } from './chapters';
import { codeActionHandler } from './code-actions';
import { completionHandler } from './completion';
import type { Handler } from './handler';
import { hoverHandler } from './hover';
import { packRequestsHandler } from './pack-requests';

export const HANDLERS: readonly Handler[] = [packRequestsHandler, hoverHandler, completionHandler, codeActionHandler, chaptersHandler];
