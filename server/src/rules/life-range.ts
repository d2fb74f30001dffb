/** A range of years that is somebody's life: "Trotsky (1879–1940)", "Stalin: lived 1880–1953". */
import type { Person } from '../chapter/model';
import type { DateClaim, Reading, SentenceReading } from '../reading/model';
import { cellAt, rowPerson } from './life-records';

/** The head of a column of lives. */
const LIVED = /^(?:lived|life|dates|years|lifetime|life ?span|life dates|dates of life|born ?[–/-] ?died|b\. ?[–/-] ?d\.)$/i;

const DAYS_PER_YEAR = 365.25;
/** A range of years shorter than this behind a name is a time in office, not a life. */
const SHORTEST_LIFE = 15;

/** In tokens: a comma, two given names, a bracket. */
const LONGEST_REST = 4;

export function isLifeRange(claim: DateClaim, sentence: SentenceReading, reading: Reading): boolean {
  const [born, died] = [claim.mention.date.value, claim.rangeEnd?.date.value];
  if (!born || !died || born.precision !== 'year' || died.precision !== 'year' || claim.mention.date.provenance !== 'explicit')
    return false;
  const years = Math.abs(died.spans[0]!.first - born.spans[0]!.first) / DAYS_PER_YEAR;
  return years >= SHORTEST_LIFE && whoseLife(sentence, claim, reading) !== null;
}

/** The person right before the range, or the topic of a line that says no more than "lived" or "life". */
export function whoseLife(sentence: SentenceReading, claim: DateClaim, reading: Reading): Person | null {
  const { start } = reading.notes.blocks[sentence.block]!;
  const token = sentence.tokens.findIndex((each) => start + each.end > claim.mention.start);
  const header = cellAt(claim.mention.start, sentence, reading)?.header.trim();
  if (header && !LIVED.test(header) && isOwnCell(claim, sentence)) return null;
  const before = sentence.entities.findLast((entity) => entity.kind === 'person' && entity.to <= token && !entity.possessive);
  // "EBERT, Friedrich (1871–1925)": the rest of the name may stand between.
  const person = before?.facts[0] as Person | undefined;
  const isOfName = (word: string) =>
    person!.name
      .toLowerCase()
      .split(/[\s-]+/)
      .includes(word);
  if (
    before &&
    token - before.to <= LONGEST_REST &&
    sentence.tokens.slice(before.to, token).every((each) => each.kind === 'punctuation' || isOfName(each.lower))
  )
    return person!;
  const record = rowPerson(sentence);
  if (record && header && LIVED.test(header)) return record;
  const says = sentence.tokens.slice(sentence.from, sentence.to).filter((each) => each.kind === 'word');
  const topic = sentence.frame.people.find((participant) => participant.role === 'topic' || participant.role === 'subject');
  const fact = topic && reading.knowledge.fact(topic.ids[0]!);
  return says.length <= 4 && says.some((each) => /^(?:lived?|life|lifetime|lifespan|dates)$/.test(each.lower)) && fact?.kind === 'person'
    ? fact
    : null;
}

/** Whether the cell is nothing but the range. */
function isOwnCell(claim: DateClaim, { clauses, tokens }: SentenceReading): boolean {
  const ranges = clauses[claim.clause]?.clause.ranges ?? [];
  return ranges.length > 0 && tokens.slice(ranges[0]!.from, ranges[0]!.to).every(({ kind }) => kind !== 'word');
}
