/** Dates that stand in a record of somebody's life: behind "b." and "d.", in a column headed "Born" or "Died". */
import type { Person } from '../chapter/model';
import type { DateClaim, Reading, SentenceReading } from '../reading/model';

export interface RecordedLife {
  readonly kind: 'birth' | 'death';
  readonly person: Person;
}

/** Whose birth or death the date is, where its column or the mark before it says so; null where neither does. */
export function recordedLife(claim: DateClaim, sentence: SentenceReading, reading: Reading): RecordedLife | null {
  if (claim.relation === 'until' || sentence.tokens[claim.token - 1]?.lower === 'to') return byLiving(claim, sentence);
  if (claim.relation !== 'at') return null;
  return byColumn(claim, sentence, reading) ?? byMark(claim, sentence);
}

/** "Stalin lived until 1953": but "lived in exile until 1905" and "lived until 1905 in exile" say where. */
function byLiving({ token, mention }: DateClaim, { tokens, entities }: SentenceReading): RecordedLife | null {
  let at = token - 1;
  while (/^(?:until|till|to|on|only|just)$/.test(tokens[at]?.lower ?? '')) at--;
  if (tokens[at]?.lower !== 'lived') return null;
  const words = mention.date.form.parts.length;
  const behind = tokens.slice(token).find(({ kind, lower }) => kind === 'punctuation' || LIVED_WHERE.test(lower));
  if (behind?.kind === 'word' && tokens.indexOf(behind) - token <= words + 1) return null;
  const person = entities.find(({ kind, to, possessive }) => kind === 'person' && to === at && !possessive);
  return person ? { kind: 'death', person: person.facts[0] as Person } : null;
}

const LIVED_WHERE = /^(?:in|at|with|under|there|abroad|as|near|on|by|without)$/;

const BORN = /^(?:born|birth|b\.?|\*|(?:date|year|day) of birth|birth ?(?:date|year|day)|year born|born in|when born)$/i;
const DIED = /^(?:died|death|d\.?|†|(?:date|year|day) of death|death ?(?:date|year)|year died|died in|when died|killed|executed)$/i;

function byColumn({ mention, clause }: DateClaim, sentence: SentenceReading, reading: Reading): RecordedLife | null {
  const cell = cellAt(mention.start, sentence, reading);
  if (!cell) return null;
  const header = cell.header.replace(/[*_]/g, '').trim();
  const kind = kindOf(header);
  const turned = kind ? null : turnedRecord(header, sentence, reading);
  if (turned) return sentence.dates.filter((other) => other.clause === clause).length === 1 ? turned : null;
  const person = kind && rowPerson(sentence);
  // A cell that tells more than its date may be about something else.
  return person && sentence.dates.filter((other) => other.clause === clause).length === 1 ? { kind, person } : null;
}

function kindOf(label: string): RecordedLife['kind'] | null {
  return BORN.test(label) ? 'birth' : DIED.test(label) ? 'death' : null;
}

/** "| Born | 1879 | 1880 |" in columns headed by people. */
function turnedRecord(header: string, { block }: SentenceReading, reading: Reading): RecordedLife | null {
  const [first] = reading.notes.blocks[block]!.cells ?? [];
  const kind = first && kindOf(reading.notes.text.slice(first.start, first.end).replace(/[*_:]/g, '').trim());
  const person = kind ? reading.knowledge.names.identify(header)?.fact : undefined;
  return kind && person?.kind === 'person' ? { kind, person } : null;
}

export function cellAt(offset: number, { block }: SentenceReading, reading: Reading): { readonly header: string } | undefined {
  return reading.notes.blocks[block]!.cells?.find(({ start, end }) => start <= offset && offset < end);
}

/** Whom a table's row is about: the one person of its first cell. */
export function rowPerson({ clauses }: SentenceReading): Person | null {
  const first = clauses[0];
  if (!first || !clauses.some(({ clause }) => clause.opening === 'cell')) return null;
  const named = first.frame.people.filter(({ entity, role }) => entity?.kind === 'person' && role !== 'modifier' && !entity.possessive);
  // "Ebert and his son" is a record of somebody else as well.
  return named.length === 1 && first.frame.people.length === 1 && first.frame.strangers + first.frame.stems.size === 0
    ? (named[0]!.entity!.facts[0] as Person)
    : null;
}

const MARKS: Readonly<Record<string, RecordedLife['kind']>> = {
  b: 'birth',
  born: 'birth',
  '*': 'birth',
  d: 'death',
  died: 'death',
  '†': 'death',
};

/** "Trotsky b. 1879 d. 1940", "(b. 1879, d. 1940)": a mark right before the date, and nothing but marks and dates up to the name. */
function byMark(claim: DateClaim, { tokens, entities, from, dates, clauses }: SentenceReading): RecordedLife | null {
  let at = claim.token - 1;
  while (at > from && /^(?:\.|in|on|c|ca|circa|:)$/.test(tokens[at]!.lower)) at--;
  const kind = MARKS[tokens[at]?.lower ?? ''];
  if (!kind) return null;
  const entity = entities.findLast((each) => each.to <= at);
  if (entity?.kind !== 'person' || entity.possessive) return null;
  // "Menzhinsky, who had followed him, died": the name may stand in an aside that is over.
  const holder = clauses.find(({ clause: { ranges } }) => ranges.some((range) => range.from <= entity.from && entity.from < range.to));
  if (holder?.clause.opening === 'relative' && clauses[claim.clause] !== holder) return null;
  const starts = new Set(dates.map(({ token }) => token));
  const isRecord = tokens
    .slice(entity.to, at)
    .every(
      (token, index) =>
        token.kind !== 'word' || token.lower in MARKS || /^(?:in|on|and|c|ca)$/.test(token.lower) || starts.has(entity.to + index),
    );
  return isRecord ? { kind, person: entity.facts[0] as Person } : null;
}
