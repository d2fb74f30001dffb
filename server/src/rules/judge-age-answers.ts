/** Finds ages that answer "How old was X when …?" and are not those that X had then. */
import type { Person } from '../chapter/model';
import { isVerbLike } from '../reading/clauses';
import type { Reading, SentenceReading } from '../reading/model';
import { cardinal, cardinalLike } from '../reading/number-words';
import { sentencesBefore } from '../reading/read';
import { type AgeVerdict, agesAt, TOLERANCE } from './judge-ages';
import { toldTimes } from './told-times';

const LONGEST = 8;

/** The verdict on a sentence that is nothing but an age: "58.", "A: Fifty-eight years old". */
export function judgeAnsweredAge(sentence: SentenceReading, reading: Reading): AgeVerdict | null {
  const { tokens, from, to } = sentence;
  if (to - from > LONGEST) return null;
  const words = tokens.slice(from, to);
  const at = words.findIndex(({ lower }) => cardinal(lower) !== null);
  const isRest = (lower: string) => /^(?:a|ans|answer|only|just|he|she|was|years?|old|[:.,*])$/.test(lower);
  if (at < 0 || !words.every(({ lower }, index) => index === at || isRest(lower))) return null;
  const [question] = sentencesBefore(sentence, reading);
  const person = question && sentence.block - question.block <= 1 ? whoseAgeIsAsked(question) : null;
  if (!question || !person?.born) return null;
  // What the question takes for granted says when.
  const granted = question.clauses.map((clause) => (clause.unasserted === 'question' ? { ...clause, unasserted: null } : clause));
  const times = granted.flatMap((_, index) => toldTimes(index, { ...question, clauses: granted }, reading));
  const right = agesAt(person.born, times);
  const said = cardinal(words[at]!.lower)!;
  if (right.length === 0 || right.some((years) => years < 0 || Math.abs(years - said) <= TOLERANCE)) return null;
  const date = person.born;
  return { kind: 'age', person, from: from + at, to: from + at + 1, ages: right, date, sentence, write: cardinalLike };
}

/** "How old was X when he died?": the one person whom the question names. */
function whoseAgeIsAsked({ tokens, from, to, entities }: SentenceReading): Person | null {
  const words = tokens.slice(from, to).map(({ lower }) => lower);
  const how = words.indexOf('how');
  const isAsked = how >= 0 && words[how + 1] === 'old' && words.at(-1) === '?' && isVerbLike(tokens[from + how + 2]!);
  const people = entities.filter(({ kind }) => kind === 'person');
  const [person] = people;
  return isAsked && people.length === 1 && person!.from === from + how + 3 ? (person!.facts[0] as Person) : null;
}
