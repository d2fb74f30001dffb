/** An office where a text names it, and who held it. */
import type { Office, Person } from '../chapter/model';
import type { Entity } from '../reading/entities';

export interface Holding {
  readonly person: Person;
  readonly office: Office;
}

export interface NamedOffice {
  readonly entity: Entity;
  readonly holdings: readonly Holding[];
}
