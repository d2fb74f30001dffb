/** The rules, and the one function that applies them to a reading. */
import { silenced } from '../notes/directives';
import type { Block } from '../notes/model';
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
import { oneAtAPlace, onePerMistake } from './one-per-mistake';
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
  /** Whether a link of this name leads to other notes; without it there are none. */
  readonly knownNotes?: (name: string) => boolean;
  /** Told of a rule that threw, and at which block, none for the front matter; its findings in that block are lost, all others are not. */
  readonly onRuleError?: (code: RuleCode, error: unknown, block?: Block) => void;
  /** Asked before each block that is judged anew, but the first: whether the time for these notes is over. What has been found by then counts. */
  readonly isOver?: () => boolean;
  /** The reading and the checking will go on from where they broke off: what the rest may yet change is left out. */
  readonly goesOn?: boolean;
  /** Told where the checking broke off because the time was over. */
  readonly onOver?: (offset: number) => void;
}

/** All findings, by place; directives and severities applied. */
export function check(reading: Reading, options: CheckOptions = {}): Finding[] {
  const availableChapters = options.availableChapters ?? reading.knowledge.chapters.map(({ id }) => id);
  const attempt = attempting(options.onRuleError);
  const ofFrontMatter = rules.flatMap((rule) => attempt(rule.code, () => rule.checkFrontMatter?.({ reading, availableChapters }) ?? []));
  const findings = oneAtAPlace(ofFrontMatter);
  const whole = readWhole(reading);
  let judgedAnew = 0;
  for (const [index, { start }] of reading.notes.blocks.entries()) {
    if (reading.brokenOffAt !== undefined && start > reading.brokenOffAt) break;
    const known = knownJudgement(index, reading);
    if (!known && judgedAnew++ > 0 && options.isOver?.()) {
      options.onOver?.(start);
      break;
    }
    const judgement = known ?? judgeAnew(index, reading, options.onRuleError);
    if (options.goesOn && !judgement.grounds.isSettled(index, whole)) continue;
    for (const finding of judgement.findings) findings.push(moved(finding, start - judgement.start));
  }
  // A rule that is off, or silenced here, still keeps its mistake from coming back under another rule's name.
  const surroundings = { reading, knownNotes: options.knownNotes ?? (() => false) };
  const isRead = ({ end }: Finding) => reading.brokenOffAt === undefined || end <= reading.brokenOffAt;
  return findings
    .filter(isRead)
    .filter((finding) => rules.find(({ code }) => code === finding.code)?.holds?.(finding, surroundings) ?? true)
    .filter(({ code, start, end }) => !silenced(reading.notes, code, start, end))
    .flatMap((finding) => {
      const severity = options.severities?.[finding.code] ?? finding.severity;
      return severity === 'off' ? [] : [keepCapital(reading.notes.text, { ...finding, severity })];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** So many blocks, from the first, have been read whole. */
function readWhole({ notes: { blocks }, brokenOffAt }: Reading): number {
  const broken = brokenOffAt === undefined ? -1 : blocks.findIndex(({ end }) => end > brokenOffAt);
  return broken < 0 ? blocks.length : broken;
}

interface Judgement {
  readonly grounds: Grounds;
  /** Where the block stood when it was judged: the findings' offsets are those of the text of then. */
  readonly start: number;
  readonly findings: readonly Finding[];
}

const judgements = new WeakMap<BlockContent, Judgement>();

/** The judgement of a block as it was judged before, as long as all that it hangs on is the same. */
function knownJudgement(index: number, reading: Reading): Judgement | undefined {
  const known = judgements.get(reading.contents[index]!);
  return known?.grounds.hold(reading, index) ? known : undefined;
}

function judgeAnew(index: number, reading: Reading, onRuleError: CheckOptions['onRuleError']): Judgement {
  let failed = false;
  const judgement = judgeBlock(index, reading, (...fault) => {
    failed = true;
    onRuleError?.(...fault);
  });
  if (!failed) judgements.set(reading.contents[index]!, judgement);
  return judgement;
}

function judgeBlock(index: number, reading: Reading, onRuleError: CheckOptions['onRuleError']): Judgement {
  const block = reading.notes.blocks[index]!;
  const attempt = attempting((code, error) => onRuleError?.(code, error, block));
  const witness = new Witness(reading, index);
  const { sentences, mentions } = reading.block(index);
  const dates = attempt('event-date', () => [...judgeDates(witness, sentences), ...judgeSettings(witness, index)]);
  const judged = { reading: witness, block, sentences, mentions, dates };
  const findings = rules.flatMap((rule) => attempt(rule.code, () => rule.check(judged)));
  return { grounds: witness.grounds, start: block.start, findings: onePerMistake(findings, block, sentences) };
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
