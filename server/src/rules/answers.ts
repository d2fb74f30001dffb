/** Cards and questions in the text, each with its answer: "Q: Who signed it? A: X". */

import type { Entity } from '../reading/entity';
import type { Participant } from '../reading/frames';
import { MODALS, NEGATIONS } from '../reading/lexicon/words';
import type { ClauseReading, Reading, SentenceReading } from '../reading/model';
import { sentencesBefore, sentencesBeforeInBlock } from '../reading/read';
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
    const label = labelEnd(answer.tokens, answer.from);
    const from = label ?? answer.from;
    if (label === null && !isShort(answer)) return [];
    const [question] = label === null ? sentencesBeforeInBlock(answer, reading) : sentencesBefore(answer, reading);
    if (!question || answer.block - question.block > 1 || !asks(question)) return [];
    return from < answer.to ? [{ question, answer, from }] : [];
  });
}

const asks = ({ tokens, from, to }: SentenceReading): boolean =>
  tokens.slice(Math.max(from, to - 3), to).some(({ text }) => text === '?') ||
  (tokens[from]?.lower === 'q' && /^[:.]$/.test(tokens[from + 1]?.text ?? '')) ||
  // "6. Name the three members of the league."
  /^(?:name|list)$/.test(tokens.slice(from, to).find(({ kind }) => kind === 'word')?.lower ?? '');

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

/** The two or more people whom the answer lists, with nothing else but when it was; none where there are fewer. */
export function peopleAnswered({ answer, from }: Answer): readonly Entity[] {
  const { tokens, entities, to, dates } = answer;
  const people = entities.filter(({ kind, how, possessive }) => kind === 'person' && how !== 'misspelling' && !possessive);
  const last = people.at(-1);
  if (people.length < 2 || people.length > MOST_LISTED || people.length < entities.length || people[0]!.from !== from || !last) return [];
  const isList = people.every(
    ({ to: end }, index) =>
      index === people.length - 1 || tokens.slice(end, people[index + 1]!.from).every(({ lower }) => /^(?:,|and|&|\+)$/.test(lower)),
  );
  const next = tokens[last.to];
  const ends = last.to >= to || next!.kind === 'punctuation' || dates.some(({ token }) => token === last.to || token === last.to + 1);
  return isList && ends && next?.text !== '?' ? people : [];
}

const MOST_LISTED = 4;

/** The question's own clause with those who answer it in the place of "who", as if it were asserted; null where it does not ask who. */
export function answered(
  answer: Answer,
  ...people: readonly Entity[]
): { readonly sentence: SentenceReading; readonly clause: ClauseReading } | null {
  const { question } = answer;
  const asked = question.clauses.find(
    ({ clause, unasserted }) => (unasserted === null || unasserted === 'question') && asksWho(question.tokens, clause.ranges[0]!.from),
  );
  const words = asked?.clause.ranges.flatMap(({ from, to }) => question.tokens.slice(from, to)) ?? [];
  // "Who was not expelled?", "Who could have won?" tell no fact.
  if (words.some(({ lower }) => NEGATIONS.has(lower) || MODALS.has(lower))) return null;
  if (!asked || asked.frame.people.some(({ role, at }) => role === 'subject' && at >= 0)) return null;
  const subjects = people.map(
    (person): Participant => ({
      ids: person.facts.map(({ id }) => id),
      role: 'subject',
      preposition: '',
      entity: person,
      pronoun: false,
      at: person.from,
    }),
  );
  const frame = { ...asked.frame, people: [...asked.frame.people.filter(({ role }) => role !== 'subject'), ...subjects] };
  const clause: ClauseReading = { ...asked, unasserted: null, frame };
  const dates = question.dates.map((claim) => ({
    ...claim,
    clause: 0,
    unasserted: claim.unasserted === 'question' ? null : claim.unasserted,
  }));
  return { sentence: { ...question, clauses: [clause], dates, frame }, clause };
}

/** "who", "which two men" at the head of a clause. */
function asksWho(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower === 'who') return true;
  const noun = /^(?:one|two|three|four)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  return tokens[at]?.lower === 'which' && /^(?:men|man|woman|women|people|person|leaders?|politicians?)$/.test(tokens[noun]?.lower ?? '');
}
