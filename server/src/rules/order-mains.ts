/** What is put before or after something: the rest of the clause that says so, or the clause that goes with it. */
import { isVerbLike } from '../reading/clauses';
import type { Frame } from '../reading/frames';
import type { Reading, SentenceReading } from '../reading/model';
import { unsaidNoun } from './order-ellipses';
import type { OrderLink } from './order-link';
import { clauseTelling, NOTHING, namedTelling, partOf, subjectReference, type Telling, tellingOf } from './order-tellings';

/** What is put after or before something, and the clause that tells it. */
export type MainTelling = Pick<OrderLink, 'main' | 'clause'>;

/** What is put after or before: the rest of the clause if it tells something, else the clause that goes with it. */
export function mainTelling(sentence: SentenceReading, clause: number, from: number, to: number, reading: Reading): MainTelling | null {
  const own = sentence.clauses[clause]!;
  const keep = (token: number) => token < from || token >= to;
  const hasVerb = own.clause.ranges.some((range) => {
    for (let i = range.from; i < range.to; i++) if (keep(i) && isVerbLike(sentence.tokens[i]!)) return true;
    return false;
  });
  const part = partOf(sentence, own.frame, keep, true);
  // "Ulm fell first, and Jena three weeks later": of the name is said what the verb before says.
  const isNameAlone = own.clause.opening === 'coordinate' && own.clause.verb < 0 && part.events.length === 1;
  if (isNameAlone && !hasVerb) {
    const main = namedTelling(part.events, reading);
    if (main.near.length > 0) return { main, clause };
  }
  if (hasVerb || sentence.timeline) {
    const main = toldIn(part, sentence, clause, from, reading);
    if (hasVerb || main.near.length > 0) return { main, clause };
  }
  for (const index of neighbours(sentence, clause)) {
    const other = sentence.clauses[index]!;
    if (other.unasserted) return null;
    const main = clauseTelling(other, sentence, reading);
    if (main.near.length > 0) return { main, clause: index };
    // The clause that goes with it tells of something else.
    return null;
  }
  const main = toldIn(part, sentence, clause, from, reading);
  return main.near.length > 0 ? { main, clause } : null;
}

/** By its own words, by the noun that points back, or by a name alone whose noun is left out. */
function toldIn(part: Frame, sentence: SentenceReading, clause: number, from: number, reading: Reading): Telling {
  const told = tellingOf(part, sentence, reading);
  if (told.near.length > 0) return told;
  const start = startOf(sentence, clause);
  const pointed = subjectReference(sentence, start, from, reading);
  if (pointed.near.length > 0) return pointed;
  const owner = part.people.find(({ entity }) => entity && sentence.tokens[entity.to - 1]!.possessive);
  return owner ? unsaidNoun(sentence, owner.at, reading) : NOTHING;
}

/** Where the clause itself begins, behind the word that opens it. */
function startOf({ clauses, tokens }: SentenceReading, clause: number): number {
  const { ranges, opener } = clauses[clause]!.clause;
  const { from } = ranges[0]!;
  return opener !== '' && tokens[from]!.lower === opener ? from + 1 : from;
}

/** The clauses that one without a main verb of its own may go with: one that opens the sentence, with the next; another, with its host. */
function neighbours({ clauses }: SentenceReading, clause: number): number[] {
  const isMain = (index: number) => {
    const other = clauses[index];
    return other !== undefined && (other.clause.opening === 'main' || other.clause.opening === 'coordinate');
  };
  const next = clauses.findIndex((_, index) => index > clause && isMain(index));
  const { host, opener } = clauses[clause]!.clause;
  const opens = clause === 0 || /^[;:—–-]$/.test(opener) || /^(?:and|but|so|then|yet)$/.test(opener);
  return [opens && next >= 0 ? next : host].filter((index) => index >= 0);
}
