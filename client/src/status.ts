/** The status bar's entry for the notes at hand: the chapter that they are checked against. */
import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages, type TextEditor, window } from 'vscode';
import type { Status } from './protocol';
import { spoken } from './spoken';

export class ChapterStatus implements Disposable {
  /** By document URI. */
  readonly #statuses = new Map<string, Status>();
  readonly #watch = window.onDidChangeActiveTextEditor((editor) => this.#show(editor));
  #item: LanguageStatusItem | undefined;

  update(status: Status): void {
    if (status.served) this.#statuses.set(status.uri, status);
    else this.#statuses.delete(status.uri);
    this.#show(window.activeTextEditor);
  }

  /** Forgets a closed document. */
  forget(uri: string): void {
    this.#statuses.delete(uri);
  }

  dispose(): void {
    this.#watch.dispose();
    this.#item?.dispose();
  }

  #show(editor: TextEditor | undefined): void {
    const status = editor && this.#statuses.get(editor.document.uri.toString());
    if (!status) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#item ??= languages.createLanguageStatusItem('historyNotes.chapter', [{ language: 'history-notes' }, { language: 'markdown' }]);
    const { text, detail, severity } = describe(status);
    this.#item.name = l10n.t('History Notes: chapter');
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.severity = severity;
    this.#item.accessibilityInformation = { label: spoken(text, detail) };
    this.#item.command = { title: l10n.t('New Notes'), command: 'historyNotes.newNotes' };
  }
}

function describe({ chapters, missing }: Status): { text: string; detail: string; severity: LanguageStatusSeverity } {
  const titles = chapters.map((chapter) => chapter.title).join(' · ');
  if (missing.length > 0) {
    const detail = l10n.t('No pack has the chapter {0}', missing.join(', '));
    return { text: `$(warning) ${titles || l10n.t('Unknown chapter')}`, detail, severity: LanguageStatusSeverity.Warning };
  }
  if (titles === '') {
    const detail = l10n.t('Name one in the front matter, “chapter: …”, to have dates and names checked');
    return { text: `$(book) ${l10n.t('No chapter')}`, detail, severity: LanguageStatusSeverity.Information };
  }
  return {
    text: `$(book) ${titles}`,
    detail: l10n.t('These notes are checked against this chapter'),
    severity: LanguageStatusSeverity.Information,
  };
}
