/** A whole document, read block by block. */
import type { Block, Notes } from '../notes/model';
import { type DateValue, dayMonthOrder } from '../time/index';
import { aboveOf } from './above';
import type { DatedMention, Knowledge, Mention, Reading, SentenceReading } from './model';
import { once } from './once';
import { type BlockContext, type BlockReading, type Focus, readBlock } from './read-block';
import { wordUseOf } from './word-use';

export interface ReadNotesOptions {
  /** How the writer orders day and month in figures, where the document itself does not show it. */
  readonly dayMonthOrder?: 'dmy' | 'mdy';
  /** Asked before each sentence: whether the time for these notes is over. What has been read by then is the reading. */
  readonly isOver?: () => boolean;
}

/** Reads the notes against the knowledge; a pure function of the two. */
export function readNotes(notes: Notes, knowledge: Knowledge, options: ReadNotesOptions = {}): Reading {
  const order = dayMonthOrder(notes.blocks.map(({ prose }) => prose).join('\n\n')) ?? options.dayMonthOrder;
  const use = wordUseOf(notes.blocks);
  const blocks: BlockReading[] = [];
  const mentions: Mention[] = [];
  const sentences: SentenceReading[] = [];
  let brokenOffAt: number | undefined;
  for (const [index, block] of notes.blocks.entries()) {
    const reading = readBlock(block, index, knowledge, {
      ...contextOf(notes, index, blocks),
      use,
      ...(order ? { dayMonthOrder: order } : {}),
      ...(options.isOver ? { isOver: options.isOver } : {}),
    });
    blocks.push(reading);
    for (const mention of reading.facts) mentions.push(mention);
    for (const mention of reading.dates) mentions.push(mention);
    for (const sentence of reading.sentences) sentences.push(sentence);
    brokenOffAt = reading.brokenOffAt;
    if (brokenOffAt !== undefined) break;
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  return { notes, knowledge, mentions, sentences, ...(brokenOffAt === undefined ? {} : { brokenOffAt }) };
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

function contextOf(notes: Notes, index: number, read: readonly BlockReading[]): Omit<BlockContext, 'use'> {
  const block = notes.blocks[index]!;
  const anchor = anchorOf(notes, block, index, read);
  return {
    topics: topicsOf(notes, block, read),
    headingNouns: headingNounsOf(notes, block),
    focus: focusOf(notes, block, index, read),
    above: aboveOf(notes, block, index, read),
    ...anchor,
  };
}

/** A paragraph goes on from the paragraph before it, under the same heading. */
function focusOf(notes: Notes, block: Block, index: number, read: readonly BlockReading[]): Focus | null {
  const above = notes.blocks[index - 1];
  return block.kind === 'paragraph' && above?.kind === 'paragraph' && !block.timelineHead ? read[index - 1]!.focus : null;
}

/** Whom the lines below a heading or a list item are about: the people whom it opens with. */
function topicsOf(notes: Notes, block: Block, read: readonly BlockReading[]): readonly string[] {
  for (let at = block.parent; at >= 0; at = notes.blocks[at]!.parent) {
    const people = read[at]?.people ?? [];
    if (people.length > 0) return people.length <= 3 ? people : [];
  }
  for (let at = block.heading; at >= 0; at = parentHeading(notes, at)) {
    const people = read[at]?.people ?? [];
    if (people.length > 0) return people.length <= 3 ? people : [];
  }
  return [];
}

function headingNounsOf(notes: Notes, block: Block): readonly string[] {
  const nouns: string[] = [];
  for (let at = block.heading; at >= 0; at = parentHeading(notes, at)) {
    for (const word of notes.blocks[at]!.prose.toLowerCase().match(/\p{L}{4,}/gu) ?? []) nouns.push(word.replace(/(?<=s)es$|s$/, ''));
  }
  return nouns;
}

function parentHeading(notes: Notes, heading: number): number {
  const { level } = notes.blocks[heading]!;
  for (let at = heading - 1; at >= 0; at--) {
    const block = notes.blocks[at]!;
    if (block.kind === 'heading' && block.level < level) return at;
  }
  return -1;
}

/** The date that gives a year to "Dec" and "the 5th": the timeline line above, the parent item's, the heading's, then the text's before. */
function anchorOf(
  notes: Notes,
  block: Block,
  index: number,
  read: readonly BlockReading[],
): { anchor: DateValue | null; anchorProvenance: 'heading' | 'document' } {
  if (block.timelineHead) {
    for (let at = index - 1; at >= 0; at--) {
      const above = notes.blocks[at]!;
      if (above.kind === 'heading' && above.level > 0) break;
      const head = read[at]?.head;
      if (head) return { anchor: head, anchorProvenance: 'heading' };
    }
  }
  for (let at = block.parent; at >= 0; at = notes.blocks[at]!.parent) {
    const date = read[at]?.head ?? read[at]?.dates.find((mention) => mention.date.value)?.date.value;
    if (date) return { anchor: date, anchorProvenance: 'heading' };
  }
  for (let at = block.heading; at >= 0; at = parentHeading(notes, at)) {
    const dates = read[at]?.dates.filter((mention) => mention.date.value) ?? [];
    // "Timeline 1917–29" gives no year to what follows.
    if (dates.length === 1 && dates[0]!.date.rangePartner === undefined)
      return { anchor: dates[0]!.date.value, anchorProvenance: 'heading' };
  }
  for (let at = index - 1; at >= 0; at--) {
    const above = notes.blocks[at]!;
    if (above.kind === 'heading') break;
    const date = read[at]?.lastDate;
    if (date) return { anchor: date, anchorProvenance: 'document' };
  }
  return { anchor: null, anchorProvenance: 'document' };
}

const byBlock = new WeakMap<Reading, ReadonlyMap<number, readonly Mention[]>>();

/** The mentions of one block, by start. */
export function mentionsOf(reading: Reading, block: number): readonly Mention[] {
  const blocks = once(byBlock, reading, () => {
    const grouped = new Map<number, Mention[]>();
    for (const mention of reading.mentions) once(grouped, mention.block, () => []).push(mention);
    return grouped;
  });
  return blocks.get(block) ?? [];
}

/** The dates of one block, by start: what a relative date's `anchor` counts. */
export function datesOf(reading: Reading, block: number): DatedMention[] {
  return mentionsOf(reading, block).filter((mention): mention is DatedMention => mention.kind === 'date');
}

const places = new WeakMap<Reading, ReadonlyMap<SentenceReading, number>>();

/** The sentence's place in the document. */
export function placeOfSentence(sentence: SentenceReading, reading: Reading): number {
  return once(places, reading, () => new Map(reading.sentences.map((each, index) => [each, index] as const))).get(sentence) ?? -1;
}
