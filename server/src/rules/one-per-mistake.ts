/** One mistake, one finding: which of several rules tells it. */
import type { Block } from '../notes/model';
import type { SentenceReading } from '../reading/model';
import type { Finding, RuleCode } from './finding';

/** What tells who it was may be the same mistake as what tells when, or who belonged: the more certain finding stays. */
const LESS_CERTAIN: readonly RuleCode[] = ['wrong-person'];
const MORE_CERTAIN: readonly RuleCode[] = ['event-order', 'group-members', 'event-date', 'life-dates', 'office-dates'];

/** Of the findings in a block, of two at one place the earlier rule's, and of two in one sentence the more certain. */
export function onePerMistake(findings: readonly Finding[], block: Block, sentences: readonly SentenceReading[]): Finding[] {
  if (findings.length < 2) return [...findings];
  const kept: Finding[] = [];
  const persons = findings.filter(({ code }) => LESS_CERTAIN.includes(code));
  const byCertainty = [
    ...findings.filter((finding) => !LESS_CERTAIN.includes(finding.code) && !isExplained(finding, persons, block, sentences)),
    ...persons,
  ];
  for (const finding of byCertainty) {
    if (!kept.some((other) => other.start < finding.end && finding.start < other.end)) kept.push(finding);
  }
  return kept.filter((finding) => {
    if (!LESS_CERTAIN.includes(finding.code)) return true;
    const sentence = sentenceOf(finding, sentences);
    return (
      !sentence ||
      !kept.some(
        (other) =>
          MORE_CERTAIN.includes(other.code) &&
          sentence.start <= other.start &&
          other.end <= sentence.end &&
          (sentence.timeline ||
            other.fact?.id === finding.fact?.id ||
            clauseAt(block, sentence, other.start) === clauseAt(block, sentence, finding.start)),
      )
    );
  });
}

const sentenceOf = (finding: Finding, sentences: readonly SentenceReading[]): SentenceReading | undefined =>
  sentences.find(({ start, end }) => start <= finding.start && finding.end <= end);

/** Whether a wrong person explains it better: he is dead, or his death is dated, only because it was another; or it says no more than that he cannot have done it. */
function isExplained(finding: Finding, persons: readonly Finding[], block: Block, sentences: readonly SentenceReading[]): boolean {
  if (finding.code !== 'life-dates' && finding.code !== 'event-date') return false;
  const sentence = sentenceOf(finding, sentences);
  return persons.some((person) => {
    if (person.fixes.length === 0) return false;
    if (finding.fixes.length === 0 && person.start <= finding.start && finding.end <= person.end) return true;
    return (
      person.borneOut === true &&
      sentence !== undefined &&
      sentence.start <= person.start &&
      person.end <= sentence.end &&
      clauseAt(block, sentence, person.start) === clauseAt(block, sentence, finding.start)
    );
  });
}

/** The clause in which an offset lies, by its number: of two clauses about two facts each can have a mistake of its own. */
function clauseAt({ start }: Block, { tokens, clauses }: SentenceReading, offset: number): number {
  return clauses.findIndex(({ clause }) =>
    clause.ranges.some(({ from, to }) => from < to && start + tokens[from]!.start <= offset && offset < start + tokens[to - 1]!.end),
  );
}
