/** What the chapter says of a fact, in words for hovers and completion documentation. */
import type { AnyFact, Chapter, ChapterEvent, FactDate, Membership, Office, Person, Source, Term, TermKind } from '../chapter/model';
import { type Arg, ENGLISH, type Language, type Said, say, write } from '../l10n/said';
import type { Knowledge } from '../reading/model';
import { type DateValue, distance, overlaps, type Span, spanOf } from '../time/index';
import { type Block, type Inline, list, paragraph } from './markup';

/** A time that a description is asked for: "where a date stands near". */
export interface AtTime {
  /** The date in words. */
  readonly label: Said;
  readonly span: Span;
}

const MAX_EVENTS = 6;
const MAX_NAMES = 6;
const MAX_ITEMS = 12;

/** Who or what the fact is; with a time, also how things stood with it then. */
export function describeFact(fact: AnyFact, knowledge: Knowledge, at?: AtTime): Block[] {
  switch (fact.kind) {
    case 'person':
      return describePerson(fact, knowledge, at);
    case 'event':
      return describeEvent(fact, knowledge);
    case 'term':
      return describeTerm(fact, knowledge, at);
    case 'source':
      return describeSource(fact, knowledge);
  }
}

/** One short line that tells the fact from others: life dates, a date, the kind of thing. */
export const shortDetail = (fact: AnyFact, language: Language = ENGLISH): string => write(detailOf(fact), language);

export function detailOf(fact: AnyFact): Arg {
  switch (fact.kind) {
    case 'person':
      return lifeYears(fact);
    case 'event':
      return { date: fact.when.value };
    case 'term':
      return termDetail(fact);
    case 'source':
      return [fact.authors.map((author) => author.family).join(', '), fact.year].filter(Boolean).join(' ');
  }
}

const termDetail = ({ termKind, when }: Term): Said =>
  when ? say('{kind}, {date}', { kind: termKinds[termKind], date: { date: when.value } }) : termKinds[termKind];

const termKinds: Record<TermKind, Said> = {
  body: say('body'),
  office: say('office'),
  group: say('group'),
  party: say('party'),
  policy: say('policy'),
  concept: say('idea'),
  document: say('document'),
  publication: say('publication'),
  place: say('place'),
  state: say('state'),
  period: say('period'),
};

function describePerson(person: Person, knowledge: Knowledge, at: AtTime | undefined): Block[] {
  const life = lifeSaid(person);
  const offices = person.offices.map((office) => officeLine(office, knowledge));
  const groups = membershipsOf(person, knowledge);
  const relations = person.relations.map(({ role, of }) => say('{role} of {name}', { role, name: knowledge.fact(of)?.name ?? of }));
  return compact([
    life ? paragraph({ strong: person.name }, say(' ({life})', { life })) : paragraph({ strong: person.name }),
    alsoCalled(person),
    person.summary ? paragraph(person.summary) : null,
    at ? personAt(person, knowledge, at) : null,
    relations.length > 0 ? paragraph(sentence({ list: relations, join: '; ' })) : null,
    labelled(say('Held'), offices),
    labelled(
      say('Belonged to'),
      groups.map(({ term, membership }) => during(term.name, membership)),
    ),
    titled(say('In the chapter'), eventLines(eventsOf(person, knowledge), at)),
    ...otherDates(person.born, BIRTHS),
    ...otherDates(person.died, DEATHS),
    noteOf(person),
    whereTreated(person, knowledge),
  ]);
}

