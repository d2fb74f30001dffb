/** How far a date that is wrong by one slip of the pen or of memory points, by what is right in it, to the date that was meant. */
import type { FactDate } from '../chapter/model';
import { once } from '../reading/once';
import type { DateValue } from '../time/index';

/** Further apart than this, in years, dates have no more than a day in common. */
const MOST_YEARS = 20;

/** In the measure of the weights of facts (the logarithm of one in how many dates agrees by chance); what is not of one slip is 0. */
export function slipEvidence(date: FactDate, said: DateValue): number {
  let evidence = oneSlip(date.value, said);
  for (const { value } of date.alternatives) evidence = Math.max(evidence, oneSlip(value, said));
  return evidence;
}

/** The fewest years between the date and what is said of it. */
export function yearsApart(date: FactDate, said: DateValue): number {
  const year = ({ edtf }: DateValue) => Number(/^-?\d{4}/.exec(edtf)?.[0] ?? Number.NaN);
  const apart = [date.value, ...date.alternatives.map(({ value }) => value)].map((value) => Math.abs(year(value) - year(said)));
  return Math.min(...apart.map((years) => (Number.isNaN(years) ? 0 : years)));
}

/** In how many digits the years of the two differ. */
export function digitsApart(a: DateValue, b: DateValue): number {
  const other = b.edtf.slice(0, 4);
  return [...a.edtf.slice(0, 4)].filter((digit, index) => digit !== other[index]).length;
}

function oneSlip(meant: DateValue, said: DateValue): number {
  const own = partsOf(meant);
  const written = partsOf(said);
  if (!own || !written) return 0;
  const [year, month, day] = own;
  const [saidYear, saidMonth, saidDay] = written;
  const years = Math.abs(Number(year) - Number(saidYear));
  if (years > MOST_YEARS && !isTransposed(year!, saidYear!)) return 0;
  if (day !== undefined && saidDay !== undefined) {
    const same = [years === 0, month === saidMonth, day === saidDay];
    if (same.filter(Boolean).length !== 2) return 0;
    return !same[0] ? 4 : !same[1] ? 3 : isTransposed(day, saidDay) ? 3 : 2;
  }
  if (month !== undefined && saidMonth !== undefined) {
    // "the spring of 1924" of what was in May 1923: fewer dates agree by chance in a month than in a season.
    if (isSeason(month) !== isSeason(saidMonth)) {
      const isIn = isSeason(month) ? lasts(month, saidMonth) : lasts(saidMonth, month);
      return years === 0 ? (isIn ? 0 : SEASON_SLIP) : isIn ? SEASON_IN_ANOTHER_YEAR : 0;
    }
    if (years === 0) return month === saidMonth ? 0 : 1;
    return month === saidMonth ? 2 : 0;
  }
  if (month !== undefined || saidMonth !== undefined) return 0;
  return isTransposed(year!, saidYear!) ? 1.5 : years <= 2 && years > 0 ? 0.7 : 0;
}

/** What a right year with a wrong season tells, and a right season in a wrong year. */
const SEASON_SLIP = 0.7;
const SEASON_IN_ANOTHER_YEAR = 1.2;

const isSeason = (month: string) => month > '12';

/** Whether the month lies in the season of EDTF, 21 for spring to 24 for winter. */
const lasts = (season: string, month: string) => SEASONS[Number(season) - 21]!.includes(Number(month));

const SEASONS: readonly (readonly number[])[] = [
  [3, 4, 5],
  [6, 7, 8],
  [9, 10, 11],
  [12, 1, 2],
];

const parts = new WeakMap<DateValue, readonly string[] | 'none'>();

/** Year, month or season (21 to 24) and day of a plain EDTF date; null for a decade, an interval. Worked out once for a value. */
function partsOf(value: DateValue): readonly string[] | null {
  const known = once(parts, value, () => {
    const plain = within(value.edtf.replace(/[~?%]$/, ''));
    return /^\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-\d\d)?)?$/.test(plain) ? plain.split('-') : 'none';
  });
  return known === 'none' ? null : known;
}

/** Of some days or months, the month or the year in which all of them lie. */
function within(edtf: string): string {
  const [first = '', last] = edtf.split('/');
  if (last === undefined) return edtf;
  return first.slice(0, 7) === last.slice(0, 7) ? first.slice(0, 7) : first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : edtf;
}

/** 1889 and 1898, 12 and 21. */
function isTransposed(a: string, b: string): boolean {
  if (a === b || a.length !== b.length) return false;
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
