/** The rules, and the one function that applies them to a reading. */
import { silenced } from '../notes/directives';
import type { Block } from '../notes/model';
import type { Reading } from '../reading/model';
import { eventDate } from './event-date';
import { eventOrder } from './event-order';
import type { Finding, RuleCode, Severity } from './finding';
import { frontMatter } from './front-matter';
import { groupMembers } from './group-members';
import { impossibleDate } from './impossible-date';
import { judgeDates } from './judge-dates';
import { judgeSettings } from './judge-settings';
import { type JudgedBlock, Judgement, Judgements } from './judgements';
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
import { Witness } from './witness';
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

const ruleOf = new Map(rules.map((rule) => [rule.code, rule]));

export interface CheckOptions {
  /** A reading of an earlier state of the document: what was judged of it and still holds is taken over. */
  readonly before?: Reading;
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
  const judgements = Judgements.of(reading, options.before);
  // Where a rule threw, the block is judged again the next time.
  const passing: JudgedBlock[] = [];
  let judgedAnew = 0;
  let until = Number.POSITIVE_INFINITY;
  for (const index of judgements.toJudge) {
    const { start } = reading.notes.blocks[index]!;
    const isUnread = reading.brokenOffAt !== undefined && start > reading.brokenOffAt;
    if (!isUnread && judgements.known(index)) continue;
    const isOver = !isUnread && judgedAnew++ > 0 && options.isOver?.();
    if (isOver) options.onOver?.(start);
    if (isUnread || isOver) {
      until = index;
      break;
    }
    let failed = false;
    const judgement = judgeBlock(index, reading, (...fault) => {
      failed = true;
      options.onRuleError?.(...fault);
    });
    if (failed) passing.push({ index, judgement });
    else judgements.add(index, judgement);
  }
  for (const { index, judgement } of [...judgements.withFindings, ...passing]) {
    if (index >= until || (options.goesOn && !judgement.grounds.isSettled(index, whole))) continue;
    findings.push(...judgement.at(reading.notes.blocks[index]!.start));
  }
  // A rule that is off, or silenced here, still keeps its mistake from coming back under another rule's name.
  const surroundings = { reading, knownNotes: options.knownNotes ?? (() => false) };
  const isRead = ({ end }: Finding) => reading.brokenOffAt === undefined || end <= reading.brokenOffAt;
  return findings
    .filter(isRead)
    .filter((finding) => ruleOf.get(finding.code)?.holds?.(finding, surroundings) ?? true)
    .filter(({ code, start, end }) => !silenced(reading.notes, code, start, end))
    .flatMap((finding) => {
      const severity = options.severities?.[finding.code] ?? finding.severity;
      if (severity === 'off') return [];
      return [keepCapital(reading.notes.text, severity === finding.severity ? finding : { ...finding, severity })];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** So many blocks, from the first, have been read whole. */
function readWhole({ notes: { blocks }, brokenOffAt }: Reading): number {
  const broken = brokenOffAt === undefined ? -1 : blocks.findIndex(({ end }) => end > brokenOffAt);
  return broken < 0 ? blocks.length : broken;
}

function judgeBlock(index: number, reading: Reading, onRuleError: CheckOptions['onRuleError']): Judgement {
  const block = reading.notes.blocks[index]!;
  const attempt = attempting((code, error) => onRuleError?.(code, error, block));
  const witness = new Witness(reading, index);
  const { sentences, mentions } = reading.block(index);
  const dates = attempt('event-date', () => [...judgeDates(witness, sentences), ...judgeSettings(witness, index)]);
  const judged = { reading: witness, block, sentences, mentions, dates };
  const findings = rules.flatMap((rule) => attempt(rule.code, () => rule.check(judged)));
  return new Judgement(witness.grounds, block.start, onePerMistake(findings, block, sentences));
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
