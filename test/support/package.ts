import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { root } from './project';

/** Packs the extension as `npm run package` does, newly built for production, into a `.vsix` file. */
export function packExtension(vsix: string): Promise<void> {
  return createVSIX({ cwd: root, packagePath: vsix, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
}

/** What the package holds, as paths within the project. */
export async function packedFiles(): Promise<string[]> {
  return (await listFiles({ cwd: root, packageManager: PackageManager.None })).sort();
}
