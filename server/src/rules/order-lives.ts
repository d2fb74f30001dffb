/** Lengths of time that tell of a death: "had two years to live", "had been dead for three years", "outlived him by a year". */
import type { Participant } from '../reading/frames';
import type { DatedMention, Reading, SentenceReading } from '../reading/model';
import { datesOf } from '../reading/read';
import type { OrderLink } from './order-link';
import { clauseTelling, type DatedFact, datedFact, NOTHING, storyTelling, type Telling } from './order-tellings';

const BEFORE_AMOUNT = new Set([
  'only',
  'just',
  'barely',
  'another',
  'about',
  'less',
  'than',
  'scarcely',
  'already',
  'for',
  'now',
  'still',
  'almost',
]);

/** The link that an amount at tokens [from, to) makes with somebody's death, if it does. */
export function lifeLink(
  amount: DatedMention,
  clause: number,
  from: number,
  to: number,
  sentence: SentenceReading,
  reading: Reading,
): OrderLink | null {
  const { tokens } = sentence;
  const next = (offset: number) => tokens[to + offset]?.lower ?? '';
  let before = from - 1;
  while (BEFORE_AMOUNT.has(tokens[before]?.lower ?? '')) before--;
  const lead = tokens[before]?.lower ?? '';
  // "had two years to live", "had two years left to live"
  const toLive = next(0) === 'left' ? 1 : 0;
  if (/^(?:had|has|have)$/.test(lead) && next(toLive) === 'to' && next(toLive + 1) === 'live') {
    const main = deathTelling(clause, before, sentence, reading);
    return { direction: 'after', amount, word: null, main, anchor: whenTelling(clause, sentence, reading, []), clause };
  }
  // "had been dead for three years by then", "had already been dead a year when …"
  if (lead === 'dead' && tokens.slice(Math.max(sentence.from, before - 4), before).some(({ lower }) => lower === 'been')) {
    const main = deathTelling(clause, before, sentence, reading);
    const then = tokens.slice(to, to + 3).some(({ lower }) => lower === 'then') ? parentTimes(sentence, reading) : [];
    return { direction: 'before', amount, word: null, main, anchor: whenTelling(clause, sentence, reading, then), clause };
  }
  // "outlived Lenin by fifteen years"
  const verb = outlives(sentence, clause, from);
  if (verb >= 0) {
    const main = deathTelling(clause, verb, sentence, reading);
    const { frame } = sentence.clauses[clause]!;
    const other = frame.people.filter(({ at, role }) => at > verb && role !== 'modifier');
    return { direction: 'after', amount, word: null, main, anchor: other.length === 1 ? deathsOf(other, reading) : NOTHING, clause };
  }
  return null;
}

function outlives({ tokens }: SentenceReading, _clause: number, from: number): number {
  if (tokens[from - 1]?.lower !== 'by' && !/^by\b/.test(tokens[from]?.lower ?? '')) return -1;
  for (let i = from - 2; i >= Math.max(0, from - 8); i--)
    if (/^(?:outlived|outlives|outlive|survived|survives)$/.test(tokens[i]!.lower)) return i;
  return -1;
}

/** The death of whoever stands as the subject before the verb. */
function deathTelling(clause: number, verb: number, sentence: SentenceReading, reading: Reading): Telling {
  const subjects = sentence.clauses[clause]!.frame.people.filter(({ role, at }) => (role === 'subject' || role === 'topic') && at < verb);
  const named = subjects.filter(({ entity }) => entity);
  return deathsOf(named.length > 0 ? named : subjects, reading);
}

function deathsOf(people: readonly Participant[], reading: Reading): Telling {
  const deaths = (ids: readonly string[]) =>
    reading.knowledge.facts.frames.filter(({ kind, fact }) => kind === 'death' && ids.includes(fact.id)).map(datedFact);
  const ids = [...new Set(people.flatMap((participant) => participant.ids.slice(0, 1)))];
  // Of two subjects, or one whose death the chapter does not date, nothing is plain.
  const near = ids.length === 1 ? deaths(ids) : [];
  return near.length > 0 ? { near, possible: deaths(people.flatMap((participant) => participant.ids)) } : NOTHING;
}

/** When it is said to be: the clause with "when", else the date in the clause, else what the story stands at. */
function whenTelling(clause: number, sentence: SentenceReading, reading: Reading, then: readonly DatedFact[]): Telling {
  if (then.length > 0) return { near: then, possible: then };
  const other = sentence.clauses.find(
    (each, index) => index !== clause && /^(?:when|as|after|before|by)$/.test(each.clause.opener) && !each.unasserted,
  );
  const { host } = sentence.clauses[clause]!.clause;
  for (const each of [other, sentence.clauses[host]]) {
    if (!each || each.unasserted) continue;
    const telling = clauseTelling(each, sentence, reading);
    if (telling.near.length > 0) return telling;
  }
  const dates = sentence.dates
    .filter((claim) => claim.relation !== 'before' && claim.relation !== 'after' && !claim.unasserted)
    .map(({ spans, mention }): DatedFact => ({ fact: null, key: mention.date.value!.edtf, spans: mention.date.value?.spans ?? spans }));
  if (dates.length > 0) return { near: dates, possible: dates };
  return storyTelling(sentence, clause, reading);
}

/** "by then", in a line of a list: the date of the line that it hangs on. */
function parentTimes({ block }: SentenceReading, reading: Reading): DatedFact[] {
  const { parent } = reading.above(block);
  if (parent < 0) return [];
  const values = datesOf(reading, parent).flatMap(({ date }) => (date.value ? [date.value] : []));
  return values.length === 1 ? [{ fact: null, key: values[0]!.edtf, spans: values[0]!.spans }] : [];
}
