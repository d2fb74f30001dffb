/** Recognises months: with day or year, and alone where they are neither verb, march nor name. */

import { countsSomething } from './counts';
import { dayAt, styleMark } from './days';
import { MARK, NUMBER, type Token, WORD } from './lexer';
import { type MonthRead, monthAt } from './month-names';
import { ordinalAt } from './numerals';
import { CONNECTORS, closes, type DateRun, type Item, is, isApostrophe, isDash, linkRun, mark, newItem, type Source } from './run';
import { DETERMINER, MONTH } from './words';
import { eraAt, yearAfter } from './years';

/** Months before their day or year: "January 21, 1924", "March 1917", "Oct/Nov 1917", "May". */
export function monthFirst(source: Source, at: number, month: MonthRead): DateRun | null {
  const { tokens } = source;
  const item = newItem(at);
  item.fields.month = month.month;
  mark(source, item, 'month', at, month.next);
  let next = month.next;
  let company = false;
  // Oct/Nov: a choice of two.
  if (is(tokens[next], '/')) {
    const second = monthAt(source, next + 1);
    if (second) {
      item.fields.lastMonth = second.month;
      mark(source, item, 'month', next + 1, second.next);
      next = second.next;
      company = true;
    }
  }
  let dayText = next;
  if (is(tokens[next], 'the') && ordinalAt(tokens, next + 1)) dayText = next + 1;
  const day =
    item.fields.lastMonth === undefined && tokens[dayText]?.spaced && (tokens[dayText]?.kind === NUMBER || dayText > next)
      ? dayAt(tokens, dayText)
      : null;
  const yearInstead = day !== null && tokens[dayText]!.kind === NUMBER && eraAt(tokens, dayText + 1, source.text) !== null;
  if (
    day &&
    !yearInstead &&
    !(tokens[day.next - 1]!.text !== '' && NUMBERED.has(tokens[day.next]?.text ?? '')) &&
    !countsSomething(source, dayText) &&
    !(is(tokens[day.next], ':') && tokens[day.next + 1]?.kind === NUMBER && !tokens[day.next + 1]!.spaced)
  ) {
    item.fields.day = day.value;
    mark(source, item, 'day', dayText, day.next);
    next = day.next;
    company = true;
    item.to = next;
    const days = [{ item, connector: undefined as Token | undefined }];
    next = moreDays(source, next, month.month, days);
    const last = days[days.length - 1]!.item;
    const afterYear = yearAfter(source, next, last);
    const hasYear = afterYear > next;
    next = afterYear;
    last.to = next;
    linkRun(days);
    // The month is said before the first, the year (if at all) after the last.
    for (const { item: one } of days) {
      delete one.takesNext;
      if (hasYear && one !== last) one.takesNext = true;
      if (!hasYear && one !== item) one.takesPrevious = true;
    }
    styleMark(source, next, last);
    return { items: days.map((d) => d.item), next };
  }
  const afterYear = yearInShort(source, next, item) ?? yearAfter(source, next, item);
  if (afterYear > next) {
    company = true;
    next = afterYear;
  }
  item.to = next;
  if (!company && !aloneIsMonth(source, at, month)) return null;
  styleMark(source, next, item);
  return { items: [item], next };
}

/** What is called by its number: "Dec 14th Congress" is no fourteenth of December. */
const NUMBERED = new Set(
  'congress conference congr cong conf plenum party amendment army republic international parliament assembly session duma corps division century anniversary'.split(
    ' ',
  ),
);

/** No month has so many days, and no slip of the pen makes so many. */
const NO_DAY = 40;

/** "Oct 68": too many for days, and nothing behind it that there could be so many of. */
function yearInShort(source: Source, at: number, item: Item): number | null {
  const digits = source.tokens[at];
  if (digits?.kind !== NUMBER || digits.digits !== 2 || digits.text !== '' || !digits.spaced || digits.value < NO_DAY) return null;
  if (!closes(source.tokens[at + 1])) return null;
  item.fields.shortYear = digits.value;
  mark(source, item, 'year', at, at + 1);
  return at + 1;
}

/** The further days of "September 5–9, 1918", "March 5, 7 and 9": adds them to the list, returns the token after. */
function moreDays(source: Source, at: number, month: number, days: { item: Item; connector: Token | undefined }[]): number {
  const { tokens } = source;
  let next = at;
  for (let count = 0; count < 8; count++) {
    let link = next;
    if (!tokens[link] || !CONNECTORS.has(tokens[link]!.text)) break;
    const oxford = is(tokens[link], ',') && (is(tokens[link + 1], 'and') || is(tokens[link + 1], 'or'));
    if (oxford) link++;
    const connector = tokens[link]!;
    const numberAt = is(tokens[link + 1], 'the') ? link + 2 : link + 1;
    const token = tokens[numberAt];
    if (!token || token.kind !== NUMBER || token.digits > 2) break;
    const day = dayAt(tokens, numberAt);
    if (!day || day.value > 31 || countsSomething(source, numberAt) || monthAt(source, day.next) || eraAt(tokens, day.next, source.text))
      break;
    const after = tokens[day.next];
    if (token.text === '') {
      if (is(after, 'of') || is(after, ':') || is(after, '/')) break;
      // A bare number after a comma is a day only in a list that goes on; after "and", where no noun follows.
      if (connector.text === ',' && !is(after, 'and') && !is(after, ',') && !is(after, 'or')) break;
      if (connector.kind === WORD && !closes(after)) break;
    }
    const item = newItem(numberAt);
    item.fields = { month, day: day.value };
    mark(source, item, 'day', numberAt, day.next);
    item.to = day.next;
    days.push({ item, connector });
    next = day.next;
  }
  return next;
}

