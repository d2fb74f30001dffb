/** Judges what is put before or after what, and how far, against the chapter's dates. */
import type { FactFrame } from '../reading/facts';
import type { Reading, SentenceReading } from '../reading/model';
import type { Duration } from '../time/index';
import { dateAgrees } from './date-agrees';
import { isInOrder, liesAt } from './order-distance';
import type { OrderLink } from './order-link';
import { orderLinks } from './order-links';
import type { DatedFact } from './order-tellings';

/** At least one of the two is a fact of the chapter. */
export interface OrderMiss {
  readonly main: DatedFact;
  readonly anchor: DatedFact;
}

export interface OrderVerdict {
  readonly sentence: SentenceReading;
  readonly link: OrderLink;
  /** The two events that are put wrongly; null where no mistake is plain. */
  readonly miss: OrderMiss | null;
  /** Why it is silent, or what it rests on; for `check --trace`. */
  readonly reason: string;
}

/** Every place where one event is put before or after another; a miss where no sensible choice of the two makes it true. */
export function judgeOrder(reading: Reading, sentences: readonly SentenceReading[] = reading.sentences): OrderVerdict[] {
  return sentences.flatMap((sentence) => orderLinks(sentence, reading).map((link) => judgeLink(link, sentence)));
}

function judgeLink(link: OrderLink, sentence: SentenceReading): OrderVerdict {
  const silent = (reason: string): OrderVerdict => ({ sentence, link, miss: null, reason });
  const anchors = link.anchor.near;
  const mains = link.main.near.filter(
    ({ fact, mention }) => mention !== undefined || (fact && !anchors.some((anchor) => anchor.fact && sameEvent(fact, anchor.fact))),
  );
  const [main] = mains;
  const [anchor] = anchors;
  if (!anchor) return silent('what it is counted from is not plain');
  if (!main) return silent(`no event is told plainly to be ${link.direction} ${anchor.key}`);
  if (!main.fact && !anchor.fact) return silent('neither is an event of the chapter');
  const own = sentence.dates.filter(
    (claim) => claim.mention !== link.amount && claim.mention !== main.mention && !isInName(claim.token, sentence),
  );
  const dates = own.filter((claim) => claim.clause === link.clause);
  if (link.amount) {
    // Whether the events are those that the text dates is the dates' question first.
    if (dates.length > 0 && !mains.some(({ fact }) => fact && dates.some((claim) => dateAgrees(fact.date!, claim.spans))))
      return silent('the clause has a date of its own');
  } else if (dates.length > 0 || (main.fact && own.some((claim) => dateAgrees(main.fact!.date!, claim.spans))))
    return silent('the clause has a date of its own');
  const length = link.length ?? (link.amount && (link.amount.date.relative?.distance ?? link.amount.date.duration));
  const holds = (one: DatedFact, other: DatedFact) =>
    one.key !== other.key &&
    (length
      ? isSoFar(one, other, length, link.direction) || (link.unordered === true && isSoFar(other, one, length, link.direction))
      : isInOrder(one, other, link.direction));
  for (const one of mains)
    for (const other of [...anchors, ...link.anchor.possible]) if (holds(one, other)) return silent(`true of ${one.key} and ${other.key}`);
  for (const other of anchors)
    for (const one of link.main.possible) if (holds(one, other)) return silent(`true of ${one.key} and ${other.key}`);
  return { sentence, link, miss: { main, anchor }, reason: `${main.key} is not so far ${link.direction} ${anchor.key}` };
}

/** "the Civil Rights Act of 1964": the year is part of the name. */
const isInName = (token: number, { entities }: SentenceReading) =>
  entities.some((entity) => entity.kind !== 'person' && entity.from <= token && token < entity.to);

const isSoFar = (main: DatedFact, anchor: DatedFact, length: Duration, direction: 'after' | 'before') =>
  main.spans.some((span) => anchor.spans.some((other) => liesAt(other, span, length, direction)));

/** Somebody's death stands twice in a chapter, among the events and among the life dates. */
function sameEvent(a: FactFrame, b: FactFrame): boolean {
  return (
    a === b ||
    (a.date !== null &&
      b.date !== null &&
      a.date.value.edtf === b.date.value.edtf &&
      a.wordings.some((x) =>
        b.wordings.some((y) => [...x.people].join() === [...y.people].join() && [...x.concepts].some((concept) => y.concepts.has(concept))),
      ))
  );
}
