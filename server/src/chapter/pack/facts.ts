/** What the readers of all kinds of facts share. */
import type { Fact, FactKind } from '../model';
import type { Context } from './context';
import { limits, type YamlMap, type YamlValue } from './yaml-reader';

/** The keys that every fact may have, the first being where it begins. */
export const factKeys = ['id', 'name', 'names', 'summary', 'section', 'page', 'note'] as const;

type Common = { [K in keyof Omit<Fact, 'kind'>]: Fact[K] | undefined } & Pick<Fact, 'id' | 'names' | 'place'>;

/** The common part of a fact; undefined, and reported, where it has no id of its own. `name` is for the caller to insist on. */
export function readCommon(kind: FactKind, map: YamlMap, context: Context): Common | undefined {
  const idValue = map.need('id');
  const id = idValue?.id();
  if (idValue === undefined || id === undefined || !context.declare(kind, id, idValue)) return undefined;
  const named = kind === 'person' ? (text: string, value: YamlValue) => context.personName(id, text, value) : undefined;
  const nameValue = map.get('name');
  const name = nameValue?.text(limits.name);
  if (nameValue && name !== undefined) named?.(name, nameValue);
  const names = map.get('names')?.texts(limits.name, named) ?? [];
  return {
    id,
    name,
    names: names.filter((each) => each !== name),
    summary: map.get('summary')?.text(limits.text),
    section: context.section(map.get('section')),
    page: map.get('page')?.text(limits.name),
    note: map.get('note')?.text(limits.text),
    place: map.place,
  };
}
