/** What a rule is. One file per rule; its examples are its tests and its documentation page. */
import type { Reading } from '../reading/model';
import type { Finding, RuleCode, Severity } from './finding';
import type { DateVerdict } from './judge-dates';

/** A document that the rules judge, with the judgements that several of them share. */
export interface Judged {
  readonly reading: Reading;
  readonly dates: readonly DateVerdict[];
  /** Ids of all chapters that could be named, loaded or not. */
  readonly availableChapters: readonly string[];
  /** Whether a link of this name leads to notes. */
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
}
