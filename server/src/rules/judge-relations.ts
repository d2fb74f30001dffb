/** Finds what somebody is to another, or what belongs to somebody, where one of the two names is wrong: "X's wife, Y", "Y, secretary of X", "X's Testament". */

import type { Person, Relation, Term } from '../chapter/model';
import type { Entity } from '../reading/entities';
import type { Knowledge, Reading, SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import type { Token } from '../reading/tokens';

export interface RelationVerdict {
  readonly sentence: SentenceReading;
  /** The tokens of the name that is wrong; `entity` null for a name that the chapter lacks. */
  readonly wrong: { readonly from: number; readonly to: number; readonly entity: Entity | null };
  readonly right: readonly Person[];
  readonly about: Person | Term;
  /** "wife", "Testament". */
  readonly what: string;
}

interface Known {
  readonly person: Person;
  readonly relation: Relation;
}

export function judgeRelations(reading: Reading, sentences: readonly SentenceReading[] = reading.sentences): RelationVerdict[] {
  const byRole = once(roles, reading.knowledge, () => relationsByRole(reading.knowledge));
  return sentences.flatMap((sentence) => [...relations(sentence, byRole, reading), ...belongings(sentence, reading)]);
}

const roles = new WeakMap<Knowledge, ReadonlyMap<string, readonly Known[]>>();

/** Every relation of the chapters by the words for it, from both sides. */
function relationsByRole(knowledge: Knowledge): ReadonlyMap<string, readonly Known[]> {
  const known = knowledge.chapters.flatMap((chapter) =>
    chapter.people.flatMap((person) => person.relations.map((relation): Known => ({ person, relation }))),
  );
  const byRole = new Map<string, Known[]>();
  for (const one of known) {
    const role = lastWord(one.relation.role);
    for (const said of [role, ...(OTHER_WORDS[role] ?? [])]) byRole.set(said, [...(byRole.get(said) ?? []), one]);
    const inverse = INVERSE[role];
    const other = knowledge.fact(one.relation.of);
    if (inverse && other?.kind === 'person')
      byRole.set(inverse, [
        ...(byRole.get(inverse) ?? []),
        { person: other, relation: { ...one.relation, role: inverse, of: one.person.id } },
      ]);
  }
  return byRole;
}

/** Other words for the same relation. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  wife: ['widow', 'spouse'],
  husband: ['widower', 'spouse'],
  secretary: ['assistant'],
};
/** The same relation from the other side, where the pack tells it from one. */
const INVERSE: Readonly<Record<string, string>> = { wife: 'husband', husband: 'wife' };

const lastWord = (role: string) => role.toLowerCase().split(' ').at(-1)!;

function relations(sentence: SentenceReading, byRole: ReadonlyMap<string, readonly Known[]>, reading: Reading): RelationVerdict[] {
  const { tokens, from, to } = sentence;
  const starting = new Map(sentence.entities.filter(isPerson).map((entity) => [entity.from, entity]));
  const ending = new Map(sentence.entities.filter(isPerson).map((entity) => [entity.to, entity]));
  const found: RelationVerdict[] = [];
  for (let i = from; i < to; i++) {
    const known = tokens[i]!.kind === 'word' && !tokens[i]!.possessive ? byRole.get(tokens[i]!.lower) : undefined;
    if (!known || isDoubted(sentence, i)) continue;
    const what = tokens[i]!.lower;
    const first = phraseStart(tokens, from, i);
    // "X, the wife of Y", "X: private secretary of Y"
    const other = tokens[i + 1]?.lower === 'of' || tokens[i + 1]?.lower === 'to' ? starting.get(i + 2) : undefined;
    if (other && !other.possessive) {
      const named = ending.get(linkedBefore(tokens, from, first));
      const verdict = named && wrongOther(named, other, known, reading);
      if (verdict) found.push({ sentence, what, ...verdict });
      continue;
    }
    // "Y's wife, X": whom the name before it owns
    const owner = ending.get(first);
    if (!owner?.possessive) continue;
    const comma = tokens[i + 1]?.text === ',' ? 1 : 0;
    const named = starting.get(i + 1 + comma);
    const before = tokens[owner.from - 1]?.text === ',' ? ending.get(owner.from - 1) : undefined;
    const subject = named ?? before;
    if (subject && !subject.possessive) {
      const verdict = wrongOther(subject, owner, known, reading) ?? (named ? wrongPerson(subject, owner, known, tokens) : null);
      if (verdict) found.push({ sentence, what, ...verdict });
    } else if (comma === 1) {
      const verdict = wrongStranger(i + 2, to, owner, known, tokens, sentence);
      if (verdict) found.push({ sentence, what, ...verdict });
    }
  }
  return found;
}

const isPerson = (entity: Entity) => entity.kind === 'person' && entity.how !== 'misspelling';

/** Where "the private secretary" begins, counted back from its noun. */
function phraseStart(tokens: readonly Token[], from: number, noun: number): number {
  let at = noun;
  while (
    at > from &&
    /^(?:personal|private|own|dear|beloved|loyal|young|old|the|a|his|her|faithful|trusted|married|lawful)$/.test(tokens[at - 1]!.lower)
  )
    at--;
  return at;
}

/** The end of the name that the phrase is added to: behind a comma, a colon, a dash or "was". */
function linkedBefore(tokens: readonly Token[], from: number, first: number): number {
  let at = first;
  while (at > from && /^(?:[,:–—(-]|was|is|as|became|who|then)$/.test(tokens[at - 1]!.lower)) at--;
  return at < first ? at : -1;
}

/** Whether the clause asks, supposes, denies or reports. */
function isDoubted({ clauses }: SentenceReading, token: number): boolean {
  return clauses.some(({ clause, unasserted }) => unasserted && clause.ranges.some((range) => token >= range.from && token < range.to));
}

type Verdict = Pick<RelationVerdict, 'wrong' | 'right' | 'about'>;

/** X is this to one whom the chapter names, and not to the one who is named. */
function wrongOther(subject: Entity, other: Entity, known: readonly Known[], reading: Reading): Verdict | null {
  const [id, otherId] = [subject.facts[0]!.id, other.facts[0]!.id];
  const own = known.filter(({ person }) => person.id === id);
  if (own.length === 0 || own.some(({ relation }) => relation.of === otherId) || reading.knowledge.isAuthor(otherId)) return null;
  // Somebody else is that to the one who is named: which of the two is wrong is open.
  if (known.some(({ relation }) => relation.of === otherId)) return null;
  const right = [...new Set(own.map(({ relation }) => relation.of))]
    .map((of) => reading.knowledge.fact(of))
    .filter((fact) => fact?.kind === 'person');
  return right.length === 1 ? { wrong: { from: other.from, to: other.to, entity: other }, right, about: own[0]!.person } : null;
}

/** Married once, by the chapter's dates: until one of the two died. */
const CLOSED = /^(?:wife|husband|widow|spouse)$/;

/** "Y's wife, X": the chapter gives Y another, and only one. */
function wrongPerson(subject: Entity, owner: Entity, known: readonly Known[], tokens: readonly Token[]): Verdict | null {
  const only = onlyFor(owner, known, tokens);
  const id = subject.facts[0]!.id;
  if (!only || only.person.id === id || subject.facts.length > 1) return null;
  return { wrong: { from: subject.from, to: subject.to, entity: subject }, right: [only.person], about: only.person };
}

/** "Y's wife, Anna Smith,": a full name that nobody of the chapter bears. */
function wrongStranger(
  at: number,
  to: number,
  owner: Entity,
  known: readonly Known[],
  tokens: readonly Token[],
  { entities }: SentenceReading,
): Verdict | null {
  const only = onlyFor(owner, known, tokens);
  if (!only || entities.some((entity) => entity.from === at)) return null;
  let end = at;
  while (end < to && tokens[end]!.kind === 'word' && tokens[end]!.capitalised) end++;
  const name = tokens.slice(at, end).map(({ text }) => text);
  const closing = tokens[end];
  if (name.length !== 2 || (closing && !/^[,.;)!]$/.test(closing.text))) return null;
  const [given, family] = only.person.name.split(/\s+/);
  // Only one half is another's: it is a slip, not somebody else; a patronymic or maiden name keeps both in some listed name.
  const listed = [only.person.name, ...only.person.names].some((other) => other.toLowerCase().includes(name[1]!.toLowerCase()));
  if (name[0] !== given || listed || family === undefined || /(?:ovna|evna|ichna|vich|vna)$/.test(name[1]!)) return null;
  return { wrong: { from: at, to: end, entity: null }, right: [only.person], about: only.person };
}

function onlyFor(owner: Entity, known: readonly Known[], tokens: readonly Token[]): Known | null {
  const id = owner.facts[0]!.id;
  const held = known.filter(({ relation }) => relation.of === id);
  const [only] = held;
  const ordinal = /^(?:first|second|third|later|former|future|next|ex)$/.test(tokens[owner.to]?.lower ?? '');
  return held.length === 1 && only && CLOSED.test(lastWord(only.relation.role)) && !ordinal ? only : null;
}

/** "X's Testament": a document that the chapter calls by another's name. */
function belongings(sentence: SentenceReading, reading: Reading): RelationVerdict[] {
  const { tokens, entities } = sentence;
  return entities.flatMap((entity, index): RelationVerdict[] => {
    const thing = entities[index + 1];
    if (!isPerson(entity) || !entity.possessive || thing?.from !== entity.to || isDoubted(sentence, entity.from)) return [];
    const term = thing.facts[0];
    if (term?.kind !== 'term' || term.termKind !== 'document') return [];
    const said = tokens
      .slice(thing.from, thing.to)
      .map(({ lower }) => lower)
      .join(' ');
    const right = reading.knowledge.chapters
      .flatMap(({ people }) => people)
      .filter((person) =>
        [term.name, ...term.names].some((name) => name.toLowerCase().replaceAll('’', "'") === `${person.short.toLowerCase()}'s ${said}`),
      );
    const [owner] = right;
    const ids = entity.facts.map(({ id }) => id);
    if (right.length !== 1 || !owner || ids.includes(owner.id)) return [];
    // "Trotsky's Testament of February 1940": with a date of its own it is another's.
    const date = term.when;
    const dates = sentence.dates.filter((claim) => claim.unasserted === null);
    if (
      dates.length > 0 &&
      !(
        date &&
        dates.some((claim) => claim.spans.some((span) => date.value.spans.some((own) => span.first <= own.last && own.first <= span.last)))
      )
    )
      return [];
    return [{ sentence, wrong: { from: entity.from, to: entity.to, entity }, right, about: term, what: term.name }];
  });
}
