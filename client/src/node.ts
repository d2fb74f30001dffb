/** The extension on the desktop and on remote machines: the server is a process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { compileCacheEnvironment } from './compile-cache';
import { type Extension, startExtension } from './extension';
import { SERVER_OPTIONS } from './server-process';

let extension: Extension | undefined;

export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const serverOptions: ServerOptions = {
    run: { ...server, options: { execArgv: [...SERVER_OPTIONS], env: compileCacheEnvironment(context) } },
    debug: { ...server, options: { execArgv: [...SERVER_OPTIONS, '--nolazy', '--inspect=6009'] } },
  };
  extension = startExtension(context, (id, name, options) => new LanguageClient(id, name, serverOptions, options));
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
