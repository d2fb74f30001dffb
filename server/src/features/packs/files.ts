/** A pack's files as the features see them: each as its author has it before him, saved or not. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Chapter, PackFile, PackProblem } from '../../chapter/index';
import { packFileNames } from '../../chapter/index';
import type { Knowledge } from '../../reading/model';

export type PackFileName = (typeof packFileNames)[number];

/** One file of a pack that is open in the editor, with the pack around it. */
export interface OpenPackFile {
  /** The text at the version that is asked about. */
  readonly document: TextDocument;
  readonly name: PackFileName;
  readonly pack: LivePack;
}

/** A file as a document, whose positions count as the client's do. */
export type DocumentOf = (file: PackFile) => TextDocument;

/** A pack with the texts that the editor has, where its files are open. */
export interface LivePack {
  readonly files: readonly PackFile[];
  /** Null where not even an id could be read; of a file whose YAML is broken, what was last sound. */
  readonly chapter: Chapter | null;
  readonly problems: readonly PackProblem[];
  /** It comes with the product and is never edited. */
  readonly shipped: boolean;
  readonly documentOf: DocumentOf;
  /** What the chapter knows, for descriptions; null where there is no chapter. */
  knowledge(): Knowledge | null;
}

/** Which of the pack's files a path or URI names; undefined for any other. */
export function packFileName(file: string): PackFileName | undefined {
  const stem = /([^/\\]+)\.ya?ml$/i.exec(file)?.[1]?.toLowerCase();
  return packFileNames.find((each) => each === stem);
}
