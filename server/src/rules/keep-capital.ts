/** Repairs keep the capital that a sentence begins with. */
import type { Finding, RuleCode, TextEdit } from './finding';

/** The rules whose repairs are dates, times and counts; those of the others are names, which keep their own letters. */
const IN_WORDS: ReadonlySet<RuleCode> = new Set([
  'event-date',
  'impossible-date',
  'reversed-range',
  'life-dates',
  'office-dates',
  'event-order',
]);

/** More of a line than this need not be looked at to know that a sentence begins. */
const REACH = 40;

/** The finding with each repair beginning as the text that it replaces: "Two years after" at a sentence's start becomes "Four months after". */
export function keepCapital(text: string, finding: Finding): Finding {
  if (!IN_WORDS.has(finding.code)) return finding;
  if (!finding.fixes.some(({ edits }) => edits.some((edit) => losesCapital(text, edit)))) return finding;
  const fixes = finding.fixes.map((fix) => {
    let { title } = fix;
    const edits = fix.edits.map((edit) => {
      if (!losesCapital(text, edit)) return edit;
      const newText = edit.newText[0]!.toUpperCase() + edit.newText.slice(1);
      if (title.endsWith(edit.newText)) title = title.slice(0, -newText.length) + newText;
      return { ...edit, newText };
    });
    return { ...fix, title, edits };
  });
  return { ...finding, fixes };
}

function losesCapital(text: string, { start, end, newText }: TextEdit): boolean {
  // A word, not an abbreviation such as "c. 1880".
  if (!/^\p{Ll}\p{L}*(?![\p{L}.])/u.test(newText) || !/^\p{Lu}/u.test(text.slice(start, end))) return false;
  // A month has its capital everywhere, so that the letter alone does not tell.
  return beginsSentence(text, start);
}

function beginsSentence(text: string, offset: number): boolean {
  const from = Math.max(0, offset - REACH);
  const before = `${from === 0 ? '\n\n' : ''}${text.slice(from, offset)}`.replace(/\r\n?/g, '\n').replace(OPENING, '');
  return SENTENCE_END.test(before) || LINE_MARK.test(before) || PARAGRAPH.test(before);
}

const OPENING = /[*_"'“‘«([]+$/;
/** A colon too: where a capital follows it, the writer begins anew. */
const SENTENCE_END = /[.!?…:][*_"'”’»)\]]*\s+$/;
const LINE_MARK = /\n[ \t>]*(?:[-+*]|#{1,6}|\d{1,9}[.)])[ \t]+$/;
/** After an empty line or a fence; a line broken within a sentence begins none. */
const PARAGRAPH = /\n(?:---)?[ \t>]*\n[ \t>]*$/;
