/** A notes file as blocks of prose and the marks in it. Offsets are UTF-16 into the whole text; ends are exclusive. */
import type { Said } from '../l10n/said';

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'quote' | 'table-row' | 'footnote';

/**
 * A run of prose that is read as one: a heading, a paragraph, the own text of a list item (its children are blocks of their own), a table's row.
 * A line of a paragraph that begins with a date and a colon is a block of its own (a timeline line).
 */
export interface Block extends TextRange {
  readonly kind: BlockKind;
  /** Heading level 1–6; depth of nesting of a list item (0 outermost); 0 otherwise. */
  readonly level: number;
  /** Index of the heading that this block stands under, -1 before the first. */
  readonly heading: number;
  /** Index of the block that this one stands under: the enclosing list item's, the label or title above a list or above lines of notes; -1 for none. */
  readonly parent: number;
  /** Whether the block stands in a block quote (somebody else's words, as a rule). */
  readonly quoted: boolean;
  /**
   * text.slice(start, end) with everything that is not prose (markup, code, HTML, URLs, citation marks, line breaks) replaced by as many spaces:
   * prose[i] stands at start + i.
   */
  readonly prose: string;
  readonly marks: readonly Mark[];
  /** For a table row: its cells, left to right; `header` is the text of the column's head. */
  readonly cells?: readonly (TextRange & { readonly header: string })[];
  /** The date at the head of a timeline line, without bullet, bold marks or colon; undefined for any other block. */
  readonly timelineHead?: TextRange;
}

export type Mark = PersonMark | LinkMark | CitationMark | EmphasisMark;

/** `@Stalin`, `@[Leon Trotsky]`, `@[Leon Trotsky|his rival]`. `start`/`end` take in the whole mark. */
export interface PersonMark extends TextRange {
  readonly kind: 'person';
  readonly name: string;
  readonly nameRange: TextRange;
  readonly display?: TextRange;
}

/** `[[Kronstadt Rebellion]]`, `[[NEP|the new policy]]`. */
export interface LinkMark extends TextRange {
  readonly kind: 'link';
  readonly name: string;
  readonly nameRange: TextRange;
  readonly display?: TextRange;
}

/** `[@service2005, p. 210; @lynch1990]`: one mark a key. */
export interface CitationMark extends TextRange {
  readonly kind: 'citation';
  readonly key: string;
  readonly keyRange: TextRange;
  /** "p. 210", "pp. 15–16", without the comma. */
  readonly locator?: { readonly text: string; readonly range: TextRange };
}

/** Emphasis, which often marks a title. */
export interface EmphasisMark extends TextRange {
  readonly kind: 'emphasis';
  readonly strong: boolean;
  readonly inner: TextRange;
}

export interface FrontMatter extends TextRange {
  /** Chapter ids, in order, with where each stands. */
  readonly chapters: readonly (TextRange & { readonly id: string })[];
  readonly title?: string;
  readonly question?: string;
  /** YAML faults, each at its place. */
  readonly problems: readonly (TextRange & { readonly message: string; readonly said?: Said })[];
  /** Top-level keys in order. */
  readonly keys: readonly (TextRange & { readonly name: string })[];
}

export type DirectiveKind = 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'disable-file';

export interface Directive extends TextRange {
  readonly kind: DirectiveKind;
  /** Rule codes named; empty means every rule. */
  readonly codes: readonly (TextRange & { readonly code: string })[];
}

export interface Notes {
  readonly text: string;
  readonly frontMatter: FrontMatter | null;
  readonly blocks: readonly Block[];
  readonly directives: readonly Directive[];
}
