/** From Markdown's tree to the blocks that are read: each leaf of the tree becomes a block, or several where timeline lines part it. */
import type { Tree, TreeCursor } from '@lezer/common';
import { readDirective } from './directives';
import { readInline } from './inline';
import type { Block, BlockKind, Directive, Mark, TextRange } from './model';
import { timelineHead } from './timeline-head';

export interface Blocks {
  readonly blocks: Block[];
  readonly directives: Directive[];
  readonly restarts: Restart[];
}

/** Where Markdown begins anew: a paragraph or heading behind a blank line that stands in nothing else. Whatever is above, it reads the same. */
export interface Restart {
  /** UTF-16, at the start of its line. */
  readonly offset: number;
  /** How many blocks, and how many directives, stand above. */
  readonly block: number;
  readonly directive: number;
}

/** A list item's own first words; blocks inside it name it as their parent once it has any. */
interface Item {
  readonly level: number;
  readonly parent: number;
  readonly mark: TextRange;
  block: number;
}

interface Context {
  readonly quoted: boolean;
  readonly footnote: boolean;
  readonly item: Item | null;
  /** Whether the next paragraph is the item's or the footnote's own first one. */
  first: boolean;
  /** Index of the label or title that a list here stands under, -1 for none. */
  label: number;
}

interface Leaf {
  readonly kind: BlockKind;
  readonly level: number;
  readonly parent: number;
  readonly quoted: boolean;
}

/** A part of a paragraph that becomes a block. */
interface Piece extends TextRange {
  readonly head: TextRange | null;
  /** Whether it stands further left than the list item that Markdown counts it to. */
  readonly lazy: boolean;
}

/** Where a block's text lies. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** What of it is text that inline markup can stand in; all of it unless given. */
  readonly parts?: readonly TextRange[];
  /** Markup in between. */
  readonly holes: readonly TextRange[];
  readonly head?: TextRange | null;
  readonly cells?: NonNullable<Block['cells']>;
}

const headingLevel = /^(?:ATX|Setext)Heading(\d)$/;
/** GFM's checkbox. */
const taskMarker = /^\[[ xX]\][ \t]/;
/** "1924. Lenin dies": a list's number that is a year. */
const yearMarker = /^(?:1\d{3}|20\d\d)[.)]$/;
/** Words after which a line is still going on, so that a date at the next line's start is part of the sentence. */
const goesOn =
  /(?:[,–—-]|(?:^|[^\p{L}])(?:a|an|and|as|at|before|after|between|by|during|early|for|from|in|late|like|mid|nor|of|on|or|since|than|that|the|this|through|till|to|until|was|were|when|which|with|year|years))$/iu;
