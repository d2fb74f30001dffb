/** A timeline line as text: how the lines of the notes write their dates, and a date of the chapter written like them. */
import type { ChapterEvent } from '../chapter/model';
import type { Block } from '../notes/model';
import type { DatedMention, Reading } from '../reading/model';
import { type DateForm, type DateValue, formatDate, parseEdtf, readDates, writeDate } from '../time/index';

/** How a timeline line writes its date. */
export interface LineStyle {
  readonly value: DateValue | null;
  readonly form: DateForm;
  /** What stands around the date: bold marks, colon. */
  readonly before: string;
  readonly after: string;
}

/** The nearest timeline line above with a year in its words, under the same heading. */
export function lineAbove(reading: Reading, offset: number): LineStyle | null {
  const { blocks } = reading.notes;
  let nearest: LineStyle | null = null;
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index]!;
    if (block.end > offset) continue;
    if (block.kind === 'heading') break;
    const mention = block.timelineHead && headDate(reading, index);
    if (!mention) {
      if (nearest === null && block.kind !== 'list-item') return null;
      continue;
    }
    const line: LineStyle = { value: nearest?.value ?? mention.date.value, form: mention.date.form, ...around(block, reading.notes.text) };
    if (mention.date.form.parts.some((part) => part.kind === 'field' && part.field === 'year')) return line;
    nearest ??= line;
  }
  return nearest;
}

function around(block: Block, text: string): { before: string; after: string } {
  const { start, end } = block.timelineHead!;
  const before = /[*_]{0,3}$/.exec(text.slice(Math.max(block.start, start - 3), start))![0];
  const after = /^[ \t]*[*_]{0,3}[ \t]*:[ \t]*[*_]{0,3}[ \t]*/.exec(text.slice(end, end + 20))?.[0] ?? ': ';
  // The spaces that align one line are not those of another.
  return { before, after: after.replace(/[ \t]*$/, ' ') };
}

/** The date at the head of a timeline line; the first end of a range. */
export function headDate(reading: Reading, block: number): DatedMention | undefined {
  const head = reading.notes.blocks[block]?.timelineHead;
  return (
    head &&
    reading.mentions.find(
      (mention): mention is DatedMention =>
        mention.kind === 'date' && mention.block === block && mention.start >= head.start && mention.end <= head.end,
    )
  );
}

/** The event's date as the line above writes dates, else as textbooks print them: "1922 Apr: ". */
export function headFor(event: ChapterEvent, above: LineStyle | null): string {
  return `${above?.before ?? ''}${headText(event.when.value, above)}${above?.after ?? ': '}`;
}

function headText(value: DateValue, above: LineStyle | null): string {
  const write = (date: DateValue) =>
    (above && carriesYear(above.form) ? writeDate(date, above.form) : null) ?? writeDate(date, textbookForm(date));
  const [first, last] = value.edtf.split('/').map((end) => parseEdtf(end, { calendar: value.calendar }));
  if (!first || !last) return write(value) ?? formatDate(value);
  const [from, to] = [write(first), write(last)];
  if (!from || !to) return formatDate(value);
  // "1924–29"
  return /^\d{4}$/.test(from) && /^\d{4}$/.test(to) && from.slice(0, 2) === to.slice(0, 2) ? `${from}–${to.slice(2)}` : `${from}–${to}`;
}

const carriesYear = (form: DateForm): boolean => form.parts.some((part) => part.kind === 'field' && part.field === 'year');

const SAMPLES: Partial<Record<DateValue['precision'], string>> = { day: '1924 Jan 21', month: '1924 Jan' };
const forms = new Map<string, DateForm>();

function textbookForm({ precision }: DateValue): DateForm {
  const sample = SAMPLES[precision] ?? '1924';
  let form = forms.get(sample);
  if (!form) {
    form = readDates(sample, { timelineHead: true })[0]!.form;
    forms.set(sample, form);
  }
  return form;
}
