/** Parts prose into sentences: English history prose and notes, with their abbreviations, initials, references and lower-case beginnings. */
import type { TextRange } from './model';

/** Stand before what they belong to and never end a sentence: titles, references, clipped words. */
const neverLast = new Set(
  (
    'dr mr mrs ms mx messrs prof profs st ste sts gen col capt cpt lt sgt maj cdr cmdr cmd adm brig rev revd hon pres gov sen rep supt fr msgr mt mts ft sec secs ' +
    'cf viz vs v ca approx incl excl esp ed eds edn trans transl tr repr rev attrib op loc cit resp prob orig abbr anon ' +
    'govt gvt dept comm cttee com comintern commr min mins univ inst assoc org pop est temp prov reg dist nat intl int ' +
    'cong congr conf opp app appt cttee ctte kgdm bolsh natl rly ' +
    'e.g i.e eg ie p.p q.v s.v n.b a.k.a née'
  ).split(' '),
);

/** Abbreviations only before a number: "no. 1", "p. 210"; otherwise words, or ends of sentences. */
const beforeNumber = new Set(
  'no nos nr p pp vol vols ch chs chap chaps fig figs art arts sect para paras doc docs l ll f ff n nn fo fol col cols app c b d r fl pt pts bk bks vs verse act sc'.split(
    ' ',
  ),
);

/** Months and days are clipped before more of the date, and at the end of a sentence. */
const datePart = new Set('jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun'.split(' '));

/** Words that begin English sentences and are no names: after an abbreviation they tell its stop from a full stop. */
const starters = new Set(
  (
    'the a an this that these those there here he she it they we i you his her its their our my your one some many most all both each every either neither no none nobody nothing such ' +
    'in on at by for from with without within under over after before during since until till between among against about above below through despite besides although though while whereas when whenever where wherever ' +
    'because as if unless once whether how why what who whom whose which and but or nor so yet then thus hence therefore however moreover furthermore nevertheless nonetheless meanwhile instead indeed finally later soon ' +
    'now again also even only still just perhaps maybe possibly probably certainly clearly eventually afterwards first firstly second secondly third thirdly next last lastly to not of another other others according'
  ).split(' '),
);

/** Verbs that open a sentence of notes which leaves out its subject: "… in Aug. Lost his seat". */
const subjectless =
  /^(?:Was|Were|Had|Became|Died|Born|Shot|Lost|Led|Took|Went|Got|Ran|Left|Wrote|Won|Fell|Held|Kept|Made|Put|Sent|Fought|Fled|Came|Gave|Broke|Spoke|Stood|Met|Out|\p{Lu}\p{Ll}{2,}(?<!(?:fr|mm|hm|gi|re))ed)$/u;

const CLOSERS = '"\'”’»)]}*_';
const OPENERS = '"\'“‘«([{¿¡*_';
/** A date in figures at a line's end has so many characters at the most. */
const LONGEST_DATE = 14;
/** As far as an abbreviation is looked for before a stop. */
const LONGEST_WORD = 40;
/** In UTF-16 code units: what goes on longer is no sentence that anybody reads, and reading it as one takes too long. It is ended after a word. */
export const LONGEST_SENTENCE = 4000;

const letter = /\p{L}/u;
const upper = /\p{Lu}/u;
const digit = /\p{N}/u;
const wordPart = /[\p{L}\p{M}\p{N}.'’&-]/u;
/** "U.S.S.R", "p.m", "N.K". */
const acronym = /^(?:\p{L}\.)+\p{L}$/u;

/**
 * The sentences of a stretch of prose, in order, without the space around them; together they hold everything but space. None is longer than `LONGEST_SENTENCE`.
 * Offsets are those of `prose`. A semicolon, a colon and a dash end none. The time is linear in the length.
 */
export function sentences(prose: string): TextRange[] {
  const found: TextRange[] = [];
  let start = skipSpace(prose, 0);
  for (let at = start; at < prose.length; ) {
    if (!isStop(prose.charCodeAt(at))) {
      at++;
      continue;
    }
    const stop = at;
    while (at < prose.length && isStop(prose.charCodeAt(at))) at++;
    let end = at;
    while (end < prose.length && CLOSERS.includes(prose[end]!)) end++;
    const next = skipSpace(prose, end);
    if (next < prose.length && !endsSentence(prose, start, stop, at, end, next)) continue;
    found.push(...pieces(prose, start, end));
    start = next;
    at = next;
  }
  let end = prose.length;
  while (end > start && isSpace(prose.charCodeAt(end - 1))) end--;
  if (end > start) found.push(...pieces(prose, start, end));
  return found;
}

/** The sentence itself or, where it is too long, as much of it at a time as is not. */
function pieces(prose: string, start: number, end: number): TextRange[] {
  const found: TextRange[] = [];
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    let to = from + LONGEST_SENTENCE;
    while (to > from && !isSpace(prose.charCodeAt(to))) to--;
    const next = to > from ? skipSpace(prose, to) : from + LONGEST_SENTENCE;
    while (to > from && isSpace(prose.charCodeAt(to - 1))) to--;
    found.push({ start: from, end: to > from ? to : next });
    from = next;
  }
  if (end > from) found.push({ start: from, end });
  return found;
}

