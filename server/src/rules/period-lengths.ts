/** Lengths of time that a body, a policy or an event of the chapter is said to have lasted. */
import type { AnyFact, FactDate } from '../chapter/model';
import type { Entity } from '../reading/entity';
import type { DatedMention, Reading, SentenceReading } from '../reading/model';
import { datesOf } from '../reading/read';
import { parseEdtf } from '../time/index';
import { isOfPart, type Lasting, misfit } from './lengths';
import { clauseAt, tokenAt } from './order-regions';

export interface PeriodLength {
  readonly amount: DatedMention;
  readonly fact: AnyFact;
  readonly date: FactDate;
  readonly lasting: Lasting;
}

const LASTS = /^(?:lasts?|lasted|existed|endured|survived|continued|raged|ran|stood|went|dragged|held)$/;

/** Every length of time that something is said to have lasted, and did not. */
export function judgePeriodLengths(reading: Reading, sentences: readonly SentenceReading[]): PeriodLength[] {
  return sentences.flatMap((sentence) => {
    // Cheap first: most sentences have no such verb.
    if (sentence.dates.length > 0 || !hasVerb(sentence)) return [];
    const amounts = datesOf(reading, sentence.block).filter(
      ({ date, start }) => date.kind === 'duration' && start >= sentence.start && start < sentence.end,
    );
    return amounts.flatMap((amount) => judge(amount, sentence, reading) ?? []);
  });
}

function hasVerb({ tokens, from, to }: SentenceReading): boolean {
  for (let i = from; i < to; i++) if (LASTS.test(tokens[i]!.lower)) return true;
  return false;
}

function judge(amount: DatedMention, sentence: SentenceReading, reading: Reading): PeriodLength | null {
  const { tokens, clauses, block, entities } = sentence;
  const { start } = reading.notes.blocks[block]!;
  const from = tokenAt(sentence, amount.start - start);
  const to = tokenAt(sentence, amount.end - start);
  if (clauses[clauseAt(sentence, from)]?.unasserted) return null;
  if (isOfPart(reading.notes.text.slice(amount.start, amount.end), tokens[from - 1]?.lower ?? '')) return null;
  // "lasted for five years in the north": there, and elsewhere longer.
  if (!/^(?:[.,;:!?)]|and|but|before|until|,|—|–)$/.test(tokens[to]?.text ?? '.')) return null;
  const verb = verbBefore(from, sentence);
  const name = verb < 0 ? undefined : entities.find((entity) => isSubjectOf(verb, entity, sentence));
  const [fact] = name?.facts ?? [];
  if (!fact || (fact.kind !== 'event' && fact.kind !== 'term') || !fact.when) return null;
  const lasting = lastingOf(fact.when);
  const kind = lasting && misfit(lasting, amount.date.duration!);
  if (!lasting || !kind || (kind === 'shorter' && /^(?:had|has|have)$/.test(tokens[verb - 1]!.lower))) return null;
  return { amount, fact, date: fact.when, lasting };
}

/** The verb of lasting right before the amount, "for" and "on" between them allowed; -1 for none. */
function verbBefore(amount: number, { tokens, from }: SentenceReading): number {
  for (let at = amount - 1; at > from && at >= amount - 3; at--) {
    const { lower } = tokens[at]!;
    if (LASTS.test(lower)) return lower !== 'went' && lower !== 'dragged' ? at : tokens[at + 1]?.lower === 'on' ? at : -1;
    if (!/^(?:for|on|out|only|in|force)$/.test(lower)) return -1;
  }
  return -1;
}

/** Whether the name, with an article, is all that stands before the verb in its clause. */
function isSubjectOf(verb: number, { from, to }: Entity, { tokens, from: start }: SentenceReading): boolean {
  if (to > verb || verb - to > 4) return false;
  if (!tokens.slice(to, verb).every(({ lower }) => /^(?:,|which|that|itself|had|has|only|thus|therefore|then)$/.test(lower))) return false;
  const article = /^(?:the|this)$/.test(tokens[from - 1]?.lower ?? '') ? from - 1 : from;
  const before = tokens[article - 1];
  return (
    article <= start ||
    before === undefined ||
    before.kind === 'punctuation' ||
    /^(?:and|but|while|although|because|that|as|since|though|so)$/.test(before.lower)
  );
}

/** The two ends of what the chapter dates from one to the other without doubt. */
function lastingOf({ value, alternatives, note }: FactDate): Lasting | null {
  if (alternatives.length > 0 || note !== undefined || value.approximate || value.uncertain) return null;
  const ends = /^(\d{4}(?:-\d\d){0,2})\/(\d{4}(?:-\d\d){0,2})$/.exec(value.edtf);
  if (!ends) return null;
  const [from, to] = ends.slice(1).map((end) => parseEdtf(end, { calendar: value.calendar })?.spans);
  return from && to ? { from, to } : null;
}
