/** Tells numbers that count or number something from years and days. */
import { MARK, NUMBER, type Token, WORD } from './lexer';
import { is, isDash, type Source } from './run';
import { DETERMINER, FUNCTION, PREPOSITION, UNIT } from './words';

/** Nouns whose plural has no -s, and measures: a number before them is a count. */
export const COUNTED = new Set(
  'men women people children percent per km km² kg miles million billion thousand hundred dead killed wounded prisoners troops dollars roubles rubles pounds francs marks tons tonnes metres meters feet yards kilometres kilometers cm mm ft lb soldiers sailors votes words pages copies or more other such different new'.split(
    ' ',
  ),
);

/** Verbs in -s that follow a year as its predicate: no plural nouns. */
export const VERBS = new Set(
  'marks sees brings begins ends starts opens closes shows finds witnesses remains becomes comes goes makes takes gives follows leads lies stands belongs seems says means represents saw'.split(
    ' ',
  ),
);

/** Whether the token at `at` makes the number before it a count: "1929 words", "1924 delegates", "1924 km". */
export function countFollows(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token?.spaced) return token?.kind === MARK && (token.text === '%' || token.text === '°');
  if (token.kind === MARK) return token.text === '%';
  if (token.kind !== WORD || token.capital) return false;
  const { text } = token;
  if (COUNTED.has(text)) return text !== 'or' && text !== 'other' && text !== 'more' ? true : text === 'or' && is(tokens[at + 1], 'so');
  if (token.word && token.word.tags & UNIT) return true;
  return (
    text.length > 3 &&
    text.endsWith('s') &&
    !text.endsWith('ss') &&
    !text.endsWith('us') &&
    !(token.word && token.word.tags & (FUNCTION | PREPOSITION | DETERMINER)) &&
    !VERBS.has(text)
  );
}

/** Words that make a following number something else than a year: page 1924, No. 1924. */
export const NUMBERED = new Set(
  'p pp page pages no nos number numbers vol volume volumes ch chapter chapters article articles line lines verse fig figure table room order decree division regiment brigade battalion psalm isbn issn doi paragraph § section route highway flight resolution resolutions protocol directive convoy unit squadron serial folio document file item opus sonnet proposition apollo type model class'.split(
    ' ',
  ),
);

export function numberedBefore(tokens: readonly Token[], at: number): boolean {
  let before = tokens[at - 1];
  if (!before) return false;
  if (before.kind === MARK && '$£€#№§@&=+*^_\\|<>~'.includes(before.text))
    return before.text !== '~' && before.text !== '>' && before.text !== '*' && before.text !== '|' && before.text !== '_'
      ? true
      : !tokens[at]!.spaced && before.text === '_';
  if (before.text === '.' && !before.spaced) before = tokens[at - 2];
  // pp. 15–16
  if (isDash(before) && tokens[at - 2]?.kind === NUMBER) before = is(tokens[at - 3], '.') ? tokens[at - 4] : tokens[at - 3];
  return before !== undefined && before.kind === WORD && NUMBERED.has(before.text);
}

/** Whether the token is a number that counts what follows it: "May 12 delegates". */
export function countsSomething(source: Source, at: number): boolean {
  return source.tokens[at]!.kind === NUMBER && source.tokens[at]!.text === '' && countFollows(source.tokens, at + 1);
}
