/** Joins dates that stand beside each other: the ends of ranges, and those that share a year. */
import type { Expression } from './expression';
import { MARK } from './lexer';
import type { Source } from './run';

/** "25 October (7 November) 1917": both take the year after the bracket. */
function shareBracketed(source: Source, expressions: Expression[], i: number): void {
  const { tokens } = source;
  const [a, b, c] = [expressions[i]!, expressions[i + 1]!, expressions[i + 2]];
  if (tokens[a.to]?.text !== '(' || b.from !== a.to + 1 || tokens[b.to]?.text !== ')') return;
  if (
    a.fields.day === undefined ||
    a.fields.year !== undefined ||
    a.fields.shortYear !== undefined ||
    b.fields.year !== undefined ||
    b.fields.shortYear !== undefined
  )
    return;
  if (c?.kind !== 'date' || c.from !== b.to + 1 || c.fields.year === undefined || c.fields.month !== undefined) return;
  a.takesNext = true;
  a.otherStyle = true;
  b.takesNext = true;
}

const RANGE_LINKS = new Set(['-', '–', '—', 'to', 'until', 'till', 'through', 'and', 'or', '/', ',', '&']);
/** Behind these two dates are a stretch of time, and no change from one to the other. */
const SETS_RANGE = /^(?:[:(]|years|period|lasted|ran|lived|existed|ruled|reigned)$/;

/** Joins dates that stand beside each other: "from May to June 1920", "between 1917 and 1921", "28 October and 3 November 1917". */
export function joinRanges(source: Source, expressions: Expression[]): void {
  const { tokens } = source;
  // From the right, so that a year reaches back over a list; not over a hostile one.
  let chain = 0;
  for (let i = expressions.length - 2; i >= 0; i--) {
    const a = expressions[i]!;
    const b = expressions[i + 1]!;
    chain = b.takesNext ? chain + 1 : 0;
    if (a.kind === 'date' && b.kind === 'date') shareBracketed(source, expressions, i);
    // "November (1927)"
    if (
      a.kind === 'date' &&
      a.fields.month !== undefined &&
      a.fields.year === undefined &&
      a.fields.shortYear === undefined &&
      b.fields.year !== undefined &&
      b.fields.month === undefined &&
      b.from === a.to + 1 &&
      tokens[a.to]!.text === '(' &&
      tokens[b.to]?.text === ')'
    )
      a.takesNext = true;
    if (a.kind !== 'date' || b.kind !== 'date' || b.from - a.to > 2 || a.reference || b.from <= a.to) continue;
    const link = tokens[a.to]!;
    if (!RANGE_LINKS.has(link.text) || (b.from - a.to === 2 && tokens[a.to + 1]!.text !== 'the')) continue;
    if (link.sentence !== tokens[b.from]!.sentence) continue;
    const hasYear = (e: Expression): boolean =>
      e.fields.year !== undefined || e.fields.shortYear !== undefined || e.reference !== undefined;
    const sharesYear =
      chain < 12 &&
      !hasYear(a) &&
      (hasYear(b) || b.takesNext === true) &&
      (a.fields.season !== undefined
        ? b.fields.season !== undefined
        : a.fields.month !== undefined && (b.fields.month !== undefined || b.takesNext === true));
    const before = tokens[a.from - 1]?.text === 'the' ? tokens[a.from - 2]?.text : tokens[a.from - 1]?.text;
    const fromTo =
      before === 'from' && link.text !== 'and' && link.text !== 'or' && link.text !== ',' && link.text !== '/' && link.text !== '&';
    const betweenAnd = before === 'between' && (link.text === 'and' || link.text === '&');
    const dash = link.kind === MARK && link.text !== ',' && link.text !== '/' && link.text !== '&' && (!link.spaced || link.text !== '—');
    const loose = link.text === 'to' || link.text === 'until' || link.text === 'till' || link.text === 'through';
    if (sharesYear && (link.text !== ',' || b.takesNext || tokens[b.to]?.text === 'and')) {
      a.takesNext = true;
      if (link.text === '/') a.otherStyle = true;
    }
    // "from 499 to 494 BC", "the 1920s and 1930s BC"
    if (
      a.fields.year !== undefined &&
      a.fields.era === undefined &&
      b.fields.era !== undefined &&
      (fromTo || betweenAnd || dash) &&
      a.fields.year < 1000
    )
      a.fields.era = b.fields.era;
    if (a.range || b.range || b.reference) continue;
    // "Its life: December 1927 to July 1926", "(1929 to 1924)": nothing before it that could change one date to the other.
    const apart = loose && (before === undefined || SETS_RANGE.test(before)) && a.fields.year !== undefined && b.fields.year !== undefined;
    if (fromTo || betweenAnd || dash || loose) {
      a.range = 'first';
      b.range = 'last';
      if (fromTo || betweenAnd || dash || apart) {
        a.ordered = true;
        b.ordered = true;
      }
    }
  }
}
