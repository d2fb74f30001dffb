/** Recognises decades and centuries in words. */
import { ordinalAt } from './numerals';
import { type DateRun, is, isDash, mark, newItem, type Source } from './run';
import { DECADE } from './words';
import { eraAt } from './years';

/** "the twenties", "the nineteen-twenties". */
export function decadeWordAt(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const item = newItem(at);
  let next = at;
  const token = tokens[at]!;
  if (token.word!.tags & DECADE) {
    const before = tokens[at - 1];
    // "the twenties and thirties"
    const listed = (tokens[at - 2]?.word?.tags ?? 0) & DECADE && (is(before, 'and') || is(before, 'or') || is(before, 'to'));
    const led = before !== undefined && /^(?:the|early|mid|late|nineteen|eighteen|middle)$/.test(before.text);
    if (!led && !listed && !isDash(before)) return null;
    // "in his early twenties" is an age.
    const owner = isDash(before) ? tokens[at - 3] : before?.text === 'the' ? undefined : tokens[at - 2];
    if (owner && /^(?:his|her|their|my|your|our)$/.test(owner.text)) return null;
    item.fields.shortDecade = token.word!.value / 10;
    next = at + 1;
  } else {
    const century = token.word!.value;
    if (century < 10 || century > 20) return null;
    const decadeAt = isDash(tokens[at + 1]) ? at + 2 : at + 1;
    const decade = tokens[decadeAt]?.word;
    if (!decade || !(decade.tags & DECADE)) return null;
    item.fields.decade = century * 10 + decade.value / 10;
    next = decadeAt + 1;
  }
  mark(source, item, 'decade', at, next);
  item.to = next;
  return { items: [item], next };
}

/** "the nineteenth century", "the 4th century BC". */
export function centuryAt(source: Source, at: number): DateRun | null {
  const { tokens } = source;
  const ordinal = ordinalAt(tokens, at);
  if (!ordinal || ordinal.value > 40) return null;
  const unit = isDash(tokens[ordinal.next]) ? ordinal.next + 1 : ordinal.next;
  if (!is(tokens[unit], 'century') && !is(tokens[unit], 'centuries')) return null;
  const item = newItem(at);
  item.fields.century = ordinal.value;
  mark(source, item, 'century', at, ordinal.next);
  let next = unit + 1;
  const era = eraAt(tokens, next, source.text);
  if (era) {
    item.fields.era = era.era;
    mark(source, item, 'era', next, era.next);
    next = era.next;
  }
  item.to = next;
  return { items: [item], next };
}