const sentenceEnd = /[.!?:;…"'”’)\]*_]$/;
/** A line at least this long that ends without a stop was broken by an editor, not by the writer. */
const WRAPPED = 55;
/** A line with more characters is a paragraph, and one paragraph with more lines than this is read whole. */
const LONGEST_NOTE = 300;
/** Of so many lines one at the most may be long: in wrapped prose nearly all are. */
const MOST_LONG = 3;
/** What ends a sentence, and with it a line of prose. */
const fullStop = /[.!?…]["'”’)\]*_]*$/;
/** A word that opens a supposition: what it supposes stands in the next line. */
const supposes = /^(?:if|had|were|suppose|unless|whether)(?!\p{L})/iu;
/** "Bukharin:", "**Key dates** –", "When did he die?": a line that names what the lines below it are about. */
const labelEnd = /[:=–—→?][*_]*$|[*_]{2}:?$/;
/** "**LENIN, Vladimir** (1870–1924)", "Nadezhda Krupskaya (1869–1939)": the head of an entry, with a life or a remark in brackets. */
const entryHead = /^(?:(\*\*|__)[^*_\n]{1,60}\1 ?\([^()\n]{1,80}\)|\p{Lu}[\p{L}\p{M} ,.'’-]{2,40} \(\d{4} ?[–-] ?\d{2,4}\))[:.]?$/u;
/** A short line without a stop above a list is its title. */
const LONGEST_TITLE = 40;

/** What stands above a part of a text: the first so many blocks, directives and restarts. */
export interface AbovePart {
  readonly of: Blocks;
  readonly block: number;
  readonly directive: number;
  readonly restart: number;
}

/** `place` turns the tree's offsets into the text's. The tree may be that of a part, from `start` on, that stands below what is `above`. */
export function readBlocks(text: string, tree: Tree, place: (offset: number) => number, above: AbovePart = NOTHING, start = 0): Blocks {
  return new BlockReader(text, place, above, start).read(tree);
}

const NOTHING: AbovePart = { of: { blocks: [], directives: [], restarts: [] }, block: 0, directive: 0, restart: 0 };

/** The headings that are open below the blocks. */
export function openHeadings(blocks: readonly Block[]): OpenHeadings {
  const open: number[] = [];
  const last = blocks.length - 1;
  const isOpenHeading = blocks[last]?.kind === 'heading' && !blocks[last].quoted;
  for (let at = isOpenHeading ? last : (blocks[last]?.heading ?? -1); at >= 0; at = blocks[at]!.heading) open.push(at);
  const headings = new OpenHeadings();
  for (const index of open.reverse()) headings.open(blocks[index]!, index);
  return headings;
}

/** A heading in a quote opens and closes none of the text's own. */
class OpenHeadings {
  private readonly stack: { readonly index: number; readonly level: number }[] = [];

  /** Index of the nearest, -1 for none. */
  get nearest(): number {
    return this.stack.at(-1)?.index ?? -1;
  }

  /** Closes what a heading of this level closes. */
  close({ level, quoted }: Pick<Block, 'level' | 'quoted'>): void {
    while (!quoted && this.stack.length > 0 && this.stack.at(-1)!.level >= level) this.stack.pop();
  }

  open({ level, quoted }: Pick<Block, 'level' | 'quoted'>, index: number): void {
    if (!quoted) this.stack.push({ index, level });
  }
}

class BlockReader {
  private readonly blocks: Block[];
  private readonly directives: Directive[];
  private readonly restarts: Restart[];
  private readonly headings: OpenHeadings;

  constructor(
    private readonly text: string,
    private readonly place: (offset: number) => number,
    { of: before, block, directive, restart }: AbovePart,
    /** Where the last block ended. */
    private done: number,
  ) {
    this.blocks = before.blocks.slice(0, block);
    this.directives = before.directives.slice(0, directive);
    this.restarts = before.restarts.slice(0, restart);
    this.headings = openHeadings(this.blocks);
  }

  read(tree: Tree): Blocks {
    const cursor = tree.cursor();
    const context: Context = { quoted: false, footnote: false, item: null, first: false, label: -1 };
    if (cursor.firstChild()) {
      do {
        if (cursor.name === 'Paragraph' || cursor.name.startsWith('ATXHeading')) this.restart(this.place(cursor.from));
        this.node(cursor, context);
      } while (cursor.nextSibling());
    }
    return { blocks: this.blocks, directives: this.directives, restarts: this.restarts };
  }

  private restart(offset: number): void {
    if (isBehindBlankLine(this.text, offset)) this.restarts.push({ offset, block: this.blocks.length, directive: this.directives.length });
  }

  private children(cursor: TreeCursor, context: Context): void {
    if (!cursor.firstChild()) return;
    do this.node(cursor, context);
    while (cursor.nextSibling());
    cursor.parent();
  }

  private node(cursor: TreeCursor, context: Context): void {
    const { name } = cursor;
    switch (name) {
      case 'Paragraph':
        this.paragraph(cursor, context);
        context.first = false;
        context.label = this.labelOf(context);
        return;
      case 'BulletList':
      case 'OrderedList':
        this.children(cursor, context);
        context.first = false;
        return;
      case 'ListItem':
        this.listItem(cursor, context);
        return;
      case 'Blockquote':
        this.children(cursor, { ...context, quoted: true, first: false });
        break;
      case 'Footnote':
        this.children(cursor, { ...context, footnote: true, first: true });
        break;
      case 'Table':
        this.table(cursor, context);
        break;
      case 'CommentBlock':
      case 'HTMLBlock':
        this.html(cursor, context);
        break;
      case 'ListMark':
      case 'QuoteMark':
      case 'FootnoteMark':
        return;
      default: {
        const level = headingLevel.exec(name);
        if (level) this.heading(cursor, context, Number(level[1]));
      }
    }
    context.first = false;
    context.label = -1;
  }

  /** The paragraph just read, where it is the label or the title of what follows; -1 otherwise. */
  private labelOf(context: Context): number {
    const last = this.blocks.at(-1);
    if (!last || last.kind === 'footnote' || last.timelineHead) return -1;
    const isFirst = last.kind === 'list-item' && context.item?.block === this.blocks.length - 1;
    return !isFirst && this.isLabel(last) ? this.blocks.length - 1 : -1;
  }

  private isLabel({ start, end }: TextRange): boolean {
    if (end - start > LONGEST_NOTE) return false;
    const words = this.text.slice(start, end);
    return labelEnd.test(words) || entryHead.test(words) || (words.length <= LONGEST_TITLE && !/[\n\r.!?…,;]/.test(words));
  }

  private range(cursor: TreeCursor): TextRange {
    return { start: this.place(cursor.from), end: this.place(cursor.to) };
  }

  /** Places of the marks of an enclosing quote inside a leaf, and of the leaf's own heading marks. */
  private marksInside(cursor: TreeCursor): TextRange[] {
    const marks: TextRange[] = [];
    if (cursor.firstChild()) {
      do if (cursor.name === 'QuoteMark' || cursor.name === 'HeaderMark') marks.push(this.range(cursor));
      while (cursor.nextSibling());
      cursor.parent();
    }
    return marks;
  }

  private parentOf(context: Context): number {
    return context.item ? (context.item.block >= 0 ? context.item.block : context.item.parent) : -1;
  }

  private listItem(cursor: TreeCursor, context: Context): void {
    if (!cursor.firstChild()) return;
    const item: Item = {
      level: context.item ? context.item.level + 1 : 0,
      parent: context.label >= 0 ? context.label : this.parentOf(context),
      mark: this.range(cursor),
      block: -1,
    };
    const inside: Context = { ...context, item, first: true, label: -1 };
    do this.node(cursor, inside);
    while (cursor.nextSibling());
    cursor.parent();
  }

  private paragraph(cursor: TreeCursor, context: Context): void {
    const kind = context.first && context.item ? 'list-item' : context.footnote ? 'footnote' : context.quoted ? 'quote' : 'paragraph';
    const quotes = this.marksInside(cursor);
    const { start: from, end } = this.range(cursor);
    const start = kind === 'list-item' && taskMarker.test(this.text.slice(from, from + 4)) ? Math.min(from + 4, end) : from;
    this.lines(start, end, quotes, kind, context);
  }

  /** A paragraph's text as one block, or as several where lines of it begin with a date and a colon. */
  private lines(start: number, end: number, holes: readonly TextRange[], kind: BlockKind, context: Context): void {
    const item = context.first ? context.item : null;
    const parent = item ? item.parent : this.parentOf(context);
    let label = -1;
    for (const piece of this.pieces(start, end, holes, item, kind !== 'footnote')) {
      const { quoted } = context;
      const own = item !== null && piece.start <= start;
      const leaf: Leaf = own
        ? { kind, level: item.level, parent, quoted }
        : { kind: kind === 'list-item' ? 'paragraph' : kind, level: 0, parent: item && !piece.lazy ? item.block : parent, quoted };
      const inside = holes.filter((mark) => mark.start >= piece.start && mark.end <= piece.end);
      // A line that is a label ("Krupskaya:", "**Lenin** (1870–1924)") takes in the lines below it.
      const line = own || piece.head ? '' : this.text.slice(piece.start, piece.end).trimEnd();
      const isLabel = labelEnd.test(line) || entryHead.test(line);
      const under = label >= 0 && !isLabel ? { ...leaf, parent: label } : leaf;
      const index = this.add(under, { from: piece.start, to: piece.end, holes: inside, head: piece.head });
      if (isLabel) label = index;
      if (own) item.block = index;
    }
  }

  private pieces(start: number, end: number, holes: readonly TextRange[], item: Item | null, timely: boolean): Piece[] {
    const { text } = this;
    const headAt = (from: number) => (timely ? timelineHead(text, from, lineEnd(text, from, end)) : null);
    const year = item && yearMarker.test(text.slice(item.mark.start, item.mark.end)) ? item.mark : null;
    const column = start - this.lineStart(start);
    const pieces: Piece[] = [];
    const isLineWise = timely && item === null && this.isLineWise(start, end, holes);
    let piece: Piece = { start, end, head: headAt(start), lazy: false };
    if (year && !piece.head) piece = { ...piece, start: year.start, head: { start: year.start, end: year.end - 1 } };
    let hole = 0;
    for (let previous = start, at = lineEnd(text, start, end); at < end; ) {
      const line = lineBreakEnd(text, at);
      const [content, nextHole] = behindHoles(text, line, end, holes, hole);
      hole = nextHole;
      const head = headAt(content);
      if (isLineWise || (head && (piece.head || !this.continues(previous, at)))) {
        pieces.push({ ...piece, end: at });
        piece = { start: content, end, head, lazy: content - line < column };
      }
      previous = content;
      at = lineEnd(text, content, end);
    }
    pieces.push(piece);
    return pieces;
  }

  /** Whether each line of the paragraph is a note of its own: none goes on in the next, all begin alike, and not every one ends in a full stop. */
  private isLineWise(start: number, end: number, holes: readonly TextRange[]): boolean {
    const { text } = this;
    let open = false;
    let breaks = 0;
    /** Breaks that an editor may have made. */
    let long = 0;
    let small: boolean | null = null;
    let hole = 0;
    for (let at = start; at < end; ) {
      const stop = lineEnd(text, at, end);
      if (stop - at > LONGEST_NOTE) return false;
      const line = text.slice(at, stop);
      const words = line.trimEnd();
      // A line of figures or signs begins neither in capitals nor in small letters.
      const first = /[\p{L}\p{N}]/u.exec(words)?.[0];
      const isSmall = first !== undefined && /\p{Ll}/u.test(first);
      if (first !== undefined && /\p{L}/u.test(first)) {
        if (small !== null && small !== isSmall) return false;
        small = isSmall;
      }
      if (stop >= end) break;
      const isHardBreak = /(?: {2}|\\)$/.test(line);
      if (!isHardBreak && goesOn.test(words)) return false;
      breaks++;
      if (!isHardBreak && words.length >= WRAPPED && !sentenceEnd.test(words)) long++;
      if (supposes.test(words) && !fullStop.test(words)) return false;
      open ||= !fullStop.test(words);
      [at, hole] = behindHoles(text, lineBreakEnd(text, stop), end, holes, hole);
    }
    // Wrapped prose in small letters shows nothing at its line breaks.
    return open && small !== true && long * MOST_LONG <= breaks;
  }

  /** Whether the sentence of the line `start`..`end` plainly runs on into the next line. */
  private continues(start: number, end: number): boolean {
    const line = this.text.slice(Math.max(start, end - 200), end).trimEnd();
    return goesOn.test(line) || (end - start >= WRAPPED && !sentenceEnd.test(line));
  }

  private heading(cursor: TreeCursor, context: Context, level: number): void {
    const marks = this.marksInside(cursor);
    const { start, end } = this.range(cursor);
    this.headings.close({ level, quoted: context.quoted });
    const leaf: Leaf = { kind: 'heading', level, parent: this.parentOf(context), quoted: context.quoted };
    // Markup inside the line (closing #s, a setext underline) is cut off the inline text, so that it is not read as such.
    const first = marks[0];
    const atx = first !== undefined && first.start === start;
    const from = atx ? first.end : start;
    const closing = marks.find((mark) => mark.start > from && this.text[mark.start] !== '>');
    const index = this.add(leaf, { from: start, to: end, parts: [{ start: from, end: closing?.start ?? end }], holes: marks });
    this.headings.open({ level, quoted: context.quoted }, index);
  }

  private table(cursor: TreeCursor, context: Context): void {
    let header: string[] = [];
    if (!cursor.firstChild()) return;
    do {
      if (cursor.name !== 'TableHeader' && cursor.name !== 'TableRow') continue;
      const { start, end } = this.range(cursor);
      const cells = splitRow(this.text, start, end);
      const leaf: Leaf = { kind: 'table-row', level: 0, parent: this.parentOf(context), quoted: context.quoted };
      const bars: TextRange[] = [];
      let at = start;
      for (const cell of cells) {
        bars.push({ start: at, end: cell.start });
        at = cell.end;
      }
      bars.push({ start: at, end });
      const isHeader = cursor.name === 'TableHeader';
      const headed = cells.map((cell, column) => ({ ...cell, header: isHeader ? '' : (header[column] ?? '') }));
      const index = this.add(leaf, { from: start, to: end, parts: cells, holes: bars, cells: headed });
      if (isHeader) {
        const block = this.blocks[index]!;
        header = cells.map((cell) =>
          block.prose
            .slice(cell.start - block.start, cell.end - block.start)
            .replace(/\s+/g, ' ')
            .trim(),
        );
      }
    } while (cursor.nextSibling());
    cursor.parent();
  }

  /** Directives in HTML; and the words behind a comment on its last line, which a reader of the page sees. */
  private html(cursor: TreeCursor, context: Context): void {
    const { text } = this;
    const { start, end } = this.range(cursor);
    let last = start;
    for (let at = text.indexOf('<!--', start); at >= 0 && at < end; at = text.indexOf('<!--', last)) {
      const close = text.indexOf('-->', at + 4);
      if (close < 0 || close + 3 > end) break;
      last = close + 3;
      this.comment(at, last);
    }
    if (cursor.name !== 'CommentBlock' || last === start) return;
    last = skipSpace(text, last, end);
    if (last < end) {
      this.done = Math.max(this.done, last);
      this.lines(last, end, [], context.quoted ? 'quote' : 'paragraph', { ...context, first: false });
    }
  }

  private comment(start: number, end: number): void {
    const directive = readDirective(this.text, start, end);
    if (directive) this.directives.push(directive);
  }

  private lineStart(offset: number): number {
    let at = offset;
    while (at > this.done && !isLineBreak(this.text.charCodeAt(at - 1))) at--;
    return at;
  }

  /** Adds a block and gives its index. Whatever of its lines lies outside its parts is markup. */
  private add(leaf: Leaf, { from, to, parts, holes, head, cells }: Stretch): number {
    const { text } = this;
    const start = skipSpace(text, this.lineStart(from), from);
    const end = skipSpaceBack(text, to, start);
    const masks: TextRange[] = [{ start, end: from }, ...holes];
    const marks: Mark[] = [];
    for (const part of parts ?? [{ start: from, end: to }]) {
      const inline = readInline(text, part.start, Math.min(part.end, end));
      for (const mask of inline.masks) masks.push(mask);
      for (const mark of inline.marks) marks.push(mark);
      for (const comment of inline.comments) this.comment(comment.start, comment.end);
    }
    const { kind, level, parent, quoted } = leaf;
    const heading = this.headings.nearest;
    // Written out, and in one order: spreading objects here takes as long as reading the text.
    const block: { -readonly [Key in keyof Block]: Block[Key] } = {
      kind,
      level,
      heading,
      parent,
      quoted,
      start,
      end,
      prose: maskedProse(text, start, end, masks),
      marks,
    };
    if (cells) block.cells = cells;
    if (head) block.timelineHead = head;
    this.blocks.push(block);
    this.done = end;
    return this.blocks.length - 1;
  }
}

/** Whether `offset` is at the start of a line, and the line above is blank. */
function isBehindBlankLine(text: string, offset: number): boolean {
  if (!isLineBreak(text.charCodeAt(offset - 1))) return false;
  let at = offset - (text.charCodeAt(offset - 1) === 10 && text.charCodeAt(offset - 2) === 13 ? 2 : 1);
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
  return at > 0 && isLineBreak(text.charCodeAt(at - 1));
}

function skipSpace(text: string, at: number, to: number): number {
  while (at < to && /\s/.test(text[at]!)) at++;
  return at;
}

function skipSpaceBack(text: string, at: number, from: number): number {
  while (at > from && /\s/.test(text[at - 1]!)) at--;
  return at;
}

/** Where the line that begins at `at` has its first character that is neither blank nor a hole, and the index of the next hole. */
function behindHoles(text: string, at: number, to: number, holes: readonly TextRange[], next: number): [content: number, hole: number] {
  let content = at;
  let hole = next;
  for (;;) {
    while (content < to && isBlank(text.charCodeAt(content))) content++;
    while (hole < holes.length && holes[hole]!.start < content) hole++;
    if (holes[hole]?.start !== content) return [content, hole];
    content = holes[hole]!.end;
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

const lineBreak = /[\n\r]/g;

/** Where the line that holds `at` ends, before its line break; `to` at the latest. */
function lineEnd(text: string, at: number, to: number): number {
  lineBreak.lastIndex = at;
  return lineBreak.test(text) ? Math.min(lineBreak.lastIndex - 1, to) : to;
}

/** Behind the line break at `at`. */
function lineBreakEnd(text: string, at: number): number {
  return at + (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1);
}

/** The cells of a table's row without the space around them. A `|` inside `[[name|words]]` or `@[name|words]`, or behind a backslash, parts no cells. */
function splitRow(text: string, start: number, end: number): TextRange[] {
  const cells: TextRange[] = [];
  let from = start;
  const cut = (to: number) => {
    const first = skipSpace(text, from, to);
    cells.push({ start: first, end: skipSpaceBack(text, to, first) });
  };
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '[' && (text[at + 1] === '[' || text[at - 1] === '@')) {
      pipeInMark.lastIndex = at;
      const mark = pipeInMark.exec(text);
      if (mark && at + mark[0].length <= end) at += mark[0].length - 1;
    } else if (char === '|') {
      if (at > start) cut(at);
      from = at + 1;
    }
  }
  if (from < end && /\S/.test(text.slice(from, end))) cut(end);
  return cells;
}

const pipeInMark = /\[?\[[^[\]|\n\r]{1,200}\|[^[\]|\n\r]{1,200}\]/y;
const pipesInMarks = /(?:\[\[|@\[)[^[\]|\n\r]{1,200}\|[^[\]|\n\r]{1,200}\]/g;

/** Hides the `|` of marks from Markdown, which would part a table's cells there. Keeps every offset. */
export function hidePipes(text: string): string {
  return text.includes('|') ? text.replace(pipesInMarks, (mark) => mark.replace('|', '!')) : text;
}

/** `text.slice(start, end)` with the masked stretches and line breaks as spaces. */
function maskedProse(text: string, start: number, end: number, masks: TextRange[]): string {
  masks.sort((a, b) => a.start - b.start);
  let prose = '';
  let at = start;
  for (const mask of masks) {
    const from = Math.max(mask.start, at);
    const to = Math.min(mask.end, end);
    if (to <= from) continue;
    prose += text.slice(at, from) + ' '.repeat(to - from);
    at = to;
  }
  prose += text.slice(at, end);
  return detached(prose.replace(/[\r\n]/g, ' '));
}

/** The same characters in a string of their own: a slice keeps the whole text alive that it was cut from, and blocks outlive many versions of it. */
const detached = (slice: string): string => ` ${slice}`.slice(1);
