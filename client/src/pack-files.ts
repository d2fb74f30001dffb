/** Which YAML files may be a pack's: those of the names that a pack's files have, in the folders of the setting `historyNotes.packs`. No other YAML is touched. */
import type { TextDocument } from 'vscode';

const names = ['chapter', 'people', 'timeline', 'terms', 'sources'];

/**
 * Filters for the files of packs, as globs.
 *
 * @param folders paths in the workspace, absolute ones or ones in the home folder. Each counts wherever its last part stands: the server knows the
 * folders, and is silent about files in others.
 */
export function packFilters(folders: readonly string[]): { pattern: string }[] {
  const files = `{${names.join(',')}}.{yaml,yml}`;
  // A pack lies in a folder of its own, or is the folder itself.
  return lastParts(folders)
    .filter((name) => !/[{}[\]*?!,]/.test(name))
    .flatMap((name) => [{ pattern: `**/${name}/${files}` }, { pattern: `**/${name}/*/${files}` }]);
}

/** Whether a document is a file that the filters for these folders let through. */
export function mayBePackFile({ uri }: Pick<TextDocument, 'uri'>, folders: readonly string[]): boolean {
  const [file = '', folder = '', above = ''] = uri.path.split('/').reverse();
  const roots = lastParts(folders);
  return names.includes(file.replace(/\.ya?ml$/, '')) && (roots.includes(folder) || roots.includes(above));
}

function lastParts(folders: readonly string[]): string[] {
  const parts = folders.map((folder) => folder.split(/[/\\]/).findLast((part) => part !== '' && part !== '.' && part !== '..'));
  return [...new Set(parts)].filter((part): part is string => part !== undefined && part !== '~');
}