function isStop(code: number): boolean {
  return code === 46 /* . */ || code === 33 /* ! */ || code === 63 /* ? */ || code === 0x2026 /* … */;
}

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x3000
  );
}

function skipSpace(prose: string, at: number): number {
  while (at < prose.length && isSpace(prose.charCodeAt(at))) at++;
  return at;
}

function charAt(prose: string, at: number): string {
  return at < prose.length ? String.fromCodePoint(prose.codePointAt(at)!) : '';
}

/** The word that begins at `at`, with the stops and marks inside it. */
function wordFrom(prose: string, at: number): string {
  let end = at;
  while (end < prose.length && end - at < LONGEST_WORD && wordPart.test(charAt(prose, end))) end += charAt(prose, end).length;
  return prose.slice(at, end);
}

/** The word before the stop at `at`, at the latest from `from`. */
function wordBefore(prose: string, from: number, at: number): string {
  let start = at;
  while (start > from && at - start < LONGEST_WORD && (wordPart.test(prose[start - 1]!) || isSurrogate(prose.charCodeAt(start - 1))))
    start--;
  return prose.slice(start, at).replace(/^['’.&-]+/, '');
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** Whether the stops `stop`..`stopEnd` of the sentence begun at `start` end it, with `next` the next thing written. */
function endsSentence(prose: string, start: number, stop: number, stopEnd: number, end: number, next: number): boolean {
  let first = next;
  while (first < prose.length && (OPENERS.includes(prose[first]!) || isSpace(prose.charCodeAt(first)))) first++;
  const following = charAt(prose, first);
  const word = wordFrom(prose, first);
  const single = stopEnd - stop === 1 && prose[stop] === '.';

  if (next === end) return single && end === stopEnd && isMissingSpace(wordBefore(prose, start, stop), word);
  if (following === '') return true;
  if (isStop(prose.charCodeAt(first))) return false;
  const lower =
    letter.test(following) && !upper.test(following) && following === following.toLowerCase() && following !== following.toUpperCase();
  // Signs go on with what stood before: "Trots. + Zin.", "K. & S.", "Jan. – Mar."
  if (!letter.test(following) && !digit.test(following)) return !single || !/[+&=/,;:<>→↔≠±×|–—-]/u.test(following);
  if (!single) return !lower;

  // "out of the Cent. Comm. 1927": a year alone at the very end is no sentence.
  if (digit.test(following) && prose.length - first <= LONGEST_DATE && !letter.test(prose.slice(first).replace(/(?<=\d)s/g, '')))
    return false;

  const before = wordBefore(prose, start, stop);
  if (before === '') return !lower;
  const folded = before.toLowerCase();
  const starter = starters.has(word.toLowerCase()) && upper.test(following) && prose[first + word.length - 1] !== '.';
  const closed = end > stopEnd && /["”»)\]]/.test(prose.slice(stopEnd, end));

  // A number alone at the start counts off: "1. Introduction", "21. Januar".
  if (stop - start < 10 && /^\(?\d{1,4}$/.test(prose.slice(start, stop).trim())) return false;
  // A date or a section written with spaces: "25. 12. 1922".
  if (/^\d{1,2}$/.test(before) && digit.test(following)) return false;
  if (lower) {
    // Notes in small letters; clipped words and names ("Trots. was") are followed by them too.
    if (closed || neverLast.has(folded) || beforeNumber.has(folded) || datePart.has(folded) || acronym.test(before)) return false;
    return /^\d{3,4}$/.test(before) || (/^\p{Ll}{4,}$/u.test(before) && starters.has(word.toLowerCase()));
  }
  if (closed) return true;
  if (beforeNumber.has(folded) && (digit.test(following) || /^[IVXLC]+\b/.test(word))) return false;
  if (neverLast.has(folded) || /\.[‐‑-]/.test(before)) return false;
  if (datePart.has(folded) && upper.test(before))
    return (
      starter || subjectless.test(word) || (letter.test(following) && !datePart.has(word.toLowerCase()) && before === before.toUpperCase())
    );
  if (/^\p{L}$/u.test(before)) return starter && (before !== 'I' || !/^[A-Z]\./.test(word)) ? true : isNumeral(prose, start, stop);
  if (/^(?:etc|al|jr|sr|co|ltd|inc|corp)$/.test(folded)) return starter || folded === 'etc';
  if (acronym.test(before)) return starter;
  return true;
}

/** "World War I. Germany …": a lone I, V or X behind a capitalised word is a number, not an initial. */
function isNumeral(prose: string, start: number, stop: number): boolean {
  if (!/[IVX]/.test(prose[stop - 1]!)) return false;
  const before = wordBefore(prose, start, prose[stop - 2] === ' ' ? stop - 2 : stop);
  return /^(?:war|part|phase|act|volume|book|chapter|type|class|tsar|king|pope|emperor|queen|nicholas|alexander|charles|henry|george|william|louis|philip|peter|ivan|napoleon|edward|james|elizabeth|catherine|frederick|wilhelm)$/i.test(
    before,
  );
}

/** "in 1924.Then he": the space after a full stop forgotten. */
function isMissingSpace(before: string, after: string): boolean {
  return (/^\p{Ll}{4,}$/u.test(before) || /^\d{4}$/.test(before)) && /^\p{Lu}\p{Ll}/u.test(after) && starters.has(after.toLowerCase());
}
