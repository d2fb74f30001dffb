/** One pass over the tokens: every date expression and length of time, with what its words say. */
import { dateAt } from './dates';
import { type DurationRead, durationAt, durationOf } from './durations';
import type { Expression } from './expression';
import { joinRanges } from './join';
import { lex, MARK, NUMBER, type Token } from './lexer';
import { cardinalAt } from './numerals';
import { partAt } from './parts';
import { bareUnits, type RelativeRead, referenceAt, shiftedFrom } from './relatives';
import { type DateRun, expressionsOf, isApostrophe, type Source } from './run';
import { describe } from './surroundings';
import type { Part } from './value';
import { APPROXIMATE, BEGINNING, CARDINAL, CONTENT, DETERMINER, FUNCTION, PREPOSITION, UNIT } from './words';

/** Words before the date itself. */
interface Lead {
  part?: Part;
  approximate: boolean;
  /** Approximate at both ends of a range. */
  both: boolean;
  /** "the morning of". */
  daytime: boolean;
  /** Token after. */
  next: number;
  /** Where a determiner stands directly before `next`, its token; else `next`. */
  determiner: number;
  /** First token that belongs to the date whatever it is; the determiner alone may not. */
  start: number;
  marks: Expression['marks'];
}

const APPROXIMATE_WORDS = new Set(['about', 'around', 'approximately', 'roughly', 'circa', 'c', 'ca']);

function leadAt(source: Source, at: number): Lead {
  const { tokens, text } = source;
  const lead: Lead = { approximate: false, both: false, daytime: false, next: at, determiner: at, start: at, marks: [] };
  let pending = -1;
  for (let steps = 0; steps < 6; steps++) {
    const token = tokens[lead.next];
    if (!token || token.kind === MARK || (token.kind === NUMBER && token.text === '')) break;
    if (token.text === 'the' && pending < 0) {
      pending = lead.next;
      lead.next++;
      lead.determiner = pending;
      continue;
    }
    if (!lead.part && !lead.approximate && token.word && token.word.tags & APPROXIMATE && APPROXIMATE_WORDS.has(token.text)) {
      let next = lead.next + 1;
      if (token.text === 'c' || token.text === 'ca') {
        if (tokens[next]?.text === '.' && !tokens[next]!.spaced) next++;
        else if (tokens[next]?.kind !== NUMBER) break;
      }
      lead.approximate = true;
      lead.both = token.text === 'about' || token.text === 'around';
      lead.next = next;
      lead.determiner = next;
      pending = -1;
      continue;
    }
    const part = partAt(tokens, lead.next);
    if (!part) break;
    if (part.part) {
      const start = tokens[lead.next]!.start;
      const end = tokens[part.next - 1]!.end;
      lead.marks.push({ start, end, field: 'part', style: text.slice(start, end) });
      // "the end of the first half of 1928": the outer part is the finer one, but both cannot be kept; the inner is the safer.
      lead.part = part.part;
    } else lead.daytime = true;
    lead.next = part.next;
    lead.determiner = part.next;
    pending = -1;
  }
  return lead;
}

/** Whether the date takes in the determiner before it: "the 1920s", "the 5th of March", "the spring of 1921", but "the [1924] letter". */
function takesDeterminer(run: DateRun): boolean {
  const { fields } = run.items[0]!;
  if (run.items[0]!.attributive) return false;
  if (fields.season !== undefined && fields.year !== undefined && run.items[0]!.marks[0]?.field === 'year') return false;
  if (fields.day !== undefined) return run.items[0]!.marks[0]?.field === 'day' && !fields.eitherOrder;
  return fields.season !== undefined || fields.decade !== undefined || fields.shortDecade !== undefined || fields.century !== undefined;
}

