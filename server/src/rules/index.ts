/** The rules, and the one function that applies them to a reading. */
import { silenced } from '../notes/directives';
import type { BlockContent, Reading } from '../reading/model';
import { eventDate } from './event-date';
import { eventOrder } from './event-order';
import type { Finding, RuleCode, Severity } from './finding';
import { frontMatter } from './front-matter';
import { groupMembers } from './group-members';
import { impossibleDate } from './impossible-date';
import { judgeDates } from './judge-dates';
import { judgeSettings } from './judge-settings';
import { keepCapital } from './keep-capital';
import { lifeDates } from './life-dates';
import { misspeltName } from './misspelt-name';
import { officeDates } from './office-dates';
import { onePerMistake } from './one-per-mistake';
import { reversedRange } from './reversed-range';
import type { Rule } from './rule';
import { sourceDetails } from './source-details';
import { unknownLink } from './unknown-link';
import { unknownPerson } from './unknown-person';
import { type Grounds, Witness } from './witness';
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
  /** Told of a rule that threw; its findings in that block are lost, all others are not. */
  readonly onRuleError?: (code: RuleCode, error: unknown) => void;
}

/** All findings, by place; directives and severities applied. */
export function check(reading: Reading, options: CheckOptions = {}): Finding[] {
  const availableChapters = options.availableChapters ?? reading.knowledge.chapters.map(({ id }) => id);
  const attempt = attempting(options.onRuleError);
  const ofFrontMatter = rules.flatMap((rule) => attempt(rule.code, () => rule.checkFrontMatter?.({ reading, availableChapters }) ?? []));
  const findings = [...ofFrontMatter, ...reading.contents.flatMap((_, index) => findingsIn(index, reading, options.onRuleError))];
  // A rule that is off, or silenced here, still keeps its mistake from coming back under another rule's name.
  return findings
    .filter(({ code, start, end }) => !silenced(reading.notes, code, start, end))
    .flatMap((finding) => {
      const severity = options.severities?.[finding.code] ?? finding.severity;
      return severity === 'off' ? [] : [keepCapital(reading.notes.text, { ...finding, severity })];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A judgement of a block; offsets are those of the text that it was read in. */
interface Judgement {
  readonly grounds: Grounds;
  readonly findings: readonly Finding[];
}

const judgements = new WeakMap<BlockContent, Judgement>();

/** The findings in one block: those of before, moved to where it stands, as long as all that they hang on is the same. */
function findingsIn(index: number, reading: Reading, onRuleError: CheckOptions['onRuleError']): readonly Finding[] {
  const content = reading.contents[index]!;
  const by = reading.notes.blocks[index]!.start - content.block.start;
  const known = judgements.get(content);
  if (known?.grounds.hold(reading, index)) return known.findings.map((finding) => moved(finding, by));
  let failed = false;
  const { grounds, findings } = judgeBlock(index, reading, (code, error) => {
    failed = true;
    onRuleError?.(code, error);
  });
  if (!failed) judgements.set(content, { grounds, findings: findings.map((finding) => moved(finding, -by)) });
  return findings;
}

function judgeBlock(index: number, reading: Reading, onRuleError: CheckOptions['onRuleError']): Judgement {
  const attempt = attempting(onRuleError);
  const witness = new Witness(reading, index);
  const block = reading.notes.blocks[index]!;
  const { sentences, mentions } = reading.block(index);
  const dates = attempt('event-date', () => [...judgeDates(witness, sentences), ...judgeSettings(witness, index)]);
  const judged = { reading: witness, block, sentences, mentions, dates };
  const findings = rules.flatMap((rule) => attempt(rule.code, () => rule.check(judged)));
  return { grounds: witness.grounds, findings: onePerMistake(findings, block, sentences) };
}

/** What a rule gives, or nothing where it throws. */
const attempting =
  (onRuleError: CheckOptions['onRuleError']) =>
  <T>(code: RuleCode, work: () => readonly T[]): readonly T[] => {
    try {
      return work();
    } catch (error) {
      onRuleError?.(code, error);
      return [];
    }
  };

function moved(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  const fixes = finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })),
  }));
  return { ...finding, start: finding.start + by, end: finding.end + by, fixes };
}
