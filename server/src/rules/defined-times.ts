/** What a date is said to be the time of: "1921 is remembered as the year of the rising", "describe 1921 as the year in which …". */
import { BE } from '../reading/lexicon/words';
import type { DateClaim, SentenceReading } from '../reading/model';

/** How long a date may be, and what is said of it before its "as", in tokens. */
const REACH = 9;
const TIME = /^(?:year|month|day|date|moment|week|spring|summer|autumn|winter|time)$/;
const BETWEEN =
  /^(?:is|was|has|been|will|be|still|often|always|now|best|widely|generally|today|remembered|known|described|seen|regarded|recalled|celebrated|went|goes|gone|down|in|history|marked|famous|notorious|by|historians|many)$/;

/** The token behind "as the year of" or at the "which" of "as the year in which"; -1 where the date is not said to be one. */
export function definitionOf({ token, clause }: DateClaim, { tokens, clauses }: SentenceReading): number {
  const end = clauses[clause]?.clause.ranges.at(-1)?.to ?? tokens.length;
  let as = token + 1;
  while (as < Math.min(end, token + REACH) && tokens[as]!.lower !== 'as') as++;
  if (tokens[as]?.lower !== 'as' || tokens[as + 1]?.lower !== 'the') return -1;
  // Of a date of several words the rest may stand first.
  const verb = tokens.slice(token + 1, as).findIndex(({ lower }) => BE.has(lower) || /^(?:went|has|will)$/.test(lower));
  const said = verb < 0 ? [] : tokens.slice(token + 1 + verb, as);
  if (!said.every(({ lower }) => BETWEEN.test(lower)) || (verb < 0 && as - token > 4)) return -1;
  const noun = TIME.test(tokens[as + 2]?.lower ?? '') ? as + 2 : as + 3;
  if (!TIME.test(tokens[noun]?.lower ?? '')) return -1;
  const link = /^(?:in|on)$/.test(tokens[noun + 1]?.lower ?? '') ? noun + 2 : noun + 1;
  if (tokens[link]?.lower === 'of') return link + 1;
  return /^(?:which|when|that)$/.test(tokens[link]?.lower ?? '') ? link : -1;
}
