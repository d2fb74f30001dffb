/** What a rule is. One file per rule; its examples are its tests and its documentation page. */
import type { Block } from '../notes/model';
import type { Mention, Reading, SentenceReading } from '../reading/model';
import type { Finding, RuleCode, Severity } from './finding';
import type { DateVerdict } from './judge-dates';

/** A block that the rules judge, with the judgements that several of them share. */
export interface Judged {
  /** The whole document: what other blocks say may count, and is looked up with its methods, so that it is known what the judgement hangs on. */
  readonly reading: Reading;
  readonly block: Block;
  readonly sentences: readonly SentenceReading[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateVerdict[];
}

/** What stands in no block: the front matter. */
export interface JudgedFrontMatter {
  readonly reading: Reading;
  /** Ids of all chapters that could be named, loaded or not. */
  readonly availableChapters: readonly string[];
}

/** What a finding is looked at with once more, each time anew, because no judgement of a block can know it. */
export interface Surroundings {
  readonly reading: Reading;
  /** Whether a link of this name leads to other notes. */
  knownNotes(name: string): boolean;
}

export interface RuleExample {
  /** A notes text; `⟦…⟧` marks what is flagged. Without front matter of its own it is about the chapter that ships. */
  readonly text: string;
  /** What the text reads after the first fix of each finding; then nothing is flagged any more. */
  readonly fixed?: string;
  readonly why?: string;
}

export interface Rule {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** One sentence: what it does. */
  readonly summary: string;
  /** Why it matters to a writer of history. */
  readonly why: string;
  /** What the quick fix does. */
  readonly repair: string;
  readonly bad: readonly RuleExample[];
  readonly good: readonly RuleExample[];
  check(judged: Judged): Finding[];
  /** Whether a finding holds where other notes, and other parts of these, are looked at; all do where the rule does not say. */
  holds?(finding: Finding, surroundings: Surroundings): boolean;
  checkFrontMatter?(judged: JudgedFrontMatter): Finding[];
}
