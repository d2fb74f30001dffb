/** Writes a date in the shape in which the writer wrote another. */
import { toDayNumber, weekdayOf } from './calendar';
import type { DateForm, DateFormPart, DateValue } from './model';
import { MONTH_NAMES, ROMAN_MONTHS, SEASON_NAMES, WEEKDAY_NAMES } from './words';

interface Target {
  year?: number;
  month?: number;
  lastMonth?: number;
  day?: number;
  season?: number;
  decade?: number;
  century?: number;
}

/** The calendar fields of a value; null where it is none that a date of this kind can carry. */
function targetOf(value: DateValue): Target | null {
  const edtf = value.edtf.replace(/[~?%]/g, '');
  const slash = edtf.indexOf('/');
  if (slash >= 0) {
    const first = simple(edtf.slice(0, slash));
    const last = simple(edtf.slice(slash + 1));
    if (first?.year === undefined || last?.year === undefined || first.year !== last.year) return null;
    const target: Target = { year: first.year };
    if (first.month !== undefined && last.month !== undefined) {
      target.month = first.month;
      if (last.month !== first.month) target.lastMonth = last.month;
    }
    return target;
  }
  return simple(edtf);
}

function simple(edtf: string): Target | null {
  const match = /^(?:Y?(-?\d{4,}))(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf);
  if (!match) {
    const decade = /^(\d{3})X$/.exec(edtf);
    if (decade) return { decade: Number(decade[1]) };
    const century = /^(\d\d)XX$/.exec(edtf);
    return century ? { century: Number(century[1]) } : null;
  }
  const target: Target = { year: Number(match[1]) };
  const month = match[2] === undefined ? 0 : Number(match[2]);
  if (month >= 21 && month <= 24) target.season = month;
  else if (month > 12) return null;
  else if (month > 0) {
    target.month = month;
    if (match[3] !== undefined) target.day = Number(match[3]);
  }
  return target;
}

/** The letters' case of a written word, put on another. */
function likeCase(word: string, model: string): string {
  const letters = model.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return word.toUpperCase();
  return letters[0] === letters[0]?.toLowerCase() ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1);
}

function writeMonth(month: number, style: string): string {
  const figure = /^(?:either |padded )?(\d+)$/.exec(style);
  if (figure) return String(month).padStart(padTo(style, figure[1]!), '0');
  if (ROMAN_MONTHS.has(style)) for (const [roman, number] of ROMAN_MONTHS) if (number === month) return roman;
  const name = MONTH_NAMES[month - 1]!;
  const dotted = style.endsWith('.');
  const bare = dotted ? style.slice(0, -1) : style;
  // "May" is long and short alike: it counts as long.
  if (!dotted && MONTH_NAMES.some((long) => long.length === bare.length && long.toLowerCase() === bare.toLowerCase()))
    return likeCase(name, bare);
  const short = month === 9 && bare.length === 4 ? 'Sept' : name.slice(0, 3);
  return likeCase(short, bare) + (dotted && name.length > 3 ? '.' : '');
}

/** 05 pads to two digits, and so do all figures of a date that begins with the year; 5 and 12 do not tell. */
function padTo(style: string, digits: string): number {
  return digits.startsWith('0') || style.startsWith('padded ') ? 2 : 1;
}

const ORDINAL_WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );

export function ordinalSuffix(n: number): string {
  const tens = n % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
}

function writeDay(day: number, style: string): string {
  const digits = /^(?:either |padded )?(\d+)(st|nd|rd|th)?$/i.exec(style);
  if (!digits) return likeCase(ORDINAL_WORDS[day - 1]!, style);
  if (digits[2]) {
    const suffix = ordinalSuffix(day);
    return day + (digits[2] === digits[2].toUpperCase() ? suffix.toUpperCase() : suffix);
  }
  return String(day).padStart(padTo(style, digits[1]!), '0');
}

