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
}

export interface RuleExample {
  /** A notes text, without front matter; `⟦…⟧` marks what is flagged. */
  readonly text: string;
  /** What the text reads after the first fix, where there is one. */
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
  readonly bad: readonly RuleExample[];
  readonly good: readonly RuleExample[];
  check(judged: Judged): Finding[];
}
