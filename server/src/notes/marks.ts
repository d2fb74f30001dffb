/** The marks that the notes language adds to Markdown: people, links and citations. Each reader looks at one place and never far ahead. */
import type { CitationMark, LinkMark, PersonMark, TextRange } from './model';

/** Longest text between the brackets of a person or a link. */
const MAX_NAME = 200;
/** Longest group of citations. */
const MAX_CITATIONS = 1000;

export const isWordCharacter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}\p{M}]/u.test(char);

/** A name of one word: letters, with apostrophes, hyphens and initials ("J.V.Stalin") inside. */
const bareName = /(?:\p{Lu}\.){0,5}\p{L}(?:[\p{L}\p{M}]|['’ʼ′‐‑-](?=\p{L})){0,100}/uy;
const possessive = /['’ʼ′][sS]$/;
/** "@Stalin-led" names Stalin: words that English hangs on a name with a hyphen. */
const compound =
  /[‐‑-](?:led|era|like|style|type|inspired|backed|supporting|supported|friendly|controlled|dominated|appointed|run|born|based|esque|ite|ites|ism|related|centred|centered|approved|ordered|sponsored|loyal|hating|obsessed|bashing|worship)$/;
/** Pandoc: an author-in-text citation, told from a person by the digits of its year. */
const bareKey = /[\p{L}_][\p{L}\p{M}_]{0,60}\d[\p{L}\p{N}_]{0,30}/uy;
/** Pandoc: a letter, digit or underscore, then these with single punctuation marks inside. */
const citationKey = /[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,200}/uy;
const emailDomain = /[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/y;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Where `char` stands in `from`..`to`, or -1; never looks beyond. */
function indexWithin(text: string, char: string, from: number, to: number): number {
  for (let i = from; i < to; i++) if (text[i] === char) return i;
  return -1;
}

function trimmed(text: string, start: number, end: number): TextRange {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** The name and, behind a `|` (in tables also `\|`), the words shown, between `start` and the closing bracket at `end`. */
function nameAndDisplay(text: string, start: number, end: number): Pick<PersonMark, 'name' | 'nameRange' | 'display'> | null {
  const bar = text.slice(start, end).indexOf('|');
  const nameEnd = bar < 0 ? end : start + bar - (text[start + bar - 1] === '\\' ? 1 : 0);
  const nameRange = trimmed(text, start, nameEnd);
  if (nameRange.start >= nameRange.end) return null;
  const name = text.slice(nameRange.start, nameRange.end);
  if (bar < 0) return { name, nameRange };
  const display = trimmed(text, start + bar + 1, end);
  return display.start < display.end ? { name, nameRange, display } : { name, nameRange };
}

/** Where the run of characters without brackets and line breaks from `start` ends, or -1 where it is longer than `limit`. */
export function bracketedEnd(text: string, start: number, to: number, limit: number): number {
  const last = Math.min(to, start + limit);
  for (let i = start; i < last; i++) {
    const code = text.charCodeAt(i);
    if (code === 91 || code === 93 || code === 10 || code === 13) return i;
  }
  return last < to ? -1 : to;
}

/** `[[name]]` or `[[name|words]]` at `at`. */
export function linkAt(text: string, at: number, to: number): LinkMark | null {
  if (!text.startsWith('[[', at)) return null;
  const close = bracketedEnd(text, at + 2, to, MAX_NAME);
  if (close < 0 || close + 2 > to || !text.startsWith(']]', close)) return null;
  const named = nameAndDisplay(text, at + 2, close);
  return named && { kind: 'link', start: at, end: close + 2, ...named };
}

/** `@name`, `@[name]` or `@[name|words]` at `at`; what stands before the `@` is the caller's to judge. */
export function personAt(text: string, at: number, to: number): PersonMark | null {
  if (text[at + 1] === '[') {
    const close = bracketedEnd(text, at + 2, to, MAX_NAME);
    if (close < 0 || close >= to || text[close] !== ']') return null;
    const named = nameAndDisplay(text, at + 2, close);
    return named && /\p{L}/u.test(named.name) ? { kind: 'person', start: at, end: close + 1, ...named } : null;
  }
  let name = matchAt(bareName, text, at + 1)
    ?.replace(possessive, '')
    .replace(compound, '');
  if (name && at + 1 + name.length > to) name = name.slice(0, to - at - 1);
  if (!name) return null;
  const end = at + 1 + name.length;
  return { kind: 'person', start: at, end, name, nameRange: { start: at + 1, end } };
}

/** The end of the e-mail address whose `@` stands at `at` and its start, or null. */
export function emailAround(text: string, at: number, from: number, to: number): TextRange | null {
  let start = at;
  while (start > from && at - start < 64 && /[A-Za-z0-9._%+-]/.test(text[start - 1]!)) start--;
  if (start === at) return null;
  const domain = matchAt(emailDomain, text, at + 1);
  const end = at + 1 + (domain?.length ?? 0);
  return domain && end <= to && /\.[A-Za-z]{2,63}$/.test(domain) ? { start, end } : null;
}

interface Citations {
  readonly end: number;
  readonly marks: readonly CitationMark[];
}

function keyAt(text: string, at: number, to: number): { key: string; keyRange: TextRange; end: number } | null {
  if (text[at] === '{') {
    const close = indexWithin(text, '}', at, to);
    if (close <= at + 1) return null;
    return { key: text.slice(at + 1, close), keyRange: { start: at + 1, end: close }, end: close + 1 };
  }
  const key = matchAt(citationKey, text, at);
  if (!key || at + key.length > to) return null;
  return { key, keyRange: { start: at, end: at + key.length }, end: at + key.length };
}

function citation(text: string, at: number, to: number): CitationMark | null {
  const found = keyAt(text, at + 1, to);
  if (!found) return null;
  const { key, keyRange, end } = found;
  let start = end;
  while (start < to && /[\s,]/.test(text[start]!)) start++;
  const range = trimmed(text, start, to);
  const mark = { kind: 'citation', start: at, end: Math.max(end, range.end), key, keyRange } as const;
  return range.start < range.end ? { ...mark, locator: { text: text.slice(range.start, range.end), range } } : mark;
}

/** Where a key begins in the item `from`..`to` of a group: at once, or behind words such as "see" where digits tell the key from a person. */
function citationStart(text: string, from: number, to: number, first: boolean): number {
  const { start } = trimmed(text, from, to);
  const at = text[start] === '-' ? start + 1 : start;
  if (text[at] === '@') return at;
  for (let i = indexWithin(text, '@', start, to); i >= 0; i = indexWithin(text, '@', i + 1, to)) {
    if (/[\s-]/.test(text[i - 1]!) && (!first || /\d/.test(keyAt(text, i + 1, to)?.key ?? ''))) return i;
  }
  return -1;
}

/** Pandoc's `[@key, locator; see @key2]` at `at`, or null. A link's text, `[…](…)`, is none. */
export function citationsAt(text: string, at: number, to: number): Citations | null {
  const last = Math.min(to, at + MAX_CITATIONS);
  let close = at + 1;
  let hasKey = false;
  for (; close < last && text[close] !== ']' && text[close] !== '['; close++) hasKey ||= text[close] === '@';
  if (!hasKey || text[close] !== ']' || close >= last || text[close + 1] === '(' || text[close + 1] === '[') return null;
  const marks: CitationMark[] = [];
  for (let from = at + 1; from < close; ) {
    const semicolon = indexWithin(text, ';', from, close);
    const end = semicolon < 0 ? close : semicolon;
    const start = citationStart(text, from, end, marks.length === 0);
    const mark = start < 0 ? null : citation(text, start, end);
    if (mark) marks.push(mark);
    else if (marks.length === 0) return null;
    from = end + 1;
  }
  return marks.length > 0 ? { end: close + 1, marks } : null;
}

/** Pandoc's author-in-text `@service2005`, with `[p. 33]` behind it where there is one. */
export function bareCitationAt(text: string, at: number, to: number): Citations | null {
  const key = matchAt(bareKey, text, at + 1);
  if (!key || at + 1 + key.length > to) return null;
  const end = at + 1 + key.length;
  const mark = { kind: 'citation', start: at, end, key, keyRange: { start: at + 1, end } } as const;
  if (text.startsWith(' [', end) && text[end + 2] !== '[' && text[end + 2] !== '^') {
    const close = bracketedEnd(text, end + 2, to, MAX_NAME);
    const range = close > end + 2 && close < to && text[close] === ']' && text[close + 1] !== '(' ? trimmed(text, end + 2, close) : null;
    if (range && /^(?:pp?\.?|ch(?:ap)?\.|chapters?|pages?|vol\.|\d)/i.test(text.slice(range.start, range.end))) {
      return { end: close + 1, marks: [{ ...mark, end: close + 1, locator: { text: text.slice(range.start, range.end), range } }] };
    }
  }
  return { end, marks: [mark] };
}
