/** The rules, and the one function that applies them to a reading. */
import { silenced } from '../notes/directives';
import type { Reading } from '../reading/model';
import { eventDate } from './event-date';
import { eventOrder } from './event-order';
import type { Finding, RuleCode, Severity } from './finding';
import { frontMatter } from './front-matter';
import { groupMembers } from './group-members';
import { impossibleDate } from './impossible-date';
import { judgeDates } from './judge-dates';
import { lifeDates } from './life-dates';
import { misspeltName } from './misspelt-name';
import { officeDates } from './office-dates';
import { reversedRange } from './reversed-range';
import type { Rule } from './rule';
import { sourceDetails } from './source-details';
import { unknownLink } from './unknown-link';
import { unknownPerson } from './unknown-person';
import { wrongPerson } from './wrong-person';

export * from './finding';
export { judgeDates } from './judge-dates';
export type { Rule, RuleExample } from './rule';

export const rules: readonly Rule[] = [
  eventDate,
  impossibleDate,
  reversedRange,
  lifeDates,
  officeDates,
  eventOrder,
  misspeltName,
  unknownPerson,
  unknownLink,
  wrongPerson,
  groupMembers,
  sourceDetails,
  frontMatter,
];

export interface CheckOptions {
  readonly severities?: Partial<Record<RuleCode, Severity | 'off'>>;
  /** Ids of all chapters that front matter could name. */
  readonly availableChapters?: readonly string[];
  /** Told of a rule that threw; its findings are lost, the other rules' are not. */
  readonly onRuleError?: (code: RuleCode, error: unknown) => void;
}

/** All findings, by place; directives and severities applied. */
export function check(reading: Reading, options: CheckOptions = {}): Finding[] {
  const judged = {
    reading,
    dates: judgeDates(reading),
    availableChapters: options.availableChapters ?? reading.knowledge.chapters.map(({ id }) => id),
  };
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = options.severities?.[rule.code] ?? rule.severity;
    if (severity === 'off') continue;
    try {
      for (const finding of rule.check(judged)) findings.push({ ...finding, severity });
    } catch (error) {
      options.onRuleError?.(rule.code, error);
    }
  }
  return findings
    .filter(({ code, start, end }) => !silenced(reading.notes, code, start, end))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
