/** Recognises dates in figures: 1924-01-21, 21/1/1924, 21.1.1924, 10/1927. */
import { MARK, NUMBER } from './lexer';
import { type DateRun, mark, newItem, type Source } from './run';
import { plainYear } from './years';

/** Figures: 1924-01-21, 21/1/1924, 21.1.1924, 10/1927, 5/1924. */
export function figures(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const [a, s1, b, s2, c] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3], tokens[at + 4]];
  if (!a || !s1 || !b || s1.kind !== MARK || b.kind !== NUMBER || s1.spaced || b.spaced || a.text !== '' || b.text !== '') return null;
  const separator = s1.text;
  const before = tokens[at - 1];
  // 1917-10-25/1917-11-07 are two dates; 3/4/5/1923 is none.
  if (
    before &&
    !a.spaced &&
    ((before.text === '/' && separator !== '-') || before.text === '.' || before.text === '-') &&
    tokens[at - 2]?.kind === NUMBER
  )
    return null;
  const item = newItem(at);
  if (separator !== '-' && separator !== '/' && separator !== '.' && separator !== '–') return null;
  const three =
    s2 !== undefined &&
    c !== undefined &&
    s2.kind === MARK &&
    s2.text === separator &&
    !s2.spaced &&
    !c.spaced &&
    c.kind === NUMBER &&
    c.text === '';
  const closed = (next: number): boolean => {
    const after = tokens[next];
    return !(
      after &&
      !after.spaced &&
      ((after.text === '/' && separator !== '-') ||
        after.text === '-' ||
        (after.text === '.' && separator === '.') ||
        after.text === ':') &&
      tokens[next + 1]?.kind === NUMBER &&
      !tokens[next + 1]!.spaced
    );
  };
  if (three && separator !== '–') {
    if (!closed(at + 5)) return null;
    if (a.digits === 4 && b.digits <= 2 && c.digits <= 2 && plainYear(a) && b.value >= 1 && b.value <= 12 && c.value >= 1) {
      // Year first: 1924-01-21
      if (separator === '-' && (b.digits !== 2 || c.digits !== 2)) return null;
      item.fields = { year: a.value, month: b.value, day: c.value };
      mark(source, item, 'year', at, at + 1);
      mark(source, item, 'month', at + 2, at + 3, `padded ${source.text.slice(b.start, b.end)}`);
      mark(source, item, 'day', at + 4, at + 5, `padded ${source.text.slice(c.start, c.end)}`);
    } else if (
      a.digits <= 2 &&
      b.digits <= 2 &&
      (plainYear(c) || (c.digits === 2 && (separator === '/' || (separator === '.' && source.timelineHead)))) &&
      a.value >= 1 &&
      b.value >= 1
    ) {
      const year = c.digits === 4 ? { year: c.value } : { shortYear: c.value };
      const yearStyle = (): void => mark(source, item, 'year', at + 4, at + 5);
      if (a.value <= 12 && b.value <= 12 && a.value !== b.value && separator !== '.') {
        item.fields = { ...year, eitherOrder: [a.value, b.value] };
        mark(source, item, 'day', at, at + 1, `either ${source.text.slice(a.start, a.end)}`);
        mark(source, item, 'month', at + 2, at + 3, `either ${source.text.slice(b.start, b.end)}`);
      } else if (b.value <= 12 || (a.value > 12 && b.value > 12)) {
        // Day first; with dots always (the order of the countries that use dots).
        if (b.value > 12) return null;
        item.fields = { ...year, day: a.value, month: b.value };
        mark(source, item, 'day', at, at + 1);
        mark(source, item, 'month', at + 2, at + 3);
      } else {
        if (separator === '.') return null;
        item.fields = { ...year, month: a.value, day: b.value };
        mark(source, item, 'month', at, at + 1);
        mark(source, item, 'day', at + 2, at + 3);
      }
      if ((item.fields.day ?? 1) > 39) return null;
      yearStyle();
    } else return null;
    item.to = at + 5;
    return { items: [item], next: at + 5 };
  }
  if (three || !closed(at + 3)) return null;
  // 10/1927, 10.1927
  if (a.digits <= 2 && a.value >= 1 && a.value <= 12 && plainYear(b) && (separator === '/' || (separator === '.' && source.timelineHead))) {
    item.fields = { month: a.value, year: b.value };
    mark(source, item, 'month', at, at + 1);
    mark(source, item, 'year', at + 2, at + 3);
    item.to = at + 3;
    return { items: [item], next: at + 3 };
  }
  // 1917-10
  if (
    plainYear(a) &&
    b.digits === 2 &&
    b.value >= 1 &&
    b.value <= 12 &&
    b.value <= a.value % 100 &&
    (separator === '-' || (separator === '/' && b.value !== (a.value + 1) % 100))
  ) {
    item.fields = { year: a.value, month: b.value };
    mark(source, item, 'year', at, at + 1);
    mark(source, item, 'month', at + 2, at + 3, `padded ${source.text.slice(b.start, b.end)}`);
    item.to = at + 3;
    return { items: [item], next: at + 3 };
  }
  return null;
}
