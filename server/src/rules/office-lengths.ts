/** Lengths of time for which somebody is said to have held an office: "was President for twenty years", "his five years as editor". */
import type { Office, Person } from '../chapter/model';
import { isVerbLike } from '../reading/clauses';
import type { Entity } from '../reading/entity';
import type { Tenure } from '../reading/facts';
import { AUXILIARIES, BE } from '../reading/lexicon/words';
import type { ClauseReading, DatedMention, Reading, SentenceReading } from '../reading/model';
import { datesOf } from '../reading/read';
import { accepted } from './accepted';
import { isOfPart, type Lasting, misfit } from './lengths';
import { isNarrowed, isOfNamedPlace } from './office-links';
import { clauseAt, isBreak, tokenAt } from './order-regions';

export interface OfficeLength {
  readonly amount: DatedMention;
  readonly tenure: Tenure;
  readonly lasting: Lasting;
}

/** Every length of time that somebody is said to have held an office, and did not. */
export function judgeOfficeLengths(reading: Reading, sentences: readonly SentenceReading[]): OfficeLength[] {
  return sentences.flatMap((sentence) => {
    // A date says which part of his time is meant.
    if (sentence.dates.length > 0) return [];
    const { start } = reading.notes.blocks[sentence.block]!;
    return datesOf(reading, sentence.block)
      .filter((mention) => mention.date.kind === 'duration' && mention.start >= sentence.start && mention.start < sentence.end)
      .flatMap((amount) => {
        const from = tokenAt(sentence, amount.start - start);
        const to = tokenAt(sentence, amount.end - start);
        const own = sentence.clauses[clauseAt(sentence, from)];
        const written = reading.notes.text.slice(amount.start, amount.end);
        if (!own || own.unasserted || isOfPart(written, sentence.tokens[from - 1]?.lower ?? '')) return [];
        const held = heldFor(from, to, own, sentence) ?? heldByNoun(from, own, sentence, reading);
        return (held && judge(amount, held, isOpen(to, own, sentence))) ?? [];
      });
  });
}

type Held = readonly { readonly person: Person; readonly office: Office }[];

function judge(amount: DatedMention, held: Held, isOpen: boolean): OfficeLength | null {
  const [only, another] = held;
  // Of one who held it several times the length may be of all of them.
  if (!only || another || !only.office.from || !only.office.to) return null;
  const lasting = { from: accepted(only.office.from), to: accepted(only.office.to) };
  const kind = misfit(lasting, amount.date.duration!);
  if (kind === null || (kind === 'shorter' && isOpen)) return null;
  return { amount, tenure: { ...only.office, person: only.person }, lasting };
}

/** "was President for five years", "his five years as President": what he held of the one office that the sentence names. */
function heldFor(from: number, to: number, own: ClauseReading, sentence: SentenceReading): Held | null {
  const { tokens, entities } = sentence;
  const offices = entities.filter((entity) => entity.offices && entity.from >= sentence.from && entity.to <= sentence.to);
  const [office] = offices;
  if (!office || offices.length > 1) return null;
  if (!own.clause.ranges.some((range) => range.from <= office.from && office.from < range.to)) return null;
  if (!saysHowLong(from, to, office, own, sentence)) return null;
  // "Chancellor for five years of Germany": what stands behind the time narrows the title too.
  const titleEnd = endOfTitle(office, sentence);
  const whole = titleEnd === from - 1 ? { ...office, to } : { ...office, to: titleEnd };
  if (isNarrowed(tokens, whole) || isOfNamedPlace(tokens, whole)) return null;
  const holder = holderOf(from, office, own);
  return (office.offices ?? []).filter(({ person }) => person.id === holder);
}

/** Behind "editor of Pravda", where the chapter's office is that of Pravda. */
function endOfTitle({ to, offices }: Entity, { tokens, entities }: SentenceReading): number {
  if (tokens[to]?.lower !== 'of') return to;
  const name = tokens[to + 1]?.lower === 'the' ? to + 2 : to + 1;
  const body = entities.find(({ from }) => from === name);
  return body && offices?.some(({ office }) => office.of === body.facts[0]?.id) ? body.to : to;
}

const OF_OFFICE = /(?:ship|cy)$/;
const REIGN = /^reign$/;
const REIGNING = /\b(?:king|queen|emperor|empress|kaiser|tsar|czar|pope|prince)\b/i;

