/** How a whole text uses its capitalised words: what one block cannot tell of a word that may be a slip. */
import { givenNameClasses } from '../chapter/names/given-names';
import { isCommonWord } from '../chapter/names/words';
import type { Block } from '../notes/model';
import { type Token, tokenise } from './tokens';

export interface WordUse {
  /** How often the text writes the word with a capital. */
  capital(word: string): number;
  /** Whether the text writes the word in small letters too. */
  isSmall(word: string): boolean;
  /** First names and initials that the text puts right before the word. */
  given(word: string): readonly string[];
}

interface Use {
  capital: number;
  small: boolean;
  given: string[];
}

const NOTHING: readonly string[] = [];

/** Made from the blocks when first asked. */
export function wordUseOf(blocks: readonly Block[]): WordUse {
  let uses: Map<string, Use> | undefined;
  const of = (word: string) => {
    uses ??= count(blocks);
    return uses.get(word.toLowerCase());
  };
  return {
    capital: (word) => of(word)?.capital ?? 0,
    isSmall: (word) => of(word)?.small ?? false,
    given: (word) => of(word)?.given ?? NOTHING,
  };
}

function count(blocks: readonly Block[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const block of blocks) {
    const tokens = tokenise(block.prose);
    tokens.forEach((token, i) => {
      if (token.kind !== 'word') return;
      const key = token.text.toLowerCase();
      const use = uses.get(key) ?? { capital: 0, small: false, given: [] };
      if (use.capital === 0 && !use.small) uses.set(key, use);
      if (!token.capitalised) use.small = true;
      else {
        use.capital++;
        const before = givenBefore(tokens, i);
        if (before !== null && !use.given.includes(before)) use.given.push(before);
      }
    });
  }
  return uses;
}

/** "Ivan" of "Ivan Kamanev", "S." of "S. Kamanev". */
function givenBefore(tokens: readonly Token[], at: number): string | null {
  const dot = tokens[at - 1]?.text === '.' ? 1 : 0;
  const before = tokens[at - 1 - dot];
  if (before?.kind !== 'word' || !before.capitalised || before.possessive) return null;
  if (tokens[at]!.start - tokens[at - 1]!.end > 1 || (dot === 1 && before.text.length > 2)) return null;
  if (before.text.length > 1 && isCommonWord(before.text) && givenNameClasses(before.text).length === 0) return null;
  return before.text;
}
