/** Recognises words for a part of a unit of time: "early", "mid-", "the end of", "the second half of", "the third week of". */
import { MARK, NUMBER, type Token } from './lexer';
import type { Part } from './value';

/** Ordinals in figures, as the words that the tables below have. */
const FIGURES: Record<string, string> = { '1st': 'first', '2nd': 'second', '3rd': 'third', '4th': 'fourth' };
const QUARTERS: Record<string, Part> = {
  first: 'first-quarter',
  second: 'second-quarter',
  third: 'third-quarter',
  fourth: 'fourth-quarter',
  last: 'fourth-quarter',
  final: 'fourth-quarter',
};

/** "mid-to-late", "early to mid-": both parts. */
function compoundAt(tokens: readonly Token[], at: number): { part: Part; next: number } | null {
  const first = tokens[at]!.text;
  if (first !== 'early' && first !== 'mid') return null;
  let next = at + 1;
  if (tokens[next]?.text === '-') next++;
  if (tokens[next]?.text !== 'to' && tokens[next]?.text !== 'or') return null;
  next++;
  if (tokens[next]?.text === '-') next++;
  const last = tokens[next]?.text;
  if (last !== (first === 'early' ? 'mid' : 'late')) return null;
  next++;
  if (tokens[next]?.text === '-') next++;
  return { part: first === 'early' ? 'early-middle' : 'middle-late', next };
}

const HALVES: Record<string, Part> = {
  first: 'first-half',
  second: 'second-half',
  latter: 'second-half',
  early: 'first-half',
  later: 'second-half',
};
const WHOLE_PARTS: Record<string, Part> = {
  middle: 'middle',
  beginning: 'beginning',
  start: 'beginning',
  end: 'end',
  close: 'end',
  opening: 'beginning',
  rest: 'rest',
  remainder: 'rest',
};
const NTH = ['second', 'third', 'fourth'];
const WEEKS: Part[] = ['second-week', 'third-week', 'fourth-week'];
const FIRSTS = new Set(['first', 'opening', 'early']);
const LASTS = new Set(['last', 'closing', 'final', 'dying']);
const DAYTIMES = new Set(['morning', 'afternoon', 'evening', 'night', 'dawn', 'hours']);

/** "early", "mid-", "the end of", "the first half of", "the first week of", "late in": the part and the token after it. */
export function partAt(tokens: readonly Token[], at: number): { part: Part | null; next: number } | null {
  const token = tokens[at];
  if (!token || token.kind === MARK) return null;
  const after = tokens[at + 1];
  const text = token.kind === NUMBER ? (FIGURES[token.value + token.text] ?? '') : token.text;
  const compound = compoundAt(tokens, at);
  if (compound) return compound;
  if (text === 'end' && after?.text === '-' && !after.spaced && tokens[at + 2]?.kind === NUMBER) return { part: 'end', next: at + 2 };
  if (text === 'early' || text === 'late' || text === 'mid' || text === 'middle') {
    const part: Part = text === 'early' ? 'early' : text === 'late' ? 'late' : 'middle';
    if (after?.kind === MARK && after.text === '-' && !after.spaced) return { part, next: at + 2 };
    if (after?.text === 'in' || after?.text === 'on') return { part, next: at + 2 };
    if (text === 'middle') return after?.text === 'of' ? { part, next: at + 2 } : null;
    if (after && DAYTIMES.has(after.text)) {
      let next = at + 2;
      if (tokens[next]?.text === 'hours') next++;
      return tokens[next]?.text === 'of' || tokens[next]?.text === 'on' ? { part: null, next: next + 1 } : null;
    }
    if (HALVES[text] && after?.text === 'part' && tokens[at + 2]?.text === 'of') return { part, next: at + 3 };
    if (
      text === 'early' &&
      (after?.text === 'days' || after?.text === 'weeks' || after?.text === 'months') &&
      tokens[at + 2]?.text === 'of'
    )
      return { part: 'beginning', next: at + 3 };
    return { part, next: at + 1 };
  }
  if (text === 'later' && (after?.text === 'in' || after?.text === 'that' || after?.text === 'on'))
    return { part: 'rest', next: after.text === 'in' ? at + 2 : at + 1 };
  if (text === 'earlier' && (after?.text === 'in' || after?.text === 'that'))
    return { part: 'rest', next: after.text === 'in' ? at + 2 : at + 1 };
  if (after?.text === 'of' && WHOLE_PARTS[text]) return { part: WHOLE_PARTS[text]!, next: at + 2 };
  if (DAYTIMES.has(text) && text !== 'hours' && after?.text === 'of') return { part: null, next: at + 2 };
  const third = tokens[at + 2];
  if (HALVES[text] && (after?.text === 'half' || after?.text === 'part') && third?.text === 'of') {
    if (after.text === 'part') return { part: text === 'first' || text === 'early' ? 'first-half' : 'second-half', next: at + 3 };
    return { part: HALVES[text]!, next: at + 3 };
  }
  if (after?.text === 'quarter' && third?.text === 'of') {
    const quarter = QUARTERS[text];
    if (quarter) return { part: quarter, next: at + 3 };
  }
  const nth = NTH.indexOf(text);
  if (nth >= 0 && after?.text === 'week' && third?.text === 'of') return { part: WEEKS[nth]!, next: at + 3 };
  const first = FIRSTS.has(text);
  if (first || LASTS.has(text)) {
    let unit = at + 1;
    if (tokens[unit]?.text === 'few') unit++;
    if (tokens[unit + 1]?.text !== 'of') return null;
    switch (tokens[unit]?.text) {
      case 'week':
      case 'days':
        return { part: first ? 'first-week' : 'last-week', next: unit + 2 };
      case 'month':
        return { part: first ? 'first-month' : 'last-month', next: unit + 2 };
      case 'weeks':
      case 'months':
        return { part: first ? 'beginning' : 'end', next: unit + 2 };
      case 'half':
        return { part: first ? 'first-half' : 'second-half', next: unit + 2 };
    }
  }
  return null;
}