function describeEvent(event: ChapterEvent, knowledge: Knowledge): Block[] {
  const occasion = event.during === undefined ? undefined : knowledge.fact(event.during);
  const context = [
    ...(event.where ? [say('place: {name}', { name: event.where })] : []),
    ...(occasion ? [say('part of: {name}', { name: occasion.name })] : []),
  ];
  const [line] = event.lines;
  return compact([
    paragraph({ strong: event.name }, say(' ({date})', { date: { date: event.when.value } })),
    alsoCalled(event),
    event.summary ? paragraph(event.summary) : line && line !== event.name ? paragraph(`${line}.`) : null,
    context.length > 0 ? paragraph(sentence({ list: context, join: '; ' })) : null,
    event.when.note ? paragraph(event.when.note) : null,
    ...otherDates(event.when, DATES),
    noteOf(event),
    whereTreated(event, knowledge),
  ]);
}

function describeTerm(term: Term, knowledge: Knowledge, at: AtTime | undefined): Block[] {
  const members = term.members.map((membership) => during(knowledge.fact(membership.person)?.name ?? membership.person, membership));
  const heading = term.membersCompleteAt
    ? say('Members (all of them in {date})', { date: { date: term.membersCompleteAt.value } })
    : say('Members');
  return compact([
    paragraph({ strong: term.name }, say(' ({kind})', { kind: termDetail(term) })),
    alsoCalled(term),
    term.summary ? paragraph(term.summary) : null,
    labelled(heading, members),
    titled(say('In the chapter'), eventLines(eventsOf(term, knowledge), at)),
    ...otherDates(term.when, DATES),
    noteOf(term),
    whereTreated(term, knowledge),
  ]);
}

function describeSource(source: Source, knowledge: Knowledge): Block[] {
  const authors = source.authors.map(({ family, given }) => (given ? `${family}, ${given}` : family)).join('; ');
  const published = [source.publisherPlace, source.publisher].filter(Boolean).join(': ');
  return compact([
    paragraph(
      { strong: authors },
      authors ? ' ' : '',
      source.year === undefined ? '' : `(${source.year}) `,
      { emphasis: source.title },
      published ? `. ${published}.` : '',
    ),
    source.label ? paragraph(source.label) : null,
    source.pages.length > 0 ? paragraph(say('Pages cited in the chapter: {pages}.', { pages: source.pages.join(', ') })) : null,
    source.summary ? paragraph(source.summary) : null,
    paragraph(say('Cite as {key}.', { key: `[@${source.id}]` })),
    noteOf(source),
    whereTreated(source, knowledge),
  ]);
}

function lifeSaid({ born, died }: Person): Said | null {
  if (born && died) {
    const years = born.value.precision === 'year' && died.value.precision === 'year';
    return say(years ? '{born}–{died}' : 'born {born}, died {died}', { born: { date: born.value }, died: { date: died.value } });
  }
  if (born) return say('born {date}', { date: { date: born.value } });
  return died ? say('died {date}', { date: { date: died.value } }) : null;
}

/** "1880–1953": as much as a list has room for. */
export function lifeYears({ born, died }: Person): Said | string {
  const year = (date: FactDate | undefined) => /^-?\d{4}/.exec(date?.value.edtf ?? '')?.[0] ?? '';
  if (born && died) return `${year(born)}–${year(died)}`;
  if (born) return say('born {date}', { date: year(born) });
  return died ? say('died {date}', { date: year(died) }) : '';
}

/** How old somebody was, and what office they held, at a time. */
function personAt(person: Person, knowledge: Knowledge, at: AtTime): Block | null {
  const parts: Arg[] = [];
  const born = person.born && spanOf(person.born.value);
  const died = person.died && spanOf(person.died.value);
  if (born && at.span.last < born.first) parts.push(say('not yet born'));
  else if (died && at.span.first > died.last) parts.push(say('no longer alive (died {date})', { date: { date: person.died!.value } }));
  else {
    const age = born && ageAt(born, at.span);
    if (age) parts.push(age);
    for (const office of person.offices) if (heldAt(office, died, at.span)) parts.push(officeTitle(office, knowledge));
    for (const { term, membership } of membershipsOf(person, knowledge))
      if (isMemberAt(membership, at.span)) parts.push(say('member of {name}', { name: term.name }));
  }
  return parts.length > 0 ? paragraph({ strong: at.label }, say(': {items}.', { items: { list: parts, join: '; ' } })) : null;
}

