/** Finds life dates that are not the person's, and deeds that a person's life does not allow. */
import type { FactDate, Person } from '../chapter/model';
import type { Entity } from '../reading/entities';
import type { Frame } from '../reading/frames';
import { BE } from '../reading/lexicon/words';
import type { DateClaim, DatedMention, Reading, SentenceReading } from '../reading/model';
import { datesOf } from '../reading/read';
import type { Span } from '../time/index';
import { accepted } from './accepted';
import { dateAgrees } from './date-agrees';
import { isLifeRange, whoseLife } from './life-range';
import { recordedLife } from './life-records';
import { isPlainDate } from './told-times';

/** A year of birth or death that is not the person's. */
export interface LifeDateVerdict {
  readonly kind: 'birth' | 'death';
  readonly person: Person;
  readonly mention: DatedMention;
  readonly date: FactDate;
  readonly sentence: SentenceReading;
}

/** A deed that death or birth rules out; `from` and `to` are token indices, `to` exclusive. */
export interface DeedVerdict {
  readonly kind: 'dead' | 'unborn';
  readonly person: Person;
  readonly from: number;
  readonly to: number;
  readonly date: FactDate;
  readonly sentence: SentenceReading;
}

export type LifeVerdict = LifeDateVerdict | DeedVerdict;

export function judgeLives(reading: Reading, sentences: readonly SentenceReading[] = reading.sentences): LifeVerdict[] {
  return sentences.flatMap((sentence) => [...lifeDates(sentence, reading), ...deedsOutsideLife(sentence, reading)]);
}

/** Years of birth and death that the words themselves, or the columns of a table, say to be such. */
function lifeDates(sentence: SentenceReading, reading: Reading): LifeVerdict[] {
  return sentence.dates.flatMap((claim): LifeVerdict[] => {
    const { mention, rangeEnd } = claim;
    if (claim.unasserted) return [];
    if (rangeEnd) return lifeRange(claim, rangeEnd, sentence, reading);
    const record = recordedLife(claim, sentence, reading);
    const date = record && (record.kind === 'birth' ? record.person.born : record.person.died);
    // "until 1953" holds for all the time before; the day of the end is what is said.
    const spans = claim.relation === 'until' ? (mention.date.value?.spans ?? []) : claim.spans;
    return date && spans.length > 0 && !dateAgrees(date, spans) ? [{ ...record, mention, date, sentence }] : [];
  });
}

/** "Trotsky (1879–1940)", "Stalin: lived 1880–1953". */
function lifeRange(claim: DateClaim, rangeEnd: DatedMention, sentence: SentenceReading, reading: Reading): LifeVerdict[] {
  const { mention } = claim;
  const [born, died] = [mention.date.value, rangeEnd.date.value];
  if (!born || !died || !isLifeRange(claim, sentence, reading)) return [];
  const person = whoseLife(sentence, claim, reading);
  if (!person?.born || !person.died) return [];
  const bornAgrees = dateAgrees(person.born, born.spans);
  // With neither year right the range is about something else.
  if (bornAgrees === dateAgrees(person.died, died.spans)) return [];
  return bornAgrees
    ? [{ kind: 'death', person, mention: rangeEnd, date: person.died, sentence }]
    : [{ kind: 'birth', person, mention, date: person.born, sentence }];
}

/** In days. A year that is lent from above and lies so far beyond a death is that of an exam or a book, and no slip. */
const LIFETIME = 60 * 366;

/** In days. Further behind a death than this, a year that the sentence before lends may be one to which the story only looked ahead. */
const LONG_AFTER = 400;

/** "He was tried in 1977. On 22 November King watched": the year may be another that the paragraph has named. */
function isOfOtherYear(sentence: SentenceReading, clause: number, firstDay: number, lastDay: number, reading: Reading): boolean {
  const dated = sentence.dates.filter((claim) => claim.clause === clause);
  return (
    dated.some(({ mention: { date } }) => date.provenance === 'paragraph') &&
    datesOf(reading, sentence.block).some(
      ({ start, date }) =>
        start < sentence.start &&
        date.provenance === 'explicit' &&
        (date.value?.spans.some(({ first, last }) => first > firstDay && last <= lastDay) ?? false),
    )
  );
}

/** Verbs that the dead can be the subject of. */
const POSTHUMOUS = new Set(
  'remain remained remains live lived lives mean meant matter mattered inspire inspired become became becomes stand stood lie lay seem seemed continue continued haunt haunted have had has do did does will would might may could'.split(
    ' ',
  ),
);

/** What is done to the dead; notes leave out the "was". */
const DONE_TO_THE_DEAD =
  /^(?:(?:re)?buried|cremated|embalmed|exhumed|entombed|laid|mourned|commemorated|honoured|honored|remembered|rehabilitated|pardoned|canonised|canonized|beatified|idolised|vilified|denounced|forgotten)$/;

/** "Marat buried the next day", but not "Marat buried his friend". */
function isDoneToTheDead(verb: number, { people }: Frame, { tokens }: SentenceReading): boolean {
  const hasObject =
    people.some(({ role }) => role === 'object') || /^(?:a|an|his|her|their|its|him|them|it)$/.test(tokens[verb + 1]?.lower ?? '');
  return DONE_TO_THE_DEAD.test(tokens[verb]!.lower) && !hasObject;
}

