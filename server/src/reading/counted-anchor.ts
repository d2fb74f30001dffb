/** "A year after Danton had fallen, in July 1795, the club was closed": a date set off behind what it is counted from is that of the main clause. */
import type { Clause } from './clauses';
import type { Token } from './tokens';

const UNIT = /^(?:years?|months?|weeks?|fortnights?|days?|hours?|decades?)$/;

/** "Eight years and two months after" is as long as a count gets. */
const LONGEST_COUNT = 8;

/** Index of the main clause that a date of this clause, at the tokens [token, behind), is said of; null where it is said of its own. */
export function mainBehindCount(
  index: number,
  token: number,
  behind: number,
  clauses: readonly { readonly clause: Clause }[],
  tokens: readonly Token[],
): number | null {
  const own = clauses[index]?.clause;
  const next = clauses[index + 1]?.clause;
  if (!own || next?.opening !== 'main' || next.verb < 0 || tokens[behind]?.text !== ',' || next.ranges[0]!.from !== behind + 1) return null;
  const comma = commaBefore(token, tokens);
  const { from } = own.ranges[0]!;
  const count = tokens
    .slice(from, Math.min(comma, from + LONGEST_COUNT))
    .findIndex(({ lower }, at) => (lower === 'after' || lower === 'before') && UNIT.test(tokens[from + at - 1]?.lower ?? ''));
  // What it is counted from is a clause: beside a noun the date may be the noun's.
  return count > 0 && own.verb > from + count && own.verb < comma ? index + 1 : null;
}

/** The comma that sets off "in July 1795", "at the start of 1795"; -1 where none does. */
function commaBefore(token: number, tokens: readonly Token[]): number {
  let at = token - 1;
  while (at > 0 && token - at < 3 && tokens[at]!.kind === 'word') at--;
  return tokens[at]?.text === ',' ? at : -1;
}
