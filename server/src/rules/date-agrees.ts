import type { FactDate } from '../chapter/model';
import { type DateValue, overlaps, type Span } from '../time/index';

/** Whether some accepted value of the fact's date lies on a day that makes the claim true. */
export function dateAgrees(date: FactDate, spans: readonly Span[]): boolean {
  const isAccepted = (value: DateValue) => value.spans.some((span) => spans.some((claimed) => overlaps(span, claimed)));
  return isAccepted(date.value) || date.alternatives.some(({ value }) => isAccepted(value));
}
