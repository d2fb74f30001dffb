/** A workspace on disk with a pack, and what an editor asks about the pack's files. In texts `‸` marks the cursor. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  Location,
  MarkupContent,
  Position,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Doc, Editor, type EditorOptions, marked, vscodeCapabilities } from './editor';

/** A small sound pack; each test changes what it is about. */
export const FILES: Record<string, string> = {
  'chapter.yaml': `id: tulips
title: The Tulip Trade
period: 1634/1637
sections:
  - { id: rise, title: The rise, page: 3 }
  - { id: fall, title: The fall }
`,
  'people.yaml': `- id: anna
  name: Anna Berg
  names: [A. Berg]
  born: 1600
  died: 1640-05
  offices:
    - { title: master, of: guild, from: 1630, to: 1636 }
- id: karl
  name: Karl Smit
  relations:
    - { role: brother, of: anna }
`,
  'timeline.yaml': `- id: boom
  when: 1634/1637
  what: Prices rise in Haarlem
  name: Tulip Boom
- id: crash
  when: 1637-02-03
  what: The tulip market collapses in Haarlem
  name: Tulip Crash
  during: boom
  section: fall
`,
  'terms.yaml': `- id: guild
  name: Gardeners' Guild
  kind: body
  members: [anna, { person: karl, from: 1635 }]
`,
  'sources.yaml': `- id: goldgar2007
  authors: ["Goldgar, Anne"]
  year: 2007
  title: Tulipmania
`,
};

const capabilities = {
  ...vscodeCapabilities,
  textDocument: { ...vscodeCapabilities.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
};

export class PackWorkspace {
  editor!: Editor;
  readonly folder = mkdtempSync(join(tmpdir(), 'history-notes-'));

  constructor(files: Readonly<Record<string, string>> = FILES) {
    for (const [name, text] of Object.entries(files)) this.write(`packs/tulips/${name}`, text);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  async start(options: EditorOptions = {}): Promise<Editor> {
    this.editor = await Editor.start({ workspaceFolders: [pathToFileURL(this.folder).href], capabilities, ...options });
    return this.editor;
  }

  async stop(): Promise<void> {
    await this.editor?.stop();
    rmSync(this.folder, { recursive: true });
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  pack(name: string): string {
    return this.uri(`packs/tulips/${name}`);
  }

  /** How much had been published when a document was opened: a file opened again begins with the same version. */
  private readonly opened = new Map<Doc, number>();

  /** Opens a file of the pack, with another text than on disk where one is given. */
  async open(name: string, text: string = FILES[name]!): Promise<Doc> {
    const before = this.editor.publications.length;
    const doc = await this.editor.open(text, { uri: this.pack(name), languageId: 'yaml' });
    this.opened.set(doc, before);
    return doc;
  }

  /** What is published for the document's present version. */
  async diagnostics(doc: Doc): Promise<Diagnostic[]> {
    const from = this.opened.get(doc) ?? 0;
    const { diagnostics } = await this.editor.until('the diagnostics', () =>
      this.editor.publications.findLast(({ uri, version }, index) => index >= from && uri === doc.uri && version === doc.version),
    );
    return diagnostics;
  }

  /** Opens a file of the pack with a marked text. */
  async at(name: string, source: string): Promise<{ doc: Doc; position: Position }> {
    const { text, offset } = marked(source);
    const doc = await this.open(name, text);
    return { doc, position: doc.positionAt(offset) };
  }

  /** Each fault of the document's present version as `severity «place» message`. */
  async faults(doc: Doc): Promise<string[]> {
    return (await this.diagnostics(doc)).map((each) => fault(doc, each));
  }

  async hover(name: string, source: string): Promise<{ text: string; over: string } | null> {
    const { doc, position } = await this.at(name, source);
    const hover: Hover | null = await doc.hover(position);
    await doc.close();
    if (!hover) return null;
    return { text: (hover.contents as MarkupContent).value, over: textAt(doc, hover.range!) };
  }

  async complete(
    name: string,
    source: string,
    trigger?: string,
  ): Promise<{ labels: string[]; item(label: string): CompletionItem; choose(label: string): string }> {
    const { doc, position } = await this.at(name, source);
    const list: CompletionList | null = await doc.completion(position, trigger);
    await doc.close();
    const item = (label: string) => {
      const found = list?.items.find((each) => each.label === label);
      if (!found)
        throw new Error(
          `no completion «${label}» among ${list?.items.map((each) => each.label).join(', ')}; the server's log: ${this.editor.logs.join('\n')}`,
        );
      return found;
    };
    return { labels: list?.items.map(({ label }) => label) ?? [], item, choose: (label) => doc.withCompletion(item(label), list!) };
  }

  async definition(name: string, source: string): Promise<string | null> {
    const { doc, position } = await this.at(name, source);
    const location: Location | null = await this.request('textDocument/definition', doc, { position });
    await doc.close();
    return location && `${location.uri.split('/').at(-1)} ${location.range.start.line}:${location.range.start.character}`;
  }

  /** As `file line:character`, sorted. */
  async references(name: string, source: string, includeDeclaration = true): Promise<string[] | null> {
    const { doc, position } = await this.at(name, source);
    const locations: Location[] | null = await this.request('textDocument/references', doc, { position, context: { includeDeclaration } });
    await doc.close();
    return locations?.map(({ uri, range }) => `${uri.split('/').at(-1)} ${range.start.line}:${range.start.character}`).sort() ?? null;
  }

  request<T>(method: string, doc: Doc, params: object = {}): Promise<T> {
    return this.editor.connection.sendRequest(method, { textDocument: { uri: doc.uri }, ...params });
  }
}

export function fault(doc: Doc, { severity, range, message }: Diagnostic): string {
  return `${severity === 1 ? 'error' : 'warning'} «${textAt(doc, range)}» ${message}`;
}

export function textAt({ text }: Doc, range: { start: Position; end: Position }): string {
  return TextDocument.create('', '', 0, text).getText(range);
}

/** The texts of files after an edit, by the last part of their URIs. */
export function applied(edit: WorkspaceEdit, texts: Readonly<Record<string, string>>): Record<string, string> {
  const byUri = new Map(Object.entries(edit.changes ?? {}));
  for (const change of edit.documentChanges ?? []) if ('edits' in change) byUri.set(change.textDocument.uri, change.edits as never);
  return Object.fromEntries(
    [...byUri].map(([uri, edits]) => {
      const name = uri.split('/').at(-1)!;
      return [name, TextDocument.applyEdits(TextDocument.create(uri, '', 0, texts[name]!), edits)];
    }),
  );
}
