/** For people: where, how grave, what, and the line with the place underlined. */
import { createColors } from 'picocolors';
import type { Finding, Severity } from '../../rules/finding';
import { visible } from '../output';
import { type FileReport, type Reporter, type Summary, shownName } from './reporter';

type Colors = ReturnType<typeof createColors>;

/** Columns of the source line that are shown; a paragraph is often one long line. */
const WIDTH = 100;

export function pretty(colour: boolean): Reporter {
  const colors = createColors(colour);
  return {
    begin: () => '',
    file: (report) => report.findings.map((finding) => show(finding, report, colors)).join(''),
    end: (summary) => `${total(summary, colors)}\n`,
  };
}

function show(finding: Finding, { file, document }: FileReport, colors: Colors): string {
  const { line, character } = document.positionAt(finding.start);
  const place = `${visible(shownName(file))}:${line + 1}:${character + 1}`;
  const head = `${colors.bold(place)}: ${paint(finding.severity, colors)(finding.severity)}: ${visible(finding.message)} ${colors.dim(`[${finding.code}]`)}`;
  const source = excerpt(finding, document.getText());
  const number = String(line + 1);
  const margin = ' '.repeat(number.length);
  const lines = [
    head,
    colors.dim(`  ${number} | `) + source.text,
    colors.dim(`  ${margin} | `) + source.indent + paint(finding.severity, colors)('^'.repeat(source.length)),
    ...finding.fixes.slice(0, 3).map(({ title }) => `  ${margin} ${colors.dim('=')} ${colors.green(visible(title))}`),
  ];
  return `${lines.join('\n')}\n\n`;
}

interface Excerpt {
  readonly text: string;
  readonly indent: string;
  readonly length: number;
}

/** The part of the finding's first line around it. */
function excerpt({ start, end }: Finding, text: string): Excerpt {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(start, start + 10_000))![0];
  const marked = text.slice(start, Math.min(end, start + rest.length));
  const room = Math.max(10, WIDTH - Math.min(marked.length, WIDTH));
  const before = crop(text.slice(lineStart, start), Math.floor(room / 2), 'start');
  const after = crop(rest.slice(marked.length), Math.ceil(room / 2), 'end');
  const shown = crop(marked, WIDTH, 'end');
  return {
    text: visible(before + shown + after).trimEnd(),
    indent: ' '.repeat(columns(visible(before))),
    length: Math.max(1, columns(visible(shown))),
  };
}

/** At most `length` characters of one end of the text, cut between two words where it can be. */
function crop(text: string, length: number, cut: 'start' | 'end'): string {
  if (text.length <= length) return text;
  if (cut === 'end') return `${text.slice(0, length).replace(/\s\S*$|\p{Surrogate}$/u, '')} …`;
  return `… ${text.slice(text.length - length).replace(/^\S*\s|^\p{Surrogate}/u, '')}`;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const wide = /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6])/u;

/** Columns that a terminal gives the text. */
function columns(text: string): number {
  let count = 0;
  for (const { segment } of graphemes.segment(text)) count += wide.test(segment) ? 2 : 1;
  return count;
}

function paint(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, information: colors.cyan, hint: colors.dim }[severity];
}

function total({ files, filesWithFindings, bySeverity, fixed, failures }: Summary, colors: Colors): string {
  const count = Object.values(bySeverity).reduce((sum, each) => sum + each, 0);
  const repaired = fixed > 0 ? `${plural(fixed, 'repair')} made. ` : '';
  const unchecked = failures.length > 0 ? ` ${colors.red(`${failures.length} could not be checked.`)}` : '';
  if (count === 0) return `${repaired}${colors.green('No findings')} in ${plural(files, 'file')}.${unchecked}`;
  const kinds = (['error', 'warning', 'information', 'hint'] as const)
    .filter((severity) => bySeverity[severity] > 0)
    .map((severity) => (severity === 'information' ? `${bySeverity[severity]} ${severity}` : plural(bySeverity[severity], severity)));
  return `${repaired}${colors.bold(plural(count, 'finding'))} (${kinds.join(', ')}) in ${filesWithFindings} of ${plural(files, 'file')}.${unchecked}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
