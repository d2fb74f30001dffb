/** Where a frame says what a match is told by. */
import type { Frame } from '../reading/frames';
import { likeness } from '../reading/lexicon/index';
import type { Match } from '../reading/match';

/** The tokens at which the fact is named, or its kind of happening is said. */
export function toldAt({ fact, wording }: Match, { events, concepts }: Frame): number[] {
  return [
    ...events.filter(({ ids }) => ids.includes(fact.fact.id)).map(({ entity }) => entity.from),
    ...concepts.filter(({ concept }) => [...wording.heads].some((head) => likeness(head, concept) >= 0.5)).map(({ from }) => from),
  ];
}
