/** A reading that remembers what a judgement has looked up in it, so that it need be judged again only when something of that is no longer so. */
import type { Block, Notes } from '../notes/model';
import type { BlockContent, BlockReading, Knowledge, Mention, Question, Reading, SentenceReading } from '../reading/model';
import { sameList } from '../reading/same-list';

/** What a judgement of a block hangs on. Other blocks are named by how far below (or, negative, above) it they stand. */
export class Grounds {
  private readonly contents = new Map<number, BlockContent | undefined>();
  private readonly places = new Map<number, { readonly heading: number; readonly parent: number }>();
  private readonly answers: { readonly question: Question<never>; readonly about: never; readonly answer: boolean | number }[] = [];
  private whole: readonly BlockContent[] | null = null;
  private readonly hasChapters: boolean;
  private readonly knowledge: Knowledge;
  /** How far away is the farthest block above, and below, that was looked up. */
  above = 0;
  below = 0;

  constructor(reading: Reading, index: number) {
    this.hasChapters = namesChapters(reading.notes);
    this.knowledge = reading.knowledge;
    this.content(0, reading.contents[index]);
  }

  content(distance: number, content: BlockContent | undefined): void {
    this.reach(distance);
    this.contents.set(distance, content);
  }

  place(distance: number, index: number, { heading, parent }: Pick<Block, 'heading' | 'parent'>): void {
    this.reach(distance);
    this.places.set(distance, { heading: heading < 0 ? -index - 1 : heading - index, parent: parent < 0 ? -index - 1 : parent - index });
  }

  answer<About>(question: Question<About>, about: About, answer: boolean | number): void {
    this.answers.push({ question, about, answer } as unknown as (typeof this.answers)[number]);
  }

  document({ contents }: Reading): void {
    this.whole = contents;
  }

  /** Whether nothing was looked up but blocks at most `above` and `below` away. */
  get areNear(): boolean {
    return this.whole === null && this.answers.length === 0;
  }

  /** Whether nothing was looked up but the blocks `from`..`to` (exclusive), for the block at `index`. */
  areWithin(from: number, to: number, index: number): boolean {
    return this.areNear && index - this.above >= from && index + this.below < to;
  }

  /** Whether the judgement of the block at `index` stays, whatever stands below the `whole` blocks that have been read. */
  isSettled(index: number, whole: number): boolean {
    return this.areWithin(Number.NEGATIVE_INFINITY, whole, index);
  }

  /** Whether the judgement still holds of the block at `index` of another reading. */
  hold(reading: Reading, index: number): boolean {
    if (this.knowledge !== reading.knowledge || this.hasChapters !== namesChapters(reading.notes)) return false;
    for (const [distance, content] of this.contents) if (reading.contents[index + distance] !== content) return false;
    for (const [distance, known] of this.places) {
      const at = index + distance;
      const { heading, parent } = reading.above(at);
      if (!isAway(known.heading, heading, at) || !isAway(known.parent, parent, at)) return false;
    }
    for (const { question, about, answer } of this.answers) if (reading.ask(question, about) !== answer) return false;
    return this.whole === null || sameList(this.whole, reading.contents);
  }

  private reach(distance: number): void {
    if (distance < 0) this.above = Math.max(this.above, -distance);
    else this.below = Math.max(this.below, distance);
  }
}

/** A block above stands as far away as before; where there was none there still is none. */
const isAway = (known: number, above: number, index: number): boolean => (above < 0 ? known + index < 0 : above - index === known);

export const namesChapters = ({ frontMatter }: Notes): boolean => (frontMatter?.chapters.length ?? 0) > 0;

/** The reading as the rules see it that judge one of its blocks. */
export class Witness implements Reading {
  readonly grounds: Grounds;

  constructor(
    private readonly reading: Reading,
    private readonly index: number,
  ) {
    this.grounds = new Grounds(reading, index);
  }

  get notes(): Notes {
    return this.reading.notes;
  }

  get knowledge(): Knowledge {
    return this.reading.knowledge;
  }

  get contents(): readonly BlockContent[] {
    this.grounds.document(this.reading);
    return this.reading.contents;
  }

  get mentions(): readonly Mention[] {
    this.grounds.document(this.reading);
    return this.reading.mentions;
  }

  get sentences(): readonly SentenceReading[] {
    this.grounds.document(this.reading);
    return this.reading.sentences;
  }

  block(index: number): BlockReading {
    this.look(index);
    return this.reading.block(index);
  }

  isLast(index: number): boolean {
    this.look(index + 1);
    return this.reading.isLast(index);
  }

  above(index: number): Pick<Block, 'heading' | 'parent'> {
    const above = this.reading.above(index);
    this.grounds.place(index - this.index, index, above);
    return above;
  }

  ask<About>(question: Question<About>, about: About): boolean | number {
    const answer = this.reading.ask(question, about);
    this.grounds.answer(question, about, answer);
    return answer;
  }

  private look(index: number): void {
    this.grounds.content(index - this.index, this.reading.contents[index]);
  }
}
