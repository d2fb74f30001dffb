/** A whole document, read block by block; of one that was read before, only what has changed and what hangs on it. */
import { keptBlocks } from '../notes/index';
import type { Block, Notes } from '../notes/model';
import { type DayMonthOrder, dayMonthOrders } from '../time/index';
import type { Lent } from './above';
import { type Alignment, alignBlocks } from './alignment';
import { type ContextAbove, contextAbove, sameContext, sameLent } from './context';
import type { BlockContent, BlockReading, DatedMention, Knowledge, Mention, Question, Reading, SentenceReading } from './model';
import { once } from './once';
import { PlacedBlock } from './placed-block';
import { Reach } from './reach';
import { type ReadBlock, readBlock } from './read-block';
import { AskedUse, noting, WordCount } from './word-use';

export interface ReadNotesOptions {
  /** How the writer orders day and month in figures, where the document itself does not show it. */
  readonly dayMonthOrder?: DayMonthOrder;
  /** Asked before each sentence that is read anew: whether the time for these notes is over. What has been read by then is the reading. */
  readonly isOver?: () => boolean;
}

/** A block's content with all that it was read by. */
interface BlockRecord {
  readonly content: ReadBlock;
  readonly context: ContextAbove;
  /** What it lends: the very object of the reading before, where that is the same. */
  readonly lent: Lent;
  /** What was asked of the whole text's use of words; null for nothing. */
  readonly asked: AskedUse | null;
}

/** What a reading leaves to the next one of the same document. */
interface Legacy {
  readonly records: readonly BlockRecord[];
  /** The blocks, in order, that asked of the whole text's use of words. */
  readonly askers: readonly number[];
  /** The orders of day and month that each block shows. */
  readonly orders: readonly ReadonlySet<DayMonthOrder>[];
  readonly order: DayMonthOrder | undefined;
  /** Counted when first asked for. The next reading takes it over; null from then on. */
  words: WordCount | null;
}

const legacies = new WeakMap<Reading, Legacy>();

/**
 * Reads the notes against the knowledge; a pure function of the two and the options. From `before`, a reading of an earlier state of the
 * document, it takes what is still the same, so that the cost is that of what has changed.
 */
export function readNotes(notes: Notes, knowledge: Knowledge, options: ReadNotesOptions = {}, before?: Reading): Reading {
  const old = before && legacies.get(before);
  const alignment = before && old ? alignBlocks(before.notes, notes) : NOTHING_ALIKE;
  const orders = ordersOf(notes, alignment, old);
  const order = onlyOrder(orders) ?? options.dayMonthOrder;
  const isUsable = old !== undefined && before!.knowledge === knowledge && old.order === order;
  const settled = { order, isOver: options.isOver };
  const run = isUsable ? new Rereading(notes, knowledge, settled, before!.notes, old, alignment) : new Rereading(notes, knowledge, settled);
  const reading = new DocumentReading(notes, knowledge, run.contents(), run.brokenOffAt);
  legacies.set(reading, { records: run.records, askers: run.askers, orders, order, words: run.words });
  return reading;
}

/** A reading without anything in it, of notes that could not be read. */
export function emptyReading(notes: Notes, knowledge: Knowledge): Reading {
  return new DocumentReading(notes, knowledge, notes.blocks.map(unread));
}

const unread = (block: Block, index: number): BlockContent => ({
  sentences: [],
  mentions: [],
  dates: [],
  settings: [],
  block,
  index,
  kind: block.kind,
  level: block.level,
});

const NOTHING_ALIKE: Alignment = { head: 0, tail: 0 };

/** One run over all blocks, that reads those which may read otherwise than before. */
class Rereading {
  words: WordCount | null = null;
  brokenOffAt: number | undefined;
  /** Of the blocks that have been read whole, from the first. */
  readonly records: BlockRecord[] = [];
  readonly askers: number[] = [];
  private readonly reach: Reach;
  /** Words whose use in the text may be another than before; null where nothing is known of before. */
  private changedWords: ReadonlySet<string> | null = null;

