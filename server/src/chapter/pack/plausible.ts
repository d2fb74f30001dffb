/** Warns of facts that cannot all be right: an office held by the dead, a deed after the doer's death, a part of an event outside its time. */
import { type Arg, type Said, say } from '../../l10n/said';
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
  /** `said` of something that lies beyond the other date, which is named by `what`. */
  const warn = (place: PackPlace, said: Said, other: FactDate | undefined, what: (date: Arg) => Said) =>
    problems.warning(place, said, other?.place ? { related: [{ place: other.place, said: what({ date: other.value }) }] } : {});
  const warnOfDeath = (place: PackPlace, said: Said, { short, died }: Person) =>
    warn(place, said, died, (date) => say('{person} died: {date}', { person: short, date }));
  const warnOfBirth = (place: PackPlace, said: Said, { short, born }: Person) =>
    warn(place, said, born, (date) => say('{person} was born: {date}', { person: short, date }));

  /** A stretch of somebody's life that must lie within it, and what to say where it begins or ends beyond. */
  const checkLife = (person: Person, time: Time, place: PackPlace, begins: Said, ends: Said) => {
    if (after(time.from, person.died)) warnOfDeath(place, begins, person);
    if (after(person.born, time.to)) warnOfBirth(place, ends, person);
  };
  for (const person of people) {
    const who = { person: person.short };
    for (const office of person.offices)
      checkLife(
        person,
        office,
        office.place,
        say('{person} takes this office after the death that the pack gives.', who),
        say('{person} leaves this office before the birth that the pack gives.', who),
      );
    for (const relation of person.relations)
      checkLife(
        person,
        relation,
        placeOf(relation) ?? person.place,
        say('{person} enters this relation after the death that the pack gives.', who),
        say('{person} leaves this relation before the birth that the pack gives.', who),
      );
  }

  const byId = new Map(people.map((person) => [person.id, person]));
  for (const term of terms) {
    for (const member of term.members) {
      const person = byId.get(member.person);
      if (!person) continue;
      const who = { person: person.short, term: term.name };
      checkLife(
        person,
        member,
        placeOf(member) ?? term.place,
        say('{person} joins {term} after the death that the pack gives.', who),
        say('{person} leaves {term} before the birth that the pack gives.', who),
      );
    }
  }

  const doerOf = doers(people.filter((person) => person.died || person.born));
  const eventsById = new Map(events.map((event) => [event.id, event]));
  for (const event of events) {
    const place = event.when.place ?? event.place;
    const doer = doerOf(event);
    if (doer && after(event.when, doer.died))
      warnOfDeath(place, say('{person} does this after the death that the pack gives. Check both dates.', { person: doer.short }), doer);
    if (doer && after(doer.born, event.when))
      warnOfBirth(place, say('{person} does this before the birth that the pack gives. Check both dates.', { person: doer.short }), doer);
    const whole = event.during === undefined ? undefined : eventsById.get(event.during);
    if (whole && (after(event.when, whole.when) || after(whole.when, event.when)))
      warn(
        place,
        say('This is part of “{event}”, but not at the same time. Check both dates.', { event: whole.name }),
        whole.when,
        (date) => say('{what}: {date}', { what: whole.name, date }),
      );
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

/** Who, by one of its lines, did what the event tells; the first of the people where several names begin one. */
function doers(people: readonly Person[]): (event: ChapterEvent) => Person | undefined {
  const order = new Map(people.map((person, index) => [person, index]));
  const byFirstWord = new Map<string, Set<Person>>();
  for (const person of people)
    for (const name of [person.short, person.name, ...person.names]) {
      const word = firstWord(name);
      byFirstWord.set(word, (byFirstWord.get(word) ?? new Set()).add(person));
    }
  return ({ lines }) => {
    const found = lines.flatMap((line) => [...(byFirstWord.get(firstWord(line)) ?? [])].filter((person) => begins(line, person)));
    return found.sort((a, b) => order.get(a)! - order.get(b)!)[0];
  };
}

const firstWord = (words: string): string => words.slice(0, words.indexOf(' ') < 0 ? undefined : words.indexOf(' '));

/** Whether the line says that the person did something: a name of the person, then a verb. */
function begins(line: string, person: Person): boolean {
  return [person.short, person.name, ...person.names].some(
    (name) => line.startsWith(`${name} `) && !notDoing.test(line.slice(name.length + 1)),
  );
}
