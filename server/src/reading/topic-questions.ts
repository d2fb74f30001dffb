/** Questions that are what others argued about: "1925 Apr: the big debate, world revolution or one country?". The line itself asks nothing. */
import { isVerbLike } from './clauses';
import type { Token } from './tokens';

const ARGUMENT = /^(?:row|debate|quarrel|argument|dispute|controversy|discussion|clash)s?$/;
const ASKS = /^(?:who|whose|what|when|where|which|why|how)$/;
const SETS_OUT = /^[:,(–—-]$/;
/** The words right before the question may be no more than this: "debate", "debate in the Party". */
const LONGEST_LABEL = 6;

/** Whether the line names an argument, and its question, which has no verb, is what that was about. */
export function isTopicQuestion(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[to - 1]?.text !== '?') return false;
  let argument = -1;
  for (let i = from; i < to; i++) {
    if (ARGUMENT.test(tokens[i]!.lower)) argument = argument < 0 ? i : argument;
    else if (isVerbLike(tokens[i]!) || ASKS.test(tokens[i]!.lower) || (tokens[i]!.text === '?' && i < to - 1)) return false;
  }
  if (argument < 0) return false;
  const mark = tokens.slice(argument + 1, Math.min(to, argument + 1 + LONGEST_LABEL)).findIndex(({ text }) => SETS_OUT.test(text));
  return mark >= 0 && tokens[argument + 2 + mark]?.lower !== 'or';
}
