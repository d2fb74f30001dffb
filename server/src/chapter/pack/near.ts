/** The listed word that somebody most likely meant. */
import { distance } from 'fastest-levenshtein';
import { type Said, say } from '../../l10n/said';

/** The nearest of `choices` to `word`, or undefined where none is near enough to be what was meant. */
export function nearest(word: string, choices: Iterable<string>): string | undefined {
  const limit = word.length < 3 ? 0 : Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const choice of choices) {
    if (Math.abs(choice.length - word.length) >= least) continue;
    const edits = editsBetween(word.toLowerCase(), choice.toLowerCase());
    if (edits < least) {
      best = choice;
      least = edits;
    }
  }
  return best;
}

/** Levenshtein's distance, but two letters exchanged are one edit: the commonest slip of the fingers. */
function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && [...a].sort().join('') === [...b].sort().join('') ? 1 : edits;
}

/** The problem with the question “Did you mean “name”?” behind it, where a choice is near. */
export function didYouMean(problem: Said, word: string, choices: Iterable<string>): Said {
  const choice = word.length > 100 ? undefined : nearest(word, choices);
  return choice === undefined ? problem : say('{problem} Did you mean “{choice}”?', { problem, choice });
}
