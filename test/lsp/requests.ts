/** Every request and notification of LSP that the server answers: what it does here, and the test that proves it. `docs/lsp.md` is made from this table. */
import type { Position, Range } from 'vscode-languageserver-protocol';

/** What a request is asked about: a position and a range in an open document. */
export interface Asked {
  readonly uri: string;
  readonly position: Position;
  readonly range: Range;
}

export interface Row {
  /** What the server announces for it, as a path in its capabilities; `-` for what needs no word. */
  readonly capability: string;
  readonly methods: readonly string[];
  /** For users of any editor. */
  readonly does: string;
  /** Files under `test/lsp`, without `.test.ts`. */
  readonly tests: readonly string[];
  /** Parameters of the first method, for tests that ask everything. */
  readonly ask?: (asked: Asked) => unknown;
}

const here = ({ uri, position }: Asked) => ({ textDocument: { uri }, position });
const whole = ({ uri }: Asked) => ({ textDocument: { uri } });
const options = { tabSize: 2, insertSpaces: true };

export const ROWS: readonly Row[] = [
  {
    capability: 'textDocumentSync',
    methods: ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didSave', 'textDocument/didClose'],
    does: 'Incremental changes. Saving shows what was withheld at the word being typed.',
    tests: ['diagnostics', 'typing', 'robustness'],
  },
  {
    capability: 'positionEncoding',
    methods: ['initialize'],
    does: 'Positions count UTF-8, UTF-16 or UTF-32, as the client likes best.',
    tests: ['requests'],
  },
  {
    capability: '-',
    methods: ['textDocument/publishDiagnostics'],
    does: 'What is wrong in notes, pushed to clients that do not pull; faults of packs at their places, pushed to all.',
    tests: ['diagnostics', 'typing', 'packs'],
  },
  {
    capability: 'diagnosticProvider',
    methods: ['textDocument/diagnostic', 'workspace/diagnostic', 'workspace/diagnostic/refresh'],
    does: 'The same pulled, for one document and for all notes of the folders, with result ids and unchanged reports.',
    tests: ['pull-diagnostics'],
    ask: whole,
  },
  {
    capability: 'hoverProvider',
    methods: ['textDocument/hover'],
    does: 'Who or what a name is, what the chapter has around a date; keys and ids in packs.',
    tests: ['hover', 'pack-features'],
    ask: here,
  },
  {
    capability: 'completionProvider',
    methods: ['textDocument/completion', 'completionItem/resolve'],
    does: 'People, events, terms, sources, timeline lines, front matter, the likeliest first; keys, ids and dates in packs.',
    tests: ['completion', 'linked-notes', 'pack-features'],
    ask: here,
  },
  {
    capability: 'codeActionProvider',
    methods: ['textDocument/codeAction', 'codeAction/resolve'],
    does: 'Repairs, ways to silence a rule, names of one’s own; what lenses and hints do at a click (`refactor.rewrite`); all of one rule, or everything sure at once (`source.fixAll.historyNotes`), made when they are chosen.',
    tests: ['code-actions', 'pack-features'],
    ask: ({ uri, range }) => ({ textDocument: { uri }, range, context: { diagnostics: [] } }),
  },
  {
    capability: 'definitionProvider',
    methods: ['textDocument/definition'],
    does: 'From a name, an event, a date or a source to its place in the pack; from a link to the notes or the heading.',
    tests: ['definition', 'linked-notes', 'pack-features'],
    ask: here,
  },
  { capability: 'declarationProvider', methods: ['textDocument/declaration'], does: 'The same.', tests: ['definition'], ask: here },
  {
    capability: 'referencesProvider',
    methods: ['textDocument/references'],
    does: 'Every mention of a person or event in the notes of the workspace, however worded.',
    tests: ['references', 'pack-features'],
    ask: (asked) => ({ ...here(asked), context: { includeDeclaration: true } }),
  },
  {
    capability: 'documentHighlightProvider',
    methods: ['textDocument/documentHighlight'],
    does: 'Every mention of the same in this document.',
    tests: ['references'],
    ask: here,
  },
  {
    capability: 'renameProvider',
    methods: ['textDocument/rename', 'textDocument/prepareRename'],
    does: 'Another spelling of a name throughout the notes; another id throughout a pack and the notes that use it.',
    tests: ['rename', 'pack-features'],
    ask: (asked) => ({ ...here(asked), newName: 'Trotskii' }),
  },
  {
    capability: 'documentSymbolProvider',
    methods: ['textDocument/documentSymbol'],
    does: 'Headings, timeline lines and questions; the entries of a pack’s file.',
    tests: ['document-symbols', 'pack-features'],
    ask: whole,
  },
  {
    capability: 'workspaceSymbolProvider',
    methods: ['workspace/symbol'],
    does: 'People, events, terms and sources of the chapters, and the headings of all notes.',
    tests: ['workspace-symbols'],
    ask: () => ({ query: 'Trotsky' }),
  },
  {
    capability: 'foldingRangeProvider',
    methods: ['textDocument/foldingRange'],
    does: 'Sections, the years of a timeline, front matter, list items, quotes, code, tables, comments.',
    tests: ['folding'],
    ask: whole,
  },
  {
    capability: 'selectionRangeProvider',
    methods: ['textDocument/selectionRange'],
    does: 'From the word to the mention, the clause, the sentence, the paragraph, the section.',
    tests: ['folding'],
    ask: ({ uri, position }) => ({ textDocument: { uri }, positions: [position] }),
  },
  {
    capability: 'documentLinkProvider',
    methods: ['textDocument/documentLink', 'documentLink/resolve'],
    does: '`[[links]]` and citations lead to what they name: facts, other notes, headings; Markdown’s own links, by reference too, to pages and files.',
    tests: ['document-links', 'linked-notes'],
    ask: whole,
  },
  {
    capability: 'linkedEditingRangeProvider',
    methods: ['textDocument/linkedEditingRange'],
    does: 'What must stay the same in two places is edited in both.',
    tests: ['document-links'],
    ask: here,
  },
  {
    capability: 'semanticTokensProvider',
    methods: [
      'textDocument/semanticTokens/full',
      'textDocument/semanticTokens/full/delta',
      'textDocument/semanticTokens/range',
      'workspace/semanticTokens/refresh',
    ],
    does: 'People, events, dates, terms and sources, with modifiers for what is wrong or unknown.',
    tests: ['semantic-tokens'],
    ask: whole,
  },
  {
    capability: 'inlayHintProvider',
    methods: ['textDocument/inlayHint', 'inlayHint/resolve', 'workspace/inlayHint/refresh'],
    does: 'The chapter’s date behind an undated event, life dates behind a first mention.',
    tests: ['inlay-hints'],
    ask: ({ uri, range }) => ({ textDocument: { uri }, range }),
  },
  {
    capability: 'codeLensProvider',
    methods: ['textDocument/codeLens', 'codeLens/resolve', 'workspace/codeLens/refresh'],
    does: 'How much of the chapter’s timeline the notes have; sort and complete a timeline; where a pack’s fact is mentioned.',
    tests: ['code-lenses', 'pack-features'],
    ask: whole,
  },
  {
    capability: 'executeCommandProvider',
    methods: ['workspace/executeCommand', 'workspace/applyEdit'],
    does: 'What the code lenses do.',
    tests: ['code-lenses'],
  },
  {
    capability: 'documentFormattingProvider',
    methods: ['textDocument/formatting'],
    does: 'Aligns and sorts timelines, and writes dates in one style, as the settings say.',
    tests: ['formatting'],
    ask: (asked) => ({ ...whole(asked), options }),
  },
  {
    capability: 'documentRangeFormattingProvider',
    methods: ['textDocument/rangeFormatting'],
    does: 'The same in a selection.',
    tests: ['formatting'],
    ask: ({ uri, range }) => ({ textDocument: { uri }, range, options }),
  },
  {
    capability: 'documentOnTypeFormattingProvider',
    methods: ['textDocument/onTypeFormatting'],
    does: 'Enter goes on with a list, and aligns the line that was written in a timeline whose lines are.',
    tests: ['formatting'],
    ask: (asked) => ({ ...here(asked), ch: '\n', options }),
  },
  {
    capability: 'inlineCompletionProvider',
    methods: ['textDocument/inlineCompletion'],
    does: 'The rest of a line that begins with the date of one event.',
    tests: ['inline-completion'],
    ask: (asked) => ({ ...here(asked), context: { triggerKind: 1 } }),
  },
  {
    capability: 'workspace.workspaceFolders',
    methods: ['workspace/didChangeWorkspaceFolders'],
    does: 'Packs and notes come and go with the folders.',
    tests: ['packs', 'workspaces'],
  },
  {
    capability: 'workspace.fileOperations',
    methods: ['workspace/willRenameFiles'],
    does: 'Links between notes keep leading to a file or folder that is renamed.',
    tests: ['rename-files'],
  },
  {
    capability: '-',
    methods: ['workspace/configuration', 'workspace/didChangeConfiguration'],
    does: 'Settings are fetched once, and again when they change.',
    tests: ['settings', 'workspaces'],
  },
  {
    capability: '-',
    methods: ['workspace/didChangeWatchedFiles'],
    does: 'Changed packs and notes are read again.',
    tests: ['packs', 'pull-diagnostics'],
  },
  {
    capability: '-',
    methods: ['$/cancelRequest'],
    does: 'A request that was cancelled, or whose document has changed since, ends with the error that says so.',
    tests: ['requests', 'pull-diagnostics'],
  },
];

/** Path by path, what a server announces: `workspace` one level deeper. */
export function announced(capabilities: object): string[] {
  return Object.entries(capabilities).flatMap(([key, value]) =>
    key === 'workspace' ? Object.keys(value as object).map((each) => `workspace.${each}`) : value ? [key] : [],
  );
}
