/** Where Node 22 and later keep the server's compiled code from one start to the next. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';

/** The environment of the server's process; what another version of the extension has left is removed. */
export function compileCacheEnvironment({ globalStorageUri, extension }: ExtensionContext): Record<string, string> {
  const folder = join(globalStorageUri.fsPath, 'compile-cache');
  const version = String(extension.packageJSON.version);
  removeOthers(folder, version).catch(() => {
    // Nothing has been kept yet, or another window is removing it.
  });
  return { NODE_COMPILE_CACHE: join(folder, version) };
}

async function removeOthers(folder: string, version: string): Promise<void> {
  const others = (await readdir(folder)).filter((name) => name !== version);
  await Promise.all(others.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
