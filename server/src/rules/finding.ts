/** What a rule says. Offsets are UTF-16 into the whole text; ends are exclusive. */
import type { PackPlace } from '../chapter/model';
import type { Said } from '../l10n/said';
import type { DateValue } from '../time/model';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export const ruleCodes = [
  'event-date',
  'impossible-date',
  'reversed-range',
  'life-dates',
  'office-dates',
  'event-order',
  'misspelt-name',
  'unknown-person',
  'unknown-link',
  'wrong-person',
  'group-members',
  'source-details',
  'front-matter',
  'pack',
] as const;

export type RuleCode = (typeof ruleCodes)[number];

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface Fix {
  /** What the editor's menu says: "Change to January 1924". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** True on at most one fix of a finding: the likeliest, and safe to apply unasked by `--fix` and fix-all. */
  readonly preferred: boolean;
}

/** The fact of the pack that a finding rests on. */
export interface FactReference {
  readonly id: string;
  readonly name: string;
  /** The date as the chapter has it, in words: "January 1924". */
  readonly date?: string;
  /** The same date, for other languages. */
  readonly when?: DateValue;
  readonly place: PackPlace;
}

export interface Finding {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  /** One plain sentence in English. */
  readonly message: string;
  /** The same with its facts apart, for other languages. */
  readonly said?: Said;
  readonly fact?: FactReference;
  /** Likeliest first. */
  readonly fixes: readonly Fix[];
  /** Of a wrong person: the clause's date agrees with what is told of another, so that the date is not the mistake. */
  readonly borneOut?: true;
}
