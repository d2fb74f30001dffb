/** How far down a document a change reaches: which blocks may have another context than before. */
import type { Block, Notes } from '../notes/model';
import type { Alignment } from './alignment';

/** No heading has this level. */
const BELOW_HEADINGS = 7;

/** Asked about each block in order, once a block; not about those at the head that nothing has touched. */
export class Reach {
  /** Within reach until a heading of this level or a higher one (a smaller number); null outside. */
  private level: number | null = null;
  /** The blocks that say, or lend, another thing than before, and those that stand in them: a list may go on below a heading in it. */
  private readonly changed = new Set<number>();
  private readonly tailFrom: number;
  private readonly oldTailFrom: number;
  /** Whether the blocks that are written otherwise stand for as many of the same kinds. */
  private readonly isPaired: boolean;

  constructor(
    private readonly notes: Notes,
    private readonly old: Notes | undefined,
    private readonly alignment: Alignment,
  ) {
    const { head, tail } = alignment;
    this.tailFrom = notes.blocks.length - tail;
    this.oldTailFrom = (old?.blocks.length ?? 0) - tail;
    this.isPaired =
      this.tailFrom === this.oldTailFrom &&
      notes.blocks.slice(head, this.tailFrom).every((block, i) => sameKind(block, old!.blocks[head + i]!));
  }

  /** The index that the block had before, or that of the block whose place it takes; -1 for none. */
  before(index: number): number {
    if (!this.old) return -1;
    if (index < this.alignment.head) return index;
    if (index >= this.tailFrom) return index - this.tailFrom + this.oldTailFrom;
    return this.isPaired ? index : -1;
  }

  /** Whether the block is written as before. */
  isAlike(index: number): boolean {
    return index < this.alignment.head || index >= this.tailFrom;
  }

  /** Whether the block is to those below it what the one before was, but for what it says: no heading, whose very words they take over. */
  standsAlike(index: number): boolean {
    return this.isAlike(index) || this.notes.blocks[index]!.kind !== 'heading';
  }

  /** What the block says, or lends, is another than before. */
  begin(index: number): void {
    const block = this.notes.blocks[index]!;
    this.level = Math.min(this.level ?? BELOW_HEADINGS, block.kind === 'heading' ? block.level : BELOW_HEADINGS);
    this.changed.add(index);
  }

  /** Whether the block may take over something else than before. The heading that ends a reach still may, as the block right below. */
  has(index: number): boolean {
    if (index === this.tailFrom && !this.isPaired) this.level = Math.min(this.level ?? BELOW_HEADINGS, this.levelGone());
    const block = this.notes.blocks[index]!;
    const isInChanged = this.changed.has(block.parent);
    if (isInChanged) this.changed.add(index);
    const isWithin = this.level !== null || isInChanged || !this.isUnderTheSame(index, block);
    // A heading in a quote ends nothing.
    if (this.level !== null && block.kind === 'heading' && !block.quoted && block.level <= this.level) this.level = null;
    return isWithin;
  }

  /** The level of the highest heading that stood where now other blocks stand. */
  private levelGone(): number {
    const gone = this.old?.blocks.slice(this.alignment.head, this.oldTailFrom) ?? [];
    return Math.min(BELOW_HEADINGS, ...gone.flatMap(({ kind, level }) => (kind === 'heading' ? [level] : [])));
  }

  /** Whether the blocks that it stands under are those of before. */
  private isUnderTheSame(index: number, { parent, heading }: Block): boolean {
    const old = this.old?.blocks[this.before(index)];
    return old !== undefined && this.before(parent) === old.parent && this.before(heading) === old.heading;
  }
}

const sameKind = (a: Block, b: Block): boolean =>
  a.kind === b.kind && a.level === b.level && a.quoted === b.quoted && !a.timelineHead === !b.timelineHead;
