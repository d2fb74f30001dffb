/** Ages as writers write them: "aged 53", "a 24-year-old", "in her early fifties", "turned sixty", "his fiftieth birthday". */
import { isVerbLike } from '../reading/clauses';
import { BE } from '../reading/lexicon/words';
import { cardinal, cardinalLike, ordinal, ordinalLike } from '../reading/number-words';
import type { Token } from '../reading/tokens';

export interface WrittenAge {
  /** The tokens that a repair replaces, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The ages that make the words true. */
  readonly least: number;
  readonly most: number;
  /**
   * How the age goes with its person: `predicate`, somebody "was" or "turned" it; `apposition`, it stands beside his name;
   * `owner`, it is "his"; `adverbial`, he did something "at" it.
   */
  readonly tie: 'predicate' | 'apposition' | 'owner' | 'adverbial';
  /** Where the words that hold the age begin: its verb, its "at", its article. */
  readonly at: number;
  /** Another age in the writer's words. */
  write(written: string, age: number): string;
}

const YOUNGEST = 5;
const OLDEST = 110;
/** "about forty": how far off that may be. */
const ROUGHLY = 3;

/** Words that may stand between "was" and the age without changing it. */
const PLAIN_ADVERBS = new Set('only just still now then already exactly by all of precisely himself herself'.split(' '));
const ROUGH_ADVERBS = new Set(
  'nearly almost about around roughly some approaching barely scarcely hardly perhaps maybe practically'.split(' '),
);
/** What may follow an age that somebody "was": "was 38 when …", not "was 38 votes short". */
const AFTER_AGE = new Set('when then at by in as and on or that this while before after last but years year'.split(' '));
const TURNING = new Set('turned turn turns turning reached reach reaches'.split(' '));
const PERSONS = new Set('man woman boy girl lad youth youngster veteran widow widower bachelor'.split(' '));
const DECADES = 'teens twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');

/** The ages written in tokens[from, to). */
export function writtenAges(tokens: readonly Token[], from: number, to: number): WrittenAge[] {
  const ages: WrittenAge[] = [];
  for (let i = from; i < to; i++) {
    const age = yearOld(tokens, i) ?? counted(tokens, i) ?? decade(tokens, i) ?? birthday(tokens, i);
    if (age && age.most >= YOUNGEST && age.least <= OLDEST) ages.push(age);
  }
  return ages;
}

const isEnd = (token: Token | undefined) => token === undefined || token.kind === 'punctuation';

function keepCase(written: string, text: string): string {
  return /^\p{Lu}/u.test(written) ? text[0]!.toUpperCase() + text.slice(1) : text;
}

const writeNumber = (written: string, age: number) => keepCase(written, cardinalLike(written, age));

/** "24-year-old", "twenty-four-year-old", "24 year old" as an adjective or a noun. */
function yearOld(tokens: readonly Token[], i: number): WrittenAge | null {
  const token = tokens[i]!;
  const joined = /^(.+)-years?-old$/.exec(token.lower);
  const hyphen = tokens[i + 1]?.text === '-' ? 1 : 0;
  const apart =
    /^years?-old$/.test(tokens[i + 1 + hyphen]?.lower ?? '') || (tokens[i + 1]?.lower === 'year' && tokens[i + 2]?.lower === 'old');
  const number = joined ? cardinal(joined[1]!) : apart ? cardinal(token.lower) : null;
  if (number === null) return null;
  const article = tokens[i - 1]?.lower ?? '';
  const predicate = /^(?:a|an)$/.test(article) && BE.has(tokens[i - 2]?.lower ?? '');
  return {
    from: i,
    to: i + 1,
    least: number,
    most: number,
    tie: predicate ? 'predicate' : 'apposition',
    at: predicate ? i - 2 : i,
    write: joined ? (written, age) => keepCase(written, `${cardinalLike(written, age)}${written.slice(joined[1]!.length)}`) : writeNumber,
  };
}

