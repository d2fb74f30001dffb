/** The open notes: each read once a version, its findings published when it has come to rest, never for a version that has passed. */
import type { CancellationToken, Connection, Diagnostic, TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { brokenOffDiagnostic, findingDiagnostic, tooLongDiagnostic } from '../features/diagnostics';
import type { NoteNames } from '../features/note-names';
import { snapshotOf } from '../features/position-encoding';
import { parseNotes } from '../notes/index';
import type { Finding } from '../rules/finding';
import { contentModified, pause, requestCancelled, serverCancelled, stopWhereCancelled } from './cancellation';
import { CheckedDocument, type Found, MAX_CHARACTERS } from './check-document';
import type { Log } from './log';
import { mayLink, type NotesFiles } from './notes-files';
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
  /** Milliseconds of the round that it was read in. */
  readonly round: number;
}

/** So much longer than the first round is the longest, after which other messages have their turn. */
const LONGEST = 4;

/** What the client is told of one version of a document. */
export interface Report {
  /** Undefined where the document is not open. */
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a report is made of. */
interface Judged {
  readonly version: number;
  /** Null where the document is not served and nothing is said of it. */
  readonly diagnostics: readonly Diagnostic[] | null;
  /** What the diagnostics tell, of a document that is served. */
  readonly findings: readonly Finding[];
  readonly checked: CheckedDocument | null;
  /** There is more to be read or judged. */
  readonly goesOn: boolean;
  /** Some findings are withheld: they may be shown after so many milliseconds; 0 where none is. */
  readonly withheld: number;
}

export class NotesService {
  /** Grows with every change of packs or settings: what was read before is out of date. */
  private epoch = 0;
  private readonly known = new Map<string, Known>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly published = new Set<string>();
  private readonly typing = new Map<string, Typing>();
  private readonly statuses = new Map<string, string>();
  /** Documents whose last pulled report left something out that the writer was still typing. */
  private readonly withheld = new Set<string>();
  /** How many findings the client has been told of a document since it was opened, before all were known; from then on `all`. */
  private readonly told = new Map<string, number | 'all'>();
  /** A client that pulls has been told something: there is something to refresh. */
  private reported = false;
  private refreshing = false;
  /** Grows whenever a report may have become another. */
  changes = 0;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly session: Session,
    private readonly settings: SettingsStore,
    private readonly packs: PackService,
    private readonly files: NotesFiles,
    private readonly log: Log,
  ) {}

  /** The version of an open document. */
  version(uri: string): number | undefined {
    return this.documents.get(uri)?.version;
  }

  /**
   * The document as it stands now, read; null where there is none, or it is not served.
   * With a token, what came meanwhile has its say before the work begins: rejects where the request was cancelled or the document has changed.
   */
  async checked(uri: string, token?: CancellationToken): Promise<CheckedDocument | null> {
    const asked = this.version(uri);
    for (;;) {
      const checked = await this.readOn(uri, asked, token);
      if (!checked?.goesOn) return checked;
      await nextMessages();
    }
  }

  /** One round of reading, where the document has not been read whole. */
  private async readOn(uri: string, asked: number | undefined, token?: CancellationToken): Promise<CheckedDocument | null> {
    await this.packs.ready();
    const settings = await this.settings.for(uri);
    let document = this.documents.get(uri);
    if (token && document && !this.isRead(document)) await nextMessages();
    const linked = document && !this.isRead(document) ? await this.files.linkedFrom(document) : undefined;
    document = this.documents.get(uri);
    if (token) {
      stopWhereCancelled(token);
      if (document && document.version !== asked) throw contentModified();
    }
    if (!document) return null;
    if (!this.isRead(document)) this.known.set(uri, this.nextRound(document, settings, linked));
    return this.known.get(uri)!.checked;
  }

  private nextRound(document: TextDocument, settings: Settings, linked: NoteNames | undefined): Known {
    const { uri, version } = document;
    const before = this.known.get(uri);
    const begun = this.upToDate(document);
    const { goesOn = true } = before?.checked ?? {};
    // Of a document that is known, most is taken over. A paragraph that is too long for one round needs a longer one.
    const { firstRound } = this.session;
    const longest = LONGEST * firstRound;
    const round = begun ? 2 * begun.round : goesOn ? firstRound : longest;
    const checked = this.read(document, settings, linked, before?.checked ?? undefined, round / 2);
    const isFurther = checked?.reading.brokenOffAt !== begun?.checked?.reading.brokenOffAt;
    return { version, epoch: this.epoch, checked, round: isFurther ? Math.min(round, longest / 2) : round };
  }

  private isRead(document: TextDocument): boolean {
    const known = this.upToDate(document);
    return known !== undefined && !known.checked?.goesOn;
  }

  private upToDate({ uri, version }: TextDocument): Known | undefined {
    const known = this.known.get(uri);
    return known && known.version === version && known.epoch === this.epoch ? known : undefined;
  }

