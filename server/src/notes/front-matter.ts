/** The YAML between `---` fences at the top of a file. */

import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import { type Said, tell } from '../l10n/said';
import { frontMatterFaults } from './front-matter-faults';
import type { FrontMatter, TextRange } from './model';

/** YAML is parsed only up to this many characters; no front matter written by a person comes near. */
const MAX_LENGTH = 20_000;

const fence = /---[ \t]*(?:\r\n|\n|\r|$)/y;
const closingFence = /(?:^|\r\n|\n|\r)((?:---|\.\.\.)[ \t]*)(?=\r|\n|$)/g;

type Chapter = TextRange & { readonly id: string };
type Problem = TextRange & { readonly message: string; readonly said?: Said };

/** Front matter that begins at `from` (the text's start, or after a byte order mark); null where there is none or its closing fence is missing. */
export function readFrontMatter(text: string, from: number): FrontMatter | null {
  fence.lastIndex = from;
  const opening = fence.exec(text);
  if (!opening) return null;
  const start = from + opening[0].length;
  closingFence.lastIndex = Math.max(start - 1, from);
  // An empty front matter closes on the line after its opening: the break before the closing fence is the opening's own.
  const closing = closingFence.exec(text);
  if (!closing) return null;
  const end = closing.index + closing[0].length;
  const place = { start: from, end };
  const yaml = text.slice(start, Math.max(start, end - closing[1]!.length));
  if (yaml.length > MAX_LENGTH) {
    return {
      ...place,
      chapters: [],
      keys: [],
      problems: [{ ...place, end: start, ...tell('Front matter longer than {count} characters is not read.', { count: MAX_LENGTH }) }],
    };
  }
  try {
    return { ...place, ...readYaml(yaml, start) };
  } catch {
    // The parser recurses; nesting beyond its stack ends here.
    return {
      ...place,
      chapters: [],
      keys: [],
      problems: [{ ...place, ...tell('This front matter cannot be read: it has too many brackets within one another.') }],
    };
  }
}

function readYaml(yaml: string, offset: number): Omit<FrontMatter, 'start' | 'end'> {
  // A lone carriage return is a line break to editors, but not to YAML.
  const lines = yaml.replace(/\r(?!\n)/g, '\n');
  const document = parseDocument(lines, { prettyErrors: false, logLevel: 'silent' });
  const unreadable: Problem[] = frontMatterFaults(document.errors, lines).map((fault) => ({
    ...fault,
    start: offset + fault.start,
    end: offset + fault.end,
  }));
  const problems: Problem[] = [];
  const rangeOf = (node: Node): TextRange => {
    const [start = 0, end = start] = node.range ?? [];
    const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') && end - start >= 2 ? 1 : 0;
    return { start: offset + start + quoted, end: offset + end - quoted };
  };
  const keys: (TextRange & { name: string })[] = [];
  const chapters: Chapter[] = [];
  const texts: { title?: string; question?: string } = {};
  const contents = document.contents;
  const resolved = (node: unknown) => (isAlias(node) ? node.resolve(document) : node);

  const readChapter = (node: unknown) => {
    const value = resolved(node);
    if (isSeq(value)) {
      for (const item of value.items) {
        if (isScalar(resolved(item))) readChapter(item);
        else if (item) problems.push({ ...rangeOf(item as Node), ...tell('A chapter is named by its id.') });
      }
    } else if (isScalar(value)) {
      const id = scalarText(value);
      if (id !== '') chapters.push({ ...rangeOf(isAlias(node) ? node : value), id });
    } else if (value || node) {
      problems.push({ ...rangeOf(node as Node), ...tell('A chapter is named by its id, or several by a list of ids.') });
    }
  };

  if (isMap(contents)) {
    for (const { key, value } of contents.items) {
      if (!isScalar(key)) continue;
      const name = scalarText(key);
      keys.push({ ...rangeOf(key), name });
      if (name === 'chapter') readChapter(value);
      else if (name === 'title' || name === 'question') {
        const scalar = resolved(value);
        if (isScalar(scalar)) texts[name] = scalarText(scalar);
      }
    }
  } else if (contents && unreadable.length === 0 && !(isScalar(contents) && contents.value === null)) {
    problems.push({ ...rangeOf(contents as Node), ...tell('Front matter is a list of keys and values, such as "chapter: my-chapter".') });
  }
  // What stands in a line that cannot be read is not judged for its meaning as well.
  const readable = problems.filter((problem) => !unreadable.some(({ start, end }) => start < problem.end && problem.start < end));
  return { ...texts, chapters, keys, problems: [...unreadable, ...readable] };
}

/** As it is written, so that a chapter called 1917 or no keeps its name. */
function scalarText(scalar: Scalar): string {
  if (typeof scalar.value === 'string') return scalar.value;
  return scalar.source ?? (scalar.value === null ? '' : String(scalar.value));
}