function writeYear(year: number, style: string, bc: boolean): string | null {
  const number = bc ? 1 - year : year;
  if (number < 1) return null;
  const apostrophe = /^(['’‘ʼ])\d\d$/.exec(style);
  if (apostrophe) return apostrophe[1] + String(number % 100).padStart(2, '0');
  if (/^\d{1,2}$/.test(style) && number > 99) return String(number % 100).padStart(2, '0');
  return String(number);
}

function writeWeekday(weekday: number, style: string): string {
  const name = WEEKDAY_NAMES[weekday]!;
  const bare = style.replace(/\.$/, '');
  return likeCase(bare.length >= 6 ? name : name.slice(0, 3), bare) + (style.endsWith('.') ? '.' : '');
}

const DECADE_WORDS = ['', 'tens', 'twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];
const CENTURY_WORDS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];

function writeDecade(decade: number, style: string): string | null {
  const apostrophe = /^(['’‘ʼ])\d0s$/.exec(style);
  if (apostrophe) return `${apostrophe[1]}${decade % 10}0s`;
  if (/^\d0s$/.test(style)) return `${decade % 10}0s`;
  if (/^\d/.test(style)) return `${decade}0${/['’]/.exec(style)?.[0] ?? ''}s`;
  const word = DECADE_WORDS[decade % 10];
  if (!word) return null;
  const compound = /^[a-z]+([- ])[a-z]+$/i.exec(style);
  if (!compound) return likeCase(word, style);
  const century = CENTURY_WORDS[Math.floor(decade / 10) - 10];
  return century ? likeCase(century + compound[1] + word, style) : null;
}

const seasonOfMonth = (month: number): number => (month === 12 || month <= 2 ? 24 : month <= 5 ? 21 : month <= 8 ? 22 : 23);

/** 0 early, 1 middle, 2 late. */
function third(target: Target, has: (field: string) => boolean): number | null {
  if (has('month')) return target.day === undefined ? null : target.day <= 10 ? 0 : target.day <= 20 ? 1 : 2;
  if (has('season')) return null;
  if (has('year')) {
    if (target.month !== undefined) return target.month <= 4 ? 0 : target.month <= 8 ? 1 : 2;
    return target.season === undefined ? null : ([0, 1, 2, null][target.season - 21] ?? null);
  }
  if (has('decade') && target.year !== undefined) return target.year % 10 <= 3 ? 0 : target.year % 10 <= 6 ? 1 : 2;
  return null;
}

/** The same wording for another third of the unit; null where the wording has no such others; '' to leave it out. */
function writePart(style: string, target: Target, has: (field: string) => boolean): string | null {
  const at = third(target, has);
  if (at === null) return '';
  const lower = style.toLowerCase();
  const simple = /^(early|mid|late)(-| in)?$/.exec(lower);
  if (simple) {
    const word = ['early', 'mid', 'late'][at]!;
    if (simple[1] === word) return style;
    if (simple[2] === ' in') return at === 1 ? null : likeCase(`${word} in`, style);
    return likeCase(at === 1 ? 'mid-' : simple[1] === 'mid' ? `${word} ` : word, style);
  }
  const place = /^(beginning|start|middle|end|close) of$/.exec(lower);
  if (place) {
    const now = place[1] === 'middle' ? 1 : place[1] === 'end' || place[1] === 'close' ? 2 : 0;
    return now === at ? style : likeCase(['beginning of', 'middle of', 'end of'][at]!, style);
  }
  const half = /^(first|second|latter) half of$/.exec(lower);
  if (half && !has('month') && target.month !== undefined) {
    const second = target.month > 6;
    return second === (half[1] !== 'first') ? style : likeCase(second ? 'second half of' : 'first half of', style);
  }
  return null;
}

/**
 * The date of `value` written as `form` shows: abbreviations, order, ordinals, marks and spaces stay as they were.
 * What the value is too coarse to say (the day, where only the month is known) is left out. Null where the form cannot carry the value.
 */
export function writeDate(value: DateValue, form: DateForm): string | null {
  let target = targetOf(value);
  if (!target) return null;
  const fields = new Map<string, string>();
  for (const part of form.parts) if (part.kind === 'field' && !fields.has(part.field)) fields.set(part.field, part.style);
  if (fields.size === 0) return null;
  const has = (field: string): boolean => fields.has(field);
  // February 1923 lies in the winter of 1922–23.
  const bothYears = form.parts.some((p) => p.kind === 'field' && p.style.startsWith('next '));
  if (bothYears && target.year !== undefined && target.month !== undefined && target.month <= 3)
    target = { ...target, year: target.year - 1 };
  const bc = /^b/i.test(fields.get('era') ?? '');
  if (target.year !== undefined && target.year < 1 !== bc) return null;
  if (form.parts.some((p) => p.kind === 'field' && p.style.startsWith('either ')) && target.day === undefined) return null;
  // 04/13/1923 pads all its figures, although 13 does not show it.
  const padded = form.parts.some((p) => p.kind === 'field' && (p.field === 'month' || p.field === 'day') && /^0\d$/.test(p.style));
  const written: (string | null)[] = [];
  let months = 0;
  for (const part of form.parts) {
    if (part.kind === 'literal') {
      written.push(part.text);
      continue;
    }
    const styled = padded && /^\d+$/.test(part.style) && part.field !== 'year' ? { ...part, style: `padded ${part.style}` } : part;
    const text = writeField(styled, target, has, bc, months);
    if (text === null) return null;
    if (part.field === 'month') months++;
    written.push(text === DROP ? null : text);
  }
  return joinWritten(form.parts, written, target, fields);
}

/** Stands for a field that is to be left out. */
const DROP = '\u0000';

function writeField(
  part: DateFormPart & { kind: 'field' },
  target: Target,
  has: (field: string) => boolean,
  bc: boolean,
  months: number,
): string | null {
  const { field, style } = part;
  if (style.startsWith('understood ')) {
    const known = Number(style.slice(11));
    if (field === 'month') return target.month === known ? '' : null;
    if (field === 'day') return target.day === known ? '' : null;
    if (target.year === undefined) return null;
    return target.year === known ? '' : `\u0001${target.year}`;
  }
  switch (field) {
    case 'year':
      if (target.year === undefined) return null;
      if (style.startsWith('next ')) return writeYear(target.year + 1, style.slice(5), bc);
      return writeYear(target.year, style, bc);
    case 'month':
      if (target.month === undefined) return target.season !== undefined || target.year === undefined ? null : DROP;
      if (months > 0) return target.lastMonth === undefined ? DROP : writeMonth(target.lastMonth, style);
      return writeMonth(target.month, style);
    case 'day':
      return target.day === undefined ? DROP : writeDay(target.day, style);
    case 'weekday':
      if (target.day === undefined || target.year === undefined || target.month === undefined) return DROP;
      return writeWeekday(weekdayOf(toDayNumber('gregorian', target.year, target.month, target.day)), style);
    case 'season': {
      const season = target.season ?? (target.month === undefined ? undefined : seasonOfMonth(target.month));
      if (season === undefined) return target.year === undefined ? null : DROP;
      const name = SEASON_NAMES[season - 21]!;
      return likeCase(season === 23 && style.toLowerCase() === 'fall' ? 'fall' : name, style);
    }
    case 'decade': {
      const decade = target.decade ?? (target.year === undefined ? undefined : Math.floor(target.year / 10));
      return decade === undefined || bc ? null : writeDecade(decade, style);
    }
    case 'century': {
      const century = target.century ?? (target.year === undefined ? undefined : Math.floor((target.year - 1) / 100));
      if (century === undefined || bc) return null;
      const number = century + 1;
      return /^\d/.test(style)
        ? number + ordinalSuffix(number)
        : likeCase(ORDINAL_WORDS[number - 1] ?? `${number}${ordinalSuffix(number)}`, style);
    }
    case 'part': {
      const text = writePart(style, target, has);
      return text === '' ? DROP : text;
    }
    case 'era':
      return style;
  }
}

/** Puts the pieces together; a field left out takes the literal after it along, or the one before it at the end. */
function joinWritten(
  parts: readonly DateFormPart[],
  written: (string | null)[],
  target: Target,
  fields: ReadonlyMap<string, string>,
): string | null {
  const out: string[] = [];
  let understood: string | null = null;
  let dropped = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const text = written[i];
    if (text === null || text === undefined) {
      dropped++;
      const next = parts[i + 1];
      if (next?.kind === 'literal' && i + 2 < parts.length) i++;
      else if (out.length > 0 && parts[i - 1]?.kind === 'literal') out.pop();
      continue;
    }
    if (text.startsWith('\u0001')) {
      understood = text.slice(1);
      if (i === 0) out.push(`${understood} `);
      continue;
    }
    if (part.kind === 'literal' && out.length === 0 && /^the\s+$/i.test(text) && written[i + 1] === null) continue;
    out.push(text);
  }
  let result = out.join('');
  if (understood !== null && !result.startsWith(understood)) {
    const monthFirst =
      parts.findIndex((p) => p.kind === 'field' && p.field === 'month') < parts.findIndex((p) => p.kind === 'field' && p.field === 'day');
    result += monthFirst && target.day !== undefined && fields.has('day') ? `, ${understood}` : ` ${understood}`;
  }
  if (dropped > 0 && /^the\s/i.test(result) && !fields.has('season') && !fields.has('decade') && !fields.has('century'))
    result = result.replace(/^the\s+/i, '');
  result = result.trim();
  return result.length > 0 ? result : null;
}
