/** Finds flashcards that answer a question of who with the wrong person: "Q: Who became General Secretary in 1922? A: Kamenev". */
import type { Person } from '../chapter/model';
import type { Entity } from '../reading/entities';
import type { FactFrame } from '../reading/facts';
import type { Frame } from '../reading/frames';
import { type Match, matches } from '../reading/match';
import type { DateClaim, Reading, SentenceReading } from '../reading/model';
import { dateAgrees } from './date-agrees';

/** Somebody who is given what another did. */
export interface DoerVerdict {
  readonly sentence: SentenceReading;
  readonly wrong: Entity;
  readonly right: Person;
  readonly fact: FactFrame;
}

export function judgeCards(reading: Reading): DoerVerdict[] {
  return reading.sentences.flatMap((sentence, index) => {
    const question = reading.sentences[index - 1];
    return (question && judge(question, sentence, reading)) ?? [];
  });
}

const LONGEST_QUESTION = 40;

function judge(question: SentenceReading, answer: SentenceReading, reading: Reading): DoerVerdict | null {
  const { tokens, from, to } = question;
  if (to - from > LONGEST_QUESTION || tokens[to - 1]!.text !== '?') return null;
  if (
    reading.notes.blocks[question.block]!.heading !== reading.notes.blocks[answer.block]!.heading &&
    question.block !== reading.notes.blocks[answer.block]!.heading
  )
    return null;
  const who = tokens.findIndex(({ lower }, index) => index >= from && lower === 'who');
  // "Q: Who became …?": what is asked after is the subject.
  if (
    who < 0 ||
    who - from > 3 ||
    tokens.slice(from, to).some(({ lower }) => /^(?:not|never|or|true|false|opposed|wanted|hoped)$/.test(lower))
  )
    return null;
  const wrong = onlyPerson(answer);
  return wrong && rightPerson(question.frame, question.dates, wrong, answer, reading);
}

/** The one person whom the answer names, with nothing else beside him but the mark of an answer. */
function onlyPerson({ entities, tokens, from, to }: SentenceReading): Entity | null {
  const [person] = entities;
  if (entities.length !== 1 || person!.kind !== 'person' || person!.how === 'misspelling' || to - from > 6) return null;
  for (let i = from; i < to; i++) {
    if (i >= person!.from && i < person!.to) continue;
    if (tokens[i]!.kind !== 'punctuation' && !/^(?:a|ans|answer|it|was|comrade)$/.test(tokens[i]!.lower)) return null;
  }
  return person!;
}

/** How sure a fact must be told, with all but the one who did it. */
const TOLD = 0.5;

/**
 * Who did what the frame tells, where that is one person of the chapter and not the one named; null where any fact that the frame may tell has the named one.
 * `frame` is told without the one who did it.
 */
export function rightPerson(
  frame: Frame,
  dates: readonly DateClaim[],
  wrong: Entity,
  sentence: SentenceReading,
  reading: Reading,
): DoerVerdict | null {
  const { facts, termKindOf } = reading.knowledge;
  if (frame.strangers > 1 || frame.concepts.length === 0) return null;
  const ids = new Set(wrong.facts.map(({ id }) => id));
  const told = matches(frame, facts, termKindOf).filter(
    ({ concept, fact, opposed, otherOrdinal, thingsExtra, peopleExtra }) =>
      concept >= 0.5 &&
      fact.kind === 'event' &&
      !opposed &&
      !otherOrdinal &&
      thingsExtra.length + peopleExtra.length === 0 &&
      agreesWith(fact, dates),
  );
  const isHis = ({ wording }: Match) => [...wording.people, ...wording.members].some((id) => ids.has(id));
  const [best, ...others] = told.filter(
    (match) => match.concept >= 0.9 && match.coverage >= TOLD && match.thingsAgree.length + match.peopleAgree.length > 0,
  );
  if (!best || told.some((match) => isHis(match) && match.score >= best.score * 0.6)) return null;
  const doers = new Set([best, ...others.filter(({ score }) => score >= best.score * 0.8)].flatMap((match) => missingDoer(match) ?? ['']));
  const right = doers.size === 1 ? reading.knowledge.fact([...doers][0]!) : undefined;
  return right?.kind === 'person' ? { sentence, wrong, right: right as Person, fact: best.fact } : null;
}

const agreesWith = ({ date }: FactFrame, dates: readonly DateClaim[]) =>
  dates.every((claim) => date !== null && dateAgrees(date, claim.spans));

/** The fact's one person whom the frame does not name, where he is its subject. */
function missingDoer({ peopleMissing, wording }: Match): string | null {
  const [missing] = peopleMissing;
  const isDoer = wording.frame?.people.some(({ role, ids }) => role === 'subject' && ids.includes(missing ?? ''));
  return peopleMissing.length === 1 && isDoer ? missing! : null;
}
