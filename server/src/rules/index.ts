/** The rules, and the one function that applies them to a reading. */
import { silenced } from '../notes/directives';
import type { Block } from '../notes/model';
import type { Reading, SentenceReading } from '../reading/model';
import { eventDate } from './event-date';
import { eventOrder } from './event-order';
import type { Finding, RuleCode, Severity } from './finding';
import { frontMatter } from './front-matter';
import { groupMembers } from './group-members';
import { impossibleDate } from './impossible-date';
import { type DateVerdict, judgeDates } from './judge-dates';
import { judgeSettings } from './judge-settings';
import { keepCapital } from './keep-capital';
import { lifeDates } from './life-dates';
import { misspeltName } from './misspelt-name';
import { officeDates } from './office-dates';
import { reversedRange } from './reversed-range';
import type { Rule } from './rule';
import { sourceDetails } from './source-details';
import { sparing } from './sparing';
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
  /** Told of a rule that threw, and at which block: its findings there are lost; all of its findings where no block is to blame. */
  readonly onRuleError?: (code: RuleCode, error: unknown, block?: Block) => void;
}

/** All findings, by place; directives and severities applied. */
export function check(reading: Reading, options: CheckOptions = {}): Finding[] {
  const attempt = <T>(code: RuleCode, judge: (part: Reading) => readonly T[]): readonly T[] =>
    sparing(reading, judge, (error, block) => options.onRuleError?.(code, error, block));
  const dates = attempt('event-date', (part) => [...judgeDates(part), ...judgeSettings(part)]);
  const availableChapters = options.availableChapters ?? reading.knowledge.chapters.map(({ id }) => id);
  const findings = rules.flatMap((rule) =>
    attempt(rule.code, (part) => rule.check({ reading: part, dates: datesIn(part, reading, dates), availableChapters })),
  );
  // A rule that is off, or silenced here, still keeps its mistake from coming back under another rule's name.
  return onePerMistake(findings, reading)
    .filter(({ code, start, end }) => !silenced(reading.notes, code, start, end))
    .flatMap((finding) => {
      const severity = options.severities?.[finding.code] ?? finding.severity;
      return severity === 'off' ? [] : [keepCapital(reading.notes.text, { ...finding, severity })];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The verdicts on the dates of a part of the reading. */
function datesIn(part: Reading, reading: Reading, dates: readonly DateVerdict[]): readonly DateVerdict[] {
  if (part === reading) return dates;
  const sentences = new Set(part.sentences);
  return dates.filter(({ sentence }) => sentences.has(sentence));
}

/** What tells who it was may be the same mistake as what tells when, or who belonged: the more certain finding stays. */
const LESS_CERTAIN: readonly RuleCode[] = ['wrong-person'];
const MORE_CERTAIN: readonly RuleCode[] = ['event-order', 'group-members', 'event-date', 'life-dates', 'office-dates'];

/** One mistake, one finding: of two at one place the earlier rule's stays, and of two in one sentence the more certain. */
function onePerMistake(findings: readonly Finding[], reading: Reading): Finding[] {
  const kept: Finding[] = [];
  const persons = findings.filter(({ code }) => LESS_CERTAIN.includes(code));
  const byCertainty = [
    ...findings.filter((finding) => !LESS_CERTAIN.includes(finding.code) && !isExplained(finding, persons, reading)),
    ...persons,
  ];
  for (const finding of byCertainty) {
    if (!kept.some((other) => other.start < finding.end && finding.start < other.end)) kept.push(finding);
  }
  return kept.filter((finding) => {
    if (!LESS_CERTAIN.includes(finding.code)) return true;
    const sentence = reading.sentences.find(({ start, end }) => start <= finding.start && finding.end <= end);
    return (
      !sentence ||
      !kept.some(
        (other) =>
          MORE_CERTAIN.includes(other.code) &&
          sentence.start <= other.start &&
          other.end <= sentence.end &&
          (sentence.timeline ||
            other.fact?.id === finding.fact?.id ||
            clauseAt(reading, sentence, other.start) === clauseAt(reading, sentence, finding.start)),
      )
    );
  });
}

/** Whether a wrong person explains it better: he is dead, or his death is dated, only because it was another; or it says no more than that he cannot have done it. */
function isExplained(finding: Finding, persons: readonly Finding[], reading: Reading): boolean {
  if (finding.code !== 'life-dates' && finding.code !== 'event-date') return false;
  const sentence = reading.sentences.find(({ start, end }) => start <= finding.start && finding.end <= end);
  return persons.some((person) => {
    if (person.fixes.length === 0) return false;
    if (finding.fixes.length === 0 && person.start <= finding.start && finding.end <= person.end) return true;
    return (
      person.borneOut === true &&
      sentence !== undefined &&
      sentence.start <= person.start &&
      person.end <= sentence.end &&
      clauseAt(reading, sentence, person.start) === clauseAt(reading, sentence, finding.start)
    );
  });
}

/** The clause in which an offset lies, by its number: of two clauses about two facts each can have a mistake of its own. */
function clauseAt(reading: Reading, { tokens, clauses, block }: SentenceReading, offset: number): number {
  const { start } = reading.notes.blocks[block]!;
  return clauses.findIndex(({ clause }) =>
    clause.ranges.some(({ from, to }) => from < to && start + tokens[from]!.start <= offset && offset < start + tokens[to - 1]!.end),
  );
}
