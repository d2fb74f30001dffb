/** A told length of time put right: what is underlined, and what stands there instead. */
import type { DatedMention, Reading } from '../reading/model';
import type { Finding } from './finding';
import { KEPT, type Lasting, rightLength } from './lengths';
import { replaceFix } from './repair';

export function lengthRepair(amount: DatedMention, lasting: Lasting, reading: Reading): Pick<Finding, 'start' | 'end' | 'fixes'> {
  const written = reading.notes.text.slice(amount.start, amount.end);
  const start = amount.start + (KEPT.exec(written)?.[0].length ?? 0);
  const words = rightLength(lasting, amount, written);
  if (words === null) return { start, end: amount.end, fixes: [] };
  const newText = /^\p{Lu}/u.test(reading.notes.text[start]!) ? words[0]!.toUpperCase() + words.slice(1) : words;
  return { start, end: amount.end, fixes: [replaceFix(`Change to ${newText}`, start, amount.end, newText, true)] };
}
