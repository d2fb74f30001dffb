/** How a request ends without an answer, in the error codes that clients know. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** The client no longer wants the answer. */
export const requestCancelled = () => new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');

/** The document has changed since the request: its positions mean nothing now. */
export const contentModified = () => new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');

/** The server gives up a pull that a newer version has made void; the client pulls again. */
export const serverCancelled = () =>
  new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed.', { retriggerRequest: true });

/** Ends the work of a request that was cancelled. */
export function stopWhereCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw requestCancelled();
}

/** Waits so many milliseconds; rejects as soon as the request is cancelled. */
export async function pause(milliseconds: number, token: CancellationToken): Promise<void> {
  // The token of a request that was cancelled before it came tells nobody.
  stopWhereCancelled(token);
  if (milliseconds > 0) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(end, milliseconds);
      const cancelling = token.onCancellationRequested(end);
      function end() {
        clearTimeout(timer);
        cancelling.dispose();
        resolve();
      }
    });
    stopWhereCancelled(token);
  }
}
