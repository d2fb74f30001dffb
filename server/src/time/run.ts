/** Dates written as one: the items of a list or range, and the marks between them. */
import type { Expression, FieldMark, RawFields } from './expression';
import { MARK, type Token } from './lexer';
import { CLOSING, DETERMINER, FUNCTION, PREPOSITION } from './words';

/** A run of one or more dates that were written as one: "25–27 October 1917" is two. */
export interface DateRun {
  readonly items: Item[];
  readonly next: number;
}

/** A date of a run. */
export interface Item {
  fields: RawFields;
  marks: FieldMark[];
  from: number;
  to: number;
  takesNext?: boolean;
  takesPrevious?: boolean;
  range?: 'first' | 'last';
  ordered?: boolean;
  /** "December of that year": the year is what the words after "of" point at. */
  relativeYear?: 'same' | 'before' | 'after';
  /** "the 11th of the next month": the month is what the words after "of" point at. */
  relativeMonth?: 'before' | 'after';
  /** An adjective: "the summer offensive". */
  attributive?: boolean;
}

export interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly timelineHead: boolean;
  /** The text stands behind a year at a line's head: a month may open each of its steps. */
  readonly behindYear?: boolean;
}

export const DASHES = new Set(['-', '–', '—', '‐', '‑', '−']);
export const isDash = (token: Token | undefined): boolean => token !== undefined && token.kind === MARK && DASHES.has(token.text);
export const isApostrophe = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === MARK && (token.text === "'" || token.text === '’' || token.text === '‘' || token.text === 'ʼ');
export const is = (token: Token | undefined, text: string): boolean => token !== undefined && token.text === text;

/** Whether a noun phrase is over before this token: no noun can follow that the words before it belong to. */
export function closes(token: Token | undefined): boolean {
  if (!token || token.kind === MARK) return !isDash(token) || token!.spaced;
  return token.word !== undefined && (token.word.tags & (PREPOSITION | DETERMINER | FUNCTION | CLOSING)) !== 0;
}

export function newItem(from: number): Item {
  return { fields: {}, marks: [], from, to: from };
}

export function mark(source: Source, item: Item, field: FieldMark['field'], from: number, to: number, style?: string): void {
  const start = source.tokens[from]!.start;
  const end = source.tokens[to - 1]!.end;
  item.marks.push({ start, end, field, style: style ?? source.text.slice(start, end) });
}

export const CONNECTORS = new Set(['and', 'or', 'to', ',', '/', '&', '-', '–', '—', 'until', 'till', 'through']);
export const RANGE_WORDS = new Set(['to', '-', '–', '—', '‐', '‑', '−', 'until', 'till', 'through']);

export function isRangeConnector(token: Token): boolean {
  return RANGE_WORDS.has(token.text);
}

/** Marks the items of a run as a range or a list that shares its last item's month and year. */
export function linkRun(days: { item: Item; connector: Token | undefined }[]): void {
  for (let i = 0; i + 1 < days.length; i++) {
    const item = days[i]!.item;
    item.takesNext = true;
    const connector = days[i + 1]!.connector!;
    if (isRangeConnector(connector) && days.length === 2) {
      item.range = 'first';
      days[i + 1]!.item.range = 'last';
      item.ordered = true;
      days[i + 1]!.item.ordered = true;
    }
  }
}

/** Turns the items of a run into expressions. */
export function expressionsOf(source: Source, run: DateRun): Expression[] {
  return run.items.map((item) => {
    const expression: Expression = {
      kind: 'date',
      start: source.tokens[item.from]!.start,
      end: source.tokens[item.to - 1]!.end,
      from: item.from,
      to: item.to,
      sentence: 0,
      paragraph: 0,
      fields: item.fields,
      marks: item.marks,
    };
    if (item.takesNext) expression.takesNext = true;
    if (item.takesPrevious) expression.takesPrevious = true;
    if (item.range) expression.range = item.range;
    if (item.ordered) expression.ordered = true;
    if (item.relativeYear) expression.reference = { unit: 'year', direction: item.relativeYear, anchor: 'last' };
    if (item.relativeMonth) expression.reference = { unit: 'month', direction: item.relativeMonth, anchor: 'last' };
    return expression;
  });
}