function ageAt(born: Span, at: Span): Said | null {
  const { min, max } = distance(born, at, 'year');
  const [least, most] = [Math.max(0, Math.floor(min)), Math.floor(max)];
  if (!Number.isFinite(least) || !Number.isFinite(most) || most - least > 5) return null;
  if (least === most) return say('{age} years old', { age: least });
  return say(most - least === 1 ? '{least} or {most} years old' : '{least} to {most} years old', { least, most });
}

/** Only where the chapter dates the office: one of unknown dates is said of no time. */
function heldAt(office: Office, died: Span | undefined, at: Span): boolean {
  if (!office.from && !office.to) return false;
  const first = office.from ? spanOf(office.from.value).first : Number.NEGATIVE_INFINITY;
  const last = office.to ? spanOf(office.to.value).last : (died?.last ?? Number.POSITIVE_INFINITY);
  return overlaps({ first, last }, at);
}

function isMemberAt({ from, to }: Membership, at: Span): boolean {
  if (!from) return false;
  return overlaps({ first: spanOf(from.value).first, last: spanOf((to ?? from).value).last }, at);
}

function officeTitle(office: Office, knowledge: Knowledge): string {
  const body = office.of === undefined ? undefined : knowledge.fact(office.of);
  // "General Secretary of the Communist Party" where the body's name does not already stand in the title.
  if (!body || office.title.includes(body.name)) return office.title;
  return `${office.title} (${body.name})`;
}

function officeLine(office: Office, knowledge: Knowledge): Arg {
  return during(officeTitle(office, knowledge), office);
}

/** "… (March 1917 to May 1918)", "… (from April 1922)", or what it is alone. */
function during(what: string, { from, to }: { readonly from?: FactDate; readonly to?: FactDate }): Arg {
  if (from && to) return say('{what} ({from} to {to})', { what, from: { date: from.value }, to: { date: to.value } });
  if (from) return say('{what} ({from})', { what, from: { from: from.value } });
  return to ? say('{what} ({until})', { what, until: { until: to.value } }) : what;
}

interface MembershipIn {
  readonly term: Term;
  readonly membership: Membership;
}

const membershipIndex = new WeakMap<Chapter, Map<string, MembershipIn[]>>();

function membershipsOf(person: Person, { chapters }: Knowledge): MembershipIn[] {
  return chapters.flatMap((chapter) => {
    let index = membershipIndex.get(chapter);
    if (!index) {
      index = new Map();
      for (const term of chapter.terms) for (const membership of term.members) push(index, membership.person, { term, membership });
      membershipIndex.set(chapter, index);
    }
    return index.get(person.id) ?? [];
  });
}

/** The events that the fact has a part in, in order of time. */
function eventsOf(fact: AnyFact, { facts }: Knowledge): ChapterEvent[] {
  const frames = facts.byFeature.get(`${fact.kind === 'person' ? 'p' : 't'}:${fact.id}`) ?? [];
  const events = new Set(frames.map((frame) => frame.fact).filter((each) => each.kind === 'event'));
  return [...events].sort(byTime);
}

export function byTime(a: ChapterEvent, b: ChapterEvent): number {
  const [x, y] = [spanOf(a.when.value), spanOf(b.when.value)];
  return x.first - y.first || x.last - y.last || a.name.localeCompare(b.name, 'en');
}

/** A few events; with a time, those nearest to it. */
export function eventLines(events: readonly ChapterEvent[], at: AtTime | undefined): Inline[][] {
  const shown = at ? [...events].sort(byNearness(at.span)).slice(0, MAX_EVENTS).sort(byTime) : events.slice(0, MAX_EVENTS);
  const lines = shown.map((event): Inline[] => [
    say('{date}: {what}', { date: { date: event.when.value }, what: event.lines[0] ?? event.name }),
  ]);
  if (events.length > shown.length) lines.push([say('and {count} more', { count: events.length - shown.length })]);
  return lines;
}

