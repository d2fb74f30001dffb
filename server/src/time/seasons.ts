/** Recognises seasons with their year, and alone. */
import { type Token, WORD } from './lexer';
import { closes, type DateRun, is, isApostrophe, isDash, mark, newItem, type Source } from './run';
import { SEASON } from './words';
import { yearAfter, yearTail } from './years';

/** A season and its year: "spring 1921", "the winter of 1922–23", "summer of that year". */
export function seasonAt(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const token = tokens[at]!;
  const item = newItem(at);
  item.fields.season = token.word!.value;
  mark(source, item, 'season', at, at + 1);
  // "the summer months of 1922"
  const noun = is(tokens[at + 1], 'months') && is(tokens[at + 2], 'of') ? at + 2 : at + 1;
  let next = yearAfter(source, noun, item);
  const hasYear = next > noun;
  if (!hasYear) next = at + 1;
  if (hasYear && item.fields.season === 24 && item.fields.era !== 'bc') {
    const tail = yearTail(source, next, item);
    const first = item.fields.year ?? item.fields.shortYear;
    const last = tail?.fields.year ?? tail?.fields.shortYear;
    if (tail && first !== undefined && last !== undefined && (((last - first) % 100) + 100) % 100 === 1) {
      item.fields.winter = 'begins';
      item.marks.push(...tail.marks.map((m) => ({ ...m, style: `next ${m.style}` })));
      next = tail.to;
    }
  }
  item.to = next;
  if (!hasYear && !aloneIsSeason(source, at)) return null;
  if (!hasYear && tokens[next] && !closes(tokens[next])) item.attributive = true;
  return { items: [item], next };
}

/** What is named after the season it falls in: "the summer offensive", "winter quarters". */
const SEASONAL = new Set(
  'offensive offensives counteroffensive campaign campaigns quarters attack attacks assault invasion fighting manoeuvres maneuvers session sessions elections election congress conference plenum crisis famine harvest sowing strikes strike rising uprising talks months term retreat advance push battles battle operation operations operation'.split(
    ' ',
  ),
);

/** Whether a season without a year is one, and not the fall of a city, a spring of water or part of a name. */
export function aloneIsSeason(source: Source, at: number): boolean {
  const { tokens } = source;
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (source.timelineHead && at === 0) return true;
  // "the spring and summer of 1929": it shares the year.
  if (is(after, 'and') || is(after, 'or') || isDash(after) || is(after, 'to')) {
    let other = at + 2;
    if (is(tokens[other], 'the')) other++;
    if (is(tokens[other], 'early') || is(tokens[other], 'late')) other++;
    const season = tokens[other];
    if (season?.word && season.word.tags & SEASON && season.text !== 'fall') return true;
  }
  if (token.capital && after?.kind === WORD && SEASONAL.has(after.text)) return true;
  if (!before || before.kind !== WORD) return false;
  if (is(before, 'and') && tokens[at - 2]?.word && tokens[at - 2]!.word!.tags & SEASON && closes(after)) return true;
  if (after && !after.spaced && (isDash(after) || isApostrophe(after))) return false;
  if (after?.kind === WORD && (after.capital || is(after, 'of') || (after.word?.tags ?? 0) & SEASON)) return false;
  const fell = token.text === 'fall' || token.text === 'spring';
  if (!closes(after))
    return (
      !token.capital &&
      token.text !== 'fall' &&
      (SEASONAL.has(after!.text) || is(after, 'counter')) &&
      (token.text !== 'spring' || !/^(?:to|would|could|that)$/.test(before.text))
    );
  if (before.text === 'the' || before.text === 'that' || before.text === 'this') {
    const lead = tokens[at - 2];
    if (!lead || lead.kind !== WORD) return !fell;
    if (token.text === 'fall' && !/^(?:in|during|throughout|through|until|till|over)$/.test(lead.text)) return false;
    return !(token.text === 'spring' && before.text === 'the' && /^(?:of|from)$/.test(lead.text));
  }
  return (
    /^(?:in|by|during|until|till|since|early|late|mid|next|last|previous|following|same)$/.test(before.text) ||
    (isDash(before) && is(tokens[at - 2], 'mid'))
  );
}

/** A year before a season is its year only where no noun follows: not "the 1982 summer offensive". */
export function countlessAfter(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return closes(token) || SEASONAL.has(token!.text);
}
