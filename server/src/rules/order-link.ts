/** One event put before or after another, as a sentence says it. No logic here. */
import type { DatedMention } from '../reading/model';
import type { Duration } from '../time/index';
import type { Telling } from './order-tellings';

/** "main, so long after anchor". Offsets are those of the whole text. */
export interface OrderLink {
  readonly direction: 'after' | 'before';
  /** The length of time that is told; null for the order alone. */
  readonly amount: DatedMention | null;
  /** What it allows, where that is not the length itself: "within a year". */
  readonly length?: Duration;
  /** The word that says the order, where one does. */
  readonly word: { readonly start: number; readonly end: number; readonly text: string } | null;
  readonly main: Telling;
  readonly anchor: Telling;
  /** Index of the clause that tells the main event. */
  readonly clause: number;
  /** "had already": no word of it can simply be turned round. */
  readonly fixed?: boolean;
  /** "between the two": either may be the earlier. */
  readonly unordered?: boolean;
}
