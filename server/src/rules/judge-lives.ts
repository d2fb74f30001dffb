/** Finds life dates, ages and deeds that a person's life does not allow. */
import type { FactDate, Person } from '../chapter/model';
import { BE } from '../reading/lexicon/words';
import type { DatedMention, Reading, SentenceReading } from '../reading/model';
import type { Token } from '../reading/tokens';
import type { Span } from '../time/index';
import { dateAgrees } from './date-agrees';
import { isLifeRange, whoseLife } from './life-range';
import { cardinal } from './number-words';

/** A year of birth or death that is not the person's. */
export interface LifeDateVerdict {
  readonly kind: 'birth' | 'death';
  readonly person: Person;
  readonly mention: DatedMention;
  readonly date: FactDate;
  readonly sentence: SentenceReading;
}

/** A deed after death, or an age; `from` and `to` are token indices, `to` exclusive. */
export interface LifeSpanVerdict {
  readonly kind: 'dead' | 'age';
  readonly person: Person;
  readonly from: number;
  readonly to: number;
  /** The ages that are possible, for `age`. */
  readonly ages: readonly number[];
  readonly date: FactDate;
  readonly sentence: SentenceReading;
}

export type LifeVerdict = LifeDateVerdict | LifeSpanVerdict;

export function judgeLives(reading: Reading): LifeVerdict[] {
  return reading.sentences.flatMap((sentence) => [
    ...spans(sentence, reading),
    ...deedsAfterDeath(sentence, reading),
    ...ages(sentence, reading),
  ]);
}

const accepted = (date: FactDate): Span[] => [...date.value.spans, ...date.alternatives.flatMap(({ value }) => value.spans)];

const DAYS_PER_YEAR = 365.25;

/** "Trotsky (1879–1940)", "Stalin: lived 1880–1953". */
function spans(sentence: SentenceReading, reading: Reading): LifeVerdict[] {
  return sentence.dates.flatMap((claim) => {
    const { mention, rangeEnd } = claim;
    const [born, died] = [mention.date.value, rangeEnd?.date.value];
    if (!rangeEnd || !born || !died || claim.unasserted || !isLifeRange(claim, sentence, reading)) return [];
    const person = whoseLife(sentence, claim, reading);
    if (!person?.born || !person.died) return [];
    const verdicts: LifeVerdict[] = [];
    const bornAgrees = dateAgrees(person.born, born.spans);
    const diedAgrees = dateAgrees(person.died, died.spans);
    // With neither year right the range is about something else.
    if (bornAgrees === diedAgrees) return [];
    if (!bornAgrees) verdicts.push({ kind: 'birth', person, mention, date: person.born, sentence });
    else verdicts.push({ kind: 'death', person, mention: rangeEnd, date: person.died, sentence });
    return verdicts;
  });
}

/** Verbs that the dead can be the subject of. */
const POSTHUMOUS = new Set(
  'remain remained remains live lived lives mean meant matter mattered inspire inspired become became becomes stand stood lie lay seem seemed continue continued haunt haunted have had has do did does will would might may could'.split(
    ' ',
  ),
);

/** Somebody acts, in a clause with a date or a dated event, after the day of death. */
function deedsAfterDeath(sentence: SentenceReading, reading: Reading): LifeVerdict[] {
  const verdicts: LifeVerdict[] = [];
  for (const [index, { clause, frame, unasserted }] of sentence.clauses.entries()) {
    const verb = sentence.tokens[clause.verb];
    if (unasserted || !verb || frame.passive || BE.has(verb.lower) || POSTHUMOUS.has(verb.lower)) continue;
    if (frame.concepts.some(({ concept }) => concept === 'die' || concept === 'publish' || concept === 'born')) continue;
    const times = whenOf(sentence, index, reading);
    if (times.length === 0) continue;
    for (const participant of frame.people) {
      const { entity } = participant;
      if (participant.role !== 'subject' || !entity || participant.at < 0 || entity.how === 'role' || entity.possessive) continue;
      const person = entity.facts[0] as Person;
      if (!person.died) continue;
      const lastDay = Math.max(...accepted(person.died).map((span) => span.last));
      if (times.every((span) => span.first > lastDay))
        verdicts.push({ kind: 'dead', person, from: entity.from, to: entity.to, ages: [], date: person.died, sentence });
    }
  }
  return verdicts;
}