/** "his presidency lasted five years", "Aldwin's reign of five years": the office that the noun is made of. */
function heldByNoun(from: number, { frame }: ClauseReading, { tokens }: SentenceReading, reading: Reading): Held | null {
  const noun = /^(?:lasted|of)$/.test(tokens[from - 1]?.lower ?? '') ? tokens[from - 2] : undefined;
  if (!noun || !(OF_OFFICE.test(noun.lower) || REIGN.test(noun.lower))) return null;
  const owner = frame.people.find(({ at, entity }) => (entity?.possessive && entity.to === from - 2) || (!entity && at === from - 3));
  const person = owner?.ids.length === 1 ? reading.knowledge.fact(owner.ids[0]!) : undefined;
  if (person?.kind !== 'person') return null;
  // "presidency" of "President"
  const stem = noun.lower.replace(OF_OFFICE, '');
  const isOf = (title: string) =>
    REIGN.test(noun.lower)
      ? REIGNING.test(title)
      : title
          .toLowerCase()
          .split(/\P{L}+/u)
          .some((word) => word.length > 3 && word.startsWith(stem));
  const isOfNoun = ({ title, otherTitles }: Office) => [title, ...otherTitles].some(isOf);
  return person.offices.filter(isOfNoun).map((office) => ({ person, office }));
}

const HOLDING = /^(?:served?|serves|remained|remains|stayed|stays|held|holds|acted|acts|occupied|worked|spent|reigned)$/;
const TIME_IN_OFFICE = /^(?:term|reign|tenure|stint|spell|time|rule|period)$/;

/** Whether the amount is the time for which the office was held. */
function saysHowLong(from: number, to: number, office: Entity, { clause, frame }: ClauseReading, { tokens }: SentenceReading): boolean {
  const lead = tokens[from - 1]?.lower ?? '';
  // "five years as editor", "a term of five years as editor", "a five-year term as editor"
  const as = TIME_IN_OFFICE.test(tokens[to]?.lower ?? '') ? to + 1 : to;
  const isAs = tokens[as]?.lower === 'as' && office.from > as && office.from <= as + 3;
  if (isAs) return lead !== 'after' || clause.verb >= 0;
  if (lead !== 'for' || clause.verb < 0 || frame.passive || office.from < clause.verb) return false;
  let verb = clause.verb;
  while (
    AUXILIARIES.has(tokens[verb]!.lower) &&
    verb < clause.verb + 3 &&
    (BE.has(tokens[verb + 1]?.lower ?? '') || HOLDING.test(tokens[verb + 1]?.lower ?? ''))
  )
    verb++;
  // Between the verb and its office nothing but words that go with them: "was, as everybody knew, the friend of the President".
  const isLinked = tokens.slice(verb + 1, office.from).every(({ lower, text }) => LINKING.test(lower) || text === ',');
  return isLinked && (BE.has(tokens[verb]!.lower) || HOLDING.test(tokens[verb]!.lower));
}

const LINKING = /^(?:the|as|its|their|his|her|office|post|position|job|of|a|an|also|both|first|party|only|party's)$/;

const NO_MORE_THAN = /^(?:only|merely|still|just|simply|already|also|both|first)$/;

/** Whether it may be a part of the time that is told: "had been editor for a year" by then, "was only Chancellor", "was Chancellor for a year under Ebert". */
function isOpen(to: number, { clause, frame }: ClauseReading, sentence: SentenceReading): boolean {
  const { tokens } = sentence;
  if (/^(?:had|has|have)$/.test(tokens[clause.verb]?.lower ?? '')) return true;
  const office = frame.offices[0]?.entity.from ?? frame.terms[0]?.entity.from ?? 0;
  if (tokens.slice(Math.max(clause.verb, 0), office).some(({ lower }) => NO_MORE_THAN.test(lower))) return true;
  const end = Math.max(to, ...[...frame.offices, ...frame.terms].map(({ entity }) => entity.to));
  const next = tokens[end];
  return !isBreak(sentence, end) && next !== undefined && !isVerbLike(next);
}

/** The one person of whom it is said: whose years they are, or the subject. */
function holderOf(amount: number, office: Entity, { frame }: ClauseReading): string | null {
  const owner = frame.people.find(({ entity }) => entity?.possessive && entity.to <= amount && amount - entity.to <= 4);
  const subjects = owner
    ? [owner]
    : frame.people.filter(({ role, entity }) => (role === 'subject' || role === 'topic') && entity?.from !== office.from);
  const [only] = subjects;
  return subjects.length === 1 && only!.ids.length === 1 && frame.strangers === 0 ? only!.ids[0]! : null;
}
