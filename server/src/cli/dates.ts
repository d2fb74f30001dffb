/** The dates of a text, as `history-notes dates` lists them. */

import type { ReadDatesOptions } from '../time/index';
import { readDates } from '../time/index';

export interface DateLine {
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** EDTF for a date, an ISO 8601 duration for a length of time; the distance where a relative date could not be resolved; empty where nothing is known. */
  readonly edtf: string;
}

/** One line for each date expression and length of time of a plain text. */
export function datesReport(text: string, options: ReadDatesOptions = {}): DateLine[] {
  return readDates(text, options).map((mention) => ({
    start: mention.start,
    end: mention.end,
    edtf: mention.value?.edtf ?? mention.duration?.iso ?? '',
  }));
}
