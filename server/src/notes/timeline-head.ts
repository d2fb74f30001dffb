/**
 * Tells a timeline line ("1922 Apr: …", "**1924 Jan:** …", "25 October / 7 November 1917: …") by the shape of its head. What the date
 * means is left to the reader of dates; here it is only told from other words before a colon.
 */
import type { TextRange } from './model';

/** A longer head is not a date. */
const MAX_LENGTH = 64;

type Token =
  | 'year' // 1922, '24, 44 BC, 1920s, nineteenth century
  | 'short-year' // 476: a year only where nothing makes it a count
  | 'number' // a day, or the end of a range: 1924–29
  | 'month' // January, Jan., Sept
  | 'roman' // XII
  | 'season'
  | 'numeric' // 21/1/1924, 1924-01-21, 10/1927
  | 'qualifier' // early, c., weekday, Easter: belongs to the date
  | 'link'; // to, of, by, evening: belongs to the date only between its parts

/** Tried in this order. */
const patterns: readonly (readonly [Token, RegExp])[] = [
  ['numeric', /(?:\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}([./])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2}[./]\d{4})(?![\d/\w])/y],
  ['year', /(?:\d{1,3}0['’]?s|['’]\d0s|the (?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?!\w)/iy],
  ['year', /(?:\d{1,2}(?:st|nd|rd|th)|[a-z]{4,12}(?:-[a-z]{5,6})?(?:th|st|nd|rd))[ -](?:century|cent\.|c\.)(?!\w)/iy],
  ['year', /(?:\d{1,5} ?(?:BCE?|CE|AD|B\.C\.(?:E\.)?|A\.D\.|C\.E\.)|(?:AD|A\.D\.) ?\d{1,4}|1\d{3}|2[01]\d\d|['’]\d\d)(?!\w)/y],
  ['short-year', /\d{3}(?!\w)/y],
  ['number', /\d{1,2}(?:st|nd|rd|th)?(?!\w)/iy],
  ['month', /(?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\w)/iy],
  ['month', /(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?!\w))/iy],
  ['roman', /(?:X(?:II?)?|IX|IV|V(?:I{0,3})|I{1,3})(?!\w)/y],
  ['season', /(?:spring|summer|autumn|fall|winter)(?:time)?(?!\w)/iy],
  ['qualifier', /(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?:\.|(?!\w))/iy],
  [
    'qualifier',
    /(?:early|late|later|mid(?:dle)?|beginning|start|end|first|second|third|last|half|quarter|weeks?|days?|part|from|between|circa|about|around|approx\.|approximately|ca?\.|c(?= ?\d)|present|today|now|ongoing|Easter|Christmas|Whitsun|Pentecost|Midsummer|Michaelmas|O\.?S\.?|N\.?S\.?|(?:old|new) style)(?!\w)/iy,
  ],
  [
    'link',
    /(?:in|on|by|before|after|since|during|then|until|till|to|through|and|or|of|the|night|morning|evening|afternoon|onwards?|probably|perhaps|possibly)(?!\w)/iy,
  ],
];

const DASHES = '-–—‐‑−';
const separators = ` \t*_,./&+()?~${DASHES}`;

/** What a head may begin with, so that ordinary lines are dismissed at their first character. */
const mayBegin = /[\d'’(*_~A-Za-z]/;

interface Word {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function wordAt(head: string, at: number): Word | null {
  for (const [token, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(head);
    if (match) return { token, start: at, end: at + match[0].length, text: match[0] };
  }
  return null;
}

/** Whether these words are a date by themselves: a month, a season or a year must be among them. */
function isDate(words: readonly Word[]): boolean {
  const has = (token: Token) => words.some((word) => word.token === token);
  if (has('numeric') || has('year')) return true;
  // "First 100 days" counts; "476" and "c. 410" are years.
  if (
    has('short-year') &&
    words.every(({ token, text }) => token !== 'roman' && (token !== 'qualifier' || /^(?:c|ca|around|about|early|late|from)\b/i.test(text)))
  )
    return true;
  if (has('roman')) return false;
  const [only] = words.length === 1 ? words : [];
  // "may: perhaps" and "march: left, right" are verbs; a lone "Fall" is more often a downfall.
  if (only && /^(?:may|march|[Ff]all)$/.test(only.text)) return false;
  return has('month') || has('season');
}

/** From the first word that belongs to the date to the last. */
function range(words: readonly Word[], from: number): TextRange {
  const own = words.filter((word) => word.token !== 'link');
  return { start: from + own[0]!.start, end: from + own.at(-1)!.end };
}

/**
 * The date at the head of the line that begins at `from` (after bullet and indent), or null. `to` is the end of the line.
 * The range runs from the first character of the date to its last, bold marks between them included.
 */
export function timelineHead(text: string, from: number, to: number): TextRange | null {
  if (from >= to || !mayBegin.test(text[from]!)) return null;
  const head = text.slice(from, Math.min(to, from + MAX_LENGTH));
  const words: Word[] = [];
  let spacedDash = -1;
  let at = 0;
  while (at < head.length) {
    const char = head[at]!;
    if (char === ':') {
      let after = at + 1;
      while (head[after] === '*' || head[after] === '_') after++;
      const closed = after < head.length ? /\s/.test(head[after]!) : from + after >= to;
      return closed && isDate(words) ? range(words, from) : null;
    }
    if (separators.includes(char)) {
      if (DASHES.includes(char) && head[at - 1] === ' ' && head[at + 1] === ' ') spacedDash = at;
      at++;
      continue;
    }
    const word = wordAt(head, at);
    if (!word) break;
    words.push(word);
    at = word.end;
  }
  // "1922 – Stalin becomes …", "Dec – Testament": a whole year or a month, then the dash, then at once a word that is no part of a date.
  if (spacedDash < 0 || words.some((word) => word.end > spacedDash)) return null;
  // A month needs its capital: "may – perhaps – come", "march – and fight".
  const whole = words.some(
    ({ token, text: word }) =>
      token === 'numeric' || (token === 'year' && /\d{2}/.test(word)) || (token === 'month' && /^\p{Lu}/u.test(word)),
  );
  const isVerbToo = words.length === 1 && /^(?:May|March)$/.test(words[0]!.text);
  const next = isVerbToo ? /^[*_"'“‘@[]*\p{Lu}/u : /^[*_"'“‘@[]*\p{L}/u;
  return whole && isDate(words) && next.test(head.slice(spacedDash + 2)) ? range(words, from) : null;
}