/** A date with its lead, or null. */
function leadingDate(source: Source, at: number): { expressions: Expression[]; next: number } | null {
  const { tokens } = source;
  const lead = leadAt(source, at);
  const run = dateAt(source, lead.next);
  const led = lead.part !== undefined || lead.approximate || lead.daytime;
  if (run) {
    const expressions = expressionsOf(source, run);
    const first = expressions[0]!;
    if (led || (lead.determiner < lead.next && (takesDeterminer(run) || tokens[lead.next]!.text === 'year'))) {
      // A determiner that only leads ("the early 1920s") belongs to it; "by the" never gets here.
      first.from = at;
      first.start = tokens[at]!.start;
      first.marks.unshift(...lead.marks);
    }
    if (lead.part) first.fields.part = lead.part;
    if (lead.approximate) {
      first.fields.approximate = true;
      // "c. 1870–1924" is sure of its end; "around 1922–23" is not.
      if (lead.both) for (const other of expressions) if (other.range) other.fields.approximate = true;
    }
    return { expressions, next: run.next };
  }
  const possessive = unitsEnd(source, lead.next);
  if (possessive && !led) return { expressions: [possessive], next: possessive.to };
  const reference = referenceAt(tokens, lead.determiner, lead.part !== undefined);
  if (reference && (!lead.approximate || lead.part)) {
    const expression = relativeExpression(source, reference, at);
    if (lead.part) {
      // "earlier that year" points before; the part is not worth more.
      expression.fields.part = lead.part;
      expression.marks.unshift(...lead.marks);
    }
    return { expressions: [expression], next: reference.next };
  }
  return null;
}

/** "month's end", "year's end". */
function unitsEnd(source: Source, at: number): Expression | null {
  const { tokens } = source;
  const unit = tokens[at]?.word?.unit;
  if (
    (unit !== 'month' && unit !== 'year') ||
    tokens[at + 2]?.text !== 's' ||
    tokens[at + 3]?.text !== 'end' ||
    !isApostrophe(tokens[at + 1])
  )
    return null;
  const expression = relativeExpression(
    source,
    {
      reference: { unit, direction: 'same', distance: durationOf(unit, 0, 0, 0), anchor: 'last', noun: true },
      fields: {},
      from: at,
      next: at + 4,
    },
    at,
  );
  expression.fields.part = 'end';
  return expression;
}

/** "per day", "per year". */
function rateAt(source: Source, at: number): Expression | null {
  const { tokens } = source;
  const word = tokens[at + 1]?.word;
  if (tokens[at]?.text !== 'per' || !word?.unit || word.plural) return null;
  return durationExpression(source, { duration: durationOf(word.unit, 1, 1, 1), from: at, next: at + 2, adjective: false, vague: false });
}

function relativeExpression(source: Source, read: RelativeRead, from: number): Expression {
  const { tokens } = source;
  return {
    kind: 'date',
    start: tokens[from]!.start,
    end: tokens[read.next - 1]!.end,
    from,
    to: read.next,
    sentence: 0,
    paragraph: 0,
    fields: { ...read.fields },
    marks: [],
    reference: read.reference,
  };
}

function durationExpression(source: Source, read: DurationRead, from = read.from): Expression {
  const { tokens } = source;
  return {
    kind: 'duration',
    start: tokens[from]!.start,
    end: tokens[read.next - 1]!.end,
    from,
    to: read.next,
    sentence: 0,
    paragraph: 0,
    fields: {},
    marks: [],
    duration: read.duration,
  };
}

const SPANNING = new Set([
  'first',
  'last',
  'next',
  'past',
  'previous',
  'following',
  'preceding',
  'ensuing',
  'succeeding',
  'subsequent',
  'coming',
  'final',
  'final',
  'early',
  'opening',
  'closing',
  'intervening',
]);

/** "the next two weeks", "the first ten months", "the past decade", "the following months". */
function spanningAt(source: Source, at: number): Expression | null {
  const { tokens } = source;
  let next = at;
  if (tokens[next]?.text === 'the' || tokens[next]?.text === 'these' || tokens[next]?.text === 'those') next++;
  else return null;
  const spanning = SPANNING.has(tokens[next]?.text ?? '');
  if (spanning) next++;
  const word = tokens[next]?.word;
  if (spanning && word?.unit && word.tags & UNIT && word.plural) {
    return durationExpression(source, {
      duration: durationOf(word.unit, null, 2, Infinity),
      from: at,
      next: next + 1,
      adjective: false,
      vague: true,
    });
  }
  // "in the past year"
  if (tokens[next - 1]?.text === 'past' && word?.unit && word.tags & UNIT && !word.plural) {
    return durationExpression(source, {
      duration: durationOf(word.unit, 1, 1, 1),
      from: at,
      next: next + 1,
      adjective: false,
      vague: false,
    });
  }
  const read = durationAt(tokens, next);
  if (read) return spanning ? durationExpression(source, read, at) : null;
  // "the four previous weeks"
  const number = spanning ? null : cardinalAt(tokens, next);
  const unit = number && SPANNING.has(tokens[number.next]?.text ?? '') ? tokens[number.next + 1]?.word : undefined;
  if (!number || !unit?.unit || !unit.plural) return null;
  return durationExpression(source, {
    duration: durationOf(unit.unit, number.value, number.value, number.value),
    from: at,
    next: number.next + 2,
    adjective: false,
    vague: false,
  });
}

