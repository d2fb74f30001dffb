/** "X became the first president of the league": who held an office from the day on which its body was founded. */
import type { Person } from '../chapter/model';
import type { Entity } from '../reading/entities';
import type { Reading, SentenceReading } from '../reading/model';
import { accepted } from './accepted';
import { dateAgrees } from './date-agrees';
import type { Holding } from './named-office';
import { officesOf } from './office-links';

export interface FirstHolder {
  /** Who is said to have been the first, and was not. */
  readonly wrong: Entity;
  readonly right: Person;
  readonly office: Entity;
}

/** Between the name and "first". */
const LINKS = /^(?:is|was|became|becomes|be|been|become|made|elected|chosen|as|the|its|their|,)$/;

/** Behind the office these make it another first: "the first president to visit Paris". */
const NARROWS = /^(?:to|from|who|whom|that|in|with)$/;

/** The people whom the sentence calls the first in an office that another had from its beginning. */
export function firstHolders(sentence: SentenceReading, reading: Reading): FirstHolder[] {
  const { tokens, entities, from } = sentence;
  if (!tokens.slice(from, sentence.to).some(({ lower }) => lower === 'first')) return [];
  return officesOf(sentence, reading).flatMap(({ entity: office, holdings }) => {
    if (tokens[office.from - 1]?.lower !== 'first' || NARROWS.test(tokens[office.to]?.lower ?? '')) return [];
    const people = entities.filter(({ kind }) => kind === 'person');
    const wrong = people.findLast(({ to }) => to < office.from);
    if (!wrong || !tokens.slice(wrong.to, office.from - 1).every(({ lower }) => LINKS.test(lower))) return [];
    const isDenied = sentence.clauses.some(
      ({ clause, unasserted }) => unasserted && clause.ranges.some((range) => wrong.from >= range.from && wrong.from < range.to),
    );
    const right = isDenied ? null : firstOf(holdings, reading);
    // The right one named beside him: a comparison, a correction.
    if (!right || people.some(({ facts }) => facts.some(({ id }) => id === right.id))) return [];
    return [{ wrong, right, office }];
  });
}

/** Who took the office when its body was founded; null where the chapter does not know it from then on. */
function firstOf(holdings: readonly Holding[], { knowledge }: Reading): Person | null {
  if (holdings.length === 0 || holdings.some(({ office }) => !office.from || !office.sole)) return null;
  const [earliest] = holdings.toSorted((a, b) => startOf(a) - startOf(b));
  const { of: body, from } = earliest!.office;
  const isFoundedThen =
    body !== undefined &&
    holdings.every(({ office }) => office.of === body) &&
    (knowledge.facts.byFeature.get(`t:${body}`) ?? []).some(
      ({ date, wordings }) =>
        date !== null && wordings.some(({ heads, things }) => heads.has('found') && things.has(body)) && dateAgrees(date, accepted(from!)),
    );
  return isFoundedThen ? earliest!.person : null;
}

const startOf = ({ office }: Holding): number => Math.min(...accepted(office.from!).map(({ first }) => first));
