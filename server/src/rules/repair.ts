/** Repairs in the writer's own form, and the references that findings rest on. */
import type { AnyFact, FactDate, Person } from '../chapter/model';
import type { DatedMention, Reading, SentenceReading } from '../reading/model';
import { cardinalLike } from '../reading/number-words';
import { datesOf } from '../reading/read';
import { wordEnd } from '../reading/read-block';
import { type DateValue, distance, formatDate, parseEdtf, type Span, writeDate } from '../time/index';
import type { FactReference, Fix } from './finding';

/** Puts the fact's date where the writer's stands, written as the writer writes dates; as fine as the writer's where the fact is finer. */
export function dateFixes(mention: DatedMention, date: FactDate, reading: Reading): Fix[] {
  // A season put right by a season can still be too vague to tell right from wrong; the month says it.
  const seasonal = mention.date.value?.precision === 'season' && date.value.precision !== 'season';
  const written =
    relativeLike(mention, date.value, reading) ??
    (seasonal ? null : writeDate(date.value, mention.date.form)) ??
    formatDate(seasonal ? monthOf(date.value) : date.value);
  return [{ title: `Change to ${written}`, edits: [{ start: mention.start, end: mention.end, newText: written }], preferred: true }];
}

/** The month in which the day or the days lie: who wrote of a season gave no day. */
function monthOf(value: DateValue): DateValue {
  const months = new Set(value.edtf.split('/').map((end) => end.slice(0, 'yyyy-mm'.length)));
  const [month] = months;
  return months.size === 1 && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month!) ? (parseEdtf(month!) ?? value) : value;
}

/** "two months later" put right as "a month later": counted from the same anchor. */
function relativeLike({ date, block, start, end }: DatedMention, value: DateValue, reading: Reading): string | null {
  const tail = /\b(?:later|after|afterwards|on|earlier|before|previously)$/.exec(reading.notes.text.slice(start, end));
  if (date.relative?.anchor === undefined || !tail) return null;
  const anchor = datesOf(reading, block)[date.relative.anchor]?.date.value;
  const words = anchor && distanceInWords(anchor.spans[0]!, value.spans[0]!);
  if (!words) return null;
  const backwards = words.direction === 'before';
  // "two years later" of what came earlier needs another word behind it.
  const fits = /^(?:earlier|before|previously)$/.test(tail[0]) === backwards;
  return `${words.amount} ${fits ? tail[0] : backwards ? 'earlier' : 'later'}`;
}

/** How far the second lies from the first: in months up to two years, then in years. Null where they are less than a month apart. */
export function distanceInWords(from: Span, to: Span): { amount: string; direction: 'after' | 'before' } | null {
  const [early, late, direction] = from.first <= to.first ? ([from, to, 'after'] as const) : ([to, from, 'before'] as const);
  const middle = ({ min, max }: { min: number; max: number }) => Math.round((min + max) / 2);
  const months = middle(distance(early, late, 'month'));
  const yearly = from.last - from.first > 300 || to.last - to.first > 300;
  const [count, unit] = months < 24 && !yearly ? [months, 'month'] : [middle(distance(early, late, 'year')), 'year'];
  if (count < 1) {
    const days = middle(distance(early, late, 'day'));
    if (days < 1) return null;
    if (days >= 14) return { amount: `${cardinalLike('', Math.round(days / 7))} weeks`, direction };
    return { amount: days === 1 ? 'a day' : `${cardinalLike('', days)} days`, direction };
  }
  return { amount: count === 1 ? `a ${unit}` : `${cardinalLike('', count)} ${unit}s`, direction };
}

/** "on 13 July 1793", "in July 1793", "from 1918 to 1921" as it reads in a sentence. */
export function whenInWords(value: DateValue): string {
  return `${value.precision === 'day' ? 'on' : 'in'} ${formatDate(value)}`;
}

export function factReference(fact: AnyFact, date?: DateValue): FactReference {
  return { id: fact.id, name: fact.name, place: fact.place, ...(date ? { date: formatDate(date), when: date } : {}) };
}

/** Where tokens [from, to) of a sentence stand in the text, a possessive ending left out. */
export function placeOf(
  reading: Reading,
  { block, tokens }: SentenceReading,
  { from, to }: { readonly from: number; readonly to: number },
): { start: number; end: number } {
  const { start } = reading.notes.blocks[block]!;
  return { start: start + tokens[from]!.start, end: start + wordEnd(tokens[to - 1]!) };
}

export function replaceFix(title: string, start: number, end: number, newText: string, preferred: boolean): Fix {
  return { title, edits: [{ start, end, newText }], preferred };
}

/** The person's name as the writer writes names: whole where a whole name stood, short where a surname stood. */
export function nameLike(person: Person, written: string, wrong: Person | undefined): string {
  // "L. Kamenev": the first name by its letter.
  const initial = /^(\p{Lu})(\.?)\s+\p{Lu}\p{Ll}/u.exec(written.trim());
  const [given, ...rest] = person.name.split(' ');
  if (initial && given && rest.join(' ') === person.short) return `${given[0]}${initial[2]} ${person.short}`;
  const whole = /\S\s+\S/.test(written.trim()) && written.trim().toLowerCase() !== wrong?.short.toLowerCase();
  return whole ? person.name : person.short;
}
