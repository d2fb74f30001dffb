/** The shape in which a date was written. */
import type { Expression } from './expression';
import type { DateForm, DateFormPart } from './model';

/** The written shape; fields that the words leave to the context stand in it as "understood", with no width. */
export function formOf(
  text: string,
  expression: Expression,
  known: { year?: number | undefined; month?: number | undefined; day?: number | undefined } | null,
  timelineHead: boolean,
): DateForm {
  const parts: DateFormPart[] = [];
  let at = expression.start;
  const marks = expression.marks.length > 1 ? [...expression.marks].sort((a, b) => a.start - b.start) : expression.marks;
  for (const mark of marks) {
    if (mark.start < at) continue;
    if (mark.start > at) parts.push({ kind: 'literal', text: text.slice(at, mark.start) });
    parts.push({ kind: 'field', field: mark.field, style: mark.style });
    at = mark.end;
  }
  if (at < expression.end) parts.push({ kind: 'literal', text: text.slice(at, expression.end) });
  const has = (field: string): boolean => expression.marks.some((m) => m.field === field);
  if (known && expression.marks.length > 0 && !expression.reference) {
    // "25" in "25–27 October"; the month and day of "Christmas 1922".
    const unsaid = known.month !== undefined && !has('month') && !has('season');
    if (unsaid && known.day !== undefined && !has('day')) parts.push({ kind: 'field', field: 'day', style: `understood ${known.day}` });
    if (unsaid) parts.push({ kind: 'field', field: 'month', style: `understood ${known.month}` });
    if (known.year !== undefined && !has('year') && (has('month') || has('day') || has('season') || unsaid)) {
      const year: DateFormPart = { kind: 'field', field: 'year', style: `understood ${known.year}` };
      if (timelineHead) parts.unshift(year);
      else parts.push(year);
    }
  }
  return { parts };
}
