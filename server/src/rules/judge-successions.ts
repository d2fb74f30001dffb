/** Finds the names that are said to have followed somebody in an office that another took over from him. */
import type { Office, Person } from '../chapter/model';
import type { Participant } from '../reading/frames';
import type { ClauseReading, Reading, SentenceReading } from '../reading/model';
import { accepted } from './accepted';
import { dateAgrees } from './date-agrees';
import type { HolderVerdict } from './judge-holders';
import type { Holding, NamedOffice } from './named-office';
import { isNarrowed, officesOf } from './office-links';

/** Between two holders of an office lie so many days at the most. */
const INTERREGNUM = 100;

const FOLLOWS = /^(?:succeed(?:s|ed)?|follow(?:s|ed)?|replaces?d?)$/;

export function judgeSuccessions(reading: Reading, sentences: readonly SentenceReading[]): HolderVerdict[] {
  return sentences.flatMap((sentence) => {
    const { tokens, from, to } = sentence;
    if (!tokens.slice(from, to).some(({ lower }) => FOLLOWS.test(lower))) return [];
    return officesOf(sentence, reading).flatMap((office) => {
      const clause = sentence.clauses.find(({ clause: { ranges } }) =>
        ranges.some((range) => range.from <= office.entity.from && office.entity.from < range.to),
      );
      const verdict = clause && judge(clause, office, sentence, reading);
      return verdict ? [verdict] : [];
    });
  });
}

function judge(
  { clause, frame, unasserted }: ClauseReading,
  { entity: office, holdings }: NamedOffice,
  sentence: SentenceReading,
  reading: Reading,
): HolderVerdict | null {
  const { tokens } = sentence;
  const as = tokens[office.from - 1]?.lower === 'the' ? office.from - 2 : office.from - 1;
  const verb = clause.ranges
    .flatMap(({ from, to }) => tokens.slice(from, to).map(({ lower }, index) => ({ lower, at: from + index })))
    .find(({ lower }) => FOLLOWS.test(lower))?.at;
  if (unasserted || verb === undefined || tokens[as]?.lower !== 'as' || isNarrowed(tokens, office)) return null;
  // "Y was followed by X as Chancellor", "X followed Y as Chancellor"
  const isPassive = tokens[verb + 1]?.lower === 'by' || frame.people.some(({ role }) => role === 'agent');
  const came = onlyOne(frame.people.filter(({ role }) => role === (isPassive ? 'agent' : 'subject')));
  const left = onlyOne(frame.people.filter(({ role }) => role === (isPassive ? 'subject' : 'object')));
  const leaver = left?.ids.length === 1 ? left.ids[0] : undefined;
  if (!came?.entity || came.pronoun || came.entity.how === 'misspelling' || leaver === undefined) return null;
  const dated = sentence.dates.filter((claim) => sentence.clauses[claim.clause]?.clause === clause);
  const lefts = holdings.filter(({ person, office: { to } }) => person.id === leaver && to);
  if (!lefts.every((holding) => holding.office.sole)) return null;
  if (!dated.every((claim) => claim.relation === 'at' && lefts.some(({ office: { to } }) => dateAgrees(to!, claim.spans)))) return null;
  const right = new Set(
    lefts.flatMap((leaving) =>
      holdings.filter((holding) => holding.person.id !== leaver && leavesTo(leaving, holding)).map(({ person }) => person),
    ),
  );
  const [successor] = right;
  const isRight = [...right].some((person: Person) => came.ids.includes(person.id));
  if (!successor || right.size > 1 || isRight || reading.knowledge.isAuthor(came.ids[0]!)) return null;
  return { sentence, wrong: came.entity, right: [successor], office };
}

const onlyOne = (people: readonly Participant[]): Participant | null => (people.length === 1 ? people[0]! : null);

/** Whether the one came into an office, which one person at a time holds, when the other left it. */
export function leavesTo({ office: left }: Holding, { office: next }: Holding): boolean {
  if (!left.to || !next.from || !next.sole || !isSameOffice(left, next)) return false;
  const ends = accepted(left.to);
  return accepted(next.from).some((start) => ends.some((end) => start.last >= end.first && start.first - end.last <= INTERREGNUM));
}

/** A title that several bodies have, "prime minister", is as many offices. */
const isSameOffice = (one: Office, other: Office): boolean =>
  one.of === undefined || other.of === undefined ? one.title === other.title : one.of === other.of;
