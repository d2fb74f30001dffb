/** What answers in a pack's own YAML files: the handlers of notes ask it first. */
import type { CancellationToken } from 'vscode-languageserver';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Definition,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  Position,
  Range,
  SymbolInformation,
} from 'vscode-languageserver-types';
import { forClient } from '../features/document-symbols';
import { factKey } from '../features/fact-uses';
import { packCodeActions } from '../features/packs/code-actions';
import { type PackLensData, packCodeLenses, resolvePackLens } from '../features/packs/code-lens';
import { type PackItemData, packCompletion, resolvePackCompletion } from '../features/packs/completion';
import { type OpenPackFile, packFileName } from '../features/packs/files';
import { packHover } from '../features/packs/hover';
import { idHere, packDefinition, packReferences } from '../features/packs/navigation';
import { packSymbols } from '../features/packs/symbols';
import { chapterKey } from '../workspace/notes-index';
import { isRecord } from '../workspace/settings';
import type { Services } from './handler';

/** A place in a document that may be a pack's file. */
export interface PackPosition {
  readonly uri: string;
  readonly position: Position;
}

/** Each answers undefined where the document is no pack's file, and null where it has nothing to say there. */
export const packFileAnswers = {
  hover: ({ uri, position }: PackPosition, services: Services): Promise<Hover | null | undefined> =>
    inPackFile(uri, services, (file) =>
      packHover(file, file.document.offsetAt(position), services.session.hoverMarkup, services.session.language),
    ),

  completion: (
    { uri, position, trigger }: PackPosition & { readonly trigger?: string },
    services: Services,
  ): Promise<CompletionList | null | undefined> =>
    inPackFile(uri, services, (file) => {
      const { completion, completionMarkup, language } = services.session;
      return packCompletion(file, file.document.offsetAt(position), { ...completion, markup: completionMarkup, language }, trigger);
    }),

  async resolveCompletion(item: CompletionItem, services: Services): Promise<CompletionItem | null | undefined> {
    const data: unknown = item.data;
    if (!isPackItem(data)) return undefined;
    return inPackFile(data.uri, services, (file) =>
      resolvePackCompletion(item, file, services.session.completionMarkup, services.session.language),
    );
  },

  definition: ({ uri, position }: PackPosition, services: Services): Promise<Definition | LocationLink[] | null | undefined> =>
    inPackFile(uri, services, (file) => packDefinition(file, file.document.offsetAt(position))),

  references: (
    { uri, position, includeDeclaration }: PackPosition & { readonly includeDeclaration: boolean },
    services: Services,
    token: CancellationToken,
  ): Promise<Location[] | null | undefined> =>
    inPackFile(uri, services, async (file) => {
      const offset = file.document.offsetAt(position);
      const inPack = packReferences(file, offset, includeDeclaration);
      const id = idHere(file, offset);
      if (!inPack || !id) return null;
      return [...inPack, ...(await mentionsOf(id.id, id.kind === 'chapter', file, services, token))];
    }),

  symbols: (uri: string, services: Services): Promise<DocumentSymbol[] | SymbolInformation[] | null | undefined> =>
    inPackFile(uri, services, (file) => forClient(packSymbols(file, services.session.language), uri, services.session.symbolTree)),

  codeActions: (
    { uri, range, diagnostics, only }: { uri: string; range: Range; diagnostics: readonly Diagnostic[]; only?: readonly string[] },
    services: Services,
  ): Promise<CodeAction[] | null | undefined> =>
    inPackFile(
      uri,
      services,
      (file) => {
        const { versionedEdits, language } = services.session;
        return packCodeActions(file, range, { diagnostics, versionedEdits, language, ...(only ? { only } : {}) });
      },
      { settled: true },
    ),

  codeLenses: (uri: string, services: Services): Promise<CodeLens[] | null | undefined> =>
    inPackFile(uri, services, packCodeLenses, { settled: true }),

  async resolveCodeLens(lens: CodeLens, services: Services, token: CancellationToken): Promise<CodeLens | null | undefined> {
    const data: unknown = lens.data;
    if (!isPackItem(data)) return undefined;
    return inPackFile(data.uri, services, async (file) =>
      resolvePackLens(lens, await mentionsOf(data.packFact, false, file, services, token), services.session),
    );
  },
};

/** Works on the pack's file that a URI names; undefined where it names none. */
async function inPackFile<T>(
  uri: string,
  { packs, log }: Services,
  work: (file: OpenPackFile) => T | Promise<T>,
  options?: { readonly settled: boolean },
): Promise<T | undefined> {
  // Notes need not wait for the packs to learn that they are none.
  if (packFileName(uri) === undefined) return undefined;
  try {
    const file = await packs.openFile(uri, options);
    return file ? await work(file) : undefined;
  } catch (error) {
    log.error(`answering in ${uri}`, error);
    return undefined;
  }
}

/** Where the workspace's notes mention a fact of the pack, or its chapter. */
async function mentionsOf(
  id: string,
  isChapter: boolean,
  { pack }: OpenPackFile,
  { index, packs }: Services,
  token: CancellationToken,
): Promise<Location[]> {
  const { chapter } = pack;
  // Notes that name the chapter mean another pack where that has its id too.
  if (!chapter || packs.library.chapters.get(chapter.id)?.chapter !== chapter) return [];
  if (isChapter) return id === chapter.id ? index.mentionsOf(chapterKey(id), token) : [];
  const fact = chapter.byId.get(id);
  const knowledge = pack.knowledge();
  return fact && knowledge ? index.mentionsOf(factKey(fact, knowledge), token) : [];
}

function isPackItem(data: unknown): data is PackItemData & PackLensData {
  return isRecord(data) && typeof data.uri === 'string' && typeof data.packFact === 'string';
}
