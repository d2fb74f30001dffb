/** Reads the dates of a pack: EDTF, alone or with its calendar, a note and the other values that serious books give. */
import { type Said, say } from '../../l10n/said';
import { parseEdtf } from '../../time/index';
import type { Calendar, DateValue } from '../../time/model';
import type { FactDate } from '../model';
import { defined } from './defined';
import type { Extras } from './problems';
import { limits, type YamlMap, type YamlValue } from './yaml-reader';

const calendars: readonly Calendar[] = ['gregorian', 'julian'];

/** `when: 1922-04`, or `when: {date, calendar, note, also: [1923, {date, calendar, note}]}`. */
export function readFactDate(value: YamlValue | undefined): FactDate | undefined {
  if (value === undefined) return undefined;
  if (!value.isMap) {
    const date = readDate(value, 'gregorian');
    return date && { value: date, alternatives: [], place: value.place };
  }
  const map = value.map(say('a date'), ['date', 'calendar', 'note', 'also']);
  if (!map) return undefined;
  const date = readDateOf(map);
  const alternatives = (map.get('also')?.listOrOne() ?? []).flatMap((item) => {
    if (!item.isMap) return present(readDate(item, 'gregorian'), (also) => ({ value: also }));
    const other = item.map(say('another date'), ['date', 'calendar', 'note']);
    return other ? present(readDateOf(other), (also) => defined<FactDate['alternatives'][number]>({ value: also, note: note(other) })) : [];
  });
  return date && defined<FactDate>({ value: date, alternatives, note: note(map), place: value.place });
}

/** `from` and `to` of an office, a relation, a membership; a `to` before its `from` is reported and left out. */
export function readTerms(map: YamlMap): { from: FactDate | undefined; to: FactDate | undefined } {
  const from = readFactDate(map.get('from'));
  const to = readFactDate(map.get('to'));
  if (inOrder(from, to)) return { from, to };
  map.get('to')?.error(say('“to” is before “from”.'), exchange(map, 'from', 'to'));
  return { from, to: undefined };
}

/** Whether some accepted value of the first can stand before or with some accepted value of the second. */
export function inOrder(first: FactDate | undefined, second: FactDate | undefined): boolean {
  if (!first || !second) return true;
  const earliest = Math.min(...spansOf(first).map((span) => span.first));
  const latest = Math.max(...spansOf(second).map((span) => span.last));
  return earliest <= latest;
}

export function spansOf(date: FactDate): DateValue['spans'] {
  return [date.value, ...date.alternatives.map((each) => each.value)].flatMap((value) => value.spans);
}

/** One EDTF date, reported where it is none. */
export function readDate(value: YamlValue, calendar: Calendar): DateValue | undefined {
  const text = value.text(limits.name);
  if (text === undefined) return undefined;
  const date = parseEdtf(text, { calendar });
  if (date === null) value.error(explain(text, calendar), value.rewrite(turnedRound(text, calendar)));
  return date ?? undefined;
}

export function readCalendar(map: YamlMap): Calendar {
  return map.get('calendar')?.oneOf(calendars) ?? 'gregorian';
}

function readDateOf(map: YamlMap): DateValue | undefined {
  const value = map.need('date');
  return value && readDate(value, readCalendar(map));
}

function note(map: YamlMap): string | undefined {
  return map.get('note')?.text(limits.text);
}

function present<A, B>(value: A | undefined, use: (value: A) => B): B[] {
  return value === undefined ? [] : [use(value)];
}

/** The fix that exchanges the values of two keys, with the place of the first. */
function exchange(map: YamlMap, first: string, second: string): Extras {
  const [a, b] = [map.get(first), map.get(second)];
  if (!a || !b) return {};
  const [one, other] = [a.written, b.written];
  const related = [{ place: a.place, said: say('“{title}”', { title: first }) }];
  if (one === undefined || other === undefined) return { related };
  const edits = [
    { place: a.place, newText: other },
    { place: b.place, newText: one },
  ];
  return { related, fixes: [{ title: say('Exchange “{first}” and “{second}”', { first, second }), edits }] };
}

/** A range that runs backwards, the other way round. */
function turnedRound(text: string, calendar: Calendar): string | undefined {
  const parts = text.split('/').map((part) => part.trim());
  const turned = `${parts[1]}/${parts[0]}`;
  return parts.length === 2 && parseEdtf(turned, { calendar }) && parts.every((part) => parseEdtf(part, { calendar })) ? turned : undefined;
}

/** Why a text is no date: an impossible month or day, a range that runs backwards, or a form that is not EDTF. */
function explain(text: string, calendar: Calendar): Said {
  const parts = text.split('/');
  for (const part of parts) {
    const fields = /^(-?\d{4})-(\d\d)(?:-(\d\d))?[~?%]?$/.exec(part.trim());
    if (!fields) continue;
    const [, year, month, day] = fields;
    const isMonth = Number(month) >= 1 && Number(month) <= 12;
    if (!isMonth && !(day === undefined && Number(month) >= 21 && Number(month) <= 41))
      return say('There is no month {month}.', { month: month! });
    // Without the calendar: it is not the month's name that is of the old style.
    const named = isMonth ? parseEdtf(`${year}-${month}`) : null;
    if (day === undefined || !named || parseEdtf(part.trim(), { calendar })) continue;
    const days = [31, 30, 29, 28].find((each) => parseEdtf(`${year}-${month}-${each}`, { calendar }))!;
    return say('There is no {day} {month}: the month had {days} days.', { day: Number(day), month: { date: named }, days });
  }
  const [first, last] = parts.map((part) => parseEdtf(part.trim(), { calendar }));
  if (parts.length === 2 && first && last) return say('This range runs backwards: its second date is before its first.');
  return say('“{text}” is not a date that can be read. Write it as 1924-01-21, 1924-01, 1924 or, from one to another, 1922/1923-05.', {
    text,
  });
}
