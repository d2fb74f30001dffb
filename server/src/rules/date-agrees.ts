import type { FactDate } from '../chapter/model';
import { overlaps, type Span } from '../time/index';

/** Whether some accepted value of the fact's date lies on a day that makes the claim true. */
export function dateAgrees(date: FactDate, spans: readonly Span[]): boolean {
  const accepted = [...date.value.spans, ...date.alternatives.flatMap(({ value }) => value.spans)];
  return accepted.some((span) => spans.some((claimed) => overlaps(span, claimed)));
}
