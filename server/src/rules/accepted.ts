/** All days that a fact's date may mean, other values that serious books give included. */
import type { FactDate } from '../chapter/model';
import type { Span } from '../time/index';

export const accepted = (date: FactDate): Span[] => [...date.value.spans, ...date.alternatives.flatMap(({ value }) => value.spans)];
