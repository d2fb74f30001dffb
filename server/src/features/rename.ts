/**
 * Rename: how a person or thing is written, or the id of a source or a chapter.
 *
 * A name is changed wherever notes mention the same fact with these words: renaming "Trotsky" changes "Leon Trotsky" and "Trotsky's" too, and no other
 * Trotsky; renaming "Leon Trotsky" leaves the bare surname alone. Other spellings of the name stay as they are. A mark goes on meaning whom it meant: where
 * the chapter does not know the new spelling, it becomes the words of the mark (`@[Trotsky|Leo]`).
 */

import type { AnyFact, Chapter } from '../chapter/model';
import { type Arg, type Said, say } from '../l10n/said';
import type { LinkMark, Mark, PersonMark, TextRange } from '../notes/model';
import type { Knowledge, Reading } from '../reading/model';
import type { TextEdit } from '../rules/finding';
import { chapterAt, factAt, factOfMark } from './fact-at';
import { factKey, factUses } from './fact-uses';
import { applyEdits } from './fix-all';

export type RenameTarget =
  | { readonly kind: 'name'; readonly range: TextRange; readonly fact: AnyFact; readonly text: string }
  | { readonly kind: 'source'; readonly range: TextRange; readonly fact: AnyFact; readonly text: string }
  | { readonly kind: 'chapter'; readonly range: TextRange; readonly chapter: Chapter; readonly text: string };

/** What can be renamed at the offset; null where nothing can: a pronoun, words that tell an event, a word of no fact. */
export function renameTarget(reading: Reading, offset: number): RenameTarget | null {
  const { text } = reading.notes;
  const named = chapterAt(reading, offset);
  if (named) return { kind: 'chapter', ...named, text: named.chapter.id };
  const found = factAt(reading, offset);
  if (!found || found.how === 'pronoun' || found.how === 'telling') return null;
  const { range, fact } = found;
  // The name that `|` hides says who is meant, not how it is written.
  const isWritten =
    found.how === 'citation' || factUses(reading).some(({ start, end, how }) => how === 'name' && start < range.end && range.start < end);
  if (!isWritten) return null;
  const words = text.slice(range.start, range.end);
  const isKey = fact.kind === 'source' && (found.how === 'citation' || words === fact.id);
  return { kind: isKey ? 'source' : 'name', range, fact, text: words };
}

const MOST_CHARACTERS = 200;

/** Why a name cannot be this, in one sentence; null where it can. */
export function nameFault(newName: string, fact: AnyFact, knowledge: Knowledge): Said | null {
  if (newName === '') return say('Write the new name.');
  if (newName.length > MOST_CHARACTERS) return say('A name has at most {limit} characters.', { limit: MOST_CHARACTERS });
  if (/[[\]|\r\n]/.test(newName)) return say('A name cannot have square brackets, bars or line breaks.');
  const other = knowledge.names.identify(newName);
  if (other && other.how !== 'misspelling' && other.fact.id !== fact.id)
    return say('“{name}” is already the name of {fact}.', { name: newName, fact: other.fact.name });
  return null;
}

/** Why an id cannot be this; `taken` says whose it already is. */
export function idFault(newId: string, taken: Arg | undefined): Said | null {
  if (newId === '') return say('Write the new id.');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(newId) || newId.length > 80 || newId in {})
    return say('An id is made of small letters, digits and single hyphens.');
  return taken === undefined ? null : say('The id “{id}” is already that of {other}.', { id: newId, other: taken });
}

/** The edits, by start, that write `newName` for the words `text` wherever these notes mention the fact with this key by them. */
export function nameEdits(reading: Reading, key: string, text: string, newName: string): TextEdit[] {
  const marks = marksByStart(reading);
  const edits: TextEdit[] = [];
  for (const use of factUses(reading)) {
    if (use.how !== 'name' || factKey(use.fact, reading.knowledge) !== key) continue;
    const mark = marks.find(({ start, end }) => start <= use.start && use.end <= end);
    if (mark && !mark.display) {
      const edit = markEdit(mark, use.fact, text, newName, reading);
      if (edit) edits.push(edit);
      continue;
    }
    for (const { start, end } of placesOf(text, reading.notes.text.slice(use.start, use.end)))
      edits.push({ start: use.start + start, end: use.start + end, newText: newName });
  }
  return edits;
}

/** A mark without words of its own: its name is its identity too. */
function markEdit(mark: PersonMark | LinkMark, fact: AnyFact, text: string, newName: string, { knowledge }: Reading): TextEdit | null {
  const written = applyEdits(
    mark.name,
    placesOf(text, mark.name).map((place) => ({ ...place, newText: newName })),
  );
  if (written === mark.name) return null;
  const match = knowledge.names.identify(written);
  const kept = match?.fact.id === fact.id && match.how !== 'misspelling' ? written : `${mark.name}|${written}`;
  const { start, end } = mark;
  if (mark.kind === 'link') return { start, end, newText: `[[${kept}]]` };
  const isBare = mark.nameRange.start === mark.start + 1 && /^[\p{L}\p{M}]+$/u.test(kept);
  return { start, end, newText: isBare ? `@${kept}` : `@[${kept}]` };
}

/** The edits that write `newId` for a source's key in citations and links. */
export function sourceIdEdits(reading: Reading, fact: AnyFact, newId: string): TextEdit[] {
  return reading.notes.blocks.flatMap(({ marks }) =>
    marks.flatMap((mark): TextEdit[] => {
      if (mark.kind === 'citation') return mark.key === fact.id ? [{ ...range(mark.keyRange), newText: newId }] : [];
      const isKey = mark.kind === 'link' && mark.name === fact.id && factOfMark(mark, reading.knowledge)?.id === fact.id;
      return isKey ? [{ ...range(mark.nameRange), newText: newId }] : [];
    }),
  );
}

/** The edits that write `newId` for a chapter's in front matter. */
export function chapterIdEdits({ notes }: Reading, id: string, newId: string): TextEdit[] {
  return (notes.frontMatter?.chapters ?? []).filter((each) => each.id === id).map((each) => ({ ...range(each), newText: newId }));
}

const range = ({ start, end }: TextRange): TextRange => ({ start, end });

function marksByStart({ notes }: Reading): (PersonMark | LinkMark)[] {
  const isNaming = (mark: Mark): mark is PersonMark | LinkMark => mark.kind === 'person' || mark.kind === 'link';
  return notes.blocks.flatMap(({ marks }) => marks.filter(isNaming));
}

const endsInWord = /[\p{L}\p{M}\p{N}]$/u;
const beginsInWord = /^[\p{L}\p{M}\p{N}]/u;
const whiteSpace = /\s/;

/** Where the words of `name` stand whole in the text, in their order, with any white space between them: a name may be broken over two lines. */
function placesOf(name: string, text: string): TextRange[] {
  const words = name.trim().split(/\s+/);
  const places: TextRange[] = [];
  for (let start = text.indexOf(words[0]!); start >= 0; start = text.indexOf(words[0]!, start + 1)) {
    const end = endOf(words, text, start);
    if (end <= start || endsInWord.test(text.slice(0, start)) || beginsInWord.test(text.slice(end))) continue;
    places.push({ start, end });
    start = end - 1;
  }
  return places;
}

/** Where the words end that begin at `start`; -1 where others stand there. */
function endOf(words: readonly string[], text: string, start: number): number {
  let at = start;
  for (const [index, word] of words.entries()) {
    const before = at;
    while (index > 0 && at < text.length && whiteSpace.test(text[at]!)) at++;
    if ((index > 0 && at === before) || !text.startsWith(word, at)) return -1;
    at += word.length;
  }
  return at;
}