/** "was fifty-three", "aged 53", "at the age of 53", "at fifty-three", "a man of fifty", "Stalin, sixty-three by then,". */
function counted(tokens: readonly Token[], i: number): WrittenAge | null {
  const number = cardinal(tokens[i]!.lower);
  if (number === null || number < YOUNGEST || number > OLDEST) return null;
  let before = i - 1;
  let rough = false;
  while (before >= 0 && (PLAIN_ADVERBS.has(tokens[before]!.lower) || ROUGH_ADVERBS.has(tokens[before]!.lower)) && i - before <= 4) {
    // "of" belongs to "all of", else it governs the age.
    if (tokens[before]!.lower === 'of' && tokens[before - 1]?.lower !== 'all') break;
    rough ||= ROUGH_ADVERBS.has(tokens[before]!.lower);
    before--;
  }
  rough ||= tokens[i + 1]?.lower === 'or' && tokens[i + 2]?.lower === 'so';
  rough ||= tokens[i + 1]?.lower === 'odd' || tokens[i + 1]?.lower === 'something';
  const word = tokens[before]?.lower ?? '';
  const next = tokens[i + 1];
  const tied = (tie: WrittenAge['tie'], at: number): WrittenAge => ({
    from: i,
    to: i + 1,
    least: rough ? number - ROUGHLY : number,
    most: rough ? number + ROUGHLY : number,
    tie,
    at,
    write: writeNumber,
  });
  const inYears =
    /^years?$/.test(next?.lower ?? '') &&
    (/^old$/.test(tokens[i + 2]?.lower ?? '') || (tokens[i + 2]?.lower === 'of' && tokens[i + 3]?.lower === 'age'));
  const follows = isEnd(next) ? next?.text !== '-' && next?.text !== '%' && next?.text !== '–' : AFTER_AGE.has(next!.lower);
  if (word === 'be' && /^liv/.test(tokens[before - 2]?.lower ?? '')) return tied('adverbial', before);
  if (/^(?:is|was|be|been|being)$/.test(word))
    return inYears || (follows && !/^years?$/.test(next?.lower ?? '')) ? tied('predicate', before) : null;
  if (TURNING.has(word))
    return isEnd(next) || /^(?:in|on|that|this|when|while|and|shortly|soon|just)$/.test(next!.lower) ? tied('predicate', before) : null;
  if (word === 'aged') {
    if (isBesideName(tokens, before)) return tied('apposition', before);
    // "women aged twenty", "a clerk aged forty": the age of those whom the noun means.
    const noun = tokens[before - 1];
    return noun?.kind === 'word' &&
      !noun.capitalised &&
      !isVerbLike(noun) &&
      !/^(?:s?he|they|now|then|already|only|just|still)$/.test(noun.lower)
      ? null
      : tied('adverbial', before);
  }
  if (word === 'age') return /^(?:at|,|\()$/.test(tokens[before - 1]?.text ?? '') ? tied('adverbial', before) : null;
  if (word === 'of' && tokens[before - 1]?.lower === 'age') {
    const governor = tokens
      .slice(Math.max(0, before - 6), before - 1)
      .findLast((token) => /^(?:at|by|before|until|till|over|under|above|below|from|since|after|to)$/.test(token.lower));
    return governor?.lower === 'at' || (governor?.lower === 'to' && /^liv/.test(tokens[before - 4]?.lower ?? ''))
      ? tied('adverbial', before - 1)
      : null;
  }
  if (word === 'of' && PERSONS.has(tokens[before - 1]?.lower ?? '') && follows) {
    // "was an old man of eighty": tied by its verb.
    const verb = tokens.slice(Math.max(0, before - 5), before - 1).findLastIndex(({ lower }) => /^(?:is|was)$/.test(lower));
    return tied('predicate', verb < 0 ? before - 1 : Math.max(0, before - 5) + verb);
  }
  if (word === 'at' && isEnd(next) && number > 12 && tokens[i]!.kind === 'word') return tied('adverbial', before);
  // "Stalin, sixty-three by then, died": between commas behind the name.
  const closes = /^(?:by|at|then|now)$/.test(next?.lower ?? '')
    ? tokens.slice(i + 1, i + 5).find((token) => token.kind === 'punctuation')
    : inYears
      ? tokens[i + 3 + (tokens[i + 2]?.lower === 'of' ? 1 : 0)]
      : next;
  if (word === ',' && number > 12 && (closes?.text === ',' || (inYears && isEnd(closes)))) return tied('apposition', before);
  return null;
}

const isBesideName = (tokens: readonly Token[], at: number) =>
  /^[,(]$/.test(tokens[at - 1]?.text ?? '') || Boolean(tokens[at - 1]?.capitalised);

/** "in his early fifties", "in her mid-60s". */
function decade(tokens: readonly Token[], i: number): WrittenAge | null {
  const token = tokens[i]!;
  const [part, name] = token.lower.includes('-') ? token.lower.split('-', 2) : ['', token.lower];
  const figures = /^([2-9]0)'?s$/.exec(name!);
  const place = DECADES.indexOf(name!);
  if (!figures && place < 0) return null;
  const qualifier = part || (/^(?:early|mid|middle|late)$/.test(tokens[i - 1]?.lower ?? '') ? tokens[i - 1]!.lower : '');
  const owner = tokens[i - 1 - (qualifier && !part ? 1 : 0)];
  if (!/^(?:his|her)$/.test(owner?.lower ?? '')) return null;
  const at = tokens.indexOf(owner!, Math.max(0, i - 3));
  if (tokens[at - 1]?.lower !== 'in') return null;
  const start = figures ? Number(figures[1]) : place === 0 ? 13 : (place + 1) * 10;
  const [least, most] =
    qualifier === 'early'
      ? [start, start + 4]
      : qualifier === 'late'
        ? [start + 5, start + 9]
        : qualifier
          ? [start + 3, start + 7]
          : [start, place === 0 ? 19 : start + 9];
  return {
    from: i,
    to: i + 1,
    least,
    most,
    tie: 'owner',
    at,
    write: (written, age) => {
      const prefix = part ? `${part}-` : '';
      const tens = Math.floor(age / 10);
      return figures ? `${prefix}${tens}0s` : `${prefix}${DECADES[Math.max(0, tens - 1)] ?? written}`;
    },
  };
}

/** "his fiftieth birthday", "Lenin's 50th birthday". */
function birthday(tokens: readonly Token[], i: number): WrittenAge | null {
  if (tokens[i + 1]?.lower !== 'birthday') return null;
  const number = ordinal(tokens[i]!.lower);
  const owner = tokens[i - 1];
  if (number === null || !owner || !(owner.possessive || /^(?:his|her)$/.test(owner.lower))) return null;
  return { from: i, to: i + 1, least: number, most: number, tie: 'owner', at: i - 1, write: ordinalLike };
}
