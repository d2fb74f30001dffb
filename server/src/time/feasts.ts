/** Recognises Christmas and New Year. */
import { WORD } from './lexer';
import { type DateRun, is, isApostrophe, newItem, type Source } from './run';
import { DETERMINER, FUNCTION, PREPOSITION } from './words';
import { yearAfter } from './years';

/** "Christmas Day 1923", "New Year's Eve 1922", "Christmas". */
export function feastAt(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const token = tokens[at]!;
  if (!token.capital) return null;
  const item = newItem(at);
  let next = at + 1;
  if (token.text === 'christmas') {
    item.fields.month = 12;
    item.fields.day = 25;
    if (is(tokens[next], 'day') || is(tokens[next], 'night') || is(tokens[next], 'morning')) next++;
    else if (is(tokens[next], 'eve')) {
      item.fields.day = 24;
      next++;
    }
    // "Christmas 1922" is the days about it.
    if (next === at + 1) item.fields.approximate = true;
  } else {
    if (!is(tokens[next], 'year') || !tokens[next]!.capital) return null;
    next++;
    item.fields.month = 1;
    item.fields.day = 1;
    if (isApostrophe(tokens[next]) && is(tokens[next + 1], 's') && !tokens[next]!.spaced) next += 2;
    if (is(tokens[next], 'day')) next++;
    else if (is(tokens[next], 'eve')) {
      item.fields.month = 12;
      item.fields.day = 31;
      next++;
    } else if (next === at + 2) {
      // "New Year 1924" is the days about it.
      item.fields.approximate = true;
    }
  }
  const bare = next;
  next = yearAfter(source, next, item);
  item.to = next;
  if (next === bare) {
    const before = tokens[at - 1];
    if (tokens[next]?.capital && tokens[next]!.kind === WORD && tokens[next]!.sentence === token.sentence) return null;
    if (
      !before ||
      before.kind !== WORD ||
      !/^(?:at|on|by|before|after|since|until|till|over|around|that|of|in|for|from|to|and|this|last|next)$/.test(before.text)
    )
      return null;
    if (tokens[next]?.kind === WORD && !(tokens[next]!.word && tokens[next]!.word!.tags & (PREPOSITION | DETERMINER | FUNCTION)))
      return null;
  }
  return { items: [item], next };
}
