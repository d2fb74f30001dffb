/** Holds findings against the errors that were planted in a text. */
import { createLineIndex, parseNotes, sentences, type TextRange } from '../../server/src/notes/index';
import type { CheckedFinding, Position, Range } from './cli';

/** An entry of a `.gold.json`. */
export interface Planted {
  readonly family: string;
  readonly range: Range;
  /** As written. */
  readonly text: string;
  readonly correct: readonly string[];
}

/** Counts are of findings of severity error and warning. */
export interface Outcome {
  /** Findings of a planted error. */
  readonly right: number;
  /** Findings of none. */
  readonly alarms: number;
  readonly planted: number;
  readonly found: number;
  /** What was said, and what was not, by place. */
  readonly lines: readonly string[];
}

type Kind = 'name' | 'source' | 'date';

const kindOf = (code: string): Kind => (/name|person|link|member/.test(code) ? 'name' : /source|quotation/.test(code) ? 'source' : 'date');

/** A planted error is found by a finding that overlaps it; where none does, by one of its kind in its sentence. Any other finding is a false alarm. */
export function judge(text: string, errors: readonly Planted[], findings: readonly CheckedFinding[]): Outcome {
  const index = createLineIndex(text);
  const offset = ({ line, character }: Position) => index.lineStart(line) + character;
  const placed = <T extends { readonly range: Range }>(item: T) => ({
    ...item,
    start: offset(item.range.start),
    end: offset(item.range.end),
    place: `${item.range.start.line + 1}:${item.range.start.character + 1}`,
  });
  const planted = errors.map(placed);
  const said = findings.map(placed);
  const all = sentencesOf(text);
  const sentenceAt = (at: number) => all.find(({ start, end }) => start <= at && at < end);
  const overlap = (a: TextRange, b: TextRange) => a.start < b.end && b.start < a.end;
  const near = planted.filter((error) => !said.some((finding) => overlap(finding, error)));
  const hits = (finding: (typeof said)[number]) => {
    const own = planted.filter((error) => overlap(finding, error));
    if (own.length > 0) return own;
    const sentence = sentenceAt(finding.start);
    return near.filter(
      (error) => kindOf(finding.code) === kindOf(error.family) && sentence !== undefined && sentence === sentenceAt(error.start),
    );
  };
  const found = new Set<(typeof planted)[number]>();
  const lines: { at: number; text: string }[] = [];
  let right = 0;
  let alarms = 0;
  for (const finding of said) {
    const grave = finding.severity === 'error' || finding.severity === 'warning';
    const own = hits(finding);
    if (grave) {
      for (const error of own) found.add(error);
      if (own.length > 0) right++;
      else alarms++;
    }
    const sign = own.length > 0 ? 'right' : grave ? 'ALARM' : 'note ';
    const fixes = finding.fixes.length > 0 ? ` → ${finding.fixes.map(({ title }) => title).join(' | ')}` : '';
    lines.push({
      at: finding.start,
      text: `${sign}  ${finding.place} ${finding.code} «${text.slice(finding.start, finding.end)}» ${finding.message}${fixes}`,
    });
  }
  for (const error of planted) {
    if (found.has(error)) continue;
    lines.push({ at: error.start, text: `miss   ${error.place} ${error.family} «${error.text}» → ${error.correct.join(' / ')}` });
  }
  return {
    right,
    alarms,
    planted: planted.length,
    found: found.size,
    lines: lines.sort((a, b) => a.at - b.at).map((line) => line.text),
  };
}

export function render({ planted, found, alarms, lines }: Outcome): string {
  return `${[`${found} of ${planted} planted errors found, ${alarms} false alarms`, '', ...lines].join('\n')}\n`;
}

function sentencesOf(text: string): TextRange[] {
  return parseNotes(text).blocks.flatMap((block) =>
    sentences(block.prose).map(({ start, end }) => ({ start: block.start + start, end: block.start + end })),
  );
}