  constructor(
    private readonly notes: Notes,
    private readonly knowledge: Knowledge,
    private readonly options: { readonly order: DayMonthOrder | undefined; readonly isOver: ReadNotesOptions['isOver'] },
    private readonly before?: Notes,
    private readonly old?: Legacy,
    private readonly alignment: Alignment = NOTHING_ALIKE,
  ) {
    this.reach = new Reach(notes, before, alignment);
  }

  contents(): readonly BlockContent[] {
    this.takeOverWords();
    this.takeOverHead();
    const { records } = this;
    const contents: BlockContent[] = records.map(({ content }) => content);
    for (let index = records.length; index < this.notes.blocks.length; index++) {
      if (this.brokenOffAt !== undefined) contents.push(unread(this.notes.blocks[index]!, index));
      else contents.push(this.put(index, this.recordOf(index)).content);
    }
    return contents;
  }

  private put(index: number, record: BlockRecord): BlockRecord {
    if (this.brokenOffAt !== undefined) return record;
    this.records.push(record);
    if (record.asked !== null) this.askers.push(index);
    return record;
  }

  /** Down to the first block that an edit has touched, or that may use a word otherwise, all are read as they were. */
  private takeOverHead(): void {
    const { old, before } = this;
    if (!old || !before) return;
    const head = Math.min(keptBlocks(this.notes, before).head, old.records.length);
    const other = old.askers.find((index) => index >= head || this.mayUseOtherwise(old.records[index]!)) ?? head;
    const end = Math.min(head, other);
    for (let index = 0; index < end; index++) this.records.push(old.records[index]!);
    for (const index of old.askers) if (index < end) this.askers.push(index);
  }

  private takeOverWords(): void {
    const { old, before, notes, alignment } = this;
    if (!old?.words || !before) return;
    const between = ({ blocks }: Notes) => blocks.slice(alignment.head, blocks.length - alignment.tail).map(({ prose }) => prose);
    this.words = old.words;
    old.words = null;
    this.changedWords = this.words.replace(between(before), between(notes));
  }

  private recordOf(index: number): BlockRecord {
    const { reach, old } = this;
    const from = reach.before(index);
    const known = from >= 0 ? old?.records[from] : undefined;
    const mayTakeOver = reach.has(index);
    const isAlike = known !== undefined && reach.isAlike(index) && !this.mayUseOtherwise(known);
    if (isAlike && !mayTakeOver) return known;
    const context = contextAbove(this.notes, index, this.records);
    if (isAlike && sameContext(known.context, context)) return known;
    const record = this.readAnew(index, context);
    if (known && reach.standsAlike(index) && sameLent(known.lent, record.lent)) return { ...record, lent: known.lent };
    reach.begin(index);
    return record;
  }

  private readAnew(index: number, context: ContextAbove): BlockRecord {
    const { notes, knowledge } = this;
    const { order, isOver } = this.options;
    const asked = new AskedUse();
    const block = notes.blocks[index]!;
    const content = readBlock(block, index, knowledge, {
      ...context,
      use: noting(() => this.wordCount(), asked),
      ...(order ? { dayMonthOrder: order } : {}),
      ...(isOver ? { isOver } : {}),
    });
    this.brokenOffAt = content.brokenOffAt;
    return { content, context, lent: content.lent, asked: asked.isEmpty ? null : asked };
  }

  private wordCount(): WordCount {
    this.words ??= new WordCount(this.notes.blocks.map(({ prose }) => prose));
    return this.words;
  }

  private mayUseOtherwise({ asked }: BlockRecord): boolean {
    if (asked === null) return false;
    return this.changedWords === null || !asked.holds(() => this.wordCount(), this.changedWords);
  }
}

function ordersOf({ blocks }: Notes, { head, tail }: Alignment, old: Legacy | undefined): readonly ReadonlySet<DayMonthOrder>[] {
  const own = blocks.slice(head, blocks.length - tail).map(({ prose }) => ordersShown(prose));
  return old ? [...old.orders.slice(0, head), ...own, ...old.orders.slice(old.orders.length - tail)] : own;
}

const NO_ORDERS: ReadonlySet<DayMonthOrder> = new Set();

function ordersShown(prose: string): ReadonlySet<DayMonthOrder> {
  const shown = dayMonthOrders(prose);
  return shown.size === 0 ? NO_ORDERS : shown;
}

