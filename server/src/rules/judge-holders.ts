/** Finds the names that are given an office, which one person at a time holds, and are not among its holders. */
import type { Person } from '../chapter/model';
import type { Entity } from '../reading/entities';
import type { DateClaim, Reading, SentenceReading, Unasserted } from '../reading/model';
import { overlaps, type Span } from '../time/index';
import { answered, answersOf, personAnswered } from './answers';
import { firstHolders } from './first-holder';
import { leaderLinks } from './leader-links';
import type { Holding } from './named-office';
import { type OfficeLink, officeAsked, officeLinks } from './office-links';
import { isOpposed } from './sides';
import { hangsOnOlderDate } from './story-since';

export interface HolderVerdict {
  readonly sentence: SentenceReading;
  /** The name that is wrong. */
  readonly wrong: Entity;
  readonly right: readonly Person[];
  /** Where the office is named, and in which sentence, where it is another. */
  readonly office: Entity;
  readonly at?: SentenceReading;
  /** The "office" is a group, and the right ones are those who led it. */
  readonly leads?: true;
  /** The right one is whoever left the office to the holder who is named. */
  readonly left?: true;
}

export function judgeHolders(reading: Reading, sentences: readonly SentenceReading[] = reading.sentences): HolderVerdict[] {
  return [...judgeSentences(reading, sentences), ...judgeAnswers(reading, sentences), ...judgeLeaders(reading, sentences)];
}

/** "Who was Chancellor in 1930? X". */
function judgeAnswers(reading: Reading, sentences: readonly SentenceReading[]): HolderVerdict[] {
  return answersOf(reading, sentences).flatMap((answer) => {
    const person = personAnswered(answer);
    const told = person && answered(answer, person);
    const asked = told && officeAsked(told.clause, answer.question, reading);
    if (!person || !told || !asked) return [];
    const link = {
      person,
      office: asked.entity,
      holdings: asked.holdings,
      clause: told.clause,
      past: false,
      title: false,
      added: false,
      needsTime: false,
    };
    const right = rightHolder(told.sentence, link, reading);
    return right ? [{ sentence: answer.answer, wrong: person, right: [right], office: asked.entity, at: answer.question }] : [];
  });
}

/** "the Right, led by X": of a group without offices its members are its leaders, and X has to do with its enemies. */
function judgeLeaders(reading: Reading, sentences: readonly SentenceReading[]): HolderVerdict[] {
  return sentences.flatMap((sentence) =>
    leaderLinks(sentence, reading).flatMap(({ group, term, person }): HolderVerdict[] => {
      const id = person.facts[0]!.id;
      const members = term.members.map((member) => member.person);
      if (term.termKind !== 'group' || members.length === 0 || members.length > MOST_LEADERS || members.includes(id)) return [];
      if (isUnasserted(sentence, person.from, new Set()) || reading.knowledge.isAuthor(id)) return [];
      if (sentence.entities.some(({ facts }) => facts.some((fact) => members.includes(fact.id)))) return [];
      if (term.membersCompleteAt === undefined && !isOpposed(id, term, reading.knowledge)) return [];
      const right = members.map((member) => reading.knowledge.fact(member)).filter((fact): fact is Person => fact?.kind === 'person');
      return [{ sentence, wrong: person, right, office: group, leads: true }];
    }),
  );
}

/** A group with more members has no one leader to be named. */
const MOST_LEADERS = 3;

function judgeSentences(reading: Reading, sentences: readonly SentenceReading[]): HolderVerdict[] {
  return sentences.flatMap((sentence) => {
    const seen = new Set<Entity>();
    const links = officeLinks(sentence, reading).flatMap((link) => {
      const right = seen.has(link.person) ? null : rightHolder(sentence, link, reading);
      if (right === null) return [];
      seen.add(link.person);
      return [{ sentence, wrong: link.person, right: [right], office: link.office }];
    });
    const firsts = firstHolders(sentence, reading).filter(({ wrong }) => !seen.has(wrong));
    return [...links, ...firsts.map(({ wrong, right, office }) => ({ sentence, wrong, right: [right], office }))];
  });
}

