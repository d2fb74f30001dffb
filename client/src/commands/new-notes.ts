import { l10n, Position, type QuickPickItem, Selection, window, workspace } from 'vscode';
import type { ChapterInfo } from '../protocol';

/** What another command or a test may choose beforehand. */
export interface NewNotesChoice {
  /** A chapter's id. */
  readonly chapter?: string;
  /** A key question's id, or an empty string for none. */
  readonly question?: string;
}

/** Opens a new, unsaved notes file for a chapter, about one of its key questions or none. */
export async function newNotes(chapters: readonly ChapterInfo[], choice: NewNotesChoice = {}): Promise<void> {
  if (chapters.length === 0) {
    window.showWarningMessage(l10n.t('No chapter is at hand: no content pack could be read.'));
    return;
  }
  const chapter = chapters.find((each) => each.id === choice.chapter) ?? (await chooseChapter(chapters));
  if (!chapter) return;
  const question = await chooseQuestion(chapter, choice.question);
  if (question === undefined) return;
  const content = frontMatter(chapter, question) + (question === '' ? '\n' : `\n# ${question}\n\n`);
  const editor = await window.showTextDocument(await workspace.openTextDocument({ language: 'history-notes', content }));
  const end = new Position(editor.document.lineCount - 1, 0);
  editor.selection = new Selection(end, end);
}

async function chooseChapter(chapters: readonly ChapterInfo[]): Promise<ChapterInfo | undefined> {
  const items = chapters.map((chapter) => ({
    label: chapter.title,
    description: chapter.id,
    ...(chapter.book ? { detail: chapter.book } : {}),
    chapter,
  }));
  const title = l10n.t('New Notes: which chapter?');
  return (await window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))?.chapter;
}

/** The wording of the question; an empty string for none; undefined where the user turned away. */
async function chooseQuestion(chapter: ChapterInfo, id: string | undefined): Promise<string | undefined> {
  if (id === '' || chapter.keyQuestions.length === 0) return '';
  const chosen = chapter.keyQuestions.find((each) => each.id === id);
  if (chosen) return chosen.question;
  const questions: (QuickPickItem & { question: string })[] = chapter.keyQuestions.map(({ question }) => ({ label: question, question }));
  const none = { label: l10n.t('Without a question'), question: '' };
  return (await window.showQuickPick([...questions, none], { title: l10n.t('New Notes: about which key question?') }))?.question;
}

function frontMatter(chapter: ChapterInfo, question: string): string {
  // A JSON string is a YAML string, whatever stands in it.
  const lines = ['---', `chapter: ${chapter.id}`, `title: ${JSON.stringify(chapter.title)}`];
  if (question !== '') lines.push(`question: ${JSON.stringify(question)}`);
  return `${[...lines, '---'].join('\n')}\n`;
}
