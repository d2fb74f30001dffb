/** Reads terms.yaml: bodies, groups, parties, policies, places and whatever else has a name. */
import { say } from '../../l10n/said';
import type { FactDate, Membership, Term, TermKind } from '../model';
import type { Context } from './context';
import { readFactDate, readTerms } from './dates';
import { defined } from './defined';
import { factKeys, readCommon } from './facts';
import type { YamlMap, YamlValue } from './yaml-reader';

export const termKinds = [
  'body',
  'office',
  'group',
  'party',
  'policy',
  'concept',
  'document',
  'publication',
  'place',
  'state',
  'period',
] as const satisfies readonly TermKind[];

const termKeys = [...factKeys, 'kind', 'when', 'members', 'complete'];

export function readTermsFile(file: YamlValue, context: Context): Term[] {
  return file.list().flatMap((item) => readTerm(item, context) ?? []);
}

function readTerm(item: YamlValue, context: Context): Term | undefined {
  const map = item.map(say('a term'), termKeys);
  map?.need('name');
  const common = map && readCommon('term', map, context);
  if (!map || !common) return undefined;
  const termKind = map.need('kind')?.oneOf(termKinds);
  const when = readFactDate(map.get('when'));
  const members = (map.get('members')?.list() ?? []).flatMap((each) => readMember(each, context) ?? []);
  const membersCompleteAt = readComplete(map, when);
  if (common.name === undefined || termKind === undefined) return undefined;
  return defined<Term>({ ...common, kind: 'term', name: common.name, termKind, when, members, membersCompleteAt });
}

function readMember(item: YamlValue, context: Context): Membership | undefined {
  if (!item.isMap) {
    const person = context.reference(item, ['person']);
    return person === undefined ? undefined : { person };
  }
  const map = item.map(say('a member'), ['person', 'from', 'to']);
  const person = context.reference(map?.need('person'), ['person']);
  return map && person !== undefined ? defined<Membership>({ person, ...readTerms(map) }) : undefined;
}

/** `complete: 1921`, or `complete: true` for the whole time of `when`. */
function readComplete(map: YamlMap, when: FactDate | undefined): FactDate | undefined {
  const value = map.get('complete');
  if (value === undefined) return undefined;
  if (!map.get('members')) value.error(say('“complete” says that “members” lists everybody, but there are no “members”.'));
  if (!value.isWord) return readFactDate(value);
  if (value.flag() !== true) return undefined;
  if (when === undefined && !map.get('when'))
    value.error(say('“complete: true” needs a “when”; or write the date at which the list was complete, as in “complete: 1921”.'));
  return when;
}
