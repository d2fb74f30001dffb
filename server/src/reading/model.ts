/** What the reader finds in notes: mentions of people, things, events and dates. Offsets are UTF-16 into the whole text; ends are exclusive. */
import type { NameIndex } from '../chapter/names/index';
import type { AnyFact, Chapter } from '../chapter/model';
import type { Notes } from '../notes/model';
import type { DateMention } from '../time/model';

/** The chapters that a document names, made ready for reading. Built once for each set of chapters and shared by all documents. */
export interface Knowledge {
  readonly chapters: readonly Chapter[];
  readonly names: NameIndex;
  /** The fact with this id in the first of the chapters that has it. */
  fact(id: string): AnyFact | undefined;
}

/** How a mention came to mean its fact. */
export type MentionHow = 'name' | 'variant' | 'misspelling' | 'mark' | 'role' | 'pronoun' | 'wording';

/** A stretch of text that means a fact of the chapter. */
export interface FactMention {
  readonly kind: 'fact';
  readonly start: number;
  readonly end: number;
  readonly fact: AnyFact;
  readonly how: MentionHow;
  /** Index into `Notes.blocks`. */
  readonly block: number;
}

/** A date or a length of time; the inner mention's offsets are those of the whole text as well. */
export interface DatedMention {
  readonly kind: 'date';
  readonly start: number;
  readonly end: number;
  readonly date: DateMention;
  readonly block: number;
}

export type Mention = FactMention | DatedMention;

/** A document as read: what the rules judge and what hovers and completions look up. */
export interface Reading {
  readonly notes: Notes;
  readonly knowledge: Knowledge;
  /** By start; they may nest but do not cross. */
  readonly mentions: readonly Mention[];
}