export function soleMonth(source: Source, at: number, month: MonthRead): DateRun {
  const item = newItem(at);
  item.fields.month = month.month;
  mark(source, item, 'month', at, month.next);
  item.to = month.next;
  return { items: [item], next: month.next };
}

/** Words before which a month, standing alone, is a date: "in May", "by March", "that December". */
export const LEADS = new Set(
  'in on by since until till before after from during through throughout of between and or to for early mid late around about circa next last previous following that this every each same till towards end beginning middle start'.split(
    ' ',
  ),
);

/** Nouns that make a month before them part of a name. */
const NAMED = new Set(['revolution', 'revolutions', 'theses', 'manifesto', 'days', 'coup']);

/** Months that are names or other words too. */
const OTHER_WORDS = new Set(['march', 'may', 'april', 'june', 'august']);
/** How far off, in tokens, another month is looked for. */
const NEAR = 40;

/** "1922: Apr Stalin Gen Sec, May first stroke": behind a mark, and not followed by what belongs to a name or a verb; a word of another meaning beside other months alone. */
function opensStep({ tokens }: Source, at: number, month: MonthRead): boolean {
  const isFirst = (index: number) => tokens[index - 1] === undefined || /^[,;:.+&/(–—→]$/.test(tokens[index - 1]!.text);
  const after = tokens[month.next];
  if (!isFirst(at) || !after || isApostrophe(after) || (isDash(after) && !after.spaced) || after.text === 'on' || after.text === 'of')
    return false;
  if (!OTHER_WORDS.has(tokens[at]!.text)) return true;
  for (let i = Math.max(0, at - NEAR); i < Math.min(tokens.length, at + NEAR); i++) {
    const { word, capital, text } = tokens[i]!;
    if (i !== at && word && capital && (word.tags & MONTH) !== 0 && text !== tokens[at]!.text && isFirst(i)) return true;
  }
  return false;
}

/** Whether a month without day or year is one: not the verb, the march, the name, or part of a name ("the April Theses"). */
export function aloneIsMonth(source: Source, at: number, month: MonthRead): boolean {
  const { tokens } = source;
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const after = tokens[month.next];
  const led = before !== undefined && (LEADS.has(before.text) || isDash(before));
  if (source.timelineHead && tokens[0] === token) return true;
  if (before?.text === '(' && after?.text === ')' && token.capital) return true;
  if (source.behindYear && token.capital && opensStep(source, at, month)) return true;
  // The October revolution, the April theses: names, with the pack to date them.
  if (before?.text === 'the' && after && NAMED.has(after.text)) return false;
  if (!token.capital) {
    // "in december": the long names only, and after a preposition.
    return led && !month.doubtful ? true : led && token.word!.doubtful !== true && token.text.length > 4 && token.text !== 'august';
  }
  const hyphenated =
    (isDash(before) && !token.spaced && !before!.spaced && tokens[at - 2]?.kind === WORD && !is(tokens[at - 2], 'mid')) ||
    (isDash(after) &&
      !after!.spaced &&
      tokens[month.next + 1] !== undefined &&
      !tokens[month.next + 1]!.spaced &&
      !tokens[month.next + 1]!.capital &&
      tokens[month.next + 1]!.kind === WORD);
  // "since January-protesting": a hyphen for a dash; "post-October", "October-style" are no dates.
  if (hyphenated && !monthAt(source, at - 2) && !(led && before!.kind === WORD && !/^(?:a|the|of|for|and|or)$/.test(before!.text)))
    return false;
  const next = after && after.kind === WORD && after.spaced ? after : undefined;
  // Part of a name: the October Revolution, the July Days; a person's first name.
  const determined =
    before?.kind === WORD &&
    before.word !== undefined &&
    (before.word.tags & DETERMINER) !== 0 &&
    before.text !== 'that' &&
    before.text !== 'this';
  if (next?.capital && !next.word && (determined || !led)) return false;
  if (next?.capital && determined) return false;
  // Possessives and titles: "May's", "President August".
  if (
    isApostrophe(after) &&
    !after!.spaced &&
    tokens[month.next + 1]?.text === 's' &&
    (token.text === 'may' || token.text === 'august' || token.text === 'april')
  )
    return led;
  if (month.doubtful || token.text === 'may') {
    if (token.text === 'march' && is(after, 'on') && !(led && before!.text === 'in')) return false;
    if (led && !(before!.text === 'and' || before!.text === 'or' || before!.text === 'to' || before!.text === 'for')) return true;
    // "March and April", "May to June"
    if (after && CONNECTORS.has(after.text) && monthAt(source, month.next + 1) && tokens[month.next + 1]!.capital) return true;
    return led && tokens[at - 2] !== undefined && Boolean(tokens[at - 2]!.word && tokens[at - 2]!.word!.tags & MONTH);
  }
  if (token.text === 'august' && !led)
    return !next?.capital && !closes(after) ? true : before === undefined || before.kind === MARK || before.text === 'the';
  return true;
}
