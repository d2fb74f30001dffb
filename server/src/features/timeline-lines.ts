/** The timeline lines of notes, with the dates at their heads. */
import type { Block, TextRange } from '../notes/model';
import type { DatedMention, Reading } from '../reading/model';
import { mentionsOf } from '../reading/read';
import type { DateValue } from '../time/index';

export interface TimelineLine {
  readonly block: Block;
  /** Index into `Notes.blocks`. */
  readonly index: number;
  /** The words of the date. */
  readonly head: TextRange;
  /** What they mean, the year taken from above where they leave it out; null where that is open. */
  readonly value: DateValue | null;
}

/** In the order of the text. */
export function timelineLines(reading: Reading): TimelineLine[] {
  return reading.notes.blocks.flatMap((block, index) => {
    const head = block.timelineHead;
    if (!head) return [];
    const date = mentionsOf(reading, index).find(
      (each): each is DatedMention => each.kind === 'date' && each.start >= head.start && each.end <= head.end && each.date.value !== null,
    );
    return [{ block, index, head, value: date?.date.value ?? null }];
  });
}
