/** The texts that are read: the repository's own essays, joined in other orders until a text is long enough; or the user's. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unmark } from '../essays/unmark.mjs';
import { seeded } from './random';

export interface Text {
  readonly name: string;
  readonly text: string;
}

export const CHAPTER = 'stalins-rise';

const WORD = /[\p{L}\p{M}\p{N}'’-]+/gu;

/** A bare pass over a text that finds its words and does nothing with them: the least that any checker of prose must do. */
export function countWords(text: string): number {
  let count = 0;
  WORD.lastIndex = 0;
  while (WORD.test(text)) count++;
  return count;
}

/** The essays on the shipped chapter, mistakes and all, without their front matter. */
export function readEssays(): Text[] {
  const folder = join('test/essays', CHAPTER);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.marked'))
    .sort()
    .map((name) => ({ name: basename(name, '.marked'), text: withoutFrontMatter(unmark(readFileSync(join(folder, name), 'utf8')).text) }));
}

/** The essays' paragraphs, each as a text. */
export function paragraphsOf(essays: readonly Text[]): Text[] {
  return essays.flatMap(({ name, text }) => text.split(/\n{2,}/).map((paragraph) => ({ name, text: paragraph })));
}

/** One document on the shipped chapter, of at most so many characters: the texts in an order that `seed` decides, then in other orders, the last one cut at the end of a line. */
export function joined(texts: readonly Text[], length: number, seed = length): string {
  const random = seeded(seed);
  const rest: string[] = [];
  let text = `---\nchapter: ${CHAPTER}\n---\n`;
  while (text.length < length) {
    if (rest.length === 0) rest.push(...texts.map((each) => each.text));
    text += `\n${rest.splice(random.below(rest.length), 1)[0]}\n`;
  }
  if (text.length > length) text = text.slice(0, length);
  const end = text.lastIndexOf('\n');
  return end > length / 2 ? text.slice(0, end + 1) : text;
}

/** A text of the user's; JSON is a list of objects with a `text`. */
export function readText(path: string): Text {
  const content = readFileSync(path, 'utf8');
  const text = path.endsWith('.json') ? (JSON.parse(content) as { text: string }[]).map((each) => each.text).join('\n\n') : content;
  return { name: basename(path), text };
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '').trim();
}
