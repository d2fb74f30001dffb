/** The extension in VS Code for the Web: the server is a worker. */
import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Extension, startExtension } from './extension';

let extension: Extension | undefined;

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  let worker: Worker | undefined;
  // A function, so that a restart gets a fresh worker; transports, because the extension host's workers are of a class of its own.
  const startWorker = async () => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  extension = startExtension(context, (id, name, options) => new LanguageClient(id, name, startWorker, options));
  context.subscriptions.push({ dispose: () => worker?.terminate() });
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
