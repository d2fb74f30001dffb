/** Which "until" says when something happened, and not how long something went on. */
import type { Token } from './tokens';

/** How far before "until" its "not" may stand. */
const REACH = 8;

/** What stands right before: "it took until 1917", "had to wait until 1917". */
const WAITING = /^(?:took|takes?|taken|wait|waits|waited|waiting)$/;

/** "not until 1917", "it took until 1917 for …", "had to wait until 1917". */
export function endsWaiting(tokens: readonly Token[], until: number): boolean {
  if (WAITING.test(tokens[until - 1]?.lower ?? '')) return true;
  return tokens.slice(Math.max(0, until - REACH), until).some(({ lower }) => lower === 'not' || lower.endsWith("n't"));
}