  /**
   * What a client that pulls is shown of a document, once it has come to rest. What is withheld is announced by a refresh when its time has come.
   * Rejects where the request was cancelled, or a newer version makes it void.
   */
  async report(uri: string, token: CancellationToken): Promise<Report> {
    await this.packs.ready();
    const asked = this.version(uri);
    const rest = this.typing.get(uri)?.remaining(this.session.debounce) ?? 0;
    await pause(rest, token);
    if (this.version(uri) !== asked) throw serverCancelled();
    const judged = await this.judge(uri, ({ goesOn, findings }) => !goesOn || this.isNews(uri, findings));
    stopWhereCancelled(token);
    if (judged === 'changed') throw serverCancelled();
    this.reported = true;
    if (!judged) return { version: undefined, diagnostics: [] };
    this.tell(uri, judged);
    const { version, diagnostics, goesOn, withheld } = judged;
    if (withheld > 0) this.withheld.add(uri);
    else this.withheld.delete(uri);
    if (goesOn || withheld > 0) this.schedule(uri, goesOn ? 0 : withheld);
    return { version, diagnostics: diagnostics ?? [] };
  }

  /** The reports of all open documents as they stand, for a client that pulls those of the whole workspace: it shows of an open one only what it pulls of it alone. */
  async *reports(token: CancellationToken): AsyncGenerator<Report & { readonly uri: string }> {
    await this.packs.ready();
    for (const { uri } of this.documents.all()) {
      stopWhereCancelled(token);
      const judged = await this.judge(uri, ({ goesOn }) => !goesOn);
      // One that is being changed will be said to have changed when it rests.
      if (judged && judged !== 'changed') yield { uri, version: judged.version, diagnostics: judged.diagnostics ?? [] };
    }
  }

  /** Resolves when a report may have become another; rejects where the request is cancelled. */
  async nextChange(token: CancellationToken): Promise<void> {
    stopWhereCancelled(token);
    return new Promise((resolve, reject) => {
      const end = () => {
        this.listeners.delete(changed);
        cancelling.dispose();
      };
      const changed = () => {
        end();
        resolve();
      };
      const cancelling = token.onCancellationRequested(() => {
        end();
        reject(requestCancelled());
      });
      this.listeners.add(changed);
    });
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
    this.refresh();
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
    this.withheld.delete(uri);
    this.told.delete(uri);
    this.settings.forget(uri);
    this.clear(uri);
    this.changed();
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.reported = false;
  }

  /**
   * Reads a document, open or not; null where it is not served. Without the notes that its links can lead to, no link is held to lead nowhere.
   * `before` is the same document as read before, where it was; `round` says for how many milliseconds it may be read.
   */
  read(
    document: TextDocument,
    settings: Settings,
    linked: NoteNames | undefined,
    before?: CheckedDocument,
    round?: number,
  ): CheckedDocument | null {
    if (document.getText().length > MAX_CHARACTERS) return null;
    if (!isNotesFile(document) && !mayHaveFrontMatter(document)) return null;
    try {
      const notes = parseNotes(document.getText(), before?.reading.notes);
      if (!isNotesFile(document) && !notes.frontMatter?.keys.some(({ name }) => name === 'chapter')) return null;
      // The document object changes with the next keystroke; what was read belongs to this version.
      const snapshot = snapshotOf(document);
      const { rules, ownNames, defaultChapter, dayMonthOrder, timeLimit } = settings;
      return new CheckedDocument(
        snapshot,
        this.packs.library,
        {
          rules,
          ownNames,
          dayMonthOrder,
          defaultChapters: defaultChapter ? [defaultChapter] : [],
          knownNotes: (name) => !linked || linked.find(document.uri, name) !== null,
          timeLimit: timeLimit * 1000,
          ...(round === undefined ? {} : { round }),
          onError: this.log.error,
        },
        notes,
        before,
      );
    } catch (error) {
      this.log.error('reading notes', error);
      return null;
    }
  }

  /**
   * The document has come to rest: it is read and judged for a round, and its findings are pushed to a client that does not pull them, or what was
   * withheld from one that does is announced. Of a document just opened they are shown as they are found.
   */
  private async publish(uri: string): Promise<void> {
    const judged = await this.judge(uri);
    // Closed, changed or out of date meanwhile: whoever changed it has asked for another check.
    if (!judged || judged === 'changed') return;
    const { version, diagnostics, findings, checked, goesOn, withheld } = judged;
    this.tellStatus(uri, checked);
    if (goesOn) this.schedule(uri, 0);
    if (goesOn && !this.isNews(uri, findings)) return;
    this.changed();
    if (this.session.pullsDiagnostics) {
      if (!this.withheld.has(uri) && typeof this.told.get(uri) !== 'number') return;
      if (!goesOn && withheld > 0) return this.schedule(uri, withheld);
      this.withheld.delete(uri);
      this.told.set(uri, goesOn ? findings.length : 'all');
      return this.refresh();
    }
    this.tell(uri, judged);
    if (diagnostics) this.send(uri, version, diagnostics);
    else this.clear(uri);
    if (!goesOn && withheld > 0) this.schedule(uri, withheld);
  }

