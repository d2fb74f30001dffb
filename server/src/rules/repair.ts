/** Repairs in the writer's own form, and the references that findings rest on. */
import type { AnyFact, FactDate } from '../chapter/model';
import type { DatedMention } from '../reading/model';
import { type DateValue, formatDate, writeDate } from '../time/index';
import type { FactReference, Fix } from './finding';

/** Puts the fact's date where the writer's stands, written as the writer writes dates; as fine as the writer's where the fact is finer. */
export function dateFixes(mention: DatedMention, date: FactDate): Fix[] {
  const written = writeDate(date.value, mention.date.form) ?? formatDate(date.value);
  return [{ title: `Change to ${written}`, edits: [{ start: mention.start, end: mention.end, newText: written }], preferred: true }];
}

export function factReference(fact: AnyFact, date?: DateValue): FactReference {
  return { id: fact.id, name: fact.name, place: fact.place, ...(date ? { date: formatDate(date) } : {}) };
}

export function replaceFix(title: string, start: number, end: number, newText: string, preferred: boolean): Fix {
  return { title, edits: [{ start, end, newText }], preferred };
}
