/** Warns of facts that cannot all be right: an office held by the dead, a deed after the doer's death. */
import type { ChapterEvent, FactDate, Person } from '../model';
import { inOrder } from './dates';
import type { Problems } from './problems';

/** What may be done to the dead: the subject of a passive, a title, a nickname's genitive. */
const notDoing = /^(?:is|are|was|were|has|have|had|been|being|remains|lies)\b/;

export function checkPlausible(people: readonly Person[], events: readonly ChapterEvent[], problems: Problems): void {
  for (const person of people) {
    for (const office of person.offices) {
      if (after(office.from, person.died))
        problems.warning(office.place, `${person.short} takes this office after the death that the pack gives.`);
      if (after(person.born, office.to))
        problems.warning(office.place, `${person.short} leaves this office before the birth that the pack gives.`);
    }
  }
  const dead = people.filter((person) => person.died);
  for (const event of events) {
    const doer = dead.find((person) => event.lines.some((line) => begins(line, person)));
    if (doer && after(event.when, doer.died))
      problems.warning(event.place, `${doer.short} does this after the death that the pack gives. Check both dates.`);
  }
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