  /** Whether so far more is found than the client was told of a document that it has opened. What it was once told whole it is told whole again, so that nothing flickers. */
  private isNews(uri: string, findings: readonly Finding[]): boolean {
    // Of a part nothing may be said that cannot be followed by the rest.
    if (this.session.pullsDiagnostics && !this.session.refreshesDiagnostics) return false;
    const told = this.told.get(uri) ?? 0;
    return told !== 'all' && findings.length > told;
  }

  /** The client is told this. */
  private tell(uri: string, { findings, goesOn }: Judged): void {
    this.typingIn(uri).show(findings);
    this.told.set(uri, goesOn ? findings.length : 'all');
  }

  /**
   * What is to be said of an open document as it stands, when it has been read and judged for a round, and for others until it is enough;
   * undefined where there is none.
   */
  private async judge(uri: string, isEnough: (judged: Judged) => boolean = () => true): Promise<Judged | 'changed' | undefined> {
    const { epoch } = this;
    const version = this.version(uri);
    for (;;) {
      const checked = await this.readOn(uri, version);
      const { typingPause } = await this.settings.for(uri);
      const document = this.documents.get(uri);
      if (!document) return undefined;
      if (document.version !== version || epoch !== this.epoch) return 'changed';
      const judged = checked ? this.judgeRead(checked, typingPause) : this.notServed(document);
      if (isEnough(judged)) return judged;
      await nextMessages();
    }
  }

  private notServed(document: TextDocument): Judged {
    const { length } = document.getText();
    const isTooLong = length > MAX_CHARACTERS && isNotesFile(document);
    const diagnostics = isTooLong ? [tooLongDiagnostic(length, MAX_CHARACTERS, this.session.language)] : null;
    return { version: document.version, checked: null, findings: [], goesOn: false, withheld: 0, diagnostics };
  }

  private judgeRead(checked: CheckedDocument, typingPause: number): Judged {
    const { uri, version } = checked.document;
    const { findings: all, isAll } = checked.judge(this.known.get(uri)!.round / 2);
    const typing = this.typingIn(uri);
    // A client that cannot be told to pull again must be told all at once.
    const remaining = this.session.pullsDiagnostics && !this.session.refreshesDiagnostics ? 0 : typing.remaining(typingPause);
    const findings = remaining > 0 ? typing.showable(all, checked.document.getText()) : all;
    return {
      version,
      checked,
      findings,
      goesOn: !isAll,
      diagnostics: this.diagnostics(checked, { findings, isAll }),
      withheld: findings.length < all.length ? remaining : 0,
    };
  }

  /** The findings as diagnostics; first, where it is so, that the checking broke off. */
  diagnostics(checked: CheckedDocument, { findings, isAll }: Found = checked.judge()): Diagnostic[] {
    const { diagnostics, language } = this.session;
    const brokenOffAt = isAll ? checked.brokenOffAt : undefined;
    return [
      ...(brokenOffAt === undefined ? [] : [brokenOffDiagnostic(checked.document.positionAt(brokenOffAt).line, language)]),
      ...findings.map((finding) => findingDiagnostic(finding, checked.document, diagnostics, language)),
    ];
  }

  /** Files have changed that are not open; with `names` there are other notes than before, to which links may lead. */
  filesChanged(names: boolean): void {
    this.changed();
    const linking = names ? this.documents.all().filter((each) => this.known.has(each.uri) && mayLink(each)) : [];
    for (const { uri } of linking) {
      this.known.delete(uri);
      this.schedule(uri, 0);
    }
    if (linking.length > 0) this.refresh();
  }

  private changed(): void {
    this.changes++;
    for (const listener of [...this.listeners]) listener();
  }

  /** Asks a client that pulls to pull again; of several calls at once one counts. */
  private refresh(): void {
    this.changed();
    if (!this.reported || !this.session.refreshesDiagnostics || this.refreshing) return;
    this.refreshing = true;
    setTimeout(() => {
      this.refreshing = false;
      if (!this.reported) return;
      this.connection.languages.diagnostics.refresh().catch((error) => this.log.error('asking for a refresh', error));
    }, 0);
  }

  private typingIn(uri: string): Typing {
    let typing = this.typing.get(uri);
    if (!typing) {
      typing = new Typing();
      this.typing.set(uri, typing);
    }
    return typing;
  }

  private send(uri: string, version: number, diagnostics: readonly Diagnostic[]): void {
    this.published.add(uri);
    void this.connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
  }

  private clear(uri: string): void {
    if (this.published.delete(uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private tellStatus(uri: string, checked: CheckedDocument | null): void {
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

/** Lets the messages that have arrived be handled first: a change or a cancellation among them makes work needless. */
const nextMessages = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Notes by name or language; Markdown is served only where its front matter says so. */
function isNotesFile({ languageId, uri }: TextDocument): boolean {
  return languageId === 'history-notes' || /\.hnotes$/i.test(uri);
}

function mayHaveFrontMatter(document: TextDocument): boolean {
  const start = document.getText({ start: { line: 0, character: 0 }, end: { line: 0, character: 10 } });
  return document.languageId === 'markdown' && /^\ufeff?---[ \t]*$/.test(start.replace(/[\r\n]+$/, ''));
}
