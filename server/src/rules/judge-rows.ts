/** Finds the rows of tables that give an event to the wrong person, where the column's head says what is told: "Signed by". */
import type { Person } from '../chapter/model';
import type { Entity } from '../reading/entities';
import type { FactFrame } from '../reading/facts';
import type { Frame } from '../reading/frames';
import { findConcepts, likeness } from '../reading/lexicon/index';
import { type Match, matches } from '../reading/match';
import type { DateClaim, Reading, SentenceReading } from '../reading/model';
import { tokenise } from '../reading/tokens';
import { dateAgrees } from './date-agrees';
import { cellAt } from './life-records';
import { isRow } from './row-frames';

/** Somebody who is given what another did. */
export interface DoerVerdict {
  readonly sentence: SentenceReading;
  readonly wrong: Entity;
  readonly right: Person;
  readonly fact: FactFrame;
}

export function judgeRows(reading: Reading, sentences: readonly SentenceReading[] = reading.sentences): DoerVerdict[] {
  return sentences.flatMap((sentence) => judge(sentence, reading) ?? judgeRecord(sentence, reading) ?? []);
}

/** "| Removed from Pravda | April 1929 | Rykov |": a cell headed "Who" that names one person, beside a cell that tells what happened. */
function judgeRecord(sentence: SentenceReading, reading: Reading): DoerVerdict | null {
  const { clauses, dates } = sentence;
  if (!isRow(sentence) || clauses.some(({ unasserted }) => unasserted)) return null;
  const { start } = reading.notes.blocks[sentence.block]!;
  const headerOf = (index: number) =>
    cellAt(start + sentence.tokens[clauses[index]!.clause.ranges[0]!.from]!.start, sentence, reading)?.header ?? '';
  const who = clauses.findIndex((_, index) =>
    /^(?:who|person|people|name|leader|by whom|key (?:figure|person))\??$/i.test(headerOf(index).trim()),
  );
  const what = clauses.findIndex((_, index) => /^(?:what|events?|what happened|happening)\??$/i.test(headerOf(index).trim()));
  if (who < 0 || what < 0) return null;
  const named = clauses[who]!.frame.people.filter(({ at }) => at >= 0);
  const told = clauses[what]!.frame;
  const [wrong] = named;
  if (named.length !== 1 || wrong?.entity?.kind !== 'person' || clauses[who]!.frame.strangers > 0) return null;
  if (told.people.some(({ role }) => role === 'subject')) return null;
  return rightPerson({ ...told, people: told.people.filter(({ at }) => at >= 0) }, dates, wrong.entity, sentence, reading);
}

function judge(sentence: SentenceReading, reading: Reading): DoerVerdict | null {
  const block = reading.notes.blocks[sentence.block]!;
  const { cells } = block;
  if (!cells) return null;
  const { tokens, from, to, entities } = sentence;
  const cellOf = (token: number) => {
    const at = block.start + tokens[token]!.start;
    return cells.findIndex((cell) => at >= cell.start && at < cell.end);
  };
  const alone = (entity: Entity) => {
    const cell = cellOf(entity.from);
    for (let i = from; i < to; i++)
      if ((i < entity.from || i >= entity.to) && cellOf(i) === cell && tokens[i]!.kind !== 'punctuation' && tokens[i]!.lower !== 'the')
        return false;
    return true;
  };
  const events = entities.filter((entity) => entity.kind === 'event');
  const [event] = events;
  if (events.length !== 1 || !event || event.facts.length !== 1 || !alone(event)) return null;
  const fact = reading.knowledge.facts.frames.find(({ kind, key }) => kind === 'event' && key === event.facts[0]!.id);
  if (!fact) return null;
  // A date that is wrong too makes it another event, or another's mistake.
  if (fact.date && sentence.dates.some((claim) => !dateAgrees(fact.date!, claim.spans))) return null;
  for (const person of entities) {
    if (person.kind !== 'person' || person.how === 'misspelling' || !alone(person)) continue;
    const header = tokenise(cells[cellOf(person.from)]?.header ?? '');
    const said = findConcepts(header).map(({ concept }) => concept);
    if (!header.some(({ lower }) => lower === 'by' || lower === 'who')) continue;
    for (const { heads, frame, people } of fact.wordings) {
      if (!frame || frame.passive || people.size !== 1 || !said.some((own) => [...heads].some((head) => likeness(head, own) >= 0.9)))
        continue;
      const [actor] = frame.people.filter(({ role }) => role === 'subject');
      const right = reading.knowledge.fact(actor?.ids[0] ?? '');
      if (right?.kind === 'person' && !person.facts.some(({ id }) => id === right.id)) return { sentence, wrong: person, right, fact };
    }
  }
  return null;
}

/** How sure a fact must be told, with all but the one who did it. */
const TOLD = 0.5;

/**
 * Who did what the frame tells, where that is one person of the chapter and not the one named; null where any fact that the frame may tell has the named one.
 * `frame` is told without the one who did it.
 */
function rightPerson(
  frame: Frame,
  dates: readonly DateClaim[],
  wrong: Entity,
  sentence: SentenceReading,
  reading: Reading,
): DoerVerdict | null {
  const { facts, termKindOf } = reading.knowledge;
  if (frame.strangers > 1 || frame.concepts.length === 0) return null;
  const ids = new Set(wrong.facts.map(({ id }) => id));
  const told = matches(frame, facts, termKindOf).filter(
    ({ concept, fact, opposed, otherOrdinal, thingsExtra, peopleExtra }) =>
      concept >= 0.5 &&
      fact.kind === 'event' &&
      !opposed &&
      !otherOrdinal &&
      thingsExtra.length + peopleExtra.length === 0 &&
      agreesWith(fact, dates),
  );
  const isHis = ({ wording }: Match) => [...wording.people, ...wording.members].some((id) => ids.has(id));
  const [best, ...others] = told.filter(
    (match) => match.concept >= 0.9 && match.coverage >= TOLD && match.thingsAgree.length + match.peopleAgree.length > 0,
  );
  if (!best || told.some((match) => isHis(match) && match.score >= best.score * 0.6)) return null;
  const near = [best, ...others.filter(({ score }) => score >= best.score * 0.8)];
  // A wording may leave out who did it; another of the same fact says so.
  const doerOf = (fact: FactFrame) => near.flatMap((match) => (match.fact === fact ? (missingDoer(match) ?? []) : []))[0];
  const doers = new Set(near.map(({ fact }) => doerOf(fact)));
  const right = doers.size === 1 ? reading.knowledge.fact([...doers][0] ?? '') : undefined;
  return right?.kind === 'person' ? { sentence, wrong, right: right as Person, fact: best.fact } : null;
}

const agreesWith = ({ date }: FactFrame, dates: readonly DateClaim[]) =>
  dates.every((claim) => date !== null && dateAgrees(date, claim.spans));

/** The fact's one person whom the frame does not name, where he is its subject. */
function missingDoer({ peopleMissing, wording }: Match): string | null {
  const [missing] = peopleMissing;
  const isDoer = wording.frame?.people.some(({ role, ids }) => role === 'subject' && ids.includes(missing ?? ''));
  return peopleMissing.length === 1 && isDoer ? missing! : null;
}
