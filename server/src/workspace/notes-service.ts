/** The open notes: each read once a version, its findings published when it has come to rest, never for a version that has passed. */
import type { Connection, TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findingDiagnostic, tooLongDiagnostic } from '../features/diagnostics';
import { parseNotes } from '../notes/index';
import { CheckedDocument, MAX_CHARACTERS } from './check-document';
import type { Log } from './log';
import type { PackService } from './pack-service';
import { type StatusParams, statusNotification } from './protocol';
import type { Session } from './session';
import type { Settings } from './settings';
import type { SettingsStore } from './settings-store';
import { Typing } from './typing';

/** One version of a document, read against one state of packs and settings. */
interface Known {
  readonly version: number;
  readonly epoch: number;
  /** Null for a document that is not served. */
  readonly checked: CheckedDocument | null;
}

export class NotesService {
  /** Grows with every change of packs or settings: what was read before is out of date. */
  private epoch = 0;
  private readonly known = new Map<string, Known>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly published = new Set<string>();
  private readonly typing = new Map<string, Typing>();
  private readonly statuses = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly session: Session,
    private readonly settings: SettingsStore,
    private readonly packs: PackService,
    private readonly log: Log,
  ) {}

  /** The document as it stands now, read; null where there is none, or it is not served. */
  async checked(uri: string): Promise<CheckedDocument | null> {
    await this.packs.ready();
    const settings = await this.settings.for(uri);
    const document = this.documents.get(uri);
    if (!document) return null;
    const known = this.known.get(uri);
    if (known && known.version === document.version && known.epoch === this.epoch) return known.checked;
    const checked = this.read(document, settings);
    this.known.set(uri, { version: document.version, epoch: this.epoch, checked });
    return checked;
  }

  /** The document has changed: it is checked after `delay` milliseconds, unless it changes again before. A document just opened is checked at once. */
  schedule(uri: string, delay = this.known.has(uri) ? this.session.debounce : 0): void {
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(() => {
        this.timers.delete(uri);
        this.publish(uri).catch((error) => this.log.error('publishing', error));
      }, delay),
    );
  }

  /** Applies the client's changes; what they leave wrong at the writer's own place is withheld until the writer goes on or pauses. */
  edit(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    return this.typingIn(document.uri).apply(document, changes, version);
  }

  /** The document was saved: what is known of it is published at once. */
  saved(uri: string): void {
    this.typing.get(uri)?.settle();
    // Without a timer nothing is due, and nothing was withheld.
    if (this.timers.has(uri)) this.schedule(uri, 0);
  }

  /** Packs or settings have changed: every open document is checked again; where only some chapters have, those that use them. */
  invalidate(changed?: ReadonlySet<string>): void {
    if (!changed) this.epoch++;
    for (const { uri } of this.documents.all()) {
      const checked = this.known.get(uri)?.checked;
      if (changed && !checked?.chapterIds.some((id) => changed.has(id))) continue;
      if (changed) this.known.delete(uri);
      this.schedule(uri, 0);
    }
  }

  close(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.known.delete(uri);
    this.typing.delete(uri);
    this.statuses.delete(uri);
    this.settings.forget(uri);
    this.clear(uri);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  /** Reads a document, open or not; null where it is not served. */
  read(document: TextDocument, settings: Settings): CheckedDocument | null {
    if (document.getText().length > MAX_CHARACTERS) return null;
    if (!isNotesFile(document) && !mayHaveFrontMatter(document)) return null;
    try {
      const notes = parseNotes(document.getText());
      if (!isNotesFile(document) && !notes.frontMatter?.keys.some(({ name }) => name === 'chapter')) return null;
      // The document object changes with the next keystroke; what was read belongs to this version.
      const snapshot = TextDocument.create(document.uri, document.languageId, document.version, document.getText());
      const { rules, ownNames, defaultChapter, dayMonthOrder } = settings;
      return new CheckedDocument(
        snapshot,
        this.packs.library,
        { rules, ownNames, dayMonthOrder, defaultChapters: defaultChapter ? [defaultChapter] : [], onError: this.log.error },
        notes,
      );
    } catch (error) {
      this.log.error('reading notes', error);
      return null;
    }
  }

  private async publish(uri: string): Promise<void> {
    const { epoch } = this;
    const version = this.documents.get(uri)?.version;
    const checked = await this.checked(uri);
    const { typingPause } = await this.settings.for(uri);
    const document = this.documents.get(uri);
    // Closed, changed or out of date meanwhile: whoever changed it has asked for another check.
    if (!document || document.version !== version || epoch !== this.epoch) return;
    this.tellStatus(document, checked);
    if (!checked) {
      const length = document.getText().length;
      if (length > MAX_CHARACTERS && isNotesFile(document)) this.send(uri, version, [tooLongDiagnostic(length, MAX_CHARACTERS)]);
      else this.clear(uri);
      return;
    }
    const typing = this.typingIn(uri);
    const remaining = typing.remaining(typingPause);
    const findings = remaining > 0 ? typing.showable(checked.findings, checked.document.getText()) : checked.findings;
    typing.show(findings);
    this.send(
      uri,
      version,
      findings.map((finding) => findingDiagnostic(finding, checked.document, this.session.diagnostics)),
    );
    if (findings.length < checked.findings.length) this.schedule(uri, remaining);
  }

  private typingIn(uri: string): Typing {
    let typing = this.typing.get(uri);
    if (!typing) {
      typing = new Typing();
      this.typing.set(uri, typing);
    }
    return typing;
  }

  private send(uri: string, version: number, diagnostics: Parameters<Connection['sendDiagnostics']>[0]['diagnostics']): void {
    this.published.add(uri);
    void this.connection.sendDiagnostics({ uri, version, diagnostics });
  }

  private clear(uri: string): void {
    if (this.published.delete(uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private tellStatus({ uri }: TextDocument, checked: CheckedDocument | null): void {
    if (!this.session.status) return;
    const ids = checked?.chapterIds ?? [];
    const { chapters } = this.packs.library;
    const status: StatusParams = {
      uri,
      served: checked !== null,
      chapters: ids.flatMap((id) => {
        const chapter = chapters.get(id);
        return chapter ? [{ id, title: chapter.title }] : [];
      }),
      missing: ids.filter((id) => !chapters.has(id)),
    };
    const text = JSON.stringify(status);
    const before = this.statuses.get(uri);
    // Of a document that was never served nothing is said.
    if (before === text || (before === undefined && !status.served)) return;
    this.statuses.set(uri, text);
    void this.connection.sendNotification(statusNotification, status);
  }
}

/** Notes by name or language; Markdown is served only where its front matter says so. */
function isNotesFile({ languageId, uri }: TextDocument): boolean {
  return languageId === 'history-notes' || /\.hnotes$/i.test(uri);
}

function mayHaveFrontMatter(document: TextDocument): boolean {
  const start = document.getText({ start: { line: 0, character: 0 }, end: { line: 0, character: 10 } });
  return document.languageId === 'markdown' && /^\ufeff?---[ \t]*$/.test(start.replace(/[\r\n]+$/, ''));
}
