/** Recognises the calendar date that begins at a token, in whatever order it is written. */
import { countFollows, numberedBefore } from './counts';
import { dayAt, dayFirst } from './days';
import type { FieldMark } from './expression';
import { feastAt } from './feasts';
import { figures } from './figures';
import { MARK, NUMBER, type Token, WORD } from './lexer';
import { monthAt } from './month-names';
import { monthFirst, soleMonth } from './months';
import { centuryAt, decadeWordAt } from './periods';
import { closes, type DateRun, is, isApostrophe, isDash, mark, newItem, type Source } from './run';
import { countlessAfter, seasonAt } from './seasons';
import { CARDINAL, DECADE, MONTH, ORDINAL, SEASON, WEEKDAY } from './words';
import { aloneIsYear, eraAt, relativeUnitAt, withTail, yearAt } from './years';

/** Dates that begin with a number of four digits, or of fewer with an era. */
export function yearFirst(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const token = tokens[at]!;
  const item = newItem(at);
  // 1920s, 1920's, 470s BC
  const apostropheS =
    token.text === '' && isApostrophe(tokens[at + 1]) && !tokens[at + 1]!.spaced && is(tokens[at + 2], 's') && !tokens[at + 2]!.spaced;
  if ((token.text === 's' || apostropheS) && token.value % 10 === 0 && token.value > 0 && token.digits >= 2 && token.digits <= 4) {
    let next = apostropheS ? at + 3 : at + 1;
    const era = eraAt(tokens, next, source.text);
    const first = tokens[at - 2];
    if (
      token.digits === 2 &&
      first?.kind === NUMBER &&
      first.text === 's' &&
      (isDash(tokens[at - 1]) || is(tokens[at - 1], 'and') || is(tokens[at - 1], 'or') || is(tokens[at - 1], 'to'))
    ) {
      // "the 1920s–30s"
      item.fields.shortDecade = token.value / 10;
      mark(source, item, 'decade', at, next);
      item.to = next;
      return { items: [item], next };
    }
    if (token.digits < 4 && era?.era !== 'bc') return null;
    item.fields.decade = token.value / 10;
    mark(source, item, 'decade', at, next);
    if (era) {
      item.fields.era = era.era;
      mark(source, item, 'era', next, era.next);
      next = era.next;
    }
    item.to = next;
    return { items: [item], next };
  }
  if (token.text !== '') return null;
  const numeric = figures(source, at);
  if (numeric) return numeric;
  const next = yearAt(source, at, item);
  if (next < 0) {
    // 499–449 BC, from 264 to 241 BC, 496 and 495 BC
    const link = tokens[at + 1];
    const number = tokens[at + 2];
    if (
      token.value > 0 &&
      link &&
      (isDash(link) || is(link, 'to') || is(link, 'and') || is(link, 'or')) &&
      number?.kind === NUMBER &&
      number.digits <= 4
    ) {
      const last = newItem(at + 2);
      const end = yearAt(source, at + 2, last);
      if (end > 0 && last.fields.era === 'bc') {
        item.fields.year = token.value;
        item.fields.era = 'bc';
        mark(source, item, 'year', at, at + 1);
        item.to = at + 1;
        last.to = end;
        if (isDash(link) || is(link, 'to') || (is(link, 'and') && is(tokens[at - 1], 'between'))) {
          item.range = 'first';
          item.ordered = true;
          last.range = 'last';
        }
        return { items: [item, last], next: end };
      }
    }
    return null;
  }
  if (item.fields.era) return withTail(source, item, next);
  // 1922 Apr, 1922 April 3, 1917 Oct/Nov
  const month = monthAt(source, next);
  if (month && tokens[next]!.spaced && tokens[next]!.capital && !numberedBefore(tokens, at)) {
    const probe =
      monthFirst({ ...source, timelineHead: false }, next, month) ??
      (source.timelineHead || tokens[next]!.word!.doubtful ? soleMonth(source, next, month) : null);
    const led = /^(?:in|the|by|since|until|of|from|during)$/.test(tokens[at - 1]?.text ?? '');
    const named =
      tokens[month.next]?.kind === WORD && tokens[month.next]!.capital && !source.timelineHead && month.next === probe?.next && led;
    if (
      probe?.items.every((i) => i.fields.year === undefined && i.fields.shortYear === undefined && !i.relativeYear) &&
      !named &&
      !(led && probe.items.some((i) => i.fields.day !== undefined))
    ) {
      const first = probe.items[0]!;
      first.fields.year = item.fields.year!;
      first.marks.unshift(...item.marks);
      first.from = at;
      for (const other of probe.items) {
        other.takesNext = false;
        if (other !== first) other.fields.year = item.fields.year!;
      }
      return probe;
    }
  }
  // 1982 summer
  const season = tokens[next];
  if (
    season?.word &&
    season.word.tags & SEASON &&
    season.spaced &&
    season.text !== 'fall' &&
    (source.timelineHead || countlessAfter(tokens, next + 1))
  ) {
    item.fields.season = season.word.value;
    mark(source, item, 'season', next, next + 1);
    item.to = next + 1;
    return aloneIsYear(source, at) ? { items: [item], next: next + 1 } : null;
  }
  const run = withTail(source, item, next);
  if (run.items.length > 1) return numberedBefore(tokens, at) || (countFollows(tokens, run.next) && !tokens[at - 1]) ? null : run;
  return aloneIsYear(source, at) ? run : null;
}

/** Whether the apostrophe opens a quotation ('29 April 1924') rather than shortening a year ('29 Apr): its other half follows. */
function opensQuotation(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.text === '’') return false;
  for (let k = at + 2; k < at + 60 && k < tokens.length; k++) {
    const token = tokens[k]!;
    if (isApostrophe(token) && !token.spaced && (!tokens[k + 1] || tokens[k + 1]!.spaced || tokens[k + 1]!.kind === MARK)) return true;
  }
  return false;
}

