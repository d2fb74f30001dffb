/** What the reader finds in notes: mentions of people, things, events and dates. Offsets are UTF-16 into the whole text; ends are exclusive. */

import type { AnyFact, Chapter, ChapterEvent } from '../chapter/model';
import type { NameIndex } from '../chapter/names/index';
import type { Block, Notes } from '../notes/model';
import type { DateMention, Span } from '../time/model';
import type { Clause } from './clauses';
import type { Entity, MentionHow, NameSource } from './entity';
import type { FactIndex } from './facts';
import type { Frame, FrameKnowledge } from './frames';
import type { TermKindOf } from './match';
import type { Token } from './tokens';
import type { WordUse } from './word-use';

export type { MentionHow } from './entity';

/** The chapters that a document names, made ready for reading. Built once for each set of chapters and shared by all documents. */
export interface Knowledge extends FrameKnowledge, NameSource {
  readonly chapters: readonly Chapter[];
  readonly names: NameIndex;
  readonly facts: FactIndex;
  readonly termKindOf: TermKindOf;
  /** Whether a person of the chapter is the author of one of its sources. */
  isAuthor(person: string): boolean;
  /** Entities of a block of prose, by name, mark, office. */
  entities(block: Block, tokens: readonly Token[], headingNouns: readonly string[], use?: WordUse): Entity[];
  /** The one event with this proper word (lower case) in its name: "Battle of Solferino"; undefined where none or several have it. */
  eventCalled(word: string): ChapterEvent | undefined;
  /** The one event that is called after the place with this id, where nothing else of the chapter happened there: "Kronstadt". */
  eventAt(place: string): ChapterEvent | undefined;
  /** The fact with this id in the first of the chapters that has it. */
  fact(id: string): AnyFact | undefined;
}

/** A stretch of text that means a fact of the chapter. */
export interface FactMention {
  readonly kind: 'fact';
  readonly start: number;
  readonly end: number;
  readonly fact: AnyFact;
  readonly how: MentionHow;
  /** Of a misspelling: the misspelt word and what was meant. */
  readonly slip?: { readonly start: number; readonly end: number; readonly right: string };
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

/** Why a statement is not judged. */
export type Unasserted = 'question' | 'hypothesis' | 'negation' | 'quotation' | 'reported' | 'bibliographic';

export interface ClauseReading {
  readonly clause: Clause;
  readonly frame: Frame;
  readonly unasserted: Unasserted | null;
  /** Whether it tells what somebody says or thinks, so that its "that" clause is only reported. */
  readonly reports: boolean;
}

/** How the words tie a date to what is said: `at` covers no preposition, "in", "on", "during". */
export type DateRelation = 'at' | 'by' | 'before' | 'after' | 'since' | 'until' | 'from';

/** A date, or the two ends of a range, said of what its clause tells. */
export interface DateClaim {
  readonly mention: DatedMention;
  /** The other end where the two make a range. */
  readonly rangeEnd?: DatedMention;
  readonly relation: DateRelation;
  /** The days on which the statement would be true; several where the calendar or the reading is open. */
  readonly spans: readonly Span[];
  /** Index into the sentence's clauses. */
  readonly clause: number;
  /** Index of the date's first token. */
  readonly token: number;
  readonly unasserted: Unasserted | null;
}

/** What a line above lends to the lines below it. */
export interface Told {
  readonly frame: Frame;
  /** It is made of names and nouns alone, "Expulsions", so that the line may add to it: "from the Party: November 1927". */
  readonly isTitle: boolean;
}

export interface SentenceReading {
  /** Index into `Notes.blocks`. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** The tokens of the whole block, their offsets relative to the block's start. */
  readonly tokens: readonly Token[];
  /** The sentence's own tokens. */
  readonly from: number;
  readonly to: number;
  readonly entities: readonly Entity[];
  readonly clauses: readonly ClauseReading[];
  readonly dates: readonly DateClaim[];
  /** The frame of the whole sentence, for generous agreement. */
  readonly frame: Frame;
  /** The date at the head of a timeline line, which holds for the whole line. */
  readonly timeline: boolean;
  /** Words of the headings above, lower case and singular. */
  readonly headingNouns: readonly string[];
  /** What the question or the parent item before it tells, for a sentence that only dates it; null for none. */
  readonly above: Told | null;
  /** For a sentence without a date: the one that the heading or label above it is; null for none. */
  readonly setting: DateClaim | null;
}

/** One block as read. */
export interface BlockReading extends Pick<Block, 'kind' | 'level'> {
  readonly sentences: readonly SentenceReading[];
  /** By start; they may nest but do not cross. */
  readonly mentions: readonly Mention[];
  /** Those of the mentions that are dates: what `rangePartner` and a relative date's `anchor` count. */
  readonly dates: readonly DatedMention[];
  /** Those of the dates that other sentences, here or in lines below, may be set at. */
  readonly settings: readonly DatedMention[];
}

/** What was read in a block, where it stood when it was read: offsets into that text, and that index among its blocks. */
export interface BlockContent extends BlockReading {
  readonly block: Block;
  readonly index: number;
}

/** What can be asked about a whole document. The answer is worked out from the contents of its blocks, in whatever text they stood. */
export interface Question<About> {
  answers(contents: readonly BlockContent[], knowledge: Knowledge): (about: About) => boolean | number;
}

/** A document as read: what the rules judge and what hovers and completions look up. */
export interface Reading {
  readonly notes: Notes;
  readonly knowledge: Knowledge;
  /** As in `notes.blocks`: the very object of an earlier reading where the block still reads the same, wherever it stands now. */
  readonly contents: readonly BlockContent[];
  /** What was read in one of `notes.blocks`, where it stands now. */
  block(index: number): BlockReading;
  isLast(index: number): boolean;
  /** The blocks that one stands under, as `Block` has them. */
  above(index: number): Pick<Block, 'heading' | 'parent'>;
  /** The answers are worked out once for a reading. */
  ask<About>(question: Question<About>, about: About): boolean | number;
  /** By start; they may nest but do not cross. */
  readonly mentions: readonly Mention[];
  readonly sentences: readonly SentenceReading[];
  /** Where the reading broke off because its time was over; undefined where everything was read. */
  readonly brokenOffAt?: number;
}