/** When the clause is set: its own dates, and the events that it names as where or when. */
function whenOf(sentence: SentenceReading, clause: number, reading: Reading): Span[] {
  const dated = sentence.dates.filter((claim) => claim.clause === clause);
  if (dated.some((claim) => claim.unasserted || (claim.relation !== 'at' && claim.relation !== 'from'))) return [];
  const events = sentence.clauses[clause]!.frame.events.filter((thing) => /^(?:at|in|during)$/.test(thing.preposition));
  const spansOfEvents = events.flatMap((thing) => {
    const fact = reading.knowledge.fact(thing.ids[0]!);
    return fact?.kind === 'event' ? accepted(fact.when) : [];
  });
  return [...dated.flatMap((claim) => claim.spans), ...spansOfEvents];
}

/** "was seventy-one when … killed him in 1940", "aged 53", "at the age of sixty": an age at a dated time. */
function ages(sentence: SentenceReading, reading: Reading): LifeVerdict[] {
  const { tokens, from, to } = sentence;
  const verdicts: LifeVerdict[] = [];
  const dates = sentence.dates.filter(
    (claim) => claim.relation === 'at' && !claim.unasserted && claim.mention.date.provenance === 'explicit',
  );
  if (dates.length > 1 || sentence.clauses.some(({ unasserted }) => unasserted)) return [];
  const dying = sentence.clauses.find(({ frame }) => frame.concepts.some(({ concept, part }) => concept === 'die' && part !== 'noun'));
  const [id] = dying?.frame.people.find(({ role }) => role === 'subject' || role === 'topic')?.ids ?? [];
  const dead = id === undefined ? undefined : reading.knowledge.fact(id);
  // "died aged fifty-four": the day is the day of death.
  const times = dead?.kind === 'person' && dead.died ? accepted(dead.died) : dates[0]?.spans;
  if (!times) return [];
  for (let i = from; i < to; i++) {
    const age = cardinal(tokens[i]!.lower);
    if (age === null || age < 5 || !isAge(tokens, i)) continue;
    const people = [
      ...new Set(
        sentence.frame.people
          .filter((participant) => participant.role !== 'modifier' && participant.role !== 'owner')
          .flatMap((participant) => participant.ids),
      ),
    ]
      .map((id) => reading.knowledge.fact(id))
      .filter((fact): fact is Person => fact?.kind === 'person' && fact.born !== undefined);
    // Only where nobody in the sentence was that old is the age wrong, and only one person can be meant.
    const those = dead?.kind === 'person' && dead.born ? [dead] : people.filter((person) => person.died && dateAgrees(person.died, times));
    const [person] = those.length === 1 ? those : people;
    // A pronoun alone is too little to go by.
    if (!person || (those.length !== 1 && (people.length !== 1 || sentence.frame.people.every(({ pronoun }) => pronoun)))) continue;
    const right = agesAt(person.born!, times);
    if (right.some((possible) => Math.abs(possible - age) <= 1)) continue;
    verdicts.push({ kind: 'age', person, from: i, to: i + 1, ages: right, date: person.born!, sentence });
  }
  return verdicts;
}

function isAge(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.lower ?? '';
  const next = tokens[index + 1];
  const after = next?.lower ?? '';
  if (before === 'at' && (next === undefined || next.kind === 'punctuation') && tokens[index]!.kind === 'word') return true;
  if (before === 'aged' || before === 'age' || (before === 'of' && tokens[index - 2]?.lower === 'age')) return true;
  if (/^(?:years?|year-old)$/.test(after) && /^(?:old|of)$/.test(tokens[index + 2]?.lower ?? '')) return true;
  return BE.has(before) && (after === 'when' || after === 'then' || after === 'years-old');
}

/** All ages that the accepted birth dates allow on some day of the times. */
function agesAt(born: FactDate, times: readonly Span[]): number[] {
  const possible = new Set<number>();
  for (const birth of accepted(born)) {
    for (const time of times) {
      const least = Math.floor((time.first - birth.last) / DAYS_PER_YEAR);
      const most = Math.floor((time.last - birth.first) / DAYS_PER_YEAR);
      for (let age = least; age <= most; age++) possible.add(age);
    }
  }
  return [...possible].sort((a, b) => a - b);
}
