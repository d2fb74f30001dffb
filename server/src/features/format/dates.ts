/** Dates in one style. */
import type { Block } from '../../notes/model';
import type { DateClaim, DatedMention, Reading } from '../../reading/model';
import type { TextEdit } from '../../rules/finding';
import { type DateForm, readDates, writeDate } from '../../time/index';
import { opensQuotation } from '../quotes';
import type { DateStyle } from './style';

type Style = Exclude<DateStyle, 'off'>;

/** Each style as a date shows it: with its year, and where a timeline's line takes its year from the one above. */
const SAMPLES: Record<Style, readonly [whole: string, yearless: string | null]> = {
  'day-month-year': ['21 January 1924', '21 January'],
  'day-short-month-year': ['21 Jan 1924', '21 Jan'],
  'month-day-year': ['January 21, 1924', 'January 21'],
  'year-month-day': ['1924 Jan 21', 'Jan 21'],
  iso: ['1924-01-21', null],
};

/** Nobody writes "in 1922 Apr" in a sentence. */
const ONLY_IN_HEADS: ReadonlySet<Style> = new Set(['year-month-day']);

/**
 * Writes every date whose words give month and year, and a timeline's months under a year, in the style; what is quoted, part of a range or said
 * with more than its figures stays.
 */
export function datesInStyle(reading: Reading, style: DateStyle): TextEdit[] {
  if (style === 'off') return [];
  const [whole, yearless] = SAMPLES[style].map((sample) => sample && readDates(sample, { timelineHead: true })[0]!.form);
  const claims = new Map<DatedMention, DateClaim>(
    reading.sentences.flatMap(({ dates }) => dates.map((claim) => [claim.mention, claim] as const)),
  );
  const { notes, mentions } = reading;
  return mentions.flatMap((mention): TextEdit[] => {
    if (mention.kind !== 'date') return [];
    const { start, end } = mention;
    const block = notes.blocks[mention.block]!;
    const inHead = block.timelineHead !== undefined && block.timelineHead.start <= start && end <= block.timelineHead.end;
    const isWhole = hasWrittenYear(mention.date.form);
    const form = isWhole ? whole : inHead ? yearless : null;
    if (!form || !isPlain(mention, isWhole) || (ONLY_IN_HEADS.has(style) && !inHead)) return [];
    const unasserted = claims.get(mention)?.unasserted;
    if (unasserted === 'quotation' || unasserted === 'bibliographic') return [];
    if (!isOwnProse(mention, block, notes.text)) return [];
    const newText = writeDate(mention.date.value!, form);
    return newText === null || newText === notes.text.slice(start, end) ? [] : [{ start, end, newText }];
  });
}

/** Whether the words are day, month and year and nothing more; without `isWhole` the year is that of a line above. */
function isPlain({ date }: DatedMention, isWhole: boolean): boolean {
  const { value, form, kind, provenance, rangeRole, faults } = date;
  if (!value || kind !== 'date' || rangeRole !== undefined || faults.length > 0) return false;
  if (isWhole ? provenance !== 'explicit' : provenance === 'unknown') return false;
  if (value.approximate || value.uncertain || (value.precision !== 'day' && value.precision !== 'month')) return false;
  const hasMonth = form.parts.some((part) => part.kind === 'field' && part.field === 'month' && !part.style.startsWith('understood'));
  return hasMonth && form.parts.every((part) => isPlainPart(part)) && !isAttributive(form);
}

const hasWrittenYear = ({ parts }: DateForm) =>
  parts.some((part) => part.kind === 'field' && part.field === 'year' && !part.style.startsWith('understood'));

function isPlainPart(part: DateForm['parts'][number]): boolean {
  if (part.kind === 'literal') return /^(?:the |,? (?:of |the )*|[ ,./-]+)$/.test(part.text);
  if (part.style.startsWith('understood')) return part.field === 'year';
  return /^(?:year|month|day)$/.test(part.field) && !/^(?:either|next) /.test(part.style);
}

/** "the 21 January 1924 decree": the article is that of another word. */
function isAttributive({ parts }: DateForm): boolean {
  const literals = parts.flatMap((part) => (part.kind === 'literal' ? [part.text] : []));
  return literals[0] === 'the ' && !literals.some((text) => text.includes(' of '));
}

/** In the writer's own words, on one line, without marks in it. */
function isOwnProse({ start, end }: DatedMention, { prose, quoted, marks, start: from }: Block, text: string): boolean {
  const written = text.slice(start, end);
  return (
    !quoted &&
    written === prose.slice(start - from, end - from) &&
    !/[\r\n]| {2}/.test(written) &&
    !/\bthe $/i.test(text.slice(Math.max(0, start - 4), start)) &&
    !opensQuotation(prose.slice(0, start - from)) &&
    !marks.some((mark) => mark.start <= start && end <= mark.end && !(mark.kind === 'emphasis' && mark.strong))
  );
}
