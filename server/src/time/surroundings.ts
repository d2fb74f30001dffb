/** What the words about a date say of its place in the story. */
import type { Expression } from './expression';
import type { Token } from './lexer';
import { closes, type Source } from './run';

/** Words of a clause that looks ahead of the story, and back. */
const AHEAD: ReadonlySet<string> = new Set(['until', 'till', 'would', 'will']);
const BACK: ReadonlySet<string> = new Set(['had']);

/** Whether one of the words stands before the token in its clause. */
function clauseHas(tokens: readonly Token[], from: number, words: ReadonlySet<string>): boolean {
  const { sentence } = tokens[from]!;
  for (let k = from - 1; k >= 0 && k > from - 14; k--) {
    const token = tokens[k]!;
    if (token.sentence !== sentence || token.text === ',' || token.text === ';') return false;
    if (words.has(token.text)) return true;
  }
  return false;
}

/** Notes for each expression of a paragraph where it stands, so that what resolves it needs no tokens. */
export function describe(source: Source, expressions: readonly Expression[], paragraph: number): void {
  const { tokens } = source;
  for (let i = 0; i < expressions.length; i++) {
    const expression = expressions[i]!;
    const { from, to } = expression;
    expression.paragraph = paragraph;
    expression.sentence = tokens[from]!.sentence;
    const next = expressions[i + 1];
    const paired =
      expression.reference !== undefined ||
      next?.reference?.apposed ||
      (expression.fields.day !== undefined && next?.fields.day !== undefined);
    if (next && paired && next.from - to <= 8) expression.gap = tokens.slice(to, next.from).map((token) => token.text);
    const { year, shortYear } = expression.fields;
    // A date that takes its year from the story cannot leave it.
    if (expression.kind !== 'date' || (year === undefined && shortYear === undefined && !expression.reference)) continue;
    const determiner = tokens[from - 1]?.text;
    const lead = determiner === 'the' ? tokens[from - 2]?.text : determiner;
    const bracketed = determiner === '(' && tokens[to]?.text === ')';
    const attributive = (determiner === 'the' || determiner === 'a') && !closes(tokens[to]);
    if (bracketed || lead === 'since' || attributive || clauseHas(tokens, from, BACK)) expression.looksBack = true;
    if (bracketed || lead === 'after' || clauseHas(tokens, from, AHEAD)) expression.looksAhead = true;
  }
}
