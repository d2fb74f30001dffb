/** What entities are, and what finding them needs. */
import type { AnyFact, Office, Person } from '../chapter/model';
import type { NameIndex } from '../chapter/names/index';

/** How a mention came to mean its fact. */
export type MentionHow = 'name' | 'variant' | 'misspelling' | 'mark' | 'role' | 'pronoun' | 'wording';

/** What finding entities needs of the knowledge. */
export interface NameSource {
  readonly names: NameIndex;
  fact(id: string): AnyFact | undefined;
}

/** A run of tokens that means one fact of the chapter, or one of a few. */
export interface Entity {
  readonly kind: AnyFact['kind'] | 'office';
  /** Likeliest first. For an office: everybody who ever held it. */
  readonly facts: readonly AnyFact[];
  /** Token indices, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly how: MentionHow;
  /** "Stalin's": what follows belongs to him. */
  readonly possessive: boolean;
  /** For an office: the offices that the words may mean, each with its holder. */
  readonly offices?: readonly { readonly person: Person; readonly office: Office }[];
  /** Of a misspelling: the misspelt word, by its place in the prose, and what was meant. */
  readonly slip?: { readonly start: number; readonly end: number; readonly right: string };
}

/** The tokens as single words, hyphenated ones divided, each with the token that it came from. */
export interface Words {
  readonly words: string[];
  readonly tokenOf: number[];
  /** Index of each token's first word. */
  readonly firstOf: number[];
}
