#!/usr/bin/env node
// unmark.mjs FOLDER OUT
//
// Reads every FOLDER/*.marked, a document in which planted errors stand as ⟦family¦as written¦correct / or correct⟧, and writes
// OUT/NAME.hnotes, the document as a student would have it, and OUT/NAME.gold.json: {errors: [{family, text, correct, range}], traps: []}.
// Ranges are 0-based lines and UTF-16 characters, as in LSP. Exit 2 when a mark is broken.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const FAMILIES = new Set([
  'date-event',
  'date-impossible',
  'date-range',
  'date-life',
  'date-office',
  'date-order',
  'name-misspelt',
  'name-unknown',
  'name-wrong-person',
  'name-member',
  'source-wrong',
]);

/**
 * Takes the marks out of a document.
 *
 * @param {string} source the document with its marks
 * @returns {{text: string, errors: {family: string, text: string, correct: string[], start: number, end: number}[]}}
 *   the plain document and its planted errors in order; `start` and `end` are UTF-16 offsets into `text`
 * @throws {Error} when a mark has not three parts, names no known family, or is not closed
 */
export function unmark(source) {
  const errors = [];
  let text = '';
  let last = 0;
  for (const match of source.matchAll(/⟦([^⟦⟧]*)⟧/gu)) {
    const parts = match[1].split('¦');
    if (parts.length !== 3 || !FAMILIES.has(parts[0])) throw new Error(`not a mark: ${match[0]}`);
    const [family, written, correct] = parts;
    text += source.slice(last, match.index);
    errors.push({ family, text: written, correct: correct.split(' / '), start: text.length, end: text.length + written.length });
    text += written;
    last = match.index + match[0].length;
  }
  text += source.slice(last);
  const stray = /[⟦⟧¦]/u.exec(text);
  if (stray) throw new Error(`a mark is not closed: ${text.slice(stray.index, stray.index + 40)}`);
  return { text, errors };
}

/** The LSP position (0-based line and UTF-16 character) of an offset. */
function positionAt(text, offset) {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}

function main([folder, out]) {
  if (!folder || !out) throw new Error('usage: unmark.mjs FOLDER OUT');
  mkdirSync(out, { recursive: true });
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.marked'))
    .sort()) {
    const name = basename(file, '.marked');
    const { text, errors } = unmark(readFileSync(join(folder, file), 'utf8'));
    const gold = {
      errors: errors.map(({ family, text: written, correct, start, end }) => ({
        family,
        text: written,
        correct,
        range: { start: positionAt(text, start), end: positionAt(text, end) },
      })),
      traps: [],
    };
    writeFileSync(join(out, `${name}.hnotes`), text);
    writeFileSync(join(out, `${name}.gold.json`), `${JSON.stringify(gold, null, 1)}\n`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
