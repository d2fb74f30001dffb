/** What two dates beside each other say together: ranges that run backwards, and the two names that a day has in two calendars. */
import { toDayNumber } from './calendar';
import { knownOf } from './context';
import type { Expression } from './expression';
import type { Calendar, DateMention } from './model';
import { spanOf } from './span';
import { dateValue } from './value';

/** Words and marks that may stand between the two names of a day. */
const STYLE_WORDS = new Set([
  '(',
  ')',
  '[',
  ']',
  '/',
  ',',
  '=',
  '.',
  'or',
  'o',
  's',
  'n',
  'os',
  'ns',
  'i',
  'e',
  'old',
  'new',
  'style',
  'in',
  'by',
  'on',
  'the',
  'calendar',
  'modern',
  'julian',
  'gregorian',
  'western',
  'that',
  'is',
  'to',
  'according',
  'reckoning',
  ';',
  '-',
  '–',
  '—',
]);

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function dayOf(mention: DateMention): Day | null {
  const known = mention.value?.precision === 'day' ? knownOf(mention.value) : null;
  return known?.month !== undefined && known.day !== undefined ? { year: known.year!, month: known.month, day: known.day } : null;
}

/** "25 October (7 November) 1917", "25 Oct. O.S. / 7 Nov.": two names of one day, each in its calendar. */
function pairStyles(mentions: DateMention[], expressions: readonly Expression[], i: number): void {
  const { gap } = expressions[i]!;
  if (!gap || gap.length === 0 || mentions[i]!.rangeRole === 'first') return;
  const [a, b] = [dayOf(mentions[i]!), dayOf(mentions[i + 1]!)];
  if (!a || !b || !gap.every((word) => STYLE_WORDS.has(word))) return;
  const number = (calendar: Calendar, of: Day): number => toDayNumber(calendar, of.year, of.month, of.day);
  const julianFirst = number('julian', a) === number('gregorian', b);
  if (!julianFirst && number('gregorian', a) !== number('julian', b)) return;
  mentions[i] = { ...mentions[i]!, value: dateValue(a, { calendar: julianFirst ? 'julian' : 'gregorian' }) };
  mentions[i + 1] = { ...mentions[i + 1]!, value: dateValue(b, { calendar: julianFirst ? 'gregorian' : 'julian' }) };
}

/** A range that runs backwards is a fault of its first end, where both ends say all that they say themselves. */
function checkRange(mentions: DateMention[], expressions: readonly Expression[], i: number): void {
  const [a, b] = [mentions[i]!, mentions[i + 1]!];
  if (a.rangeRole !== 'first' || !expressions[i]!.ordered || !a.value || !b.value) return;
  if (a.provenance !== 'explicit' || b.provenance !== 'explicit') return;
  if (spanOf(a.value).first > spanOf(b.value).last) mentions[i] = { ...a, faults: [...a.faults, { kind: 'reversed-range' }] };
}

/** Looks at all neighbours; changes the list of mentions, which runs beside that of the expressions. */
export function judgePairs(mentions: DateMention[], expressions: readonly Expression[]): void {
  for (let i = 0; i + 1 < mentions.length; i++) {
    checkRange(mentions, expressions, i);
    pairStyles(mentions, expressions, i);
  }
}