/** Nearest in time first; of those at the time itself what falls wholly into it, then the shorter. */
export function byNearness(at: Span): (a: ChapterEvent, b: ChapterEvent) => number {
  const beyond = ({ when }: ChapterEvent) => {
    const { first, last } = spanOf(when.value);
    return Math.max(0, at.first - first) + Math.max(0, last - at.last);
  };
  return (a, b) => gap(a, at) - gap(b, at) || beyond(a) - beyond(b) || Number(b.timeline) - Number(a.timeline) || byTime(a, b);
}

/** Days between an event and a time; 0 where they overlap. */
export function gap(event: ChapterEvent, at: Span): number {
  const when = spanOf(event.when.value);
  if (overlaps(when, at)) return 0;
  return when.first > at.last ? when.first - at.last : at.first - when.last;
}

function alsoCalled(fact: AnyFact): Block | null {
  const others = [...new Set(fact.names)].filter((name) => name !== fact.name);
  return others.length > 0 ? paragraph(say('Also: {names}', { names: others.slice(0, MAX_NAMES).join(', ') })) : null;
}

const BIRTHS = (dates: Arg) => say('Birth in other books: {dates}.', { dates });
const DEATHS = (dates: Arg) => say('Death in other books: {dates}.', { dates });
const DATES = (dates: Arg) => say('Date in other books: {dates}.', { dates });

function otherDates(date: FactDate | undefined, told: (dates: Arg) => Said): Block[] {
  if (!date || date.alternatives.length === 0) return [];
  const values = date.alternatives.map(({ value, note }) =>
    note ? say('{date} ({note})', { date: { date: value }, note }) : { date: value },
  );
  return [paragraph(told({ list: values, join: '; ' }))];
}

const noteOf = ({ note }: AnyFact): Block | null => (note ? paragraph({ emphasis: say('Note') }, say(': {note}', { note })) : null);

/** A sentence that begins with what may have no capital. */
const sentence = (items: Arg): Said => say('{items}.', { items: { capital: items } });

function whereTreated(fact: AnyFact, { chapters }: Knowledge): Block | null {
  const chapter = chapters.find((each) => each.byId.get(fact.id) === fact);
  if (!chapter) return null;
  const section = chapter.sections.find((each) => each.id === fact.section);
  const page = fact.page ?? section?.page;
  const parts: Arg[] = [
    chapter.title,
    ...(section ? [say('“{title}”', { title: section.title })] : []),
    ...(page ? [say('p. {page}', { page })] : []),
  ];
  return paragraph({ emphasis: say('{parts}', { parts: { list: parts, join: ', ' } }) });
}

/** A heading and what it lists, in one line. */
function labelled(title: Said, items: readonly Arg[]): Block | null {
  if (items.length === 0) return null;
  const more = items.length > MAX_ITEMS ? [say('and {count} more', { count: items.length - MAX_ITEMS })] : [];
  return paragraph({ strong: title }, say(': {items}.', { items: { list: [...items.slice(0, MAX_ITEMS), ...more], join: '; ' } }));
}

function titled(title: Said, items: readonly (readonly Inline[])[]): Block[] | null {
  return items.length > 0 ? [paragraph({ strong: title }), list(items)] : null;
}

function compact(blocks: readonly (Block | readonly Block[] | null)[]): Block[] {
  return blocks.flatMap((block) => (block === null ? [] : 'kind' in block ? [block] : [...block]));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** The time that date values name together, for descriptions. */
export function atTime(first: DateValue, last?: DateValue): AtTime {
  const a = spanOf(first);
  if (!last) return { label: say('{date}', { date: { date: first } }), span: a };
  const b = spanOf(last);
  return {
    label: say('{from} to {to}', { from: { date: first }, to: { date: last } }),
    span: { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) },
  };
}