/** "on the 5th": a day whose month was said before. */
function bareDay(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const token = tokens[at]!;
  if (token.text === '' || token.text === 's' || !is(tokens[at - 1], 'the')) return null;
  const day = dayAt(tokens, at);
  if (!day || day.value > 31 || !closes(tokens[day.next])) return null;
  if (!/^(?:\(|on|by|until|till|since|from|to|before|after|between|and|through)$/.test(tokens[at - 2]?.text ?? '')) return null;
  const item = newItem(at);
  item.fields.day = day.value;
  mark(source, item, 'day', at, day.next);
  item.to = day.next;
  // "of the same month" says no more than the day alone.
  const month = is(tokens[day.next], 'of') ? relativeUnitAt(tokens, day.next + 1, 'month') : null;
  if (month && month.direction !== 'same') {
    item.relativeMonth = month.direction;
    item.to = month.next;
  }
  return { items: [item], next: item.to };
}

/** The calendar date whose own words begin at this token. */
export function dateAt(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === NUMBER) {
    if (token.digits > 4 || token.value < 0) return null;
    if (token.digits <= 2) {
      const numeric = figures(source, at);
      if (numeric) return numeric;
      const run = dayFirst(source, at);
      if (run) return run;
      const century = centuryAt(source, at);
      if (century) return century;
      const bare = bareDay(source, at);
      if (bare) return bare;
    }
    return yearFirst(source, at);
  }
  if (token.kind === MARK) {
    if (!isApostrophe(token)) return null;
    // the '20s, '24
    const digits = tokens[at + 1];
    if (!digits || digits.spaced || digits.kind !== NUMBER || digits.digits !== 2) return null;
    const item = newItem(at);
    if (digits.text === 's' && digits.value % 10 === 0) {
      item.fields.shortDecade = digits.value / 10;
      mark(source, item, 'decade', at, at + 2);
      item.to = at + 2;
      return { items: [item], next: at + 2 };
    }
    if (!token.spaced && at > 0 && tokens[at - 1]!.kind !== MARK) return null;
    const next = yearAt(source, at, item);
    if (next < 0 || countFollows(tokens, next)) return null;
    const month = monthAt(source, next);
    if (month && digits.value <= 31 && opensQuotation(tokens, at)) return null;
    if (month && tokens[next]!.spaced && tokens[next]!.capital) {
      const run = monthFirst(source, next, month) ?? soleMonth(source, next, month);
      const first = run.items[0]!;
      if (run.items.length === 1 && first.fields.year === undefined && first.fields.shortYear === undefined) {
        first.fields.shortYear = item.fields.shortYear!;
        first.marks.unshift(...item.marks);
        first.from = at;
        return run;
      }
    }
    return withTail(source, item, next);
  }
  const { word } = token;
  if (!word) return null;
  if (token.text === 'christmas' || token.text === 'new') return feastAt(source, at);
  if (token.text === 'ad') {
    const item = newItem(at);
    const next = yearAt(source, at, item);
    return next < 0 ? null : withTail(source, item, next);
  }
  if (word.tags & WEEKDAY) return weekdayFirst(source, at);
  if (word.tags & MONTH) {
    const month = monthAt(source, at);
    const run = month && monthFirst(source, at, month);
    if (run) return run;
  }
  if (word.tags & (ORDINAL | CARDINAL)) {
    const run = word.tags & ORDINAL || isDash(tokens[at + 1]) ? (dayFirst(source, at) ?? centuryAt(source, at)) : null;
    if (run) return run;
  }
  if (word.tags & SEASON) {
    const run = seasonAt(source, at);
    if (run) return run;
  }
  if (word.tags & DECADE) return decadeWordAt(source, at);
  if (word.tags & CARDINAL && word.value >= 10 && word.value <= 20) return decadeWordAt(source, at);
  if (token.text === 'year' && (is(tokens[at - 1], 'the') || source.timelineHead)) {
    const number = tokens[at + 1];
    if (!number || number.kind !== NUMBER) return null;
    const item = newItem(at);
    const next = yearAt(source, at + 1, item);
    return next < 0 ? null : withTail(source, item, next);
  }
  if (token.text === 'a') {
    const item = newItem(at);
    const next = yearAt(source, at, item);
    return next < 0 ? null : withTail(source, item, next);
  }
  return null;
}

/** "Sunday, 21 January 1924", "Sunday the 5th of March". */
export function weekdayFirst(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const token = tokens[at]!;
  if (!token.capital && token.word!.doubtful) return null;
  let next = at + 1;
  if (token.word!.doubtful && is(tokens[next], '.') && !tokens[next]!.spaced) next++;
  if (is(tokens[next], ',')) next++;
  if (is(tokens[next], 'the')) next++;
  const inner = tokens[next];
  if (!inner || !(inner.kind === NUMBER || (inner.word && inner.word.tags & (MONTH | ORDINAL | CARDINAL)))) return null;
  const run =
    inner.kind === NUMBER && inner.digits <= 2
      ? (figures(source, next) ?? dayFirst(source, next))
      : inner.kind === WORD
        ? dateAt(source, next)
        : null;
  const first = run?.items[0];
  if (!run || !first || (first.fields.day === undefined && !first.fields.eitherOrder)) return null;
  first.fields.weekday = token.word!.value;
  const weekday: FieldMark = { start: token.start, end: token.end, field: 'weekday', style: source.text.slice(token.start, token.end) };
  first.marks.unshift(weekday);
  first.from = at;
  return run;
}
