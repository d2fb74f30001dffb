/** Which of the chapter's events the notes tell, and where. */
import type { ChapterEvent } from '../chapter/model';
import type { Frame } from '../reading/frames';
import { type Match, matches } from '../reading/match';
import type { Reading, SentenceReading } from '../reading/model';
import { once } from '../reading/once';
import { dateAgrees } from '../rules/date-agrees';
import { tellsEnough } from '../rules/evidence';

/** How much of an event must be told beside its date. */
const TOLD = 0.5;
/** How much of it without a date. */
const PLAINLY_TOLD = 0.6;
/** A kind of happening at least so like the event's. */
const ALIKE = 0.9;

export interface EventTelling {
  readonly event: ChapterEvent;
  readonly sentence: SentenceReading;
  /** Index into the sentence's clauses; -1 where only the whole of a timeline line tells it. */
  readonly clause: number;
  readonly match: Match;
  /** A date of the sentence agrees with the chapter's. */
  readonly dated: boolean;
}

const bySentence = new WeakMap<SentenceReading, readonly EventTelling[]>();

/** The events that a sentence tells: by name, with their date, or in so many words that no other fact can be meant. */
export function eventsTold(sentence: SentenceReading, reading: Reading): readonly EventTelling[] {
  return once(bySentence, sentence, () => {
    const { timeline, clauses, frame } = sentence;
    const inClauses = clauses.flatMap((each, index) => (each.unasserted ? [] : tellings(each.frame, index, sentence, reading)));
    return timeline ? [...tellings(frame, -1, sentence, reading), ...inClauses] : inClauses;
  });
}

function tellings(frame: Frame, clause: number, sentence: SentenceReading, reading: Reading): EventTelling[] {
  const { facts, termKindOf } = reading.knowledge;
  return matches(frame, facts, termKindOf).flatMap((match): EventTelling[] => {
    const { fact, date } = match.fact;
    if (match.fact.kind !== 'event' || fact.kind !== 'event') return [];
    const dated = date !== null && sentence.dates.some(({ spans }) => dateAgrees(date, spans));
    const plain =
      match.concept >= ALIKE && match.coverage >= PLAINLY_TOLD && tellsEnough(match, frame, facts.frames.length, sentence.timeline);
    if (!match.named && !plain && !(dated && match.coverage >= TOLD)) return [];
    return [{ event: fact, sentence, clause, match, dated }];
  });
}

const everywhere = new WeakMap<Reading, ReadonlySet<ChapterEvent>>();

/** The events that the notes tell anywhere. */
export function eventsInNotes(reading: Reading): ReadonlySet<ChapterEvent> {
  return once(everywhere, reading, () => new Set(reading.sentences.flatMap((each) => eventsTold(each, reading).map(({ event }) => event))));
}

/** The events that a timeline line of the notes tells. `except` is the block of a line that does not count. */
export function eventsInTimelines(reading: Reading, except = -1): ReadonlySet<ChapterEvent> {
  const lines = reading.sentences.filter(({ timeline, block }) => timeline && block !== except);
  return new Set(lines.flatMap((each) => eventsTold(each, reading).map(({ event }) => event)));
}

/** What the chapter's own timeline has; all its events where it marks none. */
export function timelineOf({ knowledge }: Reading): ChapterEvent[] {
  return knowledge.chapters.flatMap(({ events }) => {
    const printed = events.filter(({ timeline }) => timeline);
    return printed.length > 0 ? printed : events;
  });
}
