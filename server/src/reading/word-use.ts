/** How a whole text uses its capitalised words: what one block cannot tell of a word that may be a slip. */
import { givenNameClasses } from '../chapter/names/given-names';
import { isCommonWord } from '../chapter/names/words';
import { once } from './once';
import { sameList } from './same-list';
import { type Token, tokenise } from './tokens';

export interface WordUse {
  /** Whether the text writes the word with a capital. */
  isCapital(word: string): boolean;
  /** Whether it does so more than once. */
  isOftenCapital(word: string): boolean;
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

  /** Takes the words of some blocks out of the count and those of others in, and returns those whose use is then another. */
  replace(removed: readonly string[], added: readonly string[]): Set<string> {
    const before = new Map<string, string>();
    for (const prose of [...removed, ...added])
      for (const { kind, text } of tokenise(prose)) if (kind === 'word') once(before, text.toLowerCase(), () => this.useOf(text));
    for (const prose of removed) this.change(prose, -1);
    for (const prose of added) this.change(prose, 1);
    return new Set([...before].flatMap(([word, use]) => (this.useOf(word) === use ? [] : [word])));
  }

  /** All that is told of a word, as one string. */
  private useOf(word: string): string {
    return [this.isCapital(word), this.isOftenCapital(word), this.isSmall(word), ...this.given(word)].join(' ');
  }

  isCapital = (word: string): boolean => this.capital(word) > 0;
  isOftenCapital = (word: string): boolean => this.capital(word) > 1;
  isSmall = (word: string): boolean => (this.uses.get(word.toLowerCase())?.small ?? 0) > 0;
  given = (word: string): readonly string[] => [...(this.uses.get(word.toLowerCase())?.given.keys() ?? [])];

  private capital = (word: string): number => this.uses.get(word.toLowerCase())?.capital ?? 0;

  private change(prose: string, by: 1 | -1): void {
    const tokens = tokenise(prose);
    tokens.forEach((token, i) => {
      if (token.kind !== 'word') return;
      const key = token.text.toLowerCase();
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

interface Answer {
  readonly question: keyof WordUse;
  readonly word: string;
  /** The word in lower case. */
  readonly key: string;
  readonly told: boolean | readonly string[];
}

/** What one block asked of a text's use of words, and what it was told. */
export class AskedUse {
  private readonly answers: Answer[] = [];

  put(question: keyof WordUse, word: string, told: boolean | readonly string[]): void {
    this.answers.push({ question, word, key: word.toLowerCase(), told });
  }

  get isEmpty(): boolean {
    return this.answers.length === 0;
  }

  /** Whether the same would be told by a text that uses no words but the `changed` ones, in lower case, otherwise. */
  holds(use: () => WordUse, changed: ReadonlySet<string>): boolean {
    if (changed.size === 0) return true;
    return this.answers.every(({ question, word, key, told }) => {
      if (!changed.has(key)) return true;
      const now = use()[question](word);
      return typeof now === 'boolean' || typeof told === 'boolean' ? now === told : sameList(now, told);
    });
  }
}

/** The same use of words, with all that is asked put down. */
export function noting(use: () => WordUse, asked: AskedUse): WordUse {
  const ask = <Told extends boolean | readonly string[]>(question: keyof WordUse, word: string, told: Told): Told => {
    asked.put(question, word, told);
    return told;
  };
  return {
    isCapital: (word) => ask('isCapital', word, use().isCapital(word)),
    isOftenCapital: (word) => ask('isOftenCapital', word, use().isOftenCapital(word)),
    isSmall: (word) => ask('isSmall', word, use().isSmall(word)),
    given: (word) => ask('given', word, use().given(word)),
  };
}

const PARTICLES = /^(?:von|van|de|der|den|di|da|du|zu|ten)$/;
/** "van der": as many stand between a first name and a surname. */
const MOST_PARTICLES = 3;

/** "Ivan" of "Ivan Kamanev", "S." of "S. Kamanev". */
function givenBefore(tokens: readonly Token[], at: number): string | null {
  const dot = tokens[at - 1]?.text === '.' ? 1 : 0;
  let place = at - 1 - dot;
  // "Gustav von Kahr"
  while (dot === 0 && place > at - MOST_PARTICLES && PARTICLES.test(tokens[place]?.text ?? '')) place--;
  const before = tokens[place];
  if (before?.kind !== 'word' || !before.capitalised || before.possessive) return null;
  if (
    tokens[at]!.start - tokens[at - 1]!.end > 1 ||
    (place < at - 1 - dot && tokens[place + 1]!.start - before.end > 1) ||
    (dot === 1 && before.text.length > 2)
  )
    return null;
  if (before.text.length > 1 && isCommonWord(before.text) && givenNameClasses(before.text).length === 0) return null;
  return before.text;
}
