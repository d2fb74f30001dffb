import type { TextDocument } from 'vscode';

/** Lines of front matter looked at in a Markdown document. */
const longestFrontMatter = 100;

/** True for what the server reads: notes, and Markdown whose front matter names a chapter. */
export function isNotes(document: TextDocument): boolean {
  if (document.languageId === 'history-notes') return true;
  if (document.languageId !== 'markdown' || document.lineAt(0).text.trimEnd() !== '---') return false;
  const end = Math.min(document.lineCount, longestFrontMatter);
  for (let line = 1; line < end; line++) {
    const text = document.lineAt(line).text;
    if (/^(---|\.\.\.)\s*$/.test(text)) return false;
    if (/^chapter\s*:/.test(text)) return true;
  }
  return false;
}
