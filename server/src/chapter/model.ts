/** What a chapter knows: the pack's facts, each with its place in the pack. No logic here. */
import type { Said, Told } from '../l10n/said';
import type { CalendarRule, DateValue, Span } from '../time/model';

/** What the character of a position counts: units of this encoding. */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** Where a fact stands in a pack's file. Lines and characters are 0-based, characters in the units of the file's `encoding` (as in LSP). */
export interface PackPlace {
  /** The file's URI or path as it was handed to the loader. */
  readonly file: string;
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** A date as the pack states it, with the other values that serious books give. */
export interface FactDate {
  readonly value: DateValue;
  readonly alternatives: readonly { readonly value: DateValue; readonly note?: string }[];
  readonly note?: string;
  /** Absent in dates that no file states. */
  readonly place?: PackPlace;
}

export type FactKind = 'person' | 'event' | 'term' | 'source';

/** What every fact of a pack has. */
export interface Fact {
  readonly kind: FactKind;
  /** Unique within the chapter, kebab-case. */
  readonly id: string;
  /** The chapter's own name for it. */
  readonly name: string;
  /** Every other name that is right too: full forms, transliterations, abbreviations, nicknames. */
  readonly names: readonly string[];
  /** One or two plain sentences in the pack author's own words; plain text, never Markdown or HTML. */
  readonly summary?: string;
  /** Where the chapter treats it. */
  readonly section?: string;
  readonly page?: string;
  readonly note?: string;
  readonly place: PackPlace;
}

export interface Office {
  /** "General Secretary", "editor". */
  readonly title: string;
  readonly otherTitles: readonly string[];
  /** Id of the term (body, publication, party) that it belongs to. */
  readonly of?: string;
  readonly from?: FactDate;
  /** Undefined: still held when the chapter ends, or the chapter does not say. */
  readonly to?: FactDate;
  /** True where the chapter says that one person at a time holds it. */
  readonly sole: boolean;
  readonly place: PackPlace;
}

export interface Relation {
  /** "wife", "secretary", "mother". */
  readonly role: string;
  /** Id of the other person: Krupskaya is `wife` of `lenin`. */
  readonly of: string;
  readonly from?: FactDate;
  readonly to?: FactDate;
}

export interface Person extends Fact {
  readonly kind: 'person';
  /** The name most texts use alone: "Stalin". */
  readonly short: string;
  readonly gender?: 'male' | 'female' | 'other';
  readonly born?: FactDate;
  readonly died?: FactDate;
  readonly offices: readonly Office[];
  readonly relations: readonly Relation[];
  /** Phrases that mean this person alone: "the man of steel". */
  readonly epithets: readonly string[];
}

/** A line of the chapter's timeline, or a dated fact of its text. */
export interface ChapterEvent extends Fact {
  readonly kind: 'event';
  readonly when: FactDate;
  /** Plain lines that say who did what to whom; the first is the pack's `what`, the rest its `also`. The engine reads its frames from them. */
  readonly lines: readonly string[];
  /** Place name. */
  readonly where?: string;
  /** Id of the event that this one happened at: a congress, a war. */
  readonly during?: string;
  /** True where the event stands in the chapter's printed timeline. */
  readonly timeline: boolean;
}

export type TermKind =
  | 'body'
  | 'office'
  | 'group'
  | 'party'
  | 'policy'
  | 'concept'
  | 'document'
  | 'publication'
  | 'place'
  | 'state'
  | 'period';

export interface Membership {
  /** Person id. */
  readonly person: string;
  readonly from?: FactDate;
  readonly to?: FactDate;
}

export interface Term extends Fact {
  readonly kind: 'term';
  readonly termKind: TermKind;
  /** When it existed, was in force, or was made. */
  readonly when?: FactDate;
  readonly members: readonly Membership[];
  /** When the list of members was complete; undefined where the chapter does not list all. */
  readonly membersCompleteAt?: FactDate;
}

export interface Author {
  readonly family: string;
  readonly given?: string;
}

/** A book, article or document that the chapter quotes or names. Its id is the citation key. */
export interface Source extends Fact {
  readonly kind: 'source';
  readonly authors: readonly Author[];
  readonly year?: number;
  /** Other years in which the same work came out; right too. */
  readonly otherYears?: readonly number[];
  readonly title: string;
  readonly publisher?: string;
  readonly publisherPlace?: string;
  /** Page ranges that the chapter cites: "15–16", "210". */
  readonly pages: readonly string[];
  /** The chapter's own label: "Source 2.1". */
  readonly label?: string;
  /** A web page, `http` or `https`. */
  readonly url?: string;
}

export interface KeyQuestion {
  readonly id: string;
  readonly question: string;
  readonly section?: string;
}

export interface Figure {
  readonly label: string;
  readonly caption: string;
  readonly page?: string;
}

export interface Activity {
  readonly title: string;
  readonly task: string;
  readonly page?: string;
}

export interface Debate {
  readonly id: string;
  readonly question: string;
  readonly positions: readonly { readonly historian: string; readonly view: string; readonly source?: string }[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly page?: string;
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly book?: {
    readonly title: string;
    readonly author?: string;
    readonly publisher?: string;
    readonly isbn?: string;
    readonly chapter?: string;
  };
  readonly period?: { readonly edtf: string; readonly span: Span };
  readonly calendars: readonly CalendarRule[];
  readonly calendarNote?: string;
  readonly sections: readonly Section[];
  readonly keyQuestions: readonly KeyQuestion[];
  readonly figures: readonly Figure[];
  readonly activities: readonly Activity[];
  readonly debates: readonly Debate[];
  readonly people: readonly Person[];
  readonly events: readonly ChapterEvent[];
  readonly terms: readonly Term[];
  readonly sources: readonly Source[];
  /** Every fact by its id. */
  readonly byId: ReadonlyMap<string, AnyFact>;
  readonly place: PackPlace;
}

export type AnyFact = Person | ChapterEvent | Term | Source;

/** One file of a pack, as text; the loader does no I/O. */
export interface PackFile {
  /** URI or path, kept in every PackPlace. */
  readonly file: string;
  readonly text: string;
  /** What the places in it shall count; UTF-16 where it is not said. */
  readonly encoding?: PositionEncoding;
}

/** A fault of a pack at its exact place; what is sound is loaded all the same. */
export interface PackProblem extends Told {
  readonly severity: 'error' | 'warning';
  readonly place: PackPlace;
  /** The other places that the fault is about: where the id was taken, the death that a deed comes after. */
  readonly related?: readonly { readonly place: PackPlace; readonly said: Said }[];
  /** What would mend it, the likeliest first. */
  readonly fixes?: readonly PackFix[];
}

/** A change of one file that mends a fault. */
export interface PackFix {
  /** What the author chooses: “Write “lenin””. */
  readonly title: Said;
  readonly edits: readonly { readonly place: PackPlace; readonly newText: string }[];
}

export interface LoadedPack {
  /** Null only where not even an id could be read. */
  readonly chapter: Chapter | null;
  readonly problems: readonly PackProblem[];
  /** The files whose YAML itself is broken, so that facts of theirs may be missing. */
  readonly broken: readonly string[];
}
