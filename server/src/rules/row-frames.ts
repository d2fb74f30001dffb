/** In which frames of a table's row the event of a date is told: a row is one record, and a cell that is nothing but a date belongs to the whole of it. */
import type { Frame, Participant } from '../reading/frames';
import type { ClauseReading, DateClaim, Reading, SentenceReading } from '../reading/model';

export const isRow = ({ clauses }: SentenceReading) => clauses.some(({ clause }) => clause.opening === 'cell');

/** The frames that a date of a row may be said of; null where its clause tells of it as any clause does. */
export function rowFrames(claim: DateClaim, sentence: SentenceReading, reading: Reading): Frame[] | null {
  const own = sentence.clauses[claim.clause];
  if (!own || !isRow(sentence)) return null;
  const cells = sentence.clauses.filter(({ unasserted }) => !unasserted);
  const undated = (clause: ClauseReading) => !sentence.dates.some((other) => sentence.clauses[other.clause] === clause);
  const isAlone = sentence.dates.length === 1;
  // A cell of words speaks for itself, and so does each of the statements that a semicolon divides.
  if (!isBare(own.frame) || isInCell(claim.clause, sentence)) return own.frame.concepts.length + own.frame.events.length > 0 ? null : [];
  // The date stands first, as at the head of a timeline's line.
  if (claim.clause === 0) return [...cells.filter(undated).map(({ frame }) => frame), ...(isAlone ? [sentence.frame] : [])];
  const headed = columnFrame(claim, sentence, reading);
  if (headed) return [headed];
  const [first, next] = [sentence.clauses[0]!, sentence.clauses[claim.clause + 1]];
  return [first, next].flatMap((cell) => (cell && undated(cell) ? [cell.frame] : []));
}

/** Nothing but the date, and what the row lends it. */
function isBare({ concepts, people, terms, events, offices, stems }: Frame): boolean {
  return concepts.length + terms.length + events.length + offices.length + stems.size === 0 && people.every(({ at }) => at < 0);
}

/** Whether other clauses stand beside this one in its cell. */
function isInCell(clause: number, { clauses }: SentenceReading): boolean {
  const next = clauses[clause + 1];
  return (clause > 0 && clauses[clause]!.clause.opening !== 'cell') || (next !== undefined && next.clause.opening !== 'cell');
}

/** "Lost his seat in the Politburo" at a column's head, and whom the row is about. */
function columnFrame({ mention }: DateClaim, sentence: SentenceReading, reading: Reading): Frame | null {
  const { blocks } = reading.notes;
  const cell = blocks[sentence.block]!.cells?.findIndex(({ start, end }) => start <= mention.start && mention.start < end) ?? -1;
  let head = sentence.block;
  while (blocks[head - 1]?.kind === 'table-row' && blocks[head - 1]!.heading === blocks[sentence.block]!.heading) head--;
  const { start, end } = blocks[head]!.cells?.[cell] ?? { start: 0, end: 0 };
  const titles = reading.sentences.find(({ block }) => block === head);
  if (!titles || head === sentence.block) return null;
  const title = titles.clauses.filter(({ clause }) => {
    const at = blocks[head]!.start + titles.tokens[clause.ranges[0]!.from]!.start;
    return start <= at && at < end;
  });
  const frame = title.length === 1 ? title[0]!.frame : null;
  const tells =
    frame?.concepts.some(({ concept }) => concept !== 'born' && concept !== 'die') &&
    frame.terms.length + frame.events.length + frame.offices.length > 0;
  if (!frame || !tells) return null;
  const row = sentence.clauses[0]!.frame.people.filter(({ entity, role }) => entity !== undefined && role !== 'modifier');
  return row.length === 0
    ? null
    : { ...frame, people: [...frame.people, ...row.map((each): Participant => ({ ...each, role: 'subject' }))] };
}
