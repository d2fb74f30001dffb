/** Cards and questions in the text, each with its answer: "Q: Who signed it? A: X". */

import type { Entity } from '../reading/entity';
import type { Participant } from '../reading/frames';
import { MODALS, NEGATIONS } from '../reading/lexicon/words';
import type { ClauseReading, Reading, SentenceReading } from '../reading/model';
import { sentencesBefore } from '../reading/read';
import type { Token } from '../reading/tokens';

export interface Answer {
  readonly question: SentenceReading;
  readonly answer: SentenceReading;
  /** The answer's first token, behind its label. */
  readonly from: number;
}

/** Of the sentences, those that answer the question before them: with a label, or in the same paragraph. */
export function answersOf(reading: Reading, sentences: readonly SentenceReading[] = reading.sentences): Answer[] {
  return sentences.flatMap((answer) => {
    const [question] = sentencesBefore(answer, reading, 1);
    if (!question || answer.block - question.block > 1 || !asks(question)) return [];
    const label = labelEnd(answer.tokens, answer.from);
    const from = label ?? answer.from;
    if (label === null && (answer.block !== question.block || !isShort(answer))) return [];
    return from < answer.to ? [{ question, answer, from }] : [];
  });
}

const asks = ({ tokens, from, to }: SentenceReading): boolean =>
  tokens.slice(Math.max(from, to - 3), to).some(({ text }) => text === '?') ||
  (tokens[from]?.lower === 'q' && /^[:.]$/.test(tokens[from + 1]?.text ?? ''));

/** Behind "A:" or "Answer:"; null where there is no label. */
function labelEnd(tokens: readonly Token[], from: number): number | null {
  return /^(?:a|answer|ans)$/.test(tokens[from]?.lower ?? '') && /^[:.]$/.test(tokens[from + 1]?.text ?? '') ? from + 2 : null;
}

/** Tokens that an answer without a label has at most. */
const SHORT = 7;
const isShort = ({ tokens, from, to }: SentenceReading) => to - from <= SHORT && !tokens.slice(from, to).some(({ text }) => text === '?');

/** The one person whom the answer names, and nothing else but when it was. */
export function personAnswered({ answer, from }: Answer): Entity | null {
  const { tokens, entities, to, dates } = answer;
  let at = from;
  while (at < to && /^(?:it|that|this|was|is|comrade|["“‘*_])$/.test(tokens[at]!.lower)) at++;
  const person = entities.find(
    (entity) => entity.kind === 'person' && entity.from === at && entity.how !== 'misspelling' && !entity.possessive,
  );
  if (person?.facts.length !== 1) return null;
  const others = entities.some((entity) => entity.kind === 'person' && entity !== person);
  const next = tokens[person.to];
  const ends = person.to >= to || next!.kind === 'punctuation' || dates.some(({ token }) => token === person.to || token === person.to + 1);
  return !others && ends && next?.text !== '?' && next?.text !== '/' ? person : null;
}

/** The question's own clause with the one who answers it in the place of "who", as if it were asserted; null where it does not ask who. */
export function answered(answer: Answer, person: Entity): { readonly sentence: SentenceReading; readonly clause: ClauseReading } | null {
  const { question } = answer;
  const asked = question.clauses.find(
    ({ clause, unasserted }) =>
      (unasserted === null || unasserted === 'question') && /^who$/.test(question.tokens[clause.ranges[0]!.from]?.lower ?? ''),
  );
  const words = asked?.clause.ranges.flatMap(({ from, to }) => question.tokens.slice(from, to)) ?? [];
  // "Who was not expelled?", "Who could have won?" tell no fact.
  if (words.some(({ lower }) => NEGATIONS.has(lower) || MODALS.has(lower))) return null;
  if (!asked || asked.frame.people.some(({ role, at }) => role === 'subject' && at >= 0)) return null;
  const subject: Participant = {
    ids: person.facts.map(({ id }) => id),
    role: 'subject',
    preposition: '',
    entity: person,
    pronoun: false,
    at: person.from,
  };
  const frame = { ...asked.frame, people: [...asked.frame.people.filter(({ role }) => role !== 'subject'), subject] };
  const clause: ClauseReading = { ...asked, unasserted: null, frame };
  const dates = question.dates.map((claim) => ({
    ...claim,
    clause: 0,
    unasserted: claim.unasserted === 'question' ? null : claim.unasserted,
  }));
  return { sentence: { ...question, clauses: [clause], dates, frame }, clause };
}
