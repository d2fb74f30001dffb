/** Prose as tokens: words, numbers and punctuation, with UTF-16 offsets into the prose. */

export type TokenKind = 'word' | 'number' | 'punctuation';

export interface Token {
  readonly kind: TokenKind;
  /** As written, without a possessive ending. */
  readonly text: string;
  /** Lower case, apostrophes made straight; of a verb or preposition as notes clip it ("w/", "intro'd"), the whole word; of "he'd", "he". */
  readonly lower: string;
  readonly start: number;
  /** Exclusive; takes in a possessive ending. */
  readonly end: number;
  readonly capitalised: boolean;
  /** "Lenin's", "the workers'": the ending is in `end`, not in `text`. */
  readonly possessive: boolean;
}

// A word may hold inner apostrophes, hyphens, dots of initials and combining marks; a number inner digits' separators and an ordinal's letters.
const TOKEN =
  /(?<![\p{L}\p{N}])(?:b\/c|w\/o?)(?![\p{L}\p{N}])|\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th|s)?(?![\p{L}\p{N}])|\p{N}+|[\p{L}\p{M}]+(?:[-’'`ʹʼ.][\p{L}\p{M}]+)*|[†…—–]|[^\s\p{L}\p{N}\p{M}]/gu;

/** What notes write for a whole word, wherever it stands, and pronouns with an auxiliary. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'b/c': 'because',
    'w/': 'with',
    'w/o': 'without',
    agst: 'against',
    "app'd": 'appointed',
    "appt'd": 'appointed',
    apptd: 'appointed',
    "intro'd": 'introduced',
    "est'd": 'established',
    estab: 'established',
    "estab'd": 'established',
    "exp'd": 'expelled',
    "expl'd": 'expelled',
    "elec'd": 'elected',
    "form'd": 'formed',
    "dism'd": 'dismissed',
    "assass'd": 'assassinated',
    "pub'd": 'published',
    "he'd": 'he',
    "he'll": 'he',
    "she'd": 'she',
    "she'll": 'she',
    "they'd": 'they',
    "they'll": 'they',
    "they've": 'they',
  }),
);

/** What a clipped word with a stop behind it stands for; without one it may be a word. */
const DOTTED_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    app: 'appointed',
    appt: 'appointed',
    est: 'established',
    estab: 'established',
    intro: 'introduced',
    exp: 'expelled',
    expl: 'expelled',
    elec: 'elected',
    dism: 'dismissed',
    assass: 'assassinated',
    abd: 'abdicated',
    abdic: 'abdicated',
    procl: 'proclaimed',
    decl: 'declared',
    publ: 'published',
    m: 'married',
  }),
);

/** Tokens in order; linear in the text's length. */
export function tokenise(prose: string): Token[] {
  const tokens: Token[] = [];
  for (const match of prose.matchAll(TOKEN)) {
    const whole = match[0];
    const start = match.index;
    if (/^\p{N}/u.test(whole))
      tokens.push({
        kind: 'number',
        text: whole,
        lower: whole.toLowerCase(),
        start,
        end: start + whole.length,
        capitalised: false,
        possessive: false,
      });
    else if (/^[\p{L}\p{M}]/u.test(whole)) pushWord(tokens, whole, start, prose);
    else
      tokens.push({
        kind: 'punctuation',
        text: whole,
        lower: whole,
        start,
        end: start + whole.length,
        capitalised: false,
        possessive: false,
      });
  }
  return tokens;
}

function pushWord(tokens: Token[], whole: string, start: number, prose: string): void {
  const possessive = /[’']s$/i.exec(whole);
  const text = possessive ? whole.slice(0, -2) : whole;
  // "the workers' state": an apostrophe after a plural, with a space behind it.
  const plural = !possessive && /s$/i.test(whole) && /^[’'](?=\s)/.test(prose.slice(start + whole.length, start + whole.length + 2));
  tokens.push({
    kind: 'word',
    text,
    lower: wholeWord(text.toLowerCase().replaceAll('’', "'"), prose[start + whole.length] === '.'),
    start,
    end: start + whole.length,
    capitalised: /^\p{Lu}/u.test(text),
    possessive: Boolean(possessive) || plural,
  });
}

function wholeWord(lower: string, dotted: boolean): string {
  return SHORT_FORMS.get(lower) ?? (dotted ? DOTTED_FORMS.get(lower) : undefined) ?? lower;
}

/** The index of the first token that begins at or behind an offset of the block; -1 where none does. */
export function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low < tokens.length ? low : -1;
}
