/** How a whole text uses its capitalised words: what one block cannot tell of a word that may be a slip. */
import { givenNameClasses } from '../chapter/names/given-names';
import { isCommonWord } from '../chapter/names/words';
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
  small: number;
  /** How often each first name or initial stands before it. */
  readonly given: Map<string, number>;
}

/** The words of a text's blocks, counted; kept up to date as blocks come and go. Words are keyed in lower case. */
export class WordCount implements WordUse {
  private readonly uses = new Map<string, Use>();

  constructor(proses: Iterable<string>) {
    for (const prose of proses) this.change(prose, 1);
  }

  /** Takes a block's words out of the count, or in, and returns them. */
  replace(removed: readonly string[], added: readonly string[]): Set<string> {
    const words = new Set<string>();
    for (const prose of removed) this.change(prose, -1, words);
    for (const prose of added) this.change(prose, 1, words);
    return words;
  }

  capital = (word: string): number => this.uses.get(word.toLowerCase())?.capital ?? 0;
  isSmall = (word: string): boolean => (this.uses.get(word.toLowerCase())?.small ?? 0) > 0;
  given = (word: string): readonly string[] => [...(this.uses.get(word.toLowerCase())?.given.keys() ?? [])];

  private change(prose: string, by: 1 | -1, words?: Set<string>): void {
    const tokens = tokenise(prose);
    tokens.forEach((token, i) => {
      if (token.kind !== 'word') return;
      const key = token.text.toLowerCase();
      words?.add(key);
      const use = this.uses.get(key) ?? { capital: 0, small: 0, given: new Map() };
      this.uses.set(key, use);
      if (!token.capitalised) use.small += by;
      else {
        use.capital += by;
        const before = givenBefore(tokens, i);
        if (before !== null) {
          const times = (use.given.get(before) ?? 0) + by;
          if (times > 0) use.given.set(before, times);
          else use.given.delete(before);
        }
      }
      if (use.capital === 0 && use.small === 0) this.uses.delete(key);
    });
  }
}

/** The same, with every word that is asked about put down, in lower case. */
export function askedOf(use: () => WordUse, asked: Set<string>): WordUse {
  const ask = (word: string) => {
    asked.add(word.toLowerCase());
    return use();
  };
  return {
    capital: (word) => ask(word).capital(word),
    isSmall: (word) => ask(word).isSmall(word),
    given: (word) => ask(word).given(word),
  };
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
