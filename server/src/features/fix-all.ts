/** The repairs that are safe to make unasked, together. */
import type { Finding, TextEdit } from '../rules/finding';

/** The edits of all preferred fixes that do not touch each other, by start; of two that do, the earlier finding's. */
export function preferredEdits(findings: readonly Finding[]): TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find(({ preferred }) => preferred);
    // A fix is made whole or not at all.
    if (fix && !fix.edits.some((edit) => chosen.some((other) => touches(edit, other)))) chosen.push(...fix.edits);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The text with edits made that do not overlap and stand in order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, newText } of edits) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
