/** Warns of facts that cannot all be right: an office held by the dead, a deed after the doer's death, a part of an event outside its time. */
import { formatDate } from '../../time/index';
import type { ChapterEvent, FactDate, PackPlace, Person, Relation, Term } from '../model';
import { inOrder } from './dates';
import type { Problems } from './problems';

/** What may be done to the dead: the subject of a passive, a title, a nickname's genitive. */
const notDoing = /^(?:is|are|was|were|has|have|had|been|being|remains|lies)\b/;

export function checkPlausible(
  people: readonly Person[],
  events: readonly ChapterEvent[],
  terms: readonly Term[],
  problems: Problems,
): void {
  const warn = (place: PackPlace, message: string, other: FactDate | undefined, what: string) =>
    problems.warning(
      place,
      message,
      other?.place ? { related: [{ place: other.place, message: `${what}: ${formatDate(other.value)}` }] } : {},
    );

  /** A stretch of somebody's life that must lie within it. */
  const checkLife = (person: Person, time: Time, place: PackPlace, begins: string, ends: string) => {
    if (after(time.from, person.died))
      warn(place, `${person.short} ${begins} after the death that the pack gives.`, person.died, `${person.short} died`);
    if (after(person.born, time.to))
      warn(place, `${person.short} ${ends} before the birth that the pack gives.`, person.born, `${person.short} was born`);
  };
  for (const person of people) {
    for (const office of person.offices) checkLife(person, office, office.place, 'takes this office', 'leaves this office');
    for (const relation of person.relations)
      checkLife(person, relation, placeOf(relation) ?? person.place, 'enters this relation', 'leaves this relation');
  }

  const byId = new Map(people.map((person) => [person.id, person]));
  for (const term of terms) {
    for (const member of term.members) {
      const person = byId.get(member.person);
      if (person) checkLife(person, member, placeOf(member) ?? term.place, `joins ${term.name}`, `leaves ${term.name}`);
    }
  }

  const dated = people.filter((person) => person.died || person.born);
  const eventsById = new Map(events.map((event) => [event.id, event]));
  for (const event of events) {
    const place = event.when.place ?? event.place;
    const doer = dated.find((person) => event.lines.some((line) => begins(line, person)));
    if (doer && after(event.when, doer.died))
      warn(place, `${doer.short} does this after the death that the pack gives. Check both dates.`, doer.died, `${doer.short} died`);
    if (doer && after(doer.born, event.when))
      warn(place, `${doer.short} does this before the birth that the pack gives. Check both dates.`, doer.born, `${doer.short} was born`);
    const whole = event.during === undefined ? undefined : eventsById.get(event.during);
    if (whole && (after(event.when, whole.when) || after(whole.when, event.when)))
      warn(place, `This is part of “${whole.name}”, but not at the same time. Check both dates.`, whole.when, whole.name);
  }
}

type Time = Pick<Relation, 'from' | 'to'>;

function placeOf({ from, to }: Time): PackPlace | undefined {
  return from?.place ?? to?.place;
}

/** Whether all of `date` lies after all of `end`. */
function after(date: FactDate | undefined, end: FactDate | undefined): boolean {
  return date !== undefined && end !== undefined && !inOrder(date, end);
}

/** Whether the line says that the person did something: a name of the person, then a verb. */
function begins(line: string, person: Person): boolean {
  return [person.short, person.name, ...person.names].some(
    (name) => line.startsWith(`${name} `) && !notDoing.test(line.slice(name.length + 1)),
  );
}
