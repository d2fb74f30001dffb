/**
 * Inline Markdown and the marks of the notes language in one pass: what of a stretch of text is not prose, and the marks in it.
 * Emphasis follows CommonMark's algorithm (section 6.2 and its appendix). Every reader here looks at each character a bounded number of times,
 * so that the time is linear in the text whatever is typed.
 */
import { bareCitationAt, bracketedEnd, citationsAt, emailAround, isWordCharacter, linkAt, personAt } from './marks';
import type { EmphasisMark, Mark, TextRange } from './model';

export interface Inline {
  /** Stretches that are not prose, in no order; they may overlap. */
  readonly masks: readonly TextRange[];
  /** By start, the outer before the inner. */
  readonly marks: readonly Mark[];
  /** HTML comments, `<!--` and `-->` included. */
  readonly comments: readonly TextRange[];
}

/** CommonMark allows a link's destination to nest parentheses at least this deep. */
const MAX_PARENTHESES = 32;

/** By character code, those that the reader has to look at; a look-up passes over ordinary text several times as fast as a switch. */
const special = new Uint8Array(128);
for (const char of '\\`*_~[]<&@:.') special[char.charCodeAt(0)] = 1;

const entity =
  /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|[nm]dash|hellip|middot|shy|copy|deg|times|sect|para|dagger|(?:[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash)));/y;
