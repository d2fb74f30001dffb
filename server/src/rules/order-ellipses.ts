/** "Nine days after Anne's": whose death, wedding or fall it was that is told before stands alone, without the noun. */
import { isVerbLike } from '../reading/clauses';
import type { Frame } from '../reading/frames';
import type { Reading, SentenceReading } from '../reading/model';
import { sentencesBeforeInBlock } from '../reading/read';
import { NOTHING, phraseTelling, type Telling } from './order-tellings';

/** What a possessive name that begins at this token tells with the noun that was told last. */
export function unsaidNoun(sentence: SentenceReading, at: number, reading: Reading): Telling {
  const { tokens, entities, to } = sentence;
  const owner = entities.find(({ from, kind }) => from === at && kind === 'person');
  if (!owner || !tokens[owner.to - 1]?.possessive) return NOTHING;
  const next = tokens[owner.to];
  const isAlone = !next || owner.to >= to || (next.kind === 'punctuation' && next.text !== '-') || isVerbLike(next);
  const noun = isAlone ? nounBefore(sentence, at, reading) : null;
  if (!noun) return NOTHING;
  const person = { ids: owner.facts.map(({ id }) => id), role: 'possessor', preposition: '', entity: owner, pronoun: false, at } as const;
  return phraseTelling({ ...NOBODY, concepts: [noun], people: [person] }, reading);
}

const NOBODY: Frame = {
  concepts: [],
  people: [],
  terms: [],
  events: [],
  offices: [],
  stems: new Set(),
  ordinals: new Set(),
  strangers: 0,
  strangerStems: new Set(),
  properStems: new Set(),
  strangerPrepositions: new Set(),
  nobody: false,
  passive: false,
};

/** The last noun of happening before this token that is said to be somebody's, here or in the sentence before. */
function nounBefore(sentence: SentenceReading, at: number, reading: Reading): Frame['concepts'][number] | null {
  const [above] = sentencesBeforeInBlock(sentence, reading);
  for (const { clauses } of above ? [sentence, above] : [sentence]) {
    const nouns = clauses.flatMap(({ frame, unasserted }) =>
      unasserted || !frame.people.some(({ role }) => role === 'possessor') ? [] : frame.concepts.filter(({ part }) => part === 'noun'),
    );
    const last = nouns.findLast(({ from }) => clauses !== sentence.clauses || from < at);
    if (last) return last;
  }
  return null;
}
