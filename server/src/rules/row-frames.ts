/** In which frames of a table's row the event of a date is told: a row is one record, and a cell that is nothing but a date belongs to the whole of it. */
import { together } from '../reading/above';
import type { Frame, Participant } from '../reading/frames';
import type { ClauseReading, DateClaim, Reading, SentenceReading } from '../reading/model';
import { cellAt } from './life-records';

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
  const told = [first, next].flatMap((cell) => (cell && undated(cell) ? [cell.frame] : []));
  return isAlone ? [...told, ...wholeRecord(sentence, reading)] : told;
}

/** Heads of columns that say what came of it or what to think of it, not what happened. */
const ASIDE = /signific|import|why|result|consequen|effect|impact|outcome|note|detail|comment|remember|cause|reason|meaning|matter/i;
/** A cell with more tokens than this tells a story of its own. */
const LONGEST_PART = 6;

/** "Second stroke | Dec 1922 | Lenin": the short cells of a row together, as one record. */
function wholeRecord(sentence: SentenceReading, reading: Reading): Frame[] {
  const { clauses, dates, tokens } = sentence;
  const { start } = reading.notes.blocks[sentence.block]!;
  const parts = clauses.filter(({ clause, unasserted }, index) => {
    const [range] = clause.ranges;
    const isShort = clause.ranges.length === 1 && range!.to - range!.from <= LONGEST_PART;
    const header = cellAt(start + tokens[range!.from]!.start, sentence, reading)?.header ?? '';
    return isShort && !unasserted && !ASIDE.test(header) && !dates.some((claim) => claim.clause === index) && !isInCell(index, sentence);
  });
  return parts.length > 1 ? [parts.map(({ frame }) => frame).reduce(together)] : [];
}

/** Nothing but the date, and what the row lends it. */
function isBare({ concepts, people, terms, events, offices, stems }: Frame): boolean {
  return concepts.length + terms.length + events.length + offices.length + stems.size === 0 && people.every(({ at }) => at < 0);
}

/** Whether other clauses stand beside this one in its cell; a remark in brackets that tells nothing ("(see p. 20)") is none. */
function isInCell(clause: number, { clauses }: SentenceReading): boolean {
  const next = clauses[clause + 1];
  const isRemark =
    next?.clause.opening === 'aside' && next.frame.concepts.length + next.frame.events.length + next.frame.terms.length === 0;
  return (clause > 0 && clauses[clause]!.clause.opening !== 'cell') || (next !== undefined && next.clause.opening !== 'cell' && !isRemark);
}

/** "| Joined the Bolsheviks | 1917 |" in a column headed "Trotsky": the row says what, the column who. */
function ofColumn(head: Frame, { clauses }: SentenceReading): Frame | null {
  const row = clauses[0]!.frame;
  const isSomebody = head.people.length === 1 && head.people[0]!.entity && isBare({ ...head, people: [] });
  const own = row.people.filter(({ at }) => at >= 0);
  return isSomebody && own.length === 0 && row.concepts.length > 0
    ? { ...row, people: [{ ...head.people[0]!, role: 'subject', at: 0 }] }
    : null;
}

/** "Lost his seat in the Politburo" at a column's head, and whom the row is about. */
function columnFrame({ mention }: DateClaim, sentence: SentenceReading, reading: Reading): Frame | null {
  const { blocks } = reading.notes;
  const cell = blocks[sentence.block]!.cells?.findIndex(({ start, end }) => start <= mention.start && mention.start < end) ?? -1;
  // The rows above, up to the one that has no head itself: another table may stand right above.
  let head = sentence.block;
  while (blocks[head]!.cells!.some(({ header }) => header !== '') && head > 0 && reading.block(head - 1).kind === 'table-row') head--;
  const { start, end } = blocks[head]!.cells?.[cell] ?? { start: 0, end: 0 };
  const [titles] = reading.block(head).sentences;
  if (!titles || head === sentence.block) return null;
  const title = titles.clauses.filter(({ clause }) => {
    const at = blocks[head]!.start + titles.tokens[clause.ranges[0]!.from]!.start;
    return start <= at && at < end;
  });
  const frame = title.length === 1 ? title[0]!.frame : null;
  const asked = frame && ofColumn(frame, sentence);
  if (asked) return asked;
  const tells =
    frame?.concepts.some(({ concept }) => concept !== 'born' && concept !== 'die') &&
    frame.terms.length + frame.events.length + frame.offices.length > 0;
  if (!frame || !tells) return null;
  const row = sentence.clauses[0]!.frame.people.filter(({ entity, role }) => entity !== undefined && role !== 'modifier');
  return row.length === 0
    ? null
    : { ...frame, people: [...frame.people, ...row.map((each): Participant => ({ ...each, role: 'subject' }))] };
}
