/** Hover in a pack's files: what a key means, what is behind an id, a date in words and in both calendars. */
import type { Hover, MarkupKind } from 'vscode-languageserver-types';
import { type Language, type Said, say } from '../../l10n/said';
import { type Calendar, type DateValue, fromDayNumber, parseEdtf } from '../../time/index';
import { describeFact } from '../describe';
import { rangeOf } from '../document';
import { type Block, paragraph, render } from '../markup';
import { describeKey } from './completion';
import type { OpenPackFile } from './files';
import { declarationOf, type IdUse, idAt } from './ids';
import { formsAt, keyAt } from './schema';
import { entryAt, type Leaf, leafAt, leavesOf } from './tree';

export function packHover(file: OpenPackFile, offset: number, markup: MarkupKind, language: Language): Hover | null {
  const text = file.document.getText();
  const leaf = leafAt(file.name, text, offset);
  const blocks = leaf && describe(file, leaf, offset);
  return leaf && blocks && blocks.length > 0 ? { contents: render(blocks, markup, language), range: rangeOf(file.document, leaf) } : null;
}

function describe(file: OpenPackFile, leaf: Leaf, offset: number): Block[] {
  if (leaf.isKey) {
    const key = keyAt(file.name, leaf.path);
    return key ? describeKey(key) : [];
  }
  const { document, name } = file;
  const id = idAt(name, document.uri, document.getText(), offset);
  if (id) return describeId(id, file);
  const forms = formsAt(name, leaf.path);
  if (forms.some(({ kind }) => kind === 'date')) return describeDate(leaf, file);
  if (!forms.some(({ choices }) => choices.includes(leaf.text))) return [];
  const key = keyAt(name, leaf.path);
  return key ? describeKey(key) : [];
}

function describeId(id: IdUse, { pack }: OpenPackFile): Block[] {
  const { chapter } = pack;
  if (id.kind === 'section') {
    const section = chapter?.sections.find((each) => each.id === id.id);
    return section ? [paragraph({ strong: section.title }, ...(section.page ? [', ', say('p. {page}', { page: section.page })] : []))] : [];
  }
  const knowledge = pack.knowledge();
  const fact = chapter?.byId.get(id.id);
  if (fact && knowledge) return describeFact(fact, knowledge);
  // Half typed, or left out for a fault: there is an entry of this id, but nothing that can be said of it.
  return declarationOf(id, pack.files) ? [paragraph({ strong: id.id }, say(': this entry cannot be used yet; see its faults.'))] : [];
}

function describeDate(leaf: Leaf, { document, name }: OpenPackFile): Block[] {
  const calendar = calendarOf(leaf, document.getText(), name);
  const value = parseEdtf(leaf.text, { calendar });
  if (!value) return [];
  const other = inOtherCalendar(value);
  return [paragraph({ strong: say('{date}', { date: { date: value } }) }), ...(other === null ? [] : [paragraph(other)])];
}

/** The `calendar` beside the date. */
function calendarOf({ path, start }: Leaf, text: string, name: OpenPackFile['name']): Calendar {
  const entry = entryAt(name, text, start);
  if (!entry || path.at(-1) !== 'date') return 'gregorian';
  const beside = leavesOf(entry).find(
    (each) =>
      !each.isKey &&
      each.path.length === path.length &&
      each.path.every((step, i) => step === (i === path.length - 1 ? 'calendar' : path[i])),
  );
  return beside?.text === 'julian' ? 'julian' : 'gregorian';
}

/** The same day or days in the calendar that the pack does not use here; null for what is no run of single days. */
function inOtherCalendar({ calendar, spans, edtf }: DateValue): Said | null {
  const [span] = spans;
  const ends = edtf.split('/');
  if (!span || spans.length > 1 || !ends.every((end) => /^\d{4}-\d\d-\d\d$/.test(end))) return null;
  const other: Calendar = calendar === 'julian' ? 'gregorian' : 'julian';
  // Without the calendar, which is said in front.
  const said = (dayNumber: number) => {
    const { year, month, day } = fromDayNumber(other, dayNumber);
    const padded = (number: number, length: number) => String(number).padStart(length, '0');
    const date = parseEdtf(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`);
    return date && say('{date}', { date: { date } });
  };
  const [first, last] = [said(span.first), said(span.last)];
  if (!first || !last) return null;
  const date = span.last === span.first ? first : say('{from} to {to}', { from: first, to: last });
  return other === 'julian'
    ? say('Old Style (Julian calendar): {date}', { date })
    : say('New Style (Gregorian calendar): {date}', { date });
}
