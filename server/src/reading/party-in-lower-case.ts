/** "lost their party cards", "expelled from the party": the one party of the chapter that is called the Party, though the writer gives it no capital. */
import type { Entity, NameSource } from './entity';
import type { Token } from './tokens';

const MEMBERSHIP = /^(?:cards?|membership|tickets?)$/;
/** Behind the party's name these say that it is the whole of what is meant, not a party's leadership or a dinner. */
const GOES_ON =
  /^(?:in|on|at|and|or|but|by|for|after|before|when|while|during|because|itself|too|as|altogether|entirely|completely|that|with|again|a|the|less|only|just|who)$/;

/** The party at this token, where its words say that somebody belongs to it no more. */
export function partyAt(at: number, tokens: readonly Token[], { names }: NameSource): Entity | null {
  const token = tokens[at]!;
  if (token.lower !== 'party' || token.capitalised || token.possessive) return null;
  const next = tokens[at + 1];
  const isMembership = next !== undefined && MEMBERSHIP.test(next.lower);
  if (!isMembership && !(isLeft(at, tokens) && (next === undefined || next.kind !== 'word' || GOES_ON.test(next.lower)))) return null;
  const fact = names.identify('the Party')?.fact;
  return fact?.kind === 'term' && fact.termKind === 'party'
    ? { kind: 'term', facts: [fact], from: at, to: at + 1, how: 'name', possessive: false }
    : null;
}

/** "from the party", "out of the party" */
function isLeft(at: number, tokens: readonly Token[]): boolean {
  if (tokens[at - 1]?.lower !== 'the') return false;
  const before = tokens[at - 2]?.lower;
  return before === 'from' || (before === 'of' && tokens[at - 3]?.lower === 'out');
}
