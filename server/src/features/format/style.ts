/** How notes are formatted: what the `historyNotes.format` settings choose. */

/** The styles of dates that the formatter can write. */
export const DATE_STYLES = ['off', 'day-month-year', 'day-short-month-year', 'month-day-year', 'year-month-day', 'iso'] as const;

export type DateStyle = (typeof DATE_STYLES)[number];

export interface FormatStyle {
  /** The words of a timeline's lines begin in one column. */
  readonly alignTimelines: boolean;
  readonly sortTimelines: boolean;
  /** `off` leaves every date as it is written. */
  readonly dateStyle: DateStyle;
}
