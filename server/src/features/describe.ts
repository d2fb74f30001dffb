/** What the chapter says of a fact, in words for hovers and completion documentation. */
import type { AnyFact, Chapter, ChapterEvent, FactDate, Membership, Office, Person, Source, Term, TermKind } from '../chapter/model';
import type { Knowledge } from '../reading/model';
import { type DateValue, distance, formatDate, overlaps, type Span, spanOf } from '../time/index';
import { type Block, type Inline, list, paragraph } from './markup';

/** A time that a description is asked for: "where a date stands near". */
export interface AtTime {
  /** The date in words. */
  readonly label: string;
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
export function shortDetail(fact: AnyFact): string {
  switch (fact.kind) {
    case 'person':
      return lifeYears(fact);
    case 'event':
      return formatDate(fact.when.value);
    case 'term':
      return fact.when ? `${termKinds[fact.termKind]}, ${formatDate(fact.when.value)}` : termKinds[fact.termKind];
    case 'source':
      return [fact.authors.map((author) => author.family).join(', '), fact.year].filter(Boolean).join(' ');
  }
}

const termKinds: Record<TermKind, string> = {
  body: 'body',
  office: 'office',
  group: 'group',
  party: 'party',
  policy: 'policy',
  concept: 'idea',
  document: 'document',
  publication: 'publication',
  place: 'place',
  state: 'state',
  period: 'period',
};

function describePerson(person: Person, knowledge: Knowledge, at: AtTime | undefined): Block[] {
  const life = lifeDates(person);
  const offices = person.offices.map((office) => officeLine(office, knowledge));
  const groups = membershipsOf(person, knowledge);
  const relations = person.relations.map((relation) => `${relation.role} of ${knowledge.fact(relation.of)?.name ?? relation.of}`);
  return compact([
    paragraph({ strong: person.name }, life ? ` (${life})` : ''),
    alsoCalled(person),
    person.summary ? paragraph(person.summary) : null,
    at ? personAt(person, knowledge, at) : null,
    relations.length > 0 ? paragraph(`${capitalise(relations.join('; '))}.`) : null,
    labelled('Held', offices),
    labelled(
      'Belonged to',
      groups.map(({ term, membership }) => `${term.name}${during(membership)}`),
    ),
    titled('In the chapter', eventLines(eventsOf(person, knowledge), at)),
    ...otherDates(person.born, 'Birth'),
    ...otherDates(person.died, 'Death'),
    person.note ? paragraph({ emphasis: 'Note' }, `: ${person.note}`) : null,
    whereTreated(person, knowledge),
  ]);
}

function describeEvent(event: ChapterEvent, knowledge: Knowledge): Block[] {
  const occasion = event.during === undefined ? undefined : knowledge.fact(event.during);
  const context = [event.where && `place: ${event.where}`, occasion && `part of: ${occasion.name}`].filter(Boolean).join('; ');
  const [line] = event.lines;
  return compact([
    paragraph({ strong: event.name }, ` (${formatDate(event.when.value)})`),
    alsoCalled(event),
    event.summary ? paragraph(event.summary) : line && line !== event.name ? paragraph(`${line}.`) : null,
    context ? paragraph(`${capitalise(context)}.`) : null,
    event.when.note ? paragraph(event.when.note) : null,
    ...otherDates(event.when, 'Date'),
    event.note ? paragraph({ emphasis: 'Note' }, `: ${event.note}`) : null,
    whereTreated(event, knowledge),
  ]);
}

function describeTerm(term: Term, knowledge: Knowledge, at: AtTime | undefined): Block[] {
  const members = term.members.map((membership) => `${knowledge.fact(membership.person)?.name ?? membership.person}${during(membership)}`);
  const complete = term.membersCompleteAt ? ` (all of them in ${formatDate(term.membersCompleteAt.value)})` : '';
  return compact([
    paragraph({ strong: term.name }, ` (${shortDetail(term)})`),
    alsoCalled(term),
    term.summary ? paragraph(term.summary) : null,
    labelled(`Members${complete}`, members),
    titled('In the chapter', eventLines(eventsOf(term, knowledge), at)),
    ...otherDates(term.when, 'Date'),
    term.note ? paragraph({ emphasis: 'Note' }, `: ${term.note}`) : null,
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
    source.pages.length > 0 ? paragraph(`Pages cited in the chapter: ${source.pages.join(', ')}.`) : null,
    source.summary ? paragraph(source.summary) : null,
    paragraph(`Cite as [@${source.id}].`),
    source.note ? paragraph({ emphasis: 'Note' }, `: ${source.note}`) : null,
    whereTreated(source, knowledge),
  ]);
}

export function lifeDates({ born, died }: Person): string {
  if (born && died) {
    const spaced = born.value.precision === 'year' && died.value.precision === 'year' ? '–' : ' – ';
    return `${formatDate(born.value)}${spaced}${formatDate(died.value)}`;
  }
  if (born) return `born ${formatDate(born.value)}`;
  return died ? `died ${formatDate(died.value)}` : '';
}

/** "1880–1953": as much as a list has room for. */
export function lifeYears({ born, died }: Person): string {
  const year = (date: FactDate | undefined) => /^-?\d{4}/.exec(date?.value.edtf ?? '')?.[0] ?? '';
  if (born && died) return `${year(born)}–${year(died)}`;
  if (born) return `born ${year(born)}`;
  return died ? `died ${year(died)}` : '';
}

/** How old somebody was, and what office they held, at a time. */
function personAt(person: Person, knowledge: Knowledge, at: AtTime): Block | null {
  const parts: string[] = [];
  const born = person.born && spanOf(person.born.value);
  const died = person.died && spanOf(person.died.value);
  if (born && at.span.last < born.first) parts.push('not yet born');
  else if (died && at.span.first > died.last) parts.push(`no longer alive (died ${formatDate(person.died!.value)})`);
  else {
    const age = born && ageAt(born, at.span);
    if (age) parts.push(age);
    for (const office of person.offices) if (heldAt(office, died, at.span)) parts.push(officeTitle(office, knowledge));
    for (const { term, membership } of membershipsOf(person, knowledge))
      if (isMemberAt(membership, at.span)) parts.push(`member of ${term.name}`);
  }
  return parts.length > 0 ? paragraph({ strong: at.label }, `: ${parts.join('; ')}.`) : null;
}

function ageAt(born: Span, at: Span): string | null {
  const { min, max } = distance(born, at, 'year');
  const [least, most] = [Math.max(0, Math.floor(min)), Math.floor(max)];
  if (!Number.isFinite(least) || !Number.isFinite(most) || most - least > 5) return null;
  if (least === most) return `${least} years old`;
  return `${least} ${most - least === 1 ? 'or' : 'to'} ${most} years old`;
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

function officeLine(office: Office, knowledge: Knowledge): string {
  return `${officeTitle(office, knowledge)}${during(office)}`;
}

/** " (March 1917 – May 1918)", " (from April 1922)", or nothing. */
function during({ from, to }: { readonly from?: FactDate; readonly to?: FactDate }): string {
  if (from && to) return ` (${formatDate(from.value)} – ${formatDate(to.value)})`;
  if (from) return ` (from ${formatDate(from.value)})`;
  return to ? ` (until ${formatDate(to.value)})` : '';
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
  const lines = shown.map((event): Inline[] => [`${formatDate(event.when.value)}: ${event.lines[0] ?? event.name}`]);
  if (events.length > shown.length) lines.push([`… and ${events.length - shown.length} more`]);
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
  return others.length > 0 ? paragraph(`Also: ${others.slice(0, MAX_NAMES).join(', ')}`) : null;
}

function otherDates(date: FactDate | undefined, what: string): Block[] {
  if (!date || date.alternatives.length === 0) return [];
  const values = date.alternatives.map(({ value, note }) => (note ? `${formatDate(value)} (${note})` : formatDate(value)));
  return [paragraph(`${what} in other books: ${values.join('; ')}.`)];
}

function whereTreated(fact: AnyFact, { chapters }: Knowledge): Block | null {
  const chapter = chapters.find((each) => each.byId.get(fact.id) === fact);
  if (!chapter) return null;
  const section = chapter.sections.find((each) => each.id === fact.section);
  const page = fact.page ?? section?.page;
  const parts = [chapter.title, section && `“${section.title}”`, page && `p. ${page}`].filter((part): part is string => Boolean(part));
  return paragraph({ emphasis: parts.join(', ') });
}

/** A heading and what it lists, in one line. */
function labelled(title: string, items: readonly string[]): Block | null {
  if (items.length === 0) return null;
  const more = items.length > MAX_ITEMS ? `; … and ${items.length - MAX_ITEMS} more` : '';
  return paragraph({ strong: title }, `: ${items.slice(0, MAX_ITEMS).join('; ')}${more}.`);
}

function titled(title: string, items: readonly (readonly Inline[])[]): Block[] | null {
  return items.length > 0 ? [paragraph({ strong: title }), list(items)] : null;
}

function compact(blocks: readonly (Block | readonly Block[] | null)[]): Block[] {
  return blocks.flatMap((block) => (block === null ? [] : 'kind' in block ? [block] : [...block]));
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** The time that date values name together, for descriptions. */
export function atTime(first: DateValue, last?: DateValue): AtTime {
  const a = spanOf(first);
  if (!last) return { label: formatDate(first), span: a };
  const b = spanOf(last);
  return {
    label: `${formatDate(first)} – ${formatDate(last)}`,
    span: { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) },
  };
}
