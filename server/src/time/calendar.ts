/** Julian and Gregorian day arithmetic, proleptic in both directions, for any year. Years are astronomical: 0 is 1 BC, -1 is 2 BC. */
import type { Calendar, DayNumber } from './model';

export interface CivilDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

// Both conversions count from 1 March, so that the leap day is the last of its year.
// After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (public domain).

/** The day number of a civil date. The day may lie outside its month; it is then counted on. */
export function toDayNumber(calendar: Calendar, year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  if (calendar === 'julian') {
    const cycle = Math.floor(y / 4);
    return cycle * 1461 + (y - cycle * 4) * 365 + dayOfYear - 719470;
  }
  const cycle = Math.floor(y / 400);
  const yearOfCycle = y - cycle * 400;
  return cycle * 146097 + yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear - 719468;
}

/** The civil date of a day number. */
export function fromDayNumber(calendar: Calendar, dayNumber: DayNumber): CivilDate {
  let year: number;
  let dayOfYear: number;
  if (calendar === 'julian') {
    const z = dayNumber + 719470;
    const cycle = Math.floor(z / 1461);
    const dayOfCycle = z - cycle * 1461;
    const yearOfCycle = Math.floor((dayOfCycle - Math.floor(dayOfCycle / 1460)) / 365);
    year = cycle * 4 + yearOfCycle;
    dayOfYear = dayOfCycle - yearOfCycle * 365;
  } else {
    const z = dayNumber + 719468;
    const cycle = Math.floor(z / 146097);
    const dayOfCycle = z - cycle * 146097;
    const yearOfCycle = Math.floor(
      (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36524) - Math.floor(dayOfCycle / 146096)) / 365,
    );
    year = cycle * 400 + yearOfCycle;
    dayOfYear = dayOfCycle - (yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  }
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: month <= 2 ? year + 1 : year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

export function isLeapYear(calendar: Calendar, year: number): boolean {
  return year % 4 === 0 && (calendar === 'julian' || year % 100 !== 0 || year % 400 === 0);
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function daysInMonth(calendar: Calendar, year: number, month: number): number {
  return month === 2 && isLeapYear(calendar, year) ? 29 : MONTH_LENGTHS[month - 1]!;
}

/** 0 Sunday … 6 Saturday; the week runs on through every change of calendar. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The same day of the month so many months on; the last day of the month where that month is too short. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  if (!Number.isFinite(day) || !Number.isFinite(months)) return day + months;
  const date = fromDayNumber('gregorian', day);
  const index = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return toDayNumber('gregorian', year, month, Math.min(date.day, daysInMonth('gregorian', year, month)));
}