/** Tags of the words that an amount may begin with. */
const AMOUNT = CARDINAL | DETERMINER | APPROXIMATE | BEGINNING | UNIT;

/** Before a bare plural ("for weeks", "within months") it is a length of time. */
const BARE_LEADS = new Set(['for', 'within', 'in', 'after', 'over', 'took', 'lasted', 'during']);

/** All expressions of a text, in order. */
export function readExpressions(source: Source): Expression[] {
  const { tokens } = source;
  const expressions: Expression[] = [];
  let at = 0;
  while (at < tokens.length) {
    const next = mayBegin(tokens, at) ? oneAt(source, at, expressions) : -1;
    at = next > at ? next : at + 1;
  }
  return expressions;
}

/** Cheap test that rules out most words of a text: whether a date or a length of time may begin at this token. */
function mayBegin(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.kind === NUMBER) return token.digits <= 4;
  if (token.kind === MARK) return isApostrophe(token);
  const tags = token.word?.tags;
  if (tags === undefined) return false;
  if (tags & CONTENT) return true;
  if (!(tags & DETERMINER)) return false;
  // A determiner begins a date where a word of time follows.
  const next = tokens[at + 1];
  return (
    next !== undefined &&
    (next.kind === NUMBER ||
      (next.kind === MARK ? isApostrophe(next) || next.text === '.' : next.word !== undefined && (next.word.tags & CONTENT) !== 0))
  );
}

/** Reads what begins at this token into the list; returns the token after it, or -1. */
function oneAt(source: Source, at: number, expressions: Expression[]): number {
  const { tokens } = source;
  const token = tokens[at]!;
  const tags = token.word?.tags ?? 0;
  // Four digits are a year first, and only where they are none a number of days.
  const counts = token.kind === NUMBER ? token.digits < 4 : (tags & AMOUNT) !== 0;
  const length = counts ? (durationAt(tokens, at) ?? bareUnits(tokens, at)) : null;
  const shifted = length && shiftedFrom(tokens, length);
  if (shifted) {
    expressions.push(relativeExpression(source, shifted, at));
    return shifted.next;
  }
  const spanning = tags & DETERMINER ? spanningAt(source, at) : rateAt(source, at);
  const date = leadingDate(source, at);
  if (date && !(spanning && date.expressions[0]!.reference && spanning.to > date.next)) {
    for (const expression of date.expressions) expressions.push(expression);
    return date.next;
  }
  if (spanning) {
    expressions.push(spanning);
    return spanning.to;
  }
  const duration = length ?? (token.kind === NUMBER ? durationAt(tokens, at) : null);
  if (!duration || (duration.vague && duration.next === at + 1 && !standsAlone(tokens, at))) return -1;
  expressions.push(durationExpression(source, duration));
  return duration.next;
}

/** Whether a plural unit without a number is a length of time: "for weeks", "within months". */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  return (
    BARE_LEADS.has(tokens[at - 1]?.text ?? '') &&
    (!after || after.kind === MARK || (after.word !== undefined && (after.word.tags & (PREPOSITION | DETERMINER | FUNCTION)) !== 0))
  );
}

/** All expressions of a text: paragraph by paragraph, so that the tokens of one are gone before the next is read. */
export function readText(text: string, timelineHead: boolean, behindYear = false): Expression[] {
  const all: Expression[] = [];
  let from = 0;
  let sentence = 0;
  for (let paragraph = 0; from < text.length; paragraph++) {
    const lexed = lex(text, from, sentence);
    const source: Source = { text, tokens: lexed.tokens, timelineHead, behindYear };
    const expressions = readExpressions(source);
    joinRanges(source, expressions);
    describe(source, expressions, paragraph);
    for (const expression of expressions) all.push(expression);
    from = lexed.next;
    sentence = lexed.sentence + 1;
  }
  return all;
}