function rightHolder(sentence: SentenceReading, link: OfficeLink, reading: Reading): Person | null {
  const { person, holdings, clause, past } = link;
  // "the Chancellor, X, did not move": what is only added is not denied.
  const excused = excusedFor(link, sentence);
  if ((clause.unasserted && !excused.has(clause.unasserted)) || isUnasserted(sentence, person.from, excused)) return null;
  if (holdings.length === 0 || !holdings.every(({ office }) => office.sole)) return null;
  const ids = person.facts.map(({ id }) => id);
  if (ids.some((id) => reading.knowledge.isAuthor(id))) return null;
  const holders = [...new Set(holdings.map((holding) => holding.person))];
  const own = sentence.dates.filter((claim) => sentence.clauses[claim.clause] === clause || sentence.timeline);
  if (own.some((claim) => hangsOnOlderDate(claim, sentence, reading))) return null;
  const held = holdings.filter((holding) => ids.includes(holding.person.id));
  if (held.length > 0) {
    // He held it, but at the time that is said another did: the date or the name is wrong.
    const known = held.every(({ office }) => office.from && office.to) && own.length > 0 && !past && !link.title;
    if (!known || own.some((claim) => claim.relation !== 'at' || claim.spans.some((span) => held.some((one) => shared(one, span) > 0))))
      return null;
  }
  const only = holders.length === 1 ? holders[0]! : null;
  // The right one named beside him: a change of office, a comparison, a correction.
  if (only && sentence.entities.some((entity) => entity.kind === 'person' && entity.facts.some(({ id }) => id === only.id))) return null;
  if (past) return only;
  const times = own.length > 0 ? own : sentence.dates;
  if (times.length === 0) return link.needsTime ? null : only;
  const ended = times.length === 1 && times[0]!.relation === 'until' ? endedIn(holdings, times[0]!) : [];
  if (ended.length === 1 && held.length === 0) return ended[0]!;
  const right = heldAt(holdings, times);
  return right.length === 1 ? right[0]! : null;
}

/** What is only added stays said where the clause is denied: "the Chancellor, X, did not move", "as Chancellor X could". */
function excusedFor({ added, person }: OfficeLink, { tokens, to }: SentenceReading): ReadonlySet<Unasserted> {
  if (!added || /^(?:not|nor|never)$/.test(tokens[person.from - 1]?.lower ?? '')) return new Set();
  const next = tokens[person.to]?.lower;
  const able = next === 'could' && !tokens.slice(person.to, Math.min(to, person.to + 4)).some(({ lower }) => lower === 'have');
  return new Set<Unasserted>(able ? ['negation', 'hypothesis'] : ['negation']);
}

function isUnasserted({ clauses }: SentenceReading, token: number, excused: ReadonlySet<Unasserted>): boolean {
  return clauses.some(
    ({ clause, unasserted }) =>
      unasserted && !excused.has(unasserted) && clause.ranges.some((range) => token >= range.from && token < range.to),
  );
}

/** "editor until 1929": whose time in it ended then. */
function endedIn(holdings: readonly Holding[], { mention }: DateClaim): Person[] {
  const said = mention.date.value?.spans ?? [];
  return [
    ...new Set(
      holdings
        .filter(({ office }) => office.to?.value.spans.some((own) => said.some((span) => overlaps(own, span))))
        .map(({ person }) => person),
    ),
  ];
}

function heldAt(holdings: readonly Holding[], times: readonly DateClaim[]): Person[] {
  if (
    times.some(
      (claim) =>
        (claim.unasserted && claim.unasserted !== 'negation') ||
        (claim.relation !== 'at' && claim.relation !== 'from' && claim.relation !== 'since'),
    )
  )
    return [];
  const spans = times.flatMap((claim) =>
    claim.spans.map((span) => (Number.isFinite(span.last) ? span : { first: span.first, last: span.first })),
  );
  if (spans.length === 0) return [];
  return [...new Set(holdings.filter((holding) => spans.every((span) => shared(holding, span) > 0.5)).map(({ person }) => person))];
}

/** Of a time, the share in which somebody held an office; none where the chapter does not say from when. */
function shared({ office }: Holding, span: Span): number {
  if (!office.from && office.to) return 0;
  const from = office.from ? Math.min(...office.from.value.spans.map(({ first }) => first)) : Number.NEGATIVE_INFINITY;
  const to = office.to ? Math.max(...office.to.value.spans.map(({ last }) => last)) : Number.POSITIVE_INFINITY;
  const days = Math.min(to, span.last) - Math.max(from, span.first) + 1;
  return Math.max(0, days) / (span.last - span.first + 1);
}