const autolink = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253})>/y;
const tag = /<(?:\/?[A-Za-z][A-Za-z0-9-]{0,30}(?:[\s/][^<>]{0,1000})?|[!?][^<>]{0,1000})>/y;
const attributes = /^(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?$/;
const footnoteReference = /\[\^[^\s[\]]{1,100}\]/y;
const linkLabel = /\[[^[\]]{0,200}\]/y;
const urlEnd = /[\s<>]/g;

const asciiPunctuation = /[!-/:-@[-`{-~]/;
const punctuation = /[\p{P}\p{S}]/u;

interface Delimiter {
  readonly char: number;
  start: number;
  end: number;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  previous: Delimiter | null;
  next: Delimiter | null;
}

enum Char {
  Tab = 9,
  LineFeed = 10,
  CarriageReturn = 13,
  Ampersand = 38,
  OpenParenthesis = 40,
  CloseParenthesis = 41,
  Asterisk = 42,
  Dot = 46,
  Colon = 58,
  Less = 60,
  At = 64,
  OpenBracket = 91,
  Backslash = 92,
  CloseBracket = 93,
  Underscore = 95,
  Backtick = 96,
  Tilde = 126,
}

export function readInline(text: string, from: number, to: number): Inline {
  return new InlineReader(text, from, to).read();
}

class InlineReader {
  private readonly masks: TextRange[] = [];
  private readonly marks: Mark[] = [];
  private readonly comments: TextRange[] = [];
  private readonly struck: TextRange[] = [];
  private readonly brackets: number[] = [];
  private lastDelimiter: Delimiter | null = null;
  private firstDelimiter: Delimiter | null = null;
  /** Where the last backtick run of each length begins; filled at the first backtick. */
  private backticks: Map<number, number> | null = null;
  private noCommentEnd = false;

  constructor(
    private readonly text: string,
    private readonly from: number,
    private readonly to: number,
  ) {}

  read(): Inline {
    const { text, to } = this;
    let at = this.from;
    while (at < to) {
      switch (text.charCodeAt(at)) {
        case Char.Backslash:
          at = this.escape(at);
          break;
        case Char.Backtick:
          at = this.code(at);
          break;
        case Char.Asterisk:
        case Char.Underscore:
        case Char.Tilde:
          at = this.delimiter(at);
          break;
        case Char.OpenBracket:
          at = this.openBracket(at);
          break;
        case Char.CloseBracket:
          at = this.closeBracket(at);
          break;
        case Char.Less:
          at = this.html(at);
          break;
        case Char.Ampersand: {
          const found = this.matches(entity, at);
          at = found ? this.mask(at, found) : at + 1;
          break;
        }
        case Char.At:
          at = this.at(at);
          break;
        case Char.Colon:
          at = this.scheme(at);
          break;
        case Char.Dot:
          at = this.www(at);
          break;
        default:
          do at++;
          while (at < to && special[text.charCodeAt(at)] !== 1);
      }
    }
    this.emphasis();
    this.marks.sort((a, b) => a.start - b.start || b.end - a.end);
    return { masks: this.masks, marks: this.unstruck(), comments: this.comments };
  }

  /** The marks that do not stand in text that is struck out. */
  private unstruck(): readonly Mark[] {
    if (this.struck.length === 0) return this.marks;
    const struck = this.struck.sort((a, b) => a.start - b.start);
    let next = 0;
    let struckTo = -1;
    return this.marks.filter((mark) => {
      for (; next < struck.length && struck[next]!.start <= mark.start; next++) struckTo = Math.max(struckTo, struck[next]!.end);
      return mark.end > struckTo;
    });
  }

  private mask(start: number, end: number): number {
    this.masks.push({ start, end });
    return end;
  }

  /** The end of the match of a sticky pattern at `at`, or 0. */
  private matches(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    const match = pattern.exec(this.text);
    const end = match ? at + match[0].length : 0;
    return end <= this.to ? end : 0;
  }

  private escape(at: number): number {
    const next = at + 1 < this.to ? this.text[at + 1]! : '\n';
    if (next === '\n' || next === '\r') return this.mask(at, at + 1);
    return asciiPunctuation.test(next) ? this.mask(at, at + 1) + 1 : at + 1;
  }

  private code(at: number): number {
    const { text, to } = this;
    this.backticks ??= this.backtickRuns(at);
    let run = at;
    while (run < to && text.charCodeAt(run) === Char.Backtick) run++;
    const length = run - at;
    if ((this.backticks.get(length) ?? -1) < run) return run;
    for (let i = run; i < to; ) {
      const open = text.indexOf('`', i);
      let close = open;
      while (close < to && text.charCodeAt(close) === Char.Backtick) close++;
      if (close - open === length) return this.mask(at, close);
      i = close;
    }
    return run;
  }

  private backtickRuns(at: number): Map<number, number> {
    const runs = new Map<number, number>();
    for (let i = at; i < this.to; i++) {
      if (this.text.charCodeAt(i) !== Char.Backtick) continue;
      const start = i;
      while (i < this.to && this.text.charCodeAt(i) === Char.Backtick) i++;
      runs.set(i - start, start);
    }
    return runs;
  }

  private html(at: number): number {
    const { text, to } = this;
    if (text.startsWith('<!--', at)) {
      const end = this.noCommentEnd ? -1 : text.indexOf('-->', at + 4);
      if (end < 0 || end + 3 > to) {
        this.noCommentEnd = true;
        return at + 4;
      }
      this.comments.push({ start: at, end: end + 3 });
      return this.mask(at, end + 3);
    }
    const linkEnd = this.matches(autolink, at);
    if (linkEnd) return this.mask(at, linkEnd);
    const tagEnd = this.matches(tag, at);
    if (!tagEnd) return at + 1;
    const inside = text.slice(at + 1, tagEnd - 1).replace(/^\/?[A-Za-z][A-Za-z0-9-]*/, '');
    return /^[!?]/.test(inside) || attributes.test(inside) ? this.mask(at, tagEnd) : at + 1;
  }

  /** `://` behind http, https or ftp. */
  private scheme(at: number): number {
    if (!this.text.startsWith('://', at)) return at + 1;
    const scheme = /(?:^|[^A-Za-z])(https?|ftp)$/i.exec(this.text.slice(Math.max(this.from, at - 6), at));
    return scheme ? this.url(at - scheme[1]!.length, at + 3) : at + 1;
  }

  private www(at: number): number {
    const { text } = this;
    if (!/^www$/i.test(text.slice(Math.max(this.from, at - 3), at)) || isWordCharacter(text[at - 4]) || !isWordCharacter(text[at + 1]))
      return at + 1;
    return this.url(at - 3, at + 1);
  }

  private url(start: number, at: number): number {
    urlEnd.lastIndex = at;
    let end = Math.min(urlEnd.exec(this.text)?.index ?? this.to, this.to);
    if (end === at) return at;
    const parentheses = { open: 0, close: 0 };
    for (let i = start; i < end; i++) {
      if (this.text[i] === '(') parentheses.open++;
      else if (this.text[i] === ')') parentheses.close++;
    }
    for (; end > at; end--) {
      const last = this.text[end - 1]!;
      if (last === ')' && parentheses.close > parentheses.open) parentheses.close--;
      else if (!/[?!.,:;*_~'"’”\]|]/.test(last)) break;
    }
    return this.mask(start, end);
  }

  private at(at: number): number {
    const { text, from, to } = this;
    const email = emailAround(text, at, from, to);
    if (email) return this.mask(email.start, email.end);
    const before = at > from ? text[at - 1] : undefined;
    // "[@serv" is a citation that is still being typed; "_@Stalin_" is emphasis, "x_@y" is not.
    if (isWordCharacter(before) || before === '@' || (before === '_' && isWordCharacter(text[at - 2]))) return at + 1;
    if (before === '[' && text[at + 1] !== '[' && !this.insideLink(at)) return at + 1;
    const cited = bareCitationAt(text, at, to);
    if (cited) {
      this.marks.push(...cited.marks);
      return this.mask(at, cited.end);
    }
    const person = personAt(text, at, to);
    if (!person) return at + 1;
    this.addNamed(person);
    return person.end;
  }

  /** Whether the bracket before `at` opens a Markdown link, `[@Stalin](…)`. */
  private insideLink(at: number): boolean {
    const close = bracketedEnd(this.text, at, this.to, 200);
    return close >= 0 && this.text[close] === ']' && (this.text[close + 1] === '(' || this.text[close + 1] === '[');
  }

  /** A person or a link: its words stay prose (those shown, where they are given), its brackets do not. */
  private addNamed(mark: Extract<Mark, { kind: 'person' | 'link' }>): void {
    const shown = mark.display ?? mark.nameRange;
    this.marks.push(mark);
    this.mask(mark.start, shown.start);
    if (shown.end < mark.end) this.mask(shown.end, mark.end);
  }

  private openBracket(at: number): number {
    const { text, to } = this;
    const link = linkAt(text, at, to);
    if (link) {
      this.addNamed(link);
      return link.end;
    }
    const reference = this.matches(footnoteReference, at);
    if (reference) return this.mask(at, reference);
    const cited = citationsAt(text, at, to);
    if (cited) {
      this.marks.push(...cited.marks);
      return this.mask(at, cited.end);
    }
    this.brackets.push(at);
    return at + 1;
  }

  private closeBracket(at: number): number {
    const open = this.brackets.pop();
    if (open === undefined) return at + 1;
    const next = this.text.charCodeAt(at + 1);
    const end =
      next === Char.OpenParenthesis
        ? this.destination(at + 2)
        : next === Char.OpenBracket && this.text[at + 2] !== '['
          ? this.matches(linkLabel, at + 1)
          : 0;
    if (!end) return at + 1;
    this.mask(this.text[open - 1] === '!' && open > this.from ? open - 1 : open, open + 1);
    return this.mask(at, end);
  }

  /** The end of `dest "title")` that begins at `at`, behind the parenthesis, or 0. */
  private destination(at: number): number {
    const { text, to } = this;
    let i = this.skipSpace(at);
    if (text[i] === '<') {
      for (i++; i < to && !/[<>\n\r]/.test(text[i]!); i++) if (text[i] === '\\') i++;
      if (i >= to || text[i] !== '>') return 0;
      i++;
    } else {
      let depth = 0;
      for (; i < to; i++) {
        const code = text.charCodeAt(i);
        if (code === Char.Backslash) i++;
        else if (code <= 32) break;
        else if (code === Char.OpenParenthesis && ++depth > MAX_PARENTHESES) return 0;
        else if (code === Char.CloseParenthesis && --depth < 0) break;
      }
      if (depth > 0) return 0;
    }
    const afterSpace = this.skipSpace(i);
    const quote = text[afterSpace];
    if (afterSpace > i && afterSpace < to && (quote === '"' || quote === "'" || quote === '(')) {
      const close = quote === '(' ? ')' : quote;
      for (
        i = afterSpace + 1;
        i < to && text[i] !== close && text[i] !== '\n' && text[i] !== '\r' && text[i] !== '[' && !(quote === '(' && text[i] === '(');
        i++
      )
        if (text[i] === '\\') i++;
      if (i >= to || text[i] !== close) return 0;
      i = this.skipSpace(i + 1);
    } else i = afterSpace;
    return i < to && text[i] === ')' ? i + 1 : 0;
  }

  private skipSpace(at: number): number {
    while (at < this.to && this.text.charCodeAt(at) <= 32) at++;
    return at;
  }

  private delimiter(at: number): number {
    const { text, from, to } = this;
    const char = text.charCodeAt(at);
    let end = at + 1;
    while (end < to && text.charCodeAt(end) === char) end++;
    if (char === Char.Tilde && end - at !== 2) return end;
    const before = at > from ? codePointBefore(text, at) : ' ';
    const after = end < to ? String.fromCodePoint(text.codePointAt(end)!) : ' ';
    const spaceBefore = /\s/.test(before);
    const spaceAfter = /\s/.test(after);
    const punctuationBefore = punctuation.test(before);
    const punctuationAfter = punctuation.test(after);
    const left = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore);
    const right = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter);
    const underscore = char === Char.Underscore;
    const delimiter: Delimiter = {
      char,
      start: at,
      end,
      length: end - at,
      canOpen: left && (!underscore || !right || punctuationBefore),
      canClose: right && (!underscore || !left || punctuationAfter),
      previous: this.lastDelimiter,
      next: null,
    };
    if (this.lastDelimiter) this.lastDelimiter.next = delimiter;
    else this.firstDelimiter = delimiter;
    this.lastDelimiter = delimiter;
    return end;
  }

  private emphasis(): void {
    /** Below these offsets there is no opener for a closer of that kind, which keeps the search linear. */
    const bottoms = new Map<number, number>();
    for (let closer = this.firstDelimiter; closer; ) {
      if (!closer.canClose) {
        closer = closer.next;
        continue;
      }
      const kind = closer.char * 6 + (closer.canOpen ? 3 : 0) + (closer.length % 3);
      const bottom = bottoms.get(kind) ?? -1;
      let opener = closer.previous;
      while (opener && opener.start > bottom && !matching(opener, closer)) opener = opener.previous;
      if (!opener || opener.start <= bottom) {
        bottoms.set(kind, closer.previous?.start ?? -1);
        const next: Delimiter | null = closer.next;
        if (!closer.canOpen) remove(closer);
        closer = next;
        continue;
      }
      closer = this.wrap(opener, closer);
    }
  }

  /** Makes emphasis of what stands between; gives the delimiter to go on with. */
  private wrap(opener: Delimiter, closer: Delimiter): Delimiter | null {
    const size = closer.char === Char.Tilde || (opener.end - opener.start >= 2 && closer.end - closer.start >= 2) ? 2 : 1;
    const inner = { start: opener.end, end: closer.start };
    const start = opener.end - size;
    const end = closer.start + size;
    if (closer.char === Char.Tilde) {
      this.struck.push({ start, end });
      this.mask(start, end);
    } else {
      const mark: EmphasisMark = { kind: 'emphasis', strong: size === 2, start, end, inner };
      this.marks.push(mark);
      this.mask(start, opener.end);
      this.mask(closer.start, end);
    }
    opener.end = start;
    closer.start = end;
    opener.next = closer;
    closer.previous = opener;
    if (opener.start === opener.end) remove(opener);
    if (closer.start < closer.end) return closer;
    const next = closer.next;
    remove(closer);
    return next;
  }
}

function matching(opener: Delimiter, closer: Delimiter): boolean {
  if (!opener.canOpen || opener.char !== closer.char) return false;
  const either = closer.canOpen || opener.canClose;
  return !(either && closer.length % 3 !== 0 && (opener.length + closer.length) % 3 === 0);
}

function remove(delimiter: Delimiter): void {
  if (delimiter.previous) delimiter.previous.next = delimiter.next;
  if (delimiter.next) delimiter.next.previous = delimiter.previous;
}

function codePointBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  const pair = low >= 0xdc00 && low <= 0xdfff && at >= 2 ? text.codePointAt(at - 2)! : 0;
  return pair > 0xffff ? String.fromCodePoint(pair) : text[at - 1]!;
}
