/** Dates in plain English, for messages and hovers. */
import type { DateValue } from './model';
import { MONTH_NAMES, SEASON_NAMES } from './words';
import { ordinalSuffix } from './write';

interface Piece {
  year?: number;
  month?: number;
  day?: number;
  season?: number;
  text?: string;
}

const PARTS: Record<number, string> = {
  33: 'January–March',
  34: 'April–June',
  35: 'July–September',
  36: 'October–December',
  37: 'early',
  38: 'mid-',
  39: 'late',
  40: 'the first half of',
  41: 'the second half of',
};

const yearText = (year: number): string => (year < 1 ? `${1 - year} BC` : year < 1000 ? `AD ${year}` : String(year));

function pieceOf(edtf: string): Piece {
  const match = /^Y?(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf);
  if (match) {
    const piece: Piece = { year: Number(match[1]) };
    const month = match[2] === undefined ? 0 : Number(match[2]);
    if (month > 24) {
      const part = PARTS[month] ?? SEASON_NAMES[(month - 25) % 4]!;
      return { ...piece, text: `${part}${part.endsWith('-') ? '' : ' '}${yearText(piece.year!)}` };
    }
    if (month > 20) piece.season = month;
    else if (month > 0) piece.month = month;
    if (match[3] !== undefined) piece.day = Number(match[3]);
    return piece;
  }
  const decade = /^(\d{3})X$/.exec(edtf);
  if (decade) return { text: `the ${Number(decade[1])}0s` };
  const century = /^(\d\d)XX$/.exec(edtf);
  if (century) return { text: `the ${Number(century[1]) + 1}${ordinalSuffix(Number(century[1]) + 1)} century` };
  const unspecified = /^(-?\d{4})-XX(?:-XX)?$/.exec(edtf);
  if (unspecified) return { year: Number(unspecified[1]) };
  const month = /^(-?\d{4})-(\d\d)-XX$/.exec(edtf);
  if (month) return { year: Number(month[1]), month: Number(month[2]) };
  return { text: edtf };
}

function pieceText(piece: Piece, withYear = true): string {
  if (piece.text !== undefined) return piece.text;
  const year = yearText(piece.year!);
  if (piece.season === 24 && withYear && piece.year! > 0) return `winter ${year}–${String((piece.year! + 1) % 100).padStart(2, '0')}`;
  const head =
    piece.season !== undefined
      ? SEASON_NAMES[piece.season - 21]!
      : piece.month === undefined
        ? ''
        : (piece.day === undefined ? '' : `${piece.day} `) + MONTH_NAMES[piece.month - 1]!;
  if (!withYear) return head;
  return head === '' ? year : `${head} ${year}`;
}

function intervalText(first: string, last: string): string {
  if (first === '..' || first === '') return `until ${pieceText(pieceOf(last))}`;
  if (last === '..' || last === '') return `from ${pieceText(pieceOf(first))}`;
  const a = pieceOf(first);
  const b = pieceOf(last);
  if (a.text !== undefined || b.text !== undefined || a.season !== undefined || b.season !== undefined)
    return `${pieceText(a)} – ${pieceText(b)}`;
  if (a.month === undefined && b.month === undefined) {
    if (a.year! > 0 && Math.floor(a.year! / 100) === Math.floor(b.year! / 100) && a.year! >= 1000)
      return `${a.year}–${String(b.year! % 100).padStart(2, '0')}`;
    return a.year! < 1 && b.year! < 1 ? `${1 - a.year!}–${yearText(b.year!)}` : `${yearText(a.year!)}–${yearText(b.year!)}`;
  }
  if (a.year === b.year && a.day === undefined && b.day === undefined && a.month !== undefined && b.month !== undefined)
    return `${MONTH_NAMES[a.month - 1]}–${pieceText(b)}`;
  if (a.year === b.year && a.month === b.month && a.day !== undefined && b.day !== undefined) return `${a.day}–${pieceText(b)}`;
  return a.year === b.year ? `${pieceText(a, false)} – ${pieceText(b)}` : `${pieceText(a)} – ${pieceText(b)}`;
}

/** "January 1924", "25 December 1922", "1922–23", "c. 1880", "25 October 1917 (Old Style)". */
export function formatDate(value: DateValue): string {
  const edtf = value.edtf.replace(/[~?%]/g, '');
  let text: string;
  if (edtf.startsWith('[') || edtf.startsWith('{')) {
    const items = edtf
      .slice(1, -1)
      .split(',')
      .map((item) => {
        const dots = item.indexOf('..');
        return dots < 0 ? pieceText(pieceOf(item.trim())) : intervalText(item.slice(0, dots).trim(), item.slice(dots + 2).trim());
      });
    const link = edtf.startsWith('[') ? ' or ' : ' and ';
    text = items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}${link}${items[items.length - 1]}`;
  } else {
    const slash = edtf.indexOf('/');
    text = slash < 0 ? pieceText(pieceOf(edtf)) : intervalText(edtf.slice(0, slash), edtf.slice(slash + 1));
  }
  return (
    (value.approximate ? 'c. ' : '') + text + (value.uncertain ? ' (uncertain)' : '') + (value.calendar === 'julian' ? ' (Old Style)' : '')
  );
}
