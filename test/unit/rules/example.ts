/** Runs a rule's examples: texts in which `⟦…⟧` marks what is flagged. */
import type { Chapter } from '../../../server/src/chapter/index';
import { parseNotes } from '../../../server/src/notes/index';
import { createKnowledge, readNotes } from '../../../server/src/reading/index';
import type { Knowledge } from '../../../server/src/reading/model';
import { check, type Finding } from '../../../server/src/rules/index';
import { loadFolder, packFolders } from '../packs/packs';

/** What a text without front matter of its own is judged against. */
const CHAPTER = 'stalins-rise';

const chapters = new Map<string, Chapter>(packFolders.map((folder) => loadFolder(folder).chapter!).map((chapter) => [chapter.id, chapter]));
const knowledges = new Map<string, Knowledge>();

function knowledgeOf(ids: readonly string[]): Knowledge {
  const key = ids.join();
  let knowledge = knowledges.get(key);
  if (!knowledge) {
    knowledge = createKnowledge(ids.flatMap((id) => chapters.get(id) ?? []));
    knowledges.set(key, knowledge);
  }
  return knowledge;
}

export interface Judgement {
  /** The text without marks. */
  readonly text: string;
  /** The text with `⟦…⟧` round what was flagged. */
  readonly flagged: string;
  readonly findings: readonly Finding[];
  /** The text after the first fix of every finding; findings without a fix change nothing. */
  readonly fixed: string;
}

export function judge(marked: string): Judgement {
  const text = marked.replace(/[⟦⟧]/g, '');
  const head = text.startsWith('---\n') ? '' : `---\nchapter: ${CHAPTER}\n---\n\n`;
  const notes = parseNotes(head + text);
  const knowledge = knowledgeOf(notes.frontMatter?.chapters.map(({ id }) => id) ?? []);
  const findings = check(readNotes(notes, knowledge), {
    availableChapters: [...chapters.keys()],
    onRuleError: (code, error) => {
      throw new Error(`${code} threw`, { cause: error });
    },
  });
  return { text, flagged: mark(notes.text, findings).slice(head.length), findings, fixed: fix(notes.text, findings).slice(head.length) };
}

function mark(text: string, findings: readonly Finding[]): string {
  return rewrite(
    text,
    findings.map(({ start, end }) => ({ start, end, newText: `⟦${text.slice(start, end)}⟧` })),
  );
}

function fix(text: string, findings: readonly Finding[]): string {
  return rewrite(
    text,
    findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
  );
}

function rewrite(text: string, edits: readonly { start: number; end: number; newText: string }[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, newText }) => all.slice(0, start) + newText + all.slice(end), text);
}