/** Somebody acts, in a clause with a date or a dated event, after the day of his death or before that of his birth. */
function deedsOutsideLife(sentence: SentenceReading, reading: Reading): LifeVerdict[] {
  const verdicts: LifeVerdict[] = [];
  for (const [index, { clause, frame, unasserted }] of sentence.clauses.entries()) {
    const verb = sentence.tokens[clause.verb];
    if (unasserted || !verb || frame.passive || BE.has(verb.lower) || POSTHUMOUS.has(verb.lower)) continue;
    if (frame.concepts.some(({ concept, part }) => concept === 'publish' || concept === 'born' || (concept === 'die' && part !== 'noun')))
      continue;
    const times = whenOf(sentence, index, reading);
    if (times.length === 0) continue;
    for (const participant of frame.people) {
      const { entity } = participant;
      if (participant.role !== 'subject' || !entity || participant.at < 0 || entity.how === 'role' || entity.possessive) continue;
      if (isParenthesised(entity, clause.verb, sentence) || isDoneToTheDead(clause.verb, frame, sentence)) continue;
      const person = entity.facts[0] as Person;
      const place = { person, from: entity.from, to: entity.to, sentence };
      const lastDay = person.died ? Math.max(...accepted(person.died).map((span) => span.last)) : Number.POSITIVE_INFINITY;
      const firstDay = person.born ? Math.min(...accepted(person.born).map((span) => span.first)) : Number.NEGATIVE_INFINITY;
      const isOfToday =
        datesIn(sentence, index).some(({ provenance }) => provenance !== 'explicit') &&
        times.some(({ first }) => first > lastDay + LIFETIME);
      if (isOfToday) continue;
      const isLate = times.every(({ first }) => first > lastDay + LONG_AFTER);
      if (isLate && isOfOtherYear(sentence, index, firstDay, lastDay, reading)) continue;
      if (person.died && times.every((span) => span.first > lastDay)) verdicts.push({ ...place, kind: 'dead', date: person.died });
      else if (person.born && times.every((span) => span.last < firstDay)) verdicts.push({ ...place, kind: 'unborn', date: person.born });
    }
  }
  return verdicts;
}

/** "Lenin, Stalin said in 1926, had …": the verb is that of the name behind the comma. */
function isParenthesised({ to }: Entity, verb: number, { entities, tokens }: SentenceReading): boolean {
  const between = tokens.slice(to, verb);
  return (
    between[0]?.text === ',' &&
    entities.some(({ kind, from }) => kind === 'person' && from > to && from < verb) &&
    !between.some(({ lower }) => lower === 'and' || lower === '&')
  );
}

const datesIn = (sentence: SentenceReading, clause: number) =>
  sentence.dates.filter((claim) => claim.clause === clause).map(({ mention }) => mention.date);

/** When the clause is set: its own dates, and the events that it names as where or when; failing these, what its "when" clause tells. */
function whenOf(sentence: SentenceReading, clause: number, reading: Reading): Span[] {
  const dated = sentence.dates.filter((claim) => claim.clause === clause && !isOfNextCleft(claim, sentence));
  if (dated.some((claim) => claim.unasserted || (claim.relation !== 'at' && claim.relation !== 'from') || isHalfSaid(claim))) return [];
  const events = sentence.clauses[clause]!.frame.events.filter((thing) => /^(?:at|in|during)$/.test(thing.preposition));
  const spansOfEvents = events.flatMap((thing) => {
    const fact = reading.knowledge.fact(thing.ids[0]!);
    return fact?.kind === 'event' ? accepted(fact.when) : [];
  });
  const own = [...dated.flatMap((claim) => claim.spans), ...spansOfEvents];
  return own.length > 0 ? own : whenClause(sentence, clause);
}

/** "It was in 1939 that he spoke, and at the Twentieth, in 1956, that Khrushchev did": a date behind "and in", "and at" that the next "that" takes up. */
function isOfNextCleft({ clause, token }: DateClaim, { clauses, tokens }: SentenceReading): boolean {
  if (clauses[clause + 1]?.clause.opener !== 'that') return false;
  const { ranges, verb } = clauses[clause]!.clause;
  const and = tokens.slice(0, token).findLastIndex(({ lower }) => lower === 'and');
  return and > verb && and >= ranges[0]!.from && /^(?:in|on|at|during)$/.test(tokens[and + 1]?.lower ?? '');
}

/** "(Goebbels only came in March.)", "gave up on the 27th": its year is that of another block, or its month is said elsewhere. */
function isHalfSaid({ mention }: DateClaim): boolean {
  const { provenance, relative, form, value } = mention.date;
  const saysMonth = form.parts.some((part) => part.kind === 'field' && part.field === 'month' && !part.style.startsWith('understood'));
  return /^(?:document|unknown)$/.test(provenance) || (!relative && value?.precision === 'day' && provenance !== 'explicit' && !saysMonth);
}

/** "Marat cheered when the cart went by in 1794": the clause right behind says when, unless "had" puts the deed before it. */
function whenClause({ clauses, tokens, dates }: SentenceReading, clause: number): Span[] {
  const { clause: deed } = clauses[clause]!;
  const behind = clauses[clause + 1];
  if (clause !== 0 || behind?.clause.host !== clause || !/^(?:when|while)$/.test(behind.clause.opener) || behind.unasserted) return [];
  if (/^(?:had|has|have)$/.test(tokens[deed.verb]!.lower)) return [];
  const told = dates.filter((claim) => claim.clause === clause + 1);
  return told.every(isPlainDate) ? told.flatMap(({ spans }) => spans) : [];
}
