/** A judgement that throws at one block of the notes is made of the others. */
import type { Block } from '../notes/model';
import type { Reading } from '../reading/model';

/** Where more blocks than this are at fault, nothing is judged: it is not the blocks. */
const MOST_FAULTY = 8;

/** What `judge` says of the reading, or, where it throws, of the reading without the blocks at which it does; `onFault` is told of each, or once of none. */
export function sparing<T>(
  reading: Reading,
  judge: (part: Reading) => readonly T[],
  onFault: (error: unknown, block?: Block) => void,
): readonly T[] {
  try {
    return judge(reading);
  } catch (error) {
    const faulty = faultyBlocks(reading, judge);
    if (faulty.size === 0 || faulty.size > MOST_FAULTY) {
      onFault(error);
      return [];
    }
    for (const [block, fault] of faulty) onFault(fault, reading.notes.blocks[block]);
    try {
      return judge(partOf(reading, (block) => !faulty.has(block)));
    } catch (other) {
      onFault(other);
      return [];
    }
  }
}

/** The numbers of the blocks that are enough for `judge` to throw, and what it throws. */
function faultyBlocks(reading: Reading, judge: (part: Reading) => unknown): Map<number, unknown> {
  const faulty = new Map<number, unknown>();
  const search = (from: number, to: number): void => {
    if (faulty.size > MOST_FAULTY) return;
    try {
      judge(partOf(reading, (block) => from <= block && block < to));
    } catch (error) {
      const middle = Math.floor((from + to) / 2);
      // What throws at no block at all, no block is to blame for.
      if (to - from === 1) faulty.set(from, error);
      else if (to > from)
        for (const [start, end] of [
          [from, middle],
          [middle, to],
        ] as const)
          search(start, end);
    }
  };
  try {
    judge(partOf(reading, () => false));
    search(0, reading.notes.blocks.length);
  } catch {
    // Neither the front matter nor the chapter can be left out.
  }
  return faulty;
}

/** The reading with nothing in the blocks that are not wanted; blocks keep their numbers. */
function partOf(reading: Reading, isWanted: (block: number) => boolean): Reading {
  const { notes, knowledge, brokenOffAt } = reading;
  const nothing = { sentences: [], mentions: [], dates: [] };
  return {
    knowledge,
    ...(brokenOffAt === undefined ? {} : { brokenOffAt }),
    blocks: reading.blocks.map((block, index) => (isWanted(index) ? block : nothing)),
    sentences: reading.sentences.filter(({ block }) => isWanted(block)),
    mentions: reading.mentions.filter(({ block }) => isWanted(block)),
    notes: { ...notes, blocks: notes.blocks.map((block, index) => (isWanted(index) ? block : { ...block, marks: [] })) },
  };
}
