/** What of the chapter stands at a place in notes: what definitions, references, highlights and renames start from. */
import type { AnyFact, Chapter, PackPlace } from '../chapter/model';
import type { LinkMark, PersonMark, TextRange } from '../notes/model';
import type { Knowledge, Reading, SentenceReading } from '../reading/model';
import { type FactUse, factUseAt } from './fact-uses';

export interface FactAt {
  /** The words that mean it: UTF-16 offsets, `end` exclusive. */
  readonly range: TextRange;
  readonly fact: AnyFact;
  readonly how: FactUse['how'];
  /** Every fact that the words may mean, likeliest first: several persons of one name. */
  readonly facts: readonly AnyFact[];
}

/** The fact named, cited or told at the offset; null at an office's title, which names nobody by itself. */
export function factAt(reading: Reading, offset: number): FactAt | null {
  const use = factUseAt(reading, offset);
  const marked = use?.how === 'name' || use?.how === 'citation' ? null : markedAt(reading, offset);
  if (marked) return marked;
  if (!use || (use.how === 'telling' && officesAt(reading, offset))) return null;
  return { range: use, fact: use.fact, how: use.how, facts: use.how === 'name' ? sameName(use, reading) : [use.fact] };
}

/** The chapter that front matter names at the offset. */
export function chapterAt({ notes, knowledge }: Reading, offset: number): { readonly range: TextRange; readonly chapter: Chapter } | null {
  const range = notes.frontMatter?.chapters.find((each) => contains(each, offset));
  const chapter = range && knowledge.chapters.find(({ id }) => id === range.id);
  return range && chapter ? { range, chapter } : null;
}

/** The offices whose title stands at the offset, each with its place in the pack. */
export function officesAt(reading: Reading, offset: number): { readonly range: TextRange; readonly places: readonly PackPlace[] } | null {
  const found = entityAt(reading, offset);
  if (!found?.entity.offices) return null;
  return { range: found.range, places: [...new Set(found.entity.offices.map(({ office }) => office.place))] };
}

/** Whom or what a mark's name means: a person for `@`, anything else for `[[…]]`. */
export function factOfMark(mark: PersonMark | LinkMark, knowledge: Knowledge): AnyFact | null {
  const fact = knowledge.names.identify(mark.name)?.fact;
  if (!fact || (mark.kind === 'person') !== (fact.kind === 'person')) return null;
  return knowledge.fact(fact.id) ?? fact;
}

/** The signs of a mark, and the name that a `|` hides. */
export function markedAt({ notes, knowledge }: Reading, offset: number): FactAt | null {
  const block = notes.blocks.find((each) => contains(each, offset));
  for (const mark of block?.marks ?? []) {
    if (mark.kind === 'emphasis' || !contains(mark, offset)) continue;
    const fact = mark.kind === 'citation' ? sourceOf(mark.key, knowledge) : factOfMark(mark, knowledge);
    if (!fact) continue;
    const range = mark.kind === 'citation' ? mark.keyRange : mark.nameRange;
    return { range, fact, how: mark.kind === 'citation' ? 'citation' : 'name', facts: [fact] };
  }
  return null;
}

export function sourceOf(key: string, knowledge: Knowledge): AnyFact | null {
  const fact = knowledge.fact(key);
  return fact?.kind === 'source' ? fact : null;
}

function sameName(use: FactUse, reading: Reading): readonly AnyFact[] {
  const found = entityAt(reading, use.start);
  return found && found.range.start === use.start && found.entity.facts.includes(use.fact) ? found.entity.facts : [use.fact];
}

function entityAt({ sentences, notes }: Reading, offset: number) {
  const sentence = sentenceAt(sentences, offset);
  if (!sentence) return null;
  const { start } = notes.blocks[sentence.block]!;
  for (const entity of sentence.entities) {
    const last = sentence.tokens[entity.to - 1]!;
    const range = { start: start + sentence.tokens[entity.from]!.start, end: start + last.start + last.text.length };
    if (contains(range, offset)) return { entity, range };
  }
  return null;
}

export const sentenceAt = (sentences: readonly SentenceReading[], offset: number): SentenceReading | undefined =>
  sentences.find((each) => contains(each, offset));

export function contains({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