/** The order that all dates in figures show; undefined where there are none or they differ. */
function onlyOrder(orders: readonly ReadonlySet<DayMonthOrder>[]): DayMonthOrder | undefined {
  const shown = new Set<DayMonthOrder>();
  for (const own of orders) if (own !== NO_ORDERS) for (const order of own) shown.add(order);
  return shown.size === 1 ? [...shown][0] : undefined;
}

class DocumentReading implements Reading {
  readonly brokenOffAt?: number;
  /** Made when asked for. */
  private readonly blocks: (PlacedBlock | undefined)[];
  private readonly answers = new Map<Question<never>, (about: never) => boolean | number>();
  private allMentions: readonly Mention[] | undefined;
  private allSentences: readonly SentenceReading[] | undefined;
  private lenders: ReadonlyMap<DatedMention, number> | undefined;

  constructor(
    readonly notes: Notes,
    readonly knowledge: Knowledge,
    readonly contents: readonly BlockContent[],
    brokenOffAt?: number,
  ) {
    if (brokenOffAt !== undefined) this.brokenOffAt = brokenOffAt;
    this.blocks = new Array<PlacedBlock | undefined>(contents.length);
  }

  block(index: number): BlockReading {
    return this.placed(index);
  }

  isLast(index: number): boolean {
    return index === this.contents.length - 1;
  }

  above(index: number): Pick<Block, 'heading' | 'parent'> {
    return this.notes.blocks[index]!;
  }

  ask<About>(question: Question<About>, about: About): boolean | number {
    return once(this.answers as Map<Question<About>, (about: About) => boolean | number>, question, () =>
      question.answers(this.contents, this.knowledge),
    )(about);
  }

  get mentions(): readonly Mention[] {
    this.allMentions ??= this.contents.flatMap((_, index) => this.placed(index).mentions);
    return this.allMentions;
  }

  get sentences(): readonly SentenceReading[] {
    this.allSentences ??= this.contents.flatMap((_, index) => this.placed(index).sentences);
    return this.allSentences;
  }

  private placed(index: number): PlacedBlock {
    this.blocks[index] ??= new PlacedBlock(this.contents[index]!, this.notes.blocks[index]!.start, index, this.dateAbove);
    return this.blocks[index];
  }

  /** Where a date that one block lent to another stands now. */
  private readonly dateAbove = (mention: DatedMention): DatedMention => {
    this.lenders ??= new Map(this.contents.flatMap(({ settings }, index) => settings.map((date) => [date, index] as const)));
    const index = this.lenders.get(mention);
    return index === undefined ? mention : this.placed(index).date(mention);
  };
}

/** The innermost mention at an offset; a mention's end counts as inside. */
export function mentionAt(reading: Reading, offset: number): Mention | null {
  let best: Mention | null = null;
  for (const mention of reading.mentions) {
    if (mention.start > offset) break;
    if (offset <= mention.end && (best === null || mention.end - mention.start <= best.end - best.start)) best = mention;
  }
  return best;
}

/** The mentions of one block, by start. */
export const mentionsOf = (reading: Reading, block: number): readonly Mention[] => reading.block(block).mentions;

/** The dates of one block, by start: what a relative date's `anchor` counts. */
export const datesOf = (reading: Reading, block: number): readonly DatedMention[] => reading.block(block).dates;

/** The sentences before this one in its block, the nearest first; none for a sentence that was made of another. */
export function sentencesBeforeInBlock(sentence: SentenceReading, reading: Reading): readonly SentenceReading[] {
  const own = reading.block(sentence.block).sentences;
  return own.slice(0, Math.max(0, own.indexOf(sentence))).reverse();
}

/** The sentences before this one, in its block and in those above, the nearest first; none for a sentence that was made of another. */
export function* sentencesBefore(sentence: SentenceReading, reading: Reading): Generator<SentenceReading, void> {
  if (!reading.block(sentence.block).sentences.includes(sentence)) return;
  yield* sentencesBeforeInBlock(sentence, reading);
  for (let block = sentence.block - 1; block >= 0; block--) yield* [...reading.block(block).sentences].reverse();
}
