/** Finds the clauses that give an office, which one person at a time holds, to somebody who is not among its holders. */
import type { Office, Person } from '../chapter/model';
import type { Entity } from '../reading/entities';
import { BE } from '../reading/lexicon/words';
import type { ClauseReading, DateClaim, Reading, SentenceReading } from '../reading/model';
import type { Span } from '../time/index';

export interface HolderVerdict {
  readonly sentence: SentenceReading;
  /** The name that is wrong. */
  readonly wrong: Entity;
  readonly right: readonly Person[];
  /** Where the office is named. */
  readonly office: Entity;
}

interface Holding {
  readonly person: Person;
  readonly office: Office;
}

export function judgeHolders(reading: Reading): HolderVerdict[] {
  return reading.sentences.flatMap((sentence) =>
    sentence.clauses.flatMap((clause) => (clause.unasserted ? [] : (judge(sentence, clause, reading) ?? []))),
  );
}

function judge(sentence: SentenceReading, clause: ClauseReading, reading: Reading): HolderVerdict | null {
  const { tokens } = sentence;
  const verb = tokens[clause.clause.verb]?.lower ?? '';
  if (!BE.has(verb) && !/^(?:became|become|becomes|remained|remains|served|acted)$/.test(verb)) return null;
  const office = officeIn(clause, reading);
  if (!office || office.holdings.length === 0 || !office.holdings.every((holding) => holding.office.sole)) return null;
  const people = clause.frame.people.filter(
    (participant) =>
      participant.entity &&
      participant.entity.kind === 'person' &&
      !participant.pronoun &&
      participant.at >= 0 &&
      (participant.role === 'subject' || participant.role === 'object'),
  );
  const [only] = people;
  if (people.length !== 1 || !only?.entity || office.holdings.some(({ person }) => only.ids.includes(person.id))) return null;
  if (!links(sentence, clause.clause.verb, only.entity, office.entity)) return null;
  const times = sentence.dates.filter((claim) => sentence.clauses[claim.clause] === clause);
  const right =
    times.length > 0
      ? heldAt(office.holdings, times)
      : new Set(office.holdings.map(({ person }) => person)).size === 1
        ? [office.holdings[0]!.person]
        : [];
  return right.length === 1 ? { sentence, wrong: only.entity, right, office: office.entity } : null;
}

/** The office that the clause names, by its title or as a term that is one. */
function officeIn({ frame }: ClauseReading, reading: Reading): { entity: Entity; holdings: readonly Holding[] } | null {
  const [named] = frame.offices;
  if (frame.offices.length === 1 && named) return { entity: named.entity, holdings: named.entity.offices ?? [] };
  if (frame.offices.length > 1) return null;
  const terms = frame.terms.filter((thing) => reading.knowledge.termKindOf(thing.ids[0] ?? '') === 'office');
  const [term] = terms;
  if (terms.length !== 1 || !term) return null;
  const name = reading.knowledge.fact(term.ids[0]!)!.name.toLowerCase();
  const holdings = reading.knowledge.chapters.flatMap((chapter) =>
    chapter.people.flatMap((person) =>
      person.offices.filter((office) => office.title.toLowerCase() === name).map((office) => ({ person, office })),
    ),
  );
  return { entity: term.entity, holdings };
}

/** "X was Chancellor", "the Chancellor was X": nothing but determiners between, and no word that makes it another office or another time. */
function links({ tokens }: SentenceReading, verb: number, person: Entity, office: Entity): boolean {
  const [first, second] = person.from < office.from ? [person, office] : [office, person];
  if (verb < first.to || verb >= second.from) return false;
  const between = [...tokens.slice(first.to, verb), ...tokens.slice(verb + 1, second.from)];
  const plain = between.every(
    (token) =>
      /^(?:the|a|an|as|then|now|still|already|new|its|their|his|her|of|party's|by|this|time)$/.test(token.lower) || token.text === ',',
  );
  const next = tokens[office.to];
  // "Chancellor of the Exchequer" is another office; so is "deputy mayor".
  const narrowed =
    next?.lower === 'of' ||
    next?.lower === 'in' ||
    /^(?:deputy|vice|acting|former|future|shadow|honorary|assistant|late)$/.test(tokens[office.from - 1]?.lower ?? '');
  return plain && between.length <= 6 && !(narrowed && !/^\d/.test(tokens[office.to + 1]?.text ?? ''));
}

function heldAt(holdings: readonly Holding[], times: readonly DateClaim[]): Person[] {
  const spans = times.filter((claim) => !claim.unasserted && claim.relation === 'at').flatMap((claim) => claim.spans);
  if (spans.length === 0) return [];
  const covers = ({ office }: Holding, span: Span) => {
    const from = office.from?.value.spans[0]?.first;
    const to = office.to ? Math.max(...office.to.value.spans.map(({ last }) => last)) : Number.POSITIVE_INFINITY;
    return from !== undefined && from <= span.first && span.last <= to;
  };
  return [...new Set(holdings.filter((holding) => spans.every((span) => covers(holding, span))).map(({ person }) => person))];
}
