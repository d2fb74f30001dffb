/** Dates in plain words, for messages and hovers: in English, or with another language's words. */
import { type DateWords, ENGLISH_DATES } from './date-words';
import type { DateValue } from './model';

interface Piece {
  year?: number;
  month?: number;
  day?: number;
  season?: number;
  text?: string;
}

function pieceOf(edtf: string, words: DateWords): Piece {
  const match = /^Y?(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf);
  if (match) {
    const piece: Piece = { year: Number(match[1]) };
    const month = match[2] === undefined ? 0 : Number(match[2]);
    if (month > 24) {
      return { ...piece, text: words.part(month, words.year(piece.year!)) };
    }
    if (month > 20) piece.season = month;
    else if (month > 0) piece.month = month;
    if (match[3] !== undefined) piece.day = Number(match[3]);
    return piece;
  }
  const decade = /^(\d{3})X$/.exec(edtf);
  if (decade) return { text: words.decade(Number(decade[1]) * 10) };
  const century = /^(\d\d)XX$/.exec(edtf);
  if (century) return { text: words.century(Number(century[1]) + 1) };
  const unspecified = /^(-?\d{4})-XX(?:-XX)?$/.exec(edtf);
  if (unspecified) return { year: Number(unspecified[1]) };
  const month = /^(-?\d{4})-(\d\d)-XX$/.exec(edtf);
  if (month) return { year: Number(month[1]), month: Number(month[2]) };
  return { text: edtf };
}

function pieceText(piece: Piece, words: DateWords, withYear = true): string {
  if (piece.text !== undefined) return piece.text;
  const year = words.year(piece.year!);
  if (piece.season === 24 && withYear && piece.year! > 0)
    return `${words.seasons[3]} ${piece.year}–${String((piece.year! + 1) % 100).padStart(2, '0')}`;
  const head =
    piece.season !== undefined
      ? words.seasons[piece.season - 21]!
      : piece.month === undefined
        ? ''
        : (piece.day === undefined ? '' : `${words.day(piece.day)} `) + words.months[piece.month - 1]!;
  if (!withYear) return head;
  return head === '' ? year : `${head} ${year}`;
}

function intervalText(first: string, last: string, words: DateWords): string {
  const [a, b] = [pieceOf(first, words), pieceOf(last, words)];
  if (first === '..' || first === '') return words.until(pieceText(b, words), b.day !== undefined);
  if (last === '..' || last === '') return words.from(pieceText(a, words), a.day !== undefined);
  if (a.text !== undefined || b.text !== undefined || a.season !== undefined || b.season !== undefined)
    return `${pieceText(a, words)} – ${pieceText(b, words)}`;
  if (a.month === undefined && b.month === undefined) {
    if (a.year! > 0 && Math.floor(a.year! / 100) === Math.floor(b.year! / 100) && a.year! >= 1000)
      return `${a.year}–${String(b.year! % 100).padStart(2, '0')}`;
    return a.year! < 1 && b.year! < 1 ? `${1 - a.year!}–${words.year(b.year!)}` : `${words.year(a.year!)}–${words.year(b.year!)}`;
  }
  if (a.year === b.year && a.day === undefined && b.day === undefined && a.month !== undefined && b.month !== undefined)
    return `${words.months[a.month - 1]}–${pieceText(b, words)}`;
  if (a.year === b.year && a.month === b.month && a.day !== undefined && b.day !== undefined)
    return `${words.day(a.day)}–${pieceText(b, words)}`;
  return `${pieceText(a, words, a.year !== b.year)} – ${pieceText(b, words)}`;
}

/** "January 1924", "25 December 1922", "1922–23", "c. 1880", "25 October 1917 (Old Style)". */
export function formatDate(value: DateValue, words: DateWords = ENGLISH_DATES): string {
  const edtf = value.edtf.replace(/[~?%]/g, '');
  let text: string;
  if (edtf.startsWith('[') || edtf.startsWith('{')) {
    const items = edtf
      .slice(1, -1)
      .split(',')
      .map((item) => {
        const dots = item.indexOf('..');
        return dots < 0
          ? pieceText(pieceOf(item.trim(), words), words)
          : intervalText(item.slice(0, dots).trim(), item.slice(dots + 2).trim(), words);
      });
    const link = edtf.startsWith('[') ? words.or : words.and;
    text = items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}${link}${items[items.length - 1]}`;
  } else {
    const slash = edtf.indexOf('/');
    text = slash < 0 ? pieceText(pieceOf(edtf, words), words) : intervalText(edtf.slice(0, slash), edtf.slice(slash + 1), words);
  }
  return (
    (value.approximate ? words.about : '') +
    text +
    (value.uncertain ? ` (${words.uncertain})` : '') +
    (value.calendar === 'julian' ? ` (${words.oldStyle})` : '')
  );
}
