/** Recognises days of a month, before it or after it. */
import { MARK, NUMBER, type Token, WORD } from './lexer';
import { monthAt } from './month-names';
import { type Numeral, ordinalAt } from './numerals';
import { CONNECTORS, type DateRun, type Item, is, isDash, linkRun, mark, newItem, type Source } from './run';
import { CARDINAL, ORDINAL, ROMAN_MONTHS } from './words';
import { plainYear, yearAfter } from './years';

/** The day of a month as a number or word: 5, 5th, fifth. */
export function dayAt(tokens: readonly Token[], at: number): Numeral | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === NUMBER && token.text === '')
    return token.digits <= 2 && token.value >= 1 && token.value <= 39 ? { value: token.value, next: at + 1 } : null;
  if (token.kind !== NUMBER && !(token.word && token.word.tags & (ORDINAL | CARDINAL))) return null;
  const ordinal = ordinalAt(tokens, at);
  return ordinal && ordinal.value <= 39 ? ordinal : null;
}

/** "9:30", "John 3:16": the second number is none of its own. */
const isBehindHour = (tokens: readonly Token[], at: number, mark: string): boolean =>
  is(tokens[at - 1], mark) &&
  !tokens[at]!.spaced &&
  !tokens[at - 1]!.spaced &&
  tokens[at - 2]?.kind === NUMBER &&
  tokens[at - 2]!.digits <= 2;

/**
 * Days before their month: "21 January 1924", "the 21st of January", "25–27 October 1917", "12, 13 and 14 May".
 * `from` may be a determiner before the day.
 */
export function dayFirst(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const days: { item: Item; connector: Token | undefined }[] = [];
  if (isBehindHour(tokens, at, ':')) return null;
  let next = at;
  let connector: Token | undefined;
  for (let count = 0; count < 8; count++) {
    const item = newItem(next);
    if (count > 0 && is(tokens[next], 'the')) next++;
    const day = dayAt(tokens, next);
    if (!day) {
      if (count === 0 || !connector) return null;
      break;
    }
    item.fields.day = day.value;
    mark(source, item, 'day', next, day.next);
    item.to = day.next;
    days.push({ item, connector });
    next = day.next;
    const link = tokens[next];
    if (!link || !CONNECTORS.has(link.text)) break;
    if (link.text === ',' && (is(tokens[next + 1], 'and') || is(tokens[next + 1], 'or'))) next++;
    connector = tokens[next];
    next++;
  }
  // "in Operation Dawn 5, and 22 to 24 February": the number belongs to the name before it.
  if (
    days.length > 1 &&
    days[1]!.connector!.kind === WORD &&
    is(tokens[days[0]!.item.to], ',') &&
    tokens[at - 1]?.kind === WORD &&
    tokens[at - 1]!.capital
  )
    return null;
  // "at 9.30, 5 May"
  if (days.length > 1 && isBehindHour(tokens, at, '.')) return null;
  const last = days[days.length - 1]!;
  next = last.item.to;
  // "7th. November"
  if (
    tokens[next - 1]?.text !== '' &&
    tokens[next - 1]?.kind === NUMBER &&
    is(tokens[next], '.') &&
    !tokens[next]!.spaced &&
    monthAt(source, next + 1)
  )
    next++;
  if (is(tokens[next], 'of')) next++;
  else if (isDash(tokens[next]) && !tokens[next]!.spaced) next++;
  if (next > last.item.to && is(tokens[next], 'the')) return null;
  const written = source.text.slice(tokens[next]?.start ?? 0, tokens[next]?.end ?? 0);
  let month = monthAt(source, next);
  const monthToken = next;
  if (!month) {
    // 25 XII 1922: Roman months only between a day and a year.
    const roman = ROMAN_MONTHS.get(written);
    if (roman === undefined || is(tokens[next - 1], 'of')) return null;
    let after = next + 1;
    if (is(tokens[after], '.')) after++;
    if (!plainYear(tokens[after])) return null;
    month = { month: roman, next: next + 1, doubtful: false };
  }
  const { item } = last;
  item.fields.month = month.month;
  mark(source, item, 'month', monthToken, month.next);
  next = month.next;
  // "20 August/September": a choice of months belongs to the month alone.
  const dotted = is(tokens[next], '.') && written !== '' && ROMAN_MONTHS.has(written);
  if (isDash(tokens[next]) && !tokens[next]!.spaced && plainYear(tokens[next + 1]) && isDash(tokens[monthToken - 1])) next++;
  const afterYear = figuresOfYear(source, next, item) ?? yearAfter(source, dotted ? next + 1 : next, item);
  const hasYear = afterYear > (dotted ? next + 1 : next);
  if (hasYear) next = afterYear;
  if (month.doubtful && !hasYear) {
    // "5 may", "21 march": lower case needs a year; "21 March" does not.
    if (!tokens[monthToken]!.capital && tokens[monthToken]!.word!.doubtful) return null;
    if (!tokens[monthToken]!.capital && (tokens[monthToken]!.text === 'may' || tokens[monthToken]!.text === 'august')) return null;
  }
  // "20 March battalions" never; "10 May Day parades" is May Day.
  item.to = next;
  if (item.fields.day! > 31 && !hasYear) return null;
  const items = days.map((d) => d.item);
  linkRun(days);
  styleMark(source, next, item);
  return { items, next };
}

/** Words between a date and the name of its calendar: "25 Oct in the old calendar", "7 November (by the new style)". */
const STYLE_LEADS = new Set(['(', '[', ',', 'in', 'by', 'on', 'the', 'according', 'to', 'under']);

/** "(O.S.)", "Old Style", "in the old calendar" after a date: sets the calendar; the words stay outside the date. */
export function styleMark(source: Source, at: number, item: Item): void {
  const { tokens, text } = source;
  let next = at;
  while (next < at + 5 && STYLE_LEADS.has(tokens[next]?.text ?? '')) next++;
  const token = tokens[next];
  if (!token || token.kind !== WORD) return;
  const written = text.slice(token.start, token.end);
  const after = tokens[next + 1]?.text;
  const named = after === 'style' || after === 'calendar' || after === 'reckoning';
  if (written === 'OS' || token.text === 'julian' || (token.text === 'old' && named)) item.fields.calendar = 'julian';
  else if (written === 'NS' || token.text === 'gregorian' || ((token.text === 'new' || token.text === 'modern') && named))
    item.fields.calendar = 'gregorian';
  else if ((written === 'O' || written === 'N') && after === '.' && is(tokens[next + 2], 's') && !tokens[next + 2]!.spaced) {
    item.fields.calendar = written === 'O' ? 'julian' : 'gregorian';
  }
}

/** "5 Mar 23 – a furious letter": the two figures behind day and month that nothing follows which they could count. Returns the token after. */
function figuresOfYear(source: Source, at: number, item: Item): number | null {
  const { tokens } = source;
  const digits = tokens[at];
  if (digits?.kind !== NUMBER || digits.digits !== 2 || digits.text !== '' || !digits.spaced) return null;
  const after = tokens[at + 1];
  if (after && (after.kind !== MARK || /^[%&+]$/.test(after.text) || (isDash(after) && !after.spaced))) return null;
  // "5 March 23, 24 and 25 June", "5 Mar 23:00", "23.5": a list, a time, a decimal.
  if (after && !isDash(after) && tokens[at + 2]?.kind === NUMBER) return null;
  item.fields.shortYear = digits.value;
  mark(source, item, 'year', at, at + 1);
  return at + 1;
}
