/** The judgements of a reading's blocks, and those of the reading before that still hold. */
import type { BlockContent, Reading } from '../reading/model';
import { once } from '../reading/once';
import type { Finding } from './finding';
import { type Grounds, namesChapters } from './witness';

/** What was found in a block, and what that hangs on. */
export class Judgement {
  /** `findings` as they stand in a text whose block begins at `start`. */
  constructor(
    readonly grounds: Grounds,
    private start: number,
    private findings: readonly Finding[],
  ) {}

  get isEmpty(): boolean {
    return this.findings.length === 0;
  }

  /** The findings in a text whose block begins at `start`. */
  at(start: number): readonly Finding[] {
    if (start !== this.start) {
      this.findings = this.findings.map((finding) => moved(finding, start - this.start));
      this.start = start;
    }
    return this.findings;
  }
}

function moved(finding: Finding, by: number): Finding {
  const fixes = finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })),
  }));
  return { ...finding, start: finding.start + by, end: finding.end + by, fixes };
}

export interface JudgedBlock {
  readonly index: number;
  readonly judgement: Judgement;
}

/** Judgements by what they judge, whatever reading it stands in. */
const byContent = new WeakMap<BlockContent, Judgement>();
/** Judgements of a reading by its blocks. */
const byBlock = new WeakMap<Reading, Judgements>();

/** Where a list of judgements stands in that of the reading before. */
interface Kept {
  readonly judgements: Judgements;
  /** So many blocks at the head, and so many at the tail, stand as they did. */
  readonly head: number;
  readonly tail: number;
}

export class Judgements {
  private readonly judgements: (Judgement | undefined)[];
  private kept: Kept | null;
  /** The blocks, in order, whose judgement was not taken over unseen. */
  private readonly open: readonly number[];
  /** So many of them are not judged yet. */
  private left: number;
  /** The blocks, in any order, in which something was found. */
  private readonly found: number[] = [];
  /** The blocks, in any order, whose judgement may hang on the whole text: the next reading looks at each. */
  private readonly loose: number[] = [];
  /** All other judgements hang on no block that stands further above, or below. */
  private farthestAbove = 0;
  private farthestBelow = 0;

  /** Of a reading; `before` is one of an earlier state of the document. */
  static of(reading: Reading, before?: Reading): Judgements {
    return once(byBlock, reading, () => new Judgements(reading, before && Judgements.keptOf(before, reading)));
  }

  private static keptOf(before: Reading, now: Reading): Kept | null {
    const judgements = byBlock.get(before);
    if (!judgements || before.knowledge !== now.knowledge || namesChapters(before.notes) !== namesChapters(now.notes)) return null;
    // A chain of readings, each with the one before it, would never be let go.
    judgements.kept = null;
    const head = sameHead(before, now);
    return { judgements, head, tail: sameTail(before, now, head) };
  }

  private constructor(
    private readonly reading: Reading,
    kept: Kept | null = null,
  ) {
    this.kept = kept;
    const { length } = reading.contents;
    this.judgements = new Array<Judgement | undefined>(length);
    this.open = kept && kept.judgements.left === 0 ? this.takeOver(kept) : range(0, length);
    this.left = this.open.length;
    if (this.left === 0) this.kept = null;
  }

  /** The blocks that are still to be judged, in order. */
  get toJudge(): readonly number[] {
    return this.open.filter((index) => this.judgements[index] === undefined);
  }

  /** The judgement of a block as it was judged before, as long as all that it hangs on is the same. */
  known(index: number): Judgement | undefined {
    const known = this.judgements[index];
    if (known) return known;
    const judgement = this.stillSo(index) ?? this.remembered(index);
    if (judgement) this.put(index, judgement);
    return judgement;
  }

  add(index: number, judgement: Judgement): void {
    this.put(index, judgement);
    byContent.set(this.reading.contents[index]!, judgement);
  }

  /** The blocks in which something was found, in order. */
  get withFindings(): readonly JudgedBlock[] {
    return this.found.sort((a, b) => a - b).map((index) => ({ index, judgement: this.judgements[index]! }));
  }

  private put(index: number, judgement: Judgement): void {
    const { grounds, isEmpty } = judgement;
    this.judgements[index] = judgement;
    if (--this.left === 0) this.kept = null;
    if (!isEmpty) this.found.push(index);
    if (!grounds.areNear) this.loose.push(index);
    else {
      this.farthestAbove = Math.max(this.farthestAbove, grounds.above);
      this.farthestBelow = Math.max(this.farthestBelow, grounds.below);
    }
  }

  /** Takes over, unseen, all judgements that cannot hang on what has changed; gives the blocks of the others. */
  private takeOver({ judgements: before, head, tail }: Kept): readonly number[] {
    const { length } = this.judgements;
    const headEnd = Math.max(0, head - before.farthestBelow);
    const tailStart = length - Math.max(0, tail - before.farthestAbove);
    const more = length - before.judgements.length;
    const now = (index: number) => (index < headEnd ? index : index + more >= tailStart ? index + more : -1);
    for (let index = 0; index < headEnd; index++) this.judgements[index] = before.judgements[index];
    for (let index = tailStart; index < length; index++) this.judgements[index] = before.judgements[index - more];
    const loose = before.loose.map(now).filter((index) => index >= 0);
    for (const index of loose) this.judgements[index] = undefined;
    for (const index of before.found) if (this.judgements[now(index)]) this.found.push(now(index));
    this.farthestAbove = before.farthestAbove;
    this.farthestBelow = before.farthestBelow;
    return [...new Set([...loose, ...range(headEnd, tailStart)])].sort((a, b) => a - b);
  }

  /** Where all that a judgement hangs on lies among the blocks of the head, or of the tail, it still is as it was. */
  private stillSo(index: number): Judgement | undefined {
    if (!this.kept) return undefined;
    const { judgements, head, tail } = this.kept;
    const { length } = this.judgements;
    const before = judgements.judgements;
    if (index < head) return before[index]?.grounds.areWithin(0, head, index) ? before[index] : undefined;
    if (index < length - tail) return undefined;
    const known = before[index - length + before.length];
    return known?.grounds.areWithin(length - tail, Number.POSITIVE_INFINITY, index) ? known : undefined;
  }

  private remembered(index: number): Judgement | undefined {
    const known = byContent.get(this.reading.contents[index]!);
    return known?.grounds.hold(this.reading, index) ? known : undefined;
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

function sameHead(before: Reading, now: Reading): number {
  const most = Math.min(before.contents.length, now.contents.length);
  let head = 0;
  while (head < most && before.contents[head] === now.contents[head] && before.notes.blocks[head] === now.notes.blocks[head]) head++;
  return head;
}

/** A block of the tail that stands under blocks above stands as far below them as before. */
function sameTail(before: Reading, now: Reading, head: number): number {
  const most = Math.min(before.contents.length, now.contents.length) - head;
  const away = (above: number, at: number) => (above < 0 ? Number.NEGATIVE_INFINITY : above - at);
  let tail = 0;
  while (tail < most) {
    const [was, is] = [before.contents.length - 1 - tail, now.contents.length - 1 - tail];
    if (before.contents[was] !== now.contents[is]) break;
    const [old, block] = [before.notes.blocks[was]!, now.notes.blocks[is]!];
    if (away(old.heading, was) !== away(block.heading, is) || away(old.parent, was) !== away(block.parent, is)) break;
    tail++;
  }
  return tail;
}
