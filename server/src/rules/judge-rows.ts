/** Finds the rows of tables that give an event to the wrong person, where the column's head says what is told: "Signed by". */
import type { Person } from '../chapter/model';
import type { Entity } from '../reading/entities';
import type { FactFrame } from '../reading/facts';
import { findConcepts, likeness } from '../reading/lexicon/index';
import type { Reading, SentenceReading } from '../reading/model';
import { tokenise } from '../reading/tokens';
import { dateAgrees } from './date-agrees';

export interface RowVerdict {
  readonly sentence: SentenceReading;
  readonly wrong: Entity;
  readonly right: Person;
  readonly fact: FactFrame;
}

export function judgeRows(reading: Reading): RowVerdict[] {
  return reading.sentences.flatMap((sentence) => judge(sentence, reading) ?? []);
}

function judge(sentence: SentenceReading, reading: Reading): RowVerdict | null {
  const block = reading.notes.blocks[sentence.block]!;
  const { cells } = block;
  if (!cells) return null;
  const { tokens, from, to, entities } = sentence;
  const cellOf = (token: number) => {
    const at = block.start + tokens[token]!.start;
    return cells.findIndex((cell) => at >= cell.start && at < cell.end);
  };
  const alone = (entity: Entity) => {
    const cell = cellOf(entity.from);
    for (let i = from; i < to; i++)
      if ((i < entity.from || i >= entity.to) && cellOf(i) === cell && tokens[i]!.kind !== 'punctuation' && tokens[i]!.lower !== 'the')
        return false;
    return true;
  };
  const events = entities.filter((entity) => entity.kind === 'event');
  const [event] = events;
  if (events.length !== 1 || !event || event.facts.length !== 1 || !alone(event)) return null;
  const fact = reading.knowledge.facts.frames.find(({ kind, key }) => kind === 'event' && key === event.facts[0]!.id);
  if (!fact) return null;
  // A date that is wrong too makes it another event, or another's mistake.
  if (fact.date && sentence.dates.some((claim) => !dateAgrees(fact.date!, claim.spans))) return null;
  for (const person of entities) {
    if (person.kind !== 'person' || person.how === 'misspelling' || !alone(person)) continue;
    const header = tokenise(cells[cellOf(person.from)]?.header ?? '');
    const said = findConcepts(header).map(({ concept }) => concept);
    if (!header.some(({ lower }) => lower === 'by' || lower === 'who')) continue;
    for (const { heads, frame, people } of fact.wordings) {
      if (!frame || frame.passive || people.size !== 1 || !said.some((own) => [...heads].some((head) => likeness(head, own) >= 0.9)))
        continue;
      const [actor] = frame.people.filter(({ role }) => role === 'subject');
      const right = reading.knowledge.fact(actor?.ids[0] ?? '');
      if (right?.kind === 'person' && !person.facts.some(({ id }) => id === right.id)) return { sentence, wrong: person, right, fact };
    }
  }
  return null;
}
