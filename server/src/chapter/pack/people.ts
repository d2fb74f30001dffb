/** Reads people.yaml. */
import { say } from '../../l10n/said';
import type { Office, Person, Relation } from '../model';
import type { Context } from './context';
import { inOrder, readFactDate, readTerms } from './dates';
import { defined } from './defined';
import { factKeys, readCommon } from './facts';
import { limits, type YamlValue } from './yaml-reader';

const personKeys = [...factKeys, 'short', 'gender', 'born', 'died', 'offices', 'relations', 'epithets'];

export function readPeople(file: YamlValue, context: Context): Person[] {
  return file.list().flatMap((item) => readPerson(item, context) ?? []);
}

function readPerson(item: YamlValue, context: Context): Person | undefined {
  const map = item.map(say('a person'), personKeys);
  map?.need('name');
  const common = map && readCommon('person', map, context);
  if (!map || common?.name === undefined) return undefined;
  const born = readFactDate(map.get('born'));
  const died = readFactDate(map.get('died'));
  const alive = inOrder(born, died);
  if (!alive)
    map.get('died')?.error(say('“died” is before “born”.'), {
      related: [{ place: map.get('born')?.place ?? map.place, said: say('“{title}”', { title: 'born' }) }],
    });
  return defined<Person>({
    ...common,
    kind: 'person',
    name: common.name,
    short: map.get('short')?.text(limits.name) ?? common.name.slice(common.name.lastIndexOf(' ') + 1),
    gender: map.get('gender')?.oneOf(['male', 'female', 'other']),
    born,
    died: alive ? died : undefined,
    offices: (map.get('offices')?.list() ?? []).flatMap((each) => readOffice(each, context) ?? []),
    relations: (map.get('relations')?.list() ?? []).flatMap((each) => readRelation(each, context) ?? []),
    epithets: map.get('epithets')?.texts(limits.name, (text, value) => context.personName(common.id, text, value)) ?? [],
  });
}

function readOffice(item: YamlValue, context: Context): Office | undefined {
  const map = item.map(say('an office'), ['title', 'titles', 'of', 'from', 'to', 'sole']);
  const title = map?.need('title')?.text(limits.name);
  if (!map || title === undefined) return undefined;
  return defined<Office>({
    title,
    otherTitles: (map.get('titles')?.texts(limits.name) ?? []).filter((each) => each !== title),
    of: context.reference(map.get('of'), ['term']),
    ...readTerms(map),
    sole: map.get('sole')?.flag() ?? false,
    place: map.place,
  });
}

function readRelation(item: YamlValue, context: Context): Relation | undefined {
  const map = item.map(say('a relation'), ['role', 'of', 'from', 'to']);
  const role = map?.need('role')?.text(limits.name);
  const of = context.reference(map?.need('of'), ['person']);
  return map && role !== undefined && of !== undefined ? defined<Relation>({ role, of, ...readTerms(map) }) : undefined;
}
